#===- nbody.mojo - The Sun and four planets, 500 000 steps, over arrays ---===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

from std.ffi import external_call
from std.math import sqrt


def show(value: Float64):
    var text = String("%.9f\n")
    _ = external_call["printf", Int32](text.unsafe_ptr(), value)


def energy(
    x: List[Float64],
    y: List[Float64],
    z: List[Float64],
    vx: List[Float64],
    vy: List[Float64],
    vz: List[Float64],
    mass: List[Float64],
) -> Float64:
    var count = len(mass)
    var sum: Float64 = 0.0
    for i in range(count):
        var speed2 = vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]
        sum += 0.5 * mass[i] * speed2
        for j in range(i + 1, count):
            var dx = x[i] - x[j]
            var dy = y[i] - y[j]
            var dz = z[i] - z[j]
            sum -= mass[i] * mass[j] / sqrt(dx * dx + dy * dy + dz * dz)
    return sum


def simulate(steps: Int, dt: Float64):
    var solar_mass: Float64 = 4.0 * 3.141592653589793 * 3.141592653589793
    var days_per_year: Float64 = 365.24
    var x: List[Float64] = [
        0.0,
        4.84143144246472090,
        8.34336671824457987,
        12.8943695621391310,
        15.3796971148509165
    ]
    var y: List[Float64] = [
        0.0,
        -1.16032004402742839,
        4.12479856412430479,
        -15.1111514016986312,
        -25.9193146099879641
    ]
    var z: List[Float64] = [
        0.0,
        -0.103622044471123109,
        -0.403523417114321381,
        -0.223307578892655734,
        0.179258772950371181
    ]
    var vx: List[Float64] = [
        0.0,
        0.00166007664274403694,
        -0.00276742510726411021,
        0.00296460137564761618,
        0.00268067772490389322
    ]
    var vy: List[Float64] = [
        0.0,
        0.00769901118419740425,
        0.00499852801234917238,
        0.00237847173959480950,
        0.00162824170038242295
    ]
    var vz: List[Float64] = [
        0.0,
        -0.0000690460016972063023,
        0.0000230417297573763929,
        -0.0000296589568540237556,
        -0.0000951592254519715870
    ]
    var mass: List[Float64] = [
        1.0,
        0.000954791938424326609,
        0.000285885980666130812,
        0.0000436624404335156298,
        0.0000515138902046611451
    ]
    var count = len(mass)

    var px: Float64 = 0.0
    var py: Float64 = 0.0
    var pz: Float64 = 0.0
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

    show(energy(x, y, z, vx, vy, vz, mass))
    for _ in range(steps):
        for i in range(count):
            for j in range(i + 1, count):
                var dx = x[i] - x[j]
                var dy = y[i] - y[j]
                var dz = z[i] - z[j]
                var distance2 = dx * dx + dy * dy + dz * dz
                var factor = dt / (distance2 * sqrt(distance2))
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
    show(energy(x, y, z, vx, vy, vz, mass))


def main():
    simulate(500000, 0.01)
