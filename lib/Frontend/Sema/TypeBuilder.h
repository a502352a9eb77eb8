//===- TypeBuilder.h - Collects the declared types --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LIB_FRONTEND_SEMA_TYPEBUILDER_H
#define LIB_FRONTEND_SEMA_TYPEBUILDER_H

#include "SemaImpl.h"

namespace ruchy {

/// Fills the type table: first all types, then the members that they and the
/// `impl` blocks declare, then what they inherit.
class TypeBuilder {
public:
  TypeBuilder(SemaImpl &sema, TypeTable &types) : sema(sema), table(types) {}

  void build();

  /// The type of the library of that name, if it got methods.
  static TypeInfo *findBuiltin(const TypeTable &table, llvm::StringRef name);

private:
  using MethodMap = llvm::MapVector<llvm::StringRef, const MethodInfo *>;

  void declare(Item *item);
  void addMembers(Item *item, Scope *scope);
  void addImpl(ImplItem *item, Scope *scope);
  void addStruct(StructItem *item, TypeInfo &type);
  void addEnum(EnumItem *item, TypeInfo &type);
  void addClass(ClassItem *item, TypeInfo &type, Scope *scope);
  void addActor(ActorItem *item, TypeInfo &type);
  void addTrait(TraitItem *item, TypeInfo &type, Scope *scope);
  void addField(TypeInfo &type, const FieldDecl &field);
  void addBounds(TypeExpr *bounds, Scope *scope, TypeInfo &type);
  void addConstant(TypeInfo &type, Expr *member);
  MethodInfo *addMethod(MethodMap &map, TypeInfo &type, FunctionItem *item,
                        MethodInfo::Role role);
  void addMethods(TypeInfo &type, llvm::ArrayRef<FunctionItem *> items,
                  bool isClass);
  TypeInfo *getBuiltin(llvm::StringRef kind);
  TypeInfo *getSelf(TypeExpr *type, llvm::ArrayRef<GenericParam> generics,
                    Scope *scope);
  void finish(TypeInfo &type);
  void inherit(TypeInfo &type, TypeInfo &from);
  void inheritDefaults(TypeInfo &type, TypeInfo &trait, unsigned depth);

  SemaImpl &sema;
  TypeTable &table;
  llvm::DenseSet<TypeInfo *> finished;
};

} // namespace ruchy

#endif // LIB_FRONTEND_SEMA_TYPEBUILDER_H
