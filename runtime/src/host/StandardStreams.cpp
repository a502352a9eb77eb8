//===- StandardStreams.cpp - Standard input and output as objects *- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../LibraryShape.h"
#include "HostHelpers.h"
#include "ruchy_rt/Output.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

static RtAny makeStream(const LibraryShape &shape) {
  return makeRef(rt_record_new_dynamic(&shape.shape));
}

static RtStatus callInput(RtAny *out, RtAny self, const char *name, int64_t len,
                          const RtAny *, int64_t, const RtSite *site) {
  if (isNamed(name, len, "read_line")) {
    *out = makeRef(rt_input());
  } else if (isNamed(name, len, "read_line_into")) {
    *out = makeRef(rt_input_line());
  } else if (isNamed(name, len, "read") ||
             isNamed(name, len, "read_to_string") ||
             isNamed(name, len, "read_to_string_into")) {
    *out = makeRef(rt_input_rest());
  } else if (isNamed(name, len, "lines")) {
    RtString *rest = rt_input_rest();
    *out = makeRef(rt_string_lines(rest));
    drop(rest);
  } else if (isNamed(name, len, "lock")) {
    dupAny(self);
    *out = self;
  } else {
    return unknownMethod(self, name, len, site);
  }
  return nullptr;
}

static RtStatus callOutput(RtAny *out, RtAny self, const char *name,
                           int64_t len, const RtAny *, int64_t,
                           const RtSite *site) {
  if (isNamed(name, len, "flush")) {
    rt_flush();
    giveOk(out, makeNil());
  } else if (isNamed(name, len, "lock")) {
    dupAny(self);
    *out = self;
  } else {
    return unknownMethod(self, name, len, site);
  }
  return nullptr;
}

static constexpr LibraryShape InputShape = {
    {RtKindStruct, ShapeHasMethods, "Stdin", 5, nullptr, 0, nullptr, 0, nullptr,
     0, nullptr, 0, &InputShape.shape, 0},
    callInput};

static constexpr LibraryShape OutputShape = {
    {RtKindStruct, ShapeHasMethods, "Stdout", 6, nullptr, 0, nullptr, 0,
     nullptr, 0, nullptr, 0, &OutputShape.shape, 0},
    callOutput};

extern "C" void rt_stdin(RtAny *out) { *out = makeStream(InputShape); }

extern "C" void rt_stdout(RtAny *out) { *out = makeStream(OutputShape); }
