#!/bin/bash
# Moves a server from the chart bitnami/postgresql to the rendered tree. Run it again after any failure: it skips what is
# done. It deletes no claim, no volume and no Secret.
#   move.sh NAMESPACE STATEFULSET MANIFESTS
set -euo pipefail

namespace=$1 name=$2 manifests=$3
claim=data-$name-0 dump=$name.sql

k() {
  kubectl --namespace "$namespace" "$@"
}

# label NAME: a label of the claim, which has those of the pods of the chart.
label() {
  k get persistentvolumeclaim "$claim" --output "jsonpath={.metadata.labels.app\.kubernetes\.io/$1}"
}

instance=$(label instance)
product=$(label name)
if [[ -z "$instance" || -z "$product" ]]; then
  echo "The claim $claim has no labels of the chart: app.kubernetes.io/instance and app.kubernetes.io/name." >&2
  exit 1
fi
chart=app.kubernetes.io/instance=$instance,app.kubernetes.io/name=$product

# 1. A dump, while the old server runs. A dump is complete if its end says so.
if ! tail -n 5 "$dump" 2>/dev/null | grep -q 'database cluster dump complete'; then
  # The password of "postgres" is in one of these variables, or in the file that one of them names.
  # shellcheck disable=SC2016
  k exec "$name-0" --container postgresql -- bash -c '
    PGPASSWORD=${POSTGRES_POSTGRES_PASSWORD:-$(cat "${POSTGRES_POSTGRES_PASSWORD_FILE:-/dev/null}")}
    export PGPASSWORD=${PGPASSWORD:-${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:-/dev/null}")}}
    exec pg_dumpall --host=127.0.0.1 --username=postgres --no-password' >"$dump"
  tail -n 5 "$dump" | grep -q 'database cluster dump complete'
fi

# 2. The volume survives, whatever happens to its claim.
volume=$(k get persistentvolumeclaim "$claim" --output 'jsonpath={.spec.volumeName}')
kubectl patch persistentvolume "$volume" --patch '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'

# 3. Stop the old server. Without its StatefulSet, nothing starts it again; "orphan" also keeps the claim if the chart
#    would delete it with the StatefulSet. The service is down from here on.
k delete statefulset --selector "$chart" --cascade=orphan
pods=$(k get pods --selector "$chart" --output name)
for pod in $pods; do
  k delete "$pod" --wait=false
  # The kubelet stops this image with a signal that waits for all clients. This one ends their connections.
  k exec "$pod" --container postgresql -- bash -c 'kill -INT 1' || true
done
for pod in $pods; do
  k wait --for=delete "$pod" --timeout=10m
done

# 4. Delete what the tree replaces, so that no label of the chart is left in a selector.
k delete service,networkpolicy,poddisruptionbudget,cronjob,serviceaccount --selector "$chart"

# 5. Start the new server.
kubectl apply --server-side --filename "$manifests"
k rollout status "statefulset/$name" --timeout=15m
