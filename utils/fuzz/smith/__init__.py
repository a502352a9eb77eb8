#===- __init__.py - Random programs over the whole language ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""The generator of ruchy-smith.py, and beside it an area of the language per
file: each is a mixin that adds kinds of values, expressions and statements.

`generate(seed)` gives one program, `generate_batch(seeds)` many as functions of
one file, each of which runs in its own try.
"""

from .base import FEATURES, Base, DEEP_PRELUDE
from .closures import Closures
from .data import Data
from .flow import Flow
from .patterns import Patterns
from .shapes import Shapes
from .types import Types

__all__ = ["FEATURES", "generate", "generate_batch"]


class FullSmith(Shapes, Flow, Patterns, Closures, Types, Data, Base):
    pass


def generate(seed, errors=None, features=None, wrap=False):
    """The text of the program of `seed`; with `wrap` the same program in which
    most values pass through a function of many kinds."""
    smith = FullSmith(seed, errors, features, wrap)
    return smith.whole(smith.part())


def generate_batch(seeds, errors=None, features=None, wrap=False):
    """The programs of all seeds in one file; the last one may end it."""
    lines = DEEP_PRELUDE.rstrip("\n").split("\n")
    calls = []
    for number, seed in enumerate(seeds):
        smith = FullSmith(seed, errors, features, wrap, tag=f"_{number}")
        part = smith.part()
        lines += part.declarations + part.functions
        lines += [f"fun part_{number}() {{"] + part.body + ["}"]
        last = number == len(seeds) - 1
        calls.append(f'println("part {seed}")')
        calls.append(f"part_{number}()" if last else
                     f'try {{ part_{number}() }} catch e {{ println("error:", e) }}')
    return "\n".join(lines + calls) + "\n"
