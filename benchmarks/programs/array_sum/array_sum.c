//===- array_sum.c - A million pushes and their sum, ten times ----*- C -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <inttypes.h>
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

static Array build(int64_t count, int64_t first) {
  Array values = {0};
  for (int64_t i = 0; i < count; ++i)
    push(&values, first + i);
  return values;
}

static int64_t sumOf(const Array *values) {
  int64_t sum = 0;
  for (int64_t i = 0; i < values->len; ++i)
    sum += values->data[i];
  return sum;
}

static int64_t run(int64_t rounds, int64_t count) {
  int64_t total = 0;
  for (int64_t round = 0; round < rounds; ++round) {
    Array values = build(count, round);
    total += sumOf(&values);
    free(values.data);
  }
  return total;
}

int main(void) {
  printf("%" PRId64 "\n", run(10, 1000000));
  return 0;
}
