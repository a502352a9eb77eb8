#!/usr/bin/env python3
#===- update-readme-bench.py - Writes the measured table of the README ----===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Replaces what stands between <!-- bench:begin --> and <!-- bench:end --> in
README.md by tables made from benchmark results (benchmarks/README.md)."""

import argparse
import json
import math
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
TITLES = {
    "gcc": "gcc -O3",
    "clang": "clang -O3",
    "ruchy": "ruchy compile -O3",
    "ruchy-run": "ruchy run",
    "existing-run": "existing Ruchy, run",
    "existing-compile": "existing Ruchy, compile",
}
FIRST = ["gcc", "clang", "ruchy", "ruchy-run"]
# Below this time of C a program measures the start of a process.
START_MS = 5.0
# Shown for a program only while it is slower than C.
REASONS = {
    "fib35": "each call tests the addition for overflow, the error status of "
    "both calls and the stack; inlining a function into itself and an "
    "analysis of what cannot fail will remove most of that",
    "array_sum": "the sum is tested for overflow at each step and therefore "
    "not vectorised; two versions of the loop, chosen by a range analysis, "
    "will be",
    "matmul300": "one test of all row lengths before the loops, and the "
    "loads of the rows",
    "nbody": "tests whether an array has one owner (`ruchy-unique` moves them "
    "out of loops where it can) and bounds tests (range analysis)",
}


def median(cell):
    return cell["wall_ms"]["median"] if cell.get("status") == "ok" else None


def number(value):
    if value is None:
        return "failed"
    if value >= 99.95:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def better_c(cells):
    times = [median(cells[peer]) for peer in ("gcc", "clang") if peer in cells]
    return min((time for time in times if time), default=None)


def geometric_mean(ratios):
    return math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))


def table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)] + rows
    return ["| " + " | ".join(row) + " |" for row in lines] + [""]


def program_table(results):
    """Medians of all peers that were there, with our ratio to C."""
    there = [peer["name"] for peer in results["peers"] if peer["installed"]]
    names = [peer for peer in FIRST if peer in there]
    names += [peer for peer in there if peer not in FIRST]
    rows = []
    for program, cells in results["programs"].items():
        ratio = cells["ruchy"].get("ratio")
        times = [number(median(cells.get(peer, {}))) for peer in names]
        rows.append([f"`{program}`", f"{ratio:.2f}x" if ratio else "-"] + times)
    means = [results["geomean"].get(peer, {}).get("ratio") for peer in names]
    means = [f"{number(mean)}x" if mean else "-" for mean in means]
    own = f"{results['geomean']['ruchy']['ratio']:.2f}x"
    rows.append(["geometric mean of ratios", own] + means)
    head = ["ms", "ruchy : C"] + [TITLES.get(peer, peer) for peer in names]
    return table(head, rows)


def long_programs(results):
    """The mean that a quick process start has no part in."""
    ratios = [
        cells["ruchy"]["ratio"]
        for cells in results["programs"].values()
        if cells["ruchy"].get("ratio") and (better_c(cells) or 0) >= START_MS
    ]
    if not ratios:
        return []
    return [
        "The shortest programs are won at the start of the process: over the "
        f"{len(ratios)} programs for which C needs {START_MS:.0f} ms or more, "
        f"the mean of `ruchy compile -O3` is {geometric_mean(ratios):.2f}x.",
        "",
    ]


def losses(results):
    """Every program slower than the better C, and why."""
    lines = []
    for program, cells in results["programs"].items():
        cell = cells["ruchy"]
        if round(cell.get("ratio") or 0, 2) <= 1:
            continue
        reason = REASONS.get(program, "not analysed yet")
        if cell["wall_ms"]["min"] <= better_c(cells) and cell["ratio"] < 1.05:
            reason = "within the spread of the runs"
        lines.append(f"- `{program}` {cell['ratio']:.2f}x: {reason}.")
    return ["Slower than the better C compiler:", ""] + lines + [""] if lines else []


def other_figures(results):
    """Sizes, start, compile time, and the goals that are not reached."""
    sizes = results["sizes"].get("hello", {})
    targets = ["x86_64", "aarch64", "wasm32", "gcc", "clang"]
    titles = [TITLES.get(t, t) + (", dynamic" if t in TITLES else "") for t in targets]
    cells = [str(sizes.get(target) or "failed") for target in targets]
    lines = table(["bytes"] + titles, [["`hello`"] + cells])
    rows = [
        [f"`{name}`" if name.startswith("ruchy") else name, number(median(cell))]
        for name, cell in results["startup"].items()
    ]
    compiled = results["compile_time"]
    rows.append([f"compile {compiled['lines']} lines at -O2", number(median(compiled))])
    lines += table(["start and compile time", "ms"], rows)
    missed = [
        f"- {found['what']}: {number(found['value'])} {found['unit']}, goal "
        f"{found['limit']:g} {found['unit']}"
        for found in results["verdicts"]
        if not found["met"] and found["value"] is not None
    ]
    if missed:
        lines += ["Goals not reached yet:", ""] + missed + [""]
    return lines


def source(results):
    machine, runs = results["machine"], results["settings"]["runs"]
    text = (
        f"Medians of up to {runs} interleaved runs of the whole process, "
        f"{results['date']}, {machine['system']}, {machine['cores']} cores"
    )
    if machine["load"] > 0.5:
        text += f", on a busy machine (load {machine['load']:g})"
    return [text + ".", ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "results",
        nargs="?",
        type=Path,
        default=ROOT / "benchmarks" / "results" / "latest.json",
    )
    parser.add_argument("--readme", type=Path, default=ROOT / "README.md")
    options = parser.parse_args()
    results = json.loads(options.results.read_text())
    if results.get("schema") != 1:
        sys.exit(f"{options.results}: unknown schema")
    text = options.readme.read_text()
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{options.readme}: no {BEGIN} .. {END}")
    lines = source(results) + program_table(results) + long_programs(results)
    lines += losses(results) + other_figures(results)
    body = "\n".join(lines).rstrip()
    options.readme.write_text(f"{head}{BEGIN}\n{body}\n{END}{tail}")


if __name__ == "__main__":
    main()
