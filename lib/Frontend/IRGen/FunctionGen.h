//===- FunctionGen.h - Translation of a body to IR --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: translates one function body.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_FUNCTIONGEN_H
#define RUCHY_LIB_FRONTEND_IRGEN_FUNCTIONGEN_H

#include "ModuleGen.h"
#include "Ruchy/Frontend/AST/Visitor.h"
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

/// A variable with the evaluated indices that lead to a part of it.
struct Place {
  /// Null for the parts of a temporary.
  const ast::NameExpr *root = nullptr;
  mlir::Value temporary;
  llvm::SmallVector<mlir::Value, 2> path;
  llvm::SmallVector<mlir::Location, 2> locs;
};

/// The error text of a call with \p count positional arguments; empty if the
/// function takes them.
std::string getArityMessage(const ast::FunctionItem *function, size_t count);

/// Translates one function body, or the top level.
class FunctionGen : public ast::Visitor<FunctionGen, mlir::Value> {
public:
  FunctionGen(ModuleGen &module, FuncOp func, const FunctionInfo *info);

  void emitFunction(ast::FunctionItem *item);
  void emitDefaultsFunction(ast::FunctionItem *item,
                            const llvm::BitVector &given);
  void emitTopLevel(bool callsMain);

  // Leaf expressions, called by the visitor.
  mlir::Value visitNode(ast::Node *node);
  mlir::Value visitNilLiteral(ast::NilLiteral *expr);
  mlir::Value visitBoolLiteral(ast::BoolLiteral *expr);
  mlir::Value visitIntLiteral(ast::IntLiteral *expr);
  mlir::Value visitFloatLiteral(ast::FloatLiteral *expr);
  mlir::Value visitStringLiteral(ast::StringLiteral *expr);
  mlir::Value visitInterpolationExpr(ast::InterpolationExpr *expr);
  mlir::Value visitNameExpr(ast::NameExpr *expr);
  mlir::Value visitPathExpr(ast::PathExpr *expr);
  mlir::Value visitArrayExpr(ast::ArrayExpr *expr);
  mlir::Value visitArrayRepeatExpr(ast::ArrayRepeatExpr *expr);
  mlir::Value visitUnaryExpr(ast::UnaryExpr *expr);
  mlir::Value visitRangeExpr(ast::RangeExpr *expr);
  mlir::Value visitAssignExpr(ast::AssignExpr *expr);
  mlir::Value visitMacroCallExpr(ast::MacroCallExpr *expr);
  mlir::Value visitBlockExpr(ast::BlockExpr *expr);
  mlir::Value visitIfExpr(ast::IfExpr *expr);
  mlir::Value visitForExpr(ast::ForExpr *expr);
  mlir::Value visitWhileExpr(ast::WhileExpr *expr);
  mlir::Value visitLoopExpr(ast::LoopExpr *expr);
  mlir::Value visitBreakExpr(ast::BreakExpr *expr);
  mlir::Value visitContinueExpr(ast::ContinueExpr *expr);
  mlir::Value visitReturnExpr(ast::ReturnExpr *expr);
  mlir::Value visitLetExpr(ast::LetExpr *expr);
  mlir::Value visitFunctionItem(ast::FunctionItem *item);
  mlir::Value visitUseItem(ast::UseItem *item);
  mlir::Value visitTypeAliasItem(ast::TypeAliasItem *item);

private:
  // Basics (Functions.cpp).
  mlir::Location loc(SourceLocation location) { return gen.getLoc(location); }
  mlir::Location loc(const ast::Node *node) { return loc(node->getBegin()); }
  mlir::Value makeNil(mlir::Location loc);
  mlir::Value makeInt(mlir::Location loc, int64_t value);
  mlir::Value makeBool(mlir::Location loc, bool value);
  mlir::Value makeFloat(mlir::Location loc, double value);
  mlir::Value makeText(mlir::Location loc, llvm::StringRef text);
  mlir::Value makeSlot(llvm::StringRef name, mlir::Location loc);
  mlir::Value getSlot(const VarDecl *variable, mlir::Location loc);
  mlir::Value load(mlir::Location loc, mlir::Value slot);
  void store(mlir::Location loc, mlir::Value value, mlir::Value slot);
  mlir::Value raise(mlir::Location loc, llvm::StringRef kind,
                    llvm::StringRef text, mlir::Value message = {});
  void emitReturn(mlir::Location loc, mlir::Value value);
  void startBlock(mlir::Block *block);
  void startDeadBlock();
  void branch(mlir::Location loc, mlir::Block *target);
  void branchIf(mlir::Location loc, mlir::Value condition, mlir::Block *then,
                mlir::Block *otherwise);
  mlir::Value truthy(mlir::Location loc, mlir::Value value);
  void finish();
  void bindParam(const ast::Param &param, mlir::Value value);
  void emitMainCall();

