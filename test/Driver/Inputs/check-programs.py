#===- check-programs.py - `ruchy check` on programs that run --------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Checks all programs of a folder that are expected to end with code 0."""

import glob
import os
import re
import subprocess
import sys

RUCHY, FOLDER = sys.argv[1:]


def succeeds(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        head = f.read(4096)
    code = re.search(r"^//\s*EXIT:\s*(\d+)", head, re.M)
    return "%run-all-modes" in head and (not code or code.group(1) == "0")


def main():
    paths = [path for path in sorted(glob.glob(
        os.path.join(FOLDER, "**", "*.ruchy"), recursive=True))
             if succeeds(path)]
    done = subprocess.run([RUCHY, "check", *paths], capture_output=True,
                          text=True)
    errors = re.findall(r"^.*: error.*$", done.stderr, re.M)
    print("\n".join(errors) or done.stderr)
    sys.exit(done.returncode != 0 or len(paths) < 100)


main()
