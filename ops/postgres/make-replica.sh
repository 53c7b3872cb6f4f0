#!/usr/bin/env bash
# Makes this machine a replica: fetches everything from the server PRIMARY into the empty folder PGDATA and has it follow
# from then on. As the user postgres, with the password of the user replicator in ~/.pgpass (or PGPASSWORD).
set -euo pipefail
: "${PRIMARY:?names the primary}" "${PGDATA:?names the folder of the cluster}"

pg_basebackup --host="$PRIMARY" --username=replicator --no-password --pgdata="$PGDATA" --slot=replica --checkpoint=fast \
  --write-recovery-conf
echo "Start PostgreSQL; it follows $PRIMARY."
