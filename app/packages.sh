# Sourced by app/run.sh and tests/run.sh: which packages of the distribution the project needs, and how to get them.

packages_build="g++ cmake ninja-build pkg-config nlohmann-json3-dev libexpected-dev libfmt-dev libcli11-dev libstb-dev
  libutf8proc-dev libsndfile1-dev libkissfft-dev libzip-dev libsodium-dev libssl-dev libsimdjson-dev libtbb-dev
  libexif-dev libjpeg-dev libpng-dev libsqlite3-dev"
packages_gui="libglfw3-dev libimgui-dev libgl-dev libegl-dev libopenal-dev libsoundtouch-dev libgl1-mesa-dri
  libegl-mesa0 fonts-noto-cjk"
packages_test="doctest-dev libvalijson-dev libbenchmark-dev xvfb xdotool x11-utils python3"

say() { printf '==> %s\n' "$*"; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else
        say "these packages are missing and neither root nor sudo is at hand: $missing"
        exit 1
    fi
}

# install_packages NAME…: installs what is missing, says nothing when all is there.
install_packages() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    say "installing:$missing"
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}
