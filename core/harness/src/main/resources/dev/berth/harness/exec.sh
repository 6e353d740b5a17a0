#!/bin/bash
# Runs a command in a running container: exec.sh DIRECTORY PID COMMAND…
set -euo pipefail

readonly dir=$1 pid=$2
mapfile -d '' -t variables <"$dir/variables"
read -r user group groups <"$dir/user"
exec nsenter --target "$pid" --mount --net --pid --root /usr/bin/setpriv --reuid="$user" --regid="$group" \
  --groups="$groups" --no-new-privs --inh-caps=-all --bounding-set=-all /usr/bin/env --chdir=/ -i "${variables[@]}" "${@:3}"
