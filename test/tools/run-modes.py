#!/usr/bin/env python3
#===- run-modes.py - One program in every way to execute it ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Runs a Ruchy program in every mode and compares what it does exactly.

Beside prog.ruchy: prog.ruchy.out (stdout; absent = empty), prog.ruchy.err
(stderr; absent = empty) and prog.ruchy.in (stdin). Header comments of the
program: `// EXIT: 1`, `// ARGS: a b`, `// MODES: native` (only where language.md
lets targets differ). Leak check is always on. Signals, traps and timeouts are
failures whatever is expected.

RUCHY_TEST_MODES=all runs every optimisation level in every mode;
RUCHY_TEST_MODES=jit-O0,wasm32-O2 runs just those. RUCHY_TEST_RESULTS=FOLDER
leaves a file per program there that says which modes it passed.
"""

import argparse
import difflib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

DEFAULT_MODES = ["jit-O0", "jit-O2", "x86_64-O2", "x86_64-O3", "aarch64-O2",
                 "wasm32-O2"]
TARGETS = ["jit", "x86_64", "aarch64", "wasm32"]
LEVELS = ["O0", "O1", "O2", "O3", "Os"]
TIMEOUT = 120
HERE = os.path.dirname(os.path.abspath(__file__))


class Program:
    """A program and what it has to do."""

    def __init__(self, path):
        self.path = path
        with open(path, encoding="utf-8", errors="replace") as f:
            head = f.read(4096)
        self.exit_code = int(self.header(head, "EXIT", "0"))
        self.arguments = shlex.split(self.header(head, "ARGS", ""))
        self.modes = self.header(head, "MODES", "").replace(",", " ").split()
        self.stdout = self.side_file(".out")
        self.stderr = self.side_file(".err")
        self.stdin = self.side_file(".in")

    @staticmethod
    def header(head, key, default):
        match = re.search(rf"^//\s*{key}:[ \t]*(.*?)[ \t]*$", head, re.M)
        return match.group(1) if match else default

    def side_file(self, suffix):
        try:
            with open(self.path + suffix, "rb") as f:
                return f.read()
        except FileNotFoundError:
            return b""


class Result:
    """What a process did."""

    def __init__(self, code, stdout, stderr):
        self.code, self.stdout, self.stderr = code, stdout, stderr


def run(command, stdin=b"", environment=None):
    env = dict(os.environ)
    env.pop("RUCHY_LEAK_CHECK", None)
    env.update(environment or {})
    try:
        done = subprocess.run(command, input=stdin, capture_output=True,
                              env=env, timeout=TIMEOUT)
        return Result(done.returncode, done.stdout, done.stderr)
    except subprocess.TimeoutExpired as expired:
        return Result(-1, expired.stdout or b"", b"timed out\n")
    except FileNotFoundError as error:
        return Result(-1, b"", f"cannot run: {error}\n".encode())


def node_command():
    """node, with the flags that its version needs for our modules."""
    if not hasattr(node_command, "cached"):
        command = ["node", "--no-warnings"]
        version = run(["node", "--version"]).stdout.decode()
        match = re.match(r"v(\d+)", version)
        if match and int(match.group(1)) < 20:
            # Tail calls came with node 20 and sit behind a flag before it.
            command.append("--experimental-wasm-return-call")
        node_command.cached = command
    return node_command.cached


def runner_of(target):
    if target == "aarch64":
        return ["qemu-aarch64"]
    if target == "wasm32":
        return node_command() + [os.path.join(HERE, "run-wasi.mjs")]
    return []


def execute(ruchy, program, mode, temp):
    """Runs `program` in `mode`; a failed compilation is the result as well."""
    target, level = mode.split("-")
    if target == "jit":
        return run([ruchy, "run", "-" + level, "--leak-check", program.path]
                   + program.arguments, program.stdin, {"RUCHY_LEAK_CHECK": "1"})
    binary = os.path.join(temp, mode + (".wasm" if target == "wasm32" else ""))
    compiled = run([ruchy, "compile", program.path, "-o", binary, "-" + level,
                    "--target=" + target, "--leak-check"])
    if compiled.code != 0:
        return compiled
    if compiled.stderr or compiled.stdout:
        return Result(-1, compiled.stdout, b"the compiler printed:\n" + compiled.stderr)
    return run(runner_of(target) + [binary] + program.arguments, program.stdin)


def diff(title, expected, actual):
    lines = difflib.unified_diff(
        expected.decode(errors="backslashreplace").splitlines(),
        actual.decode(errors="backslashreplace").splitlines(),
        f"expected {title}", f"actual {title}", lineterm="", n=2)
    text = "\n".join(line[:300] for line in list(lines)[:60])
    return text or f"{title}: differs in white space at line ends or in the last newline"


def problems(program, result):
    """The differences between what was wanted and what happened."""
    # Diagnostics name the file as it was given; expectations name it alone.
    folder = os.path.dirname(program.path).encode() + b"/"
    stderr = result.stderr.replace(folder, b"") if len(folder) > 1 else result.stderr
    found = []
    if result.code != program.exit_code:
        kind = f" (signal {-result.code})" if result.code < -1 else ""
        found.append(f"exit code: expected {program.exit_code}, got {result.code}{kind}")
    if result.stdout != program.stdout:
        found.append(diff("stdout", program.stdout, result.stdout))
    if stderr != program.stderr:
        found.append(diff("stderr", program.stderr, stderr))
    return found


def selected_modes(program):
    wanted = os.environ.get("RUCHY_TEST_MODES", "")
    modes = DEFAULT_MODES
    if wanted == "all":
        modes = [f"{t}-{l}" for t in TARGETS for l in LEVELS]
    elif wanted:
        modes = wanted.split(",")
    if not program.modes:
        return modes
    allowed = set(program.modes)
    if "native" in allowed:
        allowed |= {"jit", "x86_64", "aarch64"}
    return [m for m in modes if m in allowed or m.split("-")[0] in allowed]


def write_results(path, outcomes):
    """For scripts/update-readme-modes.py."""
    folder = os.environ.get("RUCHY_TEST_RESULTS")
    if not folder:
        return
    area, name = os.path.split(os.path.abspath(path))
    area = os.path.basename(area)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"{area}.{name}.json"), "w") as f:
        json.dump({"area": area, "program": name, "modes": outcomes}, f)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ruchy", default="ruchy")
    parser.add_argument("--temp", default="run-modes.tmp")
    parser.add_argument("--wasi", metavar="RUNNER", help="only run a .wasm file")
    parser.add_argument("program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    if args.wasi:
        command = node_command() + [args.wasi, args.program] + args.arguments
        return subprocess.run(command).returncode

    program = Program(args.program)
    modes = selected_modes(program)
    if not modes:
        print("no mode is left to run")
        return 0 if os.environ.get("RUCHY_TEST_MODES") else 1
    shutil.rmtree(args.temp, ignore_errors=True)
    os.makedirs(args.temp)
    failed, outcomes = [], {}
    for mode in modes:
        found = problems(program, execute(args.ruchy, program, mode, args.temp))
        outcomes[mode] = not found
        if found:
            failed.append(mode)
            print(f"=== {os.path.basename(program.path)}: mode {mode} failed")
            print("\n".join(found))
    write_results(args.program, outcomes)
    if not failed:
        shutil.rmtree(args.temp, ignore_errors=True)
        return 0
    print(f"=== failed: {' '.join(failed)}; files are in {args.temp}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
