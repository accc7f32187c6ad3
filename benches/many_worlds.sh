#!/usr/bin/env bash
# Measures the memory of many worlds in the release build: what each of 30 more takes while it is open, and what is left of each
# once it is closed (at most 1 MiB).
#
#   benches/many_worlds.sh               builds it
#   benches/many_worlds.sh <program>     measures another build
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ $# = 0 ]; then cargo build --release --locked; fi
program=$(realpath "${1:-target/release/selvbetjening}")
worlds=30
idle=20
data=$(mktemp -d)
trap 'kill "${site:-}" 2>/dev/null || true; rm -rf "$data"' EXIT

: >"$data/said"
(cd "$data" && SELVBETJENING_PORT=0 SELVBETJENING_WORLD_IDLE_SECONDS=$idle SELVBETJENING_DATA="$data/data" exec "$program") \
  >"$data/said" &
site=$!
until port=$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' "$data/said") && [ -n "$port" ]; do
  kill -0 "$site"
  sleep 0.05
done
address=http://127.0.0.1:$port

resident() { awk '/^VmRSS/ {print $2}' "/proc/$site/status"; }

# Opens each world by its front page and a page of its control room.
visit() {
  local nth page
  for nth in $(seq "$worlds"); do
    for page in "/v/hold-$nth/" "/v/hold-$nth/kontrolrum"; do curl -fsS -o /dev/null "$address$page"; done
  done
}

for nth in $(seq "$worlds"); do
  curl -fsS -o /dev/null -H 'Content-Type: application/json' -d "{\"name\": \"hold-$nth\", \"from\": \"first\"}" \
    "$address/api/worlds"
done
# What filled the first world goes back when hashing has rested for a while.
sleep 12
curl -fsS -o /dev/null "$address/kontrolrum"
before=$(resident)
began=$(date +%s%N)
visit
took=$((($(date +%s%N) - began) / 1000000))
open=$(resident)
printf '%-44s %7d KiB\n' 'one world alone' "$before"
printf '%-44s %7d KiB each   in %d ms each with two pages\n' "$worlds more, open" $(((open - before) / worlds)) $((took / worlds))
sleep $((idle + 10))
left=$(((($(resident)) - before) / worlds))
printf '%-44s %7d KiB each   %3d %% of 1024 KiB\n' 'the same, closed' "$left" $((left * 100 / 1024))
visit
sleep $((idle + 10))
left=$(((($(resident)) - before) / worlds))
printf '%-44s %7d KiB each   %3d %% of 1024 KiB\n' 'opened and closed once more' "$left" $((left * 100 / 1024))
