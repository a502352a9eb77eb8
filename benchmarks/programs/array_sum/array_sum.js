//===- array_sum.js - A million pushes and their sum, ten times -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function build(count, first) {
  const values = [];
  for (let i = 0; i < count; ++i) values.push(first + i);
  return values;
}

function sumOf(values) {
  let sum = 0;
  for (let i = 0; i < values.length; ++i) sum += values[i];
  return sum;
}

function run(rounds, count) {
  let total = 0;
  for (let round = 0; round < rounds; ++round) {
    const values = build(count, round);
    total += sumOf(values);
  }
  return total;
}

console.log(run(10, 1000000));
