//===- Sema.h - Name resolution ---------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_SEMA_SEMA_H
#define RUCHY_FRONTEND_SEMA_SEMA_H

#include "Ruchy/Frontend/AST/AST.h"
#include "Ruchy/Frontend/Sema/TypeTable.h"
#include "Ruchy/Support/Diagnostics.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

#include <deque>
#include <string>
#include <vector>

namespace ruchy {

struct FunctionInfo;

/// A variable: declared by a pattern, a parameter, an assignment to an
/// undeclared name, or a function definition.
struct VarDecl {
  unsigned id = 0;
  llvm::StringRef name;
  /// The IdentPattern, RestPattern, NameExpr (left of an assignment) or
  /// FunctionItem that declares it. `self` has the IdentPattern of its
  /// parameter.
  ast::Node *node = nullptr;
  /// The function it belongs to; the top level has a FunctionInfo too.
  FunctionInfo *owner = nullptr;
  /// Set if the variable was declared by a function definition, which is
  /// hoisted. Later definitions of the same name are assignments.
  ast::FunctionItem *function = nullptr;
  /// The `let` it comes from, if any.
  ast::LetExpr *let = nullptr;

  /// A variable of the top level that some function mentions.
  bool isGlobal = false;
  /// A variable of a function that a nested function or lambda mentions: it
  /// needs a cell.
  bool isCaptured = false;
  bool isParam = false;
  /// Declared by an assignment, for the whole function.
  bool isImplicit = false;
  /// Assigned again after its declaration (also by `x op= e`, `x++`,
  /// `x[i] = e`, `x.f = e` and redefinition of a function). Methods that
  /// change their receiver do not count.
  bool isReassigned = false;
  /// Its address is taken by `&mut x`.
  bool isAliased = false;
};

/// What is known about a function, lambda, or the top level.
struct FunctionInfo {
  /// FunctionItem, LambdaExpr, or Module for the top level.
  ast::Node *node = nullptr;
  FunctionInfo *parent = nullptr;
  /// Variables of enclosing functions (never globals) that this function or
  /// one nested in it mentions, in order of first mention.
  llvm::SmallVector<VarDecl *> captures;
  /// All variables that belong to it, in order of declaration.
  llvm::SmallVector<VarDecl *> locals;
  /// Functions that it refers to by name.
  llvm::SmallVector<ast::FunctionItem *> mentions;

  bool isTopLevel() const { return llvm::isa<ast::Module>(node); }
};

/// What a name stands for.
struct NameRef {
  enum class Kind : uint8_t {
    /// A variable, function variables that are reassigned included.
    Variable,
    /// A function known by name that nothing reassigns: call it directly.
    Function,
    /// A struct, class, enum, trait, actor, effect, type alias.
    Type,
    /// A module or an imported name.
    Module,
    /// A unit or tuple variant in scope, or Some, None, Ok, Err.
    Variant,
    /// A name of the library.
    Builtin,
    Unresolved,
  };

  Kind kind = Kind::Unresolved;
  VarDecl *variable = nullptr;
  ast::FunctionItem *function = nullptr;
  ast::Item *item = nullptr;
  /// Module: the import from the library that gave the name.
  const ast::UseLeaf *leaf = nullptr;
  /// The variable may be read before anything was assigned to it: a check is
  /// needed that raises `Undefined variable: x`.
  bool maybeUnassigned = false;
};

/// What a path such as `a::b::c` stands for, in expressions, literals and
/// patterns.
struct PathRef {
  enum class Kind : uint8_t {
    /// Nothing of the program: a name of the library, or unknown.
    Unresolved,
    /// A function, variable or module; see `ref`.
    Name,
    /// A type.
    Type,
    /// The variant, function or constant `member` of a type.
    Member,
    /// `member` of `module` cannot be seen from here.
    Private,
  };

