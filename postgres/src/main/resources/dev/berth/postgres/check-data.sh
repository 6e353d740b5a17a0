#!/bin/bash
# check-data.sh MAJOR: the server starts only on the data that it takes over. On an empty volume, the entry point of the
# image would create an empty database, and clients would write to it.
set -euo pipefail

fail() {
  echo "$*" >&2
  exit 1
}

[[ -d "$PGDATA" ]] || fail "$PGDATA does not exist: this claim is not the one of the chart, or its data is elsewhere."
owner=$(stat --format=%u "$PGDATA")
[[ "$owner" == "$(id -u)" ]] || fail "$PGDATA belongs to user $owner, but the server runs as user $(id -u): state the" \
  "owner with BitnamiChart.runAs, or change it with VolumeOwner.initContainer."
[[ -s "$PGDATA/PG_VERSION" ]] || fail "$PGDATA has no data: this claim is not the one of the chart."
version=$(<"$PGDATA/PG_VERSION")
[[ "$version" == "$1" ]] || fail "$PGDATA has the data of PostgreSQL $version, which an image with PostgreSQL $1 cannot" \
  "read: use an image with PostgreSQL $version."
[[ ! -e "$PGDATA/standby.signal" ]] || fail "$PGDATA has the data of a read replica: take over the primary."
echo "$PGDATA has the data of PostgreSQL $version."
