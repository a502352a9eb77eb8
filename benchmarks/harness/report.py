#===- report.py - Ratios, limits and tables -------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Turns measurements into ratios, verdicts and tables."""

import math

# What `ruchy compile -O3` should reach, as a ratio to the better C compiler.
RATIO_LIMITS = {
    "hello": 0.3,
    "fib20": 0.4,
    "fib35": 3.0,
    "primes": 1.25,
    "array_sum": 1.5,
    "nested_loops": 4.0,
    "string_append_10k": 1.5,
    "string_append_1m": 1.5,
    "matmul100": 1.25,
    "matmul300": 1.25,
    "lcg": 1.5,
    "nbody": 1.25,
}
GEOMEAN_LIMIT = 1.0
HELLO_SIZE_LIMIT = 20 * 1024
SIZE_LIMIT = 100 * 1024
STARTUP_LIMITS_MS = {"ruchy run hello": 12.0, "ruchy --version": 4.0}
COMPILE_LIMIT_MS = 500.0
C_PEERS = ("gcc", "clang")


def median_of(cell):
    """The median wall time of a cell, None when the run did not succeed."""
    return cell["wall_ms"]["median"] if cell.get("status") == "ok" else None


def better_c(cells):
    times = [median_of(cells[peer]) for peer in C_PEERS if peer in cells]
    return min((time for time in times if time), default=None)


def add_ratios(programs):
    """Sets `ratio` (median to the better C) in every cell that has a time."""
    for cells in programs.values():
        base = better_c(cells)
        for cell in cells.values():
            time = median_of(cell)
            if base and time:
                cell["ratio"] = round(time / base, 4)


def geometric_means(programs):
    """Per peer: the mean of its ratios and how many programs are in it."""
    ratios = {}
    for cells in programs.values():
        for peer, cell in cells.items():
            if "ratio" in cell:
                ratios.setdefault(peer, []).append(cell["ratio"])
    return {
        peer: {
            "ratio": round(
                math.exp(sum(map(math.log, values)) / len(values)), 4
            ),
            "programs": len(values),
        }
        for peer, values in ratios.items()
    }


def verdict(name, value, limit, unit):
    return {
        "what": name,
        "value": value,
        "limit": limit,
        "unit": unit,
        "met": value <= limit,
    }


def ruchy_cell(results, program):
    return results["programs"].get(program, {}).get("ruchy", {})


def verdicts(results):
    """Every limit that this session's measurements can be held against."""
    found = []
    for program in results["programs"]:
        ratio = ruchy_cell(results, program).get("ratio")
        if ratio is not None and program in RATIO_LIMITS:
            found.append(verdict(program, ratio, RATIO_LIMITS[program], "x"))
    mean = results["geomean"].get("ruchy")
    if mean and all("ratio" in ruchy_cell(results, p) for p in RATIO_LIMITS):
        found.append(
            verdict("geometric mean", mean["ratio"], GEOMEAN_LIMIT, "x")
        )
    for program, sizes in results["sizes"].items():
        limit = HELLO_SIZE_LIMIT if program == "hello" else SIZE_LIMIT
        for target, size in sizes.items():
            if target not in C_PEERS and size is not None:
                what = f"{program} on {target}"
                found.append(verdict(what, size, limit, "bytes"))
    for name, limit in STARTUP_LIMITS_MS.items():
        time = median_of(results["startup"].get(name, {}))
        if time is not None:
            found.append(verdict(name, time, limit, "ms"))
    time = median_of(results["compile_time"])
    if time is not None:
        what = "1 000 lines at -O2"
        found.append(verdict(what, time, COMPILE_LIMIT_MS, "ms"))
    return found


