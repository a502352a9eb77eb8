//===- Json.h - JSON texts and values ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// RFC 8259 without extensions. Objects are maps in the order of the text,
/// numbers without point and exponent integers if they fit. What is written
/// reads back as an equal value of the same kinds.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RT_JSON_H
#define RUCHY_RT_JSON_H

#include "ruchy_rt/Api.h"

/// The value of a text: `JSON parse error: expected value at line 1 column 2`.
RT_API RtStatus rt_json_parse(RtAny *out, RT_A(text), const RtSite *site);
/// The shortest text of a value. Structs are objects, variants as serde has
/// them, floats that are no numbers null; functions are errors.
RT_API RtStatus rt_json_stringify(RtString **out, RT_A(value),
                                  const RtSite *site);
/// On several lines, two blanks per level.
RT_API RtStatus rt_json_pretty(RtString **out, RT_A(value), const RtSite *site);
/// Whether a value is the text of a JSON value.
RT_API bool rt_json_validate(RT_A(text));
/// `object array string number boolean null` of what a text stands for, or of
/// a value that is no string.
RT_API RtStatus rt_json_type(RtString **out, RT_A(text), const RtSite *site);
/// The part of a document (a value or a text) at a path such as
/// `user.tags[0].name`, or nil.
RT_API RtStatus rt_json_get(RtAny *out, RT_A(document), RT_A(path),
                            const RtSite *site);
/// A document with another value at a path; objects on the way are made.
RT_API RtStatus rt_json_set(RtAny *out, RT_A(document), RT_A(path), RT_A(value),
                            const RtSite *site);
/// Both objects in one, objects inside them too; the second one wins.
RT_API RtStatus rt_json_merge(RtAny *out, RT_A(a), RT_A(b), const RtSite *site);

#endif // RUCHY_RT_JSON_H
