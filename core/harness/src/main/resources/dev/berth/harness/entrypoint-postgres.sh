#!/bin/bash
# Stands in for the entry point of the official image: it reads the same variables, in the same order, with the same
# effect. On the first start it initializes the data, creates the database, and runs the scripts.
set -Eeo pipefail

from_file() {
  local file=${1}_FILE
  if [[ -n "${!file:-}" ]]; then
    export "$1"="$(<"${!file}")"
    unset "$file"
  fi
}

[[ "${1:0:1}" != - ]] || set -- postgres "$@"
# Where the packages in the images put the socket: a server that was built in another way may put it in /tmp.
[[ "$1" != postgres ]] || set -- "$@" -c unix_socket_directories=/var/run/postgresql
from_file POSTGRES_PASSWORD
: "${POSTGRES_USER:=postgres}" "${POSTGRES_DB:=$POSTGRES_USER}"
export POSTGRES_USER POSTGRES_DB

if [[ "$1" == postgres ]]; then
  mkdir -p "$PGDATA"
  chmod 00700 "$PGDATA" || true
fi
if [[ "$1" == postgres && ! -s "$PGDATA/PG_VERSION" ]]; then
  if [[ -z "${POSTGRES_PASSWORD:-}" && "${POSTGRES_HOST_AUTH_METHOD:-}" != trust ]]; then
    echo "no password for the superuser" >&2
    exit 1
  fi
  wal=()
  [[ -z "${POSTGRES_INITDB_WALDIR:-}" ]] || wal=(--waldir="$POSTGRES_INITDB_WALDIR")
  initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:-}") --no-sync "${wal[@]}" \
    --pgdata="$PGDATA" >/dev/null
  echo "host all all all ${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
  # Only the socket: whoever probes over TCP must not find this server ready.
  pg_ctl --pgdata="$PGDATA" --wait start -o "$(printf '%q ' "${@:2}" -c listen_addresses=)" >/dev/null
  if [[ "$POSTGRES_DB" != postgres ]]; then
    psql --username="$POSTGRES_USER" --dbname=postgres --no-psqlrc --quiet --set=db="$POSTGRES_DB" \
      <<<'CREATE DATABASE :"db";'
  fi
  for script in /docker-entrypoint-initdb.d/*; do
    case $script in
      *.sh)
        # shellcheck source=/dev/null
        . "$script"
        ;;
      *.sql)
        psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --no-psqlrc --quiet \
          --file="$script"
        ;;
    esac
  done
  pg_ctl --pgdata="$PGDATA" --mode=fast --wait stop >/dev/null
fi
exec "$@"
