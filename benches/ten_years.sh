#!/usr/bin/env bash
# Measures the release build: the first world, with everybody in it, moved ten years at one go (about 5 s at most), and
# then the same ten years day by day, for comparison.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cargo build --release --locked
program=$PWD/target/release/selvbetjening
data=$(mktemp -d)
trap 'kill "${site:-}" 2>/dev/null || true; rm -rf "$data"' EXIT
days=3652

# Starts the program on a new world.
start() {
  local port
  mkdir -p "$data/$1"
  (cd "$data/$1" && SELVBETJENING_PORT=0 SELVBETJENING_DATA="$data/$1" exec "$program") >"$data/$1/said" &
  site=$!
  until port=$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' "$data/$1/said") && [ -n "$port" ]; do
    kill -0 "$site"
    sleep 0.01
  done
  clock=http://127.0.0.1:$port/api/world/clock
}

# Asks for moves of so many days until ten years are over, and tells what that took. One curl sends them all, so that
# starting curl is not what is measured.
move() {
  local began
  : >"$data/moves"
  for ((moved = 0; moved < days; moved += $1)); do
    printf 'next\nurl = "%s"\nheader = "Content-Type: application/json"\ndata = "{\\"days\\": %s}"\noutput = "%s"\n' \
      "$clock" "$1" "$data/answer" >>"$data/moves"
  done
  sed -i 1d "$data/moves"
  began=$(date +%s%N)
  curl -fsS -K "$data/moves"
  took=$((($(date +%s%N) - began) / 1000000))
}

stop() {
  kill -TERM "$site"
  wait "$site"
}

start leap
began=$(date +%s%N)
curl -fsS -o "$data/answer" "$clock/preview?days=$days"
printf '%-40s %8s ms\n' 'what ten years will bring, beforehand' $((($(date +%s%N) - began) / 1000000))
move "$days"
printf '%-40s %8s ms   %3d %% of 5000 ms\n' 'ten years at one go' "$took" $((took * 100 / 5000))
now=$(cat "$data/answer")
stop
start days
move 1
printf '%-40s %8s ms   %s\n' 'ten years day by day' "$took" "$(((took + days / 2) / days)) ms a day"
# What happened on the way differs: the last day's move brings what is left.
then=$(cat "$data/answer")
printf 'at the end: %s and %s\n' "${now##*,}" "${then##*,}"
stop
