#===- fuzz.py - Random tests and mutations of reference counting ----------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Checks ruchy-rc-insert, ruchy-rc-elide and ruchy-rc-verify.

`run`: random functions are counted, verified, and run by an interpreter with
and without counts. `mutate`: a count is removed, doubled or moved, and
ruchy-rc-verify has to notice.
"""

import argparse
import collections
import random
import re
import shlex
import subprocess
import sys

from generate import generate
from interpret import Counted, Fault, Program, Values, trace

PASSES = {
    "insert": ["--ruchy-rc-insert", "--ruchy-rc-verify"],
    "elide": [
        "--pass-pipeline=builtin.module(ruchy-rc-insert,ruchy.func("
        "ruchy-rc-elide),ruchy-rc-verify)"],
    "canonical": ["--pass-pipeline=builtin.module(canonicalize,"
                  "ruchy-rc-insert,ruchy-rc-verify)"],
}


def optimize(tool, text, *options):
    return subprocess.run(
        [*tool, "-", "--mlir-print-op-generic", "--mlir-print-local-scope",
         *options], input=text, capture_output=True, text=True)


def compare(source, counted, name, seed):
    """Runs a function both ways; returns what is wrong."""
    meant, complete = trace(source, Values(), random.Random(seed), name)
    try:
        shown, counted_complete = trace(counted, Counted(),
                                        random.Random(seed), name)
    except Fault as fault:
        return str(fault)
    # Splitting edges costs fuel: the shorter run is a part of the longer one.
    length = min(len(meant), len(shown))
    if meant[:length] != shown[:length] or \
            (complete and counted_complete and len(meant) != len(shown)):
        return "the traces differ"
    return None


def run(tool, seed, count):
    functions = runs = 0
    for number in range(seed, seed + count):
        text = generate(random.Random(number), 12)
        plain = optimize(tool, text)
        if plain.returncode:
            print(plain.stderr, f"seed {number}: the generator is wrong")
            return 1
        source = Program(plain.stdout)
        for name, options in PASSES.items():
            result = optimize(tool, text, *options)
            if result.returncode:
                print(result.stderr[:2000], f"seed {number}: {name} fails")
                return 1
            counted = Program(result.stdout)
            for index in range(12):
                functions += 1
                for coin in range(4):
                    runs += 1
                    wrong = compare(source, counted, f"f{index}", coin)
                    if wrong:
                        print(f"seed {number}: {name}: f{index}: {wrong}")
                        return 1
    print(f"{functions} functions counted, {runs} runs compared, 0 wrong")
    return 0


def list_mutants(lines):
    """Pairs (kind, lines). None of them is balanced: each changes a count by
    one or lets a value end before an operation that names it."""
    for i, line in enumerate(lines):
        dup = re.match(r'\s*(%\w+) = "ruchy.rc.dup"\((%[\w#]+)\)', line)
        drop = re.match(r'\s*"ruchy.rc.drop"\((%[\w#]+)\)', line)
        if dup:
            name = re.compile(re.escape(dup.group(1)) + r"\b(?!#)")
            yield "dup removed", lines[:i] + [
                name.sub(dup.group(2), l) for l in lines[i + 1:]]
            again = line.replace(dup.group(1) + " =", "%again =", 1)
            yield "dup doubled", lines[:i] + [again] + lines[i:]
        elif drop:
            yield "drop removed", lines[:i] + lines[i + 1:]
            yield "drop doubled", lines[:i] + [line] + lines[i:]
            value, before = drop.group(1), lines[i - 1]
            uses = before.split(" = ", 1)[-1]
            defines = before.lstrip().startswith(
                (value.split("#")[0] + " ", value.split("#")[0] + ":"))
            if re.search(re.escape(value) + r"\b", uses) and not defines and \
                    not before.lstrip().startswith(("^", '"ruchy.rc.drop"')):
                yield "drop too early", \
                    lines[:i - 1] + [line, before] + lines[i + 1:]


def find_caught(tool, mutants):
    """Which of the modules are rejected; all go through the tool at once."""
    separator = "// -----\n"
    starts, text = [], ""
    for _, lines in mutants:
        starts.append(text.count("\n") + 1)
        text += "\n".join(lines) + "\n" + separator
    result = subprocess.run(
        [*tool, "-", "--ruchy-rc-verify", "--split-input-file",
         "--mlir-print-op-on-diagnostic=false", "-o", "/dev/null"],
        input=text, capture_output=True, text=True)
    caught = set()
    for line in re.findall(r"^\S*:(\d+):\d+: error", result.stderr, re.M):
        caught.add(max(i for i, s in enumerate(starts) if s <= int(line)))
    return caught


def mutate(tool, seed, count):
    made, caught = collections.Counter(), collections.Counter()
    missed = []
    for number in range(seed, seed + count):
        text = generate(random.Random(number), 2)
        result = optimize(tool, text, "--ruchy-rc-insert")
        mutants = list(list_mutants(result.stdout.rstrip().split("\n")))
        found = find_caught(tool, mutants)
        for i, (kind, lines) in enumerate(mutants):
            made[kind] += 1
            if i in found:
                caught[kind] += 1
            else:
                missed.append((number, kind, lines))
    for kind in sorted(made):
        print(f"{kind}: {caught[kind]} of {made[kind]} caught")
    print(f"{sum(caught.values())} of {sum(made.values())} mistakes caught")
    if missed:
        number, kind, lines = missed[0]
        print(f"missed: seed {number}, {kind}", *lines, sep="\n")
    return 1 if missed or not made else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mode", choices=("run", "mutate"))
    parser.add_argument("--opt", required=True, help="command of ruchy-opt")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10)
    options = parser.parse_args()
    tool = shlex.split(options.opt)
    return {"run": run, "mutate": mutate}[options.mode](
        tool, options.seed, options.count)


if __name__ == "__main__":
    sys.exit(main())
