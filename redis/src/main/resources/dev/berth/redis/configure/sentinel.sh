# The sentinels know the primary. A server asks them whenever it starts, and waits until as many as the quorum agree: it
# must not accept writes while another server is the primary.
ask_sentinels() {
  for host in $SENTINELS; do
    timeout 3 "$CLI" -h "$host" -p 26379 sentinel get-master-addr-by-name "$GROUP" 2>/dev/null | grep -F ".$DOMAIN" || true
  done | sort | uniq -c | sort -rn | awk -v quorum="$QUORUM" '$1 >= quorum { print $2; exit }'
}

primary=$(ask_sentinels)
until [ -n "$primary" ]; do
  echo "Waiting until $QUORUM sentinels agree on the primary."
  sleep 1
  primary=$(ask_sentinels)
done
line "replica-announce-ip $POD_NAME.$DOMAIN"
if [ "$primary" != "$POD_NAME.$DOMAIN" ]; then
  line "replicaof $primary 6379"
fi
