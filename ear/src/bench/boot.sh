#!/usr/bin/env bash
# How long the server takes to be ready, and how much memory it then holds, without the EAR and with it.
# Build first (./mvnw -pl ear -am package) and say where a database is:
#   TIMBRE_DB_URL=… TIMBRE_DB_PASSWORD=… TIMBRE_DB_OWNER_PASSWORD=… ear/src/bench/boot.sh [rounds]
# Ready is the moment when /health/ready of the management port answers 200. Memory is the resident set
# of the Java process ten seconds later. The first round of each warms the disk cache and is not counted.
set -euo pipefail
: "${TIMBRE_DB_URL:?}" "${TIMBRE_DB_PASSWORD:?}" "${TIMBRE_DB_OWNER_PASSWORD:?}"
target=$(cd "$(dirname "$0")/../../target" && pwd)
rounds=${1:-5}
http=18480
management=19490
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

measure() { # name, base directory
  local base began ready cpu rss pid
  base=$(mktemp -d)
  cp -r "$2/." "$base"
  began=$(date +%s%N)
  LAUNCH_JBOSS_IN_BACKGROUND=1 "$target/server/bin/standalone.sh" -Djboss.server.base.dir="$base" \
    -Djboss.http.port=$http -Djboss.management.http.port=$management >"$base/out.log" 2>&1 &
  local shell=$!
  until curl -sf -o "$base/ready.json" "http://127.0.0.1:$management/health/ready"; do
    if ! kill -0 $shell 2>/dev/null || [ $(($(date +%s%N) - began)) -gt 120000000000 ]; then
      echo "$1 did not become ready; see $base/out.log" >&2
      kill $shell 2>/dev/null
      exit 1
    fi
    sleep 0.05
  done
  ready=$((($(date +%s%N) - began) / 1000000))
  pid=$(pgrep -P $shell java)
  cpu=$(awk -v hz="$(getconf CLK_TCK)" '{print int(($14 + $15) * 1000 / hz)}' "/proc/$pid/stat")
  sleep 10
  rss=$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")
  kill $shell
  wait $shell 2>/dev/null || true
  rm -rf "$base"
  printf '%-8s ready after %6d ms, CPU %6d ms, %4d MB\n' "$1" "$ready" "$cpu" "$rss"
}

for round in $(seq 0 "$rounds"); do
  [ "$round" -gt 0 ] && echo "round $round" || echo "warm-up"
  measure bare "$target/bare"
  measure timbre "$target/server/standalone"
done
