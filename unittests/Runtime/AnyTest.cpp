//===- AnyTest.cpp - Operators on dynamic values ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"
#include <cmath>
#include <limits>

using namespace ruchy::rt::testing;

namespace {
class AnyTest : public RuntimeTest {};

constexpr int64_t Min = std::numeric_limits<int64_t>::min();
constexpr int64_t Max = std::numeric_limits<int64_t>::max();

using Binary = RtStatus (*)(RtAny *, RT_A(a), RT_A(b), const RtSite *);
using Unary = RtStatus (*)(RtAny *, RT_A(a), const RtSite *);

/// The result in debug form, or the error.
std::string apply(Binary op, const Value &a, const Value &b) {
  RtAny out;
  RtStatus error = op(&out, a.p(), a.t(), b.p(), b.t(), &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

std::string apply(Unary op, const Value &a) {
  RtAny out;
  RtStatus error = op(&out, a.p(), a.t(), &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

struct BinaryCase {
  Binary op;
  Value a, b;
  const char *result;
};

void check(std::initializer_list<BinaryCase> cases) {
  for (const BinaryCase &c : cases)
    EXPECT_EQ(apply(c.op, c.a, c.b), c.result)
        << c.a.text() << " with " << c.b.text();
}

TEST_F(AnyTest, Addition) {
  check(
      {{rt_any_add, 2, 3, "5"},
       {rt_any_add, 2, 0.5, "2.5"},
       {rt_any_add, 0.5, 2, "2.5"},
       {rt_any_add, Max, int64_t(1),
        "RuntimeError: Integer overflow in addition"},
       {rt_any_add, "ab", "cd", "\"abcd\""},
       {rt_any_add, "a", 3.0, "\"a3\""},
       {rt_any_add, 1, "b", "\"1b\""},
       {rt_any_add, true, "b", "\"trueb\""},
       {rt_any_add, "b", false, "\"bfalse\""},
       {rt_any_add, arrayOf({1}), arrayOf({2.5}), "[1, 2.5]"},
       {rt_any_add, 1, arrayOf({2}), "TypeError: Cannot add integer and array"},
       {rt_any_add, "a", arrayOf({2}),
        "TypeError: Cannot add string and array"},
       {rt_any_add, "a", Value(), "TypeError: Cannot add string and nil"},
       {rt_any_add, true, true, "TypeError: Cannot add boolean and boolean"}});
}

TEST_F(AnyTest, Subtraction) {
  check(
      {{rt_any_sub, 2, 3, "-1"},
       {rt_any_sub, 2, 0.5, "1.5"},
       {rt_any_sub, Min, int64_t(1),
        "RuntimeError: Integer overflow in subtraction"},
       {rt_any_sub, "a", 1, "TypeError: Cannot subtract integer from string"}});
}

TEST_F(AnyTest, Multiplication) {
  check(
      {{rt_any_mul, 6, 7, "42"},
       {rt_any_mul, 2, 1.5, "3.0"},
       {rt_any_mul, Max, 2, "RuntimeError: Integer overflow in multiplication"},
       {rt_any_mul, Min, -1,
        "RuntimeError: Integer overflow in multiplication"},
       {rt_any_mul, "ab", 2, "\"abab\""},
       {rt_any_mul, "ab", -2, "\"\""},
       {rt_any_mul, 2, "ab", "TypeError: Cannot multiply integer and string"},
       {rt_any_mul, arrayOf({1}), 2,
        "TypeError: Cannot multiply array and integer"}});
}

TEST_F(AnyTest, Division) {
  check({{rt_any_div, -7, 2, "-3"},
         {rt_any_div, 7.0, 2, "3.5"},
         {rt_any_div, 1, 0, "DivisionByZero: Division by zero"},
         {rt_any_div, 1, 0.0, "inf"},
         {rt_any_div, 0.0, 0, "NaN"},
         {rt_any_div, Min, -1, "RuntimeError: Integer overflow in division"},
         {rt_any_div, "a", 2, "TypeError: Cannot divide string by integer"}});
}

TEST_F(AnyTest, Modulo) {
  check({{rt_any_mod, -7, 2, "-1"},
         {rt_any_mod, 7.5, 2, "1.5"},
         {rt_any_mod, 1, 0, "DivisionByZero: Division by zero"},
         {rt_any_mod, 1.5, 0.0, "DivisionByZero: Division by zero"},
         {rt_any_mod, Min, -1, "RuntimeError: Integer overflow in modulo"},
         {rt_any_mod, "a", 2,
          "TypeError: Cannot compute string modulo integer"}});
}

TEST_F(AnyTest, Power) {
  check({{rt_any_pow, 2, 10, "1024"},
         {rt_any_pow, 2, -1, "0.5"},
         {rt_any_pow, 2, 64, "18446744073709551616.0"},
         {rt_any_pow, 2.0, 3, "8.0"},
         {rt_any_pow, 0, 0, "1"},
         {rt_any_pow, Value(), 3,
          "TypeError: Cannot compute nil to the power of integer"},
         {rt_any_pow_checked, 2, 64, "RuntimeError: Integer overflow in power"},
         {rt_any_pow_checked, 2, -1, "0.5"},
         {rt_any_pow_checked, "a", 2,
          "RuntimeError: pow() expects two numbers"}});
}

TEST_F(AnyTest, Bits) {
  check({{rt_any_bitand, 6, 3, "2"},
         {rt_any_bitor, 6, 3, "7"},
         {rt_any_bitxor, 6, 3, "5"},
         {rt_any_bitand, true, false, "false"},
         {rt_any_bitxor, true, false, "true"},
         {rt_any_bitand, true, 1,
          "TypeError: Bitwise operations require integer operands, got boolean "
          "and integer"},
         {rt_any_shl, 1, 4, "16"},
         {rt_any_shr, -16, 2, "-4"},
         {rt_any_shl, 1, 64, "RuntimeError: Shift count 64 is out of range"},
         {rt_any_shr, 1, -1, "RuntimeError: Shift count -1 is out of range"},
         {rt_any_shl, 1.5, 1,
          "TypeError: Bitwise operations require integer operands, got float "
          "and integer"}});
}

TEST_F(AnyTest, UnaryOperators) {
  EXPECT_EQ(apply(rt_any_neg, 5), "-5");
  EXPECT_EQ(apply(rt_any_neg, 0.0), "-0.0");
  EXPECT_EQ(apply(rt_any_neg, Min),
            "RuntimeError: Integer overflow in negation");
  EXPECT_EQ(apply(rt_any_neg, "a"), "TypeError: Cannot negate string");
  EXPECT_EQ(apply(rt_any_plus, 5), "5");
  EXPECT_EQ(apply(rt_any_plus, true),
            "TypeError: Cannot apply unary plus to boolean");
  EXPECT_EQ(apply(rt_any_bitnot, 0), "-1");
  EXPECT_EQ(apply(rt_any_bitnot, 1.5),
            "TypeError: Cannot apply bitwise NOT to float");
}

bool equal(const Value &a, const Value &b) {
  return rt_any_equal(a.p(), a.t(), b.p(), b.t());
}

TEST_F(AnyTest, Equality) {
  EXPECT_TRUE(equal(1, 1.0));
  EXPECT_FALSE(equal(1, "1"));
  EXPECT_FALSE(equal(1, true));
  EXPECT_FALSE(equal(std::nan(""), std::nan("")));
  EXPECT_TRUE(equal(Value(), Value()));
  EXPECT_FALSE(equal(Value(), false));
  EXPECT_TRUE(equal("ab\u00E9", "ab\u00E9"));
  EXPECT_TRUE(
      equal(arrayOf({1, arrayOf({"x"})}), arrayOf({1, arrayOf({"x"})})));
  EXPECT_FALSE(
      equal(arrayOf({1, arrayOf({"x"})}), arrayOf({1, arrayOf({"y"})})));
  Value range(rt_range_new(1, RtKindInt, 3, RtKindInt, 1));
  Value same(rt_range_new(1, RtKindInt, 3, RtKindInt, 1));
  Value other(rt_range_new(1, RtKindInt, 3, RtKindInt, 0));
  EXPECT_TRUE(equal(range, same));
  EXPECT_FALSE(equal(range, other));
}

std::string compare(const Value &a, const Value &b) {
  int64_t out;
  RtStatus error = rt_any_compare(&out, a.p(), a.t(), b.p(), b.t(), &TestSite);
  return error ? messageOf(error) : std::to_string(out);
}

TEST_F(AnyTest, Ordering) {
  EXPECT_EQ(compare(1, 2), "-1");
  EXPECT_EQ(compare(2, 1.5), "1");
  EXPECT_EQ(compare(2, 2.0), "0");
  EXPECT_EQ(compare(2, std::nan("")), "2");
  EXPECT_EQ(compare("a", "b"), "-1");
  EXPECT_EQ(compare(false, true), "-1");
  EXPECT_EQ(compare(arrayOf({1, 2}), arrayOf({1, 3})), "-1");
  EXPECT_EQ(compare(arrayOf({1, 2}), arrayOf({1})), "1");
  EXPECT_EQ(compare(1, "a"),
            "TypeError: Cannot compare integer and string for ordering");
  EXPECT_EQ(compare(Value(), Value()),
            "TypeError: Cannot compare nil and nil for ordering");
}

TEST_F(AnyTest, TruthAndBool) {
  auto truthy = [](const Value &v) { return rt_any_truthy(v.p(), v.t()); };
  auto asBool = [](const Value &v) { return rt_any_bool(v.p(), v.t()); };
  EXPECT_FALSE(truthy(Value()));
  EXPECT_FALSE(truthy(false));
  for (Value v : {Value(0), Value(0.0), Value(""), arrayOf({})}) {
    EXPECT_TRUE(truthy(v));
    EXPECT_FALSE(asBool(v));
  }
  EXPECT_TRUE(asBool("x"));
  EXPECT_TRUE(asBool(arrayOf({0})));
}

std::string isIn(const Value &item, const Value &container) {
  int64_t out;
  RtStatus error = rt_any_in(&out, item.p(), item.t(), container.p(),
                             container.t(), &TestSite);
  return error ? messageOf(error) : std::to_string(out);
}

TEST_F(AnyTest, Membership) {
  EXPECT_EQ(isIn(2, arrayOf({1, 2.0})), "1");
  EXPECT_EQ(isIn("ab", "cab"), "1");
  EXPECT_EQ(isIn(5, "5"), "0");
  Value range(rt_range_new(1, RtKindInt, 3, RtKindInt, 0));
  EXPECT_EQ(isIn(1, range), "1");
  EXPECT_EQ(isIn(3, range), "0");
  EXPECT_EQ(isIn(1, 5), "TypeError: Cannot test membership in integer");
}

TEST_F(AnyTest, Conversions) {
  int64_t i;
  double d;
  auto toInt = [&](const Value &v) {
    RtStatus error = rt_any_int(&i, v.p(), v.t(), &TestSite);
    return error ? messageOf(error) : std::to_string(i);
  };
  EXPECT_EQ(toInt(3.9), "3");
  EXPECT_EQ(toInt(-3.9), "-3");
  EXPECT_EQ(toInt(1e300), std::to_string(Max));
  EXPECT_EQ(toInt(-1e300), std::to_string(Min));
  EXPECT_EQ(toInt(std::nan("")), "0");
  EXPECT_EQ(toInt(true), "1");
  EXPECT_EQ(toInt(" 42 "), "42");
  EXPECT_EQ(toInt("x"), "RuntimeError: int() cannot parse string: 'x'");
  EXPECT_EQ(toInt(arrayOf({})),
            "RuntimeError: int() does not support type: array");
  Value text("2.5"), bad("z");
  EXPECT_EQ(messageOf(rt_any_float(&d, text.p(), text.t(), &TestSite)), "ok");
  EXPECT_EQ(d, 2.5);
  EXPECT_EQ(messageOf(rt_any_float(&d, bad.p(), bad.t(), &TestSite)),
            "RuntimeError: float() cannot parse string: 'z'");
}

std::string cast(const Value &v, RtCastTarget target) {
  RtAny out;
  RtStatus error = rt_any_cast(&out, v.p(), v.t(), target, &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

TEST_F(AnyTest, Casts) {
  EXPECT_EQ(cast(300, RtCastU8), "44");
  EXPECT_EQ(cast(200, RtCastI8), "-56");
  EXPECT_EQ(cast(-1, RtCastU32), "4294967295");
  EXPECT_EQ(cast(300.7, RtCastU8), "255");
  EXPECT_EQ(cast(-3.7, RtCastInt), "-3");
  EXPECT_EQ(cast(true, RtCastInt), "1");
  EXPECT_EQ(cast("\u20AC", RtCastInt), "8364");
  EXPECT_EQ(cast(8364, RtCastChar), "\"\u20AC\"");
  EXPECT_EQ(cast(3, RtCastFloat), "3.0");
  EXPECT_EQ(cast(3.0, RtCastString), "\"3\"");
  EXPECT_EQ(cast("long", RtCastInt), "TypeError: Cannot cast string to text");
}

TEST_F(AnyTest, NumberFunctions) {
  EXPECT_EQ(apply(rt_any_abs, Min),
            "RuntimeError: Integer overflow in absolute value");
  EXPECT_EQ(apply(rt_any_abs, -2.5), "2.5");
  EXPECT_EQ(apply(rt_any_sqrt, 16), "4.0");
  EXPECT_EQ(apply(rt_any_sqrt, "16"), "RuntimeError: sqrt() expects a number");
  EXPECT_EQ(apply(rt_any_floor, -2.5), "-3");
  EXPECT_EQ(apply(rt_any_ceil, 2.1), "3");
  EXPECT_EQ(apply(rt_any_round, -2.5), "-3");
  EXPECT_EQ(apply(rt_any_round, 7), "7");
}

TEST_F(AnyTest, MinAndMax) {
  auto call = [](auto function, std::initializer_list<Value> values) {
    std::vector<RtAny> args;
    for (const Value &v : values)
      args.push_back(v.get());
    RtAny out;
    RtStatus error = function(&out, args.data(), args.size(), &TestSite);
    return error ? messageOf(error) : Value(out).text();
  };
  EXPECT_EQ(call(rt_any_min, {3, 1, 2}), "1");
  EXPECT_EQ(call(rt_any_max, {3, 1.5}), "3.0");
  EXPECT_EQ(call(rt_any_max, {arrayOf({1, 9, 4})}), "9");
  EXPECT_EQ(call(rt_any_max, {arrayOf({})}), "nil");
  EXPECT_EQ(call(rt_any_min, {1, "a"}),
            "RuntimeError: min() expects two numbers");
}

TEST_F(AnyTest, TypeNames) {
  auto name = [](const Value &v) {
    return textOf(rt_any_type_of(v.p(), v.t()));
  };
  EXPECT_EQ(name(Value()), "nil");
  EXPECT_EQ(name(1), "integer");
  EXPECT_EQ(name(1.0), "float");
  EXPECT_EQ(name(true), "boolean");
  EXPECT_EQ(name("x"), "string");
  EXPECT_EQ(name(arrayOf({})), "array");
  EXPECT_EQ(name(Value(rt_range_new(1, RtKindInt, 3, RtKindInt, 0))), "range");
}

TEST_F(AnyTest, RangeBuiltin) {
  auto range = [](std::initializer_list<int64_t> values) {
    std::vector<RtAny> args;
    for (int64_t v : values)
      args.push_back({v, RtKindInt});
    RtAny out;
    RtStatus error = rt_any_range(&out, args.data(), args.size(), &TestSite);
    return error ? messageOf(error) : Value(out).text();
  };
  EXPECT_EQ(range({4}), "[0, 1, 2, 3]");
  EXPECT_EQ(range({2, 5}), "[2, 3, 4]");
  EXPECT_EQ(range({5, 0, -2}), "[5, 3, 1]");
  EXPECT_EQ(range({0, 10, 3}), "[0, 3, 6, 9]");
  EXPECT_EQ(range({5, 2}), "[]");
  EXPECT_EQ(range({Min, Max, Max}),
            "[-9223372036854775808, -1, 9223372036854775806]");
  EXPECT_EQ(range({1, 2, 0}), "RuntimeError: range() step cannot be zero");
  EXPECT_EQ(rt_range_len(Min, Max, 1), Max);
  EXPECT_EQ(rt_range_len(1, 1, 1), 1);
  EXPECT_EQ(rt_range_len(1, 1, 0), 0);
}
} // namespace
