//===- lcg.c - LCG, 30 000 000 dependent steps --------------------*- C -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

static int64_t lcg(int64_t steps, int64_t seed) {
  int64_t state = seed;
  for (int64_t i = 0; i < steps; ++i)
    state = (state * 1664525 + 1013904223) % 2147483647;
  return state;
}

int main(void) {
  printf("%" PRId64 "\n", lcg(30000000, 42));
  return 0;
}
