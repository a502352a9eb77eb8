//===- nbody.js - The Sun and four planets, 500 000 steps, over arrays ----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function energy(x, y, z, vx, vy, vz, mass) {
  const count = mass.length;
  let sum = 0.0;
  for (let i = 0; i < count; ++i) {
    const speed2 = vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i];
    sum += 0.5 * mass[i] * speed2;
    for (let j = i + 1; j < count; ++j) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const dz = z[i] - z[j];
      sum -= (mass[i] * mass[j]) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}

function simulate(steps, dt) {
  const solarMass = 4.0 * 3.141592653589793 * 3.141592653589793;
  const daysPerYear = 365.24;
  const x = [
    0.0,
    4.84143144246472090,
    8.34336671824457987,
    12.8943695621391310,
    15.3796971148509165
  ];
  const y = [
    0.0,
    -1.16032004402742839,
    4.12479856412430479,
    -15.1111514016986312,
    -25.9193146099879641
  ];
  const z = [
    0.0,
    -0.103622044471123109,
    -0.403523417114321381,
    -0.223307578892655734,
    0.179258772950371181
  ];
  const vx = [
    0.0,
    0.00166007664274403694,
    -0.00276742510726411021,
    0.00296460137564761618,
    0.00268067772490389322
  ];
  const vy = [
    0.0,
    0.00769901118419740425,
    0.00499852801234917238,
    0.00237847173959480950,
    0.00162824170038242295
  ];
  const vz = [
    0.0,
    -0.0000690460016972063023,
    0.0000230417297573763929,
    -0.0000296589568540237556,
    -0.0000951592254519715870
  ];
  const mass = [
    1.0,
    0.000954791938424326609,
    0.000285885980666130812,
    0.0000436624404335156298,
    0.0000515138902046611451
  ];
  const count = mass.length;

  let px = 0.0;
  let py = 0.0;
  let pz = 0.0;
  for (let i = 0; i < count; ++i) {
    mass[i] *= solarMass;
    vx[i] *= daysPerYear;
    vy[i] *= daysPerYear;
    vz[i] *= daysPerYear;
    px += vx[i] * mass[i];
    py += vy[i] * mass[i];
    pz += vz[i] * mass[i];
  }
  vx[0] = 0.0 - px / solarMass;
  vy[0] = 0.0 - py / solarMass;
  vz[0] = 0.0 - pz / solarMass;

  console.log(energy(x, y, z, vx, vy, vz, mass).toFixed(9));
  for (let step = 0; step < steps; ++step) {
    for (let i = 0; i < count; ++i) {
      for (let j = i + 1; j < count; ++j) {
        const dx = x[i] - x[j];
        const dy = y[i] - y[j];
        const dz = z[i] - z[j];
        const distance2 = dx * dx + dy * dy + dz * dz;
        const factor = dt / (distance2 * Math.sqrt(distance2));
        vx[i] -= dx * mass[j] * factor;
        vy[i] -= dy * mass[j] * factor;
        vz[i] -= dz * mass[j] * factor;
        vx[j] += dx * mass[i] * factor;
        vy[j] += dy * mass[i] * factor;
        vz[j] += dz * mass[i] * factor;
      }
    }
    for (let i = 0; i < count; ++i) {
      x[i] += dt * vx[i];
      y[i] += dt * vy[i];
      z[i] += dt * vz[i];
    }
  }
  console.log(energy(x, y, z, vx, vy, vz, mass).toFixed(9));
}

simulate(500000, 0.01);
