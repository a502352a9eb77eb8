//===- CheckLibrary.cpp - Names of the methods of the library ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A method call on a value of unknown kind is an error only if nothing at all
/// has a method of that name. The table of the library does not list methods
/// that are translated in a way of their own, so this list is wider than it:
/// all names that the language or the libraries it borrows from know.
///
//===----------------------------------------------------------------------===//

#include "CheckImpl.h"

#include <algorithm>

using namespace ruchy;

// clang-format off: a table.
static constexpr llvm::StringLiteral methods[] = {
    "abs", "abs_diff", "acos", "add", "all", "and", "and_modify", "and_then",
    "any", "append", "apply", "arg", "as_bytes", "as_micros", "as_millis",
    "as_mut", "as_nanos", "as_ref", "as_secs", "as_secs_f32", "as_secs_f64",
    "as_slice", "as_str", "asin", "ask", "atan", "atan2", "await", "back",
    "binary_search", "bind", "borrow", "borrow_mut", "by_ref", "bytes",
    "call", "capitalize", "capture_all", "capture_first", "cbrt", "ceil",
    "center", "chain", "char_at", "char_count", "char_indices", "chars",
    "checked_add", "checked_div", "checked_mul", "checked_pow", "checked_rem",
    "checked_sub", "chunk_by", "chunks", "chunks_exact", "clamp", "clear",
    "clone", "cloned", "close", "cmp", "collect", "concat", "contains",
    "contains_key", "copied", "copysign", "cos", "cosh", "count",
    "count_ones", "count_zeros", "cycle", "debug", "dedup", "dedup_by_key",
    "default", "difference", "discard", "display", "div_euclid", "drain",
    "duration_since", "each", "elapsed", "end", "ends_with", "entries",
    "entry", "enumerate", "eq", "eq_ignore_ascii_case", "err", "escape",
    "exp", "exp2", "expect", "expect_err", "extend", "fill", "filter",
    "filter_map", "find", "find_all", "find_first", "find_index", "find_map",
    "first", "first_mut", "flat_map", "flatten", "floor", "flush", "fmt",
    "fold", "for_each", "format", "fract", "from_json", "from_utf8", "front",
    "ge", "get", "get_key_value", "get_mut", "get_or", "get_or_insert_with",
    "get_type", "group_by", "gt", "has", "has_key", "has_value", "hash",
    "hypot", "index", "index_of", "insert", "insert_str", "inspect",
    "intersection", "intersperse", "into", "into_bytes", "into_iter",
    "is_alphabetic", "is_alphanumeric", "is_ascii", "is_ascii_alphabetic",
    "is_ascii_alphanumeric", "is_ascii_digit", "is_ascii_lowercase",
    "is_ascii_uppercase", "is_ascii_whitespace", "is_control", "is_digit",
    "is_dir", "is_disjoint", "is_empty", "is_eq", "is_err", "is_even",
    "is_file", "is_finite", "is_gt", "is_infinite", "is_lowercase", "is_lt",
    "is_match", "is_nan", "is_negative", "is_nil", "is_none", "is_null",
    "is_numeric", "is_odd", "is_ok", "is_ok_and", "is_positive",
    "is_power_of_two", "is_sign_negative", "is_sign_positive", "is_some",
    "is_some_and", "is_subset", "is_superset", "is_uppercase",
    "is_whitespace", "items", "iter", "iter_mut", "join", "keys", "kind",
    "last", "last_mut", "le", "leading_zeros", "len", "length", "lines",
    "ljust", "ln", "lock", "log", "log10", "log2", "lower", "lt", "map",
    "map_err", "map_or", "map_or_else", "map_while", "matches", "max",
    "max_by", "max_by_key", "merge", "message", "min", "min_by", "min_by_key",
    "modified", "mul", "mul_add", "name", "ne", "next", "next_power_of_two",
    "nth", "nth_back", "ok", "ok_or", "ok_or_else", "or", "or_default",
    "or_else", "or_insert", "or_insert_with", "output", "overflowing_add",
    "pad_left", "pad_right", "parse", "partial_cmp", "partition", "peek",
    "peekable", "pop", "pop_back", "pop_front", "position", "pow", "powf",
    "powi", "product", "push", "push_back", "push_front", "push_str", "read",
    "read_line", "read_to_string", "readonly", "recip", "recv", "reduce",
    "rem_euclid", "remove", "remove_entry", "remove_prefix", "repeat",
    "replace", "replace_all", "replace_first", "retain", "rev", "reverse",
    "rfind", "rjust", "rotate_left", "rotate_right", "round", "rposition",
    "rsplit", "rsplit_once", "saturating_add", "saturating_mul",
    "saturating_sub", "scan", "send", "signum", "sin", "sinh", "skip",
    "skip_while", "slice", "sort", "sort_by", "sort_by_key", "sort_floats",
    "sort_unstable", "sort_unstable_by", "sort_unstable_by_key", "sorted",
    "spawn", "splice", "split", "split_at", "split_off", "split_once",
    "split_terminator", "split_whitespace", "splitn", "sqrt", "start",
    "starts_with", "status", "step_by", "stop", "strip_prefix",
    "strip_suffix", "sub", "subsec_micros", "subsec_millis", "subsec_nanos",
    "substring", "sum", "swap", "swap_bytes", "swapcase",
    "symmetric_difference", "take", "take_while", "tan", "tanh", "then",
    "then_with", "times", "timestamp", "title", "to_array",
    "to_ascii_lowercase", "to_ascii_uppercase", "to_degrees", "to_digit",
    "to_f", "to_float", "to_i", "to_int", "to_json", "to_lower",
    "to_lowercase", "to_map", "to_owned", "to_radians", "to_rfc3339", "to_s",
    "to_set", "to_str", "to_string", "to_title", "to_upper", "to_uppercase",
    "to_vec", "trailing_zeros", "trim", "trim_end", "trim_end_matches",
    "trim_left", "trim_matches", "trim_right", "trim_start",
    "trim_start_matches", "trunc", "truncate", "try_fold", "try_recv",
    "tuple_windows", "type_name", "union", "unique", "unlock", "unsigned_abs",
    "unwrap", "unwrap_err", "unwrap_or", "unwrap_or_default",
    "unwrap_or_else", "unwrap_unchecked", "unzip", "update", "upper", "value",
    "values", "wait", "windows", "with_capacity", "wrapping_add",
    "wrapping_div", "wrapping_mul", "wrapping_neg", "wrapping_rem",
    "wrapping_shl", "wrapping_shr", "wrapping_sub", "write", "xor", "zfill",
    "zip",
};
// clang-format on

/// The methods of the table of the library.
static const llvm::StringSet<> &getTableNames() {
  static const llvm::StringSet<> tableNames = {
#define RUCHY_BUILTIN(Receiver, Name, ...) Name,
#include "Ruchy/Dialect/Ruchy/IR/Builtins.def"
  };
  return tableNames;
}

bool ruchy::isLibraryMethod(llvm::StringRef name) {
  return llvm::binary_search(methods, name) || getTableNames().contains(name);
}

llvm::ArrayRef<llvm::StringLiteral> ruchy::getLibraryMethods() {
  return methods;
}
