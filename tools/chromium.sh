#!/usr/bin/env bash
# The browser tests drive a Chromium of the machine's own. Install Debian's when there is none and we may.
set -euo pipefail

found() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

if [ -n "${VLOOT_CHROMIUM:-}" ] || found >/dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's chromium for the browser tests."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends chromium >/dev/null
    found
else
    echo "The browser tests need Chromium: install it, or name yours in VLOOT_CHROMIUM." >&2
    exit 1
fi
