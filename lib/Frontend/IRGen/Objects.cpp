//===- Objects.cpp - Records, variants and instances ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ObjectGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

Value ObjectGen::raiseText(Location at, const Twine &text) {
  return f.raise(at, "RuntimeError", text.str());
}

//===----------------------------------------------------------------------===//
// Records
//===----------------------------------------------------------------------===//

/// Fills in defaults and makes the record. Lenient types have nil in fields
/// that have neither value nor default.
Value ObjectGen::makeRecord(Location at, const TypeInfo *type,
                            MutableArrayRef<Value> fields, bool isLenient) {
  for (const auto &[field, value] : llvm::zip(type->fields, fields)) {
    if (value)
      continue;
    if (field.defaultValue)
      value = f.emit(field.defaultValue);
    else if (isLenient)
      value = f.makeNil(at);
    else
      value = raiseText(at, "Missing required field '" + field.name +
                                "' for struct " + type->name);
  }
  return RecordNewOp::create(b, at, f.any, types.getSymbol(type), fields);
}

/// Evaluates the written fields in their order.
void ObjectGen::emitFieldInits(Location at, ArrayRef<ast::FieldInit> inits,
                               const TypeInfo *type, Fields &fields) {
  for (const ast::FieldInit &init : inits) {
    Value value = f.emit(init.value);
    unsigned position = type->findField(init.name.text);
    if (position < fields.size())
      fields[position] = value;
    else
      raiseText(at, "Struct " + type->name + " does not have field '" +
                        init.name.text + "'");
  }
}

/// `E::V { x: 1 }`.
static unsigned findPayload(const VariantInfo *variant, StringRef name) {
  unsigned position = 0;
  ArrayRef<ast::FieldDecl> fields = variant->decl->fields;
  while (position < fields.size() && fields[position].name.text != name)
    ++position;
  return position;
}

Value ObjectGen::emitStructExpr(ast::StructExpr *expr) {
  Location at = f.loc(expr);
  const PathRef &ref = gen.sema.getPath(expr);
  const TypeInfo *type = f.getPathType(ref);
  StringRef name = expr->path.back().text;
  const VariantInfo *variant = ref.kind == PathRef::Kind::Member && type
                                   ? type->findVariant(ref.member)
                                   : nullptr;
  if (variant) {
    Fields payload(variant->decl->fields.size());
    for (const ast::FieldInit &init : expr->fields) {
      Value value = f.emit(init.value);
      unsigned position = findPayload(variant, init.name.text);
      if (position < payload.size())
        payload[position] = value;
      else
        raiseText(at, "Struct " + name + " does not have field '" +
                          init.name.text + "'");
    }
    for (const auto &[field, value] : llvm::zip(variant->decl->fields, payload))
      if (!value)
        value = field.defaultValue ? f.emit(field.defaultValue)
                                   : raiseText(at, "Missing required field '" +
                                                       field.name.text +
                                                       "' for struct " + name);
    return emitVariant(at, type, variant, payload);
  }
  if (ref.kind != PathRef::Kind::Type || !type || !type->isRecord()) {
    for (const ast::FieldInit &init : expr->fields)
      f.emitDiscard(init.value);
    return raiseText(at, "Undefined struct: " + name);
  }
  Fields fields(type->fields.size());
  emitFieldInits(at, expr->fields, type, fields);
  if (expr->base) {
    Value base = f.emit(expr->base);
    for (const auto &[field, value] : llvm::zip(type->fields, fields))
      if (!value)
        value =
            FieldOp::create(b, at, f.any, Type(), base, field.name).getResult();
  }
  return makeRecord(at, type, fields, type->isReference());
}

//===----------------------------------------------------------------------===//
// Calls of types
//===----------------------------------------------------------------------===//

/// `S(1, 2)`, `S(a: 1)`, `C(..)`.
Value ObjectGen::emitTypeCall(Location at, const TypeInfo *type,
                              ArrayRef<ast::Argument> args) {
  if (!type->isRecord())
    return raiseText(at, "Cannot call type " + type->name);
  bool isNamed = llvm::any_of(
      args, [](const ast::Argument &arg) { return !arg.name.empty(); });
  if (type->isReference()) {
    const MethodInfo *made = type->findConstructor("new");
    bool isLiteral = isNamed && !made;
    if (!isLiteral)
      return emitFactoryCall(at, type, "new", args);
  }
  Fields fields(type->fields.size());
  unsigned next = 0;
  for (const ast::Argument &arg : args) {
    Value value = f.emitArg(arg.value);
    unsigned position =
        arg.name.empty() ? next++ : type->findField(arg.name.text);
    if (position < fields.size())
      fields[position] = value;
    else if (!arg.name.empty())
      raiseText(at, "Struct " + type->name + " does not have field '" +
                        arg.name.text + "'");
  }
  size_t total = type->fields.size();
  bool isShort = type->kind == TypeInfo::Kind::TupleStruct && next < total;
  if (next > total || isShort)
    return f.raise(at, "Arity",
                   "Function expects " + std::to_string(total) +
                       (total == 1 ? " argument, got " : " arguments, got ") +
                       std::to_string(args.size()));
  return makeRecord(at, type, fields, type->isReference());
}

