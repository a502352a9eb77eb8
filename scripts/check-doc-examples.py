#!/usr/bin/env python3
#===- check-doc-examples.py - Programs in documents do what they say ------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Runs the programs of Markdown files and compares what they print.

A block that begins with ```ruchy is a program; the next block begins with
```text and is its output: standard output, then standard error. Each program
runs in the JIT.
"""

import argparse
import difflib
import os
import subprocess
import sys
import tempfile

TIMEOUT = 60


def read_blocks(path):
    """(language, line number, text) of each fenced block."""
    blocks, language, start, lines = [], None, 0, []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if language is None and line.startswith("```"):
                language, start, lines = line[3:].strip(), number, []
            elif language is not None and line.rstrip() == "```":
                blocks.append((language, start, "".join(lines)))
                language = None
            elif language is not None:
                lines.append(line)
    return blocks


def run(ruchy, source, folder):
    path = os.path.join(folder, "example.ruchy")
    with open(path, "w", encoding="utf-8") as f:
        f.write(source)
    try:
        done = subprocess.run([ruchy, "run", "example.ruchy"], cwd=folder,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return "timed out\n"
    text = done.stdout + done.stderr
    return text if done.returncode >= 0 else text + f"signal {-done.returncode}\n"


def check(ruchy, path, folder):
    """The number of programs in a file, and how many of them fail."""
    blocks = read_blocks(path)
    count = failed = 0
    for index, (language, line, source) in enumerate(blocks):
        if language != "ruchy":
            continue
        count += 1
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        if not follows or follows[0] != "text":
            print(f"{path}:{line}: no ```text block with the output follows")
            failed += 1
            continue
        actual = run(ruchy, source, folder)
        if actual == follows[2]:
            continue
        failed += 1
        print(f"{path}:{line}: prints something else")
        print("\n".join(difflib.unified_diff(
            follows[2].splitlines(), actual.splitlines(), "document", "program",
            lineterm="")))
    return count, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ruchy", default="build/bin/ruchy")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    ruchy = os.path.abspath(args.ruchy) if os.sep in args.ruchy else args.ruchy
    total = bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in args.files:
            count, failed = check(ruchy, path, folder)
            if not count:
                print(f"{path}: no program found")
                failed += 1
            total, bad = total + count, bad + failed
    print(f"{total} programs, {bad} failures")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
