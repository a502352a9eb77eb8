#===- wasm-interface.py - Imports and exports of a module -----------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===#

"""Prints one line per import and export of a WebAssembly module."""

import sys


class Reader:
    """Decodes the primitive forms of the binary format."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def number(self):
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return result

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def name(self):
        return self.take(self.number()).decode()

    def limits(self):
        flags = self.byte()
        self.number()
        if flags & 1:
            self.number()


def print_imports(section):
    for _ in range(section.number()):
        module, field = section.name(), section.name()
        kind = section.byte()
        if kind == 0:
            section.number()
        elif kind == 1:
            section.byte()
            section.limits()
        elif kind == 2:
            section.limits()
        else:
            section.take(2)
        print("import", module, field)


def print_exports(section):
    for _ in range(section.number()):
        print("export", section.name())
        section.byte()
        section.number()


def main():
    with open(sys.argv[1], "rb") as f:
        module = Reader(f.read())
    module.take(8)
    while module.at < len(module.data):
        kind = module.byte()
        section = Reader(module.take(module.number()))
        if kind == 2:
            print_imports(section)
        elif kind == 7:
            print_exports(section)


if __name__ == "__main__":
    main()
