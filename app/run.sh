#!/usr/bin/env bash
# Installs what is missing, builds, and opens biaokao. Without a display it plays the shipped demonstration through the
# same program instead, and names the folder with the pictures and the report.
# usage: bash app/run.sh [arguments of biaokao]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${BIAOKAO_BUILD_DIR:-$root/build/release}
. "$root/app/packages.sh"

# shellcheck disable=SC2086
install_packages $packages_build $packages_gui

say "building in $build (the first time takes a few minutes)"
mkdir -p "$build"
log=$build/build.log
{ cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBIAOKAO_BUILD_TESTS=OFF && cmake --build "$build"; } \
    >"$log" 2>&1 || { cat "$log"; say "the build failed; its log is $log"; exit 1; }

if [ $# -gt 0 ]; then exec "$build/bin/biaokao" "$@"; fi
if [ -n "${DISPLAY:-}" ]; then
    say "opening the window"
    exec "$build/bin/biaokao"
fi

out=${BIAOKAO_DEMO_DIR:-$root/out/demonstration}
pack=$root/tasks/packs/l5-starter
say "no display here: playing the demonstration off screen, through the same program"
rm -rf "$out"
mkdir -p "$out"
"$build/bin/biaokao" replay "$pack/key/demo.jsonl" --screenshots "$out" --save "$out/demonstration.biaokao"
"$build/bin/biaokao" grade "$pack" "$out/demonstration.biaokao" --format text
"$build/bin/biaokao" grade "$pack" "$out/demonstration.biaokao" --format html --out "$out/report.html"
say "pictures of the screens and report.html are in $out"
