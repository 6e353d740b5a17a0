# shellcheck shell=bash
# The functions of runbooks. A runbook contains those that it calls. Each function can be called again after a failure.

# Succeeds if the object exists; ends the runbook if the cluster does not answer.
exists() {
  local name
  name=$(kubectl get "$@" --ignore-not-found --output name) || exit 1
  [ -n "$name" ]
}

# Prints a field of an object; nothing if there is no such object or field.
field() {
  kubectl get "${@:2}" --ignore-not-found --output jsonpath="{$1}"
}

# Prints a quantity as a plain number: 1536Mi, 1.5Gi and 1610612736 are the same amount.
number() {
  awk -v quantity="$1" 'BEGIN {
    match(quantity, /^[0-9.]+([eE][-+]?[0-9]+)?/)
    number = substr(quantity, 1, RLENGTH)
    suffix = substr(quantity, RLENGTH + 1)
    power = suffix == "" ? 0 : index("KMGTPE", toupper(substr(suffix, 1, 1)))
    if (suffix == "m") number /= 1000
    else if (power) number *= (suffix ~ /i$/ ? 1024 : 1000) ^ power
    printf "%.0f\n", number
  }'
}

# Sets a volume to Retain, so that it survives its claim, and notes the policy that it had.
retain() {
  local policy
  policy=$(field .spec.persistentVolumeReclaimPolicy persistentvolume "$1")
  if [ "$policy" != Retain ]; then
    kubectl annotate persistentvolume "$1" --overwrite berth.dev/reclaim-policy="$policy"
    kubectl patch persistentvolume "$1" --type merge --patch '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
  fi
}

# Sets a volume to the policy that it had before retain.
unretain() {
  local policy
  policy=$(field '.metadata.annotations.berth\.dev/reclaim-policy' persistentvolume "$1")
  if [ -n "$policy" ]; then
    kubectl patch persistentvolume "$1" --type merge --patch "{\"spec\":{\"persistentVolumeReclaimPolicy\":\"$policy\"}}"
    kubectl annotate persistentvolume "$1" berth.dev/reclaim-policy-
  fi
}

# Retains the volume of a claim, and prints its name.
keep() {
  local volume
  volume=$(field .spec.volumeName persistentvolumeclaim "$@")
  if [ -n "$volume" ]; then
    retain "$volume"
    echo "$1 is on $volume"
  else
    echo "$1 has no volume: there is nothing to keep"
  fi
}

# Prints the ordinals for which a claim exists, or a volume that moves to it: each word is a namespace/name with * for the ordinal.
ordinals() {
  local word claims claim moves found=' '
  moves=$(kubectl get persistentvolume --output jsonpath='{range .items[*]}{.metadata.annotations.berth\.dev/moves-to}{"\n"}{end}') || exit 1
  for word in "$@"; do
    claims=$(kubectl get persistentvolumeclaim --namespace "${word%%/*}" --output jsonpath='{range .items[*]}{.metadata.name}{"\n"}{end}') || exit 1
    while read -r claim; do
      claim=${word%%/*}/${claim#"${word%%/*}/"}
      if [[ $claim =~ ^"${word%\**}"([0-9]+)"${word#*\*}"$ ]] && [[ $found != *" ${BASH_REMATCH[1]} "* ]]; then
        found+="${BASH_REMATCH[1]} "
      fi
    done <<<"$claims"$'\n'"$moves"
  done
  echo "$found"
}

# Prints the pods of a StatefulSet, also those that it left behind when it was deleted.
members() {
  local pods pod
  pods=$(kubectl get pods "${@:2}" --output jsonpath='{range .items[*]}{.metadata.labels.statefulset\.kubernetes\.io/pod-name}{"\n"}{end}') || exit 1
  while read -r pod; do
    if [[ $pod =~ ^"$1"-[0-9]+$ ]]; then
      echo "$pod"
    fi
  done <<<"$pods"
}

# Deletes a StatefulSet, but keeps its claims; then stops all of its pods, whatever their number.
stop() {
  local pods pod list=()
  kubectl delete statefulset "$@" --ignore-not-found --timeout=10m --cascade=orphan
  pods=$(members "$@") || exit 1
  if [ -n "$pods" ]; then
    while read -r pod; do list+=("$pod"); done <<<"$pods"
    kubectl delete pod "${list[@]}" "${@:2}" --ignore-not-found --timeout=10m
  fi
}

# Retains the volumes of claims (namespace/name with * for the ordinal) of pods beyond this first ordinal and number.
spare() {
  local found ordinal claim=${1#*/}
  found=$(ordinals "$1") || exit 1
  for ordinal in $found; do
    if [ "$ordinal" -lt "$2" ] || [ "$ordinal" -ge "$(($2 + $3))" ]; then
      keep "${claim/\*/$ordinal}" --namespace "${1%%/*}"
    fi
  done
}

