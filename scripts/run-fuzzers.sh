#!/bin/bash
#===- run-fuzzers.sh - Builds and runs the libFuzzer targets ---------------===#
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
#
# run-fuzzers.sh [SECONDS-PER-TARGET]    20 without an argument
#
# Each target starts from the stored corpus and from the programs under test/.
# What it finds on the way stays in the build folder.
#
#===------------------------------------------------------------------------===#

set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20}
build=build-fuzz
# LLVM's archives are not instrumented: they use memory that inline functions
# of its headers have poisoned.
export ASAN_OPTIONS=allow_user_poisoning=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}

cmake --preset fuzz >/dev/null
ninja -C "$build" LexerFuzzer ParserFuzzer FormatFuzzer >"$build/build.log" 2>&1 ||
  { tail -n 30 "$build/build.log" >&2; exit 1; }

# Programs of the tests, none over 4 KB, as one flat folder.
seeds=$build/seeds
rm -rf "$seeds" && mkdir -p "$seeds"
find test examples -name '*.ruchy' -size -8 -print0 |
  while IFS= read -r -d '' file; do
    cp "$file" "$seeds/$(echo "$file" | tr '/ ' '__')"
  done

failed=0
run() {
  local target=$1; shift
  local found=$build/found-$target
  mkdir -p "$found"
  if "$build/bin/$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$build/crash-$target-" "$found" "$@" \
    >"$build/$target.log" 2>&1; then
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' \
      "$build/$target.log") inputs, no failure"
  else
    tail -n 40 "$build/$target.log" >&2
    echo "$target: FAILED"
    failed=1
  fi
}

run LexerFuzzer fuzz/corpus "$seeds" -dict=fuzz/ruchy.dict
run ParserFuzzer fuzz/corpus "$seeds" -dict=fuzz/ruchy.dict
run FormatFuzzer fuzz/corpus-format
exit $failed
