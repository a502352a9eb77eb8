#!/bin/bash
#===- run-example.sh - One program in the JIT and as a native binary ------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
# usage: run-example.sh RUCHY FILE

set -euo pipefail

ruchy=$1
file=$2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

echo "--- $ruchy run $file"
"$ruchy" run "$file"
echo "--- $ruchy compile $file -o program && ./program"
"$ruchy" compile "$file" -o "$out/program"
"$out/program"
echo "--- $(stat -c %s "$out/program") bytes, statically linked"
