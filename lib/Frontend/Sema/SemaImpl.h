//===- SemaImpl.h - The walk that resolves names ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LIB_FRONTEND_SEMA_SEMAIMPL_H
#define LIB_FRONTEND_SEMA_SEMAIMPL_H

#include "Ruchy/Frontend/AST/Visitor.h"
#include "Ruchy/Frontend/Sema/Sema.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"

#include <deque>

namespace ruchy {

using namespace ast;

/// What a name in a scope stands for.
struct Binding {
  NameRef::Kind kind = NameRef::Kind::Unresolved;
  VarDecl *variable = nullptr;
  Item *item = nullptr;
  /// Position in the order of declarations; 0 for hoisted ones.
  unsigned order = 0;
  /// An import: stands for what the path means in the scope of the import.
  const UseLeaf *leaf = nullptr;
};

/// A lexical scope. Scopes outlive the walk over their block, because the
/// bodies of functions are resolved after the code around them.
struct Scope {
  Scope *parent = nullptr;
  FunctionInfo *function = nullptr;
  /// The scope of the parameters of a function: going outwards from here
  /// leaves the function.
  bool isFunctionRoot = false;
  /// The top level or the level of a module: its variables are globals.
  bool isModuleLevel = false;
  /// What was declared around the function before it was created.
  unsigned creationOrder = 0;
  llvm::DenseMap<const char *, llvm::SmallVector<Binding, 1>> names;
  llvm::DenseMap<const char *, Item *> variants;
  /// `use m::*`.
  llvm::SmallVector<const UseLeaf *, 0> globs;
  /// The module whose level this is; null at the top.
  ModuleItem *module = nullptr;
  /// The type item or `impl` that `Self` refers to inside.
  Item *typeItem = nullptr;
};

/// The walk. Names are resolved in the order of execution; bodies of
/// functions and lambdas wait until the code around them is finished.
class SemaImpl : public Visitor<SemaImpl> {
public:
  SemaImpl(Module &module, DiagnosticEngine &diagnostics, SemaResult &result)
      : module(module), diagnostics(diagnostics), result(result) {}

  void run();

  // Expressions (Expressions.cpp). Each method resolves what visitExprTree
  // has not visited yet: all but the left spine.
  void visitNode(Node *node);
  void visitNameExpr(NameExpr *node) { resolve(node, false); }
  void visitPathExpr(PathExpr *node);
  void visitInterpolationExpr(InterpolationExpr *node);
  void visitObjectExpr(ObjectExpr *node);
  void visitStructExpr(StructExpr *node);
  void visitComprehensionExpr(ComprehensionExpr *node);
  void visitUnaryExpr(UnaryExpr *node);
  void visitBinaryExpr(BinaryExpr *node);
  void visitAssignExpr(AssignExpr *node);
  void visitIncDecExpr(IncDecExpr *node);
  void visitPipelineExpr(PipelineExpr *node);
  void visitSendExpr(SendExpr *node);
  void visitCallExpr(CallExpr *node);
  void visitFieldExpr(FieldExpr *node);
  void visitMethodCallExpr(MethodCallExpr *node);
  void visitMacroCallExpr(MacroCallExpr *node);

  // Control flow (Control.cpp).
  void visitBlockExpr(BlockExpr *node);
  void visitIfExpr(IfExpr *node);
  void visitLetCondExpr(LetCondExpr *node);
  void visitMatchExpr(MatchExpr *node);
  void visitForExpr(ForExpr *node);
  void visitWhileExpr(WhileExpr *node);
  void visitLoopExpr(LoopExpr *node);
  void visitBreakExpr(BreakExpr *node);
  void visitContinueExpr(ContinueExpr *node);
  void visitReturnExpr(ReturnExpr *node);
  void visitThrowExpr(ThrowExpr *node);
  void visitTryExpr(TryExpr *node);
  void visitHandleExpr(HandleExpr *node);

