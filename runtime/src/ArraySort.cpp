//===- ArraySort.cpp - Sorting and reversing --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A stable bottom-up merge sort that starts from runs sorted by insertion,
/// one instance per form of slot.
///
//===----------------------------------------------------------------------===//

#include "Support.h"
#include "ruchy_rt/Maps.h"

using namespace ruchy::rt;

/// Not-a-number sorts behind all numbers.
static bool floatBefore(double a, double b) {
  return a < b || (a == a && b != b);
}

static bool anyBefore(RtAny a, RtAny b) {
  return rt_any_order(RT_PASS(a), RT_PASS(b)) < 0;
}

/// One form of slot with its order.
struct IntSlot {
  using Type = int64_t;
  static bool before(int64_t a, int64_t b) { return a < b; }
};
struct FloatSlot {
  using Type = double;
  static bool before(double a, double b) { return floatBefore(a, b); }
};
struct BoolSlot {
  using Type = uint8_t;
  static bool before(uint8_t a, uint8_t b) { return a < b; }
};
struct RefSlot {
  using Type = int64_t;
  static bool before(int64_t a, int64_t b) {
    return anyBefore(makeRef(objectOf(a)), makeRef(objectOf(b)));
  }
};
struct AnySlot {
  using Type = RtAny;
  static bool before(RtAny a, RtAny b) { return anyBefore(a, b); }
};

static constexpr int64_t RunLength = 16;

template <typename Slot>
static void sortRun(typename Slot::Type *items, int64_t len) {
  for (int64_t i = 1; i < len; ++i) {
    auto item = items[i];
    int64_t at = i;
    for (; at > 0 && Slot::before(item, items[at - 1]); --at)
      items[at] = items[at - 1];
    items[at] = item;
  }
}

template <typename Slot>
static void merge(typename Slot::Type *to, const typename Slot::Type *from,
                  int64_t middle, int64_t len) {
  int64_t left = 0, right = middle;
  for (int64_t i = 0; i < len; ++i)
    to[i] = right == len ||
                    (left < middle && !Slot::before(from[right], from[left]))
                ? from[left++]
                : from[right++];
}

template <typename Slot> static void sortSlots(RtArray *a) {
  using Type = typename Slot::Type;
  auto *items = &slot<Type>(a, 0);
  int64_t len = a->len;
  for (int64_t i = 0; i < len; i += RunLength)
    sortRun<Slot>(items + i, len - i < RunLength ? len - i : RunLength);
  if (len <= RunLength)
    return;
  uint64_t bytes = blockSize(static_cast<uint64_t>(len) * sizeof(Type));
  auto *buffer = static_cast<Type *>(allocate(bytes));
  Type *from = items, *to = buffer;
  for (int64_t width = RunLength; width < len; width *= 2) {
    for (int64_t i = 0; i < len; i += 2 * width) {
      int64_t rest = len - i;
      int64_t middle = rest < width ? rest : width;
      merge<Slot>(to + i, from + i, middle,
                  rest < 2 * width ? rest : 2 * width);
    }
    Type *other = from;
    from = to;
    to = other;
  }
  if (from != items)
    __builtin_memcpy(items, from, static_cast<size_t>(len) * sizeof(Type));
  deallocate(buffer, bytes);
}

extern "C" RtArray *rt_array_sort(RtArray *a) {
  a = rt_array_make_unique(a);
  if (a->len < 2)
    return a;
  switch (rtElemKindOf(a->h.type)) {
  case RtElemInt:
    sortSlots<IntSlot>(a);
    break;
  case RtElemFloat:
    sortSlots<FloatSlot>(a);
    break;
  case RtElemBool:
    sortSlots<BoolSlot>(a);
    break;
  case RtElemRef:
    sortSlots<RefSlot>(a);
    break;
  default:
    sortSlots<AnySlot>(a);
  }
  return a;
}

template <typename T> static void reverseSlots(RtArray *a) {
  for (int64_t i = 0, j = a->len - 1; i < j; ++i, --j) {
    T first = slot<T>(a, i);
    slot<T>(a, i) = slot<T>(a, j);
    slot<T>(a, j) = first;
  }
}

extern "C" RtArray *rt_array_reverse(RtArray *a) {
  a = rt_array_make_unique(a);
  switch (rtElemSize(rtElemKindOf(a->h.type))) {
  case 1:
    reverseSlots<uint8_t>(a);
    break;
  case 16:
    reverseSlots<RtAny>(a);
    break;
  default:
    reverseSlots<int64_t>(a);
  }
  return a;
}
