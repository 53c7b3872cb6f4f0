#!/usr/bin/env bash
# Measures `./erp run`: seconds to healthy (a first start, which makes the database and the archive of classes, and later
# ones), the CPU time that takes, and the resident memory of the idle JVM.
# Usage: bench/startup.sh [RUNS]; JAVA_OPTS as for ./erp run.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly ROOT
readonly RUNS="${1:-3}"
readonly IDLE_SECONDS=45
readonly PORT="${SERVER_PORT:-18081}"

DATA="$(mktemp -d)"
pid=""
cleanup() {
  [[ -z "$pid" ]] || { kill -TERM "$pid" && wait "$launcher"; } 2>/dev/null || true
  rm -rf "$DATA"
}
trap cleanup EXIT

# True once the health page says UP. Without curl, which a fresh machine may lack.
is_up() {
  local answer=""
  exec 3<>"/dev/tcp/127.0.0.1/$PORT" || return 1
  printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  IFS= read -r -d '' -t 5 answer <&3 || true
  exec 3<&-
  [[ "$answer" == *'"status":"UP","components"'* || "$answer" == *'"status":"UP"'* ]]
}

now_ms() { date +%s%3N; }

cpu_seconds() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%.1f", ($12 + $13) / hz }' "/proc/$pid/stat"; }

resident_mb() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$pid/status"; }

measure() {
  local name="$1" begun
  begun="$(now_ms)"
  "$ROOT/erp" run --data "$DATA/data" --port "$PORT" >"$DATA/log" 2>&1 &
  launcher=$!
  until is_up 2>/dev/null; do
    kill -0 "$launcher" 2>/dev/null || { cat "$DATA/log"; exit 1; }
    sleep 0.05
  done
  read -r pid _ <"$DATA/data/erp.pid"
  printf '%-12s %6s ms to healthy, %5s s of CPU' "$name" "$(($(now_ms) - begun))" "$(cpu_seconds)"
  sleep "$IDLE_SECONDS"
  printf ', %4s MB resident when idle\n' "$(resident_mb)"
  kill -TERM "$pid"
  wait "$launcher" || true
  pid=""
}

"$ROOT/erp" build
measure "first start"
for ((run = 1; run <= RUNS; run++)); do
  measure "start $run"
done
