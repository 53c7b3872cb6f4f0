#!/usr/bin/env bash
# Makes the former primary a replica of the server PRIMARY. It is stopped, and set back to where the two parted: what it
# committed after that is gone, which nobody was told of. As the user postgres, with the password of replicator at hand.
set -euo pipefail
: "${PRIMARY:?names the primary of today}" "${PGDATA:?names the folder of the cluster}"

# Debian keeps the settings elsewhere; pg_rewind needs them where the server was killed.
settings="${PGCONFIG:-$PGDATA/postgresql.conf}"
source="host=$PRIMARY port=${PGPORT:-5432} user=replicator dbname=postgres"

[[ "$(psql -XAtq --no-password -c "SELECT pg_is_in_recovery()" "$source")" == f ]] ||
  { echo "$PRIMARY is no primary." >&2 && exit 1; }
pg_rewind --target-pgdata="$PGDATA" --config-file="$settings" --source-server="$source" --write-recovery-conf
echo "primary_slot_name = 'replica'" >>"$PGDATA/postgresql.auto.conf"
echo "Start PostgreSQL; it follows $PRIMARY. When it does, have commits wait for it again, on $PRIMARY:
  psql -c \"ALTER SYSTEM SET synchronous_standby_names = '*'\" -c \"SELECT pg_reload_conf()\""
