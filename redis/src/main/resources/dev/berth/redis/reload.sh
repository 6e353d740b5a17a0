#!/bin/sh
# Runs next to the server. Sends the mounted commands when the kubelet has updated them, and whenever the server restarts.
# What the server does not accept is in the log of this container; the server keeps its old value.
set -u
trap 'exit 0' TERM

applied=/run/redis/applied.txt
socket=/run/redis/defaults.sock

cli() {
  timeout 5 "$CLI" "$@"
}

# check TEXT COMMAND…: runs a command of the client, and prints what the server does not accept.
check() {
  text=$1
  shift
  answer=$("$@" 2>&1)
  [ "$answer" = OK ] || echo "Not applied: $text: $answer"
}

# The names of the settings in a file of commands.
names() {
  cut -d ' ' -f 3 "$1" | sort -u
}

# Asks a second server, which has no configuration and no data.
default_server() {
  (unset REDISCLI_AUTH && cli -s "$socket" "$@" 2>/dev/null)
}

# reset NAME…: gives settings their default.
reset() {
  "$SERVER" --port 0 --unixsocket "$socket" --dir /run/redis --daemonize yes >/dev/null
  tries=0
  until default_server ping | grep -q PONG || [ "$tries" -ge 50 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  for name; do
    value=$(default_server config get "$name" | tail -n +2)
    check "CONFIG SET $name to its default" cli config set "$name" "$value"
  done
  default_server shutdown nosave
}

apply() {
  cp "$COMMANDS" "$applied.new"
  names "$applied" >/run/redis/before.txt
  names "$applied.new" >/run/redis/after.txt
  removed=$(comm -23 /run/redis/before.txt /run/redis/after.txt)
  # shellcheck disable=SC2086
  [ -z "$removed" ] || reset $removed
  while read -r command; do
    printf '%s\n' "$command" >/run/redis/command.txt
    check "$command" cli </run/redis/command.txt
  done <"$applied.new"
  mv "$applied.new" "$applied"
  echo 'The server has the settings of the file.'
}

seen=
while :; do
  running=$(cli info server 2>/dev/null | grep '^run_id:')
  now="$running $(cksum <"$COMMANDS")"
  if [ -n "$running" ] && [ "$now" != "$seen" ] && apply; then
    seen=$now
  fi
  sleep 5 &
  wait $!
done
