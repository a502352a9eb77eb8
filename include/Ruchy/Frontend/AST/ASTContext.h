//===- ASTContext.h - Owns the nodes of a syntax tree -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_FRONTEND_AST_ASTCONTEXT_H
#define RUCHY_FRONTEND_AST_ASTCONTEXT_H

#include "Ruchy/Frontend/AST/Node.h"

#include "llvm/Support/Allocator.h"
#include "llvm/Support/StringSaver.h"

#include <memory>
#include <type_traits>
#include <utility>

namespace ruchy::ast {

/// The arena of a syntax tree. Everything reachable from a Module lives here
/// and is freed at once, without recursion.
class ASTContext {
public:
  ASTContext() : strings(arena) {}
  ASTContext(const ASTContext &) = delete;
  ASTContext &operator=(const ASTContext &) = delete;

  template <typename T, typename... Args> T *create(Args &&...args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (arena.Allocate<T>()) T(std::forward<Args>(args)...);
  }

  /// Copies a temporary list into the arena.
  template <typename T> llvm::ArrayRef<T> copy(llvm::ArrayRef<T> list) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (list.empty())
      return {};
    T *memory = arena.Allocate<T>(list.size());
    std::uninitialized_copy(list.begin(), list.end(), memory);
    return llvm::ArrayRef<T>(memory, list.size());
  }
  template <typename Container> auto copyOf(const Container &list) {
    using T =
        std::remove_const_t<std::remove_reference_t<decltype(*list.begin())>>;
    return copy<T>(llvm::ArrayRef<T>(list));
  }

  /// Returns the unique copy of a name; equal names have equal data().
  llvm::StringRef intern(llvm::StringRef text) { return strings.save(text); }

private:
  llvm::BumpPtrAllocator arena;
  llvm::UniqueStringSaver strings;
};

} // namespace ruchy::ast

#endif // RUCHY_FRONTEND_AST_ASTCONTEXT_H
