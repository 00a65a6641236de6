#!/usr/bin/env bash
# Makes tasks/packs/l5-starter from the scenes and scripts in this folder; installs what is missing (Debian, Ubuntu).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

missing=()
for tool in povray espeak-ng sox python3; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing: ${missing[*]}"
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq "${missing[@]}" povray-includes >/dev/null
fi

echo "Rendering and speaking; the pictures take some minutes on one core."
python3 generate.py "$@"
echo "Done: ../../packs/l5-starter"
