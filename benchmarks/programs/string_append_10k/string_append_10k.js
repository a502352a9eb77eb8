//===- string_append_10k.js - Ten thousand appends ------------------------===//
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

console.log(append(10000).length);
