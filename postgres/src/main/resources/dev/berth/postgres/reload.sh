#!/bin/bash
# Runs next to the server. When the kubelet has updated the mounted files, the server reads them again. What the server
# does not accept is in the log of this container; the server keeps its old values.
set -uo pipefail
# The image of the server names SIGINT, the signal for a fast shutdown of PostgreSQL.
trap 'exit 0' INT TERM

export PGHOST=/var/run/postgresql PGUSER=$POSTGRES_USER PGDATABASE=postgres PGCONNECT_TIMEOUT=5 PGAPPNAME=reload

ask() {
  psql -XAtqc "$1"
}

# The files that the server reads again: without its key, of which a new certificate has another one.
files() {
  cat "$CONFIG"/postgresql.conf "$CONFIG"/pg_hba.conf /run/tls/tls.crt /run/tls/ca.crt 2>/dev/null | sha256sum
}

# The time at which the server has read its files, as a new connection sees it.
loaded() {
  ask 'SELECT pg_conf_load_time()'
}

# What the server does not accept, or accepts only when it starts.
refused() {
  ask "SELECT 'Not applied: ' || sourcefile || ':' || sourceline || coalesce(': ' || name, '') || ': ' || error
    FROM pg_file_settings
    WHERE error IS NOT NULL
      AND (name IS NULL OR name NOT IN (SELECT name FROM pg_settings WHERE pending_restart))
    UNION ALL
    SELECT 'Not applied: pg_hba.conf:' || line_number || ': ' || error FROM pg_hba_file_rules WHERE error IS NOT NULL
    UNION ALL
    SELECT 'Needs a restart of the pod: ' || name FROM pg_settings WHERE pending_restart"
}

# reload: returns whether the server has read the files, and prints what it does not accept.
reload() {
  local before
  before=$(loaded) && ask 'SELECT pg_reload_conf()' >/dev/null || return 1
  for ((i = 0; i < 50; i++)); do
    if [[ "$(loaded)" != "$before" ]]; then
      echo 'The server has read its files again.'
      break
    fi
    sleep 0.1
  done
  refused
}

seen=
while :; do
  now=$(files)
  if [[ "$now" != "$seen" ]] && pg_isready --quiet && reload; then
    seen=$now
  fi
  sleep 5 &
  wait $!
done
