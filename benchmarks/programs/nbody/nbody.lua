--===- nbody.lua - The Sun and four planets, 500 000 steps, over arrays ---===//
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
--===----------------------------------------------------------------------===//

local sqrt = math.sqrt

local function energy(x, y, z, vx, vy, vz, mass)
  local count = #mass
  local sum = 0.0
  for i = 1, count do
    local speed2 = vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]
    sum = sum + 0.5 * mass[i] * speed2
    for j = i + 1, count do
      local dx = x[i] - x[j]
      local dy = y[i] - y[j]
      local dz = z[i] - z[j]
      sum = sum - mass[i] * mass[j] / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return sum
end

local function simulate(steps, dt)
  local solar_mass = 4.0 * 3.141592653589793 * 3.141592653589793
  local days_per_year = 365.24
  local x = {
    0.0,
    4.84143144246472090,
    8.34336671824457987,
    12.8943695621391310,
    15.3796971148509165
  }
  local y = {
    0.0,
    -1.16032004402742839,
    4.12479856412430479,
    -15.1111514016986312,
    -25.9193146099879641
  }
  local z = {
    0.0,
    -0.103622044471123109,
    -0.403523417114321381,
    -0.223307578892655734,
    0.179258772950371181
  }
  local vx = {
    0.0,
    0.00166007664274403694,
    -0.00276742510726411021,
    0.00296460137564761618,
    0.00268067772490389322
  }
  local vy = {
    0.0,
    0.00769901118419740425,
    0.00499852801234917238,
    0.00237847173959480950,
    0.00162824170038242295
  }
  local vz = {
    0.0,
    -0.0000690460016972063023,
    0.0000230417297573763929,
    -0.0000296589568540237556,
    -0.0000951592254519715870
  }
  local mass = {
    1.0,
    0.000954791938424326609,
    0.000285885980666130812,
    0.0000436624404335156298,
    0.0000515138902046611451
  }
  local count = #mass

  local px, py, pz = 0.0, 0.0, 0.0
  for i = 1, count do
    mass[i] = mass[i] * solar_mass
    vx[i] = vx[i] * days_per_year
    vy[i] = vy[i] * days_per_year
    vz[i] = vz[i] * days_per_year
    px = px + vx[i] * mass[i]
    py = py + vy[i] * mass[i]
    pz = pz + vz[i] * mass[i]
  end
  vx[1] = 0.0 - px / solar_mass
  vy[1] = 0.0 - py / solar_mass
  vz[1] = 0.0 - pz / solar_mass

  print(string.format("%.9f", energy(x, y, z, vx, vy, vz, mass)))
  for step = 1, steps do
    for i = 1, count do
      for j = i + 1, count do
        local dx = x[i] - x[j]
        local dy = y[i] - y[j]
        local dz = z[i] - z[j]
        local distance2 = dx * dx + dy * dy + dz * dz
        local factor = dt / (distance2 * sqrt(distance2))
        vx[i] = vx[i] - dx * mass[j] * factor
        vy[i] = vy[i] - dy * mass[j] * factor
        vz[i] = vz[i] - dz * mass[j] * factor
        vx[j] = vx[j] + dx * mass[i] * factor
        vy[j] = vy[j] + dy * mass[i] * factor
        vz[j] = vz[j] + dz * mass[i] * factor
      end
    end
    for i = 1, count do
      x[i] = x[i] + dt * vx[i]
      y[i] = y[i] + dt * vy[i]
      z[i] = z[i] + dt * vz[i]
    end
  end
  print(string.format("%.9f", energy(x, y, z, vx, vy, vz, mass)))
end

simulate(500000, 0.01)
