#!/usr/bin/env bash
# Puts a backup of backup.sh back: `restore.sh FILE`, into an empty database and empty folders, and proves what is there
# then. The connection is named by libpq's own variables, as a superuser; see docs/operations/backup.md.
set -euo pipefail
umask 077

readonly ERP_DATA="${ERP_DATA:-/var/lib/erp}"
readonly DOCUMENTS="${ERP_STORAGE_FOLDER-$ERP_DATA/files}"
readonly HEADS="$ERP_DATA/ledger-heads"
readonly JAR="${ERP_JAR:-/opt/erp/ERPMain-1.0.0.jar}"
readonly SETTINGS="${ERP_SETTINGS:-/etc/erp/erp.env}"
export PGDATABASE="${PGDATABASE:-erp_db}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
stage=""
trap '[[ -z "$stage" ]] || rm -rf "$stage"' EXIT

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

ask() { psql -XAtq -v ON_ERROR_STOP=1 "$@"; }

require_empty_folder() {
  [[ ! -d "$1" ]] || [[ -z "$(ls -A "$1")" ]] || die "Nothing was restored: the folder $1 is not empty; move it away first."
}

decrypt() {
  case "$file" in
    *.age) age --decrypt --identity "${AGE_IDENTITY:?names the file with the key that opens the backup}" "$file" ;;
    *.gpg) gpg --batch --quiet --decrypt "$file" ;;
    *) cat "$file" ;;
  esac
}

# Into place, whether the folder is not there or is there and empty, such as a mounted volume.
move_into() {
  mkdir -p "$2"
  find "$1" -mindepth 1 -maxdepth 1 -exec mv -t "$2" {} +
}

(($# == 1)) || die "Usage: restore.sh FILE"
file="$(realpath "$1")"
[[ -r "$JAR" ]] || die "The jar $JAR, which proves what was restored, is not there; name it in ERP_JAR."
[[ -r "$file.sha256" ]] || die "Nothing was restored: $file.sha256 is missing, so that nobody knows whether the backup is whole."
(cd "$(dirname "$file")" && sha256sum --check --quiet "$file.sha256") >/dev/null 2>&1 ||
  die "Nothing was restored: the backup $file is damaged or was cut short."
[[ "$(ask -c "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')")" == 0 ]] ||
  die "Nothing was restored: the database $PGDATABASE is not empty."
[[ -z "$DOCUMENTS" ]] || require_empty_folder "$DOCUMENTS"
require_empty_folder "$HEADS"

mkdir -p "$ERP_DATA"
stage="$(mktemp -d "$ERP_DATA/.restoring-XXXXXX")"
decrypt | tar --extract --directory "$stage" || die "Nothing was restored: the backup $file cannot be opened."
pg_restore --exit-on-error --single-transaction --dbname="$PGDATABASE" "$stage/database.dump" ||
  die "Nothing was restored: the database did not take the backup; the reason is above."
ask -c "ANALYZE"
[[ ! -d "$stage/files" ]] || move_into "$stage/files" "$DOCUMENTS"
[[ ! -d "$stage/ledger-heads" ]] || move_into "$stage/ledger-heads" "$HEADS"

ask -f "$here/counts.sql" | paste -d '|' "$stage/counts" - | while IFS='|' read -r table counted _ found; do
  ((found >= counted)) || die "NOT SOUND: $table has $found rows, and had $counted when it was backed up."
done

if [[ -r "$SETTINGS" ]]; then
  set -a
  # shellcheck disable=SC1090
  . "$SETTINGS"
  set +a
fi
export ERP_DATA
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$JAR" verify || die "The backup is restored, but what is in it is NOT SOUND: see above."
echo "Restored, counted and proven. Start the ERP."
