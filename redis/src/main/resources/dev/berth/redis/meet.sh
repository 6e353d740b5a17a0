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

# How many servers a server knows, with itself. Nothing if it does not answer in time.
known_nodes() {
  cli -h "$1" cluster info 2>/dev/null | tr -d '\r' | sed -n 's/^cluster_known_nodes://p'
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
    [ -n "$ip" ] && [ "$(known_nodes "$ip")" = 1 ] || return 0
    nodes="$nodes $ip:6379"
  done
  echo "Creating the cluster of$nodes."
  # shellcheck disable=SC2086
  "$CLI" --cluster create $nodes --cluster-replicas "$REPLICAS" --cluster-yes
}

while :; do
  case $(known_nodes 127.0.0.1) in
    '') ;;
    1) [ "$POD_NAME" != "$CREATOR" ] || create || true ;;
    *) introduce || true ;;
  esac
  sleep 2 &
  wait $!
done
