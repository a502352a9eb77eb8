//===- CountTest.cpp - Reference counts and memory --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"
#include <random>

using namespace ruchy::rt::testing;

namespace {
class CountTest : public RuntimeTest {};

TEST_F(CountTest, LiveObjectsCountsWhatIsAlive) {
  int64_t before = rt_live_objects();
  RtString *s = rt_string_from("two bytes", 9);
  EXPECT_EQ(rt_live_objects(), before + 1);
  rt_dup(s);
  EXPECT_FALSE(rt_is_unique(s));
  rt_drop(s);
  EXPECT_TRUE(rt_is_unique(s));
  EXPECT_EQ(rt_live_objects(), before + 1);
  rt_drop(s);
  EXPECT_EQ(rt_live_objects(), before);
  rt_drop(nullptr);
}

TEST_F(CountTest, ConstantsAreNeverCounted) {
  int64_t before = rt_live_objects();
  RtString *empty = rt_string_from("", 0), *one = rt_string_from("x", 1);
  RtArray *array = rt_array_new(RtElemInt, 0);
  EXPECT_EQ(rt_live_objects(), before);
  for (void *object : {(void *)empty, (void *)one, (void *)array}) {
    int32_t count = static_cast<RtHeader *>(object)->rc;
    EXPECT_LT(count, 0);
    rt_dup(object);
    rt_drop(object);
    rt_drop(object);
    EXPECT_EQ(static_cast<RtHeader *>(object)->rc, count);
    EXPECT_FALSE(rt_is_unique(object));
  }
}

TEST_F(CountTest, FreesAMillionLevelsWithoutRecursion) {
  RtArray *list = rt_array_new(RtElemNone, 0);
  for (int i = 0; i < 1000000; ++i) {
    RtArray *node = rt_array_push_ref(rt_array_new(RtElemRef, 2),
                                      rt_string_from("item", 4));
    list = rt_array_push_ref(node, list);
  }
  EXPECT_GT(rt_live_objects(), 1999999);
  rt_drop(list);
}

TEST_F(CountTest, FreesNestedDynamicArraysWithSharedParts) {
  Value shared = arrayOf({1, "text", Value()});
  Value tree =
      arrayOf({shared, 2, arrayOf({shared, shared, "more text"}), 1.5});
  ASSERT_EQ(elemKind(tree), RtElemAny);
  tree = Value();
  EXPECT_TRUE(rt_is_unique(shared.array()));
  EXPECT_EQ(shared.text(), "[1, \"text\", nil]");
}

TEST_F(CountTest, FreesThrownValues) {
  Value inner = arrayOf({arrayOf({"some text"})});
  RtStatus error = rt_error_throw(inner.p(), inner.t(), &TestSite);
  rt_dup_any(inner.p(), inner.t());
  rt_error_drop(error);
  EXPECT_TRUE(rt_is_unique(inner.array()));
}

// Blocks of all sizes are used at once; any overlap would damage a pattern.
TEST_F(CountTest, BlocksOfAllSizesKeepTheirBytes) {
  std::mt19937 random(7);
  std::vector<Value> live(400);
  std::vector<std::pair<char, int64_t>> expected(live.size());
  for (int step = 0; step < 20000; ++step) {
    size_t at = random() % live.size();
    if (live[at].kind() == RtKindString) {
      RtString *s = live[at].string();
      ASSERT_EQ(s->len, expected[at].second);
      for (int64_t i = 0; i < s->len; i += 1 + s->len / 8)
        ASSERT_EQ(s->bytes[i], expected[at].first);
      if (s->len > 0)
        ASSERT_EQ(s->bytes[s->len - 1], expected[at].first);
    }
    int64_t len = random() % (step % 50 == 0 ? 300000 : 3000);
    char fill = static_cast<char>('a' + random() % 26);
    live[at] = Value(rt_string_from(std::string(len, fill).data(), len));
    expected[at] = {fill, len};
  }
}

TEST_F(CountTest, LargeBlocksGrowWithTheirContents) {
  RtArray *a = rt_array_new(RtElemNone, 0);
  constexpr int64_t Count = 3000000;
  for (int64_t i = 0; i < Count; ++i)
    a = rt_array_push_i64(a, i * 3);
  Value array(a);
  ASSERT_EQ(a->len, Count);
  auto *slots = reinterpret_cast<int64_t *>(a + 1);
  for (int64_t i = 0; i < Count; ++i)
    ASSERT_EQ(slots[i], i * 3);
}
} // namespace
