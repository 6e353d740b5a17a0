#!/bin/bash
# Puts the newest base backup, or the one that BACKUP names, into the data directory of a server that is stopped.
set -euo pipefail
umask 077

backup=$(find /backup -mindepth 1 -maxdepth 1 -type d -name "base-${BACKUP:-*Z}" | sort | tail -n 1)
[[ -n "$backup" ]] || { echo "There is no base backup${BACKUP:+ of $BACKUP}."; exit 1; }
if [[ -e "$PGDATA/postmaster.pid" ]]; then
  echo "Nothing was restored, because a server runs in $PGDATA, or was killed: scale its StatefulSet to 0. If it was" \
    "killed, start and stop it, or delete its claim."
  exit 1
fi
if [[ -d "$PGDATA" && -n "$(ls -A "$PGDATA")" && "${REPLACE_DATA:-}" != true ]]; then
  echo "Nothing was restored, because $PGDATA has data."
  exit 1
fi

# The data that is here is removed only when the restored data is complete.
readonly new=$PGDATA.restore
echo "Restoring $backup."
rm -rf "$new"
mkdir -p "$new/pg_wal"
tar -xzf "$backup/base.tar.gz" -C "$new"
tar -xzf "$backup/pg_wal.tar.gz" -C "$new/pg_wal"
pg_verifybackup --quiet --manifest-path="$backup/backup_manifest" "$new"
if [[ -n "${WAL_MOUNT:-}" ]]; then
  wal=$(mktemp -d "$WAL_MOUNT/pg_wal.XXXXXX")
  cp -a "$new/pg_wal/." "$wal"
  rm -rf "$new/pg_wal"
  ln -s "$wal" "$new/pg_wal"
fi
sync
rm -rf "$PGDATA"
mv "$new" "$PGDATA"
if [[ -n "${WAL_MOUNT:-}" ]]; then
  find "$WAL_MOUNT" -mindepth 1 -maxdepth 1 -name 'pg_wal*' ! -path "$wal" -exec rm -rf {} +
fi
sync
echo "Restored $backup."
