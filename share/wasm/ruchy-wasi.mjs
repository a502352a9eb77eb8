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
// options: write(fd, text), args (strings), stdin (text), env (an object). The
// result is the exit code. There are no files: every path is missing.
//
//===----------------------------------------------------------------------===//

class Exit extends Error {
  constructor(code) {
    super(`exit ${code}`);
    this.code = code;
  }
}

const BadFile = 8;

export async function run(
  bytes, { write, args = ['program'], stdin = '', env = {} } = {}) {
  const encoder = new TextEncoder();
  // A piece of output may end inside a character.
  const decoders = [null, new TextDecoder(), new TextDecoder()];
  const zeroTerminated = (texts) =>
    texts.map((text) => encoder.encode(text + '\0'));
  const argv = zeroTerminated(args);
  const environment = zeroTerminated(
    Object.entries(env).map(([name, value]) => `${name}=${value}`));
  let input = encoder.encode(stdin);
  let memory;
  const view = () => new DataView(memory.buffer);
  const slices = (list, count) =>
    Array.from({ length: count }, (_, i) => {
      const at = list + 8 * i;
      return new Uint8Array(
        memory.buffer, view().getUint32(at, true), view().getUint32(at + 4, true));
    });

  const putSizes = (texts, count, size) => {
    view().setUint32(count, texts.length, true);
    view().setUint32(size, texts.reduce((sum, text) => sum + text.length, 0), true);
    return 0;
  };
  const putTexts = (texts, pointers, bytes) => {
    texts.forEach((text, i) => {
      view().setUint32(pointers + 4 * i, bytes, true);
      new Uint8Array(memory.buffer, bytes).set(text);
      bytes += text.length;
    });
    return 0;
  };

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
    args_sizes_get: (count, size) => putSizes(argv, count, size),
    args_get: (pointers, text) => putTexts(argv, pointers, text),
    environ_sizes_get: (count, size) => putSizes(environment, count, size),
    environ_get: (pointers, text) => putTexts(environment, pointers, text),
    random_get(bytes, length) {
      // At most 64 KB at a time.
      for (let i = 0; i < length; i += 65536)
        crypto.getRandomValues(new Uint8Array(
          memory.buffer, bytes + i, Math.min(65536, length - i)));
      return 0;
    },
    // Only what `sleep` asks for: one clock.
    poll_oneoff(wanted, happened, count, ready) {
      const end = performance.now() + Number(view().getBigUint64(wanted + 24, true)) / 1e6;
      while (performance.now() < end);
      new Uint8Array(memory.buffer, happened, 32).fill(0);
      view().setUint32(ready, 1, true);
      return 0;
    },
    // No folder is given to the program.
    fd_prestat_get: () => BadFile,
    fd_prestat_dir_name: () => BadFile,
    fd_close: () => BadFile,
    fd_readdir: () => BadFile,
    path_open: () => BadFile,
    path_filestat_get: () => BadFile,
    path_create_directory: () => BadFile,
    path_remove_directory: () => BadFile,
    path_unlink_file: () => BadFile,
    path_rename: () => BadFile,
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
