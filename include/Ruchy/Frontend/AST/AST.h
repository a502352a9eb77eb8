//===- AST.h - All of the syntax tree ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_AST_H
#define RUCHY_FRONTEND_AST_AST_H

/// All headers of the syntax tree but the visitor and the dumper.

#include "Ruchy/Frontend/AST/ASTContext.h"
#include "Ruchy/Frontend/AST/ExprBasic.h"
#include "Ruchy/Frontend/AST/ExprControl.h"
#include "Ruchy/Frontend/AST/ExprOperators.h"
#include "Ruchy/Frontend/AST/Item.h"
#include "Ruchy/Frontend/AST/Pattern.h"
#include "Ruchy/Frontend/AST/Type.h"

#endif // RUCHY_FRONTEND_AST_AST_H
