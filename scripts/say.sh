# Words and system packages, shared by the scripts of this folder.

say() { printf '\033[1m▸\033[0m %s\n' "$*"; }

stop() {
    printf '\033[1m✗\033[0m %s\n' "$*" >&2
    exit 1
}

# Installs Debian packages, after saying which and why: debian "why" package...
debian() {
    why=$1
    shift
    command -v apt-get >/dev/null || stop "$why Installera det som motsvarar Debians $* och försök igen."
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null; then
        as_root=sudo
    else
        stop "$why Be den som sköter datorn köra: apt-get install --no-install-recommends $*"
    fi
    say "$why Installerar Debians $*."
    # Quiet unless something goes wrong, and never a question.
    log=$(mktemp)
    if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "$@"; } </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        stop "Det gick inte att installera $*. Utskriften ovan säger varför; rätta det och försök igen."
    fi
    rm -f "$log"
}

# uv reads neither pip's settings nor the system's certificates unless told to.
uv_settings() {
    export UV_NO_PROGRESS=1 UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}"
    if [ -z "${UV_DEFAULT_INDEX:-}" ]; then
        mirror=${PIP_INDEX_URL:-$(.venv/bin/python -m pip config get global.index-url 2>/dev/null || true)}
        if [ -n "$mirror" ]; then export UV_DEFAULT_INDEX="$mirror"; fi
    fi
}
