//===- lcg.js - LCG, 30 000 000 dependent steps ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function lcg(steps, seed) {
  let state = seed;
  for (let i = 0; i < steps; ++i)
    state = (state * 1664525 + 1013904223) % 2147483647;
  return state;
}

console.log(lcg(30000000, 42));
