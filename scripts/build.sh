#!/bin/bash
#===- build.sh - Runs ninja and stays quiet unless it fails ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
# usage: build.sh BUILD_DIR JOBS [targets...]

set -euo pipefail

build=$1
jobs=$2
shift 2
log="$build/build.log"
export PATH="/usr/lib/llvm-22/bin:$PATH"
if ! ninja -C "$build" -j"$jobs" "$@" >"$log" 2>&1; then
  grep -E -A15 '(error:|FAILED:|undefined symbol|CMake Error)' "$log" |
    head -n 100 >&2 || tail -n 40 "$log" >&2
  echo "build failed, all output is in $log" >&2
  exit 1
fi
