#!/usr/bin/env bash
# Measures certificates in the release build: the first file of an authority (which makes all keys of the authorities), answers
# about one certificate in a second (OCSP), and the whole revocation list with many entries, written anew and handed out again.
#
#   benches/certificates.sh            with a million entries
#   benches/certificates.sh 100000     with as many
#   SELVBETJENING=/path/to/program     measures another program
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
entries=${1:-1000000}
if [ -z "${SELVBETJENING:-}" ]; then cargo build --release --locked; fi
program=$(realpath "${SELVBETJENING:-target/release/selvbetjening}")
data=$(mktemp -d)
trap 'kill "${site:-}" 2>/dev/null || true; rm -rf "$data"' EXIT

start() {
  : >"$data/said"
  (cd "$data" && SELVBETJENING_PORT=0 SELVBETJENING_DATA="$data/data" exec "$program") >"$data/said" &
  site=$!
  until port=$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' "$data/said") && [ -n "$port" ]; do
    kill -0 "$site"
    sleep 0.005
  done
  at=http://127.0.0.1:$port
}

stop() {
  kill -TERM "$site"
  wait "$site"
}

tell() { printf '%-58s %10s %s\n' "$1" "$2" "$3"; }
milliseconds() { curl -fsS -o "${2:-/dev/null}" -w '%{time_total}' "$at$1" | awk '{ printf "%.1f", $1 * 1000 }'; }
size() { stat -c %s "$1" | awk '{ printf "%.1f", $1 / 1048576 }'; }
peak() { awk '/^VmHWM/ { printf "%.1f", $2 / 1024 }' "/proc/$site/status"; }
rest() { awk '/^VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$site/status"; }

start
tell 'the first certificate of an authority, with all keys' "$(milliseconds /cert/i.cer "$data/i.cer")" ms
tell 'the same again' "$(milliseconds /cert/i.cer)" ms
openssl x509 -inform DER -in "$data/i.cer" -out "$data/i.pem"
openssl ocsp -issuer "$data/i.pem" -serial 0x10000001 -reqout "$data/question"
python3 - "$at/ocsp" "$data/question" <<'PYTHON'
import http.client, sys, time, urllib.parse
place, question = urllib.parse.urlparse(sys.argv[1]), open(sys.argv[2], "rb").read()
connection, answers, began = http.client.HTTPConnection(place.netloc), 0, time.monotonic()
while time.monotonic() - began < 3:
    connection.request("POST", place.path, question, {"Content-Type": "application/ocsp-request"})
    answer = connection.getresponse()
    assert answer.status == 200 and answer.read()
    answers += 1
print(f"{'answers about one certificate (OCSP), one after the other':58} {answers / 3:10.0f} /s")
PYTHON
tell 'memory with the keys of the authorities' "$(rest)" MiB
stop

python3 - "$(ls "$data"/data/*.sqlite)" "$entries" <<'PYTHON'
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
rows = ((0x20000000 + nth, "2015-01-01T00:00:00.000000000Z", "2018-12-31T00:00:00.000000000Z", "2018-06-01T00:00:00.000000000Z")
        for nth in range(int(sys.argv[2])))
database.executemany("INSERT INTO past_certificates (serial, valid_from, valid_until, blocked) VALUES (?, ?, ?, ?)", rows)
database.commit()
PYTHON
start
tell "the revocation list with $entries entries" "$(milliseconds /crl/i.crl "$data/list")" ms
tell 'its size' "$(size "$data/list")" MiB
tell 'the same again, unchanged' "$(milliseconds /crl/i.crl)" ms
tell 'a part of it' "$(milliseconds /crl/i/1.crl)" ms
tell 'the first page of it (/spaerreliste)' "$(milliseconds /spaerreliste)" ms
tell 'a page in the middle of it' "$(milliseconds "/spaerreliste?side=$((entries / 100))")" ms
tell 'memory afterwards' "$(rest)" MiB
tell 'and at most' "$(peak)" MiB
openssl crl -inform DER -in "$data/list" -CAfile "$data/i.pem" -noout
stop
