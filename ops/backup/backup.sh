#!/usr/bin/env bash
# Makes one backup of an ERP that works on a PostgreSQL of your own: database, documents and the heads of the ledger's
# series in one file, with its SHA-256 in another. The database inside is backed up by `./erp backup`.
#
# Whom to connect as, libpq's own variables tell (PGHOST, PGUSER, PGPASSFILE, …): a superuser, or a role with BYPASSRLS
# that may read everything. What else may be set, see docs/operations/backup.md.
set -euo pipefail
umask 077

readonly FOLDER="${BACKUP_FOLDER:-/backups/erp-db}"
readonly KEEP_DAYS="${KEEP_DAYS:-30}"
readonly ERP_DATA="${ERP_DATA:-/var/lib/erp}"
readonly DOCUMENTS="${ERP_STORAGE_FOLDER-$ERP_DATA/files}"
readonly METRICS="${METRICS_FOLDER:-}"
export PGDATABASE="${PGDATABASE:-erp_db}"
here="$(dirname "${BASH_SOURCE[0]}")"
stage=""

say() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*"; }

# Whatever goes wrong: nothing half stays behind, and everybody who might look is told.
end() {
  local code=$?
  [[ -z "$stage" ]] || rm -rf "$stage"
  ((code != 0)) || return 0
  say "BACKUP FAILED: there is no new backup in $FOLDER." >&2
  ! command -v logger >/dev/null || logger -p user.err -t erp-backup "Backup failed: no new one in $FOLDER." || true
  measure 0 || true
}
trap end EXIT

# For node_exporter's textfile collector. The time of the last good one is kept when this one failed.
measure() {
  local file="$METRICS/erp_backup.prom" last=0
  [[ -n "$METRICS" ]] || return 0
  [[ ! -r "$file" ]] || last="$(sed -n 's/^erp_backup_last_success_timestamp_seconds //p' "$file")"
  (($1 == 0)) || last="$(date +%s)"
  (
    umask 022
    printf 'erp_backup_succeeded %s\nerp_backup_last_success_timestamp_seconds %s\n' "$1" "${last:-0}" >"$file.part"
  )
  mv "$file.part" "$file"
}

# Documents come and go while they are read, so tar's "a file changed" (1) is no fault; nor is a folder never used.
pack() {
  local names=(database.dump counts)
  [[ ! -d "$stage/ledger-heads" ]] || names+=(ledger-heads)
  [[ ! -d "$DOCUMENTS" ]] || names+=(--directory "$DOCUMENTS" --anchored --exclude=./incoming --transform='s,^\.,files,' .)
  tar --create --directory "$stage" "${names[@]}" || (($? == 1))
}

suffix() {
  if [[ -n "${AGE_RECIPIENT:-}" ]]; then
    echo .age
  elif [[ -n "${GPG_RECIPIENT:-}" ]]; then
    echo .gpg
  fi
}

encrypt() {
  case "$(suffix)" in
    .age) age --recipient "$AGE_RECIPIENT" ;;
    .gpg) gpg --batch --trust-model always --encrypt --recipient "$GPG_RECIPIENT" ;;
    *) cat ;;
  esac
}

[[ "$KEEP_DAYS" =~ ^[1-9][0-9]*$ ]] || { say "KEEP_DAYS is '$KEEP_DAYS', and that is no number of days." >&2 && exit 1; }
mkdir -p "$FOLDER"
exec 9>"$FOLDER/.lock"
flock --nonblock 9 || { say "Another backup to $FOLDER is under way." >&2 && exit 1; }
rm -rf "$FOLDER"/.part-*
stage="$(mktemp -d "$FOLDER/.part-XXXXXX")"

# The heads must not be ahead of the database, nor the database ahead of the documents: hence this order.
[[ ! -d "$ERP_DATA/ledger-heads" ]] || cp -R "$ERP_DATA/ledger-heads" "$stage/"
psql -XAtq -v ON_ERROR_STOP=1 -f "$here/counts.sql" >"$stage/counts"
pg_dump --format=custom --file="$stage/database.dump"
pg_restore --list "$stage/database.dump" >/dev/null

name="erp-$(date -u +%Y%m%d-%H%M%S).tar$(suffix)"
pack | encrypt >"$stage/$name"
(cd "$stage" && sha256sum "$name" >"$name.sha256")
sync "$stage/$name" "$stage/$name.sha256"
mv "$stage/$name.sha256" "$stage/$name" "$FOLDER/"
(cd "$FOLDER" && sha256sum --check --quiet "$name.sha256")

bytes="$(stat -c %s "$FOLDER/$name")"
psql -XAtq -v ON_ERROR_STOP=1 -c "INSERT INTO backups (size_bytes) VALUES ($bytes)" ||
  say "The backup is good, but it could not be noted in the database." >&2
measure 1
say "Backup completed: $FOLDER/$name ($((bytes / 1024)) KB)"

# Only now, that a newer one is there.
find "$FOLDER" -maxdepth 1 -name 'erp-*.tar*' ! -name "$name*" -mtime "+$((KEEP_DAYS - 1))" -print -delete
