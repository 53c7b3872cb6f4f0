#!/bin/sh
# Runs once, when the primary's volume is made: lets a replica in, where .env gave it a password.
set -eu
[ -n "${REPLICATION_PASSWORD:-}" ] || exit 0
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$POSTGRES_DB" -v secret="$REPLICATION_PASSWORD" <<'SQL'
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'secret';
SELECT pg_create_physical_replication_slot('replica');
-- A replica that stays away holds back at most this much, so that the primary's disk does not fill.
ALTER SYSTEM SET max_slot_wal_keep_size = '10GB';
SQL
echo "host replication replicator samenet scram-sha-256" >>"$PGDATA/pg_hba.conf"
