#!/bin/bash
# Makes a backup in a directory of its own, then removes the oldest ones. A directory whose name ends in .part is not
# complete, and nothing ever reads it.
set -euo pipefail
umask 077

if [[ -n "${PGPASSWORD_FILE:-}" ]]; then
  PGPASSWORD=$(<"$PGPASSWORD_FILE")
  export PGPASSWORD
fi

# A Job that was created by hand may run at the same time.
exec 9>/backup/lock
flock -n 9 || { echo "Another backup is running."; exit 1; }
until name=$KIND-$(date -u +%Y%m%dT%H%M%SZ) && [[ ! -e /backup/$name ]]; do
  sleep 1
done
readonly part=/backup/$name.part
rm -rf /backup/*.part
trap 'rm -rf "$part"' EXIT
mkdir "$part"

# Fails if what it wrote cannot be read.
# shellcheck source=/dev/null
. "$(dirname "$0")/$KIND.sh"
make_backup "$part"

find "$part" -type f -exec sync {} +
mv "$part" "/backup/$name"
sync /backup
echo "Wrote /backup/$name."
find /backup -mindepth 1 -maxdepth 1 -type d -name "$KIND-*Z" | sort -r | tail -n +"$((KEEP + 1))" |
  while read -r old; do
    # Half of a removed backup must not look like a backup.
    mv "$old" "$old.part"
    rm -rf "$old.part"
    echo "Removed $old."
  done
