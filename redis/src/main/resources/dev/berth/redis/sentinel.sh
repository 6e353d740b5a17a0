#!/bin/sh
# Runs before each start of a sentinel, in an init container. The first start writes the configuration, which the sentinel
# rewrites with what it learns. Later starts only renew the password.
set -eu
umask 077

conf=/data/sentinel.conf

# quote TEXT: as the server reads it in its configuration.
quote() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g')"
}

if [ ! -s "$conf" ]; then
  until getent hosts "$PRIMARY" >/dev/null; do
    echo "Waiting until $PRIMARY has an address."
    sleep 1
  done
  cat >"$conf.new" <<EOF
port 26379
dir /data
protected-mode no
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $POD_NAME.$DOMAIN
sentinel announce-port 26379
sentinel monitor $GROUP $PRIMARY 6379 $QUORUM
sentinel down-after-milliseconds $GROUP 5000
sentinel failover-timeout $GROUP 30000
sentinel parallel-syncs $GROUP 1
EOF
  mv "$conf.new" "$conf"
fi
if [ -n "${REDIS_PASSWORD:-}" ]; then
  grep -v -e '^requirepass ' -e '^sentinel auth-pass ' -e '^sentinel sentinel-pass ' "$conf" >"$conf.new"
  {
    printf 'requirepass %s\n' "$(quote "$REDIS_PASSWORD")"
    printf 'sentinel sentinel-pass %s\n' "$(quote "$REDIS_PASSWORD")"
    printf 'sentinel auth-pass %s %s\n' "$GROUP" "$(quote "$REDIS_PASSWORD")"
  } >>"$conf.new"
  mv "$conf.new" "$conf"
fi
