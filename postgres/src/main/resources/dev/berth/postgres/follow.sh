#!/bin/bash
# Runs before each start of the server, in an init container. A server that is not the primary becomes its follower.
set -euo pipefail

readonly run=/var/run/postgresql
readonly slot=${POD_NAME//-/_}
readonly source="host=$PRIMARY_HOST port=5432 user=replicator connect_timeout=5 application_name=$slot ${REPLICATION_OPTIONS:-}"

# Escapes the password for the password file of the client library.
password=${REPLICATION_PASSWORD:-}
if [[ -n "${REPLICATION_PASSWORD_FILE:-}" ]]; then
  password=$(<"$REPLICATION_PASSWORD_FILE")
fi
password=${password//\\/\\\\}
password=${password//:/\\:}
(umask 077 && printf '*:*:*:*:%s\n' "$password" >"$run/pgpass")
export PGPASSFILE=$run/pgpass

ask() {
  psql "$source dbname=postgres" -XAtqc "$1"
}

# The copy is complete before the old data is removed. The signal file makes the new server a follower.
clone() {
  echo "Cloning $PRIMARY_HOST."
  local wal=()
  rm -rf "$PGDATA.clone"
  if [[ -n "${WAL_MOUNT:-}" ]]; then
    wal=(--waldir="$(mktemp -d "$WAL_MOUNT/pg_wal.XXXXXX")")
  fi
  pg_receivewal --dbname="$source" --slot="$slot" --create-slot --if-not-exists --no-password
  pg_basebackup --dbname="$source" --pgdata="$PGDATA.clone" --slot="$slot" --checkpoint=fast --no-password \
    ${wal[@]+"${wal[@]}"}
  touch "$PGDATA.clone/standby.signal"
  rm -rf "$PGDATA"
  mv "$PGDATA.clone" "$PGDATA"
  if [[ -n "${WAL_MOUNT:-}" ]]; then
    find "$WAL_MOUNT" -mindepth 1 -maxdepth 1 -name 'pg_wal*' ! -path "${wal[0]#--waldir=}" -exec rm -rf {} +
  fi
}

# The data of this server is removed only for a primary that accepts writes.
wait_for_primary() {
  until [[ "$(ask 'SELECT pg_is_in_recovery()' || true)" == f ]]; do
    echo "Waiting until $PRIMARY_HOST is a primary."
    sleep 1
  done
}

# Without a slot, the primary may have removed log that this server has not received: only a new copy is certain.
require_slot() {
  case $(ask "SELECT wal_status FROM pg_replication_slots WHERE slot_name = '$slot'") in
    lost)
      wait_for_primary
      psql "$source dbname=postgres replication=database" -XAtqc "DROP_REPLICATION_SLOT $slot"
      clone
      ;;
    '')
      wait_for_primary
      clone
      ;;
  esac
}

rm -f "$run/follow.conf"
if [[ "$POD_NAME" == "$PRIMARY_POD" ]]; then
  rm -f "$PGDATA.primary"
  exit 0
fi
if [[ ! -f "$PGDATA/standby.signal" ]]; then
  wait_for_primary
  clone
elif [[ "$(cat "$PGDATA.primary" 2>/dev/null)" != "$PRIMARY_POD" ]]; then
  # Data from another primary: start only with the new one.
  wait_for_primary
  require_slot
elif ask 'SELECT 1' >/dev/null; then
  require_slot
else
  echo "$PRIMARY_HOST does not answer: starting with the data that is here."
fi
echo "$PRIMARY_POD" >"$PGDATA.primary"
cat >"$run/follow.conf" <<EOF
primary_conninfo = '$source passfile=$run/pgpass'
primary_slot_name = '$slot'
EOF
