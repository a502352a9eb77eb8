//===- ruchy-wasi.mjs - Runs Ruchy programs in a browser -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The few WASI preview 1 functions that compiled programs import, for places
// that have none. A page does:
//
//   import { run } from './ruchy-wasi.mjs';
//   const bytes = await (await fetch('program.wasm')).arrayBuffer();
//   const code = await run(bytes, { write: (fd, text) => console.log(text) });
//
// options: write(fd, text), args (strings), stdin (text). The result is the
// exit code.
//
//===----------------------------------------------------------------------===//

class Exit extends Error {
  constructor(code) {
    super(`exit ${code}`);
    this.code = code;
  }
}

export async function run(bytes, { write, args = ['program'], stdin = '' } = {}) {
  const encoder = new TextEncoder();
  // A piece of output may end inside a character.
  const decoders = [null, new TextDecoder(), new TextDecoder()];
  const argv = args.map((text) => encoder.encode(text + '\0'));
  let input = encoder.encode(stdin);
  let memory;
  const view = () => new DataView(memory.buffer);
  const slices = (list, count) =>
    Array.from({ length: count }, (_, i) => {
      const at = list + 8 * i;
      return new Uint8Array(
        memory.buffer, view().getUint32(at, true), view().getUint32(at + 4, true));
    });

  const wasi = {
    fd_write(fd, list, count, written) {
      let total = 0;
      for (const slice of slices(list, count)) {
        write?.(fd, decoders[fd].decode(slice, { stream: true }));
        total += slice.length;
      }
      view().setUint32(written, total, true);
      return 0;
    },
    fd_read(fd, list, count, read) {
      let total = 0;
      for (const slice of slices(list, count)) {
        const part = input.subarray(0, slice.length);
        slice.set(part);
        input = input.subarray(part.length);
        total += part.length;
      }
      view().setUint32(read, total, true);
      return 0;
    },
    args_sizes_get(count, size) {
      view().setUint32(count, argv.length, true);
      view().setUint32(size, argv.reduce((sum, arg) => sum + arg.length, 0), true);
      return 0;
    },
    args_get(pointers, text) {
      argv.forEach((arg, i) => {
        view().setUint32(pointers + 4 * i, text, true);
        new Uint8Array(memory.buffer, text).set(arg);
        text += arg.length;
      });
      return 0;
    },
    // Character device: what a program asks to learn about a terminal.
    fd_fdstat_get(fd, status) {
      new Uint8Array(memory.buffer, status, 24).fill(0);
      view().setUint8(status, 2);
      return 0;
    },
    clock_time_get(clock, precision, time) {
      const now = clock === 0 ? Date.now() : performance.now();
      view().setBigUint64(time, BigInt(Math.round(now * 1e6)), true);
      return 0;
    },
    proc_exit(code) {
      throw new Exit(code);
    },
  };

  const { instance } = await WebAssembly.instantiate(bytes, {
    wasi_snapshot_preview1: wasi,
  });
  memory = instance.exports.memory;
  try {
    instance.exports._start();
    return 0;
  } catch (error) {
    if (error instanceof Exit) return error.code;
    throw error;
  }
}
