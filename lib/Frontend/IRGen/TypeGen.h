//===- TypeGen.h - Declared types, methods and dispatchers ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Private to IRGen: the symbols of declared types and of the functions that
/// belong to them.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_FRONTEND_IRGEN_TYPEGEN_H
#define RUCHY_LIB_FRONTEND_IRGEN_TYPEGEN_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "Ruchy/Frontend/Sema/Sema.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <map>

namespace ruchy::irgen {

class ModuleGen;

/// Which parameters functions give back: those declared `&mut` and those that
/// some call passes a `&mut` place.
class InOutAnalysis {
public:
  InOutAnalysis(const ast::Module &module, const SemaResult &sema);

  /// Positions of written parameters.
  llvm::SmallVector<int64_t, 2> getInOut(const ast::FunctionItem *item) const;
  /// Positions of parameters, self included.
  llvm::SmallVector<int64_t, 2> getInOut(const MethodInfo *method) const;
  /// Whether some method of that name gives self back.
  bool changesSelf(llvm::StringRef method) const {
    return selfNames.contains(method);
  }

private:
  void note(const ast::FunctionItem *item, unsigned param);
  void noteCalls(ast::Node *node);
  bool mutatesSelf(const MethodInfo *method) const;
  bool isRootedAtSelf(ast::Expr *place) const;

  const SemaResult &sema;
  llvm::DenseMap<const ast::FunctionItem *, llvm::BitVector> params;
  llvm::DenseSet<const MethodInfo *> selfChanging;
  llvm::StringSet<> selfNames;
};

/// A member that is chosen by the type of its object at run time.
struct MemberRequest {
  enum class Kind : uint8_t { Method, Getter, Setter, Operator, Handler };
  Kind kind = Kind::Method;
  llvm::StringRef name;
  /// The parameters, without self, that the call gives.
  llvm::BitVector given;
  /// Whether a library method of that name would change its receiver here.
  bool mutates = false;
};

/// A type that has a certain member.
struct Candidate {
  const TypeInfo *type;
  const MethodInfo *method;
};

/// A function that chooses a member.
struct Dispatcher {
  mlir::FlatSymbolRefAttr symbol;
  /// Positions of parameters, self included.
  llvm::SmallVector<int64_t, 2> inOut;
};

/// The symbols of declared types and of their functions.
class TypeGen {
public:
  explicit TypeGen(ModuleGen &gen);

  /// Declares all types.
  void emitTypes();
  mlir::FlatSymbolRefAttr getSymbol(const TypeInfo *type) const;
  /// The exact type of its values; `any` for types of the library.
  mlir::Type getType(const TypeInfo *type) const;

  /// A method with all its parameters, self first.
  mlir::FlatSymbolRefAttr getMethod(const MethodInfo *method);
  /// Likewise, of the given parameters only.
  mlir::FlatSymbolRefAttr getDefaults(const MethodInfo *method,
                                      const llvm::BitVector &given);
  /// A function that makes an instance of \p type and runs a constructor,
  /// which is null where the class has none.
  mlir::FlatSymbolRefAttr getFactory(const TypeInfo *type,
                                     const MethodInfo *constructor,
                                     const llvm::BitVector &given);
  /// A function that makes a variant, for its name as a value.
  mlir::FlatSymbolRefAttr getVariantFunction(const TypeInfo *type,
                                             const VariantInfo *variant);
  /// The types with a member, in order of the tests.
  llvm::ArrayRef<Candidate> getCandidates(MemberRequest::Kind kind,
                                          llvm::StringRef name);
  Dispatcher getDispatcher(const MemberRequest &request);
  /// The global that holds a static member.
  llvm::StringRef getStatic(const ConstantInfo *constant);

  const InOutAnalysis &getInOut() const { return inOut; }

  /// Asks for the methods that nothing calls: they must be valid as well.
  void requestMethods();
  /// Translates the bodies that were asked for; whether there were any.
  bool emitPending();

private:
  /// A function whose body waits.
  struct Pending {
    enum class Kind : uint8_t { Method, Defaults, Factory, Dispatch };
    Kind kind = Kind::Method;
    FuncOp func;
    const TypeInfo *type = nullptr;
    const MethodInfo *method = nullptr;
    MemberRequest request;
  };

  FuncOp create(const llvm::Twine &name, SourceLocation location,
                unsigned params, llvm::ArrayRef<int64_t> inOut);

  ModuleGen &gen;
  InOutAnalysis inOut;
  llvm::DenseMap<const TypeInfo *, mlir::FlatSymbolRefAttr> symbols;
  /// Functions by what they are for.
  llvm::StringMap<FuncOp> functions;
  llvm::StringMap<llvm::SmallVector<Candidate, 2>> candidates;
  llvm::StringMap<Dispatcher> dispatchers;
  std::map<std::pair<const TypeInfo *, llvm::StringRef>, std::string> statics;
  std::deque<Pending> pending;
};

/// `1101` for the given parameters.
std::string spell(const llvm::BitVector &given);

/// Why a call of a method that gives these parameters fails; empty if it fits.
std::string getArityMessage(llvm::ArrayRef<ast::Param> params,
                            const llvm::BitVector &given);

} // namespace ruchy::irgen

#endif // RUCHY_LIB_FRONTEND_IRGEN_TYPEGEN_H
