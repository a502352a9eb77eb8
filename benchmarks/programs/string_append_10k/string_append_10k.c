//===- string_append_10k.c - Ten thousand appends -----------------*- C -*-===//
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

int main(void) {
  Text text = append(10000);
  printf("%" PRId64 "\n", text.len);
  free(text.data);
  return 0;
}
