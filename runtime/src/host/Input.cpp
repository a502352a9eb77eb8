//===- Input.cpp - Standard input -------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"
#include "ruchy_rt/Convert.h"
#include "ruchy_rt/Output.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

static constexpr int64_t BufferSize = 16 << 10;
static char Buffer[BufferSize];
static int64_t Position, Length;

/// Whether there is more to read.
static bool fill() {
  if (Position < Length)
    return true;
  Position = 0;
  Length = readFrom(0, Buffer, BufferSize);
  if (Length < 0)
    Length = 0;
  return Length > 0;
}

/// The string (CONSUMED) as one of valid characters.
static RtString *checked(RtString *s) {
  if (hasAsciiFlag(s) || isText(s->bytes, s->len))
    return s;
  RtString *valid = makeText(s->bytes, s->len);
  drop(s);
  return valid;
}

extern "C" RtString *rt_input_line(void) {
  rt_flush();
  Text text;
  bool isEnded = false;
  while (!isEnded && fill()) {
    int64_t end = Position;
    while (end < Length && Buffer[end] != '\n')
      ++end;
    isEnded = end < Length;
    end += isEnded;
    text.add(Buffer + Position, end - Position);
    Position = end;
  }
  return checked(text.take());
}

extern "C" RtString *rt_input(void) {
  RtString *line = rt_input_line();
  int64_t len = line->len;
  if (len == 0 || line->bytes[len - 1] != '\n')
    return line;
  len -= len > 1 && line->bytes[len - 2] == '\r' ? 2 : 1;
  RtString *shorter = rt_string_from(line->bytes, len);
  drop(line);
  return shorter;
}

extern "C" RtString *rt_input_prompt(RT_A(prompt)) {
  RtString *shown = rt_any_display(promptPayload, promptTag, RtDisplayTop);
  rt_print_string(shown, 1);
  drop(shown);
  return rt_input();
}

extern "C" RtString *rt_input_rest(void) {
  rt_flush();
  Text text;
  while (fill()) {
    text.add(Buffer + Position, Length - Position);
    Position = Length;
  }
  return checked(text.take());
}
