//===- ObjectGen.h - Use of declared types in a body ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: construction of records and variants, paths, calls of
/// methods and of functions that give parameters back, and the bodies of
/// methods.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_OBJECTGEN_H
#define RUCHY_LIB_FRONTEND_IRGEN_OBJECTGEN_H

#include "FunctionGen.h"
#include "TypeGen.h"

namespace ruchy::irgen {

/// Evaluated arguments. One that is given back to a place has no value before
/// the call.
struct ArgList {
  llvm::SmallVector<mlir::Value, 4> values;
  llvm::SmallVector<std::optional<Place>, 4> places;

  void add(mlir::Value value) {
    values.push_back(value);
    places.emplace_back();
  }
};

/// Translates what has to do with declared types, on behalf of a FunctionGen.
class ObjectGen {
public:
  explicit ObjectGen(FunctionGen &f)
      : f(f), gen(f.gen), types(*f.gen.types), b(f.b) {}

  // Objects.cpp
  mlir::Value emitStructExpr(ast::StructExpr *expr);
  mlir::Value emitTypeCall(mlir::Location at, const TypeInfo *type,
                           llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitTypeValue(mlir::Location at, const TypeInfo *type);
  mlir::Value emitVariant(mlir::Location at, const TypeInfo *type,
                          const VariantInfo *variant,
                          llvm::ArrayRef<mlir::Value> payload);
  mlir::Value emitVariantCall(mlir::Location at, const TypeInfo *type,
                              const VariantInfo *variant,
                              llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitOption(mlir::Location at, llvm::StringRef name,
                         mlir::Value value);
  mlir::Value emitSpawn(ast::SpawnExpr *expr);
  mlir::Value emitConstant(mlir::Location at, const ConstantInfo *constant);
  mlir::Value makeRecord(mlir::Location at, const TypeInfo *type,
                         llvm::MutableArrayRef<mlir::Value> fields,
                         bool isLenient);

  // Members.cpp
  mlir::Value emitPath(mlir::Location at, const PathRef &ref,
                       SourceRange range);
  mlir::Value emitPathCall(mlir::Location at, const PathRef &ref,
                           SourceRange range,
                           llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitFunctionCall(mlir::Location at, ast::FunctionItem *item,
                               const CallBinding &binding);
  mlir::Value emitSuperCall(ast::MethodCallExpr *expr);
  mlir::Value emitSend(ast::SendExpr *expr, mlir::Value actor);
  bool isMessage(ast::MethodCallExpr *expr);
  mlir::Value emitMessageCall(ast::MethodCallExpr *expr, mlir::Value actor);
  /// Whether the program has a method of that name.
  bool hasMethod(llvm::StringRef name);
  mlir::Value emitMethodCall(ast::MethodCallExpr *expr, mlir::Value receiver);
  mlir::Value emitMethodCall(ast::MethodCallExpr *expr, Place receiver,
                             bool mutates);
  /// A method with evaluated arguments, whose receiver is no place.
  mlir::Value emitMethodOn(mlir::Location at, llvm::StringRef name,
                           mlir::Value receiver,
                           llvm::ArrayRef<mlir::Value> args);
  mlir::Value emitGetter(mlir::Location at, llvm::StringRef name,
                         mlir::Value object);
  bool hasGetter(llvm::StringRef name);
  bool hasSetter(llvm::StringRef name);
  void emitSetter(mlir::Location at, const Place &place, mlir::Value value);
  mlir::Value emitOperator(mlir::Location at, llvm::StringRef op,
                           llvm::ArrayRef<mlir::Value> operands);
  bool hasOperator(llvm::StringRef op);

  // InOutCalls.cpp
  mlir::Value emitCall(mlir::Location at, mlir::FlatSymbolRefAttr symbol,
                       ArgList &args, llvm::ArrayRef<int64_t> inOut);
  void emitArgument(ast::Expr *value, bool isInOut, bool isDeclared,
                    ArgList &args);
  bool emitBound(llvm::ArrayRef<CallBinding::Bound> bound,
                 llvm::ArrayRef<ast::Param> params,
                 llvm::ArrayRef<int64_t> inOut, unsigned offset, ArgList &args,
                 llvm::BitVector &given);
  std::optional<mlir::Value> emitMemoryCall(mlir::Location at,
                                            llvm::StringRef name,
                                            llvm::ArrayRef<ast::Argument> args);

  // Calls.cpp
  mlir::Value emitOptionCall(mlir::Location loc, llvm::StringRef name,
                             llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitLibraryConstructor(mlir::Location loc, llvm::StringRef type,
                                     llvm::StringRef name,
                                     llvm::ArrayRef<mlir::Value> args);
  mlir::Value emitLibraryPath(mlir::Location loc, ast::PathExpr *path,
                              llvm::StringRef type, llvm::StringRef name,
                              llvm::ArrayRef<mlir::Value> args);

private:
  using Fields = llvm::SmallVector<mlir::Value, 8>;

  mlir::Value raiseText(mlir::Location at, const llvm::Twine &text);
  void emitFieldInits(mlir::Location at, llvm::ArrayRef<ast::FieldInit> inits,
                      const TypeInfo *type, Fields &fields);
  mlir::Value emitFactoryCall(mlir::Location at, const TypeInfo *type,
                              llvm::StringRef constructor,
                              llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitStaticCall(mlir::Location at, const MethodInfo *method,
                             llvm::ArrayRef<ast::Argument> args);
  mlir::Value emitMessage(mlir::Location at, mlir::Value actor,
                          ast::Expr *message, bool isAsk);
  mlir::Value emitDispatch(ast::MethodCallExpr *expr, ArgList receiver,
                           bool mutates);
  bool opens(const Place &place);

  FunctionGen &f;
  ModuleGen &gen;
  TypeGen &types;
  mlir::OpBuilder &b;
};

/// Translates the functions that belong to declared types.
class MethodGen : public FunctionGen {
public:
  using FunctionGen::FunctionGen;

  void emitMethodBody(const MethodInfo *body);
  void emitMethodDefaults(const MethodInfo *called,
                          const llvm::BitVector &given);
  void emitFactory(const TypeInfo *type, const MethodInfo *constructor,
                   const llvm::BitVector &given);
  void emitDispatcher(const MemberRequest &request);
  void emitVariantFunction(const TypeInfo *type, const VariantInfo *variant);

private:
  void bindSelf(const MethodInfo *bound, Value self);
  void emitCandidate(const Candidate &candidate, const MemberRequest &request);
  Value emitLibraryMember(const MemberRequest &request, Values args);
};

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_OBJECTGEN_H
