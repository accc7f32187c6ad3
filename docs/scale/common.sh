# Shared by up, down and tests/failover, which source it. Everything lies and runs below one folder; each process that was
# started has its number in run/<name>.

folder=${SCALE_FOLDER:-/var/tmp/selvbetjening-scale}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=/usr/lib/postgresql/15/bin
member_list=http://127.0.0.1:23791,http://127.0.0.1:23792,http://127.0.0.1:23793

stop() { printf '%s: %s\n' "$0" "$1" >&2; exit 1; }

# The system's administrator has all of it run by nobody: PostgreSQL does not run as the administrator.
as=()
if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups env HOME="$folder"); fi

# Whether the process that was started under a name still runs: a number alone may be somebody else's by now.
runs() {
  local number
  number=$(cat "$folder/run/$1" 2>/dev/null) || return 1
  [ "$(readlink "/proc/$number/cwd" 2>/dev/null)" = "$(place_of "$1")" ] && [ "$(state_of "$number")" != Z ]
}

state_of() { sed -e 's/.*) //' -e 's/ .*//' "/proc/$1/stat" 2>/dev/null || true; }

# The folder in which a process works: etcd and Patroni of a node share one.
place_of() { echo "$folder/${1#*-}"; }

# Starts a command under a name, unless it runs.
start() {
  local name=$1 place
  place=$(place_of "$1")
  shift
  if runs "$name"; then return; fi
  (cd "$place" && exec setsid "${as[@]}" "$@" >>"$folder/log/$name" 2>&1 </dev/null) &
  echo $! >"$folder/run/$name"
}

# Waits until a command succeeds, so many seconds at most.
until_true() {
  local seconds=$1 end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.5
  done
}

# All processes that work in a folder, the servers that PostgreSQL starts included.
all_in() {
  local process
  for process in /proc/[0-9]*; do
    case "$(readlink "$process/cwd" 2>/dev/null)" in "$1" | "$1"/*) echo "${process#/proc/}" ;; esac
  done
}
