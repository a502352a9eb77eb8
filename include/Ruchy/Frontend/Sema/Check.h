//===- Check.h - Errors that can be seen before running ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_SEMA_CHECK_H
#define RUCHY_FRONTEND_SEMA_CHECK_H

#include "Ruchy/Frontend/Sema/Sema.h"

namespace ruchy {

/// Reports what would fail when the program runs, with the texts of the
/// errors at run time: unknown names, calls that do not fit, operands of the
/// wrong kind, unknown methods and fields. Where a `catch` may take the error,
/// it is a warning. A program that runs without errors gets none here, except
/// for code that it never executes.
void checkModule(ast::Module &module, const SemaResult &names,
                 DiagnosticEngine &diagnostics);

} // namespace ruchy

#endif // RUCHY_FRONTEND_SEMA_CHECK_H
