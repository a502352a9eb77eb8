//===- type_specialized.c - One function, three signatures --------*- C -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

static int64_t ofIntegers(int64_t a, int64_t b) { return a + a * b - b / a; }
static double ofFloats(double a, double b) { return a + a * b - b / a; }
static double ofBoth(int64_t a, double b) { return a + a * b - b / a; }

static int64_t withIntegers(int64_t first, int64_t count) {
  int64_t sum = 0;
  for (int64_t i = first; i < first + count; ++i)
    sum += ofIntegers(i % 1000 + 1, i);
  return sum;
}

static double withFloats(int64_t first, int64_t count) {
  double sum = 0.0;
  for (int64_t i = first; i < first + count; ++i)
    sum += ofFloats((double)(i % 1000 + 1), (double)i);
  return sum;
}

static double withBoth(int64_t first, int64_t count) {
  double sum = 0.0;
  for (int64_t i = first; i < first + count; ++i)
    sum += ofBoth(i % 1000 + 1, (double)i);
  return sum;
}

int main(void) {
  for (int64_t round = 0; round < 4; ++round) {
    printf("%" PRId64 "\n", withIntegers(round, 1000000));
    printf("%.3f\n", withFloats(round, 1000000));
    printf("%.3f\n", withBoth(round, 1000000));
  }
  return 0;
}
