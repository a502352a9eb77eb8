#!/bin/bash
#===- check-asan.sh - The tests under AddressSanitizer and UBSan -----------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
#
# check-asan.sh [JOBS [PATTERN]]
#
# Builds compiler and runtime of the preset `asan` and runs the lit tests, or
# those that match PATTERN. Programs run in the JIT only: executables contain
# the runtime of their target, which has no sanitizers. The last line is
# `N passed, N failed`.
#
#===------------------------------------------------------------------------===#

set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${1:-$(nproc)}
pattern=${2:-'(Frontend|Dialect|Transforms|Conversion|Driver|Execution)/'}
build=build-asan

cmake --preset asan >/dev/null
echo "building with $jobs jobs (long the first time)"
nice -n 10 scripts/build.sh "$build" "$jobs" ruchy ruchy-opt ruchy-translate

# The compiler frees its arenas by ending. LLVM's archives are not instrumented:
# they use memory that inline functions of its headers have poisoned.
export ASAN_OPTIONS=detect_leaks=0:allow_user_poisoning=0
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export RUCHY_TEST_MODES=${RUCHY_TEST_MODES:-jit-O0,jit-O2}
nice -n 10 scripts/run-tests.py --build-dir "$build" --jobs "$jobs" \
  --filter "$pattern"
