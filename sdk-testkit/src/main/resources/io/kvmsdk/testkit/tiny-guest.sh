#!/usr/bin/env bash
# Makes a tiny Linux guest, OUTDIR/vmlinuz and OUTDIR/initrd.gz, out of Debian packages. They are downloaded and unpacked,
# not installed: this needs no root, and nothing of the guest comes from the machine that makes it.
set -Eeuo pipefail
trap 'printf "tiny-guest: line %s failed: %s\n" "$LINENO" "$BASH_COMMAND" >&2' ERR

die() {
  printf 'tiny-guest: %s\n' "$*" >&2
  exit 1
}

[[ $# == 1 ]] || die "usage: tiny-guest.sh OUTDIR"

for tool in apt-get apt-cache dpkg-deb gzip; do
  command -v "$tool" >/dev/null || die "$tool is missing. The guest is made out of Debian packages: run this on Debian, or copy" \
    "a guest made there into the cache folder."
done
[[ $(dpkg --print-architecture) == amd64 ]] || die "the guest can be made on amd64 only, this is $(dpkg --print-architecture)"

# --- packages ---------------------------------------------------------------------------------------------------------

meta=linux-image-cloud-amd64 # depends on the current kernel, whose own name carries its version
kernel=$(apt-cache depends "$meta" 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)$/\1/p' | head -n 1)
[[ -n $kernel ]] || die "apt does not know the package $meta: run 'apt-get update' as root, or add Debian's main" \
  "component to apt's sources"
# All libraries that the agent may need: they must fit each other, hence not the machine's.
libraries=$(apt-cache depends --recurse --important qemu-guest-agent | sed -n 's/^\(lib[^ ]*[0-9]\)$/\1/p' | sort -u)
packages=("$kernel" qemu-guest-agent busybox-static)
for library in $libraries; do
  case $library in
    libc6 | libgcc-s1 | libglib2.0-0* | libpcre* | libudev1* | liburing2* | libnuma1* | libffi* | libmount1* | libblkid1* | \
      libselinux1* | libatomic1 | libcap2* | zlib1g) packages+=("$library") ;;
  esac
done

mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d "$out/.work-XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/deb" "$work/packages" "$work/root"

(cd "$work/deb" && apt-get -q -o APT::Sandbox::User=root download "${packages[@]}") >"$work/log" 2>&1 ||
  die "could not download ${packages[*]}: $(grep '^[EW]:' "$work/log" | head -n 3). Where the package lists are old, run" \
    "'apt-get update' as root."
for deb in "$work"/deb/*.deb; do
  dpkg-deb -x "$deb" "$work/packages"
done

# --- kernel and modules -----------------------------------------------------------------------------------------------

pkg=$work/packages root=$work/root
release=${kernel#linux-image-}
busybox=$(find "$pkg" -name busybox -type f -perm -u+x | head -n 1)
[[ -n $busybox && -e $pkg/boot/vmlinuz-$release ]] || die "the packages ${packages[*]} do not hold what was expected of them"
cp "$pkg/boot/vmlinuz-$release" "$work/vmlinuz"
find "$pkg" -name '*.ko.xz' -exec "$busybox" unxz {} +

loaded=(virtio_pci virtio_mmio virtio_blk virtio_scsi sd_mod sr_mod virtio_net virtio_console virtio_balloon virtio_rng virtio_mem
  virtio_pmem virtio_input evdev button qemu_fw_cfg pvpanic_pci) # at boot
on_demand=(virtiofs isofs vfat nls_cp437 nls_ascii ext4 crc32c_generic vmw_vsock_virtio_transport)

# take MODULE: copies it and what it depends on. What is not there is built into the kernel, or this kernel lacks it.
"$busybox" depmod -b "$pkg" "$release"
take() {
  local files file
  files=$(sed -n "s|^\(.*/${1//_/[-_]}\.ko\): *|\1 |p" "$pkg/lib/modules/$release/modules.dep")
  for file in $files; do
    cp "$pkg/lib/modules/$release/$file" "$root/lib/modules/$release"
  done
}
mkdir -p "$root/lib/modules/$release"
for module in "${loaded[@]}" "${on_demand[@]}"; do
  take "$module"
done
"$busybox" depmod -b "$root" "$release"

# --- programs ---------------------------------------------------------------------------------------------------------

mkdir -p "$root"/{bin,dev,etc,lib64,mnt,proc,root,run,sys,tmp,usr/bin,usr/local/var,var/log}
ln -s bin "$root/sbin"
ln -s ../bin "$root/usr/sbin"
ln -s /run "$root/var/run"
ln -s /run "$root/usr/local/var/run"
cp "$busybox" "$root/bin/busybox"
for applet in $("$busybox" --list); do
  [[ $applet == busybox ]] || ln -s busybox "$root/bin/$applet"
done

agent=$(find "$pkg" -name qemu-ga -type f | head -n 1)
[[ -n $agent ]] || die "the package qemu-guest-agent holds no qemu-ga"
cp "$agent" "$root/bin/qemu-ga"
search=$pkg/lib/x86_64-linux-gnu:$pkg/usr/lib/x86_64-linux-gnu:$pkg/lib:$pkg/usr/lib
# A copy: the loader's own package may have it as an absolute link.
loader=$(find "$pkg" -name 'ld-linux-x86-64.so.2' -type f | head -n 1)
[[ -n $loader ]] || die "the package libc6 holds no ld-linux-x86-64.so.2"
cp "$loader" "$root/lib64/ld-linux-x86-64.so.2"
mkdir "$root/lib/x86_64-linux-gnu"
while read -r name _ path _; do
  [[ $path == /* ]] || continue
  [[ $path == "$pkg"/* ]] || die "qemu-ga needs $name, which none of ${packages[*]} holds"
  cp -L "$path" "$root/lib/x86_64-linux-gnu/$name"
done < <("$loader" --library-path "$search" --list "$agent" | grep '=>' | grep -v ld-linux)

# --- settings ---------------------------------------------------------------------------------------------------------

echo 'root:x:0:0:root:/root:/bin/sh' >"$root/etc/passwd"
echo 'root::19000:0:99999:7:::' >"$root/etc/shadow"
echo 'root:x:0:' >"$root/etc/group"
echo tiny >"$root/etc/hostname"
printf 'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n' >"$root/etc/nsswitch.conf"
printf 'NAME="Tiny"\nID=tiny\nVERSION_ID="1"\nPRETTY_NAME="Tiny test guest"\n' >"$root/etc/os-release"
printf '%s\n' "${loaded[@]}" >"$root/etc/modules"

# What udev would do. Sourced by init for what is there at boot, run by uevent for what comes and goes later.
cat >"$root/bin/tiny-event" <<'GUEST'
#!/bin/sh
say() { echo "TINY $*" >/dev/console; }

# A device may be found at boot and be announced by the kernel too: it is new once.
new() { [ ! -e "/run/seen/$1" ] && : >"/run/seen/$1"; }

block_added() {
  [ -e "/sys/block/$1/device" ] && new "$1" && say "$1 added ($(($(cat "/sys/block/$1/size") * 512)) bytes)"
}

net_added() {
  [ -e "/sys/class/net/$1/device" ] && new "$1" || return
  ip link set "$1" up
  say "$1 added ($(cat "/sys/class/net/$1/address"))"
  udhcpc -b -S -t 5 -T 2 -A 10 -i "$1" -s /bin/tiny-dhcp >/dev/null 2>&1 &
}

port_changed() {
  [ "$(cat "/sys/class/virtio-ports/$1/name" 2>/dev/null)" = org.qemu.guest_agent.0 ] && new "$1" || return
  mkdir -p /dev/virtio-ports
  ln -sf "../$1" /dev/virtio-ports/org.qemu.guest_agent.0
  qemu-ga -d -m virtio-serial -p /dev/virtio-ports/org.qemu.guest_agent.0 -t /run -f /run/qemu-ga.pid -l /var/log/qemu-ga.log
}

gone() { [ -e "/run/seen/$1" ] && rm "/run/seen/$1"; }

name=${DEVPATH##*/}
case $SUBSYSTEM:$ACTION in
  cpu:add) echo 1 >"/sys$DEVPATH/online" ;;
  cpu:online | cpu:offline) say "$name $ACTION" ;;
  cpu:remove) say "$name removed" ;;
  block:add) block_added "$name" ;;
  block:change) [ "$RESIZE" != 1 ] || say "$name resized ($(($(cat "/sys$DEVPATH/size") * 512)) bytes)" ;;
  net:add) net_added "$name" ;;
  block:remove | net:remove) gone "$name" && say "$name removed" ;;
  virtio-ports:add | virtio-ports:change) port_changed "$name" ;;
  virtio-ports:remove) gone "$name" ;;
