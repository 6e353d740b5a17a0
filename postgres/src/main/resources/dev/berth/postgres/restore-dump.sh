#!/bin/bash
# Restores the newest dump, or the one that BACKUP names: each database in one transaction.
set -euo pipefail

if [[ -n "${PGPASSWORD_FILE:-}" ]]; then
  PGPASSWORD=$(<"$PGPASSWORD_FILE")
  export PGPASSWORD
fi

# The tables that have rows. Those of extensions have rows from the beginning.
tables_with_rows() {
  psql --no-password --dbname="$1" -XAtq --set=ON_ERROR_STOP=1 <<'SQL'
SELECT format('SELECT %L FROM ONLY %s LIMIT 1', c.oid::regclass, c.oid::regclass)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND NOT EXISTS (SELECT FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
\gexec
SELECT 'large object ' || oid FROM pg_largeobject_metadata LIMIT 1;
SQL
}

backup=$(find /backup -mindepth 1 -maxdepth 1 -type d -name "dump-${BACKUP:-*Z}" | sort | tail -n 1)
[[ -n "$backup" ]] || { echo "There is no dump${BACKUP:+ of $BACKUP}."; exit 1; }
mapfile -t names <<<"$DATABASES"
for database in "${names[@]}"; do
  pg_restore --list "$backup/$database.dump" >/dev/null
  if [[ "${REPLACE_DATA:-}" != true ]]; then
    tables=$(tables_with_rows "$database")
    if [[ -n "$tables" ]]; then
      echo "Nothing was restored, because the database $database has data: ${tables//$'\n'/, }"
      exit 1
    fi
  fi
done
for database in "${names[@]}"; do
  echo "Restoring $database from $backup."
  pg_restore --no-password --dbname="$database" --clean --if-exists --single-transaction --exit-on-error \
    "$backup/$database.dump"
done
