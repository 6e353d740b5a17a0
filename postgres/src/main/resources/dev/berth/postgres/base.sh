#!/bin/bash
# Copies the data of the server, with the log that makes it consistent. backup.sh sources this file.

make_backup() {
  pg_basebackup --no-password --format=tar --gzip --wal-method=stream --checkpoint=fast --pgdata="$1"
  # The checksums of the files in the archives that were just written.
  mkdir -p "$1/check/pg_wal"
  tar -xzf "$1/base.tar.gz" -C "$1/check"
  tar -xzf "$1/pg_wal.tar.gz" -C "$1/check/pg_wal"
  pg_verifybackup --quiet --manifest-path="$1/backup_manifest" "$1/check"
  rm -rf "$1/check"
}
