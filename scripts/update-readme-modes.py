#!/usr/bin/env python3
#===- update-readme-modes.py - Writes the mode matrix of the README -------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Replaces what stands between <!-- modes:begin --> and <!-- modes:end --> in
README.md by a table of the programs that pass, by area and mode.

It reads what `make check`, or any run of lit, left in build/test-results/modes.
With --run it first runs all programs of test/Execution itself."""

import argparse
import collections
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "test" / "Execution"
BEGIN, END = "<!-- modes:begin -->", "<!-- modes:end -->"
LIT = "/usr/lib/llvm-22/bin/lit"
COLUMNS = [("jit", "JIT"), ("x86_64", "native x86_64"), ("aarch64", "AArch64"),
           ("wasm32", "wasm")]
# Folders of test/Execution by area; one that is missing here is its own area.
AREAS = [
    ("lexical grammar, scopes, globals", "lexical scopes globals"),
    ("numbers, conversions", "integers floats conversions"),
    ("strings, formatting", "strings formatting"),
    ("control, ranges, pipelines", "control ranges pipelines"),
    ("functions, generics, recursion, tail calls",
     "functions generics recursion tailcalls"),
    ("closures, higher-order functions, comprehensions",
     "closures higher-order comprehensions"),
    ("arrays, tuples, destructuring", "arrays tuples destructuring"),
    ("objects, maps, sets", "objects maps sets"),
    ("structs, enums", "structs enums"),
    ("classes, traits", "classes traits"),
    ("places, `&mut`", "places inout"),
    ("patterns, `match`", "patterns"),
    ("Option, Result", "options results"),
    ("`try`, runtime errors", "try errors"),
    ("modules, macros", "modules macros"),
    ("actors, async", "actors async"),
    ("library", "library"),
    ("the 41 features", "features"),
    ("whole programs", "programs realistic"),
    ("errors for what is not supported", "unsupported"),
]


def run_all(build, jobs):
    environment = dict(os.environ)
    environment.pop("RUCHY_TEST_MODES", None)
    subprocess.run([LIT, f"-j{jobs}", "-q", str(build / "test" / "Execution")],
                   env=environment, check=False)


def read(folder):
    """Passed and all programs by area and column, and the failures by area."""
    area_of = {name: title for title, names in AREAS for name in names.split()}
    passed, every = collections.Counter(), collections.Counter()
    failures = collections.defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        result = json.loads(path.read_text())
        if not (PROGRAMS / result["area"] / result["program"]).exists():
            continue  # from an earlier state of the tests
        area = area_of.get(result["area"], result["area"])
        by_target = collections.defaultdict(list)
        for mode, ok in result["modes"].items():
            by_target[mode.split("-")[0]].append(ok)
        for target, oks in by_target.items():
            every[area, target] += 1
            passed[area, target] += all(oks)
        bad = sorted(mode for mode, ok in result["modes"].items() if not ok)
        if bad:
            name = f"{result['area']}/{result['program']}"
            failures[area].append(f"`{name}` ({', '.join(bad)})")
    return passed, every, failures


def cell(passed, every):
    return f"{passed}/{every}" if every else "-"


def table(folder):
    passed, every, failures = read(folder)
    titles = [title for title, _ in AREAS]
    titles += sorted({area for area, _ in every} - set(titles))
    lines = ["| programs that pass | " + " | ".join(c for _, c in COLUMNS) + " |",
             "| --- |" + " ---: |" * len(COLUMNS)]
    sums = [[0, 0] for _ in COLUMNS]
    for title in titles:
        cells = []
        for total, (target, _) in zip(sums, COLUMNS):
            total[0] += passed[title, target]
            total[1] += every[title, target]
            cells.append(cell(passed[title, target], every[title, target]))
        if any(every[title, target] for target, _ in COLUMNS):
            lines.append(f"| {title} | " + " | ".join(cells) + " |")
    lines.append("| **all** | " + " | ".join(cell(*total) for total in sums) + " |")
    if failures:
        lines += ["", "Not passing:", ""]
        lines += [f"- {title}: {', '.join(failures[title])}"
                  for title in titles if failures[title]]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build-dir", type=Path, default=ROOT / "build")
    parser.add_argument("--run", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--readme", type=Path, default=ROOT / "README.md")
    options = parser.parse_args()
    if options.run:
        run_all(options.build_dir, options.jobs)
    folder = options.build_dir / "test-results" / "modes"
    if not any(folder.glob("*.json")):
        sys.exit(f"{folder}: no results; run `make check` first")
    text = options.readme.read_text()
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{options.readme}: no {BEGIN} .. {END}")
    body = "\n".join(table(folder))
    options.readme.write_text(f"{head}{BEGIN}\n{body}\n{END}{tail}")


if __name__ == "__main__":
    main()
