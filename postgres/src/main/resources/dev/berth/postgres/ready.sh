#!/bin/bash
# Ready: a primary that accepts writes, or a follower that replays what the primary sends. A follower without a primary
# stays ready, because it still answers reads. The server accepts connections over TCP only after its first start.
set -euo pipefail

pg_isready --quiet --host=127.0.0.1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB"

state=$(psql --host=/var/run/postgresql --username="$POSTGRES_USER" --dbname=postgres -XAtqc "
  SELECT CASE
    WHEN NOT pg_is_in_recovery() THEN 'primary'
    WHEN pg_is_wal_replay_paused() THEN 'paused'
    WHEN pg_last_wal_receive_lsn() <> pg_last_wal_replay_lsn()
      AND pg_last_xact_replay_timestamp() < now() - interval '1 minute' THEN 'behind'
    WHEN EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming') THEN 'following'
    ELSE 'alone'
  END")

if [[ "$POD_NAME" == "$PRIMARY_POD" ]]; then
  [[ "$state" == primary ]] || { echo "not promoted: $state"; exit 1; }
  exit 0
fi
case $state in
  following) exit 0 ;;
  alone) ! pg_isready --quiet --host="$PRIMARY_HOST" --timeout=2 || { echo "does not receive from $PRIMARY_HOST"; exit 1; } ;;
  *) echo "$state"; exit 1 ;;
esac
