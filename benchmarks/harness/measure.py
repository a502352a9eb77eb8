#===- measure.py - Runs one command and takes its times -------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""One process, from spawn to exit: wall time, user CPU time and output."""

import os
import signal
import statistics
import time
from dataclasses import dataclass, field


@dataclass
class Run:
    """What one run of a command gave."""

    wall_ms: float
    user_ms: float
    output: bytes
    exit_code: int
    timed_out: bool = False


@dataclass
class Samples:
    """All counted runs of one command."""

    wall_ms: list = field(default_factory=list)
    user_ms: list = field(default_factory=list)

    def add(self, run):
        self.wall_ms.append(run.wall_ms)
        self.user_ms.append(run.user_ms)

    def as_json(self):
        return {
            "runs": len(self.wall_ms),
            "wall_ms": summary(self.wall_ms),
            "user_ms": summary(self.user_ms),
        }


def summary(values):
    return {
        "median": round(statistics.median(values), 4),
        "min": round(min(values), 4),
    }


def drain(fd):
    chunks = []
    while chunk := os.read(fd, 65536):
        chunks.append(chunk)
    return b"".join(chunks)


def run_command(command, timeout):
    """Runs `command` and waits for it; at most 64 KB of output are expected.

    The pipe is read after the exit, so that reading is not part of the time.
    """
    read_end, write_end = os.pipe()
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, write_end, 1),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_CLOSE, read_end),
    ]
    expired = False
    start = time.perf_counter()
    pid = os.posix_spawn(
        command[0], command, os.environ, file_actions=actions, setpgroup=0
    )

    def expire(_signal, _frame):
        nonlocal expired
        expired = True
        os.killpg(pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, timeout)
    try:
        _, status, usage = os.wait4(pid, 0)
        wall = time.perf_counter() - start
    except KeyboardInterrupt:
        os.killpg(pid, signal.SIGKILL)
        raise
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.close(write_end)
    output = drain(read_end)
    os.close(read_end)
    return Run(
        wall_ms=wall * 1e3,
        user_ms=usage.ru_utime * 1e3,
        output=output,
        exit_code=os.waitstatus_to_exitcode(status),
        timed_out=expired,
    )


def measure(command, runs, timeout):
    """`runs` counted runs of one command after a warm-up; None if it fails."""
    samples = Samples()
    for index in range(runs + 1):
        run = run_command(command, timeout)
        if run.exit_code != 0:
            return None
        if index:
            samples.add(run)
    return samples
