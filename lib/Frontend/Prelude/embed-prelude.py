#!/usr/bin/env python3
#===- embed-prelude.py - Prelude files as a table of items -----------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
"""Writes one row {name, names of used items, text} per top-level item."""

import re
import sys

ITEM = re.compile(r"^(?:fun|enum) (\w+)", re.M)


def split(text):
    starts = [m.start() for m in ITEM.finditer(text)] + [len(text)]
    for begin, end in zip(starts, starts[1:]):
        body = re.sub(r"(?m)^\s*//.*\n", "", text[begin:end])
        yield ITEM.match(body).group(1), body.rstrip() + "\n"


def main():
    output, inputs = sys.argv[1], sys.argv[2:]
    items = {}
    for path in inputs:
        with open(path, encoding="utf-8") as file:
            items.update(split(file.read()))
    with open(output, "w", encoding="utf-8") as out:
        for name, body in items.items():
            words = set(re.findall(r"\w+", body)) - {name}
            uses = " ".join(sorted(words & items.keys()))
            out.write(f'{{"{name}", "{uses}", R"ruchy({body})ruchy"}},\n')


main()
