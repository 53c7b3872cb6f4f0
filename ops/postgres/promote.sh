#!/usr/bin/env bash
# Makes this replica the primary, since the primary is lost. As the user postgres, who is let in here.
#
# A primary that still answers keeps it from that: two primaries would take postings side by side, and one half would have
# to be thrown away. Stop that machine, or cut it off, before anything else.
set -euo pipefail

ask() { psql -XAtq -v ON_ERROR_STOP=1 --dbname=postgres --no-password -c "$1"; }

[[ "$(ask "SELECT pg_is_in_recovery()")" == t ]] || { echo "This server is no replica; it is a primary already." >&2 && exit 1; }
said() { sed -n "s/.*\b$1=\([^ ]*\).*/\1/p" <<<"$primary"; }
primary="$(ask "SHOW primary_conninfo")"
if pg_isready --quiet --timeout=3 --host="$(said host)" --port="$(said port)"; then
  echo "The primary still answers. Stop it first, so that there are never two." >&2
  exit 1
fi

ask "SELECT pg_promote(true, 60)" >/dev/null
# Without it, pg_rewind would not see yet that the two have parted.
ask "CHECKPOINT"
# Alone, it must not wait for a replica; and a slot waits for the one to come.
ask "ALTER SYSTEM RESET synchronous_standby_names"
ask "SELECT pg_reload_conf()" >/dev/null
ask "SELECT pg_create_physical_replication_slot('replica')
     WHERE NOT EXISTS (SELECT 1 FROM pg_replication_slots WHERE slot_name = 'replica')" >/dev/null
echo "This server is the primary now. It keeps no second copy until a replica follows it: see rejoin.sh."
