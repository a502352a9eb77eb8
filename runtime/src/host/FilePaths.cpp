//===- FilePaths.cpp - Paths as strings -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The rules of Rust's std::path on Unix. Nothing here asks the system.
///
//===----------------------------------------------------------------------===//

#include "HostHelpers.h"
#include "ruchy_rt/Arrays.h"

using namespace ruchy::rt;
using namespace ruchy::rt::host;

namespace {
/// A piece of a text.
struct Piece {
  const char *bytes;
  int64_t len;

  bool is(const char *text) const {
    auto size = static_cast<int64_t>(__builtin_strlen(text));
    return len == size &&
           __builtin_memcmp(bytes, text, static_cast<size_t>(size)) == 0;
  }
};
} // namespace

static Piece pieceOf(RtAny path) {
  return {stringOf(path)->bytes, stringOf(path)->len};
}

static bool isAbsolute(Piece path) { return path.len && path.bytes[0] == '/'; }

/// Without slashes at the end, except the root.
static Piece trimSlashes(Piece path) {
  while (path.len > 1 && path.bytes[path.len - 1] == '/')
    --path.len;
  return path;
}

/// What stands behind the last slash.
static Piece lastName(Piece path) {
  path = trimSlashes(path);
  int64_t start = path.len;
  while (start > 0 && path.bytes[start - 1] != '/')
    --start;
  return {path.bytes + start, path.len - start};
}

static bool isFileName(Piece name) {
  return name.len > 0 && !name.is("..") && !name.is(".");
}

/// Position of the dot before the extension; the length without one. A dot at
/// the start is none.
static int64_t findDot(Piece name) {
  for (int64_t i = name.len - 1; i > 0; --i)
    if (name.bytes[i] == '.')
      return i;
  return name.len;
}

static void givePiece(RtAny *out, Piece piece) {
  *out = makeRef(rt_string_from(piece.bytes, piece.len));
}

static Text &addJoined(Text &text, Piece part) {
  return text.add(part.bytes, part.len);
}

static RtString *join(const RtString *a, Piece b) {
  Text text;
  if (isAbsolute(b) || a->len == 0)
    return addJoined(text, b).take();
  text.add(a);
  if (a->bytes[a->len - 1] != '/')
    text.add("/");
  return addJoined(text, b).take();
}

extern "C" RtStatus rt_path_join(RtString **out, RT_A(a), RT_A(b),
                                 const RtSite *site) {
  RtAny a = {aPayload, aTag}, b = {bPayload, bTag};
  if (RtStatus error = expectString("path_join", a, site))
    return error;
  if (RtStatus error = expectString("path_join", b, site))
    return error;
  *out = join(stringOf(a), pieceOf(b));
  return nullptr;
}

extern "C" RtStatus rt_path_join_many(RtString **out, RT_A(parts),
                                      const RtSite *site) {
  RtAny parts = {partsPayload, partsTag};
  if (!isKind(parts, RtKindArray)) {
    Text text;
    text.add("path_join_many() expects an array, got ").addKind(parts);
    return typeError(text, site);
  }
  RtString *path = emptyString();
  for (int64_t i = 0; i < arrayOf(parts)->len; ++i) {
    RtAny part = elementOf(arrayOf(parts), i);
    if (RtStatus error = expectString("path_join_many", part, site)) {
      drop(path);
      return error;
    }
    RtString *longer = join(path, pieceOf(part));
    drop(path);
    path = longer;
  }
  *out = path;
  return nullptr;
}

extern "C" RtStatus rt_path_parent(RtAny *out, RT_A(path), const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("path_parent", path, site))
    return error;
  Piece whole = trimSlashes(pieceOf(path));
  *out = makeNil();
  if (whole.len == 0 || whole.is("/"))
    return nullptr;
  int64_t len = whole.len - lastName(whole).len;
  givePiece(out,
            len == 0 ? Piece{whole.bytes, 0} : trimSlashes({whole.bytes, len}));
  return nullptr;
}

extern "C" RtStatus rt_path_file_name(RtAny *out, RT_A(path),
                                      const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("path_file_name", path, site))
    return error;
  Piece name = lastName(pieceOf(path));
  *out = makeNil();
  if (isFileName(name))
    givePiece(out, name);
  return nullptr;
}

