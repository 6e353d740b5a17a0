line "cluster-announce-hostname $POD_NAME.$DOMAIN"
line "cluster-announce-ip $POD_IP"
