#!/bin/sh
# Runs next to a server of a cluster. Servers know each other by address, and a pod has another address whenever it is
# recreated: this script introduces them to each other by name. Server 0 assigns the slots, once.
set -eu

trap 'exit 0' TERM

cli() {
  timeout 5 "$CLI" "$@"
}

address() {
  getent hosts "$1" | awk '{ print $1; exit }'
}

# Whether a server knows nobody but itself.
is_alone() {
  cli -h "$1" cluster info | tr -d '\r' | grep -qx cluster_known_nodes:1
}

introduce() {
  known=$(cli cluster nodes)
  for peer in $PEERS; do
    ip=$(address "$peer")
    if [ -n "$ip" ] && ! printf '%s\n' "$known" | grep -F " $ip:6379@" | grep -q ' connected'; then
      cli cluster meet "$ip" 6379 >/dev/null
    fi
  done
}

create() {
  nodes=
  for peer in $PEERS; do
    ip=$(address "$peer")
    [ -n "$ip" ] && is_alone "$ip" || return 0
    nodes="$nodes $ip:6379"
  done
  echo "Creating the cluster of$nodes."
  # shellcheck disable=SC2086
  "$CLI" --cluster create $nodes --cluster-replicas "$REPLICAS" --cluster-yes
}

while :; do
  if cli ping 2>/dev/null | grep -q PONG; then
    if is_alone 127.0.0.1; then
      [ "$POD_NAME" != "$CREATOR" ] || create || true
    else
      introduce || true
    fi
  fi
  sleep 2 &
  wait $!
done
