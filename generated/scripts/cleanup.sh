#!/usr/bin/env bash
# Rendered by Berth from com.example.exercise.Exercise: scripts/cleanup.sh
# Do not edit: change the declaration, then run 'mvn install -Prender -DskipTests'.
# Removes the exercise. Before it deletes claims, and with them the data, it names each of them and asks. It can run again.
set -euo pipefail

readonly NAMESPACE='statefulset-demo'
readonly TIMEOUT='600s'
readonly VOLUMES=(manual-pv-001)

yes=false
case "${1:-}" in
  --yes) yes=true ;;
  '') ;;
  *)
    echo 'Usage: cleanup.sh [--yes]' >&2
    echo '  --yes  delete the claims, the volumes and their data without a question' >&2
    exit 2
    ;;
esac

read -r -a kubectl <<<"${KUBECTL:-kubectl}"

delete() {
  "${kubectl[@]}" delete "$@" --ignore-not-found --timeout="${TIMEOUT}"
}

# The claims of the namespace, each with its volume: also those that scaling up has made.
claims="$("${kubectl[@]}" get persistentvolumeclaims -n "${NAMESPACE}" --ignore-not-found \
  -o 'jsonpath={range .items[*]}{.metadata.name}{" "}{.spec.volumeName}{"\n"}{end}')"

echo 'These claims and volumes would be deleted, with all their data:'
names=()
while read -r claim volume; do
  if [[ -n "${claim}" ]]; then
    names+=("${claim}")
    echo "  claim ${claim}, volume ${volume:-not bound}"
  fi
done <<<"${claims}"
for volume in "${VOLUMES[@]}"; do
  echo "  volume ${volume}"
done

if [[ "${yes}" != true ]]; then
  read -r -p 'Delete them? [y/N] ' answer || answer=''
  case "${answer}" in
    y | Y | yes) ;;
    *)
      echo 'Nothing was deleted.'
      exit 0
      ;;
  esac
fi

echo 'Deleting what runs'
delete statefulset postgres redis nginx-statefulset -n "${NAMESPACE}"
delete deployment nginx-deployment -n "${NAMESPACE}"
delete pod emptydir-example hostpath-example pvc-example configmap-volume-example secret-volume-example projected-volume-example -n "${NAMESPACE}"
delete service postgres-headless postgres redis-headless redis nginx-deployment-svc nginx-statefulset-svc -n "${NAMESPACE}"
delete configmap postgres-config app-config-vol redis-config -n "${NAMESPACE}"
delete secret postgres-secret app-secrets-vol -n "${NAMESPACE}"

for claim in "${names[@]+"${names[@]}"}"; do
  echo "Deleting claim ${claim}"
  delete persistentvolumeclaim "${claim}" -n "${NAMESPACE}"
done
for volume in "${VOLUMES[@]}"; do
  echo "Deleting volume ${volume}"
  delete persistentvolume "${volume}"
done
delete storageclass 'fast-ssd'
delete namespace "${NAMESPACE}"
echo 'Nothing of the exercise is left in the cluster.'
