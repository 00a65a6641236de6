#!/usr/bin/env bash
# usage: no_gui.sh BUILD_FOLDER PACK: a build without the window checks and grades, needs no GL, and says what it lacks.
set -euo pipefail
binary=$1/bin/biaokao
[ -x "$binary" ] || { echo "skipped: no build without a GUI at $1"; exit 77; }
if ldd "$binary" | grep -E 'glfw|libGL|libEGL|openal'; then echo "the build without a GUI needs the libraries above"; exit 1; fi
"$binary" check "$2"
answers=$(mktemp)
trap 'rm -f "$answers"' EXIT
echo '{}' >"$answers"
"$binary" grade "$2" --answers "$answers" --format json | grep -q '"total": *0'
for command in "" "replay $2/key/demo.jsonl" "drill $2" "exam $2"; do
    status=0
    # shellcheck disable=SC2086
    "$binary" $command 2>/dev/null || status=$?
    [ "$status" -eq 2 ] || { echo "'biaokao $command' ended with $status instead of 2"; exit 1; }
done
