//===- type_specialized.js - One function, three signatures ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function ofIntegers(a, b) {
  return a + a * b - Math.trunc(b / a);
}

function ofFloats(a, b) {
  return a + a * b - b / a;
}

function withIntegers(first, count) {
  let sum = 0;
  for (let i = first; i < first + count; ++i)
    sum += ofIntegers((i % 1000) + 1, i);
  return sum;
}

// JavaScript has one kind of number, so "floats" and "both" are one function.
function withFloats(first, count) {
  let sum = 0.0;
  for (let i = first; i < first + count; ++i)
    sum += ofFloats((i % 1000) + 1, i);
  return sum;
}

for (let round = 0; round < 4; ++round) {
  console.log(withIntegers(round, 1000000));
  console.log(withFloats(round, 1000000).toFixed(3));
  console.log(withFloats(round, 1000000).toFixed(3));
}
