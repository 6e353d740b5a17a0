#!/bin/bash
# Dumps the users and each database into a file, and removes the oldest files. A file without the ending .part is complete.
set -euo pipefail
umask 077

if [[ -n "${POSTGRES_PASSWORD_FILE:-}" ]]; then
  POSTGRES_PASSWORD=$(<"$POSTGRES_PASSWORD_FILE")
fi
export PGPASSWORD=${POSTGRES_PASSWORD:-}
now=$(date -u +%Y%m%dT%H%M%SZ)

# finish FILE NAME ENDING
finish() {
  sync "$1.part"
  mv "$1.part" "$1"
  echo "Wrote $1."
  find /backup -maxdepth 1 -name "$2-*.$3" | sort -r | tail -n +"$((KEEP + 1))" | while read -r old; do
    rm "$old"
    echo "Removed $old."
  done
}

file=/backup/users-$now.sql
pg_dumpall --host="$SERVER" --username="$POSTGRES_USER" --no-password --globals-only --file="$file.part"
finish "$file" users sql
for database in $DATABASES; do
  file=/backup/$database-$now.dump
  pg_dump --host="$SERVER" --username="$POSTGRES_USER" --no-password --format=custom --file="$file.part" "$database"
  finish "$file" "$database" dump
done
