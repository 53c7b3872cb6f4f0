#!/bin/bash
# The replica: fetches everything from the primary the first time, and follows it from then on.
set -euo pipefail
: "${PGPASSWORD:?Set REPLICATION_PASSWORD in the file .env before the first start of the primary}"
if [[ ! -s "$PGDATA/PG_VERSION" ]]; then
  # A copy that was cut short is begun anew.
  rm -rf "${PGDATA:?}"
  pg_basebackup --host="$PRIMARY" --username=replicator --pgdata="$PGDATA" --slot=replica \
    --write-recovery-conf --checkpoint=fast --no-password
fi
exec postgres -D "$PGDATA" "$@"
