#!/usr/bin/env python3
#===- differential.py - The whole language in every way to run it ---------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Runs programs of the smith package, many in one file, in several modes.

  differential.py --seed 1 --count 500           all modes must do the same
  differential.py --features match,try ...       only these areas
  differential.py --wrap ...                     also the same programs in which
                                                 values hide their kinds
  differential.py --program 17 > p.ruchy         the program of one seed

The oracle, an independent interpreter, is the first mode; it is not asked where
an uncaught error stands. Programs share a file until its modes differ: then each
runs alone. Failing programs go to the folder of --save; --reduce FILE makes
them small. The exit code is 1 when a program failed.
"""

import argparse
import concurrent.futures
import importlib.util
import os
import re
import shutil
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import smith  # noqa: E402


def load_compare():
    spec = importlib.util.spec_from_file_location(
        "compare", os.path.join(HERE, "compare.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMPARE = load_compare()
ORACLE = os.path.join(HERE, "oracle")
MODES = ["oracle", "jit-O0", "jit-O2", "native"]
PLACE = re.compile(rb"(?m)^  at .*\n")


def without_places(result):
    return result._replace(stderr=PLACE.sub(b"", result.stderr))


class Checker:
    """Compares one file in all modes. The oracle is compared without places."""

    def __init__(self, args):
        self.args, self.modes = args, args.modes.split(",")
        self.refused, self.quiet = 0, False

    def difference(self, path):
        runner = COMPARE.Runner(self.args.ruchy, ORACLE, self.args.timeout)
        try:
            return self.compare(runner, path)
        finally:
            shutil.rmtree(runner.temp, ignore_errors=True)

    @staticmethod
    def levels(mode, path):
        """Files of many programs take turns at the levels of native code."""
        batch = re.match(r"batch-(\d+)-(\d+)", os.path.basename(path))
        if mode != "native":
            return [mode]
        both = ["x86_64-O2", "x86_64-O0"]
        if not batch:
            return both
        first, last = map(int, batch.groups())
        return [both[first // (last - first + 1) % 2]]

    def compare(self, runner, path):
        modes = [level for mode in self.modes for level in self.levels(mode, path)]
        expected = None
        if modes[0] == "oracle":
            modes.pop(0)
            expected = runner.run("oracle", path)
            if expected.code in (COMPARE.NOT_SUPPORTED, "timeout"):
                if self.quiet:
                    return None
                self.refused += 1
                print(f"{path}: {expected.stderr.decode()[-200:].strip()}",
                      file=sys.stderr)
                expected = None
        first = None
        for mode in modes:
            got = runner.run(mode, path)
            if got.code in ("timeout", "compiler: timeout"):
                got = runner.run(mode, path)  # the machine may have been busy
            # A signal or a leak is wrong whatever the others do.
            if got.code not in (0, 1):
                return mode, f"code {got.code}", first, got
            found = self.unequal(mode, first, got, modes[0]) if first else None
            if not first and expected:
                found = self.unequal(mode, without_places(expected),
                                     without_places(got), "the oracle")
            if found:
                return found
            first = first or got
        return None

    @staticmethod
    def unequal(mode, expected, got, name):
        for field in expected._fields:
            if getattr(expected, field) != getattr(got, field):
                return mode, f"{field} differs from {name}", expected, got
        return None

    def wrapped_difference(self, plain, wrapped):
        """A program, and the same one in which values hide their kinds."""
        runner = COMPARE.Runner(self.args.ruchy, None, self.args.timeout)
        try:
            modes = [level for mode in self.modes for level in self.levels(mode, plain)]
            for mode in modes:
                if mode == "oracle":
                    continue
                one = without_places(runner.run(mode, plain))
                two = without_places(runner.run(mode, wrapped))
                if one != two:
                    return mode, "hidden kinds change it", one, two
        finally:
            shutil.rmtree(runner.temp, ignore_errors=True)
        return None


class Reducer(COMPARE.Reducer):
    """The reducer of compare.py, with the oracle of this one."""

    def __init__(self, args):
        self.checker = Checker(args)
        self.checker.quiet = True
        args.timeout = min(args.timeout, 10)
        self.small = os.path.splitext(args.reduce)[0] + ".small.ruchy"
        with open(args.reduce, encoding="utf-8") as file:
            self.lines = file.read().rstrip("\n").split("\n")
        found = self.checker.difference(args.reduce)
        if found is None:
            sys.exit(f"{args.reduce}: all modes agree")
        self.wanted = COMPARE.signature(found)
        modes = self.checker.modes
        alone = found[1].startswith("code ") and "differs" not in found[1]
        if alone:
            self.modes = [found[0]]
        elif "oracle" in found[1]:
            self.modes = ["oracle", found[0]]
        else:
            self.modes = [modes[1 if modes[0] == "oracle" else 0], found[0]]
        # A leak is not the leak of another error.
        self.texts = found[3].stderr.count(b"Error:") if alone else None
        self.checker.modes = self.modes
        self.runner = self

    def compare(self, path, modes):
        found = self.checker.difference(path)
        if found and self.texts is not None and \
                found[3].stderr.count(b"Error:") != self.texts:
            return None
        return found


def write(args, name, text):
    path = os.path.join(args.save, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def check_file(checker, args, name, make):
    """None, or the text that says what differs; the failing file is kept."""
    path = write(args, name + ".ruchy", make(False))
    found = checker.difference(path)
    if not found and args.wrap:
        other = write(args, name + ".wrapped.ruchy", make(True))
        found = checker.wrapped_difference(path, other)
        if not found:
            os.remove(other)
    if not found:
        os.remove(path)
        return None
    text = COMPARE.describe(found)
    write(args, name + ".ruchy.txt", text)
    return text


def check_batch(checker, args, seeds):
    """The failures of a batch as (name, text)."""
    features = args.features.split(",") if args.features else None
    name = f"batch-{seeds[0]}-{seeds[-1]}"
    text = check_file(checker, args, name, lambda wrap: smith.generate_batch(
        seeds, args.errors, features, wrap))
    if not text:
        return []
    failed = []
    for seed in seeds:
        one = check_file(checker, args, f"seed-{seed}", lambda wrap: smith.generate(
            seed, args.errors, features, wrap))
        if one:
            failed.append((f"seed {seed}", one))
    if failed:
        for suffix in (".ruchy", ".ruchy.txt", ".wrapped.ruchy"):
            if os.path.exists(os.path.join(args.save, name + suffix)):
                os.remove(os.path.join(args.save, name + suffix))
    return failed or [(name, text)]


def fuzz(args):
    os.makedirs(args.save, exist_ok=True)
    checker, start, failures, done = Checker(args), time.time(), [], 0
    batches = [list(range(first, min(first + args.batch, args.seed + args.count)))
               for first in range(args.seed, args.seed + args.count, args.batch)]

    def work(seeds):
        if args.seconds and time.time() - start > args.seconds:
            return None
        return len(seeds), check_batch(checker, args, seeds)

    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for result in pool.map(work, batches):
            if result is None:
                continue
            done += result[0]
            for name, text in result[1]:
                failures.append(name)
                print(f"{name}: {' '.join(text.split())[:300]}", flush=True)
    print(f"{len(failures)} failed; seeds {args.seed} to {args.seed + args.count - 1}; "
          f"programs: {done}; unknown to the oracle: {checker.refused} files; "
          f"{time.time() - start:.0f} s", flush=True)
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ruchy", default=os.path.join(
        os.path.dirname(os.path.dirname(HERE)), "build/bin/ruchy"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--batch", type=int, default=20, help="programs per file")
    parser.add_argument("--features", help="of " + ",".join(smith.FEATURES))
    parser.add_argument("--errors", type=float, help="rate of deliberate mistakes")
    parser.add_argument("--wrap", action="store_true", help="hide the kinds as well")
    parser.add_argument("--modes", default=",".join(MODES))
    parser.add_argument("--seconds", type=int, help="stop after this time")
    parser.add_argument("--timeout", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--save", default="fuzz-failures", help="folder of failures")
    parser.add_argument("--reduce", metavar="FILE", help="make this one small")
    parser.add_argument("--program", type=int, metavar="SEED", help="print a program")
    args = parser.parse_args()
    if args.reduce:
        Reducer(args).reduce()
        return 0
    if args.program is not None:
        features = args.features.split(",") if args.features else None
        print(smith.generate(args.program, args.errors, features, args.wrap), end="")
        return 0
    return fuzz(args)


if __name__ == "__main__":
    sys.exit(main())
