//===- RuntimeTesting.h - Helpers of the runtime tests ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Owned dynamic values, and a fixture that fails a test which leaks.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_UNITTESTS_RUNTIMETESTING_H
#define RUCHY_UNITTESTS_RUNTIMETESTING_H

#include "ruchy_rt/Runtime.h"
#include <bit>
#include <cstring>
#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <string_view>

namespace ruchy::rt::testing {

/// Owns one reference to a dynamic value.
class Value {
public:
  Value() : any{0, RtKindNil} {}
  Value(bool b) : any{b, RtKindBool} {}
  Value(int i) : any{i, RtKindInt} {}
  Value(int64_t i) : any{i, RtKindInt} {}
  Value(double d) : any{std::bit_cast<int64_t>(d), RtKindFloat} {}
  Value(const char *text)
      : Value(rt_string_from(text, static_cast<int64_t>(strlen(text)))) {}
  /// Takes the owned object over.
  Value(RtString *s) : any{payload(s), RtKindString} {}
  Value(RtArray *a) : any{payload(a), RtKindArray} {}
  Value(RtRange *r) : any{payload(r), RtKindRange} {}
  explicit Value(RtAny owned) : any(owned) {}
  Value(const Value &other) : any(other.any) { rt_dup_any(p(), t()); }
  Value(Value &&other) : any(other.any) { other.any = {0, RtKindNil}; }
  Value &operator=(Value other) {
    std::swap(any, other.any);
    return *this;
  }
  ~Value() { rt_drop_any(p(), t()); }

  int64_t p() const { return any.payload; }
  int64_t t() const { return any.tag; }
  const RtAny &get() const { return any; }
  uint8_t kind() const { return rtKindOf(any.tag); }
  RtString *string() const { return reinterpret_cast<RtString *>(p()); }
  RtArray *array() const { return reinterpret_cast<RtArray *>(p()); }
  /// Gives the reference up.
  RtAny release() {
    RtAny result = any;
    any = {0, RtKindNil};
    return result;
  }
  RtArray *releaseArray() {
    return reinterpret_cast<RtArray *>(release().payload);
  }
  RtString *releaseString() {
    return reinterpret_cast<RtString *>(release().payload);
  }
  /// Text in debug form.
  std::string text(RtDisplayMode mode = RtDisplayDebug) const;

private:
  static int64_t payload(const void *object) {
    return static_cast<int64_t>(reinterpret_cast<uintptr_t>(object));
  }
  RtAny any;
};

inline std::string textOf(const RtString *s) {
  return std::string(s->bytes, static_cast<size_t>(s->len));
}

/// The text of an owned string, which is dropped.
inline std::string take(RtString *s) {
  std::string text = textOf(s);
  rt_drop(s);
  return text;
}

inline std::string Value::text(RtDisplayMode mode) const {
  return take(rt_any_display(p(), t(), mode));
}

/// An array built by dynamic pushes, so of the narrowest element kind.
inline Value arrayOf(std::initializer_list<Value> items) {
  RtArray *a = rt_array_new(RtElemNone, 0);
  for (Value item : items) {
    RtAny owned = item.release();
    a = rt_array_push_any(a, owned.payload, owned.tag);
  }
  return Value(a);
}

inline uint8_t elemKind(const Value &a) {
  return rtElemKindOf(a.array()->h.type);
}

inline constexpr RtSite TestSite = {{RtImmortal, RtKindError | RtErrorStatic},
                                    RtErrorRuntimeError,
                                    3,
                                    7,
                                    "test.ruchy",
                                    "text",
                                    4};

/// Places of the steps of a path.
inline constexpr const RtSite *TestSites[] = {&TestSite, &TestSite, &TestSite,
                                              &TestSite, &TestSite};

/// The message of an owned error with its type; "ok" without one.
inline std::string messageOf(RtStatus error) {
  if (!error)
    return "ok";
  std::string text =
      textOf(rt_error_type_name(error)) + ": " + take(rt_error_text(error));
  rt_error_drop(error);
  return text;
}

/// Fails the test if an object survives it.
class RuntimeTest : public ::testing::Test {
protected:
  void SetUp() override { before = rt_live_objects(); }
  void TearDown() override {
    rt_collect_cycles();
    EXPECT_EQ(rt_live_objects(), before);
  }

private:
  int64_t before = 0;
};

} // namespace ruchy::rt::testing

#endif // RUCHY_UNITTESTS_RUNTIMETESTING_H
