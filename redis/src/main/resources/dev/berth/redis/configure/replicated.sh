line "replica-announce-ip $POD_NAME.$DOMAIN"
if [ "$POD_NAME" != "$PRIMARY_POD" ]; then
  line "replicaof $PRIMARY_POD.$DOMAIN 6379"
fi
