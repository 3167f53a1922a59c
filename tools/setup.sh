#!/usr/bin/env bash
# Set up .venv in the checkout: with uv where it runs, else with venv and pip. Nothing else is needed.
set -euo pipefail
cd "$(dirname "$0")/.."

# The first interpreter that is new enough and can make a virtual environment.
find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

set_up_with_uv() {
    echo "Setting up .venv with uv …" >&2
    uv sync --frozen --quiet
}

set_up_with_pip() {
    local python
    python=$(find_python)
    if [ -z "$python" ]; then
        echo "accordingto needs Python 3.11 or newer with the venv module." >&2
        echo "Found: $(python3 --version 2>&1 || echo 'no python3 on PATH')." >&2
        echo "Install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python)," >&2
        echo "or name one: make demo PYTHON=/path/to/python3.12" >&2
        exit 1
    fi
    echo "Setting up .venv with $("$python" --version) and pip; this takes a minute or two …" >&2
    "$python" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
}

if ! uv --version >/dev/null 2>&1; then
    set_up_with_pip
elif ! set_up_with_uv; then
    echo "uv could not do it; trying with venv and pip." >&2
    set_up_with_pip
fi
