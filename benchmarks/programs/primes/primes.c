//===- primes.c - 10 000 primes by trial division, five times -----*- C -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  int64_t *data;
  int64_t len;
  int64_t cap;
} Array;

static void push(Array *array, int64_t value) {
  if (array->len == array->cap) {
    array->cap = array->cap ? array->cap * 2 : 8;
    array->data = realloc(array->data, array->cap * sizeof(int64_t));
    if (!array->data)
      exit(1);
  }
  array->data[array->len++] = value;
}

static bool isPrime(int64_t n) {
  for (int64_t d = 2; d * d <= n; ++d)
    if (n % d == 0)
      return false;
  return true;
}

static Array firstPrimes(int64_t count) {
  Array primes = {0};
  for (int64_t n = 2; primes.len < count; ++n)
    if (isPrime(n))
      push(&primes, n);
  return primes;
}

static int64_t sumOf(const Array *values) {
  int64_t sum = 0;
  for (int64_t i = 0; i < values->len; ++i)
    sum += values->data[i];
  return sum;
}

static void report(int64_t count) {
  Array primes = firstPrimes(count);
  printf("%" PRId64 "\n", primes.len);
  printf("%" PRId64 "\n", primes.data[count - 1]);
  printf("%" PRId64 "\n", sumOf(&primes));
  free(primes.data);
}

int main(void) {
  for (int64_t round = 0; round < 5; ++round)
    report(10000 + round);
  return 0;
}
