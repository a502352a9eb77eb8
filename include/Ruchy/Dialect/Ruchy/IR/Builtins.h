//===- Builtins.h - Table of library functions and methods ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// The library functions and methods that compiled code knows with exact
/// types. `Builtins.def` is the list; inference, effects and conversion all
/// read it. Where no row fits, the call is dynamic: its result is `any`, it
/// may fail, and the runtime finds it by name.
///
#ifndef RUCHY_DIALECT_RUCHY_IR_BUILTINS_H
#define RUCHY_DIALECT_RUCHY_IR_BUILTINS_H

#include "mlir/IR/Types.h"
#include "mlir/Support/LLVM.h"
#include <optional>

namespace ruchy {

/// Receivers and results of a row.
enum class BuiltinType : uint8_t {
  None,          ///< No receiver: a function.
  Nil,           ///< Result: nil.
  Bool,          ///< `i1`
  Int,           ///< `i64`
  Float,         ///< `f64`
  Str,           ///< `!ruchy.str`
  Array,         ///< Receiver: an array of any element type.
  Range,         ///< `!ruchy.range`
  Any,           ///< Result: `!ruchy.any`; receiver: whatever the others leave.
  Same,          ///< Result: the type of the first operand.
  Joined,        ///< Result: the join of the first two operands.
  Total,         ///< Result: `i64` for an array of integers, else `!ruchy.any`.
  StrArray,      ///< Result: `!ruchy.array<!ruchy.str>`
  IntArray,      ///< Result: `!ruchy.array<i64>`
  Map,           ///< Receiver: a map; result: a map of `any`.
  Set,           ///< Receiver: a set; result: a set of `any`.
  Option,        ///< Receiver: an Option.
  Result,        ///< Receiver: a Result.
  Object,        ///< Receiver: any other pointer.
  KeyArray,      ///< Result: array of a map's keys or a set's elements.
  ValueArray,    ///< Result: array of a map's values.
  Element,       ///< Result: an element of the array.
  ItemArray,     ///< Result: array of `(key, value)`.
  NumberedArray, ///< Result: array of `(position, element)`.
  ZippedArray,   ///< Result: array of pairs of two arrays' elements.
  NestedArray,   ///< Result: array of arrays as the first operand.
  Payload,       ///< Result: content of Some or Ok.
  Failure,       ///< Result: content of Err.
  PayloadOr,     ///< Result: content joined with the argument.
  PayloadOption, ///< Result: Option of the content.
  FailureOption, ///< Result: Option of the error.
  OkOr,          ///< Result: Result of an Option and an error.
};

/// What a row may do.
enum BuiltinFlags : uint8_t {
  BuiltinNone = 0,
  /// It can fail. Rows without it never do.
  BuiltinMayError = 1,
  /// It consumes its receiver and gives it back (`ruchy.method.mut`).
  BuiltinMutating = 2,
  /// Equal operands give equal results and nothing else happens.
  BuiltinPure = 4,
  /// Works on boxed operands at run time: counts as dynamic in reports.
  BuiltinDynamic = 8,
};

/// How a row without a runtime symbol of its own is compiled.
enum class BuiltinLowering : uint8_t {
  Runtime, ///< Call of `BuiltinInfo::symbol`.
#define RUCHY_INLINE_BUILTIN_ID(Id) Id,
#include "Ruchy/Dialect/Ruchy/IR/Builtins.def"
};

/// One row of the table.
struct BuiltinInfo {
  BuiltinType receiver;
  const char *name;
  /// A letter per parameter: `b` bool, `i` int, `f` float, `n` int or float,
  /// `s` string, `A` array, `t` an array of the receiver's type, `a` anything
  /// (boxed), `v` anything as it is, `m` map, `S` set; values stored in the
  /// receiver and consumed by the runtime: `e` array element, `k` key of a map
  /// or element of a set, `w` value of a map; a final `*` repeats the last one.
  const char *params;
  /// Fewest arguments; parameters behind these are optional.
  unsigned minArgs;
  BuiltinType result;
  unsigned flags;
  BuiltinLowering lowering;
  /// Runtime function; null for inline code. Its parameters: `out` pointers
  /// for the result (if the row may fail or the result is `any`) and, if it
  /// may fail and mutates, for the receiver; receiver; arguments; `site` if it
  /// may fail. It returns the status, or else the receiver of a mutating row,
  /// or else the result.
  const char *symbol;
  const char *doc;

