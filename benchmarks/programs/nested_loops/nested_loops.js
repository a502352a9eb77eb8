//===- nested_loops.js - Two nested counting loops, 5 000 by 5 000 --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function nested(n) {
  let total = 0;
  for (let i = 0; i < n; ++i)
    for (let j = 0; j < n; ++j) total += (i * j) ^ j;
  return total;
}

console.log(nested(5000));