  // Values of expressions.
  mlir::Value emit(ast::Expr *expr);
  void emitInto(ast::Expr *expr, const Sink &sink);
  void emitDiscard(ast::Expr *expr) { emitInto(expr, Sink::discard()); }
  void deliver(mlir::Location loc, mlir::Value value, const Sink &sink);
  void emitCondition(ast::Expr *expr, mlir::Block *then,
                     mlir::Block *otherwise);

  // Expressions.cpp
  mlir::Value emitSpineStart(llvm::ArrayRef<ast::Expr *> spine, ast::Expr *leaf,
                             size_t &next);
  mlir::Value emitLink(ast::Expr *node, mlir::Value child);
  mlir::Value emitIndex(ast::IndexExpr *expr, mlir::Value object);
  mlir::Value emitField(ast::FieldExpr *expr, mlir::Value object);
  mlir::Value emitSpread(ast::ArrayExpr *expr);
  void appendElements(ast::SpreadExpr *spread, mlir::Value slot);
  void emitStatements(llvm::ArrayRef<ast::Expr *> statements,
                      mlir::Location loc, const Sink &sink);

  // Operators.cpp
  mlir::Value emitRange(ast::RangeExpr *expr, mlir::Value begin);
  mlir::Value emitCast(ast::CastExpr *expr, mlir::Value operand);
  mlir::Value emitBinary(ast::BinaryExpr *expr, mlir::Value lhs);
  mlir::Value emitBinaryOp(mlir::Location loc, ast::BinaryOp op,
                           mlir::Value lhs, mlir::Value rhs);
  void emitShortCircuit(ast::BinaryExpr *expr, mlir::Value lhs,
                        const Sink &sink);
  mlir::Value raiseAbout(mlir::Location loc, llvm::StringRef kind,
                         llvm::StringRef before, mlir::Value culprit,
                         llvm::StringRef after = "");

  // Places.cpp
  mlir::Value readVariable(const ast::NameExpr *name);
  mlir::Value readVariable(const NameRef &ref, SourceRange range);
  bool isChecked(const NameRef &ref);
  mlir::Value takeVariable(const ast::NameExpr *name);
  void writeVariable(const VarDecl *variable, mlir::Location loc,
                     mlir::Value value);
  const VarDecl *getVariable(const ast::NameExpr *name);
  const ast::NameExpr *getPlaceRoot(ast::Expr *expr);
  bool emitPlace(ast::Expr *expr, Place &place);
  mlir::Value readPlace(const Place &place);
  void writePlace(const Place &place, mlir::Location loc, mlir::Value value);
  mlir::Value emitIncDec(ast::IncDecExpr *expr);
  mlir::Value emitCompound(ast::AssignExpr *expr);
  mlir::Location getPathLoc(const Place &place);

  // Calls.cpp
  bool emitArgs(llvm::ArrayRef<ast::Argument> args,
                llvm::SmallVectorImpl<mlir::Value> &values);
  mlir::Value emitArg(ast::Expr *value);
  mlir::Value emitNamedCall(ast::CallExpr *expr);
  mlir::Value emitPathCall(ast::CallExpr *expr);
  mlir::Value emitKnownCall(ast::CallExpr *expr, const CallBinding &binding);
  mlir::Value emitValueCall(ast::CallExpr *expr, mlir::Value callee);
  mlir::Value emitCallOf(mlir::Location loc, ast::FunctionItem *callee,
                         llvm::MutableArrayRef<mlir::Value> args);
  mlir::Value emitPipeline(ast::PipelineExpr *expr, mlir::Value value);
  mlir::Value emitPipelineCall(ast::NameExpr *stage,
                               llvm::SmallVectorImpl<mlir::Value> &args);