  // Declarations (Declarations.cpp).
  void visitLetExpr(LetExpr *node);
  void visitLambdaExpr(LambdaExpr *node);
  void visitFunctionItem(FunctionItem *node);
  void visitStructItem(StructItem *node);
  void visitEnumItem(EnumItem *node);
  void visitImplItem(ImplItem *node);
  void visitTraitItem(TraitItem *node);
  void visitClassItem(ClassItem *node);
  void visitActorItem(ActorItem *node);
  void visitEffectItem(EffectItem *) {}
  void visitExtendItem(ExtendItem *node);
  void visitModuleItem(ModuleItem *node);
  void visitUseItem(UseItem *) {}
  void visitTypeExpr(TypeExpr *) {}

private:
  class ScopeGuard;
  class TypeScope;

  /// A function whose body waits.
  struct Deferred {
    Node *node;
    FunctionInfo *info;
    Scope *scope;
    llvm::ArrayRef<Param> params;
    Expr *body;
    bool hasImplicitSelf;
    /// Implicit variables that are assigned where the function is created.
    std::vector<VarDecl *> assigned;
  };
  struct Jump {
    Expr *node;
    llvm::StringRef label;
  };
  struct Use {
    Node *node;
    llvm::StringRef name;
    SourceRange range;
    Scope *scope;
    bool isCallee;
    bool mayBeUnknown;
  };
  /// A path that is resolved in the end, when all types are known.
  struct PathUse {
    const Node *node;
    llvm::SmallVector<llvm::StringRef, 3> path;
    Scope *scope;
  };

  // Walking (Expressions.cpp).
  void visitExprTree(Expr *expr);
  void visitOptional(Expr *expr) {
    if (expr)
      visitExprTree(expr);
  }
  void visitStatements(llvm::ArrayRef<Expr *> statements);
  void visitArguments(llvm::ArrayRef<Argument> args);
  void markPlaceChanged(Expr *place);
  void assignTo(Expr *place);
  void assignToName(NameExpr *name);
  void resolveFormat(llvm::ArrayRef<Argument> args, size_t index);

  // Names (Scopes.cpp).
  Scope *pushScope();
  VarDecl *declare(llvm::StringRef name, Node *node);
  VarDecl *declareIn(Scope *target, llvm::StringRef name, Node *node,
                     unsigned order);
  void bind(Scope *target, llvm::StringRef name, Binding binding);
  const Binding *lookup(llvm::StringRef name, Scope *from) const;
  bool find(llvm::StringRef name, Scope *from, Binding &binding);
  bool isFollowed(const Binding &binding) const;
  Item *lookupVariant(llvm::StringRef name, Scope *from) const;
  void hoistImport(const UseLeaf &leaf, Binding binding);
  void hoist(llvm::ArrayRef<Expr *> statements);
  void hoistItem(Item *item);
  void resolve(NameExpr *name, bool isCallee);
  void resolveLater(const Use &use);
  NameRef makeRef(const Binding &binding, const Scope *from);
  NameRef resolveWord(llvm::StringRef name, const Use &use);
  void noteMention(VarDecl *variable, FunctionInfo *from);
  bool mayBeUnassigned(VarDecl *variable) const;
  void resolveLeftovers();
  void warnUnresolved(const Use &use);
  std::string suggest(llvm::StringRef name, Scope *from) const;
  void finishVariables();

  // Paths, imports and types (Paths.cpp).
  friend class TypeBuilder;
  void notePath(const Node *node, llvm::ArrayRef<Name> path);
  void notePath(const Node *node, llvm::StringRef name);
  void notePatternPath(const Node *pattern);
  PathRef resolvePath(llvm::ArrayRef<llvm::StringRef> path, Scope *from);
  bool findMember(Scope *level, llvm::StringRef name, Binding &binding);
  bool findInGlobs(const Scope *level, llvm::StringRef name, Binding &binding);
  bool follow(const Binding &binding, Scope *from, Binding &target);
  PathRef resolvePathOf(PathExpr *node);
  void noteDottedPath(Expr *node, const Name &last);
  PathRef makePathRef(const Binding &binding, Scope *from);
  TypeInfo *resolveType(TypeExpr *type, Scope *from);
  TypeInfo *getTypeOf(Item *item, Scope *from);
  Scope *getModuleScope(Scope *from) const;
  bool canSee(const Scope *level, const Binding &binding, Scope *from) const;
  void resolvePaths();
  void hoistModule(ModuleItem *item);
  void deferDefault(Expr *value);

