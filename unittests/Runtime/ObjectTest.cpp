//===- ObjectTest.cpp - Tuples, records, variants, cycles -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuntimeTesting.h"

using namespace ruchy::rt::testing;

namespace {
class ObjectTest : public RuntimeTest {};

constexpr RtFieldName PointFields[] = {{"y", 1}, {"x", 1}};
constexpr uint32_t PointOrder[] = {1, 0};
constexpr RtShape PointShape = {RtKindStruct, 0, "Point",    5, nullptr, 0,
                                PointFields,  2, PointOrder, 0, nullptr, 0,
                                &PointShape,  0};
constexpr RtFieldName NodeFields[] = {{"next", 4}};
constexpr uint32_t NodeOrder[] = {0};
constexpr RtShape NodeShape = {RtKindInstance, 0, "Node",    4, nullptr, 0,
                               NodeFields,     1, NodeOrder, 0, nullptr, 0,
                               &NodeShape,     0};

Value own(const void *object) {
  auto *header = static_cast<const RtHeader *>(object);
  return Value(RtAny{static_cast<int64_t>(reinterpret_cast<uintptr_t>(object)),
                     rtKindOf(header->type)});
}

Value tupleOf(std::initializer_list<Value> items) {
  RtTuple *tuple = rt_tuple_new(static_cast<int64_t>(items.size()));
  int64_t i = 0;
  for (Value item : items)
    tuple->items[i++] = item.release();
  return own(tuple);
}

Value recordOf(const RtShape &shape, std::initializer_list<Value> fields) {
  RtRecord *record = rt_record_new(&shape, shape.kind, shape.numFields);
  int64_t i = 0;
  for (Value field : fields)
    record->fields[i++] = field.release();
  return own(record);
}

Value some(Value value) {
  RtAny any = value.release();
  return own(rt_option_new(RtCaseSome, any.payload, any.tag));
}
Value err(Value value) {
  RtAny any = value.release();
  return own(rt_option_new(RtCaseErr, any.payload, any.tag));
}

std::string field(const Value &object, const char *name) {
  RtAny out;
  Value text(name);
  RtStatus error =
      rt_any_field(&out, object.p(), object.t(), text.string(), &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

std::string call(const Value &self, const char *name,
                 std::initializer_list<Value> args = {}) {
  RtAny out;
  std::vector<RtAny> list;
  for (const Value &arg : args)
    list.push_back(arg.get());
  RtStatus error = rt_any_call_method(
      &out, self.p(), self.t(), name, static_cast<int64_t>(strlen(name)),
      list.data(), static_cast<int64_t>(list.size()), &TestSite);
  return error ? messageOf(error) : Value(out).text();
}

/// A step of a path that names a field.
struct Field {
  Value name;
  explicit Field(const char *text) : name(text) {}
  RtAny step() const { return {name.p(), name.t() | RtStepField}; }
};

TEST_F(ObjectTest, Display) {
  Value point = recordOf(PointShape, {2, "a"});
  EXPECT_EQ(point.text(), "Point {x: \"a\", y: 2}");
  EXPECT_EQ(tupleOf({1, "b"}).text(RtDisplayInterpolated), "(1, b)");
  EXPECT_EQ(tupleOf({point, 1}).text(RtDisplayInterpolated),
            "(Point {x: \"a\", y: 2}, 1)");
  EXPECT_EQ(some("x").text(RtDisplayInterpolated), "Some(\"x\")");
  EXPECT_EQ(own(&rt_none).text(), "None");
  EXPECT_EQ(tupleOf({}).text(), "()");
}

TEST_F(ObjectTest, Fields) {
  Value point = recordOf(PointShape, {2, "a"});
  EXPECT_EQ(field(point, "y"), "2");
  EXPECT_EQ(field(point, "z"),
            "RuntimeError: Field 'z' not found in struct Point");
  EXPECT_EQ(field(5, "z"),
            "RuntimeError: Cannot access field 'z' on type integer");
  EXPECT_EQ(field(tupleOf({1, 2}), "1"), "2");
  EXPECT_EQ(field(tupleOf({1, 2}), "2"),
            "RuntimeError: Index 2 out of bounds for tuple of length 2");
  EXPECT_EQ(field(Value(rt_range_new(1, RtKindInt, 2, RtKindInt, 0)), "end"),
            "2");
}

TEST_F(ObjectTest, EqualityAndOrder) {
  Value a = recordOf(PointShape, {2, "a"}),
        b = recordOf(PointShape, {2.0, "a"});
  EXPECT_TRUE(rt_any_equal(a.p(), a.t(), b.p(), b.t()));
  EXPECT_EQ(rt_any_hash(a.p(), a.t()), rt_any_hash(b.p(), b.t()));
  Value n = recordOf(NodeShape, {1}), m = recordOf(NodeShape, {1});
  EXPECT_FALSE(rt_any_equal(n.p(), n.t(), m.p(), m.t()));
  Value x = tupleOf({1, "b"}), y = tupleOf({1, "c"});
  int64_t order = 0;
  EXPECT_EQ(
      messageOf(rt_any_compare(&order, x.p(), x.t(), y.p(), y.t(), &TestSite)),
      "ok");
  EXPECT_EQ(order, -1);
  Value none = own(&rt_none), one = some(1);
  EXPECT_EQ(messageOf(rt_any_compare(&order, one.p(), one.t(), none.p(),
                                     none.t(), &TestSite)),
            "ok");
  EXPECT_EQ(order, 1);
}

TEST_F(ObjectTest, OptionsAreLoose) {
  EXPECT_EQ(call(some(4), "unwrap"), "4");
  EXPECT_EQ(call(7, "unwrap"), "7");
  EXPECT_EQ(call(Value(), "unwrap"), "RuntimeError: called "
                                     "`Option::unwrap()` on a `None` value");
  EXPECT_EQ(call(err("e"), "unwrap"),
            "RuntimeError: called `Result::unwrap()` on an `Err` value: \"e\"");
  EXPECT_EQ(call(own(&rt_none), "expect", {"why"}), "RuntimeError: panic: why");
  EXPECT_EQ(call(err("e"), "unwrap_or", {3}), "3");
  EXPECT_EQ(call(Value(), "ok_or", {"no"}), "Err(\"no\")");
  EXPECT_EQ(call(err(1), "err"), "Some(1)");
  EXPECT_EQ(call(some(some(1)), "flatten"), "Some(1)");
  EXPECT_EQ(call("text", "is_ok"), "true");
  EXPECT_EQ(call(own(&rt_none), "is_none"), "true");
}

TEST_F(ObjectTest, PathsThroughRecords) {
  Value inner = recordOf(PointShape, {1, arrayOf({1, 2})});
  Value copy = inner;
  RtAny root = tupleOf({inner, 5}).release();
  Field first("0"), x("x");
  RtAny path[] = {first.step(), x.step(), {1, RtKindInt}};
  EXPECT_EQ(messageOf(rt_any_place_set(&root, root.payload, root.tag, path, 3,
                                       9, RtKindInt, TestSites)),
            "ok");
  EXPECT_EQ(copy.text(), "Point {x: [1, 2], y: 1}");
  RtAny out;
  Value item(8);
  EXPECT_EQ(
      messageOf(rt_any_place_method(&out, &root, root.payload, root.tag, path,
                                    2, "push", 4, &item.get(), 1, TestSites)),
      "ok");
  EXPECT_EQ(messageOf(rt_any_place_move(&out, &root, root.payload, root.tag,
                                        path, 2, TestSites)),
            "ok");
  EXPECT_EQ(messageOf(rt_any_place_set(&root, root.payload, root.tag, path, 2,
                                       out.payload, out.tag, TestSites)),
            "ok");
  EXPECT_EQ(Value(root).text(), "(Point {x: [1, 9, 8], y: 1}, 5)");
}

TEST_F(ObjectTest, HolesInTypedArraysAreFilledAgain) {
  RtAny root = arrayOf({"a", "b"}).release(), out;
  RtAny path[] = {{1, RtKindInt}};
  EXPECT_EQ(messageOf(rt_any_place_move(&out, &root, root.payload, root.tag,
                                        path, 1, TestSites)),
            "ok");
  EXPECT_EQ(messageOf(rt_any_place_set(&root, root.payload, root.tag, path, 1,
                                       out.payload, out.tag, TestSites)),
            "ok");
  EXPECT_EQ(Value(root).text(), "[\"a\", \"b\"]");
}

TEST_F(ObjectTest, InstancesChangeInPlace) {
  Value node = recordOf(NodeShape, {1}), other = node;
  RtAny root = node.release();
  Field next("next");
  RtAny path[] = {next.step()};
  Value text("new");
  RtAny item = text.release();
  EXPECT_EQ(messageOf(rt_any_place_set(&root, root.payload, root.tag, path, 1,
                                       item.payload, item.tag, TestSites)),
            "ok");
  EXPECT_EQ(other.text(), "Node {next: \"new\"}");
  Value owner(root);
  rt_collect_cycles();
}

void setNext(Value &node, Value next) {
  auto *record = reinterpret_cast<RtRecord *>(node.p());
  rt_drop_any(record->fields[0].payload, record->fields[0].tag);
  record->fields[0] = next.release();
}

TEST_F(ObjectTest, CyclesAreCollected) {
  for (int i = 0; i < 5000; ++i) {
    Value a = recordOf(NodeShape, {Value()}), b = recordOf(NodeShape, {a});
    setNext(a, arrayOf({b, "text"}));
  }
  // The buffer of candidates was full several times.
  EXPECT_LT(rt_live_objects(), 10000);
  Value kept = recordOf(NodeShape, {Value()});
  setNext(kept, kept);
  Value view = kept;
  rt_collect_cycles();
  EXPECT_EQ(view.text(), "Node {next: Node {...}}");
  view = Value();
  kept = Value();
  rt_collect_cycles();
}

TEST_F(ObjectTest, DeepListsAreFreed) {
  Value list;
  for (int i = 0; i < 1000000; ++i)
    list = i % 2 ? some(std::move(list)) : tupleOf({std::move(list), 1});
  list = Value();
  Value chain;
  for (int i = 0; i < 300000; ++i)
    chain = recordOf(NodeShape, {std::move(chain)});
  setNext(chain, chain);
  chain = Value();
  rt_collect_cycles();
}
} // namespace
