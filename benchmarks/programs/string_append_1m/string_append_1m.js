//===- string_append_1m.js - A million appends, 25 times ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

function append(count) {
  let text = "";
  for (let i = 0; i < count; ++i) text = text + "x";
  // Reading a character makes the engine build the flat string.
  if (text.charCodeAt(count - 1) !== 120) throw new Error("wrong text");
  return text;
}

function run(rounds, count) {
  let total = 0;
  for (let round = 0; round < rounds; ++round) {
    const text = append(count + round);
    total += text.length;
  }
  return total;
}

console.log(run(25, 1000000));
