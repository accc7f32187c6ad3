#!/usr/bin/env bash
# Measures what a request costs: processor time of the program for each of 20,000 requests (REQUESTS) on four connections, the page
# and the file in turn, three rounds, the least of which counts. With two programs, what the second one costs more.
#
#   benches/listener.sh                         builds it
#   benches/listener.sh <before> <after>        compares two builds, round by round
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ $# = 0 ]; then cargo build --release --locked; fi
programs=("${@:-target/release/selvbetjening}")
data=$(mktemp -d)
sites=()
trap 'kill "${sites[@]}" 2>/dev/null || true; rm -rf "$data"' EXIT
many=${REQUESTS:-20000}
ports=()

for nth in "${!programs[@]}"; do
  mkdir "$data/$nth"
  : >"$data/$nth/said"
  program=$(realpath "${programs[$nth]}")
  (cd "$data/$nth" && SELVBETJENING_PORT=0 SELVBETJENING_DATA="$data/$nth/data" exec "$program") >"$data/$nth/said" &
  sites[nth]=$!
  until port=$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' "$data/$nth/said") && [ -n "$port" ]; do
    kill -0 "${sites[$nth]}"
    sleep 0.05
  done
  ports[nth]=$port
done

# Processor time of a program so far, in ticks of 10 ms.
ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{print $12 + $13}'; }

for address in /regler /static/mark.svg; do
  least=()
  for _ in 1 2 3; do
    for nth in "${!programs[@]}"; do
      before=$(ticks "${sites[$nth]}")
      node benches/load.mjs requests "${ports[$nth]}" "$many" "$address"
      took=$((($(ticks "${sites[$nth]}") - before) * 10000 / many))
      if [ "$took" -lt "${least[$nth]:-999999}" ]; then least[nth]=$took; fi
    done
  done
  for nth in "${!programs[@]}"; do
    printf '%-18s %-40s %5d µs a request   %3d %%\n' "$address" "${programs[$nth]}" "${least[$nth]}" \
      $((least[nth] * 100 / least[0]))
  done
done
