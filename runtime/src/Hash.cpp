//===- Hash.cpp - Hashes of values ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Equal values have equal hashes, whatever kind of number they hold.
///
//===----------------------------------------------------------------------===//

#include "Children.h"
#include "Table.h"

using namespace ruchy::rt;

/// Mixes by the high half of a product too, so that all bits take part.
static uint64_t mix(uint64_t a, uint64_t b) {
  constexpr uint64_t Odd = 0x9E3779B97F4A7C15;
  uint64_t x = (a ^ b) * Odd;
  x ^= x >> 32;
  x *= Odd;
  return x ^ x >> 29;
}

static uint64_t hashBytes(const char *bytes, int64_t len) {
  uint64_t hash = static_cast<uint64_t>(len) + 1;
  for (; len >= 8; bytes += 8, len -= 8) {
    uint64_t word;
    __builtin_memcpy(&word, bytes, 8);
    hash = mix(hash, word);
  }
  uint64_t rest = 0;
  for (int64_t i = 0; i < len; ++i)
    rest |= static_cast<uint64_t>(static_cast<unsigned char>(bytes[i]))
            << (8 * i);
  return mix(hash, rest);
}

static uint64_t hashOf(RtAny value);

static uint64_t hashFloat(double value) {
  constexpr double Limit = 9223372036854775808.0;
  if (value >= -Limit && value < Limit) {
    auto whole = static_cast<int64_t>(value);
    if (static_cast<double>(whole) == value)
      return mix(static_cast<uint64_t>(whole), RtKindInt);
  }
  return mix(__builtin_bit_cast(uint64_t, value), RtKindFloat);
}

static uint64_t hashArray(const RtArray *a) {
  DepthGuard guard;
  uint64_t hash = static_cast<uint64_t>(a->len) + RtKindArray;
  for (int64_t i = 0; i < a->len; ++i)
    hash = mix(hash, hashOf(elementOf(a, i)));
  return hash;
}

static uint64_t hashParts(RtHeader *object, uint64_t hash) {
  DepthGuard guard;
  Parts parts = partsOf(object);
  for (int64_t i = 0; i < parts.count; ++i)
    hash = mix(hash, hashOf(parts.items[i]));
  return hash;
}

/// The order of entries does not count.
static uint64_t hashTable(const RtTable *table) {
  DepthGuard guard;
  uint64_t hash = static_cast<uint64_t>(table->len);
  bool isMap = widthOf(table) == 2;
  forEachEntry(table, [&](int64_t i) {
    uint64_t value = isMap ? hashOf(valueAt(table, i)) : 0;
    hash += mix(hashOf(keyAt(table, i)), value);
  });
  return hash;
}

static uint64_t hashOf(RtAny value) {
  uint8_t kind = rtKindOf(value.tag);
  switch (kind) {
  case RtKindInt:
    return mix(static_cast<uint64_t>(value.payload), RtKindInt);
  case RtKindFloat:
    return hashFloat(floatOf(value));
  case RtKindString:
    return hashBytes(stringOf(value)->bytes, stringOf(value)->len);
  case RtKindAtom:
    return hashBytes(stringOf(value)->bytes, stringOf(value)->len) + 1;
  case RtKindArray:
    return hashArray(arrayOf(value));
  case RtKindRange:
    return mix(hashOf(rangeOf(value)->start), hashOf(rangeOf(value)->end));
  case RtKindMap:
  case RtKindSet:
    return hashTable(tableOf(value));
  case RtKindTuple:
    return hashParts(objectOf(value.payload), RtKindTuple);
  case RtKindStruct:
  case RtKindEnum: {
    auto *record = reinterpret_cast<RtRecord *>(objectOf(value.payload));
    return hashParts(&record->h,
                     static_cast<uint64_t>(payloadOf(record->shape)));
  }
  default:
    return mix(static_cast<uint64_t>(value.payload), kind);
  }
}

extern "C" uint32_t rt_any_hash(RT_A(value)) {
  uint64_t hash = hashOf({valuePayload, valueTag});
  return static_cast<uint32_t>(hash ^ hash >> 32);
}