# Stops the runbook if a pod still mounts the claim: deleting the claim would never end.
unused() {
  local pods pod claims users=''
  pods=$(kubectl get pods "${@:2}" --output jsonpath='{range .items[*]}{.metadata.name}{range .spec.volumes[*]}{" "}{.persistentVolumeClaim.claimName}{end}{"\n"}{end}')
  while read -r pod claims; do
    [[ " $claims " != *" $1 "* ]] || users+=" $pod"
  done <<<"$pods"
  if [ -n "$users" ]; then
    echo "Stop the pods that still mount $1, then run this again:$users" >&2
    exit 1
  fi
}

# Prints the volume that moves from a claim to another one (namespace/name); nothing once it has moved.
moving() {
  local volumes to name volume=''
  volumes=$(kubectl get persistentvolume --output jsonpath='{range .items[*]}{.metadata.annotations.berth\.dev/moves-to}{" "}{.metadata.name}{"\n"}{end}') || exit 1
  while read -r to name; do
    [ "$to" != "$2" ] || volume=$name
  done <<<"$volumes"
  [ -n "$volume" ] || volume=$(field .spec.volumeName persistentvolumeclaim "$1" "${@:3}") || exit 1
  printf '%s' "$volume"
}

# Frees a volume from its claim, and reserves it for another claim (namespace/name).
release() {
  local claim=$1 volume=$2 to=$3 bound
  shift 3
  bound=$(field .spec.volumeName persistentvolumeclaim "${to#*/}" --namespace "${to%%/*}")
  if [ -n "$bound" ] && [ "$bound" != "$volume" ]; then
    echo "The claim $to exists, on volume $bound. Delete it if that volume has no data, then run this again." >&2
    exit 1
  fi
  retain "$volume"
  kubectl annotate persistentvolume "$volume" --overwrite berth.dev/moves-to="$to"
  unused "$claim" "$@"
  kubectl delete persistentvolumeclaim "$claim" "$@" --ignore-not-found --timeout=10m
  if [ "$(field .spec.claimRef.namespace persistentvolume "$volume")/$(field .spec.claimRef.name persistentvolume "$volume")" != "$to" ]; then
    kubectl patch persistentvolume "$volume" --type merge --patch "{\"spec\":{\"claimRef\":{\"namespace\":\"${to%%/*}\",\"name\":\"${to#*/}\",\"uid\":null,\"resourceVersion\":null}}}"
  fi
}

# Waits until the claim (namespace/name) is bound to its volume, and gives the volume its policy back.
settle() {
  kubectl wait persistentvolumeclaim/"${1#*/}" --namespace "${1%%/*}" --for=jsonpath='{.status.phase}'=Bound --timeout=5m
  unretain "$2"
  kubectl annotate persistentvolume "$2" berth.dev/moves-to-
}

# Waits until a pod has succeeded. Ends the runbook if it fails, or does not start within ten minutes.
succeeded() {
  local phase end=$((SECONDS + 600))
  while true; do
    phase=$(field .status.phase pod "$@")
    case "$phase" in
      Succeeded) return ;;
      Running) ;;
      Pending)
        if [ "$SECONDS" -ge "$end" ]; then
          echo "Pod $1 does not start; 'kubectl describe pod' shows why. Correct the cause, then run this again." >&2
          exit 1
        fi
        ;;
      *)
        kubectl logs "$@" || true
        echo "Pod $1 failed. Correct the cause, then run this again." >&2
        exit 1
        ;;
    esac
    sleep 5
  done
}