esac
GUEST

cat >"$root/bin/tiny-dhcp" <<'GUEST'
#!/bin/sh
case $1 in
  bound | renew)
    ip address flush dev "$interface"
    ip address add "$ip/${mask:-24}" dev "$interface"
    [ -z "$router" ] || ip route replace default via "${router%% *}"
    [ "$1" = renew ] || echo "TINY $interface address $ip" >/dev/console
    ;;
esac
GUEST

# The kernel has no event for the memory that a balloon takes: looked at twice a second, by shell built-ins only.
cat >"$root/bin/tiny-watch" <<'GUEST'
#!/bin/sh
mkfifo /run/never
exec 3<>/run/never
read -r _ said _ </proc/meminfo
last=$said
while :; do
  read -r -t 0.5 _ <&3
  read -r _ now _ </proc/meminfo
  [ "$now" = "$last" ] && [ "$now" != "$said" ] && echo "TINY memory $now KiB" >/dev/console && said=$now
  last=$now
  [ "$1" = rescan ] && echo 1 >/sys/bus/pci/rescan
done
GUEST

cat >"$root/bin/tiny-button" <<'GUEST'
#!/bin/sh
# tiny-button ignore|powerdown <DEVICE: a press and its release are four records of 24 bytes
while dd bs=24 count=4 of=/dev/null 2>/dev/null; do
  echo "TINY power button" >/dev/console
  [ "$1" = ignore ] || exec shutdown -P
