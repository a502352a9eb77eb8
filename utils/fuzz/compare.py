#!/usr/bin/env python3
#===- compare.py - Random programs in every way to run them ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Runs programs of ruchy-smith in several modes, which must do the same.

  compare.py --count 1000 --seed 1 [--oracle INTERPRETER.py]
  compare.py --file program.ruchy            one program, in all modes
  compare.py --reduce failed/seed-17.ruchy   makes a failing program small

Standard output, standard error and the exit code of every mode are held against
those of the first one: the oracle, an independent interpreter, if there is one.
The leak check is on. Failing programs and what they did go to the folder of
--save; the seed is printed. The exit code is 1 when a program failed.
"""

import argparse
import collections
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WASI = os.path.join(ROOT, "test", "tools", "run-wasi.mjs")
MODES = ["jit-O0", "jit-O2", "x86_64-O2"]
SLOW_MODES = ["aarch64-O2", "wasm32-O2", "jit-O1", "jit-O3", "x86_64-O0",
              "wasm32-O0", "wasm32-O3", "aarch64-O0", "wasm32-O1", "x86_64-O3"]
# What the oracle gives for a program outside of the part that it knows.
NOT_SUPPORTED = 3

Result = collections.namedtuple("Result", "code stdout stderr")


def load_smith():
    spec = importlib.util.spec_from_file_location(
        "ruchy_smith", os.path.join(HERE, "ruchy-smith.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Runner:
    def __init__(self, ruchy, oracle, timeout):
        self.ruchy, self.oracle, self.timeout = ruchy, oracle, timeout
        self.temp = tempfile.mkdtemp(prefix="ruchy-compare-")
        self.counts = collections.Counter()
        # Programs that the oracle does not know are then not compared at all.
        self.strict = False

    def command(self, words, timeout=None):
        env = dict(os.environ, RUCHY_LEAK_CHECK="1")
        try:
            done = subprocess.run(["nice", "-n", "10"] + words, env=env,
                                  stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=timeout or self.timeout)
            return Result(done.returncode, done.stdout, done.stderr)
        except subprocess.TimeoutExpired:
            return Result("timeout", b"", b"timed out\n")

    def run(self, mode, path):
        self.counts[mode] += 1
        if mode == "oracle":
            return self.command([sys.executable, self.oracle, path])
        target, level = mode.split("-")
        if target == "jit":
            return self.command([self.ruchy, "run", "-" + level, "--leak-check", path])
        binary = os.path.join(self.temp, "program")
        done = self.command([self.ruchy, "compile", path, "-o", binary, "-" + level,
                             "--target=" + target, "--leak-check"])
        if done.code != 0 or done.stdout or done.stderr:
            return Result(f"compiler: {done.code}", done.stdout, done.stderr)
        runner = {"x86_64": [], "aarch64": ["qemu-aarch64"],
                  "wasm32": ["node", "--no-warnings", WASI]}[target]
        return self.command(runner + [binary])

    def compare(self, path, modes):
        """The first difference as (mode, what, expected, got), or None."""
        first = None
        for mode in modes:
            result = self.run(mode, path)
            if mode == "oracle" and result.code in (NOT_SUPPORTED, "timeout"):
                self.counts["oracle refused"] += 1
                if self.strict:
                    return None
                sys.stderr.write(f"{path}: oracle: {result.stderr.decode()[-200:]}\n")
                continue
            if result.code == "compiler: timeout" or result.code == "timeout":
                result = self.run(mode, path)  # the machine may have been busy
            # A signal, the recursion limit or a leak is wrong whatever the others do.
            if result.code not in (0, 1):
                return mode, f"code {result.code}", first, result
            if first is None:
                first, first_mode = result, mode
                continue
            for field in Result._fields:
                if getattr(result, field) != getattr(first, field):
                    return mode, f"{field} differs from {first_mode}", first, result
        return None


def signature(difference):
    """What has to stay the same while a program is made smaller."""
    if difference is None:
        return None
    mode, what, first, got = difference
    texts = [re.sub(r"\d+|'[^']*'", "#", r.stderr.decode(errors="replace").split("\n")[0])
             if r else "" for r in (first, got)]
    return mode, what, texts[0], texts[1]


def describe(difference):
    mode, what, first, got = difference
    lines = [f"{mode}: {what}"]
    for name, result in (("expected", first), ("got", got)):
        if result is None:
            continue
        lines.append(f"--- {name}: code {result.code}")
        lines.append(result.stderr.decode(errors="replace")[-1500:])
    if first is not None and first.stdout != got.stdout:
        expected, actual = (r.stdout.decode(errors="replace").split("\n")
                            for r in (first, got))
        for number, (a, b) in enumerate(zip(expected + ["<end>"], actual + ["<end>"])):
            if a != b:
                lines.append(f"--- first difference in line {number + 1}\n- {a}\n+ {b}")
                break
    return "\n".join(lines) + "\n"


class Reducer:
    """Deletes lines, blocks and subexpressions while the failure stays."""

    def __init__(self, runner, path):
        self.runner, self.path = runner, path
        runner.strict, runner.timeout = True, 5
        self.small = os.path.splitext(path)[0] + ".small.ruchy"
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().rstrip("\n").split("\n")
        modes = (["oracle"] if runner.oracle else []) + MODES + SLOW_MODES
        difference = runner.compare(path, modes)
        if difference is None:
            sys.exit(f"{path}: all modes agree")
        self.wanted = signature(difference)
        mode = difference[0]
        reference = ["oracle"] if runner.oracle else []
        if not reference and mode != MODES[0]:
            reference = [MODES[0]]
        self.modes = reference + ([mode] if mode not in reference else [])

    def fails(self, lines):
        with open(self.small, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        return signature(self.runner.compare(self.small, self.modes)) == self.wanted

    def block_end(self, start):
        """The line that closes the block that line `start` opens."""
        indent = len(self.lines[start]) - len(self.lines[start].lstrip())
        for i in range(start + 1, len(self.lines)):
            line = self.lines[i]
            if len(line) - len(line.lstrip()) <= indent and line.strip() == "}":
                return i
        return start

    def try_lines(self, candidate):
        if candidate != self.lines and self.fails(candidate):
            self.lines = candidate
            return True
        return False

    def delete_lines(self):
        changed = False
        size = len(self.lines) // 2
        while size:
            start = 0
            while start < len(self.lines):
                if self.try_lines(self.lines[:start] + self.lines[start + size:]):
                    changed = True
                else:
                    start += size
            size //= 2
        return changed

    def delete_blocks(self):
        changed, i = False, 0
        while i < len(self.lines):
            if self.lines[i].rstrip().endswith("{"):
                end = self.block_end(i)
                body = self.lines[i + 1:end]
                rest = self.lines[end + 1:]
                if self.try_lines(self.lines[:i] + rest) or \
                        self.try_lines(self.lines[:i] + body + rest):
                    changed = True
                    continue
            i += 1
        return changed

    def simplify_expressions(self):
        changed = False
        for i in range(len(self.lines)):
            position = 0
            while i < len(self.lines) and position < len(self.lines[i]):
                line = self.lines[i]
                if line[position] in "([{":
                    end = self.group_end(line, position)
                    inner = line[position + 1:end - 1]
                    for text in self.replacements(line[position], inner):
                        if len(text) < end - position and self.try_lines(
                                self.lines[:i] + [line[:position] + text + line[end:]]
                                + self.lines[i + 1:]):
                            changed = True
                            position -= 1
                            break
                position += 1
        return changed

    @staticmethod
    def group_end(line, start):
        depth, quoted = 0, False
        for i in range(start, len(line)):
            if line[i] == '"' and line[i - 1] != "\\":
                quoted = not quoted
            elif not quoted:
                depth += (line[i] in "([{") - (line[i] in ")]}")
                if depth == 0:
                    return i + 1
        return len(line)

    @staticmethod
    def replacements(bracket, inner):
        close = {"(": ")", "[": "]", "{": "}"}[bracket]
        parts, depth = [""], 0
        for c in inner:
            depth += (c in "([{") - (c in ")]}")
            if depth == 0 and c in ",+-*/<>=&|?:%^":
                parts.append("")
            else:
                parts[-1] += c
        parts = [p.strip() for p in parts if p.strip()]
        result = ["0", '""', "true", bracket + close, inner]
        if len(parts) > 1:
            result += parts + [bracket + p + close for p in parts]
            if bracket != "{" and "," in inner:
                result += [bracket + ", ".join(parts[:k] + parts[k + 1:]) + close
                           for k in range(len(parts))]
        return result

    def reduce(self):
        while True:
            changed = self.delete_lines()
            changed |= self.delete_blocks()
            changed |= self.simplify_expressions()
            if not changed:
                break
        self.fails(self.lines)
        print("\n".join(self.lines))
        modes = ", ".join(self.modes)
        print(f"// {len(self.lines)} lines, {modes}, in {self.small}")
        print(describe(self.runner.compare(self.small, self.modes)))


def modes_of(seed, args, oracle):
    """The slow modes take their turns."""
    if args.modes:
        return args.modes.split(",")
    modes = (["oracle"] if oracle else []) + MODES
    if args.all:
        return modes + SLOW_MODES
    if seed % 10 == 0:
        return modes + ["aarch64-O2", "wasm32-O2"]
    if seed % 10 == 5:
        return modes + [SLOW_MODES[seed // 10 % len(SLOW_MODES)]]
    return modes


def fuzz_one(runner, args, smith, seed):
    path = os.path.join(runner.temp, f"seed-{seed}.ruchy")
    with open(path, "w", encoding="utf-8") as file:
        file.write(smith.generate(seed, args.errors))
    difference = runner.compare(path, modes_of(seed, args, runner.oracle))
    runner.counts["programs"] += 1
    if not difference:
        os.remove(path)
        return True
    kept = os.path.join(args.save, f"seed-{seed}.ruchy")
    shutil.move(path, kept)
    text = describe(difference)
    with open(kept + ".txt", "w", encoding="utf-8") as file:
        file.write(text)
    print(f"seed {seed}: {' '.join(text.split())[:300]}", flush=True)
    return False


def fuzz(runner, args):
    smith = load_smith()
    os.makedirs(args.save, exist_ok=True)
    failed, start, last = [], time.time(), args.seed
    try:
        for seed in range(args.seed, args.seed + args.count):
            if args.seconds and time.time() - start > args.seconds:
                break
            last = seed
            if not fuzz_one(runner, args, smith, seed):
                failed.append(seed)
    except KeyboardInterrupt:
        pass
    print(f"{len(failed)} failed; seeds {args.seed} to {last}; " + ", ".join(
        f"{k}: {v}" for k, v in sorted(runner.counts.items()))
        + f"; {time.time() - start:.0f} s", flush=True)
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ruchy", default=os.path.join(ROOT, "build/bin/ruchy"))
    parser.add_argument("--oracle", help="an interpreter, run as python3 ORACLE FILE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seconds", type=int, help="stop after this time")
    parser.add_argument("--errors", type=float, help="rate of deliberate mistakes")
    parser.add_argument("--all", action="store_true", help="all modes, every time")
    parser.add_argument("--modes", help="just these, as in oracle,jit-O0,wasm32-O3")
    parser.add_argument("--timeout", type=int, default=20)
    parser.add_argument("--save", default="fuzz-failures", help="folder of failures")
    parser.add_argument("--file", help="compare this program")
    parser.add_argument("--reduce", metavar="FILE", help="make this one small")
    args = parser.parse_args()
    runner = Runner(args.ruchy, args.oracle, args.timeout)
    try:
        return act(runner, args)
    finally:
        shutil.rmtree(runner.temp, ignore_errors=True)


def act(runner, args):
    if args.reduce:
        Reducer(runner, args.reduce).reduce()
        return 0
    if args.file:
        modes = args.modes.split(",") if args.modes else \
            (["oracle"] if args.oracle else []) + MODES + SLOW_MODES
        difference = runner.compare(args.file, modes)
        print(describe(difference) if difference else "all modes agree")
        return 1 if difference else 0
    return fuzz(runner, args)


if __name__ == "__main__":
    sys.exit(main())
