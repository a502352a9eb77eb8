#===- __init__.py - An independent interpreter of the language ------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""`run(text, name)` gives what a program prints to standard output and standard
error and its exit code. It shares no code with the compiler. It knows the part
of the language that the generator writes; other constructs are exit code 3."""

import sys
import threading

from .containers import Interpreter
from .items import FullParser
from .lexer import RErr, SynErr, lex
from .values import Env, Fn, Ret

NOT_SUPPORTED = 3


def run(text, name):
    try:
        program = FullParser(lex(text)).program()
    except (SynErr, IndexError) as error:
        return "", f"oracle: {error}\n", NOT_SUPPORTED
    it, code = Interpreter(name), 0
    it._env = it.g
    try:
        it.hoist(program[2], it.g)
        ended = False
        try:
            for statement in program[2]:
                it.ev(statement, it.g)
        except Ret:
            ended = True
        start = it.g.d.get("main")
        if not ended and not it.main and isinstance(start, Fn):
            it.run(start, it.bind(start, [], {}, start.pos))
    except RErr as error:
        it.err.append(f"Error: Evaluation error: {error.text}\n"
                      f"  at {name}:{error.p[0]}:{error.p[1]}\n")
        code = 1
    except SynErr as error:
        return "", f"oracle: {error}\n", NOT_SUPPORTED
    return "".join(it.out), "".join(it.err), code


def run_deep(text, name):
    """`run`, with a stack that is large enough for recursion."""
    result = []
    sys.setrecursionlimit(10 ** 6)
    threading.stack_size(1 << 29)
    thread = threading.Thread(target=lambda: result.append(run(text, name)))
    thread.start()
    thread.join()
    return result[0] if result else ("", "oracle failed\n", NOT_SUPPORTED)
