#!/bin/sh
# Starts the proxy. It resolves full names only, so it needs the domain of the cluster, which the kubelet writes into
# /etc/resolv.conf.
set -eu

CLUSTER_DOMAIN=$(sed -n 's/^search .*[[:blank:]]svc\.\([^[:blank:]]*\).*/\1/p' /etc/resolv.conf)
if [ -z "$CLUSTER_DOMAIN" ]; then
  echo "/etc/resolv.conf has no search domain svc.DOMAIN: the pod needs the dnsPolicy ClusterFirst" >&2
  exit 1
fi
export CLUSTER_DOMAIN
exec haproxy -db -f /usr/local/etc/haproxy/haproxy.cfg
