//===- ArrayTest.cpp - Arrays -----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"
#include <algorithm>
#include <random>

using namespace ruchy::rt::testing;

namespace {
class ArrayTest : public RuntimeTest {};

Value push(Value array, Value item) {
  RtAny owned = item.release();
  return Value(
      rt_array_push_any(array.releaseArray(), owned.payload, owned.tag));
}

TEST_F(ArrayTest, ElementKindFollowsTheFirstValue) {
  EXPECT_EQ(elemKind(arrayOf({1, 2})), RtElemInt);
  EXPECT_EQ(elemKind(arrayOf({1.5})), RtElemFloat);
  EXPECT_EQ(elemKind(arrayOf({true, false})), RtElemBool);
  EXPECT_EQ(elemKind(arrayOf({"ab", arrayOf({1})})), RtElemRef);
  EXPECT_EQ(elemKind(arrayOf({Value(), 1})), RtElemAny);
}

TEST_F(ArrayTest, AnotherKindMakesTheArrayDynamic) {
  for (Value first : {arrayOf({1, 2}), arrayOf({true, false}),
                      arrayOf({"xy", "zz"}), arrayOf({1.0, 2.5})}) {
    std::string text = first.text();
    Value second = push(first, Value());
    EXPECT_EQ(elemKind(second), RtElemAny);
    EXPECT_EQ(second.text(), text.substr(0, text.size() - 1) + ", nil]");
    EXPECT_EQ(first.text(), text);
  }
  EXPECT_EQ(push(push(arrayOf({1}), "text"), 2.5).text(), "[1, \"text\", 2.5]");
}

TEST_F(ArrayTest, DynamicArraysStayDynamic) {
  Value array(rt_array_to_any(rt_array_new(RtElemNone, 0)));
  EXPECT_EQ(elemKind(push(array, 1)), RtElemAny);
}

TEST_F(ArrayTest, PushOnASharedArrayCopies) {
  Value a = arrayOf({1, 2, 3}), b = a;
  b = push(std::move(b), 4);
  EXPECT_EQ(a.text(), "[1, 2, 3]");
  EXPECT_EQ(b.text(), "[1, 2, 3, 4]");
  EXPECT_TRUE(rt_is_unique(a.array()));
}

TEST_F(ArrayTest, UniqueArraysChangeInPlace) {
  Value a(rt_array_new(RtElemInt, 8));
  RtArray *block = a.array();
  for (int i = 0; i < 8; ++i)
    a = Value(rt_array_push_i64(a.releaseArray(), i));
  EXPECT_EQ(a.array(), block);
  EXPECT_EQ(rt_array_make_unique(block), block);
  RtArray *out;
  EXPECT_EQ(messageOf(rt_array_set(&out, a.releaseArray(), -1, 70, RtKindInt,
                                   &TestSite)),
            "ok");
  EXPECT_EQ(out, block);
  EXPECT_EQ(Value(out).text(), "[0, 1, 2, 3, 4, 5, 6, 70]");
}

TEST_F(ArrayTest, TypedPushesFillConstantsAndSharedArrays) {
  EXPECT_EQ(Value(rt_array_push_f64(rt_array_new(RtElemNone, 0), 2)).text(),
            "[2.0]");
  EXPECT_EQ(Value(rt_array_push_bool(rt_array_new(RtElemBool, 0), 1)).text(),
            "[true]");
  Value shared = arrayOf({"ab"});
  Value copy = shared;
  copy = Value(
      rt_array_push_ref(copy.releaseArray(), Value("cd").releaseString()));
  EXPECT_EQ(copy.text(), "[\"ab\", \"cd\"]");
  EXPECT_EQ(shared.text(), "[\"ab\"]");
}

TEST_F(ArrayTest, PopTakesTheLastElement) {
  Value a = arrayOf({"first", "last"}), b = a;
  RtAny item;
  b = Value(rt_array_pop(&item, b.releaseArray()));
  EXPECT_EQ(Value(item).text(), "\"last\"");
  EXPECT_EQ(a.text(), "[\"first\", \"last\"]");
  EXPECT_EQ(b.text(), "[\"first\"]");
  b = Value(rt_array_pop(&item, rt_array_new(RtElemNone, 0)));
  EXPECT_EQ(item.tag, RtKindNil);
}

TEST_F(ArrayTest, InnerArraysBecomeUniqueInTheirSlot) {
  Value row = arrayOf({1, 2});
  Value matrix = arrayOf({row, row});
  RtArray *inner = rt_array_unique_at(matrix.array(), 1);
  EXPECT_NE(inner, row.array());
  reinterpret_cast<int64_t *>(inner + 1)[0] = 9;
  EXPECT_EQ(matrix.text(), "[[1, 2], [9, 2]]");
  EXPECT_EQ(rt_array_unique_at(matrix.array(), 1), inner);
}

TEST_F(ArrayTest, IndexErrorsNameTheIndexAsGiven) {
  Value a = arrayOf({1, 2, 3});
  RtAny out;
  EXPECT_EQ(messageOf(rt_array_index(&out, a.array(), 10, &TestSite)),
            "RuntimeError: Index 10 out of bounds for array of length 3");
  EXPECT_EQ(messageOf(rt_array_index(&out, a.array(), -4, &TestSite)),
            "RuntimeError: Index -4 out of bounds for array of length 3");
  EXPECT_EQ(messageOf(rt_array_index(&out, a.array(), -3, &TestSite)), "ok");
  EXPECT_EQ(out.payload, 1);
}

TEST_F(ArrayTest, FailingChangesKeepTheArray) {
  Value a = arrayOf({"ab"});
  RtArray *out;
  RtAny item;
  RtAny text = Value("long text").release();
  EXPECT_EQ(messageOf(rt_array_set(&out, a.releaseArray(), 1, text.payload,
                                   text.tag, &TestSite)),
            "RuntimeError: Index 1 out of bounds for array of length 1");
  text = Value("long text").release();
  EXPECT_EQ(messageOf(rt_array_insert(&out, out, 2, text.payload, text.tag,
                                      &TestSite)),
            "RuntimeError: Index 2 out of bounds for array of length 1");
  EXPECT_EQ(messageOf(rt_array_remove(&item, &out, out, 1, &TestSite)),
            "RuntimeError: Index 1 out of bounds for array of length 1");
  EXPECT_EQ(Value(out).text(), "[\"ab\"]");
}

TEST_F(ArrayTest, InsertAndRemoveMoveTheRest) {
  RtArray *out;
  RtAny item;
  messageOf(rt_array_insert(&out, arrayOf({1, 2}).releaseArray(), 0, 5,
                            RtKindInt, &TestSite));
  messageOf(rt_array_insert(&out, out, 3, 7, RtKindInt, &TestSite));
  messageOf(rt_array_insert(&out, out, 1, 1, RtKindBool, &TestSite));
  Value copy(out);
  rt_dup(out);
  EXPECT_EQ(copy.text(), "[5, true, 1, 2, 7]");
  EXPECT_EQ(messageOf(rt_array_remove(&item, &out, out, 1, &TestSite)), "ok");
  EXPECT_EQ(Value(item).text(), "true");
  EXPECT_EQ(Value(out).text(), "[5, 1, 2, 7]");
  EXPECT_EQ(copy.text(), "[5, true, 1, 2, 7]");
}

std::string slice(const Value &a, Value lo, Value hi, bool inclusive) {
  RtArray *out;
  RtStatus error = rt_array_slice(&out, a.array(), lo.p(), lo.t(), hi.p(),
                                  hi.t(), inclusive, &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

TEST_F(ArrayTest, Slices) {
  Value a = arrayOf({"aa", "bb", "cc"});
  EXPECT_EQ(slice(a, 1, 2, false), "[\"bb\"]");
  EXPECT_EQ(slice(a, 1, 2, true), "[\"bb\", \"cc\"]");
  EXPECT_EQ(slice(a, Value(), Value(), false), a.text());
  EXPECT_EQ(slice(a, 1, 9, false), "[\"bb\", \"cc\"]");
  EXPECT_EQ(slice(a, -2, -1, false), "[\"bb\"]");
  EXPECT_EQ(slice(a, -2, -1, true), "[\"bb\", \"cc\"]");
  EXPECT_EQ(slice(a, 5, 9, false), "[]");
  EXPECT_EQ(slice(a, 5, Value(), false), "[]");
  EXPECT_EQ(slice(a, 2, 1, false),
            "RuntimeError: Invalid range: start 2 is greater than end 1");
  EXPECT_EQ(slice(a, -9, 1, false), "RuntimeError: Range start -9 is out of "
                                    "bounds for array of length 3");
  EXPECT_EQ(slice(a, 0, -9, false), "RuntimeError: Range end -9 is out of "
                                    "bounds for array of length 3");
  EXPECT_EQ(slice(a, 0.5, 1, false),
            "TypeError: Range bounds must be integers");
}

TEST_F(ArrayTest, ConcatAndAppend) {
  Value a = arrayOf({1, 2}), b = arrayOf({3}), c = arrayOf({"xy"});
  EXPECT_EQ(Value(rt_array_concat(a.array(), b.array())).text(), "[1, 2, 3]");
  EXPECT_EQ(Value(rt_array_concat(a.array(), c.array())).text(),
            "[1, 2, \"xy\"]");
  EXPECT_EQ(Value(rt_array_concat(a.array(), a.array())).text(),
            "[1, 2, 1, 2]");
  EXPECT_EQ(a.text(), "[1, 2]");
  Value empty(rt_array_new(RtElemNone, 0));
  EXPECT_EQ(Value(rt_array_concat(empty.array(), c.array())).text(),
            "[\"xy\"]");
  EXPECT_EQ(Value(rt_array_append(c.releaseArray(), a.array())).text(),
            "[\"xy\", 1, 2]");
}

TEST_F(ArrayTest, SortIsStableAndNatural) {
  Value mixed(
      rt_array_sort(arrayOf({"b", 3, 1.5, "a", Value(), -1}).releaseArray()));
  EXPECT_EQ(mixed.text(), "[-1, 1.5, 3, \"a\", \"b\", nil]");
  EXPECT_EQ(Value(rt_array_sort(arrayOf({10, 9, -3}).releaseArray())).text(),
            "[-3, 9, 10]");
  EXPECT_EQ(
      Value(rt_array_sort(arrayOf({"bb", "a", "b"}).releaseArray())).text(),
      "[\"a\", \"b\", \"bb\"]");
}

TEST_F(ArrayTest, SortKeepsTheOrderOfEqualElements) {
  Value array(rt_array_new(RtElemNone, 0));
  for (int i = 0; i < 100; ++i)
    array = push(array, i < 40 ? Value(7) : Value(7.0));
  std::string before = array.text();
  array = Value(rt_array_sort(array.releaseArray()));
  EXPECT_EQ(array.text(), before);
}

TEST_F(ArrayTest, SortsAsTheStandardLibraryDoes) {
  std::mt19937 random(3);
  for (int64_t len : {0, 1, 2, 15, 16, 17, 31, 32, 33, 100, 1000, 4097}) {
    RtArray *a = rt_array_new(RtElemFloat, len);
    std::vector<double> expected;
    for (int64_t i = 0; i < len; ++i) {
      expected.push_back(static_cast<int>(random() % 500) / 4.0);
      a = rt_array_push_f64(a, expected.back());
    }
    std::stable_sort(expected.begin(), expected.end());
    Value sorted(rt_array_sort(a));
    auto *slots = reinterpret_cast<double *>(sorted.array() + 1);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), slots)) << len;
  }
}

