#!/usr/bin/env python3
#===- check-style.py - The numeric rules of the code style ----------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Checks sizes, headers and documentation of every source file.

Each rule is one check; the last line is `N passed, N failed`. The exit code is
1 when a rule is broken.
"""

import json
import os
import re
import subprocess
import sys

LIMITS = {".cpp": 600, ".h": 300, ".td": 400}
FUNCTION_MAX = 100
FUNCTION_P95 = 50
SOURCE_SUFFIXES = (".cpp", ".h", ".td", ".def", ".cmake", ".py", ".sh", ".mjs")
SPDX = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
SOURCE_DIRS = ("include", "lib", "tools", "unittests", "runtime", "cmake",
               "scripts", "test", "benchmarks", ".ci")
CODE_DIRS = ("include/", "lib/", "tools/", "unittests/", "runtime/")
FORBIDDEN = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
# Tables of data are exempt from the size rules.
TABLE_MARK = "// style: table"


def list_files(root):
    """Files of the repository, tracked or about to be."""
    git = subprocess.run(
        ["git", "-C", root, "ls-files", "-co", "--exclude-standard"],
        capture_output=True, text=True)
    if git.returncode == 0:
        names = git.stdout.split("\n")
    else:
        names = [os.path.relpath(os.path.join(d, f), root)
                 for top in SOURCE_DIRS
                 for d, _, fs in os.walk(os.path.join(root, top)) for f in fs]
    return sorted(n for n in names if n and os.path.isfile(os.path.join(root, n)))


def blank_out(text):
    """Replaces comments, strings and preprocessor lines by spaces."""
    pattern = re.compile(
        r'R"([^(\s]{0,16})\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"'
        r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:\\\n|[^\n])*",
        re.S | re.M)
    return pattern.sub(
        lambda m: re.sub(r"[^\n]", " ", m.group(0)), text)


SCOPE = re.compile(r"\b(namespace|struct|class|enum|union|extern)\b")


def is_function_head(head):
    """True when the text before a brace opens a function body."""
    head = head.strip()
    if head.endswith("=") or head.endswith(",") or head.endswith("("):
        return False
    if "(" not in head:
        return False
    first = head.split("(")[0]
    return not (SCOPE.search(first) and not first.strip().endswith("operator"))


def functions(text):
    """Yields (first line, length) of each outermost function body."""
    clean = blank_out(text)
    stack, head_start, line, start = [], 0, 1, None
    for i, c in enumerate(clean):
        if c == "\n":
            line += 1
        elif c in ";":
            if not any(kind == "function" for kind, _ in stack):
                head_start = i + 1
        elif c == "{":
            inside = any(kind == "function" for kind, _ in stack)
            head = clean[head_start:i]
            kind = "scope"
            if not inside and is_function_head(head):
                kind = "function"
                start = line - head.lstrip("\n").count("\n")
            stack.append((kind, start))
            if not inside and kind == "scope":
                head_start = i + 1
        elif c == "}" and stack:
            kind, first = stack.pop()
            if kind == "function":
                yield first, line - first + 1
            if not any(k == "function" for k, _ in stack):
                head_start = i + 1


class Report:
    """Collects the findings of each rule."""

    def __init__(self):
        self.rules = {}

    def rule(self, name):
        self.rules.setdefault(name, [])

    def add(self, name, finding):
        self.rules.setdefault(name, []).append(finding)

    def finish(self):
        failed = 0
        for name, findings in self.rules.items():
            if findings:
                failed += 1
                print(f"style: {name}")
                for finding in findings[:40]:
                    print(f"  {finding}")
                if len(findings) > 40:
                    print(f"  ... {len(findings) - 40} more")
        print(f"{len(self.rules) - failed} passed, {failed} failed")
        return failed


def check_sizes(report, name, text):
    suffix = os.path.splitext(name)[1]
    report.rule("file length")
    if suffix not in LIMITS or TABLE_MARK in text:
        return []
    lines = text.count("\n")
    if lines > LIMITS[suffix]:
        report.add("file length", f"{name}: {lines} lines, at most {LIMITS[suffix]}")
    if suffix == ".td":
        return []
    lengths = []
    for first, length in functions(text):
        lengths.append(length)
        if length > FUNCTION_MAX:
            report.add("function length",
                       f"{name}:{first}: {length} lines, at most {FUNCTION_MAX}")
    return lengths


def check_header_lines(report, name, text):
    suffix = os.path.splitext(name)[1]
    base = os.path.basename(name)
    if suffix in SOURCE_SUFFIXES or base in ("CMakeLists.txt", "Makefile"):
        if SPDX not in text[:1500]:
            report.add("SPDX line", f"{name}: none")
    if name.startswith("include/") and suffix == ".h" and "///" not in text:
        report.add("documented headers", f"{name}: no /// comment")
    if name.startswith("include/") and suffix == ".h":
        check_class_comments(report, name, text)
    if suffix in SOURCE_SUFFIXES or base == "CMakeLists.txt":
        for number, line in enumerate(text.split("\n"), 1):
            if FORBIDDEN.search(line):
                report.add("no unfinished marks", f"{name}:{number}: {line.strip()[:60]}")


def check_class_comments(report, name, text):
    """A public class, at namespace level, follows a /// comment."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not re.match(r"(class|struct|enum class) \w+[^;]*\{?\s*$", line):
            continue
        above = number - 1
        while above >= 0 and re.match(r"(template\b|\[\[|\s*$)", lines[above]) \
                and lines[above].strip():
            above -= 1
        if above < 0 or not lines[above].lstrip().startswith("///"):
            report.add("documented headers", f"{name}:{number + 1}: {line.strip()}")


