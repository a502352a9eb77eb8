//===- Output.cpp - print ---------------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;
using namespace ruchy;
using namespace ruchy::lowering;

/// The constant that a print writes, if it is one.
static std::optional<StringRef> getPrinted(PrintOp op) {
  return getConstantText(op.getValue());
}

/// Whether output before and after `op` may become one call.
static bool isTransparent(Operation *op) {
  return isMemoryEffectFree(op) || isa<DupOp, DropOp>(op);
}

/// Marks the print of a string that ends its line.
static constexpr llvm::StringLiteral kLineMark = "line";

/// Longest text that grows by what is printed next. Each step makes a constant
/// of its own, which the context keeps.
static constexpr size_t kMaxMergedText = 1024;

/// Takes `print`, which writes the constant `text`, together with what was
/// printed before. Returns the operation that is the last one then.
static PrintOp mergeWithLast(PrintOp last, PrintOp print, StringRef text) {
  if (std::optional<StringRef> before = getPrinted(last)) {
    if (before->size() > kMaxMergedText)
      return print;
    std::string joined = (*before + text).str();
    OpBuilder b(print);
    print.getValueMutable().assign(
        ConstantOp::create(b, print.getLoc(), joined));
    last.erase();
    return print;
  }
  if (text != "\n" || !isa<StrType>(last.getValue().getType()))
    return print;
  last->setDiscardableAttr(kLineMark, UnitAttr::get(last.getContext()));
  print.erase();
  return {};
}

/// Merges constants that are printed one behind the other, and a line end with
/// the string before it.
static void mergeBlock(Block &block) {
  PrintOp last;
  for (Operation &op : llvm::make_early_inc_range(block)) {
    auto print = dyn_cast<PrintOp>(op);
    if (!print) {
      if (!isTransparent(&op))
        last = {};
      continue;
    }
    std::optional<StringRef> text = getPrinted(print);
    if (text && last && last.getStream() == print.getStream())
      last = mergeWithLast(last, print, *text);
    else
      last = print;
  }
}

void lowering::mergeOutput(ModuleOp module) {
  module.walk([](FuncOp func) {
    for (Block &block : func.getBody())
      mergeBlock(block);
  });
  module.walk([](PrintOp print) {
    if (std::optional<StringRef> text = getPrinted(print))
      print->setDiscardableAttr(kTextMark,
                                StringAttr::get(print.getContext(), *text));
  });
}

namespace {

struct LowerPrint : RuchyPattern<PrintOp> {
  using RuchyPattern::RuchyPattern;
  LogicalResult matchAndRewrite(PrintOp op, Adaptor adaptor,
                                Rewriter &rewriter) const override {
    Emitter e = emitter(op, rewriter);
    Value stream = e.i64(static_cast<int64_t>(op.getStream()));
    if (auto text = op->getAttrOfType<StringAttr>(kTextMark))
      printConstant(e, text.getValue(), stream);
    else if (op->hasAttr(kLineMark))
      e.call("rt_println_string", {adaptor.getValue(), stream});
    else
      print(e, adaptor.getValue(), op.getValue().getType(), stream);
    rewriter.eraseOp(op);
    return success();
  }

  void printConstant(Emitter &e, StringRef text, Value stream) const {
    if (text == "\n")
      e.call("rt_print_newline", stream);
    else if (!text.empty())
      e.call("rt_print_bytes", {e.addressOf(module.getBytes(text, false)),
                                e.i64(text.size()), stream});
  }

  void print(Emitter &e, Value value, Type type, Value stream) const {
    if (type.isInteger(64)) {
      e.call("rt_print_int", {value, stream});
    } else if (type.isF64()) {
      e.call("rt_print_float", {value, stream});
    } else if (type.isInteger(1)) {
      e.call("rt_print_bool", {e.extendBool(value), stream});
    } else if (isa<NilType>(type)) {
      e.call("rt_print_nil", stream);
    } else if (isa<StrType>(type)) {
      e.call("rt_print_string", {value, stream});
    } else if (isa<ArrayType>(type)) {
      e.call("rt_print_array", {value, stream});
    } else if (isa<RangeType>(type)) {
      e.call("rt_print_range", {e.rangeField(value, 0), e.rangeField(value, 1),
                                e.extendBool(e.rangeField(value, 2)), stream});
    } else {
      Value any = e.boxOwned(value, type);
      e.call("rt_print_any", {e.payload(any), e.tagOf(any), stream});
    }
  }
};

} // namespace

void lowering::addOutputPatterns(const LLVMTypeConverter &converter,
                                 RewritePatternSet &patterns,
                                 ModuleLowering &module) {
  patterns.add<LowerPrint>(converter, module);
}
