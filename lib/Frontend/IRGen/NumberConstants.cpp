//===- NumberConstants.cpp - Constants such as i64::MAX ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NumberConstants.h"
#include "llvm/ADT/StringSwitch.h"
#include <limits>
#include <numbers>
#include <optional>

using namespace mlir;
using namespace ruchy;

static std::optional<int64_t> getIntConstant(StringRef type, StringRef name) {
  bool isMax = name == "MAX";
  if (!isMax && name != "MIN")
    return {};
  if (type == "usize" || type == "u64")
    return isMax ? std::optional<int64_t>() : 0;
  unsigned bits = llvm::StringSwitch<unsigned>(type.drop_front())
                      .Case("8", 8)
                      .Case("16", 16)
                      .Case("32", 32)
                      .Cases({"64", "size"}, 64)
                      .Default(0);
  if (bits == 0)
    return {};
  if (type.front() == 'u')
    return isMax ? (int64_t(1) << bits) - 1 : 0;
  if (type.front() != 'i')
    return {};
  return isMax ? llvm::maxIntN(bits) : llvm::minIntN(bits);
}

static std::optional<double> getFloatConstant(StringRef type, StringRef name) {
  using Limits = std::numeric_limits<double>;
  if (type == "consts")
    return llvm::StringSwitch<std::optional<double>>(name)
        .Case("PI", std::numbers::pi)
        .Case("TAU", 2 * std::numbers::pi)
        .Case("E", std::numbers::e)
        .Case("SQRT_2", std::numbers::sqrt2)
        .Case("LN_2", std::numbers::ln2)
        .Case("LN_10", std::numbers::ln10)
        .Default(std::nullopt);
  if (type != "f64")
    return {};
  return llvm::StringSwitch<std::optional<double>>(name)
      .Case("MAX", Limits::max())
      .Case("MIN", Limits::lowest())
      .Case("INFINITY", Limits::infinity())
      .Case("NEG_INFINITY", -Limits::infinity())
      .Case("NAN", Limits::quiet_NaN())
      .Case("EPSILON", Limits::epsilon())
      .Case("MIN_POSITIVE", Limits::min())
      .Default(std::nullopt);
}

TypedAttr irgen::getNumberConstant(Builder &b, StringRef type, StringRef name) {
  if (type.empty())
    return {};
  if (std::optional<int64_t> value = getIntConstant(type, name))
    return b.getI64IntegerAttr(*value);
  if (std::optional<double> value = getFloatConstant(type, name))
    return b.getF64FloatAttr(*value);
  return {};
}
