//===- TypeTable.h - The declared types of a program ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Structs, enums, classes, actors, traits and what `impl` adds to types of the
/// library, with everything they inherit.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_SEMA_TYPETABLE_H
#define RUCHY_FRONTEND_SEMA_TYPETABLE_H

#include "Ruchy/Frontend/AST/AST.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallVector.h"

#include <deque>
#include <string>

namespace ruchy {

struct TypeInfo;

/// A function that belongs to a type, once for every meaning of `Self`.
struct MethodInfo {
  enum class Role : uint8_t {
    Method,
    /// `new(..)` of a class: gets the new instance as self.
    Constructor,
    Getter,
    Setter,
    Operator,
    /// `receive M(..)` of an actor; its name is that of the message.
    Handler,
  };

  llvm::StringRef name;
  Role role = Role::Method;
  /// Null for handlers.
  ast::FunctionItem *item = nullptr;
  const ast::ReceiveHandler *handler = nullptr;
  /// The type that `Self` stands for.
  TypeInfo *self = nullptr;
  /// The class whose members `super` leads to the base of; else as `self`.
  TypeInfo *owner = nullptr;
  /// Whether self is the first of its parameters, written or not.
  bool takesSelf = false;
  /// Whether that parameter is not written.
  bool hasImplicitSelf = false;

  /// Parameters without self.
  llvm::ArrayRef<ast::Param> getParams() const;
  /// The node that name resolution knows the function by.
  ast::Node *getNode() const;
  ast::Expr *getBody() const;
};

/// A field, in the order of storage.
struct FieldInfo {
  llvm::StringRef name;
  /// Null if there is none.
  ast::Expr *defaultValue = nullptr;
  SourceRange range;
};

/// A variant of an enum.
struct VariantInfo {
  const ast::EnumVariant *decl = nullptr;
  llvm::StringRef name;
  int64_t discriminant = 0;
};

/// A `const` or `static` member.
struct ConstantInfo {
  llvm::StringRef name;
  ast::Expr *value = nullptr;
  /// Can be assigned.
  bool isStatic = false;
  TypeInfo *owner = nullptr;
};

/// A declared type, or a type of the library that got methods.
struct TypeInfo {
  enum class Kind : uint8_t {
    Struct,
    TupleStruct,
    Enum,
    Class,
    Actor,
    Trait,
    /// Of the library; `name` is a kind of `ruchy.kind.is`, or empty for
    /// blanket implementations, which hold for every value.
    Builtin,
  };

  Kind kind = Kind::Struct;
  llvm::StringRef name;
  /// Null for Builtin.
  ast::Item *item = nullptr;
  TypeInfo *base = nullptr;
  llvm::SmallVector<TypeInfo *, 2> mixins;
  /// Traits that it implements; super-traits of a trait.
  llvm::SmallVector<TypeInfo *, 2> traits;

  /// All fields, those of bases first.
  llvm::SmallVector<FieldInfo, 4> fields;
  llvm::SmallVector<VariantInfo, 4> variants;
  llvm::SmallVector<ConstantInfo, 2> constants;
  /// Own and inherited members by name; constructors are not inherited.
  llvm::MapVector<llvm::StringRef, const MethodInfo *> methods;
  llvm::MapVector<llvm::StringRef, const MethodInfo *> getters;
  llvm::MapVector<llvm::StringRef, const MethodInfo *> setters;
  llvm::MapVector<llvm::StringRef, const MethodInfo *> operators;
  llvm::MapVector<llvm::StringRef, const MethodInfo *> handlers;

  bool isReference() const {
    return kind == Kind::Class || kind == Kind::Actor;
  }
  bool isRecord() const { return kind <= Kind::Actor && kind != Kind::Enum; }
  const MethodInfo *findMethod(llvm::StringRef method) const;
  const VariantInfo *findVariant(llvm::StringRef variant) const;
  const ConstantInfo *findConstant(llvm::StringRef constant) const;
  /// Position of a field, or the number of fields.
  unsigned findField(llvm::StringRef field) const;
  /// The constructor of that name, of this class or the nearest base.
  const MethodInfo *findConstructor(llvm::StringRef constructor) const;
};

/// All types of a program.
class TypeTable {
public:
  TypeTable() = default;
  TypeTable(TypeTable &&) = default;
  TypeTable &operator=(TypeTable &&) = default;

  /// The type that an item declares; null for other items.
  TypeInfo *lookup(const ast::Item *item) const { return byItem.lookup(item); }
  const std::deque<TypeInfo> &getTypes() const { return types; }
  const std::deque<MethodInfo> &getMethods() const { return methods; }

private:
  friend class TypeBuilder;

  std::deque<TypeInfo> types;
  std::deque<MethodInfo> methods;
  llvm::DenseMap<const ast::Item *, TypeInfo *> byItem;
};

} // namespace ruchy

#endif // RUCHY_FRONTEND_SEMA_TYPETABLE_H
