#!/usr/bin/env bash
# usage: installed_tree.sh BUILD_FOLDER: installs into an empty prefix and runs from there, away from the sources.
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$1" --prefix "$prefix" >"$prefix.log"
rm -f "$prefix.log"
cd /
unset BIAOKAO_ASSETS
for file in bin/biaokao share/biaokao/locales/zh share/biaokao/schema share/biaokao/packs/l5-starter/pack.json \
    share/applications/biaokao.desktop share/icons/hicolor/scalable/apps/biaokao.svg; do
    [ -e "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
"$prefix/bin/biaokao" check "$prefix/share/biaokao/packs/l5-starter" --lang en