  // Patterns and functions (Declarations.cpp).
  void declarePattern(Pattern *pattern, bool isDirect = false);
  void declareIdent(IdentPattern *pattern, bool isDirect);
  bool isRecursiveLambda(const LetExpr *node) const;
  void declareParams(llvm::ArrayRef<Param> params);
  void defer(Node *node, llvm::ArrayRef<Param> params, Expr *body,
             bool hasImplicitSelf = false);
  void runDeferred(Deferred &deferred);
  void visitMethods(llvm::ArrayRef<FunctionItem *> methods, bool isClass);
  void visitMembers(llvm::ArrayRef<Expr *> members);
  void visitFields(llvm::ArrayRef<FieldDecl> fields);

  // Calls (Calls.cpp).
  bool bindCall(CallExpr *call);

  // Flow (Flow.cpp).
  void runBranches(llvm::ArrayRef<llvm::function_ref<void()>> branches,
                   bool isExhaustive);
  void runMaybe(llvm::function_ref<void()> body);
  void markAssigned(VarDecl *variable);
  void undoTo(size_t mark);
  void findReachedFunctions();
  void reach(FunctionInfo *info, unsigned statement);

  void warn(SourceRange range, const llvm::Twine &message,
            const llvm::Twine &hint = "", Diag code = Diag::None);

  Module &module;
  DiagnosticEngine &diagnostics;
  SemaResult &result;

  std::deque<Scope> scopes;
  /// Declared names by text, for names in format strings.
  llvm::StringMap<const char *> interned;
  Scope *scope = nullptr;
  Scope *root = nullptr;
  FunctionInfo *function = nullptr;
  unsigned order = 0;
  std::vector<Jump> jumps;
  std::deque<Deferred> queue;
  std::vector<Use> unresolved;
  /// Variables of lambdas that may call themselves.
  std::vector<VarDecl *> selfReferences;
  std::vector<PathUse> pathUses;
  llvm::DenseMap<const ModuleItem *, Scope *> moduleScopes;
  /// Where the items that declare types and methods stand.
  std::vector<std::pair<Item *, Scope *>> typeItems;
  /// Imports that are being followed, and where they stand.
  llvm::SmallVector<const UseLeaf *, 4> following;
  llvm::DenseMap<const UseLeaf *, Scope *> importScopes;

  // Definite assignment of implicit variables.
  llvm::DenseSet<VarDecl *> assigned;
  std::vector<VarDecl *> assignedTrail;
  bool diverged = false;

  // When top-level statements call which function.
  unsigned statementIndex = 0;
  llvm::DenseMap<VarDecl *, Scope *> scopeOf;
  llvm::DenseMap<VarDecl *, unsigned> assignedAt;
  llvm::DenseMap<FunctionInfo *, unsigned> reachedAt;
  llvm::DenseMap<FunctionInfo *, llvm::SmallVector<Node *, 4>> mentions;
  std::vector<llvm::SmallVector<Node *, 4>> statementMentions;
  std::vector<std::pair<Node *, FunctionInfo *>> globalUses;
};

/// Opens a scope for the extent of a C++ scope.
class SemaImpl::ScopeGuard {
public:
  explicit ScopeGuard(SemaImpl &sema) : sema(sema), saved(sema.scope) {
    sema.scope = sema.pushScope();
  }
  ~ScopeGuard() { sema.scope = saved; }
  ScopeGuard(const ScopeGuard &) = delete;
  ScopeGuard &operator=(const ScopeGuard &) = delete;

private:
  SemaImpl &sema;
  Scope *saved;
};

/// The scope of the members of a type.
class SemaImpl::TypeScope : ScopeGuard {
public:
  TypeScope(SemaImpl &sema, Item *item) : ScopeGuard(sema) {
    sema.scope->typeItem = item;
  }
};

} // namespace ruchy

#endif // LIB_FRONTEND_SEMA_SEMAIMPL_H