TEST_F(ArrayTest, RepeatSharesTheValue) {
  Value row = arrayOf({0, 0});
  Value matrix(rt_array_repeat(RtElemNone, row.p(), row.t(), 3));
  EXPECT_EQ(matrix.text(), "[[0, 0], [0, 0], [0, 0]]");
  EXPECT_EQ(row.array()->h.rc, 4);
  EXPECT_EQ(Value(rt_array_repeat(RtElemAny, 7, RtKindInt, 2)).text(),
            "[7, 7]");
  EXPECT_EQ(rt_array_repeat(RtElemInt, 7, RtKindInt, -1)->len, 0);
}

TEST_F(ArrayTest, EqualityCrossesElementKinds) {
  Value ints = arrayOf({1, 2});
  Value any(rt_array_to_any(ints.array()));
  Value floats = arrayOf({1.0, 2.0});
  EXPECT_TRUE(rt_array_equal(ints.array(), any.array()));
  EXPECT_TRUE(rt_array_equal(ints.array(), floats.array()));
  EXPECT_FALSE(rt_array_equal(ints.array(), arrayOf({1}).array()));
  Value back(rt_array_to_kind(any.array(), RtElemInt));
  EXPECT_EQ(elemKind(back), RtElemInt);
  EXPECT_EQ(rt_array_to_kind(any.array(), RtElemFloat), nullptr);
  EXPECT_TRUE(rt_array_contains(ints.array(), Value(2.0).p(), RtKindFloat));
}

TEST_F(ArrayTest, JoinUsesRawStrings) {
  Value separator(", ");
  EXPECT_EQ(take(rt_array_join(arrayOf({"aa", 1, 2.0, arrayOf({"x"})}).array(),
                               separator.string())),
            "aa, 1, 2.0, [\"x\"]");
}
} // namespace
