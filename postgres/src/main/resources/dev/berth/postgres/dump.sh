#!/bin/bash
# Dumps the users and each database into a directory. backup.sh sources this file.

make_backup() {
  local names database
  pg_dumpall --no-password --globals-only --no-role-passwords --file="$1/users.sql"
  mapfile -t names <<<"$DATABASES"
  for database in "${names[@]}"; do
    pg_dump --no-password --dbname="$database" --format=custom --file="$1/$database.dump"
    # Unlike --list, this reads the data too.
    pg_restore --file=/dev/null "$1/$database.dump"
  done
}
