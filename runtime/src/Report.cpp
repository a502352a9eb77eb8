//===- Report.cpp - Errors as values and on standard error ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Static sites and errors made at run time read the same from here.
///
//===----------------------------------------------------------------------===//

#include "ErrorTable.h"
#include "Support.h"
#include "ruchy_rt/Output.h"

using namespace ruchy::rt;

static constexpr ErrorInfo Infos[] = {
#define RT_ERROR(Name, Type, Prefix, Template, NeedsText)                      \
  {Type, Prefix, Template},
#include "ruchy_rt/ErrorKinds.def"
};

RtString *(*ruchy::rt::displayThrown)(RtAny);
RtStatus ruchy::rt::tracedError;
void (*ruchy::rt::printBacktrace)();

const ErrorInfo &ruchy::rt::errorInfo(uint32_t kind) { return Infos[kind]; }

static const RtSite *siteOf(RtStatus error) {
  return isStaticError(error) ? reinterpret_cast<const RtSite *>(error)
                              : error->site;
}

static uint32_t kindOf(RtStatus error) {
  return isStaticError(error) ? siteOf(error)->kind : error->kind;
}

extern "C" RtString *rt_error_text(RtStatus error) {
  if (isStaticError(error)) {
    const RtSite *site = siteOf(error);
    return expandTemplate(site->kind, site->text, site->textLen);
  }
  if (error->kind == RtErrorThrown)
    return ruchy::rt::displayThrown(error->value);
  dup(error->message);
  return error->message;
}

extern "C" RtString *rt_error_type_name(RtStatus error) {
  static constexpr ConstantString TypeErrorName("TypeError");
  static constexpr ConstantString RuntimeErrorName("RuntimeError");
  static constexpr ConstantString DivisionName("DivisionByZero");
  static constexpr ConstantString AssertionName("AssertionError");
  switch (errorInfo(kindOf(error)).type[0]) {
  case 'T':
    return TypeErrorName.get();
  case 'R':
    return RuntimeErrorName.get();
  case 'D':
    return DivisionName.get();
  case 'A':
    return AssertionName.get();
  default:
    return emptyString();
  }
}

extern "C" void rt_error_caught(RtAny *out, RtStatus error) {
  // The same constant may be raised again.
  tracedError = nullptr;
  if (isStaticError(error) || error->kind != RtErrorThrown) {
    *out = makeRef(error);
    return;
  }
  *out = error->value;
  dupAny(*out);
  rt_error_drop(error);
}

extern "C" void rt_report_uncaught(RtStatus error) {
  const RtSite *site = siteOf(error);
  RtString *message = rt_error_text(error);
  Text text;
  text.add("Error: Evaluation error: ");
  text.addZeroTerminated(errorInfo(kindOf(error)).prefix).add(message);
  text.add("\n  at ").addZeroTerminated(site->file);
  text.add(":").addInt(site->line).add(":").addInt(site->column).add("\n");
  drop(message);
  RtString *report = text.take();
  rt_print_string(report, 2);
  if (printBacktrace && tracedError == error)
    printBacktrace();
  drop(report);
}
