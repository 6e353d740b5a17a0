#!/bin/bash
# Replaces what is in a database with what is in a dump, in one transaction: the newest dump, or the one that DUMP names.
set -euo pipefail

if [[ -n "${POSTGRES_PASSWORD_FILE:-}" ]]; then
  POSTGRES_PASSWORD=$(<"$POSTGRES_PASSWORD_FILE")
fi
export PGPASSWORD=${POSTGRES_PASSWORD:-}
for database in $DATABASES; do
  file=$(find /backup -maxdepth 1 -name "$database-${DUMP:-*}.dump" | sort | tail -n 1)
  [[ -n "$file" ]] || { echo "There is no dump of $database."; exit 1; }
  echo "Restoring $database from $file."
  pg_restore --host="$SERVER" --username="$POSTGRES_USER" --no-password --dbname="$database" --clean --if-exists \
    --single-transaction --exit-on-error "$file"
done
