#===- hostile.py - Input that is out to break the compiler ----------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===#
"""Gives the compiler hostile sources and holds it to its promise: a located
diagnostic and code 1, or a program; within seconds and a gigabyte.

usage: hostile.py RUCHY FOLDER
"""

import os
import re
import resource
import subprocess
import sys
import threading
import time

N = 10000
DEEP = "nesting too deep"
# Time and memory hold for one process on a machine that has others to do.
SECONDS = 2.0
KILOBYTES = 1 << 20


def invalid():
    """Sources that must be refused: name, text, part of the message."""
    yield "parens", "println(" + "(" * N + "1" + ")" * N + ")", DEEP
    yield "brackets", "let a = " + "[" * N + "]" * N, DEEP
    yield "blocks", "{ " * N + "1" + " }" * N, DEEP
    yield "minus", "let a = " + "- " * N + "1", DEEP
    yield "not", "let a = " + "!" * N + "true", DEEP
    yield "ifs", "if true { " * N + "1" + " }" * N, DEEP
    yield "else-if", "if a { 0 }" + " else if a { 1 }" * N, DEEP
    yield "types", "fun f(x: " + "Vec<" * N + "i32" + ">" * N + ") { x }", DEEP
    yield "references", "fun f(x: " + "&" * N + "i32) { x }", DEEP
    yield "functions", "fun f() { " * N + " }" * N, DEEP
    yield "lambdas", "let f = " + "|x| " * N + "1", DEEP
    yield "matches", "match 1 { _ => " * N + "1" + " }" * N, DEEP
    yield "calls", "println(" + "len(" * N + "[]" + ")" * N + ")", DEEP
    yield "indices", "let a = [0]\n" + "a[" * N + "0" + "]" * N, DEEP
    yield "objects", "let a = " + "{a: " * N + "1" + "}" * N, DEEP
    yield "patterns", "let " + "[" * N + "a" + "]" * N + " = 1", DEEP
    yield "sum", "println(1" + " + 1" * 100000 + ")", "expression too long"
    yield "digits", "println(" + "1" * 100000 + ")", "Invalid integer literal"
    yield "string", 'println("' + "a" * 10000000, "Unterminated string"
    yield "comments", "/*" * N, "Unterminated comment"
    yield "errors", "let = 1\n" * 100000, "Expected a pattern"
    yield "unknown", "$" * 1000000, "Expected an expression"
    yield "utf8", b"let a = \xff\xfe\nprintln(a)", "Invalid UTF-8"
    yield "utf8-comment", b"// \xff\xfe\nprintln(1)", "Invalid UTF-8"
    yield "utf16", "println(1)".encode("utf-16"), "Invalid UTF-8"
    yield "surrogate", b'println("\xed\xa0\x80")', "Unterminated string"
    yield "nul", b"let a = 1\0\nprintln(a)", "NUL character"
    yield "bom-inside", b"x = 1\n\xef\xbb\xbfx = 2", "Unexpected character"
    yield "bytes", bytes(range(256)) * 4096, "NUL character"


def valid():
    """Sources that must compile: name, text."""
    yield "empty", b""
    yield "byte-order-mark", b"\xef\xbb\xbf#!/usr/bin/env ruchy\nprintln(1)"
    yield "carriage-returns", b"println(1)\rprintln(2)\r\nprintln(3)\r"
    yield "parens-900", "println(" + "(" * 900 + "1" + ")" * 900 + ")"
    yield "blocks-900", "println(" + "{ " * 900 + "1" + " }" * 900 + ")"
    yield "else-if-900", "let x = 1\nif x == 0 { 0 }" + "".join(
        f" else if x == {i} {{ println({i}) }}" for i in range(900))
    yield "sum-5000", "let x = 1\nprintln(x" + " + x" * 5000 + ")"
    yield "and-5000", "let x = true\nprintln(x" + " && x" * 5000 + ")"
    yield "line-1MB", "x = 1; " * 60000 + "/*" + " " * 600000 + "*/ x = 2"
    yield "lines-100k", "x = 1\n" * 100000
    yield "comments-100k", "// comment\n" * 100000 + "println(1)"
    yield "blank-100k", "\n" * 100000
    yield "semicolons", ";" * 1000000
    yield "variables", "".join(f"let v{i} = {i}\n" for i in range(10000))
    yield "scopes", "{ let a = 1 }\n" * 20000
    yield "string-10MB", 'println(len("' + "a" * 10000000 + '"))'
    yield "name-1MB", "let " + "a" * 1000000 + " = 1"
    yield "float-digits", "println(1." + "1" * 100000 + ")"
    yield "exponent", "println(1e" + "1" * 100000 + ")"
    yield "array-50k", "let a = [" + "1, " * 50000 + "]\nprintln(len(a))"
    yield "nested-comments", "/*" * N + "*/" * N + "println(1)"


def run(command):
    """Code, output, seconds and kilobytes of a command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    killer = threading.Timer(60, process.kill)
    killer.start()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    killer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    # Time on the processor: others may be busy, too.
    seconds = min(time.monotonic() - start, usage.ru_utime + usage.ru_stime)
    return process.returncode, output.decode(errors="replace"), seconds, usage.ru_maxrss


def check(name, command, wanted_code, message, path):
    code, output, seconds, kilobytes = run(command)
    problems = []
    if code != wanted_code:
        problems.append(f"code {code}")
    if seconds > SECONDS:
        problems.append(f"{seconds:.1f} s")
    if kilobytes > KILOBYTES:
        problems.append(f"{kilobytes} KB")
    if message and not re.search(
            re.escape(path) + r":\d+:\d+: error\[R\d+\]: .*" + message, output):
        problems.append("no located diagnostic")
    if message and len(output) > 20000:
        problems.append(f"{len(output)} characters of output")
    if not message and output:
        problems.append("unexpected output")
    if problems:
        print(f"{name}: {', '.join(problems)}: {output[:300]!r}")
    return not problems


def main():
    ruchy, folder = sys.argv[1:]
    failed = passed = 0
    cases = [(n, t, m) for n, t, m in invalid()] + [(n, t, "") for n, t in valid()]
    for name, text, message in cases:
        path = os.path.join(folder, name + ".ruchy")
        output = os.path.join(folder, name + ".out")
        with open(path, "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())
        command = [ruchy, "compile", "-O0", path, "-o", output]
        good = check(name, command, 1 if message else 0, message, path)
        if os.path.exists(output) == bool(message):
            print(f"{name}: the output is {'there' if message else 'missing'}")
            good = False
        passed += good
        failed += not good
        os.remove(path)
        if os.path.exists(output):
            os.remove(output)
    print(f"{passed} passed, {failed} failed")
    left = os.listdir(folder)
    if left:
        print(f"left behind: {left}")
    return 1 if failed or left else 0


if __name__ == "__main__":
    # A compiler that runs away must not take the machine along.
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    sys.exit(main())
