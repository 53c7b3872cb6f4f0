# Docker's part in what the pages say, for a machine that has no daemon: buildah builds, and the kernel's own means
# (a memory group, namespaces, another root) run what the image says. The network is the machine's.
# Settings: STORE (images and containers), GROUP (the container's memory group), CONTAINER (its first process).

buildah() { command buildah --root "$STORE/root" --runroot "$STORE/run" --storage-driver overlay "$@"; }

# What the image $1 says of $2.
told() { buildah inspect --type image --format "{{$2}}" "$1" | sed '/^$/d'; }

docker_build() {
  buildah bud --isolation chroot --format docker --pull-never "$@"
}

docker_run() {
  local memory="" root file
  local -a given=() own=() start=()
  while (($# > 1)); do
    case "$1" in
      -e) own+=("$2") && shift 2 ;;
      -m) memory="$2" && shift 2 ;;
      -d) shift ;;
      *) shift 2 ;;
    esac
  done
  if [[ -n "$memory" ]]; then
    mkdir "$GROUP"
    for file in "$GROUP"/memory.limit_in_bytes "$GROUP"/memory.max; do
      [[ ! -e "$file" ]] || echo "$memory" >"$file"
    done
    echo $$ >"$GROUP/cgroup.procs"
  fi
  mapfile -t given < <(told "$1" 'range .Docker.Config.Env}}{{println .}}{{end')
  mapfile -t start < <(told "$1" 'range .Docker.Config.Entrypoint}}{{println .}}{{end')
  root="$(buildah mount "$(buildah from --pull-never "$1")")"
  exec unshare --mount --pid --fork --kill-child bash -euc '
    mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    mount --rbind /sys "$1/sys"
    exec chroot --userspec="$2:" "$1" env -i --chdir="$3" "${@:4}"' \
    run "$root" "$(told "$1" .Docker.Config.User)" "$(told "$1" .Docker.Config.WorkingDir)" \
    "${given[@]}" "${own[@]}" "${start[@]}"
}

docker_exec() {
  local -a own
  shift
  mapfile -d '' -t own <"/proc/$CONTAINER/environ"
  nsenter --target "$CONTAINER" --mount --pid --root --wd \
    --setuid "$(stat -c %u "/proc/$CONTAINER")" --setgid "$(stat -c %g "/proc/$CONTAINER")" env -i "${own[@]}" "$@"
}

# The images that a Dockerfile begins with, of Debian's packages and the JDK of this machine.
bases() {
  local container
  # As debian:12-slim is made.
  mmdebstrap --quiet --variant=apt --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' bookworm "$STORE/base.tar"
  tar --create --dereference --file "$STORE/jdk.tar" --directory "$JAVA_HOME" .
  container="$(buildah from scratch)"
  buildah add --quiet "$container" "$STORE/base.tar" / >/dev/null
  buildah commit --quiet --format docker "$container" debian:12-slim
  buildah add --quiet "$container" "$STORE/jdk.tar" /opt/java/openjdk >/dev/null
  buildah config --env JAVA_HOME=/opt/java/openjdk \
    --env PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
  buildah commit --quiet --format docker "$container" eclipse-temurin:25-jdk
  buildah tag eclipse-temurin:25-jdk openjdk:21-slim
  buildah rm "$container" >/dev/null
}