def dump_tablegen(root, name):
    """The records of a .td file, or None when it cannot be read alone."""
    tool = "/usr/lib/llvm-22/bin/llvm-tblgen"
    run = subprocess.run(
        [tool, "--dump-json", "-I", os.path.join(root, "include"),
         "-I", "/usr/lib/llvm-22/include", os.path.join(root, name)],
        capture_output=True, text=True)
    if run.returncode != 0:
        return None
    return json.loads(run.stdout)


def check_records(report, name, records):
    for record in records["!instanceof"].get("Op", []):
        op = records[record]
        label = f"{name}: op {op['opName']}"
        if not op.get("summary") or not op.get("description"):
            report.add("documented ops", f"{label}: summary or description missing")
        elif "```mlir" not in op["description"]:
            report.add("documented ops", f"{label}: no example")


def check_passes(report, root, name, records):
    for record in records["!instanceof"].get("PassBase", []):
        entry = records[record]
        argument = entry["argument"]
        if not entry.get("summary") or not entry.get("description"):
            report.add("documented passes",
                       f"{name}: {argument}: summary or description missing")
        candidates = [os.path.join(root, "test", d, argument + ".mlir")
                      for d in ("Transforms", "Conversion", "Dialect/Ruchy")]
        if not any(os.path.exists(c) for c in candidates):
            report.add("tested passes", f"{name}: no test/*/{argument}.mlir")


def check_tablegen(report, root, names):
    for rule in ("documented ops", "documented passes", "tested passes"):
        report.rule(rule)
    ours = [n for n in names if n.startswith("include/") and n.endswith(".td")]
    seen = set()
    for name in ours:
        records = dump_tablegen(root, name)
        if records is None:
            continue
        for key in ("Op", "PassBase"):
            fresh = [r for r in records["!instanceof"].get(key, [])
                     if r not in seen and not is_foreign(root, names, r)]
            seen.update(fresh)
            records["!instanceof"][key] = fresh
        check_records(report, name, records)
        check_passes(report, root, name, records)


def is_foreign(root, names, record, cache={}):
    """True for records that an included MLIR file defines."""
    if not cache:
        for name in names:
            if name.endswith(".td"):
                with open(os.path.join(root, name), encoding="utf-8") as f:
                    cache.update((d, 1) for d in
                                 re.findall(r"^\s*def(?:m)? (\w+)", f.read(), re.M))
    return record not in cache


def main():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    report = Report()
    for rule in ("file length", "function length", "SPDX line",
                 "documented headers", "no unfinished marks"):
        report.rule(rule)
    names = [n for n in list_files(root) if n.startswith(SOURCE_DIRS) or "/" not in n]
    lengths = []
    for name in names:
        if not (name.startswith(SOURCE_DIRS)
                or os.path.basename(name) in ("CMakeLists.txt", "Makefile")):
            continue
        with open(os.path.join(root, name), encoding="utf-8", errors="replace") as f:
            text = f.read()
        check_header_lines(report, name, text)
        if name.startswith(CODE_DIRS):
            lengths += check_sizes(report, name, text)
    if lengths:
        p95 = sorted(lengths)[int(len(lengths) * 0.95)]
        if p95 > FUNCTION_P95:
            report.add("function length",
                       f"95% of functions have at most {p95} lines, wanted {FUNCTION_P95}")
        print(f"style: {len(lengths)} functions, 95% within {p95} lines, "
              f"longest {max(lengths)}")
    check_tablegen(report, root, names)
    return 1 if report.finish() else 0


if __name__ == "__main__":
    sys.exit(main())