# Waits until a pod is Ready. Ends the runbook if it is not after fifteen minutes.
arriving() {
  local end=$((SECONDS + 900))
  until [ "$(field '.status.conditions[?(@.type=="Ready")].status' pod "$@")" = True ]; do
    if [ "$SECONDS" -ge "$end" ]; then
      echo "Pod $1 does not become Ready; 'kubectl describe pod' shows why. Correct the cause (after a failed rollout: undo it, and delete the pod), then run this again." >&2
      exit 1
    fi
    sleep 5
  done
}

# Deletes a pod of a StatefulSet, and waits until its successor is Ready.
replace() {
  kubectl delete pod "$@" --ignore-not-found --timeout=10m
  arriving "$@"
}

# Deletes the pods of an applied StatefulSet that are not Ready with an earlier template: its controller would wait for them forever.
unstick() {
  local newest pods pod revision ready end=$((SECONDS + 300))
  until [ "$(field .status.observedGeneration statefulset "$@")" = "$(field .metadata.generation statefulset "$@")" ]; do
    if [ "$SECONDS" -ge "$end" ]; then
      echo "The controller of StatefulSet $1 does not run." >&2
      exit 1
    fi
    sleep 1
  done
  newest=$(field .status.updateRevision statefulset "$@")
  pods=$(kubectl get pods "${@:2}" --output jsonpath='{range .items[*]}{.metadata.labels.statefulset\.kubernetes\.io/pod-name}{"|"}{.metadata.labels.controller-revision-hash}{"|"}{.status.conditions[?(@.type=="Ready")].status}{"\n"}{end}')
  while IFS='|' read -r pod revision ready; do
    if [[ $pod =~ ^"$1"-[0-9]+$ ]] && [ "$revision" != "$newest" ] && [ "$ready" != True ]; then
      kubectl delete pod "$pod" "${@:2}" --ignore-not-found --timeout=10m
    fi
  done <<<"$pods"
}

# Starts the pod of a StatefulSet with this ordinal (the first one follows) if someone has scaled the StatefulSet down.
raise() {
  local replicas
  replicas=$(field .spec.replicas statefulset "$1" "${@:4}")
  if [ -n "$replicas" ] && [ "$replicas" -le "$(($2 - $3))" ]; then
    echo "$1 was scaled to $replicas: pod $1-$2 starts again. Pause what scales it, such as an autoscaler."
    kubectl scale statefulset "$1" --replicas "$(($2 - $3 + 1))" "${@:4}"
    arriving "$1-$2" "${@:4}"
  fi
}

# Runs a pod, whose manifest is on the standard input, until it has succeeded. One that was left over is replaced.
helper() {
  kubectl delete pod "$@" --ignore-not-found --timeout=10m
  kubectl create --filename -
  succeeded "$@"
  kubectl delete pod "$@" --timeout=10m
}

# Stops the runbook if the class of a claim does not allow expansion.
expandable() {
  local class
  class=$(field .spec.storageClassName persistentvolumeclaim "$@")
  if [ -n "$class" ] && [ "$(field .allowVolumeExpansion storageclass "$class")" != true ]; then
    echo "StorageClass $class of claim $1 does not allow expansion." >&2
    exit 1
  fi
}

# Requests a larger size for a claim; nothing happens if it already requests this amount or more.
grow() {
  local requested
  requested=$(field .spec.resources.requests.storage persistentvolumeclaim "$1" "${@:3}")
  if [ -n "$requested" ] && [ "$(number "$requested")" -lt "$(number "$2")" ]; then
    kubectl patch persistentvolumeclaim "$1" "${@:3}" --type merge --patch "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"$2\"}}}}"
  fi
}

# Succeeds if the file system of a claim grows only when its pod starts.
pending() {
  local conditions
  conditions=$(field '.status.conditions[*].type' persistentvolumeclaim "$@") || exit 1
  [[ $conditions == *FileSystemResizePending* ]]
}

