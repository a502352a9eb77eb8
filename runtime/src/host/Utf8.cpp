//===- Utf8.cpp - Text from outside -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"

using namespace ruchy::rt;

static bool isContinuation(const char *bytes, int64_t len, int64_t i) {
  return i < len && (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80;
}

int64_t host::validChar(const char *bytes, int64_t len) {
  auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80)
    return 1;
  if (lead < 0xC2 || lead > 0xF4)
    return 0;
  int64_t width = charWidth(bytes[0]);
  for (int64_t i = 1; i < width; ++i)
    if (!isContinuation(bytes, len, i))
      return 0;
  uint32_t c = decodeChar(bytes, width);
  constexpr uint32_t Least[] = {0, 0, 0x80, 0x800, 0x10000};
  bool isSurrogate = c >= 0xD800 && c < 0xE000;
  return c < Least[width] || c > 0x10FFFF || isSurrogate ? 0 : width;
}

bool host::isText(const char *bytes, int64_t len) {
  for (int64_t i = 0; i < len;) {
    int64_t width = validChar(bytes + i, len - i);
    if (width == 0)
      return false;
    i += width;
  }
  return true;
}

RtString *host::makeText(const char *bytes, int64_t len) {
  if (isText(bytes, len))
    return rt_string_from(bytes, len);
  Text text;
  for (int64_t i = 0; i < len;) {
    int64_t width = validChar(bytes + i, len - i);
    if (width)
      text.add(bytes + i, width);
    else
      text.add("\xEF\xBF\xBD");
    i += width ? width : 1;
  }
  return text.take();
}
