# Every start renews the settings for TLS. Without TLS, the servers had another port.
grep -v -e '^port ' -e '^tls-' "$conf" |
  sed -E 's/^(sentinel (monitor|known-replica) .*) 6379( |$)/\1 6380\3/' >"$conf.new"
cat >>"$conf.new" <<EOF
SETTINGS
EOF
mv "$conf.new" "$conf"
