#!/usr/bin/env bash
# Measures the memory of the release build: at rest before the first log-on (at most 25 MiB), 12 seconds after each of 14
# bursts of 8 log-ons, and 12 seconds after 5,000 connections (at most 45 MiB).
#
#   benches/memory.sh               builds it
#   benches/memory.sh <program>     measures another build
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ $# = 0 ]; then cargo build --release --locked; fi
program=$(realpath "${1:-target/release/selvbetjening}")
data=$(mktemp -d)
trap 'kill "${site:-}" 2>/dev/null || true; rm -rf "$data"' EXIT
ulimit -n "$(ulimit -H -n)"

(cd "$data" && SELVBETJENING_PORT=0 SELVBETJENING_LOG_LEVEL=error SELVBETJENING_DATA="$data/data" exec "$program") >"$data/said" &
site=$!
until port=$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' "$data/said") && [ -n "$port" ]; do
  kill -0 "$site"
  sleep 0.05
done

# What is resident now, and how much that is of what is allowed.
tell() {
  local kib
  kib=$(awk '/^VmRSS/ {print $2}' "/proc/$site/status")
  printf '%-44s %7d KiB   %3d %% of %s MiB\n' "$1" "$kib" $((kib * 100 / 1024 / $2)) "$2"
}

curl -fsS -o /dev/null "http://127.0.0.1:$port/"
# The new world was filled with hashed passwords, whose memory goes back when hashing has rested for a while.
sleep 12
tell 'at rest before the first log-on' 25
for burst in $(seq 14); do
  node benches/load.mjs log-ons "$port" 8
  sleep 12
  tell "12 s after burst $burst of 8 log-ons" 45
done
open=$(node benches/load.mjs connections "$port" 5000)
sleep 12
tell "12 s after 5,000 connections ($open open at once)" 45
node benches/load.mjs log-ons "$port" 30
sleep 12
tell '12 s after 30 log-ons at once' 45
