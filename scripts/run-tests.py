#!/usr/bin/env python3
#===- run-tests.py - Runs every test and prints one sum -------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Runs the style rules, all GoogleTest programs and all lit tests.

The last line is `N passed, N failed`, with `, N skipped` when there are any.
"""

import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys

LIT = "/usr/lib/llvm-22/bin/lit"
PASSING = ("PASS", "XFAIL", "FLAKYPASS")
SKIPPED = ("UNSUPPORTED", "EXCLUDED", "SKIPPED")


def run_style(root):
    script = os.path.join(root, "scripts", "check-style.py")
    run = subprocess.run([sys.executable, script], capture_output=True, text=True)
    print(run.stdout, end="")
    print(run.stderr, end="", file=sys.stderr)
    match = re.search(r"(\d+) passed, (\d+) failed\s*$", run.stdout)
    counts = collections.Counter()
    if not match:
        counts["failed"] += 1
    else:
        counts["passed"] += int(match.group(1))
        counts["failed"] += int(match.group(2))
    return counts


def count_gtest(report):
    """Counts of one GoogleTest JSON report; None when it is incomplete."""
    counts = collections.Counter()
    for suite in report["testsuites"]:
        for test in suite["testsuite"]:
            if test.get("failures"):
                counts["failed"] += 1
            elif test.get("result") in ("SKIPPED", "SUPPRESSED"):
                counts["skipped"] += 1
            else:
                counts["passed"] += 1
    return counts


def run_gtest(binary, report_path):
    if os.path.exists(report_path):
        os.remove(report_path)
    name = os.path.basename(binary)
    try:
        run = subprocess.run(
            [binary, f"--gtest_output=json:{report_path}", "--gtest_brief=1"],
            capture_output=True, text=True, errors="replace", timeout=900)
        code, output = run.returncode, run.stdout + run.stderr
    except subprocess.TimeoutExpired:
        code, output = -1, "timed out\n"
    counts = collections.Counter()
    if os.path.exists(report_path):
        with open(report_path, encoding="utf-8") as f:
            counts = count_gtest(json.load(f))
    # A crash leaves no report: that is a failure of the program itself.
    if code != 0 and not counts["failed"]:
        counts["failed"] += 1
    if code != 0:
        print(f"unittest {name} failed with code {code}")
        print(output[-8000:])
    return counts


def run_gtests(build):
    counts = collections.Counter()
    results = os.path.join(build, "test-results")
    os.makedirs(results, exist_ok=True)
    for binary in sorted(glob.glob(os.path.join(build, "unittests", "bin", "*"))):
        name = os.path.basename(binary)
        counts += run_gtest(binary, os.path.join(results, name + ".json"))
    return counts


def run_lit(build, jobs, filters):
    test_dir = os.path.join(build, "test")
    counts = collections.Counter()
    if not os.path.exists(os.path.join(test_dir, "lit.site.cfg.py")):
        return counts
    report = os.path.join(build, "test-results", "lit.json")
    if os.path.exists(report):
        os.remove(report)
    command = [LIT, f"-j{jobs}", "-q", "--order=smart", "--output", report, test_dir]
    for pattern in filters:
        command += ["--filter", pattern]
    run = subprocess.run(command)
    if not os.path.exists(report):
        counts["failed"] += 1
        return counts
    with open(report, encoding="utf-8") as f:
        tests = json.load(f)["tests"]
    for test in tests:
        if test["code"] in PASSING:
            counts["passed"] += 1
        elif test["code"] in SKIPPED:
            counts["skipped"] += 1
        else:
            counts["failed"] += 1
    if run.returncode != 0 and not counts["failed"]:
        counts["failed"] += 1
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build-dir", default="build")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--filter", action="append", default=[],
                        help="only lit tests that match this regular expression")
    args = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    build = os.path.abspath(args.build_dir)
    total = collections.Counter()
    for title, run in (("style", lambda: run_style(root)),
                       ("unit tests", lambda: run_gtests(build)),
                       ("lit", lambda: run_lit(build, args.jobs, args.filter))):
        if args.filter and title != "lit":
            continue
        counts = run()
        print(f"[{title}] {counts['passed']} passed, {counts['failed']} failed, "
              f"{counts['skipped']} skipped", flush=True)
        total += counts
    line = f"{total['passed']} passed, {total['failed']} failed"
    if total["skipped"]:
        line += f", {total['skipped']} skipped"
    print(line)
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
