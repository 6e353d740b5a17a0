#!/bin/bash
# Stands in for the entry point of bitnami/postgresql: it lays the data out as that image does. The configuration is
# written below /opt/bitnami at each start, and none is left in the data directory. It preloads no pgaudit.
set -euo pipefail

readonly conf=/opt/bitnami/postgresql/conf tmp=/opt/bitnami/postgresql/tmp
POSTGRES_PASSWORD=$(<"$POSTGRES_PASSWORD_FILE")
POSTGRES_POSTGRES_PASSWORD=$(<"$POSTGRES_POSTGRES_PASSWORD_FILE")
flags=("--config-file=$conf/postgresql.conf" "--external_pid_file=$tmp/postgresql.pid" "--hba_file=$conf/pg_hba.conf")
flags+=("--unix_socket_directories=$tmp")

execute() {
  PGPASSWORD=$POSTGRES_POSTGRES_PASSWORD psql --host="$tmp" --username=postgres --dbname="$1" --no-psqlrc --quiet \
    --set=ON_ERROR_STOP=1 --set=name="$POSTGRES_USER" --set=database="$POSTGRES_DATABASE" \
    --set=password="$POSTGRES_PASSWORD" --set=superuser_password="$POSTGRES_POSTGRES_PASSWORD"
}

# hba METHOD
hba() {
  printf '%s\n' "host all all 0.0.0.0/0 $1" "host all all ::/0 $1" "local all all $1" "host all all 127.0.0.1/32 $1" \
    "host all all ::1/128 $1" >"$conf/pg_hba.conf"
}

rm -f "$tmp/postgresql.pid" "$PGDATA"/{postmaster.pid,standby.signal,recovery.signal}
mkdir -p "$PGDATA"
chmod u+rwx,go-rwx "$PGDATA"
cat >"$conf/postgresql.conf" <<CONF
port = '5432'
listen_addresses = '*'
wal_level = 'replica'
max_wal_size = '400MB'
max_wal_senders = '16'
wal_keep_size = '128MB'
hot_standby = 'on'
fsync = 'on'
client_min_messages = 'error'
CONF
if [[ -z "$(ls -A "$PGDATA")" ]]; then
  initdb -E UTF8 -D "$PGDATA" -U postgres --no-sync >/dev/null
  hba trust
  # Not on the network: the probes of the chart would take it for the server.
  pg_ctl start --wait --pgdata="$PGDATA" --options="${flags[*]} --listen_addresses=''" >/dev/null
  execute postgres <<<'CREATE DATABASE :"database";'
  execute postgres <<'SQL'
ALTER ROLE postgres WITH PASSWORD :'superuser_password';
CREATE ROLE :"name" WITH LOGIN CREATEDB PASSWORD :'password';
GRANT ALL PRIVILEGES ON DATABASE :"database" TO :"name";
ALTER DATABASE :"database" OWNER TO :"name";
SQL
  execute "$POSTGRES_DATABASE" <<<'ALTER SCHEMA public OWNER TO :"name";'
  pg_ctl stop --wait --pgdata="$PGDATA" --mode=fast >/dev/null
fi
hba md5
rm -f "$PGDATA"/{postgresql.conf,pg_hba.conf}
exec postgres -D "$PGDATA" "${flags[@]}"