done
GUEST

# The agent calls it for guest-shutdown, with -P, -H or -r.
rm -f "$root"/bin/{shutdown,chpasswd}
cat >"$root/bin/shutdown" <<'GUEST'
#!/bin/sh
how=poweroff
for argument; do
  case $argument in
    -r) how=reboot ;;
    -H) how=halt ;;
    -P) how=poweroff ;;
  esac
done
echo "TINY $how" >/dev/console
grep ^/dev/ /proc/mounts | while read -r _ folder _; do umount "$folder"; done
sync
$how -f
GUEST

# The agent calls it for guest-set-user-password: "user:password" on stdin, -e where it is encrypted already.
cat >"$root/bin/chpasswd" <<'GUEST'
#!/bin/sh
while IFS=: read -r user password; do
  grep -q "^$user:" /etc/shadow || { echo "chpasswd: no user $user" >&2; exit 1; }
  [ "$1" = -e ] || password=$(printf %s "$password" | mkpasswd -m sha512 -P 0)
  awk -F: -v OFS=: -v user="$user" -v hash="$password" '$1 == user { $2 = hash } { print }' /etc/shadow >/etc/shadow.new
  mv /etc/shadow.new /etc/shadow
done
GUEST

cat >"$root/init" <<'GUEST'
#!/bin/sh
export PATH=/bin HOME=/root PS1='tiny# '
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /run
mkdir -p /run/seen /run/lock
hostname -F /etc/hostname
option() { sed -n "s/.*kvmsdk\.$1=\([^ ]*\).*/\1/p" /proc/cmdline; }

. /bin/tiny-event # SUBSYSTEM is not set: for its functions only
say "booting Linux $(uname -r)"
modprobe -a $(cat /etc/modules) 2>/dev/null
echo online_movable >/sys/devices/system/memory/auto_online_blocks 2>/dev/null
ip link set lo up

# Once the guest is said to be ready, or its agent answers, no event is lost, however slow the machine is: the power button
# is open, the listener has its socket.
for device in /sys/class/input/event*; do
  [ "$(cat "$device/device/name" 2>/dev/null)" = "Power Button" ] || continue
  exec 4<"/dev/input/${device##*/}"
  tiny-button "$(option powerbutton)" <&4 &
done
uevent /bin/tiny-event >/dev/null 2>&1 &
until grep -q '^[^ ]* 15  *[1-9]' /proc/net/netlink; do usleep 10000; done
for device in /sys/block/*; do block_added "${device##*/}"; done
for device in /sys/class/net/*; do net_added "${device##*/}"; done
for device in /sys/class/virtio-ports/*; do port_changed "${device##*/}"; done
if [ "$(option unplug)" = refuse ]; then tiny-watch rescan & else tiny-watch & fi

read -r _ memory _ </proc/meminfo
read -r uptime _ </proc/uptime
say "ready: $(nproc) cpu, $memory KiB, after $uptime s"
while :; do setsid -c sh -l </dev/ttyS0 >/dev/ttyS0 2>&1; done
GUEST
chmod 755 "$root/init" "$root"/bin/{tiny-event,tiny-dhcp,tiny-watch,tiny-button,shutdown,chpasswd}

(cd "$root" && find . | "$busybox" cpio -o -H newc -R 0:0 2>>"$work/log") | gzip -1 -n >"$work/initrd.gz"
(cd "$work/deb" && ls) >"$work/packages.txt"
chmod 644 "$work/vmlinuz" "$work/initrd.gz" "$work/packages.txt"
mv "$work/vmlinuz" "$work/initrd.gz" "$work/packages.txt" "$out"
