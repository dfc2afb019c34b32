# Sets PYTHON to a Python of at least 3.11 that can make virtual environments, installing Debian's if needed.

suits() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if suits "$candidate"; then
            PYTHON=$candidate
            return 0
        fi
    done
    return 1
}

if ! find_python; then
    debian "Python 3.11 eller senare med venv saknas." python3 python3-venv
    find_python || stop "Datorns Python är äldre än 3.11. Installera en nyare och ange den: make setup PYTHON=/sökväg/till/python3"
fi
