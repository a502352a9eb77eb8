//===- ModuleLowering.h - Constants and facts of one module -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// `ModuleLowering` holds the constants and declarations of the module that is
/// converted.
///
#ifndef RUCHY_LIB_CONVERSION_MODULELOWERING_H
#define RUCHY_LIB_CONVERSION_MODULELOWERING_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace ruchy::lowering {

/// What the code is for, as far as the conversion has to know.
enum class Arch { X86_64, AArch64, Wasm32 };

/// Adds the representation of the ruchy types.
void addRuchyConversions(mlir::LLVMTypeConverter &converter);

/// Name of a function or global in LLVM IR.
std::string getLLVMName(llvm::StringRef name);

/// `{payload, tag}`
mlir::Type getAnyStruct(mlir::MLIRContext *context);

/// The element kind (RtElem*) of arrays with this static element type.
int64_t getElementKind(mlir::Type element);

/// The place of an operation: the innermost callee's where it was inlined.
/// Null if it has none.
mlir::FileLineColLoc getSourcePlace(mlir::Location loc);

/// The text of a constant string; none for others.
std::optional<llvm::StringRef> getConstantText(mlir::Value value);

/// A struct, enum, class or actor.
struct DeclaredType {
  TypeKind kind = TypeKind::Struct;
  std::string name, base;
  llvm::SmallVector<std::string> fields;
  llvm::SmallVector<VariantAttr> variants;
};

/// A function of the ruchy dialect that has values.
struct DeclaredFunction {
  mlir::FunctionType type;
  bool isClosure = false;
  llvm::SmallVector<bool> owned;
};

/// Constants, declarations and facts of the module that is converted.
class ModuleLowering {
public:
  ModuleLowering(mlir::ModuleOp module, Arch arch)
      : module(module), arch(arch) {}

  mlir::ModuleOp getModule() const { return module; }
  mlir::MLIRContext *getContext() { return module.getContext(); }
  Arch getArch() const { return arch; }
  bool isWasm() const { return arch == Arch::Wasm32; }

  /// The runtime function `name`, declared at its first use.
  mlir::LLVM::LLVMFuncOp getRuntimeFunction(llvm::StringRef name);
  /// An immortal string object.
  mlir::LLVM::GlobalOp getString(llvm::StringRef text);
  /// The array without elements of a kind, which is never changed in place.
  mlir::LLVM::GlobalOp getEmptyArray(int64_t elementKind);
  /// Bytes, without or with a zero behind them.
  mlir::LLVM::GlobalOp getBytes(llvm::StringRef text, bool terminated);
  /// The place of an error, with its kind and static text.
  mlir::LLVM::GlobalOp getSite(mlir::Location loc, llvm::StringRef kind,
                               llvm::StringRef text);
  /// The addresses of the sites of several places.
  mlir::LLVM::GlobalOp getSites(llvm::ArrayRef<mlir::Location> places);
  mlir::LLVM::GlobalOp getFormatSpec(FormatSpecAttr spec);
  /// The runtime's state.
  mlir::LLVM::GlobalOp getState();
  /// The function that converts arrays with elements of another type.
  mlir::LLVM::LLVMFuncOp getArrayConversion(ArrayType from, ArrayType to);

  /// Memory in the entry block of the function around `block`, for values that
  /// are read again at once.
  mlir::Value getScratch(mlir::Block *block, unsigned words);

  /// Tags of accesses to heads and to slots, which never overlap.
  mlir::ArrayAttr getHeadTag();
  /// The elements of a literal, all constant, as a global.
  mlir::LLVM::GlobalOp getElements(mlir::DenseElementsAttr elements);
  mlir::ArrayAttr getSlotTag();

  /// Names of functions (in the ruchy dialect) that take part in tail calls.
  llvm::StringSet<> tailFunctions;
  /// Names of globals that are asked whether they are set.
  llvm::StringSet<> askedGlobals;
  /// Names of globals that hold a counted value, in order, with their types.
  llvm::SmallVector<std::pair<std::string, mlir::Type>> heapGlobals;

  /// Declarations by symbol: the operations are gone during the conversion.
  llvm::StringMap<DeclaredType> types;
  llvm::StringMap<DeclaredFunction> functionValues;
  /// Shapes, constant objects and thunks by name.
  llvm::StringMap<mlir::LLVM::GlobalOp> constants;
  llvm::StringMap<mlir::LLVM::LLVMFuncOp> thunks;

  unsigned runtimeCalls = 0;
  unsigned dynamicCalls = 0;

private:
  mlir::LLVM::GlobalOp makeConstant(mlir::Type type, llvm::StringRef prefix,
                                    mlir::Attribute value, unsigned align);
  mlir::ArrayAttr makeTag(llvm::StringRef name);
  void fillSite(mlir::LLVM::GlobalOp site, int64_t kind,
                mlir::FileLineColLoc place, mlir::LLVM::GlobalOp text,
                int64_t textSize);

  mlir::ModuleOp module;
  Arch arch;
  llvm::StringMap<mlir::LLVM::LLVMFuncOp> functions;
  llvm::StringMap<mlir::LLVM::GlobalOp> strings, bytes, sites;
  llvm::DenseMap<int64_t, mlir::LLVM::GlobalOp> emptyArrays;
  llvm::DenseMap<mlir::Attribute, mlir::LLVM::GlobalOp> specs;
  llvm::DenseMap<std::pair<mlir::Type, mlir::Type>, mlir::LLVM::LLVMFuncOp>
      conversions;
  llvm::DenseMap<std::pair<mlir::Block *, unsigned>, mlir::Value> scratch;
  mlir::LLVM::GlobalOp state;
  mlir::ArrayAttr headTag, slotTag;
  unsigned numConstants = 0;
};

} // namespace ruchy::lowering

#endif // RUCHY_LIB_CONVERSION_MODULELOWERING_H
