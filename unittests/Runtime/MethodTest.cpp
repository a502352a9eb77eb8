//===- MethodTest.cpp - Dynamic method calls --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"

using namespace ruchy::rt::testing;

namespace {
class MethodTest : public RuntimeTest {};

/// Calls a method on a temporary.
std::string call(const Value &self, std::string_view name,
                 std::initializer_list<Value> args = {}) {
  std::vector<RtAny> raw;
  for (const Value &arg : args)
    raw.push_back(arg.get());
  RtAny out;
  RtStatus error =
      rt_any_call_method(&out, self.p(), self.t(), name.data(), name.size(),
                         raw.data(), raw.size(), &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

/// Calls a method on a place; the result, then the new receiver.
std::string mutate(Value self, std::string_view name,
                   std::initializer_list<Value> args = {}) {
  std::vector<RtAny> raw;
  for (const Value &arg : args)
    raw.push_back(arg.get());
  RtAny out, receiver, old = self.release();
  RtStatus error =
      rt_any_call_mutating(&out, &receiver, old.payload, old.tag, name.data(),
                           name.size(), raw.data(), raw.size(), &TestSite);
  std::string result = error ? messageOf(error) : Value(out).text();
  return result + " / " + Value(receiver).text();
}

TEST_F(MethodTest, StringMethods) {
  EXPECT_EQ(call("h\u00E9llo", "len"), "6");
  EXPECT_EQ(call("abc", "to_uppercase"), "\"ABC\"");
  EXPECT_EQ(call("a,b", "split", {","}), "[\"a\", \"b\"]");
  EXPECT_EQ(call("abc", "contains", {"bc"}), "true");
  EXPECT_EQ(call("abc", "find", {"x"}), "nil");
  EXPECT_EQ(call("abc", "count"), "3");
  EXPECT_EQ(call("abab", "count", {"ab"}), "2");
  EXPECT_EQ(call("42", "to_int"), "42");
  EXPECT_EQ(call("4x", "to_int"),
            "RuntimeError: Failed to parse '4x' as integer");
  EXPECT_EQ(call("-", "join", {arrayOf({1, "b"})}), "\"1-b\"");
}

TEST_F(MethodTest, ArrayMethods) {
  EXPECT_EQ(call(arrayOf({3, 1}), "sorted"), "[1, 3]");
  EXPECT_EQ(call(arrayOf({3, 1}), "first"), "3");
  EXPECT_EQ(call(arrayOf({}), "last"), "nil");
  EXPECT_EQ(call(arrayOf({3, 1}), "sum"), "4");
  EXPECT_EQ(call(arrayOf({3, "x"}), "join", {"+"}), "\"3+x\"");
  EXPECT_EQ(call(arrayOf({3, 1}), "slice", {1, 5}), "[1]");
  EXPECT_EQ(call(arrayOf({3, 1}), "get", {-1}), "nil");
}

TEST_F(MethodTest, MutatingOnAPlace) {
  EXPECT_EQ(mutate(arrayOf({1}), "push", {"x"}), "nil / [1, \"x\"]");
  EXPECT_EQ(mutate(arrayOf({1, 2}), "pop"), "2 / [1]");
  EXPECT_EQ(mutate(arrayOf({3, 1}), "sort"), "[1, 3] / [1, 3]");
  EXPECT_EQ(mutate(arrayOf({1, 2}), "insert", {1, 9}), "nil / [1, 9, 2]");
  EXPECT_EQ(mutate(arrayOf({1, 2}), "insert", {5, 9}),
            "RuntimeError: Index 5 out of bounds for array of length 2 / "
            "[1, 2]");
  EXPECT_EQ(mutate(arrayOf({1, 2}), "len"), "2 / [1, 2]");
  EXPECT_EQ(mutate("ab", "push_str", {"cd"}), "nil / \"abcd\"");
  EXPECT_EQ(mutate(arrayOf({1, 2}), "nothing"),
            "RuntimeError: Unknown array method: nothing / [1, 2]");
}

TEST_F(MethodTest, MutatingOnATemporaryLeavesTheOriginal) {
  Value a = arrayOf({2, 1});
  EXPECT_EQ(call(a, "push", {3}), "[2, 1, 3]");
  EXPECT_EQ(call(a, "sort"), "[1, 2]");
  EXPECT_EQ(call(a, "pop"), "1");
  EXPECT_EQ(a.text(), "[2, 1]");
}

TEST_F(MethodTest, Failures) {
  EXPECT_EQ(call("a", "nope"), "RuntimeError: Unknown string method: nope");
  EXPECT_EQ(call(5, "nope"),
            "RuntimeError: Method 'nope' not found for type integer");
  EXPECT_EQ(call("a", "contains"),
            "RuntimeError: Method 'contains' expects 1 argument, got 0");
  EXPECT_EQ(call("a", "replace", {"x"}),
            "RuntimeError: Method 'replace' expects 2 arguments, got 1");
  EXPECT_EQ(call("a", "contains", {1}),
            "TypeError: Method 'contains' expects a string, got integer");
}

TEST_F(MethodTest, EveryKindHasATextForm) {
  EXPECT_EQ(call(3.0, "to_string"), "\"3\"");
  EXPECT_EQ(call(Value(), "to_string"), "\"nil\"");
  EXPECT_EQ(call(arrayOf({1}), "to_string"), "\"[1]\"");
  EXPECT_TRUE(rt_method_mutates("push", 4));
  EXPECT_FALSE(rt_method_mutates("len", 3));
}
} // namespace