  // Builtins.cpp and Macros.cpp
  mlir::Value emitBuiltinCall(ast::NameExpr *callee,
                              llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitBuiltinOn(mlir::Location loc, SourceRange range,
                            llvm::StringRef name,
                            llvm::ArrayRef<mlir::Value> args);
  mlir::Value emitPrintOf(llvm::StringRef name, mlir::Location loc,
                          llvm::ArrayRef<mlir::Value> args);
  mlir::Value emitShared(llvm::StringRef name, mlir::Location loc,
                         llvm::ArrayRef<ast::Argument> args, bool isMacro);
  mlir::Value emitPrint(llvm::StringRef name, mlir::Location loc,
                        llvm::ArrayRef<ast::Argument> args, bool isMacro);
  mlir::Value emitPanic(llvm::StringRef name, mlir::Location loc,
                        llvm::ArrayRef<ast::Argument> args, bool isMacro);
  mlir::Value emitAssert(mlir::Location loc, llvm::ArrayRef<ast::Argument> args,
                         bool isMacro);
  mlir::Value emitAssertEq(mlir::Location loc,
                           llvm::ArrayRef<ast::Argument> args, bool isMacro,
                           bool negated);
  mlir::Value describeDifference(mlir::Location loc, mlir::Value expected,
                                 mlir::Value actual, bool negated);
  void raiseAssertion(mlir::Location loc, mlir::Value message);
  mlir::Value emitDebug(mlir::Location loc, llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitVec(ast::MacroCallExpr *expr);
  mlir::Value buildText(mlir::Location loc, llvm::ArrayRef<ast::Argument> args,
                        bool isMacro);

  // Methods.cpp
  mlir::Value emitMethod(ast::MethodCallExpr *expr, mlir::Value receiver);
  mlir::Value emitPlaceMethod(ast::MethodCallExpr *expr);
  mlir::Value emitMethodOf(mlir::Location loc, llvm::StringRef name,
                           mlir::Value receiver,
                           llvm::ArrayRef<mlir::Value> args);
  mlir::Value emitSafeMethod(ast::MethodCallExpr *expr, mlir::Value receiver);
  mlir::Value emitMutation(ast::MethodCallExpr *expr, const Place &place,
                           llvm::ArrayRef<mlir::Value> args);
  bool isMutating(ast::MethodCallExpr *expr);
  bool checkMethod(ast::MethodCallExpr *expr);

  // Formatting.cpp
  void addLiteral(TextParts &parts, llvm::StringRef text);
  void addArgument(TextParts &parts, ast::Expr *expr);
  void addInterpolation(TextParts &parts, ast::InterpolationExpr *expr);
  void addValue(TextParts &parts, mlir::Value value, const FormatSpec &spec,
                bool interpolated, SourceRange range);
  bool collectText(llvm::ArrayRef<ast::Argument> args, bool isMacro,
                   TextParts &parts,
                   llvm::SmallVectorImpl<mlir::Value> *computed);
  bool collectFormat(ast::StringLiteral *format,
                     llvm::ArrayRef<ast::Argument> args, bool isMacro,
                     TextParts &parts);
  void addPlaceholder(TextParts &parts, const FormatPiece &piece,
                      llvm::StringRef source, const FormatArgs &args,
                      size_t &next);
  mlir::Value readCapture(llvm::StringRef name, const FormatArgs &args);
  mlir::Value toText(mlir::Location loc, const TextPart &part);
  mlir::Value concat(mlir::Location loc, const TextParts &parts);
  void print(mlir::Location loc, Stream stream, const TextParts &parts);
  bool cannotBeString(ast::Expr *expr);

  // Control.cpp and Loops.cpp
  void emitIf(ast::IfExpr *expr, const Sink &sink);
  void emitBlock(ast::BlockExpr *expr, const Sink &sink);
  void emitLoop(ast::LoopExpr *expr, const Sink &sink);
  bool bindPattern(ast::Pattern *pattern, mlir::Value value);
  bool checkPattern(ast::Pattern *pattern);

  /// Where `break` and `continue` of a loop or labelled block go.
  struct JumpTarget {
    mlir::Block *breakBlock = nullptr;
    mlir::Block *continueBlock = nullptr;
    Sink result;
  };

  ModuleGen &gen;
  FuncOp func;
  const FunctionInfo *info;
  mlir::OpBuilder b;
  mlir::Type any, i1, i64, str;
  mlir::Operation *lastSlot = nullptr;
  llvm::DenseMap<const VarDecl *, mlir::Value> slots;
  llvm::DenseSet<const VarDecl *> markedUnset;
  llvm::DenseMap<const ast::Expr *, JumpTarget> targets;
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_FUNCTIONGEN_H
