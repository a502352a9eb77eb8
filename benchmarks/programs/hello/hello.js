//===- hello.js - Prints one line: process start and exit -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

console.log("Hello, world!");
