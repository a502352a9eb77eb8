#!/usr/bin/env python3
#===- dynops-table.py - Dynamic operations of the realistic programs ------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Counts what specialisation leaves dynamic in test/Execution/realistic and
writes docs/DynamicOperations.md.

An operation dispatches when its code asks for the kind of a value at run time.
The other operations of the report only move a value of unknown kind."""

import argparse
import collections
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "test" / "Execution" / "realistic"
LINE = re.compile(
    r"(?:\S+?:(\d+):(\d+): )?in (\S+): ([\w.]+) \((.*)\) -> \((.*)\)$")
# What takes or gives values of unknown kind as they are.
MOVES = {"tuple.new", "map.new", "set.new", "record.new", "variant.new",
         "option.new", "closure.new", "closure.get", "cell.new", "cell.get",
         "cell.take", "cell.set", "record.get", "variant.get", "option.get",
         "fail", "error.value", "error.throw", "refine"}
# Reads of storage that the program fills elsewhere.
STORAGE = {"record.get": "fields", "field": "fields", "variant.get": "payloads",
           "cell.get": "shared variables", "cell.take": "shared variables",
           "closure.get": "captures"}
UNKNOWN = "!ruchy.any"


class Operation:
    """A line of the report."""

    def __init__(self, match):
        line, column, self.function, self.name, operands, results = match.groups()
        self.line = int(line) if line else 0
        self.column = int(column) if column else 0
        self.operands = split(operands)
        self.results = [t for t in split(results) if t != "!ruchy.error"]

    def dispatches(self):
        return self.name not in MOVES

    def starts(self):
        """Whether the unknown kind begins here: the operands are exact."""
        return UNKNOWN in self.results and UNKNOWN not in self.operands

    def cause(self, source):
        receiver = self.operands[0] if self.operands else ""
        short = receiver.replace("!ruchy.", "")
        if self.name in STORAGE:
            of = re.match(r"(?:struct|class|enum)<@(\w+)>", short)
            what = STORAGE[self.name]
            if short.startswith("tuple"):
                what = "parts of tuples"
            elif short.startswith("map"):
                what = "entries of an object"
            return f"{what} of `{of.group(1)}`" if of else what
        if self.name == "index":
            return "`m[k]` of a map" if short.startswith("map") else "indexing"
        if self.name.startswith("iter"):
            return f"elements of a {short.split('<')[0]}"
        if self.name == "error.value":
            return "what `catch` binds"
        if self.name == "option.get":
            return "content of an Option or Result"
        word = re.match(r"\w+", source[self.column - 1:])
        if word and self.name in ("method", "method.mut", "builtin"):
            return f"result of `{word.group(0)}`"
        if self.name in ("place.method", "place.move"):
            return f"a method on a field of `{short.split('@')[-1].rstrip('>')}`"
        return {"call_value": "a function value", "cast": "a cast"}.get(
            self.name, f"`{self.name}`")


def split(types):
    """A comma-separated list, except for commas between brackets."""
    parts, depth, start = [], 0, 0
    for position, letter in enumerate(types):
        depth += {"<": 1, ">": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append(types[start:position].strip())
            start = position + 1
    rest = types[start:].strip()
    return parts + [rest] if rest else parts


def report(ruchy, program, level):
    done = subprocess.run(
        [ruchy, "compile", f"-O{level}", "--emit=dynops-report", str(program),
         "-o", "-"], capture_output=True, text=True)
    lines = done.stdout.splitlines()
    if done.returncode or not lines or not lines[0].isdigit():
        sys.exit(f"{program}: no report\n{done.stderr[:2000]}")
    return [Operation(match) for match in map(LINE.match, lines[1:]) if match]


def causes(operations, lines, most):
    """Where unknown kinds begin, most frequent first."""
    found = collections.Counter()
    for operation in operations:
        if operation.starts():
            source = lines[operation.line - 1] if operation.line else ""
            found[operation.cause(source)] += 1
    return [cause for cause, _ in found.most_common(most)]


def row(ruchy, program, level):
    lines = program.read_text().splitlines()
    operations = report(ruchy, program, level)
    dispatching = sum(operation.dispatches() for operation in operations)
    why = ", ".join(causes(operations, lines, 4))
    if operations and not why:
        why = "values of two kinds that meet"
    return program.stem, len(lines), dispatching, len(operations) - dispatching, why


INTRODUCTION = """# Dynamic operations

What specialisation leaves for the run time in the programs of
`test/Execution/realistic`, made by `scripts/dynops-table.py` from
`ruchy compile -O{level} --emit=dynops-report`. Inlined copies count again. An
operation *dispatches* when its code asks for the kind of a value; others only
move one. "Begins with" names the operations whose operands are exact and whose
result is not, most frequent first; what follows from them is not listed. All
[benchmark programs](../benchmarks/README.md) have none.

| program | lines | dispatch | move | begins with |
| --- | ---: | ---: | ---: | --- |
"""

EXPLANATION = """
## Why

- **Contents of several kinds.** JSON, tokens, rows of a table: objects whose
  entries differ have values of unknown kind, and so has what is read from them.
  This is what `any` is for.
- **A value or something else.** `pop`, `find`, `get` and `parse` give the value,
  or nil or an Err; a field that is nil until it is set holds either. There are no
  types for two kinds yet: a test, such as `match` or `??`, does not make the
  value exact again.
- **Fields, payloads, captures, shared variables.** Storage with a name has one
  type in the whole program, the join of all that is written to it. One write of
  another kind makes it unknown everywhere.
- **Function values among others.** A function that is stored beside other
  functions is compiled for arguments of any kind, because whoever calls it does
  not know which one it is. What it stores is of unknown kind, too.
- **`catch`.** A caught value may be any that is thrown below.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ruchy", default=str(ROOT / "build" / "bin" / "ruchy"))
    parser.add_argument("--level", default="2")
    parser.add_argument("--output", type=Path,
                        default=ROOT / "docs" / "DynamicOperations.md")
    options = parser.parse_args()
    rows = [row(options.ruchy, program, options.level)
            for program in sorted(PROGRAMS.glob("*.ruchy"))]
    rows.sort(key=lambda r: (r[2], r[3], r[0]))
    text = INTRODUCTION.format(level=options.level)
    for cells in rows:
        text += "| " + " | ".join(str(cell) for cell in cells) + " |\n"
    sums = [sum(r[i] for r in rows) for i in (1, 2, 3)]
    text += "| **all** | " + " | ".join(str(n) for n in sums) + " | |\n"
    options.output.write_text(text + EXPLANATION)


if __name__ == "__main__":
    main()
