# With the tree of the old version checked out. What was written to the new version is lost.
set -euo pipefail
kubectl delete statefulset orders --namespace shop --ignore-not-found --cascade=orphan
kubectl delete pod orders-0 --namespace shop --ignore-not-found
for claim in orders-data-orders-0 orders-wal-orders-0; do
  volume=$(kubectl get persistentvolumeclaim "$claim-before" --namespace shop --output jsonpath='{.spec.volumeName}')
  kubectl patch persistentvolume "$volume" --type merge --patch '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
  kubectl delete persistentvolumeclaim "$claim" "$claim-before" --namespace shop --ignore-not-found
  reference='{"spec":{"claimRef":{"name":"'$claim'","uid":null,"resourceVersion":null}}}'
  kubectl patch persistentvolume "$volume" --type merge --patch "$reference"
done
kubectl apply --server-side --filename orders.yaml
kubectl rollout status statefulset/orders --namespace shop --timeout=15m
