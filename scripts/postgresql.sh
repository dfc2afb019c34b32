#!/bin/sh
# Runs a command with DATABASE_URL set to a PostgreSQL of its own: scripts/postgresql.sh COMMAND...
#
# 1 Debian's postgresql is installed if no server is found.
# 2 A cluster is made in a temporary folder. It listens on a socket in that folder and on no port.
# 3 The command runs; the cluster is stopped and removed whatever happened; the command's exit code is kept.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

server_folder() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn) $(pg_config --bindir 2>/dev/null); do
        if [ -x "$folder/initdb" ]; then
            echo "$folder"
            return
        fi
    done
}

bin=$(server_folder)
if [ -z "$bin" ]; then
    debian "Provningen på PostgreSQL behöver en databasserver." postgresql
    bin=$(server_folder)
fi

place=$(mktemp -d)
chmod 755 "$place"
# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then
    owner=postgres
    id "$owner" >/dev/null 2>&1 || useradd --system --no-create-home "$owner"
    chown "$owner" "$place"
    as_owner() { runuser -u "$owner" -- "$@"; }
else
    owner=$(id -un)
    as_owner() { "$@"; }
fi

stop_cluster() {
    as_owner "$bin/pg_ctl" -D "$place/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$place"
}
trap stop_cluster EXIT
trap 'exit 130' INT TERM

cd "$place"
as_owner "$bin/initdb" -D "$place/data" -U byggsten -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$place/log" 2>&1 </dev/null ||
    { cat "$place/log" >&2; stop "Det gick inte att skapa databasen. Utskriften ovan säger varför."; }
# Nothing here needs to survive a power cut.
as_owner "$bin/pg_ctl" -D "$place/data" -l "$place/data/server.log" -w \
    -o "-k $place -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50" \
    start >"$place/log" 2>&1 </dev/null ||
    { cat "$place/data/server.log" >&2; stop "Databasservern startade inte. Utskriften ovan säger varför."; }
cd "$OLDPWD"

say "$("$bin/postgres" --version) svarar i $place."
DATABASE_URL="postgresql://byggsten@/postgres?host=$place" "$@"
