#!/bin/bash
#===- install-deps.sh - Packages for building and testing -----------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
#
# Installs what is missing on Debian 12, and nothing else; quiet when all is
# there. --tests adds what the tests need, --format the formatter.
#
#===-----------------------------------------------------------------------===//

set -euo pipefail

packages=(clang-22 lld-22 llvm-22-dev llvm-22-tools libmlir-22-dev
  mlir-22-tools liblld-22-dev libclang-rt-22-dev cmake ninja-build ccache
  libgtest-dev libdouble-conversion-dev zlib1g-dev libzstd-dev
  make g++ python3)

node_is_recent() {
  command -v node >/dev/null &&
    [ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -ge 18 ]
}

for option in "$@"; do
  case "$option" in
  --tests)
    packages+=(qemu-user)
    node_is_recent || packages+=(nodejs)
    ;;
  --format) packages+=(clang-format-22) ;;
  *)
    echo "usage: $0 [--tests] [--format]" >&2
    exit 2
    ;;
  esac
done

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
  [[ "$state" == ii* ]] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "installing: ${missing[*]}"
if ! { "${as_root[@]}" apt-get update -q &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}"; } \
  >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  echo "install-deps: could not install the packages above" >&2
  exit 1
fi
