//===- run-wasi.mjs - Runs a WASI preview 1 module under node -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// usage: node --no-warnings run-wasi.mjs program.wasm [arguments...]
// Ends with the exit code of the program, or with 134 after a trap.
//
//===----------------------------------------------------------------------===//

import { readFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { WASI } from 'node:wasi';

const [file, ...args] = process.argv.slice(2);
const wasi = new WASI({
  version: 'preview1',
  args: [basename(file), ...args],
  env: {},
  preopens: { '.': process.cwd() },
  returnOnExit: true,
});

try {
  const module = new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: wasi.wasiImport,
  });
  process.exitCode = wasi.start(instance);
} catch (error) {
  writeSync(2, `run-wasi: trap: ${error.stack}\n`);
  process.exitCode = 134;
}