  Kind kind = Kind::Unresolved;
  NameRef ref;
  TypeInfo *type = nullptr;
  llvm::StringRef member;
  /// The path starts with `Self`: in a method that several types have, `type`
  /// is the one that the method is translated for.
  bool isSelf = false;
  ast::ModuleItem *module = nullptr;
};

/// How the arguments of a call to a function known by name bind.
struct CallBinding {
  ast::FunctionItem *callee = nullptr;
  /// For each written argument, in order: the value to evaluate (the right
  /// side of `f(x = 5)` included) and the index of its parameter.
  struct Bound {
    ast::Expr *value = nullptr;
    unsigned param = 0;
  };
  llvm::SmallVector<Bound> args;
  /// False if the call is an error at run time; see message.
  bool isValid = true;
  std::string message;
  Diag code = Diag::None;
};

/// A name inside the format string of a macro or of `println(..)`, such as
/// `println!("{x}")`, that stands for a variable.
struct FormatCapture {
  llvm::StringRef name;
  NameRef ref;
};

/// A problem that is an error only when the place is executed; `ruchy check`
/// reports it.
struct SemaWarning {
  SourceRange range;
  std::string message;
  std::string hint;
  Diag code = Diag::None;
};

/// The results of name resolution, looked up by node.
class SemaResult {
public:
  /// What a NameExpr stands for, both where it is read and assigned.
  const NameRef &getRef(const ast::NameExpr *name) const;
  /// What the first segment of a path stands for.
  const NameRef &getRef(const ast::PathExpr *path) const;
  /// Whether an upper-case IdentPattern compares with a constant or variant
  /// (then Variable, Variant or Type) or binds (Unresolved).
  const NameRef &getPatternUse(const ast::IdentPattern *pattern) const;

  /// What a PathExpr, StructExpr or pattern with a path stands for, or a
  /// NameExpr or IdentPattern that names a type or variant.
  const PathRef &getPath(const ast::Node *node) const;
  const TypeTable &getTypes() const { return types; }

  /// The variable that a binding IdentPattern, a named RestPattern or a
  /// FunctionItem declares or, if decl->node differs, assigns again. Null for
  /// patterns that compare.
  VarDecl *getDecl(const ast::Node *node) const;

  /// The ForExpr, WhileExpr, LoopExpr or labelled BlockExpr that a BreakExpr
  /// or ContinueExpr leaves or continues; null after an error.
  ast::Expr *getTarget(const ast::Expr *jump) const;

  /// Facts about a FunctionItem, LambdaExpr or Module; null for other nodes.
  const FunctionInfo *getFunction(const ast::Node *functionOrModule) const;

  /// Null unless the callee is a name or path of a function.
  const CallBinding *getCallBinding(const ast::CallExpr *call) const;

  /// The variables that a format string mentions by name.
  llvm::ArrayRef<FormatCapture>
  getFormatCaptures(const ast::StringLiteral *format) const;

  /// Whether an expression is a statement of a block or file (its value may
  /// still be the value of the block).
  bool isStatement(const ast::Expr *expr) const;

  const std::deque<VarDecl> &getVariables() const { return variables; }
  const std::deque<FunctionInfo> &getFunctions() const { return functions; }
  const std::vector<SemaWarning> &getWarnings() const { return warnings; }
  /// The first hoisted `fun main` of the file, or null.
  ast::FunctionItem *getMain() const { return mainFunction; }
  void ignoreMain() { mainFunction = nullptr; }

private:
  friend class SemaImpl;

  std::deque<VarDecl> variables;
  std::deque<FunctionInfo> functions;
  llvm::DenseMap<const ast::Node *, NameRef> refs;
  llvm::DenseMap<const ast::Node *, PathRef> paths;
  llvm::DenseMap<const ast::Node *, VarDecl *> decls;
  TypeTable types;
  llvm::DenseMap<const ast::Expr *, ast::Expr *> targets;
  llvm::DenseMap<const ast::Node *, FunctionInfo *> functionInfos;
  llvm::DenseMap<const ast::CallExpr *, CallBinding> bindings;
  llvm::DenseMap<const ast::Node *, llvm::SmallVector<FormatCapture, 2>>
      formatCaptures;
  llvm::DenseSet<const ast::Expr *> statements;
  std::vector<SemaWarning> warnings;
  ast::FunctionItem *mainFunction = nullptr;
};

/// Resolves all names of a file. Errors (`break` outside of a loop, unknown
/// labels) go to diagnostics; the result is usable in any case.
SemaResult analyze(ast::Module &module, DiagnosticEngine &diagnostics);

/// Binds written arguments to parameters by position and name. The value of
/// `f(x = 5)` is the assignment.
CallBinding bindArguments(llvm::ArrayRef<ast::Argument> args,
                          llvm::ArrayRef<ast::Param> params);

/// All names that the library defines, sorted.
llvm::ArrayRef<llvm::StringLiteral> getBuiltinNames();

/// Whether the library defines a name, e.g. "println".
bool isBuiltinName(llvm::StringRef name);

} // namespace ruchy

#endif // RUCHY_FRONTEND_SEMA_SEMA_H
