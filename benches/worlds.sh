#!/usr/bin/env bash
# Measures the release build: copying the demo world (at most 0.3 s, the start of the command included), saving it, a copy of
# the save point, putting it back, exporting and importing it, and a new world from the seed. Each best of 5.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cargo build --release --locked
program=$PWD/target/release/selvbetjening
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SELVBETJENING_DATA=$folder/data
cd "$folder"
"$program" reset >/dev/null

# Runs a command five times, each with a name of its own in the place of NAME; tells the best in milliseconds.
measure() {
  local what=$1 allowed=$2 best=999999 nth began took
  shift 2
  for nth in 1 2 3 4 5; do
    began=$(date +%s%N)
    "$program" world "${@//NAME/$what-$nth}" >/dev/null
    took=$((($(date +%s%N) - began) / 1000000))
    if [ "$took" -lt "$best" ]; then best=$took; fi
  done
  printf '%-10s %6s ms   %3d %% of %s ms\n' "$what" "$best" $((best * 100 / allowed)) "$allowed"
}

measure copy 300 copy first NAME
measure save 300 save first NAME
measure from-save 300 copy first@save-1 NAME
measure back 1000 back first save-1 --yes
measure export 300 export first NAME.tar --with-key
measure import 500 import export-1.tar NAME
measure new 5000 new NAME
