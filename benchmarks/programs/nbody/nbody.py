#===- nbody.py - The Sun and four planets, 500 000 steps, over arrays -----===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from math import sqrt


def energy(x, y, z, vx, vy, vz, mass):
    count = len(mass)
    total = 0.0
    for i in range(count):
        speed2 = vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]
        total += 0.5 * mass[i] * speed2
        for j in range(i + 1, count):
            dx = x[i] - x[j]
            dy = y[i] - y[j]
            dz = z[i] - z[j]
            total -= mass[i] * mass[j] / sqrt(dx * dx + dy * dy + dz * dz)
    return total


def simulate(steps, dt):
    solar_mass = 4.0 * 3.141592653589793 * 3.141592653589793
    days_per_year = 365.24
    x = [
        0.0,
        4.84143144246472090,
        8.34336671824457987,
        12.8943695621391310,
        15.3796971148509165
    ]
    y = [
        0.0,
        -1.16032004402742839,
        4.12479856412430479,
        -15.1111514016986312,
        -25.9193146099879641
    ]
    z = [
        0.0,
        -0.103622044471123109,
        -0.403523417114321381,
        -0.223307578892655734,
        0.179258772950371181
    ]
    vx = [
        0.0,
        0.00166007664274403694,
        -0.00276742510726411021,
        0.00296460137564761618,
        0.00268067772490389322
    ]
    vy = [
        0.0,
        0.00769901118419740425,
        0.00499852801234917238,
        0.00237847173959480950,
        0.00162824170038242295
    ]
    vz = [
        0.0,
        -0.0000690460016972063023,
        0.0000230417297573763929,
        -0.0000296589568540237556,
        -0.0000951592254519715870
    ]
    mass = [
        1.0,
        0.000954791938424326609,
        0.000285885980666130812,
        0.0000436624404335156298,
        0.0000515138902046611451
    ]
    count = len(mass)

    px = py = pz = 0.0
    for i in range(count):
        mass[i] *= solar_mass
        vx[i] *= days_per_year
        vy[i] *= days_per_year
        vz[i] *= days_per_year
        px += vx[i] * mass[i]
        py += vy[i] * mass[i]
        pz += vz[i] * mass[i]
    vx[0] = 0.0 - px / solar_mass
    vy[0] = 0.0 - py / solar_mass
    vz[0] = 0.0 - pz / solar_mass

    print(f"{energy(x, y, z, vx, vy, vz, mass):.9f}")
    for step in range(steps):
        for i in range(count):
            for j in range(i + 1, count):
                dx = x[i] - x[j]
                dy = y[i] - y[j]
                dz = z[i] - z[j]
                distance2 = dx * dx + dy * dy + dz * dz
                factor = dt / (distance2 * sqrt(distance2))
                vx[i] -= dx * mass[j] * factor
                vy[i] -= dy * mass[j] * factor
                vz[i] -= dz * mass[j] * factor
                vx[j] += dx * mass[i] * factor
                vy[j] += dy * mass[i] * factor
                vz[j] += dz * mass[i] * factor
        for i in range(count):
            x[i] += dt * vx[i]
            y[i] += dt * vy[i]
            z[i] += dt * vz[i]
    print(f"{energy(x, y, z, vx, vy, vz, mass):.9f}")


simulate(500000, 0.01)
