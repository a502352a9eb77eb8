#===- explained-examples.py - The examples of `ruchy explain` -------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Checks that the wrong example of each code gets the code and that the right
one gets no error. Codes of running programs: the wrong example ends with exit
code 1 instead."""

import os
import re
import subprocess
import sys

RUCHY, FOLDER = sys.argv[1:]
UNSUPPORTED = "R0300"
ONLY_AT_RUN_TIME = {"R0142", "R0143", "R0144", "R0145"}


def run(*arguments):
    done = subprocess.run([RUCHY, *arguments], capture_output=True, text=True,
                          timeout=60)
    return done.returncode, done.stdout, done.stderr


def example(text, title):
    match = re.search(rf"^{title}:\n\n((?:(?:    .*)?\n)+)", text, re.M)
    return match and re.sub(r"^    ", "", match.group(1), flags=re.M)


def codes_of(source, name):
    path = os.path.join(FOLDER, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(source)
    code, _, errors = run("check", path)
    errors_found = set(re.findall(r" error\[(R\d+)\]", errors))
    found = set(re.findall(r"(?:error|warning)\[(R\d+)\]", errors))
    return code, errors_found, found, path


def problems(code):
    text = run("explain", code)[1]
    wrong, right = example(text, "Wrong"), example(text, "Right")
    if wrong is None:
        return
    _, _, found, path = codes_of(wrong, code + "-wrong.ruchy")
    if code in ONLY_AT_RUN_TIME:
        if run("run", path)[0] != 1:
            yield "the wrong example runs"
    elif code not in found:
        yield f"the wrong example gets {sorted(found)}"
    _, errors, found, _ = codes_of(right, code + "-right.ruchy")
    if errors - {UNSUPPORTED} or code in found:
        yield f"the right example gets {sorted(found)}"


def main():
    codes = re.findall(r"^(R\d+)  ", run("explain")[1], re.M)
    failures = [f"{code}: {problem}" for code in codes
                for problem in problems(code)]
    print("\n".join(failures))
    sys.exit(bool(failures) or len(codes) < 60)


main()
