#!/usr/bin/env bash
# The tests hand messages to a real push service: `web-push-testing` of npm, in the folder given. Installs Debian's node when we may.
set -euo pipefail

place=${1:?where to put it}
version=1.2.2

[ -d "$place/node_modules/web-push-testing" ] && exit 0
if ! { command -v node && command -v npm; } >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Debian's node for the push service of the tests."
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
    else
        echo "The browser tests need node and npm for their push service: install them." >&2
        exit 1
    fi
fi
mkdir -p "$place"
npm install --silent --no-audit --no-fund --no-save --prefix "$place" "web-push-testing@$version"
