//===- run-in-shim.mjs - The browser shim outside of a browser ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [shim, program] = process.argv.slice(2);
const { run } = await import(pathToFileURL(shim));
const code = await run(readFileSync(program), {
  write: (fd, text) => (fd === 2 ? process.stderr : process.stdout).write(text),
});
process.exitCode = code;
