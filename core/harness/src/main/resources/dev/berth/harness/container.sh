#!/bin/bash
# Runs one container: container.sh DIRECTORY. Its mounts, directories, variables and command are files in DIRECTORY. It
# runs in a mount namespace and a process namespace of its own, as the first process of the latter.
set -euo pipefail

readonly dir=$1 root=$1/root
mount --make-rprivate /
mkdir -p "$root"
mount -t tmpfs -o mode=755 container "$root"
mkdir -p "$root"/{usr,etc,proc,dev,run,tmp,var/lib,var/run}
# The programs of this machine. What an image has below /usr/local is not here.
for part in bin sbin lib lib64 libexec share; do
  [[ -d /usr/$part ]] || continue
  mkdir -p "$root/usr/$part"
  mount --bind "/usr/$part" "$root/usr/$part"
  mount -o remount,ro,bind "$root/usr/$part"
done
for link in bin sbin lib lib64; do
  ln -s "usr/$link" "$root/$link"
done
for file in /etc/ld.so.cache /etc/nsswitch.conf /etc/ssl/openssl.cnf; do
  [[ ! -e $file ]] || install -D -m 644 "$file" "$root$file"
done
mkdir "$root/etc/alternatives"
mount --bind /etc/alternatives "$root/etc/alternatives"
install -m 755 "$dir/entrypoint.sh" "$root/entrypoint.sh"
cp "$dir/passwd" "$root/etc/passwd"
cp "$dir/group" "$root/etc/group"
cp "$dir/resolv.conf" "$root/etc/resolv.conf"
touch "$root/etc/hosts"
mount --bind "$dir/hosts" "$root/etc/hosts"
for device in null zero random urandom; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
mkdir -p "$root/dev/shm"
mount -t tmpfs -o mode=1777,size=64m shm "$root/dev/shm"
mount -t proc proc "$root/proc"
while read -r directory; do
  mkdir -p "$root$directory"
done <"$dir/directories"
while IFS=$'\t' read -r source target mode; do
  if [[ -f "$source" ]]; then
    mkdir -p "$(dirname "$root$target")"
    touch "$root$target"
  else
    mkdir -p "$root$target"
  fi
  mount --bind "$source" "$root$target"
  [[ $mode == rw ]] || mount -o remount,ro,bind "$root$target"
done <"$dir/mounts"
if [[ -e $dir/read-only ]]; then
  mount -o remount,ro "$root"
else
  chmod 1777 "$root/tmp"
fi

mapfile -d '' -t variables <"$dir/variables"
mapfile -d '' -t command <"$dir/command"
read -r user group groups <"$dir/user"
capabilities=-all
while read -r capability; do
  capabilities+=,+${capability,,}
done <"$dir/capabilities"
hostname "$(<"$dir/hostname")" 2>/dev/null || true
exec chroot "$root" /usr/bin/setpriv --reuid="$user" --regid="$group" --groups="$groups" --no-new-privs \
  --inh-caps=-all --bounding-set="$capabilities" /usr/bin/env -i "${variables[@]}" "${command[@]}"
