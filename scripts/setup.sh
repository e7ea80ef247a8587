#!/bin/sh
# Builds .venv/ with every dependency at its pinned version, and what is compiled from the sources.
# Needs Python 3.11 or newer with venv and pip, and nothing else. Quick when nothing has changed.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if new_enough "$PYTHON"; then printf '%s\n' "$PYTHON"; return; fi
        say "PYTHON=$PYTHON is not a Python 3.11 or newer that we can start."
        exit 1
    fi
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$name"; then printf '%s\n' "$name"; return; fi
    done
    say "Vigör needs Python 3.11 or newer. We found: $(python3 --version 2>&1 || printf 'no python3 at all')."
    say "On Debian and Ubuntu: apt install python3 python3-venv python3-pip. Installed elsewhere? make setup PYTHON=/path/to/python3"
    exit 1
}

make_venv() {
    say "Making .venv with $("$1" --version) ..."
    rm -rf .venv
    if ! "$1" -m venv .venv >&2; then
        rm -rf .venv
        say "Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv"
        exit 1
    fi
}

sound() {
    # A system upgrade can leave the environment's Python without its packages, pip among them.
    new_enough .venv/bin/python && .venv/bin/python -c 'import pip' >/dev/null 2>&1
}

wished_for() {
    [ -z "${PYTHON:-}" ] && return
    what='import sys; print(sys.version)'
    [ "$(.venv/bin/python -c "$what")" = "$("$PYTHON" -c "$what")" ]
}

# Looked for only when needed: a sound environment is kept, whatever else the machine has.
if ! sound || ! wished_for; then
    chosen=$(find_python)
    make_venv "$chosen"
fi
exec .venv/bin/python scripts/setup.py
