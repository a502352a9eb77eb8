//===- Backtrace.cpp - The way of an error through functions ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Errors are values, so there is no stack to look at when one is reported:
/// each function that an error leaves notes its frame on the cold edge.
///
//===----------------------------------------------------------------------===//

#include "ErrorTable.h"
#include "Support.h"
#include "ruchy_rt/Output.h"
#include "ruchy_rt/State.h"

using namespace ruchy::rt;

namespace {

/// Of a long way the first and the last frames are kept.
constexpr uint32_t Kept = 32;

struct Trace {
  uint32_t count;
  const RtSite *first[Kept];
  const RtSite *last[Kept];
};

Trace trace;

/// Where the second line of a frame's text starts; its end without one.
int64_t lineOffset(const RtSite *frame) {
  int64_t i = 0;
  while (i < frame->textLen && frame->text[i] != '\n')
    ++i;
  return i;
}

} // namespace

/// The environment lies behind the arguments, natively and in the JIT.
static bool isWanted() {
#ifdef __wasm__
  return false;
#else
  constexpr char Variable[] = "RUCHY_BACKTRACE=1";
  if (!rt_state.argv)
    return false;
  for (char **entry = rt_state.argv + rt_state.argc + 1; *entry; ++entry) {
    size_t i = 0;
    while (i < sizeof(Variable) && (*entry)[i] == Variable[i])
      ++i;
    if (i == sizeof(Variable))
      return true;
  }
  return false;
#endif
}

/// The source line and a caret below the column, which counts characters.
static void addSource(Text &text, const RtSite *frame) {
  int64_t begin = lineOffset(frame) + 1;
  if (begin >= frame->textLen)
    return;
  text.add("  ").addInt(frame->line).add(" | ");
  text.add(frame->text + begin, frame->textLen - begin).add("\n");
  constexpr uint32_t Ten = 10;
  for (uint32_t rest = frame->line; rest; rest /= Ten)
    text.add(" ");
  text.add("   | ");
  for (uint32_t column = 1; column < frame->column; ++column)
    text.add(" ");
  text.add("^\n");
}

static void addFrame(Text &text, uint32_t number, const RtSite *frame) {
  text.add("  ").addInt(number).add(": ");
  text.add(frame->text, lineOffset(frame));
  if (frame->line != 0) {
    text.add(" (").addZeroTerminated(frame->file).add(":");
    text.addInt(frame->line).add(")");
  }
  text.add("\n");
}

static void print() {
  if (!isWanted() || trace.count == 0)
    return;
  Text text;
  addSource(text, trace.first[0]);
  text.add("backtrace:\n");
  uint32_t head = trace.count < Kept ? trace.count : Kept;
  for (uint32_t i = 0; i < head; ++i)
    addFrame(text, i, trace.first[i]);
  uint32_t rest = trace.count - head;
  uint32_t shown = rest < Kept ? rest : Kept;
  if (rest > shown)
    text.add("  ... ").addInt(rest - shown).add(" more ...\n");
  for (uint32_t i = trace.count - shown; i < trace.count; ++i)
    addFrame(text, i, trace.last[i % Kept]);
  RtString *lines = text.take();
  rt_print_string(lines, 2);
  drop(lines);
}

extern "C" void rt_backtrace_frame(RtStatus error, const RtSite *frame) {
  printBacktrace = print;
  if (tracedError != error)
    trace.count = 0;
  tracedError = error;
  if (trace.count < Kept)
    trace.first[trace.count] = frame;
  else
    trace.last[trace.count % Kept] = frame;
  ++trace.count;
}
