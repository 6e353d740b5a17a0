#!/bin/bash
# Runs one container: container.sh DIRECTORY. What is in its root directory, its mounts, variables and command are in
# DIRECTORY. It runs in a mount namespace and a process namespace of its own, as the first process of the latter.
set -euo pipefail

readonly dir=$1 root=$1/root
mount -t tmpfs -o mode=755 container "$root"
cp --archive "$dir/skeleton/." "$root"
mount --all --fstab "$dir/mounts"
[[ ! -e $dir/read-only ]] || mount -o remount,ro "$root"

mapfile -d '' -t variables <"$dir/variables"
mapfile -d '' -t command <"$dir/command"
read -r user group groups <"$dir/user"
capabilities=-all
while read -r capability; do
  capabilities+=,+${capability,,}
done <"$dir/capabilities"
hostname "$(<"$dir/hostname")" 2>/dev/null || true
# A container ignores no signals, even if this shell inherited that some are ignored.
exec chroot "$root" /usr/bin/setpriv --reuid="$user" --regid="$group" --groups="$groups" --no-new-privs \
  --inh-caps=-all --bounding-set="$capabilities" /usr/bin/env --default-signal -i "${variables[@]}" "${command[@]}"