def table(head, rows):
    """A Markdown table with aligned columns."""
    rows = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]

    def line(row):
        cells = [row[0].ljust(widths[0])]
        cells += [c.rjust(w) for c, w in zip(row[1:], widths[1:])]
        return "| " + " | ".join(cells) + " |"

    rule = ["-" * widths[0]] + ["-" * (w - 1) + ":" for w in widths[1:]]
    rule_line = "|" + "|".join(f" {part} " for part in rule) + "|"
    return "\n".join([line(rows[0]), rule_line] + [line(r) for r in rows[1:]])


def number(value):
    """Three significant digits, no exponent."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def cell_text(cell, key):
    if cell["status"] != "ok":
        return cell["status"]
    if key == "ratio":
        return number(cell["ratio"]) + "x" if "ratio" in cell else "-"
    return number(cell["wall_ms"]["median"])


def program_table(results, key):
    peers = [peer["name"] for peer in results["peers"]]
    rows = [
        [program] + [cell_text(cells[peer], key) for peer in peers]
        for program, cells in results["programs"].items()
    ]
    if key == "ratio":
        means = results["geomean"]
        row = ["geometric mean"]
        for peer in peers:
            mean = means.get(peer)
            text = number(mean["ratio"]) + "x" if mean else "-"
            if mean and mean["programs"] < len(results["programs"]):
                text += f" ({mean['programs']})"
            row.append(text)
        rows.append(row)
    return table(["program", *peers], rows)


def size_table(results):
    columns = ["gcc", "clang", "x86_64", "aarch64", "wasm32"]
    rows = []
    for program, sizes in results["sizes"].items():
        row = [sizes.get(column) for column in columns]
        rows.append([program] + ["-" if s is None else str(s) for s in row])
    return table(["bytes", *columns], rows)


def startup_table(results):
    rows = []
    cells = dict(results["startup"])
    lines = results["compile_time"]
    cells[f"compile {lines['lines']} lines at -O2"] = lines
    for name, cell in cells.items():
        if cell["status"] == "ok":
            wall, user = cell["wall_ms"], cell["user_ms"]
            values = [wall["median"], wall["min"], user["median"]]
            rows.append([name, *(f"{value:.2f}" for value in values)])
        else:
            rows.append([name, cell["status"], "-", "-"])
    return table(["ms", "median", "min", "user"], rows)


def verdict_table(found):
    rows = [
        [
            entry["what"],
            f"{entry['value']:g} {entry['unit']}",
            f"{entry['limit']:g}",
            "met" if entry["met"] else "MISSED",
        ]
        for entry in found
    ]
    return table(["figure", "measured", "limit", "verdict"], rows)


def problems(results):
    """One line per program and peer that failed, with the reason."""
    found = [
        f"{program}, {peer}: {cell['reason']}"
        for program, cells in results["programs"].items()
        for peer, cell in cells.items()
        if cell["status"] == "failed"
    ]
    others = {**results["startup"], "1 000 lines": results["compile_time"]}
    found += [
        f"{name}: {cell['reason']}"
        for name, cell in others.items()
        if cell["status"] == "failed"
    ]
    if any(p["name"] == "ruchy" and p["installed"] for p in results["peers"]):
        found += [
            f"{program} for {target}: build failed"
            for program, sizes in results["sizes"].items()
            for target, size in sizes.items()
            if target not in C_PEERS and size is None
        ]
    return found


def render(results):
    """The whole report as text."""
    peers = [
        [peer["name"], peer["version"] or "not installed"]
        for peer in results["peers"]
    ]
    parts = [
        table(["peer", "version"], peers),
        "Wall time, median, ms:\n\n" + program_table(results, "wall_ms"),
        "Ratio to the better C:\n\n" + program_table(results, "ratio"),
        "Sizes of the executables:\n\n" + size_table(results),
        "Start and compile time:\n\n" + startup_table(results),
    ]
    if results["verdicts"]:
        parts.append("Figures:\n\n" + verdict_table(results["verdicts"]))
    failed = problems(results)
    if failed:
        parts.append("Failed:\n\n" + "\n".join(failed))
    return "\n\n".join(parts)
