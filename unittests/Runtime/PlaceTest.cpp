//===- PlaceTest.cpp - Dynamic containers and iteration ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"

using namespace ruchy::rt::testing;

namespace {
class PlaceTest : public RuntimeTest {};

/// `root[indices].. = value`; the error or the new root goes to the result.
std::string set(Value &root, std::initializer_list<Value> indices,
                Value value) {
  std::vector<RtAny> path;
  for (const Value &index : indices)
    path.push_back(index.get());
  RtAny out, old = root.release(), item = value.release();
  RtStatus error =
      rt_any_place_set(&out, old.payload, old.tag, path.data(), path.size(),
                       item.payload, item.tag, TestSites);
  root = Value(out);
  return error ? messageOf(error) : root.text();
}

TEST_F(PlaceTest, SetsInPlaceWhenUnique) {
  Value root = arrayOf({arrayOf({1, 2}), arrayOf({3, 4})});
  RtArray *outer = root.array();
  EXPECT_EQ(set(root, {1, 0}, 9), "[[1, 2], [9, 4]]");
  EXPECT_EQ(set(root, {-1, -1}, 8), "[[1, 2], [9, 8]]");
  EXPECT_EQ(root.array(), outer);
}

TEST_F(PlaceTest, SharedLevelsAreCopied) {
  Value row = arrayOf({1, 2});
  Value root = arrayOf({row, row}), copy = root;
  EXPECT_EQ(set(root, {0, 0}, 5), "[[5, 2], [1, 2]]");
  EXPECT_EQ(copy.text(), "[[1, 2], [1, 2]]");
  EXPECT_EQ(row.text(), "[1, 2]");
}

TEST_F(PlaceTest, StoringAnotherKindMakesTheLevelDynamic) {
  Value root = arrayOf({arrayOf({1, 2}), arrayOf({3, 4})});
  EXPECT_EQ(set(root, {0, 1}, "text"), "[[1, \"text\"], [3, 4]]");
  EXPECT_EQ(set(root, {1}, Value()), "[[1, \"text\"], nil]");
  EXPECT_EQ(set(root, {1}, root), "[[1, \"text\"], [[1, \"text\"], nil]]");
}

TEST_F(PlaceTest, FailuresChangeNothing) {
  Value root = arrayOf({arrayOf({1}), "text"});
  EXPECT_EQ(set(root, {0, 3}, "some value"),
            "RuntimeError: Index 3 out of bounds for array of length 1");
  EXPECT_EQ(set(root, {1, 0}, "x"),
            "RuntimeError: Cannot index string with integer");
  EXPECT_EQ(set(root, {"key"}, 1),
            "RuntimeError: Cannot index array with string");
  EXPECT_EQ(root.text(), "[[1], \"text\"]");
}

std::string index(const Value &container, const Value &i) {
  RtAny out;
  RtStatus error =
      rt_any_index(&out, container.p(), container.t(), i.p(), i.t(), &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

TEST_F(PlaceTest, Indexing) {
  EXPECT_EQ(index(arrayOf({1, "b"}), -1), "\"b\"");
  EXPECT_EQ(index("h\u00E9", 1), "\"\u00E9\"");
  EXPECT_EQ(index(5, 1), "RuntimeError: Cannot index integer with integer");
  EXPECT_EQ(index(arrayOf({1}), 1.0),
            "RuntimeError: Cannot index array with float");
  Value range(rt_range_new(1, RtKindInt, 2, RtKindInt, 1));
  EXPECT_EQ(index(arrayOf({1, 2, 3}), range), "[2, 3]");
  EXPECT_EQ(index("abc", range), "\"bc\"");
}

std::string iterate(const Value &value) {
  RtAny iter;
  if (RtStatus error = rt_any_iter(&iter, value.p(), value.t(), &TestSite))
    return messageOf(error);
  Value owner(iter);
  std::string result;
  for (int64_t i = 0; i < rt_any_iter_len(iter.payload, iter.tag); ++i) {
    RtAny item;
    rt_any_iter_at(&item, iter.payload, iter.tag, i);
    result += Value(item).text() + ";";
  }
  return result;
}

TEST_F(PlaceTest, Iteration) {
  EXPECT_EQ(iterate(arrayOf({1, "b"})), "1;\"b\";");
  EXPECT_EQ(iterate("a\u00E9"), "\"a\";\"\u00E9\";");
  EXPECT_EQ(iterate(Value(rt_range_new(3, RtKindInt, 5, RtKindInt, 1))),
            "3;4;5;");
  EXPECT_EQ(iterate(5), "TypeError: Cannot iterate over integer");
}
} // namespace
