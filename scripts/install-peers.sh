#!/bin/bash
#===- install-peers.sh - Other languages for the benchmarks ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
#
# Usage: scripts/install-peers.sh [luajit] [crystal] [mojo] [ruchy]
#
# Installs the peers that registries offer, all four by default: luajit and
# crystal from Debian, mojo from PyPI, the existing Ruchy from crates.io. What
# is there already is kept. No peer is needed: the harness works with those it
# finds. Peers that are not Debian packages go to $RUCHY_PEERS (/opt).
#
#===-----------------------------------------------------------------------===//

set -uo pipefail

prefix=${RUCHY_PEERS:-/opt}
ruchy_version=5.0.0-beta.2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
missing=0

sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo)

say() { printf '%-8s %s\n' "$1" "$2"; }

# Runs one installation quietly and shows the end of its output if it fails.
attempt() {
  local name=$1
  shift
  if "$@" >"$log" 2>&1; then
    say "$name" installed
  else
    say "$name" "could not be installed:"
    tail -n 3 "$log" | sed 's/^/    /'
    missing=1
  fi
}

apt_install() {
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$1" && return
  "${sudo[@]}" apt-get update &&
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "$1"
}

# A folder below the prefix that this user may write to.
own_folder() {
  mkdir -p "$1" 2>/dev/null && [ -w "$1" ] && return
  "${sudo[@]}" mkdir -p "$1" && "${sudo[@]}" chown "$(id -u):$(id -g)" "$1"
}

install_mojo() {
  local home=$prefix/mojo-peer
  if ! python3 -c 'import ensurepip' 2>/dev/null; then
    apt_install python3-venv || return
  fi
  own_folder "$home" && python3 -m venv "$home" &&
    "$home/bin/pip" install --quiet --disable-pip-version-check mojo &&
    "$home/bin/mojo" --version
}

install_ruchy() {
  local home=$prefix/ruchy-peer
  if ! command -v cargo >/dev/null; then
    echo "cargo (https://rustup.rs) is needed to build it"
    return 1
  fi
  own_folder "$home" &&
    cargo install --quiet --root "$home" \
      ruchy --version "$ruchy_version"
}

peer_is_there() {
  case "$1" in
  luajit | crystal) command -v "$1" >/dev/null ;;
  mojo) command -v mojo >/dev/null || [ -x "$prefix/mojo-peer/bin/mojo" ] ;;
  ruchy)
    command -v ruchy-upstream >/dev/null ||
      [ -x "$prefix/ruchy-peer/bin/ruchy" ]
    ;;
  esac
}

install_peer() {
  if peer_is_there "$1"; then
    say "$1" "is there"
    return
  fi
  case "$1" in
  luajit | crystal) attempt "$1" apt_install "$1" ;;
  mojo) attempt mojo install_mojo ;;
  ruchy) attempt ruchy install_ruchy ;;
  esac
}

[ $# -gt 0 ] || set -- luajit crystal mojo ruchy
for peer in "$@"; do
  case "$peer" in
  luajit | crystal | mojo | ruchy) install_peer "$peer" ;;
  *)
    echo "install-peers.sh: no such peer: $peer" >&2
    exit 2
    ;;
  esac
done
exit "$missing"