extern "C" RtStatus rt_path_file_stem(RtAny *out, RT_A(path),
                                      const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("path_file_stem", path, site))
    return error;
  Piece name = lastName(pieceOf(path));
  *out = makeNil();
  if (isFileName(name))
    givePiece(out, {name.bytes, findDot(name)});
  return nullptr;
}

extern "C" RtStatus rt_path_extension(RtAny *out, RT_A(path),
                                      const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("path_extension", path, site))
    return error;
  Piece name = lastName(pieceOf(path));
  int64_t dot = findDot(name);
  *out = makeNil();
  if (isFileName(name) && dot < name.len)
    givePiece(out, {name.bytes + dot + 1, name.len - dot - 1});
  return nullptr;
}

extern "C" RtStatus rt_path_with_extension(RtString **out, RT_A(path),
                                           RT_A(extension),
                                           const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  RtAny extension = {extensionPayload, extensionTag};
  if (RtStatus error = expectString("path_with_extension", path, site))
    return error;
  if (RtStatus error = expectString("path_with_extension", extension, site))
    return error;
  Piece whole = trimSlashes(pieceOf(path)), name = lastName(whole);
  int64_t len = whole.len - (name.len - findDot(name));
  Text text;
  text.add(whole.bytes, len);
  if (stringOf(extension)->len)
    text.add(".").add(stringOf(extension));
  *out = text.take();
  return nullptr;
}

extern "C" RtStatus rt_path_with_file_name(RtString **out, RT_A(path),
                                           RT_A(name), const RtSite *site) {
  RtAny path = {pathPayload, pathTag}, name = {namePayload, nameTag};
  if (RtStatus error = expectString("path_with_file_name", path, site))
    return error;
  if (RtStatus error = expectString("path_with_file_name", name, site))
    return error;
  Piece whole = trimSlashes(pieceOf(path));
  int64_t len = whole.len - lastName(whole).len;
  *out = addJoined(Text().add(whole.bytes, len), pieceOf(name)).take();
  return nullptr;
}

/// Calls \p visit with each name of a path; dots that mean the same place are
/// left out.
template <typename Visit> static void visitNames(Piece path, Visit visit) {
  for (int64_t i = 0; i < path.len;) {
    int64_t start = i;
    while (i < path.len && path.bytes[i] != '/')
      ++i;
    Piece name = {path.bytes + start, i - start};
    if (name.len && !name.is("."))
      visit(name);
    ++i;
  }
}

extern "C" RtStatus rt_path_components(RtArray **out, RT_A(path),
                                       const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("path_components", path, site))
    return error;
  RtArray *names = rt_array_new(RtElemRef, 0);
  if (isAbsolute(pieceOf(path)))
    names = rt_array_push_ref(names, rt_string_from("/", 1));
  visitNames(pieceOf(path), [&](Piece name) {
    names = rt_array_push_ref(names, rt_string_from(name.bytes, name.len));
  });
  *out = names;
  return nullptr;
}

extern "C" RtStatus rt_path_normalize(RtString **out, RT_A(path),
                                      const RtSite *site) {
  RtAny path = {pathPayload, pathTag};
  if (RtStatus error = expectString("path_normalize", path, site))
    return error;
  bool absolute = isAbsolute(pieceOf(path));
  // Names that stay; `..` takes the one before it away.
  RtArray *names = rt_array_new(RtElemRef, 0);
  visitNames(pieceOf(path), [&](Piece name) {
    RtAny last = makeNil();
    if (names->len > 0)
      last = elementOf(names, names->len - 1);
    if (!name.is("..") ||
        (!absolute && (names->len == 0 || pieceOf(last).is("..")))) {
      names = rt_array_push_ref(names, rt_string_from(name.bytes, name.len));
    } else if (names->len > 0) {
      names = rt_array_pop(&last, names);
      dropAny(last);
    }
  });
  Text text;
  text.add("/", absolute);
  for (int64_t i = 0; i < names->len; ++i)
    text.add("/", i > 0).add(stringOf(elementOf(names, i)));
  if (names->len == 0 && !absolute)
    text.add(".");
  drop(names);
  *out = text.take();
  return nullptr;
}

extern "C" bool rt_path_is_absolute(RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  return isKind(path, RtKindString) && isAbsolute(pieceOf(path));
}

extern "C" bool rt_path_is_relative(RT_A(path)) {
  RtAny path = {pathPayload, pathTag};
  return isKind(path, RtKindString) && !isAbsolute(pieceOf(path));
}
