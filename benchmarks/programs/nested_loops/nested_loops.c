//===- nested_loops.c - Two nested counting loops, 5 000 by 5 000 ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

static int64_t nested(int64_t n) {
  int64_t total = 0;
  for (int64_t i = 0; i < n; ++i)
    for (int64_t j = 0; j < n; ++j)
      total += (i * j) ^ j;
  return total;
}

int main(void) {
  printf("%" PRId64 "\n", nested(5000));
  return 0;
}
