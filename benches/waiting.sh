#!/usr/bin/env bash
# Measures what 1,000 pages that wait for an answer in an app (PAGES) cost: memory and threads of the program, and how long
# after the approval the last of them goes on. It fails beyond 20 KiB each, a second, or threads that grow with them.
#
#   benches/waiting.sh               builds it
#   benches/waiting.sh <program>     measures that build
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ $# = 0 ]; then cargo build --release --locked; fi
program=$(realpath "${1:-target/release/selvbetjening}")
ulimit -n "$(ulimit -Hn)"
data=$(mktemp -d)
site=
trap 'kill "$site" 2>/dev/null || true; rm -rf "$data"' EXIT
# Streams are a fifth of all connections, and no address has more than half of them.
(cd "$data" && SELVBETJENING_PORT=0 SELVBETJENING_DATA="$data/data" SELVBETJENING_CONNECTIONS=15000 exec "$program") >"$data/said" &
site=$!
until port=$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' "$data/said") && [ -n "$port" ]; do
  kill -0 "$site"
  sleep 0.05
done
node benches/waiting.mjs "$port" "$site" "${PAGES:-1000}"
