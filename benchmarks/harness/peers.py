#===- peers.py - The languages and compilers compared ---------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Finds the peers, builds programs with them and says how to run the result.

A peer is described by data: the tool, a build command (or none) and a run
command, in which {tool}, {source} and {output} stand for the paths.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / "benchmarks" / "programs"
BUILD_TIMEOUT = 180


@dataclass
class Peer:
    """One way of running a program."""

    name: str
    suffix: str
    tool: str
    build: tuple
    run: tuple
    version: tuple = ("--version",)

    def installed(self):
        return self.tool is not None

    def is_ours(self):
        return self.name in ("ruchy", "ruchy-run")

    def version_text(self):
        """The first number with a dot in what the tool says about itself."""
        done = subprocess.run(
            [self.tool, *self.version], capture_output=True, text=True
        )
        match = re.search(r"\d+\.\d[\w.+-]*", done.stdout + done.stderr)
        return match.group(0) if match else "unknown"


class BuildError(Exception):
    """A program that a peer could not build."""


def find(*candidates):
    """The first candidate that is there: names from PATH or absolute paths."""
    for candidate in candidates:
        found = candidate and shutil.which(str(candidate))
        if found:
            return os.path.abspath(found)
    return None


def peer_home(name):
    """Where scripts/install-peers.sh puts what is not a Debian package."""
    return Path(os.environ.get("RUCHY_PEERS", "/opt")) / name / "bin"


def all_peers(our_ruchy):
    """Every peer that the harness knows, installed or not, in table order."""
    ruchy = find(our_ruchy)
    existing = find(
        os.environ.get("RUCHY_PEER"),
        "ruchy-upstream",
        peer_home("ruchy-peer") / "ruchy",
    )
    mojo = find(peer_home("mojo-peer") / "mojo", "mojo")
    native = ("{output}",)
    script = ("{tool}", "{source}")
    c_build = ("{tool}", "-O3", "{source}", "-o", "{output}", "-lm")
    return [
        Peer("gcc", "c", find("gcc"), c_build, native),
        Peer("clang", "c", find("clang-22"), c_build, native),
        Peer(
            "ruchy",
            "ruchy",
            ruchy,
            ("{tool}", "compile", "-O3", "{source}", "-o", "{output}"),
            native,
        ),
        Peer("ruchy-run", "ruchy", ruchy, (), ("{tool}", "run", "{source}")),
        Peer("luajit", "lua", find("luajit"), (), script, ("-v",)),
        Peer("node", "js", find("node"), (), script),
        Peer("python", "py", os.path.realpath(sys.executable), (), script),
        Peer(
            "crystal",
            "cr",
            find("crystal"),
            ("{tool}", "build", "--release", "{source}", "-o", "{output}"),
            native,
        ),
        Peer(
            "mojo",
            "mojo",
            mojo,
            ("{tool}", "build", "--fp-mode", "contract=off")
            + ("{source}", "-o", "{output}"),
            native,
        ),
        Peer(
            "existing-run",
            "ruchy",
            existing,
            (),
            ("{tool}", "run", "{source}"),
        ),
        Peer(
            "existing-compile",
            "ruchy",
            existing,
            ("{tool}", "compile", "{source}", "-o", "{output}"),
            native,
        ),
    ]


def fill(template, tool, source, output):
    names = {"tool": tool, "source": str(source), "output": str(output)}
    return [part.format(**names) for part in template]


def fingerprint(command, tool, source):
    """Changes when the source, the command or the tool does."""
    stat = os.stat(tool)
    parts = [*command, str(stat.st_mtime_ns), str(stat.st_size)]
    text = "\0".join(parts).encode() + source.read_bytes()
    return hashlib.sha256(text).hexdigest()


def run_build(command, timeout=BUILD_TIMEOUT):
    """Runs a compiler; its output matters only when it fails."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        raise BuildError(f"build took more than {timeout} s") from None
    if done.returncode != 0:
        raise BuildError("build failed")


def executable(program, name, work):
    """Where the executable of a program for a peer or target is put."""
    return work / f"{program}.{name}.exe"


def prepare(peer, program, work):
    """Builds `program` with `peer` and returns the command that runs it.

    Builds of other languages are kept between sessions of the harness while
    nothing that they depend on changes; ours are always built anew.
    """
    source = PROGRAMS / program / f"{program}.{peer.suffix}"
    if not source.exists():
        raise BuildError("no program")
    output = executable(program, peer.name, work)
    if peer.build:
        command = fill(peer.build, peer.tool, source, output)
        stamp = output.with_name(output.name + ".stamp")
        key = fingerprint(command, peer.tool, source)
        known = stamp.exists() and stamp.read_text() == key
        if peer.is_ours() or not known or not output.exists():
            output.unlink(missing_ok=True)
            run_build(command)
            if not output.exists():
                raise BuildError("build wrote nothing")
            stamp.write_text(key)
    return fill(peer.run, peer.tool, source, output)
