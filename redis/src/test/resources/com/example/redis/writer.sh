#!/bin/bash
# Writes keys until /tmp/stop exists, and prints each key that a server acknowledges: writer.sh HOST PORT REPLICAS. The
# server answers OK, and REPLICAS replicas have received the key. With a sentinel as HOST, keys go to its primary. Each key
# and its WAIT use one connection, because WAIT is about the last write of its own connection.

readonly replicas=$3
answer=

# Sends a command, and reads the first line of its answer.
ask() {
  printf '%s\r\n' "$1" >&3 2>/dev/null && IFS= read -r -t 5 -u 3 answer && answer=${answer%$'\r'}
}

connect() {
  { exec 3<>"/dev/tcp/$1/$2"; } 2>/dev/null && { [[ -z $PASSWORD ]] || { ask "AUTH $PASSWORD" && [[ $answer == +OK ]]; }; }
}

# The array of a sentinel: the number of elements, a length, the name of the host, and more.
ask_sentinel() {
  connect "$1" "$2" && ask "SENTINEL get-master-addr-by-name cache" && [[ $answer == '*2' ]] &&
    read -r -t 5 -u 3 && read -r -t 5 -u 3 host && host=${host%$'\r'}
}

find_server() {
  host=$1
  [[ $2 == 6379 ]] || ask_sentinel "$1" "$2"
}

write() {
  ask "SET $1 yes" || return 1
  if [[ $answer == -MOVED* ]]; then
    answer=${answer##* }
    connect "${answer%:*}" 6379 && ask "SET $1 yes" || return 1
  fi
  [[ $answer == +OK ]] || return 1
  [[ $replicas == 0 ]] || { ask "WAIT $replicas 3000" && [[ $answer == ":$replicas" ]]; }
}

trap '' PIPE
connected=
exec 9<> <(:) # Nobody writes to it: reading from it is a pause without another process.
for ((i = 0; ; i++)); do
  [[ ! -e /tmp/stop ]] || exit 0
  read -r -t 0.02 -u 9 || true
  [[ -n $connected ]] || { find_server "$1" "$2" && connect "$host" 6379; } || continue
  connected=yes
  if write "$0-$i"; then
    echo "$0-$i"
  else
    connected=
  fi
done
