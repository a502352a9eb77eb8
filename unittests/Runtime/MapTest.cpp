//===- MapTest.cpp - Maps and sets ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"

using namespace ruchy::rt::testing;

namespace {
class MapTest : public RuntimeTest {};

Value own(RtTable *table) {
  return Value(RtAny{static_cast<int64_t>(reinterpret_cast<uintptr_t>(table)),
                     rtKindOf(table->h.type)});
}
RtTable *table(const Value &value) {
  return reinterpret_cast<RtTable *>(value.p());
}

Value mapOf(std::initializer_list<Value> entries) {
  RtTable *map = rt_map_new(0);
  for (auto it = entries.begin(); it != entries.end(); it += 2) {
    RtAny key = Value(it[0]).release(), value = Value(it[1]).release();
    map = rt_map_put(map, key.payload, key.tag, value.payload, value.tag);
  }
  return own(map);
}

Value setOf(std::initializer_list<Value> items) {
  RtTable *set = rt_set_new(0);
  for (Value item : items) {
    RtAny any = item.release();
    set = rt_set_put(set, any.payload, any.tag);
  }
  return own(set);
}

/// A method on a place.
std::string change(Value &self, const char *name,
                   std::initializer_list<Value> args) {
  RtAny out, recv = self.release();
  std::vector<RtAny> list;
  for (const Value &arg : args)
    list.push_back(arg.get());
  RtStatus error =
      rt_any_call_mutating(&out, &recv, recv.payload, recv.tag, name,
                           static_cast<int64_t>(strlen(name)), list.data(),
                           static_cast<int64_t>(list.size()), &TestSite);
  self = Value(recv);
  return error ? messageOf(error) : Value(out).text();
}

std::string get(const Value &map, const Value &key) {
  RtAny out;
  rt_map_get(&out, table(map), key.p(), key.t());
  return Value(out).text();
}

TEST_F(MapTest, DisplaySortsKeys) {
  Value map = mapOf({"name", "Al", "age", 3, 10, 1, 9.5, 2});
  EXPECT_EQ(map.text(), "{9.5: 2, 10: 1, age: 3, name: \"Al\"}");
  EXPECT_EQ(map.text(RtDisplayInterpolated),
            "{9.5: 2, 10: 1, age: 3, name: Al}");
  EXPECT_EQ(mapOf({}).text(), "{}");
  EXPECT_EQ(setOf({3, 1, 3, 2}).text(), "{1, 2, 3}");
}

TEST_F(MapTest, KeysOfAllKinds) {
  Value map = mapOf({1, "int", arrayOf({1, 2}), "array", true, "bool"});
  EXPECT_EQ(get(map, 1.0), "\"int\"");
  EXPECT_EQ(get(map, 1.5), "nil");
  EXPECT_EQ(get(map, arrayOf({1.0, 2})), "\"array\"");
  EXPECT_EQ(get(map, true), "\"bool\"");
  EXPECT_EQ(get(map, "1"), "nil");
  RtAny out;
  Value key("b");
  EXPECT_EQ(
      messageOf(rt_map_index(&out, table(map), key.p(), key.t(), &TestSite)),
      "RuntimeError: Key 'b' not found in object");
}

TEST_F(MapTest, RemovalKeepsOrder) {
  Value map = mapOf({"c", 1, "a", 2, "b", 3});
  EXPECT_EQ(change(map, "remove", {"a"}), "2");
  EXPECT_EQ(change(map, "remove", {"a"}), "nil");
  EXPECT_EQ(change(map, "insert", {"a", 4}), "nil");
  EXPECT_EQ(change(map, "insert", {"c", 5}), "1");
  EXPECT_EQ(Value(rt_map_keys(table(map), RtElemNone)).text(),
            "[\"c\", \"b\", \"a\"]");
  EXPECT_EQ(Value(rt_map_items(table(map))).text(),
            "[(\"c\", 5), (\"b\", 3), (\"a\", 4)]");
}

TEST_F(MapTest, CopiesAreIndependent) {
  Value map = mapOf({"k", arrayOf({1})}), copy = map;
  RtTable *before = table(map);
  EXPECT_EQ(change(map, "or_insert", {"k", 0}), "[1]");
  EXPECT_EQ(change(map, "or_insert", {"l", 0}), "0");
  EXPECT_NE(table(map), before);
  EXPECT_EQ(copy.text(), "{k: [1]}");
  EXPECT_EQ(change(map, "clear", {}), "nil");
  EXPECT_EQ(map.text(), "{}");
  EXPECT_FALSE(rt_any_equal(map.p(), map.t(), copy.p(), copy.t()));
}

TEST_F(MapTest, ManyEntries) {
  RtTable *map = rt_map_new(0);
  constexpr int64_t Count = 20000;
  for (int64_t i = 0; i < Count; ++i)
    map = rt_map_put(map, i * 7919 % Count, RtKindInt, i, RtKindInt);
  RtAny out;
  for (int64_t i = 0; i < Count; i += 2)
    map = rt_map_remove(&out, map, i, RtKindInt);
  EXPECT_EQ(map->len, Count / 2);
  for (int64_t i = 0; i < Count; ++i)
    EXPECT_EQ(rt_map_has(map, i, RtKindInt), i % 2 == 1);
  // Work with a constant number of entries needs constant room.
  for (int64_t i = 0; i < 10 * Count; ++i) {
    map = rt_map_put(map, -1 - i, RtKindInt, 0, RtKindInt);
    map = rt_map_remove(&out, map, -1 - i, RtKindInt);
  }
  EXPECT_LE(map->cap, 4 * Count);
  Value owner = own(map);
}

TEST_F(MapTest, Sets) {
  Value a = setOf({1, 2, 3}), b = setOf({3, 4});
  EXPECT_EQ(own(rt_set_union(table(a), table(b))).text(), "{1, 2, 3, 4}");
  EXPECT_EQ(own(rt_set_intersection(table(a), table(b))).text(), "{3}");
  EXPECT_EQ(own(rt_set_difference(table(a), table(b))).text(), "{1, 2}");
  EXPECT_EQ(change(a, "insert", {3}), "false");
  EXPECT_EQ(change(a, "remove", {3}), "true");
  EXPECT_EQ(change(a, "map_no", {}),
            "RuntimeError: Method 'map_no' not found for type set");
  Value c = setOf({2, 1});
  EXPECT_TRUE(rt_any_equal(a.p(), a.t(), c.p(), c.t()));
}

TEST_F(MapTest, AdaptersOfOtherSequences) {
  RtAny out;
  Value range(rt_range_new(1, RtKindInt, 4, RtKindInt, 0)), two(2);
  EXPECT_EQ(messageOf(rt_any_call_method(&out, range.p(), range.t(), "chunks",
                                         6, &two.get(), 1, &TestSite)),
            "ok");
  EXPECT_EQ(Value(out).text(), "[[1, 2], [3]]");
  Value words = arrayOf({"b", "a", "b"});
  EXPECT_EQ(messageOf(rt_any_call_method(&out, words.p(), words.t(), "zip", 3,
                                         &range.get(), 1, &TestSite)),
            "ok");
  EXPECT_EQ(Value(out).text(), "[(\"b\", 1), (\"a\", 2), (\"b\", 3)]");
  EXPECT_EQ(Value(rt_array_unique_elements(words.array())).text(),
            "[\"b\", \"a\"]");
}
} // namespace
