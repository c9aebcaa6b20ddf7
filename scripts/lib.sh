# shellcheck shell=bash disable=SC2034 # what is filled here is used elsewhere
# Shared by the project's scripts; sourced, never run. The caller has set -euo pipefail.

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# Where what is costly to make is kept: the guest, the newer root. The user that libvirt gives its guests must be able
# to read it, hence a folder of the system's for root.
cache_dir() {
  if [[ -n ${KVMSDK_CACHE:-} ]]; then
    printf '%s\n' "$KVMSDK_CACHE"
  elif ((EUID == 0)); then
    printf '%s\n' /var/cache/kvmsdk
  else
    printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/kvmsdk"
  fi
}

# Fills the array AS_ROOT with what must precede a command that needs root; fails where there is no way.
find_root() {
  AS_ROOT=()
  ((EUID == 0)) && return
  command -v sudo >/dev/null || return 1
  if sudo -n true 2>/dev/null; then
    AS_ROOT=(sudo -n)
  elif [[ -t 0 && -t 2 ]]; then
    AS_ROOT=(sudo)
  else
    return 1
  fi
}

# missing_packages NAME... prints those that are not installed.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)
  local name
  for name in "$@"; do
    grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
  done
}

# jdk_version HOME prints the feature number of the JDK there, or of the one in the PATH where HOME is empty; fails if there
# is none.
jdk_version() {
  local javac=${1:+$1/bin/}javac version
  version=$("$javac" -version 2>&1) || return 1
  version=${version#javac }
  printf '%s\n' "${version%%[.-]*}"
}

# alive PID... prints those of them that have not ended.
alive() {
  local pid state
  for pid; do
    state=$(sed -n 's/^State:\t\(.\).*/\1/p' "/proc/$pid/status" 2>/dev/null) || continue
    [[ -z $state || $state == [ZX] ]] || printf '%s\n' "$pid"
  done
}

# end SECONDS PID... asks these processes to end, and kills those that have not within the time. Fails if one is left.
end() {
  local seconds=$1 deadline pid signal
  shift
  for signal in TERM KILL; do
    for pid in $(alive "$@"); do
      kill "-$signal" "$pid" 2>/dev/null || true
    done
    deadline=$((SECONDS + seconds))
    while [[ -n $(alive "$@") ]] && ((SECONDS <= deadline)); do
      sleep 0.05
    done
  done
  [[ -z $(alive "$@") ]]
}
