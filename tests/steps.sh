# Shared by tests/run and tests/quick, which source it.

# Where cargo builds. Lints and documentation have a folder of their own in it: cargo locks its folder, so in the same one
# they and the tests would wait for each other.
target=${CARGO_TARGET_DIR:-target}
lints_target=$target/lints

say() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }
stop() { printf '%s: %s\n' "$0" "$1" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Makes `cargo $1` that of version $2, which it builds below target where it is missing.
need_cargo() {
  local tools
  mkdir -p "$target/tools/bin"
  tools=$(cd "$target/tools" && pwd)
  export PATH="$tools/bin:$PATH"
  if [ "$(cargo "$1" --version 2>/dev/null)" != "cargo-$1 $2" ]; then
    cargo install --quiet --locked --root "$tools" "cargo-$1@$2"
  fi
}

# Starts a command in the background. check_background shows its output.
background=
start_in_background() {
  background_log=$(mktemp)
  (set -e; "$@") >"$background_log" 2>&1 </dev/null &
  background=$!
  trap stop_background EXIT
}

# Ends it when the script stops first.
stop_background() {
  if [ -n "$background" ]; then pkill -P "$background" 2>/dev/null || true; kill "$background" 2>/dev/null || true; fi
  rm -f "$background_log"
}

# Stops the script if the background command has failed. `check_background wait` waits until it has ended.
check_background() {
  if [ -z "$background" ]; then return; fi
  if [ "${1:-}" != wait ] && kill -0 "$background" 2>/dev/null; then return; fi
  local ended=0
  wait "$background" || ended=$?
  background=
  cat "$background_log"
  if [ "$ended" != 0 ]; then stop 'lints or documentation failed, see above.'; fi
}
