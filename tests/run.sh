#!/usr/bin/env bash
# Installs what is missing, builds the tests with sanitizers, and runs all of them.
# usage: bash tests/run.sh   (BIAOKAO_BUILD_DIR: where to build; BIAOKAO_CLANG=1, BIAOKAO_IMGUI_DIR: further builds)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${BIAOKAO_BUILD_DIR:-$root/build}
. "$root/app/packages.sh"

# shellcheck disable=SC2086
install_packages $packages_build $packages_gui $packages_test clang-format-14 clang-tidy-14 git

say "format"
find "$root"/{app,engine,graders,tasks,tests} \( -name '*.h' -o -name '*.cpp' \) -print0 |
    xargs -0 clang-format-14 --dry-run --Werror

configure() { # configure FOLDER OPTION…
    local folder=$1
    shift
    cmake -S "$root" -B "$folder" -G Ninja -DBIAOKAO_WERROR=ON "$@"
}

say "build with sanitizers"
configure "$build/test" -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g1" -DBIAOKAO_SANITIZE=ON \
    -DBIAOKAO_UNITY=ON \
    -DBIAOKAO_WINDOW_PROGRAM="$build/release/bin/biaokao"
cmake --build "$build/test"
say "build for release"
configure "$build/release" -DCMAKE_BUILD_TYPE=Release -DBIAOKAO_UNITY=ON -DBIAOKAO_BUILD_TESTS=OFF
cmake --build "$build/release"
say "build without a GUI"
configure "$build/no_gui" -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0" -DBIAOKAO_BUILD_GUI=OFF \
    -DBIAOKAO_BUILD_TESTS=OFF -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
cmake --build "$build/no_gui"

say "test"
ctest --test-dir "$build/test" --output-on-failure -j "$(nproc)"
