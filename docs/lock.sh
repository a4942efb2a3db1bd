#!/bin/sh
# Renews the two lock files from pyproject.toml. PyTorch is left out: `run` picks its CPU build (see there).
set -eu
cd "$(dirname "$0")/.."
lock() { # $1: file, then uv's options
    file=$1
    shift
    ${UV:-.venv/.uv/bin/uv} pip compile pyproject.toml "$@" --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-package torch --no-emit-index-url --no-emit-find-links --no-header --no-annotate --constraint docs/torch.txt \
        ${PIP_FIND_LINKS:+--find-links "$PIP_FIND_LINKS"} --output-file "$file"
}
lock requirements.lock --extra model
lock requirements-dev.lock --extra dev
