//===- nbody.c - The Sun and four planets, 500 000 steps, over arrays -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <math.h>
#include <stdint.h>
#include <stdio.h>

enum { Count = 5 };

typedef struct {
  double x, y, z, vx, vy, vz, mass;
} Body;

static const double SolarMass = 4.0 * 3.141592653589793 * 3.141592653589793;
static const double DaysPerYear = 365.24;

static Body bodies[Count] = {
    {0.0,
     0.0,
     0.0,
     0.0,
     0.0,
     0.0,
     1.0},
    {4.84143144246472090,
     -1.16032004402742839,
     -0.103622044471123109,
     0.00166007664274403694,
     0.00769901118419740425,
     -0.0000690460016972063023,
     0.000954791938424326609},
    {8.34336671824457987,
     4.12479856412430479,
     -0.403523417114321381,
     -0.00276742510726411021,
     0.00499852801234917238,
     0.0000230417297573763929,
     0.000285885980666130812},
    {12.8943695621391310,
     -15.1111514016986312,
     -0.223307578892655734,
     0.00296460137564761618,
     0.00237847173959480950,
     -0.0000296589568540237556,
     0.0000436624404335156298},
    {15.3796971148509165,
     -25.9193146099879641,
     0.179258772950371181,
     0.00268067772490389322,
     0.00162824170038242295,
     -0.0000951592254519715870,
     0.0000515138902046611451},
};

static double energy(void) {
  double sum = 0.0;
  for (int i = 0; i < Count; ++i) {
    const Body *a = &bodies[i];
    sum += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < Count; ++j) {
      const Body *b = &bodies[j];
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      sum -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}

static void scaleAndCentre(void) {
  double px = 0.0, py = 0.0, pz = 0.0;
  for (int i = 0; i < Count; ++i) {
    Body *a = &bodies[i];
    a->mass *= SolarMass;
    a->vx *= DaysPerYear;
    a->vy *= DaysPerYear;
    a->vz *= DaysPerYear;
    px += a->vx * a->mass;
    py += a->vy * a->mass;
    pz += a->vz * a->mass;
  }
  bodies[0].vx = 0.0 - px / SolarMass;
  bodies[0].vy = 0.0 - py / SolarMass;
  bodies[0].vz = 0.0 - pz / SolarMass;
}

static void advance(double dt) {
  for (int i = 0; i < Count; ++i) {
    Body *a = &bodies[i];
    for (int j = i + 1; j < Count; ++j) {
      Body *b = &bodies[j];
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      double distance2 = dx * dx + dy * dy + dz * dz;
      double factor = dt / (distance2 * sqrt(distance2));
      a->vx -= dx * b->mass * factor;
      a->vy -= dy * b->mass * factor;
      a->vz -= dz * b->mass * factor;
      b->vx += dx * a->mass * factor;
      b->vy += dy * a->mass * factor;
      b->vz += dz * a->mass * factor;
    }
  }
  for (int i = 0; i < Count; ++i) {
    Body *a = &bodies[i];
    a->x += dt * a->vx;
    a->y += dt * a->vy;
    a->z += dt * a->vz;
  }
}

int main(void) {
  scaleAndCentre();
  printf("%.9f\n", energy());
  for (int64_t step = 0; step < 500000; ++step)
    advance(0.01);
  printf("%.9f\n", energy());
  return 0;
}
