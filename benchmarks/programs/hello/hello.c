//===- hello.c - Prints one line: process start and exit ----------*- C -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <stdio.h>

int main(void) {
  puts("Hello, world!");
  return 0;
}