# Waits until a claim has this amount or more. Ends the runbook if the driver cannot expand its volume.
grown() {
  local end=$((SECONDS + 900)) capacity status
  while true; do
    capacity=$(field .status.capacity.storage persistentvolumeclaim "$1" "${@:3}")
    if [ -z "$capacity" ] || [ "$(number "$capacity")" -ge "$(number "$2")" ]; then
      return
    fi
    status=$(field .status.allocatedResourceStatuses.storage persistentvolumeclaim "$1" "${@:3}")
    if [[ $status == *Infeasible ]] || [ "$SECONDS" -ge "$end" ]; then
      echo "Claim $1 has $capacity and does not reach $2; 'kubectl describe persistentvolumeclaim' shows why." >&2
      exit 1
    fi
    sleep 5
  done
}

# Waits until the volume of a claim has this amount or more, although its file system may still have to grow.
expanded() {
  pending "$1" "${@:3}" || grown "$@"
}

# Succeeds if a claim exists with another size, class or access modes than these; an empty word stands for any.
outdated() {
  local found size class modes
  found=$(kubectl get persistentvolumeclaim "$1" "${@:5}" --ignore-not-found --output jsonpath='{.spec.resources.requests.storage}{"|"}{.spec.storageClassName}{"|"}{.spec.accessModes[*]}') || exit 1
  IFS='|' read -r size class modes <<<"$found"
  [ -n "$size" ] && {
    [ "$(number "$size")" != "$(number "${2:-$size}")" ] || [ "${3:-$class}" != "$class" ] || [ "${4:-$modes}" != "$modes" ]
  }
}

# Dumps the PostgreSQL server in a container of a pod to a directory; a follower has no data of its own. Once the pod is stopped, the dump must be complete.
dump() {
  local file=$3/$1.sql follows
  (umask 077 && mkdir -p "$3")
  if exists pod "$1" "${@:4}"; then
    arriving "$1" "${@:4}"
    follows=$(kubectl exec "$1" --container "$2" "${@:4}" -- sh -c "psql --no-psqlrc --tuples-only --no-align --username \"\${POSTGRES_USER:-postgres}\" --dbname postgres --command 'SELECT pg_is_in_recovery()'")
    if [ "$follows" = t ]; then
      printf '%s\n' '-- The server that this one follows has the data.' '-- PostgreSQL database cluster dump complete' >"$file.part"
    else
      (umask 077 && kubectl exec "$1" --container "$2" "${@:4}" -- sh -c "pg_dumpall --clean --if-exists --username \"\${POSTGRES_USER:-postgres}\"" >"$file.part")
    fi
    mv "$file.part" "$file"
  fi
  if ! tail -n 5 "$file" | grep --quiet 'cluster dump complete'; then
    echo "$file is not a complete dump of $1: apply the old tree to start its server again." >&2
    exit 1
  fi
}

# Loads the dump of a pod into the PostgreSQL server that has replaced it, once that accepts connections; only once.
load() {
  local attempt=0 errors
  [ -e "$3/$1.sql" ] || return 0
  until kubectl exec "$1" --container "$2" "${@:4}" -- pg_isready --quiet --host 127.0.0.1; do
    attempt=$((attempt + 1))
    if [ "$attempt" -ge 60 ]; then
      echo "The server of pod $1 does not accept connections." >&2
      exit 1
    fi
    sleep 5
  done
  kubectl exec --stdin "$1" --container "$2" "${@:4}" -- sh -c "psql --quiet --username \"\${POSTGRES_USER:-postgres}\" --dbname postgres 2>&1" <"$3/$1.sql" >"$3/$1.log"
  errors=$(grep 'ERROR:' "$3/$1.log" | grep --invert-match -e 'current user cannot be dropped' -e 'role ".*" already exists' || true)
  if [ -n "$errors" ]; then
    echo "Pod $1 did not load all of its dump: $errors" >&2
    exit 1
  fi
  mv "$3/$1.sql" "$3/$1.sql.loaded"
}

# Prints the claims that the containers of a workload mount: once this changes, the new version is applied.
mounts() {
  kubectl get "$@" --ignore-not-found --output jsonpath='{.spec.volumeClaimTemplates[*].metadata.name}{"|"}{range .spec.template.spec.volumes[*]}{.name}={.persistentVolumeClaim.claimName} {end}{"|"}{range .spec.template.spec.containers[*]}{range .volumeMounts[*]}{.name}:{.mountPath} {end}{end}'
}
