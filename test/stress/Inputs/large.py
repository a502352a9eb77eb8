#===- large.py - Large programs that are fine -----------------------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===#
"""Writes a large program of the given shape.

usage: large.py functions|statements|branches|lines|table N
"""

import sys


def functions(count):
    """Functions that call the one before."""
    yield "fun f0(a) { a + 1 }"
    for i in range(1, count):
        yield f"fun f{i}(a) {{ if a > {i} {{ a }} else {{ f{i - 1}(a) + {i % 3} }} }}"
    yield f"println(f{count - 1}(0))"


def statements(count):
    """One function with many variables."""
    yield "#[inline(never)]\nfun f(n) {\n  let v0 = n"
    for i in range(1, count):
        yield f"  let v{i} = v{i - 1} * {i % 3} + {i}"
    yield f"  v{count - 1}\n}}\nprintln(f(1), f(2))"


def branches(count):
    """One function with many conditions and calls that can fail."""
    yield "#[inline(never)]\nfun f(n) {\n  let mut x = n\n  let mut a = [n]"
    for i in range(count // 4):
        yield (f"  x = x % 1000 + {i}\n  if x > n {{ a.push(x) }}\n"
               f"  let y{i} = a[{i % 2}] - x\n  x = x + y{i} / 7")
    yield "  x\n}\nprintln(f(1) + f(2))"


def lines(count):
    """A script."""
    for i in range(count):
        yield f"let g{i} = {i} + {i}" if i % 2 else f"print({i % 10})"
    yield "println()"


def table(count):
    """One long literal."""
    yield "let t = [" + ", ".join(str(i % 97) for i in range(count)) + "]"
    yield f"println(t[{count - 1}])"


if __name__ == "__main__":
    for text in globals()[sys.argv[1]](int(sys.argv[2])):
        print(text)
