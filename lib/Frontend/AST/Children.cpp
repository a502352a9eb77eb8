//===- Children.cpp - Enumerates the children of nodes ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Frontend/AST/Visitor.h"

#include "llvm/ADT/SmallVector.h"

using namespace ruchy;
using namespace ruchy::ast;

namespace {

/// Hands the children of one node to a callback. The methods for helper
/// structures come first.
class ChildVisitor : public Visitor<ChildVisitor> {
public:
  using Callback = llvm::function_ref<void(llvm::StringRef, Node *)>;
  explicit ChildVisitor(Callback fn) : fn(fn) {}

  void visitNode(Node *) {}

  void visitModule(Module *node) { addAll("", node->statements); }
  void visitInterpolationExpr(InterpolationExpr *node) {
    for (const InterpolationPart &part : node->parts)
      add("", part.expr);
  }
  void visitPathExpr(PathExpr *node) { addAll("type", node->typeArgs); }
  void visitTupleExpr(TupleExpr *node) { addAll("", node->elements); }
  void visitArrayExpr(ArrayExpr *node) { addAll("", node->elements); }
  void visitSetExpr(SetExpr *node) { addAll("", node->elements); }
  void visitArrayRepeatExpr(ArrayRepeatExpr *node) {
    add("value", node->value);
    add("count", node->count);
  }
  void visitObjectExpr(ObjectExpr *node) {
    for (const ObjectEntry &entry : node->entries) {
      add("key", entry.keyExpr);
      add(entry.isSpread ? "spread" : entry.key.text, entry.value);
    }
  }
  void visitStructExpr(StructExpr *node) {
    for (const FieldInit &field : node->fields)
      add(field.name.text, field.value);
    add("base", node->base);
  }
  void visitSpreadExpr(SpreadExpr *node) { add("", node->operand); }
  void visitComprehensionExpr(ComprehensionExpr *node) {
    add("key", node->key);
    add("value", node->value);
    for (const ComprehensionClause &clause : node->clauses) {
      add("for", clause.pattern);
      add("in", clause.iterable);
      addAll("if", clause.conditions);
    }
  }
  void visitUnaryExpr(UnaryExpr *node) { add("", node->operand); }
  void visitBinaryExpr(BinaryExpr *node) {
    add("", node->lhs);
    add("", node->rhs);
  }
  void visitRangeExpr(RangeExpr *node) {
    add("from", node->begin);
    add("to", node->end);
  }
  void visitCastExpr(CastExpr *node) {
    add("", node->operand);
    add("", node->type);
  }
  void visitAssignExpr(AssignExpr *node) {
    add("", node->place);
    add("", node->value);
  }
  void visitIncDecExpr(IncDecExpr *node) { add("", node->place); }
  void visitTryOpExpr(TryOpExpr *node) { add("", node->operand); }
  void visitPipelineExpr(PipelineExpr *node) {
    add("", node->value);
    add("", node->stage);
  }
  void visitCallExpr(CallExpr *node) {
    add("", node->callee);
    addArguments(node->args);
  }
  void visitMethodCallExpr(MethodCallExpr *node) {
    add("", node->receiver);
    addAll("type", node->typeArgs);
    addArguments(node->args);
  }
  void visitFieldExpr(FieldExpr *node) { add("", node->object); }
  void visitIndexExpr(IndexExpr *node) {
    add("", node->object);
    add("", node->index);
  }
  void visitMacroCallExpr(MacroCallExpr *node) {
    addArguments(node->args);
    add("pattern", node->pattern);
    add("guard", node->guard);
  }
  void visitBlockExpr(BlockExpr *node) { addAll("", node->statements); }
  void visitIfExpr(IfExpr *node) {
    add("", node->condition);
    add("then", node->thenExpr);
    add("else", node->elseExpr);
  }
  void visitLetCondExpr(LetCondExpr *node) {
    add("", node->pattern);
    add("", node->value);
  }
  void visitMatchExpr(MatchExpr *node) {
    add("", node->subject);
    for (const MatchArm &arm : node->arms) {
      add("case", arm.pattern);
      add("guard", arm.guard);
      add("body", arm.body);
    }
  }
  void visitForExpr(ForExpr *node) {
    add("", node->pattern);
    add("in", node->iterable);
    add("", node->body);
  }
  void visitWhileExpr(WhileExpr *node) {
    add("", node->condition);
    add("", node->body);
  }
  void visitLoopExpr(LoopExpr *node) { add("", node->body); }
  void visitBreakExpr(BreakExpr *node) { add("", node->value); }
  void visitReturnExpr(ReturnExpr *node) { add("", node->value); }
  void visitThrowExpr(ThrowExpr *node) { add("", node->value); }
  void visitTryExpr(TryExpr *node) {
    add("", node->body);
    add("catch", node->catchPattern);
    add("catch", node->catchBody);
    add("finally", node->finallyBody);
  }
  void visitLetExpr(LetExpr *node) {
    add("", node->pattern);
    add("type", node->type);
    add("", node->init);
    add("else", node->elseBlock);
  }
  void visitLambdaExpr(LambdaExpr *node) {
    addParams(node->params);
    add("returns", node->returnType);
    add("", node->body);
  }
  void visitAwaitExpr(AwaitExpr *node) { add("", node->operand); }
  void visitYieldExpr(YieldExpr *node) { add("", node->value); }
  void visitLazyExpr(LazyExpr *node) { add("", node->operand); }
  void visitSpawnExpr(SpawnExpr *node) { add("", node->operand); }
  void visitSendExpr(SendExpr *node) {
    add("", node->actor);
    add("", node->message);
  }
  void visitHandleExpr(HandleExpr *node) {
    add("", node->operand);
    addHandlers(node->handlers);
  }
  void visitFunctionItem(FunctionItem *node) {
    addGenerics(node->generics);
    addParams(node->params);
    add("returns", node->returnType);
    for (const Contract &contract : node->contracts)
      add(contract.keyword.text, contract.condition);
    add("", node->body);
  }
  void visitStructItem(StructItem *node) {
    addGenerics(node->generics);
    addFields(node->fields);
    addAll("method", node->methods);
  }
  void visitImplItem(ImplItem *node) {
    addGenerics(node->generics);
    add("trait", node->trait);
    add("for", node->self);
    addAll("", node->members);
  }
  void visitEnumItem(EnumItem *node) {
    addGenerics(node->generics);
    for (const EnumVariant &variant : node->variants) {
      addFields(variant.fields);
      add(variant.name.text, variant.discriminant);
    }
    addAll("method", node->methods);
  }
  void visitTraitItem(TraitItem *node) {
    addGenerics(node->generics);
    addAll("super", node->superTraits);
    addAll("", node->members);
  }
  void visitClassItem(ClassItem *node) {
    addGenerics(node->generics);
    add("base", node->base);
    addAll("mixin", node->mixins);
    addFields(node->fields);
    for (const PropertyDecl &property : node->properties) {
      add(property.name.text, property.type);
      add("get", property.getter);
      add("set", property.setter);
      add("default", property.defaultValue);
    }
    addAll("method", node->methods);
  }
  void visitActorItem(ActorItem *node) {
    addFields(node->fields);
    addHandlers(node->handlers);
    addAll("method", node->methods);
  }
  void visitEffectItem(EffectItem *node) { addAll("", node->operations); }
  void visitExtendItem(ExtendItem *node) {
    add("", node->target);
    addAll("", node->methods);
  }
  void visitModuleItem(ModuleItem *node) { addAll("", node->statements); }
  void visitTypeAliasItem(TypeAliasItem *node) { add("", node->aliased); }
  void visitLiteralPattern(LiteralPattern *node) { add("", node->literal); }
  void visitIdentPattern(IdentPattern *node) { add("", node->sub); }
  void visitTuplePattern(TuplePattern *node) { addAll("", node->elements); }
  void visitListPattern(ListPattern *node) { addAll("", node->elements); }
  void visitOrPattern(OrPattern *node) { addAll("", node->alternatives); }
  void visitConstructorPattern(ConstructorPattern *node) {
    addAll("", node->elements);
  }
  void visitRangePattern(RangePattern *node) {
    add("from", node->begin);
    add("to", node->end);
  }
  void visitStructPattern(StructPattern *node) {
    addFieldPatterns(node->fields);
  }
  void visitObjectPattern(ObjectPattern *node) {
    addFieldPatterns(node->fields);
    add("rest", node->rest);
  }
  void visitRefPattern(RefPattern *node) { add("", node->inner); }
  void visitNamedType(NamedType *node) { addAll("", node->args); }
  void visitArrayType(ArrayType *node) {
    add("", node->element);
    add("size", node->size);
  }
  void visitTupleType(TupleType *node) { addAll("", node->elements); }
  void visitRefType(RefType *node) { add("", node->pointee); }
  void visitFunctionType(FunctionType *node) {
    addAll("", node->params);
    add("returns", node->result);
  }
  void visitBoundsType(BoundsType *node) { addAll("", node->bounds); }
  void visitOptionalType(OptionalType *node) { add("", node->inner); }

private:
  void add(llvm::StringRef role, Node *child) {
    if (child)
      fn(role, child);
  }
  template <typename T>
  void addAll(llvm::StringRef role, llvm::ArrayRef<T *> children) {
    for (T *child : children)
      add(role, child);
  }
  void addArguments(llvm::ArrayRef<Argument> args) {
    for (const Argument &argument : args)
      add(argument.name.empty() ? "arg" : argument.name.text, argument.value);
  }
  void addParams(llvm::ArrayRef<Param> params) {
    for (const Param &param : params) {
      add("param", param.pattern);
      add("type", param.type);
      add("default", param.defaultValue);
    }
  }
  void addGenerics(llvm::ArrayRef<GenericParam> generics) {
    for (const GenericParam &generic : generics)
      addAll("bound", generic.bounds);
  }
  void addFields(llvm::ArrayRef<FieldDecl> fields) {
    for (const FieldDecl &field : fields) {
      add(field.name.text, field.type);
      add("default", field.defaultValue);
    }
  }
  void addHandlers(llvm::ArrayRef<ReceiveHandler> handlers) {
    for (const ReceiveHandler &handler : handlers) {
      addParams(handler.params);
      add("returns", handler.returnType);
      add(handler.message.text, handler.body);
    }
  }
  void addFieldPatterns(llvm::ArrayRef<FieldPattern> fields) {
    for (const FieldPattern &field : fields)
      add(field.name.text, field.pattern);
  }

  Callback fn;
};

} // namespace

void ast::forEachChildWithRole(
    Node *node, llvm::function_ref<void(llvm::StringRef, Node *)> fn) {
  ChildVisitor(fn).visit(node);
}

void ast::forEachChild(Node *node, llvm::function_ref<void(Node *)> fn) {
  forEachChildWithRole(node, [&](llvm::StringRef, Node *child) { fn(child); });
}

void ast::walk(Node *root, llvm::function_ref<bool(Node *)> fn) {
  llvm::SmallVector<Node *, 32> stack{root};
  while (!stack.empty()) {
    Node *node = stack.pop_back_val();
    if (!fn(node))
      continue;
    size_t mark = stack.size();
    forEachChild(node, [&](Node *child) { stack.push_back(child); });
    std::reverse(stack.begin() + static_cast<ptrdiff_t>(mark), stack.end());
  }
}
