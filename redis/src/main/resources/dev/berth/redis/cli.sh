#!/bin/sh
# The client with TLS, for the scripts and the probes. A socket has no TLS.
case ${1:-} in
  -s) exec redis-cli "$@" ;;
esac
exec redis-cli --tls --cacert /run/tls/ca.crt --cert /run/tls/tls.crt --key /run/tls/tls.key -p 6380 "$@"
