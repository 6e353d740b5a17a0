#!/bin/sh
# Runs before a server is stopped. A primary hands over to a replica, so that clients wait for a moment instead of until
# the sentinels notice that it is gone. Without a quorum or a replica, it is stopped as it is. The hook limits the time.
set -u

cli() {
  timeout 3 "$CLI" "$@" 2>/dev/null
}

# Succeeds if as many sentinels as the quorum name this server.
is_named() {
  for host in $SENTINELS; do
    cli -h "$host" -p 26379 sentinel get-master-addr-by-name "$GROUP" | grep -Fx "$POD_NAME.$DOMAIN"
  done | awk -v quorum="$QUORUM" 'END { exit NR < quorum }'
}

# Prints the position in the log of writes, and after it that of each replica that is connected.
positions() {
  cli info replication | tr -d '\r' | sed -n \
    -e 's/^slave[0-9]*:.*state=online,offset=\([0-9]*\).*/replica \1/p' -e 's/^master_repl_offset:/primary /p'
}

# Succeeds if there are replicas that are connected, and all of them have every write.
have_all() {
  positions | awk '
    $1 == "primary" { all = $2 }
    $1 == "replica" { replicas++; if (replicas == 1 || $2 < least) least = $2 }
    END { exit !(replicas && least >= all) }'
}

await_all() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    ! have_all || return 0
    sleep 0.3
  done
  return 1
}

# Asks the first sentinel that answers. It refuses while no replica can be promoted.
ask() {
  for host in $SENTINELS; do
    answer=$(cli -h "$host" -p 26379 sentinel failover "$GROUP")
    [ -z "$answer" ] || break
  done
  [ "$answer" = OK ]
}

await_other() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    is_named || return 0
    sleep 0.3
  done
  return 1
}

while cli role | grep -qx master && is_named; do
  if positions | grep -q replica; then
    # From here on, no write is confirmed that the next primary does not have. The pause ends by itself.
    cli client pause 20000 write >/dev/null
    if await_all && ask && await_other; then
      exit 0
    fi
    cli client unpause >/dev/null
  fi
  sleep 1
done
