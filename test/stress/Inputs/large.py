#===- large.py - Large programs that are fine -----------------------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===#
"""Writes a large program of the given shape.

usage: large.py functions|statements|branches|lines|table|straight|
       looped|concatenation N
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


def straight(count):
    """A top level without loops where every statement can fail."""
    yield ("fun fill(n) {\n  let mut values = []\n"
           "  for i in 0..n { values.push(i + 1) }\n  values\n}\n"
           "let mut v = fill(9)\nlet mut a = v[2]")
    for i in range(count // 2):
        yield f"v[a % 3] = v[{i % 3}] % 100 + a % 10"
        yield f"a = v[{i % 2}] / (a % 7 + 1) + {i % 5}"
    yield "println(a >= 0)"


def looped(count):
    """The same with a loop, so that it is not all code that is rare."""
    yield from straight(count)
    yield "for i in 0..1000 { a = a * 7 % 1009 + i }\nprintln(a > 0)"


def concatenation(count):
    """One expression of many texts."""
    yield "fun text(n) { f\"<{n}>\" }\nlet a = text(1).len()"
    parts = " + ".join(f'f"{{a + {i}}}"' for i in range(count))
    yield f"println(({parts}).len())"


if __name__ == "__main__":
    for text in globals()[sys.argv[1]](int(sys.argv[2])):
        print(text)
