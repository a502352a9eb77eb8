//===- Unsupported.cpp - Constructs that are not translated -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionGen.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::irgen;

void ModuleGen::unsupported(SourceRange range, const Twine &construct) {
  found.try_emplace(range.begin, range,
                    (construct + " not supported yet").str());
}

/// In the order of the file, whatever the order of the translation was.
void ModuleGen::reportUnsupported() {
  for (const auto &[begin, problem] : found)
    diagnostics.report(Diag::Unsupported, problem.first, problem.second);
}

/// What a node is called in the message, with its verb.
static StringRef getConstruct(ast::NodeKind kind) {
  switch (kind) {
  case ast::NodeKind::SpreadExpr:
    return "spread here is";
  case ast::NodeKind::EffectItem:
    return "effects are";
  case ast::NodeKind::HandleExpr:
    return "effect handlers are";
  case ast::NodeKind::MacroRulesItem:
    return "macro definitions are";
  default:
    return "this construct is";
  }
}

/// A definition is marked at its head, not over its whole body.
static SourceRange getMarkedRange(ast::Node *node) {
  if (auto *item = dyn_cast<ast::Item>(node))
    if (item->name.range.isValid())
      return item->name.range;
  return SourceRange(node->getBegin());
}

/// Everything that has no method of its own ends here; its parts are not
/// looked at, so that there is one error per construct.
Value FunctionGen::visitNode(ast::Node *node) {
  if (!isa<ast::ErrorExpr>(node))
    gen.unsupported(getMarkedRange(node), getConstruct(node->getKind()));
  return makeNil(loc(node));
}
