//===- CheckImpl.h - Looks for errors before running ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LIB_FRONTEND_SEMA_CHECKIMPL_H
#define LIB_FRONTEND_SEMA_CHECKIMPL_H

#include "Ruchy/Frontend/AST/Visitor.h"
#include "Ruchy/Frontend/Sema/Check.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace ruchy {

using namespace ast;

/// The kind of a value as far as it is certain.
struct KnownKind {
  enum Kind : uint8_t {
    Unknown,
    Nil,
    Bool,
    Int,
    Float,
    String,
    Array,
    Range,
    Struct,
  };

  Kind kind = Unknown;
  /// Only for Struct.
  StructItem *item = nullptr;

  bool isKnown() const { return kind != Unknown; }
  bool isNumber() const { return kind == Int || kind == Float; }
  /// Neither elements nor fields.
  bool isScalar() const { return kind >= Nil && kind <= Float; }
  /// What `type_of` says.
  llvm::StringRef getName() const;
};

/// What a type of the program has.
struct TypeFacts {
  Item *item = nullptr;
  llvm::StringSet<> members;
  /// Declared more than once: nothing is certain.
  bool isAmbiguous = false;
};

/// Looks at each node by itself. Reports only what holds on every path to the
/// node; whether the node is reached is not asked.
class Checker {
public:
  Checker(Module &module, const SemaResult &names,
          DiagnosticEngine &diagnostics)
      : module(module), names(names), diagnostics(diagnostics) {}

  void run();

private:
  // What is known about the file (CheckFacts.cpp).
  void collectFacts();
  void collectItem(Item *item);
  void addMembers(llvm::StringRef type, llvm::ArrayRef<Expr *> members);
  void addMethods(llvm::StringRef type, llvm::ArrayRef<FunctionItem *> methods);
  void collectGuarded();
  void guardMentioned(llvm::StringSet<> &mentioned);
  bool isGuarded(Diag code, SourceLocation place) const;
  const TypeFacts *findType(llvm::StringRef name) const;
  bool isKnownMember(llvm::StringRef name) const;
  std::string suggestMember(llvm::StringRef name,
                            const TypeFacts *type = nullptr) const;

  // Operands (CheckOperands.cpp).
  KnownKind getKind(Expr *expr) const;
  KnownKind getKindOfName(NameExpr *name) const;
  KnownKind getKindOfBinary(BinaryExpr *binary) const;
  void checkBinary(BinaryExpr *binary);
  void checkOperands(BinaryExpr *binary, KnownKind lhs, KnownKind rhs);
  void checkOverflow(BinaryExpr *binary);
  void checkUnary(UnaryExpr *unary);
  void checkIndex(IndexExpr *index);
  void checkIndexValue(IndexExpr *index, int64_t length,
                       llvm::StringRef container);
  void checkFor(ForExpr *loop);

  // Calls and members (CheckCalls.cpp).
  void checkCall(CallExpr *call);
  void checkBuiltinCall(CallExpr *call, llvm::StringRef name);
  void checkMethodCall(MethodCallExpr *call);
  void checkField(FieldExpr *field);
  void checkStructLiteral(StructExpr *literal);
  void checkPath(PathExpr *path);

  // Statements and declarations (CheckStatements.cpp).
  void checkStatements(llvm::ArrayRef<Expr *> statements);
  void checkNotCalled(NameExpr *name, Expr *next);
  void checkParams(llvm::ArrayRef<Param> params);

  void collectDamaged();
  bool isCertain(Diag code, SourceRange range) const;
  bool isMentionedElsewhere(llvm::StringRef name) const;
  void reportNames();
  void checkNode(Node *node);
  /// An error, or a warning where a handler may take it.
  void report(Diag code, SourceRange range, const llvm::Twine &message,
              const llvm::Twine &hint = "");

  Module &module;
  const SemaResult &names;
  DiagnosticEngine &diagnostics;

  llvm::StringMap<TypeFacts> types;
  /// Every name that may be a member of something: methods, fields, variants,
  /// keys, and strings, which may become keys.
  llvm::StringSet<> words;
  /// The struct whose method a function is.
  llvm::DenseMap<const Node *, StructItem *> methodOwners;
  /// Names from elsewhere are visible, or methods of library types are added.
  bool hasUnknownNames = false;
  bool extendsTypes = false;
  /// Code whose errors a handler may take.
  std::vector<SourceRange> guarded;
  /// Code that need not be executed: branches, operands that are skipped, and
  /// lambdas.
  std::vector<SourceRange> skippable;
  /// Top-level statements with syntax errors: what they declare is not known,
  /// so little is certain anywhere.
  std::vector<SourceRange> damaged;
  /// Calls to which a pipeline adds an argument.
  llvm::DenseSet<const Node *> stages;
};

/// Whether a message is about values rather than names.
bool isAboutValues(Diag code);

/// Whether any type of the library has a method of that name.
bool isLibraryMethod(llvm::StringRef name);

/// All of them, for suggestions.
llvm::ArrayRef<llvm::StringLiteral> getLibraryMethods();

} // namespace ruchy

#endif // LIB_FRONTEND_SEMA_CHECKIMPL_H
