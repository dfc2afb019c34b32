#!/bin/sh
# Sees to it that the browser tests have a Chromium, and what Playwright's driver needs to steer it.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

has_browser() {
    for name in chromium chromium-browser google-chrome; do
        if command -v $name >/dev/null; then return 0; fi
    done
    return 1
}

# The driver starts, or says which library it lacks; on a bare Debian that is libatomic.
driver_starts() {
    .venv/bin/python -c 'import subprocess; from playwright._impl._driver import compute_driver_executable as where
raise SystemExit(subprocess.run([where()[0], "--version"], capture_output=True).returncode)'
}

missing=
# The fonts hold the scripts of all our languages; without them a picture shows empty boxes.
if ! has_browser; then missing="chromium fonts-noto-core"; fi
if ! driver_starts; then missing="$missing libatomic1"; fi
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 - several packages in one word.
    debian "Testerna i webbläsare behöver Chromium och det som styr den." $missing
fi
