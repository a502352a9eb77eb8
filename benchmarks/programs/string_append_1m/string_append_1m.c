//===- string_append_1m.c - A million appends, 25 times -----------*- C -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  char *data;
  int64_t len;
  int64_t cap;
} Text;

static void push(Text *text, char c) {
  if (text->len == text->cap) {
    text->cap = text->cap ? text->cap * 2 : 16;
    text->data = realloc(text->data, text->cap);
    if (!text->data)
      exit(1);
  }
  text->data[text->len++] = c;
}

static Text append(int64_t count) {
  Text text = {0};
  for (int64_t i = 0; i < count; ++i)
    push(&text, 'x');
  return text;
}

static int64_t run(int64_t rounds, int64_t count) {
  int64_t total = 0;
  for (int64_t round = 0; round < rounds; ++round) {
    Text text = append(count + round);
    total += text.len;
    free(text.data);
  }
  return total;
}

int main(void) {
  printf("%" PRId64 "\n", run(25, 1000000));
  return 0;
}
