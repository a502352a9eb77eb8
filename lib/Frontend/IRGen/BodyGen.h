//===- BodyGen.h - Building blocks of function bodies -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: constants, slots and blocks of one function, and the small
/// types that its translation hands around.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_BODYGEN_H
#define RUCHY_LIB_FRONTEND_IRGEN_BODYGEN_H

#include "ModuleGen.h"
#include "Ruchy/Support/FormatSpec.h"

namespace ruchy::irgen {

/// Where the value of an expression goes.
struct Sink {
  enum class Kind { Discard, Store, Return };
  Kind kind = Kind::Discard;
  mlir::Value slot;

  static Sink discard() { return {}; }
  static Sink store(mlir::Value slot) { return {Kind::Store, slot}; }
  static Sink ret() { return {Kind::Return, {}}; }
};

/// A piece of text that is printed or concatenated.
struct TextPart {
  enum class Kind { Literal, Display, Interpolate, Debug, Spec };
  Kind kind = Kind::Literal;
  std::string literal;
  mlir::Value value;
  FormatSpecAttr spec;
};
using TextParts = llvm::SmallVector<TextPart, 8>;

/// The evaluated arguments of a literal format string.
struct FormatArgs {
  llvm::SmallVector<mlir::Value, 4> values;
  /// Empty for positional ones.
  llvm::SmallVector<llvm::StringRef, 4> names;
  const ast::StringLiteral *format = nullptr;
};

/// A variable with the evaluated indices and fields that lead to a part of it.
struct Place {
  /// The variable; null for the parts of a temporary and the roots below.
  const ast::NameExpr *root = nullptr;
  mlir::Value temporary;
  /// A variable of a module.
  const ast::PathExpr *pathRoot = nullptr;
  /// A static member of a class.
  std::string global;
  /// A slot of the function, and its value as far as it is known better.
  mlir::Value slot, refined;

  llvm::SmallVector<mlir::Value, 2> path;
  /// The field names along the path; empty for indices.
  llvm::SmallVector<llvm::StringRef, 2> names;
  llvm::SmallVector<mlir::Location, 2> locs;
  /// A stretch of the array or string at the end of the path.
  bool isSlice = false, isInclusive = false;
  mlir::Value low, high;
  std::optional<mlir::Location> sliceLoc;

  bool hasRoot() const { return root || pathRoot || slot || !global.empty(); }
  void add(mlir::Value index, mlir::Location loc, llvm::StringRef name = {}) {
    path.push_back(index);
    names.push_back(name);
    locs.push_back(loc);
  }
  /// Which levels are fields, null if none is.
  mlir::DenseBoolArrayAttr getFields(mlir::Builder &b) const;
};

/// A parameter that the function gives back.
struct InOutVariable {
  /// Null where the body does not change it by name.
  const VarDecl *variable = nullptr;
  /// The slot or value to give back if there is no variable.
  mlir::Value value;
};

/// Where `break` and `continue` of a loop or labelled block go.
struct JumpTarget {
  mlir::Block *breakBlock = nullptr;
  mlir::Block *continueBlock = nullptr;
  Sink result;
  /// How many `finally` blocks are around the loop.
  size_t finallyDepth = 0;
};

/// A `finally` block that a jump out of here runs first.
struct PendingFinally {
  ast::BlockExpr *body;
  size_t tryDepth;
};

/// Emits operations into one function, without knowing of its syntax tree.
class BodyGen {
public:
  BodyGen(ModuleGen &module, FuncOp func, const FunctionInfo *info);

protected:
  mlir::Location loc(SourceLocation location) { return gen.getLoc(location); }
  mlir::Location loc(const ast::Node *node) { return loc(node->getBegin()); }
  mlir::Value makeNil(mlir::Location loc);
  mlir::Value makeInt(mlir::Location loc, int64_t value);
  mlir::Value makeBool(mlir::Location loc, bool value);
  mlir::Value makeFloat(mlir::Location loc, double value);
  mlir::Value makeText(mlir::Location loc, llvm::StringRef text);
  mlir::Value makeSlot(llvm::StringRef name, mlir::Location loc);
  mlir::Value load(mlir::Location loc, mlir::Value slot);
  void store(mlir::Location loc, mlir::Value value, mlir::Value slot);
  mlir::Value raise(mlir::Location loc, llvm::StringRef kind,
                    llvm::StringRef text, mlir::Value message = {});
  void startBlock(mlir::Block *block);
  void startDeadBlock();
  void branch(mlir::Location loc, mlir::Block *target);
  void branchIf(mlir::Location loc, mlir::Value condition, mlir::Block *then,
                mlir::Block *otherwise);
  mlir::Value truthy(mlir::Location loc, mlir::Value value);
  void finish();

  ModuleGen &gen;
  FuncOp func;
  const FunctionInfo *info;
  mlir::OpBuilder b;
  mlir::Type any, i1, i64, str;
  mlir::Operation *lastSlot = nullptr;
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_BODYGEN_H
