#!/usr/bin/env python3
#===- run.py - Measures Ruchy against other languages ---------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Builds the benchmark programs with every peer found, runs them interleaved,
checks that all print the same, and reports times, sizes and ratios to C."""

import argparse
import datetime
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from harness import measure, peers, report

HERE = Path(__file__).resolve().parent
WORK = peers.ROOT / "build" / "bench"
LATEST = HERE / "results" / "latest.json"
TARGETS = ("x86_64", "aarch64", "wasm32")
# Cheap programs first; new folders are found and appended.
ORDER = (
    ["hello", "fib20", "fib35", "primes", "array_sum", "nested_loops"]
    + ["string_append_10k", "string_append_1m", "matmul100", "matmul300"]
    + ["lcg", "nbody", "type_specialized"]
)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="few, short runs")
    parser.add_argument("--only", help="programs, separated by commas")
    parser.add_argument("--peers", help="peers, separated by commas")
    parser.add_argument("--runs", type=int, help="counted runs per program")
    parser.add_argument("--timeout", type=float, help="seconds per run")
    parser.add_argument(
        "--ruchy",
        type=Path,
        default=peers.ROOT / "build" / "bin" / "ruchy",
        help="our compiler (default: build/bin/ruchy)",
    )
    parser.add_argument("--json", type=Path, help="where to write the results")
    parser.add_argument(
        "--check", action="store_true", help="exit 1 when a figure is missed"
    )
    options = parser.parse_args()
    options.runs = options.runs or (3 if options.quick else 15)
    options.ruchy = options.ruchy.absolute()
    options.timeout = options.timeout or (10.0 if options.quick else 20.0)
    return options


def chosen(names, wanted, what):
    """The names that the user asked for, in our order."""
    if not wanted:
        return names
    asked = wanted.split(",")
    for name in asked:
        if name not in names:
            sys.exit(f"run.py: no such {what}: {name}")
    return [name for name in names if name in asked]


def all_programs():
    found = {p.name for p in peers.PROGRAMS.iterdir() if p.is_dir()}
    return [p for p in ORDER if p in found] + sorted(found - set(ORDER))


def note(text):
    print(text, file=sys.stderr, flush=True)


def failed(reason):
    return {"status": "failed", "reason": reason}


def problem_of(run, expected, timeout):
    """Why a run does not count, None when it does."""
    if run.timed_out:
        return f"timeout after {timeout:g} s"
    if run.exit_code != 0:
        return f"exit code {run.exit_code}"
    return None if run.output == expected else "wrong output"


def rounds_for(first, runs):
    """How many further runs a program gets after one that took `first` ms."""
    if first < 1000:
        return runs
    return min(runs, 2) if first < 5000 else 0


class Contest:
    """One program on every peer."""

    def __init__(self, program, rivals, options):
        self.program = program
        self.options = options
        folder = peers.PROGRAMS / program
        self.expected = (folder / f"{program}.expected").read_bytes()
        self.cells = {}
        self.commands = {}
        self.samples = {}
        self.rounds = {}
        for peer in rivals:
            self.enter(peer)

    def enter(self, peer):
        if not peer.installed():
            self.cells[peer.name] = {"status": "not installed"}
            return
        try:
            command = peers.prepare(peer, self.program, WORK)
        except peers.BuildError as error:
            self.cells[peer.name] = failed(str(error))
            return
        self.cells[peer.name] = {"status": "ok"}
        self.commands[peer.name] = command
        self.samples[peer.name] = measure.Samples()
        self.warm_up(peer.name)

    def warm_up(self, name):
        """The first run checks the output; only a slow one is counted."""
        run = self.run_once(name)
        if run:
            self.rounds[name] = rounds_for(run.wall_ms, self.options.runs)
            if self.rounds[name] < self.options.runs:
                self.samples[name].add(run)

    def run_once(self, name):
        timeout = self.options.timeout
        run = measure.run_command(self.commands[name], timeout)
        problem = problem_of(run, self.expected, timeout)
        if problem:
            self.cells[name] = failed(problem)
            del self.commands[name]
            return None
        return run

    def measure(self):
        """Runs the peers in turn, starting with another one each time."""
        for turn in range(self.options.runs):
            names = [n for n in self.commands if turn < self.rounds[n]]
            shift = turn % len(names) if names else 0
            for name in names[shift:] + names[:shift]:
                run = self.run_once(name)
                if run:
                    self.samples[name].add(run)
        for name in self.commands:
            self.cells[name].update(self.samples[name].as_json())
        return self.cells


def file_size(path):
    return path.stat().st_size if path.exists() else None


def binary_sizes(programs, ruchy):
    """Sizes of our executables for each target, and of the C twins."""
    sizes = {}
    for program in programs:
        row = {
            name: file_size(peers.executable(program, name, WORK))
            for name in report.C_PEERS
        }
        for target in TARGETS:
            row[target] = target_size(program, target, ruchy)
        sizes[program] = row
    return sizes


def target_size(program, target, ruchy):
    if ruchy is None or not ruchy.installed():
        return None
    source = peers.PROGRAMS / program / f"{program}.ruchy"
    output = peers.executable(program, target, WORK)
    output.unlink(missing_ok=True)
    command = [ruchy.tool, "compile", "-O3", f"--target={target}"]
    try:
        peers.run_build([*command, str(source), "-o", str(output)])
    except peers.BuildError:
        return None
    return file_size(output)


def measured(command, options):
    """A cell of the start-up table."""
    if command[0] is None:
        return {"status": "not installed"}
    samples = measure.measure(command, options.runs, options.timeout)
    if samples is None:
        return failed("did not run")
    return {"status": "ok", **samples.as_json()}


def empty_programs(gcc):
    """C programs that do nothing: the price of a process."""
    source = WORK / "empty.c"
    source.write_text("int main(void) { return 0; }\n")
    commands = {}
    for name, flags in (("dynamic", []), ("static", ["-static"])):
        output = WORK / f"empty.{name}"
        command = [gcc, "-O3", *flags, str(source), "-o", str(output)]
        try:
            peers.run_build(command)
        except peers.BuildError:
            continue
        commands[f"empty C program, {name}"] = [str(output)]
    return commands


def startup_times(rivals, options):
    """What it costs to start each tool."""
    by_name = {peer.name: peer for peer in rivals}
    tool = {name: peer.tool for name, peer in by_name.items()}

    def hello(suffix):
        return str(peers.PROGRAMS / "hello" / f"hello.{suffix}")

    commands = empty_programs(tool["gcc"]) if tool.get("gcc") else {}
    if "ruchy" in tool or "ruchy-run" in tool:
        ours = tool.get("ruchy", tool.get("ruchy-run"))
        commands["ruchy --version"] = [ours, "--version"]
        commands["ruchy run hello"] = [ours, "run", hello("ruchy")]
    if "mojo" in tool:
        commands["mojo run hello"] = [tool["mojo"], "run", hello("mojo")]
    if "existing-run" in tool:
        existing = tool["existing-run"]
        commands["existing run hello"] = [existing, "run", hello("ruchy")]
    return {name: measured(cmd, options) for name, cmd in commands.items()}


def compile_time(ruchy, options):
    """Time of compiling 1 000 lines at -O2; the result must run correctly."""
    cell = {"lines": 1000, "status": "not installed"}
    if ruchy is None or not ruchy.installed():
        return cell
    generator = [sys.executable, str(HERE / "gen_lines.py")]
    source, output = WORK / "lines.ruchy", WORK / "lines.exe"
    source.write_bytes(subprocess.check_output(generator))
    expected = subprocess.check_output([*generator, "--expected"])
    command = [ruchy.tool, "compile", "-O2", str(source), "-o", str(output)]
    cell.update(measured(command, options))
    if cell["status"] == "ok":
        run = measure.run_command([str(output)], options.timeout)
        problem = problem_of(run, expected, options.timeout)
        if problem:
            cell = {"lines": 1000, **failed(problem)}
    return cell


def machine():
    """What the numbers depend on; nothing that tells whose machine it is."""
    model = "unknown"
    try:
        text = Path("/proc/cpuinfo").read_text()
        match = re.search(r"model name\s*:\s*(.*)", text)
        model = match.group(1).strip() if match else model
    except OSError:
        pass
    return {
        "cpu": model,
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "load": round(os.getloadavg()[0], 2),
    }


def describe(rivals):
    return [
        {
            "name": peer.name,
            "installed": peer.installed(),
            "version": peer.version_text() if peer.installed() else None,
        }
        for peer in rivals
    ]


def collect(options):
    every = {peer.name: peer for peer in peers.all_peers(options.ruchy)}
    names = chosen(list(every), options.peers, "peer")
    rivals = [every[name] for name in names]
    programs = chosen(all_programs(), options.only, "program")
    results = {
        "schema": 1,
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "settings": {"runs": options.runs, "timeout_s": options.timeout},
        "peers": describe(rivals),
        "programs": {},
    }
    if results["machine"]["load"] > 0.5:
        note("the machine is busy: times will be too long and uneven")
    for program in programs:
        note(f"{program} ...")
        contest = Contest(program, rivals, options)
        results["programs"][program] = contest.measure()
    report.add_ratios(results["programs"])
    results["geomean"] = report.geometric_means(results["programs"])
    note("sizes, start and compile time ...")
    ours = every["ruchy"] if "ruchy" in names else None
    results["sizes"] = binary_sizes(programs, ours)
    results["startup"] = startup_times(rivals, options)
    results["compile_time"] = compile_time(ours, options)
    results["verdicts"] = report.verdicts(results)
    return results


def is_partial(options):
    return bool(options.quick or options.only or options.peers)


def exit_code(results, options):
    """1 when one of our own modes fails, or a figure is missed (--check)."""
    for cells in results["programs"].values():
        for name in ("ruchy", "ruchy-run"):
            if cells.get(name, {}).get("status") == "failed":
                return 1
    missed = any(not entry["met"] for entry in results["verdicts"])
    return 1 if options.check and missed else 0


def main():
    options = parse_options()
    os.environ["LC_ALL"] = "C"
    os.environ.pop("RUCHY_LEAK_CHECK", None)
    os.environ["CRYSTAL_CACHE_DIR"] = str(WORK / "crystal-cache")
    WORK.mkdir(parents=True, exist_ok=True)
    target = options.json and options.json.absolute()
    if not target and not is_partial(options):
        target = LATEST
    os.chdir(WORK)
    results = collect(options)
    print(report.render(results))
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(results, indent=1) + "\n")
    return exit_code(results, options)


if __name__ == "__main__":
    sys.exit(main())
