"""A process to be killed: started once, it forks a child for each line it is given, so that imports are paid once.

``add FOLDER FIRST`` forks a child that adds memos from number FIRST on until it is killed, and prints its process id;
``verify FOLDER`` forks one that opens the library and prints what it found, as JSON.
"""

import json
import os
import sys
from pathlib import Path

import alembic.command  # noqa: F401  # the imports that a child would otherwise make anew each time
import chromadb  # noqa: F401
from sample_memos import numbered_memo

from index.hash_embedder import HashEmbedder
from index.library import Library
from records.settings import Settings


def open_library(folder: str) -> Library:
    return Library.open(Path(folder), settings=Settings(), embedder=HashEmbedder())


def add_until_killed(folder: str, first: str) -> None:
    with open_library(folder) as library:
        for number in range(int(first), 10_000):
            memo, original = numbered_memo(number % 40, version=number // 40)
            library.add(memo, original=original)
            os.write(1, f"added {memo.id} {memo.document.sha256}\n".encode())


def verify(folder: str) -> None:
    with open_library(folder) as library:
        faults = [fault.message for fault in library.verify()]
        entries = {entry.id: entry.sha256 for entry in library.memos()}
        os.write(1, (json.dumps({"faults": faults, "memos": entries}) + "\n").encode())


def main() -> None:
    os.write(1, b"ready\n")
    for line in sys.stdin:
        command, *arguments = line.split()
        child = os.fork()
        if child == 0:
            {"add": add_until_killed, "verify": verify}[command](*arguments)
            os._exit(0)
        if command == "add":
            os.write(1, f"child {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


main()
