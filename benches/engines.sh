#!/usr/bin/env bash
# Measures both engines in one run: changes and whole log-ons per second, with 1, 8 and 32 at once, what half and 99 of 100 of them
# took at most, processor time of the program and of the server for each, and how many transactions were made again. PostgreSQL is
# started for it, with everything as it is by itself, and removed afterwards.
#
#   benches/engines.sh                        with 1,000 and 1,000,000 NemIDs; about ten minutes and 8 GB on two cores
#   benches/engines.sh 1000 100000            with others
#   BENCH_SECONDS=20 benches/engines.sh 1000  each measured for longer than 5 seconds
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ $# = 0 ]; then set -- 1000 1000000; fi
cargo bench --locked --no-run --bench engines
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$programs" ] || { echo 'PostgreSQL is missing (Debian: apt-get install postgresql).' >&2; exit 1; }
folder=$(mktemp -d)
as=()
if [ "$(id -u)" = 0 ]; then
  chown nobody "$folder"
  as=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups env HOME="$folder")
fi
ended() {
  (cd / && "${as[@]}" "$programs/pg_ctl" -D "$folder/data" -m immediate stop) >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap ended EXIT
port=$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
(
  cd "$folder"
  "${as[@]}" "$programs/initdb" -D "$folder/data" -U postgres -A trust --encoding=UTF8 --locale=C >/dev/null
  "${as[@]}" "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" start \
    -o "-p $port -k $folder -c shared_buffers=512MB -c max_wal_size=4GB -c max_connections=100" >/dev/null
)
BENCH_DATABASE=postgres://postgres@127.0.0.1:$port/postgres BENCH_SERVER=$(head -n 1 "$folder/data/postmaster.pid") \
  cargo bench --locked --bench engines -- "$@"
