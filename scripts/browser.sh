#!/bin/sh
# Sees to it that there is a Chromium for the browser tests.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

for name in chromium chromium-browser google-chrome; do
    if command -v $name >/dev/null; then exit 0; fi
done
# The fonts hold the scripts of all our languages; without them a picture shows empty boxes.
debian "Testerna i webbläsare behöver Chromium." chromium fonts-noto-core