/// The name of a type as a value: a unit struct.
Value ObjectGen::emitTypeValue(Location at, const TypeInfo *type) {
  if (type->isRecord() && !type->isReference()) {
    Fields fields(type->fields.size());
    return makeRecord(at, type, fields, false);
  }
  return raiseText(at, "Type " + type->name + " is not a value");
}

/// `C::new(..)`, `C::named(..)`.
Value ObjectGen::emitFactoryCall(Location at, const TypeInfo *type,
                                 StringRef name, ArrayRef<ast::Argument> args) {
  const MethodInfo *constructor = type->findConstructor(name);
  if (!constructor && name == "new")
    constructor = type->findConstructor("init");
  ArrayRef<ast::Param> params;
  if (constructor)
    params = constructor->getParams();
  CallBinding binding = bindArguments(args, params);
  ArgList values;
  llvm::BitVector given;
  if (!emitBound(binding.args, params, {}, 0, values, given) ||
      !binding.isValid)
    return f.raise(at, "Arity", binding.message);
  return emitCall(at, types.getFactory(type, constructor, given), values, {});
}

//===----------------------------------------------------------------------===//
// Variants
//===----------------------------------------------------------------------===//

Value ObjectGen::emitVariant(Location at, const TypeInfo *type,
                             const VariantInfo *variant,
                             ArrayRef<Value> payload) {
  return VariantNewOp::create(b, at, f.any, types.getSymbol(type),
                              b.getStringAttr(variant->name), payload);
}

Value ObjectGen::emitVariantCall(Location at, const TypeInfo *type,
                                 const VariantInfo *variant,
                                 ArrayRef<ast::Argument> args) {
  size_t total = variant->decl->fields.size();
  Fields payload(total);
  size_t next = 0;
  for (const ast::Argument &arg : args) {
    Value value = f.emitArg(arg.value);
    size_t position =
        arg.name.empty() ? next++ : findPayload(variant, arg.name.text);
    if (position < total)
      payload[position] = value;
    else if (!arg.name.empty())
      raiseText(at, "Struct " + variant->name + " does not have field '" +
                        arg.name.text + "'");
  }
  bool isComplete =
      llvm::all_of(payload, [](Value value) { return bool(value); });
  if (next > total || !isComplete)
    return f.raise(at, "Arity",
                   "Function expects " + std::to_string(total) +
                       (total == 1 ? " argument, got " : " arguments, got ") +
                       std::to_string(args.size()));
  return emitVariant(at, type, variant, payload);
}

/// `Some(v)`, `None`, `Ok(v)`, `Err(e)`; null for other names.
Value ObjectGen::emitOption(Location at, StringRef name, Value value) {
  std::optional<OptionCase> which = symbolizeOptionCase(name.lower());
  if (!which)
    return {};
  bool isNone = *which == OptionCase::None;
  if (isNone)
    value = Value();
  else if (!value)
    value = f.makeNil(at);
  return OptionNewOp::create(b, at, f.any, *which, value);
}

//===----------------------------------------------------------------------===//
// Constants and actors
//===----------------------------------------------------------------------===//

Value ObjectGen::emitConstant(Location at, const ConstantInfo *constant) {
  if (constant->isStatic)
    return GlobalGetOp::create(b, at, f.any, false, types.getStatic(constant));
  return constant->value ? f.emit(constant->value) : f.makeNil(at);
}

/// `spawn A { .. }`, `spawn A(..)`, `spawn A`; other operands are evaluated.
Value ObjectGen::emitSpawn(ast::SpawnExpr *expr) {
  if (auto *name = dyn_cast<ast::NameExpr>(expr->operand)) {
    const TypeInfo *type = f.getPathType(gen.sema.getPath(name));
    if (type && type->isReference())
      return emitFactoryCall(f.loc(expr), type, "new", {});
  }
  return f.emit(expr->operand);
}
