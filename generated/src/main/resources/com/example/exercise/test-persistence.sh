#!/usr/bin/env bash
# Shows that data outlives its pods: writes a row and a key, deletes the pods, waits for their successors, and reads both
# back. It ends with 0 only when nothing was lost, leaves nothing behind, and can run again.
set -euo pipefail

readonly NAMESPACE='{{namespace}}'
readonly TIMEOUT='{{timeout}}'
readonly POLLS={{polls}}
readonly POSTGRES_POD='{{postgresPod}}'
readonly REDIS_POD='{{redisPod}}'
readonly TABLE='berth_persistence_test'
readonly KEY='berth:persistence-test'

if [[ $# -gt 0 ]]; then
  echo 'Usage: test-persistence.sh' >&2
  exit 2
fi

read -r -a kubectl <<<"${KUBECTL:-kubectl}"
marker="written-$(date +%s)-$$"

in_postgres() {
  "${kubectl[@]}" exec "${POSTGRES_POD}" -n "${NAMESPACE}" -c '{{postgresContainer}}' -- \
    psql -v ON_ERROR_STOP=1 -qAt -U '{{postgresUser}}' -d '{{postgresDatabase}}' -c "$1"
}

in_redis() {
  "${kubectl[@]}" exec "${REDIS_POD}" -n "${NAMESPACE}" -c '{{redisContainer}}' -- redis-cli "$@"
}

fail() {
  echo "test-persistence.sh: $1" >&2
  exit 1
}

await_ready() {
  "${kubectl[@]}" wait --for=condition=Ready "pod/$1" -n "${NAMESPACE}" --timeout="${TIMEOUT}" ||
    fail "$1 was not ready within ${TIMEOUT}: see 'kubectl describe pod $1 -n ${NAMESPACE}'"
}

uid_of() {
  "${kubectl[@]}" get pod "$1" -n "${NAMESPACE}" --ignore-not-found -o 'jsonpath={.metadata.uid}'
}

# Deletes a pod and waits for its successor, which has the same name and another uid.
replace() {
  local before after polls
  before="$(uid_of "$1")"
  "${kubectl[@]}" delete pod "$1" -n "${NAMESPACE}" --timeout="${TIMEOUT}" ||
    fail "$1 was not deleted within ${TIMEOUT}"
  for ((polls = 0; polls < POLLS; polls++)); do
    after="$(uid_of "$1")"
    if [[ -n "${after}" && "${after}" != "${before}" ]]; then
      await_ready "$1"
      return
    fi
    sleep 2
  done
  fail "$1 was not recreated within ${TIMEOUT}"
}

clean_up() {
  in_postgres "DROP TABLE IF EXISTS ${TABLE}" >/dev/null || echo "test-persistence.sh: table ${TABLE} is left" >&2
  in_redis DEL "${KEY}" >/dev/null || echo "test-persistence.sh: key ${KEY} is left" >&2
}

await_ready "${POSTGRES_POD}"
await_ready "${REDIS_POD}"
trap clean_up EXIT

echo "Writing ${marker}"
in_postgres "DROP TABLE IF EXISTS ${TABLE}; CREATE TABLE ${TABLE} (message text); INSERT INTO ${TABLE} VALUES ('${marker}')" ||
  fail "${POSTGRES_POD} did not take the row"
answer="$(in_redis SET "${KEY}" "${marker}")" || fail "${REDIS_POD} did not take the key"
[[ "${answer}" == OK ]] || fail "${REDIS_POD} did not take the key: ${answer}"

echo "Replacing ${POSTGRES_POD} and ${REDIS_POD}"
replace "${POSTGRES_POD}"
replace "${REDIS_POD}"

lost=0
row="$(in_postgres "SELECT message FROM ${TABLE}")" || row=''
if [[ "${row}" != "${marker}" ]]; then
  echo "test-persistence.sh: ${POSTGRES_POD} lost the row: wrote '${marker}', read '${row}'" >&2
  lost=1
fi
value="$(in_redis GET "${KEY}")" || value=''
if [[ "${value}" != "${marker}" ]]; then
  echo "test-persistence.sh: ${REDIS_POD} lost the key: wrote '${marker}', read '${value}'" >&2
  lost=1
fi
if [[ "${lost}" -ne 0 ]]; then
  exit 1
fi

echo 'Nothing was lost: the row and the key outlived their pods.'
