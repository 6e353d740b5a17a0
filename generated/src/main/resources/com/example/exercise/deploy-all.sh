#!/usr/bin/env bash
# Applies the exercise in order, and waits until all of it runs. It can run again at any time.
set -euo pipefail

readonly NAMESPACE='{{namespace}}'
readonly TIMEOUT='{{timeout}}'

usage() {
  cat <<'USAGE'
Usage: deploy-all.sh [--cloud local|aws|gcp|azure]

  --cloud  whose disks the StorageClass {{storageClass}} offers; defaults to local

KUBECTL names the program that talks to the cluster: kubectl unless set.
USAGE
}

cloud=local
while [[ $# -gt 0 ]]; do
  case "$1" in
    --cloud)
      if [[ $# -lt 2 ]]; then
        echo 'deploy-all.sh: --cloud needs a value: local, aws, gcp or azure' >&2
        exit 2
      fi
      cloud="$2"
      shift 2
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      echo "deploy-all.sh: unknown argument: $1" >&2
      usage >&2
      exit 2
      ;;
  esac
done

case "${cloud}" in
  local) storage_class='{{storageClassFile}}' ;;
  aws | gcp | azure) storage_class="clouds/${cloud}/02-storageclass.yaml" ;;
  *)
    echo "deploy-all.sh: unknown cloud: ${cloud}: use local, aws, gcp or azure" >&2
    exit 2
    ;;
esac

read -r -a kubectl <<<"${KUBECTL:-kubectl}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

apply() {
  echo "Applying $1"
  if ! "${kubectl[@]}" apply --server-side -f "${root}/$1"; then
    echo "deploy-all.sh: $1 was not applied. What was applied before it stays; correct the cause and run again." >&2
    if [[ "$1" == "${storage_class}" ]]; then
      echo "The provisioner and the parameters of a StorageClass cannot be changed. To replace it, run 'kubectl delete storageclass {{storageClass}}' first; its volumes stay." >&2
    fi
    echo "After a conflict, 'kubectl apply --server-side --force-conflicts -f FILE' resolves it in favor of the file." >&2
    exit 1
  fi
}

# Says what the cluster knows about something that did not become ready.
give_up() {
  echo "deploy-all.sh: $1 within ${TIMEOUT}. What the cluster says:" >&2
  "${kubectl[@]}" get pods,persistentvolumeclaims -n "${NAMESPACE}" >&2 || true
  "${kubectl[@]}" get events -n "${NAMESPACE}" --sort-by=.lastTimestamp >&2 || true
  echo "A pod that is Pending mostly waits for its volume: see 'kubectl describe pod NAME -n ${NAMESPACE}'." >&2
  exit 1
}

await_rollout() {
  "${kubectl[@]}" rollout status "$1" -n "${NAMESPACE}" --timeout="${TIMEOUT}" ||
    give_up "$1 was not rolled out"
}

await_ready() {
  "${kubectl[@]}" wait --for=condition=Ready "$1" -n "${NAMESPACE}" --timeout="${TIMEOUT}" ||
    give_up "$1 was not ready"
}

apply '{{namespaceFile}}'
apply "${storage_class}"
for file in {{files}}; do
  apply "${file}"
done

for workload in {{rollouts}}; do
  await_rollout "${workload}"
done
for pod in {{pods}}; do
  await_ready "${pod}"
done

echo "Everything runs in namespace ${NAMESPACE}."
