#!/bin/sh
# Runs before each start of the server, in an init container. Writes the configuration with what only the pod knows.
set -eu
umask 077

conf=/run/redis/redis.conf
cp "$CONFIG" "$conf"

# quote TEXT: as the server reads it in its configuration.
quote() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g')"
}

line() {
  printf '%s\n' "$1" >>"$conf"
}

# create_user NAME PASSWORD RULE…
create_user() {
  name=$1
  password=$2
  shift 2
  line "user $name on $(quote ">$password") $*"
}

if [ -n "${REDIS_PASSWORD:-}" ]; then
  line "requirepass $(quote "$REDIS_PASSWORD")"
  line "masterauth $(quote "$REDIS_PASSWORD")"
fi