  bool mayError() const { return flags & BuiltinMayError; }
  bool isMutating() const { return flags & BuiltinMutating; }
  bool isPure() const { return flags & BuiltinPure; }
  bool isDynamic() const { return flags & BuiltinDynamic; }
};

/// All rows in order.
llvm::ArrayRef<BuiltinInfo> getBuiltins();

/// The row of the function `name` for these argument types, or null.
const BuiltinInfo *lookupFunction(llvm::StringRef name,
                                  llvm::ArrayRef<mlir::Type> args);

/// The row of the method `name` for receiver and argument types, or null. Null
/// always for a receiver of type `any`.
const BuiltinInfo *lookupMethod(llvm::StringRef name, mlir::Type receiver,
                                llvm::ArrayRef<mlir::Type> args);

/// The result type. `operandTypes` has the receiver of a method first.
mlir::Type inferBuiltinResult(const BuiltinInfo &info,
                              llvm::ArrayRef<mlir::Type> operandTypes);
/// The same where there may be no operands.
mlir::Type inferBuiltinResult(const BuiltinInfo &info,
                              llvm::ArrayRef<mlir::Type> operandTypes,
                              mlir::MLIRContext *context);

/// Whether a call can only fail: nothing is in the container that the row takes
/// something from.
bool isBuiltinAlwaysFailing(const BuiltinInfo &info,
                            llvm::ArrayRef<mlir::Type> operandTypes);

/// The type of the receiver that a mutating row gives back: arrays are widened
/// by what is stored into them.
mlir::Type inferBuiltinReceiver(const BuiltinInfo &info,
                                llvm::ArrayRef<mlir::Type> operandTypes);

/// The type that operand `index` (the receiver of a method is 0) is to be
/// coerced to; null where any type will do.
mlir::Type getBuiltinOperandType(const BuiltinInfo &info,
                                 llvm::ArrayRef<mlir::Type> operandTypes,
                                 unsigned index);

/// What operand `index` of a mutating row is to be coerced to, given the type
/// of the receiver that it gives back: the receiver to that type, stored values
/// to its elements. `info` may be null.
mlir::Type getWantedOfMutating(const BuiltinInfo *info, mlir::Type updated,
                               llvm::ArrayRef<mlir::Type> operandTypes,
                               unsigned index);

/// Whether a parameter of this letter is stored in the receiver.
inline bool isStoredParameter(char letter) {
  return letter == 'e' || letter == 'k' || letter == 'w';
}

/// Whether a function of the library has this name.
bool isBuiltinFunction(llvm::StringRef name);

/// Whether a method of this name changes its receiver for some kind of
/// receiver: the call is then written back to the place it stands on.
bool isMutatingMethod(llvm::StringRef name);

/// Attributes of place operations on one field of a known record, which cannot
/// fail: the position of the field and, for methods, its exact type.
inline constexpr llvm::StringLiteral kFieldPositionName = "position";
inline constexpr llvm::StringLiteral kFieldTypeName = "field_type";

/// Fewest and most arguments that any row of a function takes; no maximum for
/// variadic functions.
struct BuiltinArity {
  unsigned min;
  std::optional<unsigned> max;
};
std::optional<BuiltinArity> getBuiltinArity(llvm::StringRef name);

/// The message of a call of `name` with a wrong number of arguments, without
/// its prefix: `sqrt() expects exactly 1 argument, got 2`.
std::string getBuiltinArityMessage(llvm::StringRef name, unsigned count);

} // namespace ruchy

#endif // RUCHY_DIALECT_RUCHY_IR_BUILTINS_H
