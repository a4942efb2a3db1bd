"""The originals: every file that was taken in, stored under its SHA-256 and never changed afterwards.

A file is complete before its row is written, so the ledger never names a file that is not there. What a crash leaves
behind (a half-written or unnamed file) is swept; the name that a user gave is data, never a path.
"""

import hashlib
import os
import re
from collections.abc import Collection
from pathlib import Path

from records.errors import LibraryError

UNFINISHED = ".unfinished-"
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")


def stored_name(sha256: str, file: str) -> str:
    """``<sha256>.pdf`` for ``Report May.PDF``: of the user's name only a plain extension is kept."""
    extension = _EXTENSION.search(file)
    return sha256 + (extension.group().lower() if extension else "")


class Originals:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.folder / name

    def store(self, content: bytes, name: str) -> None:
        """Durable on return: the content is on the disk before the name, and the name before the ledger's row."""
        target = self.path(name)
        unfinished = self.folder / f"{UNFINISHED}{os.getpid()}-{name}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if target.is_file() and target.read_bytes() == content:
                return
            with unfinished.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(target)
            _sync_folder(self.folder)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise LibraryError(f"The file could not be stored in the library: {error.strerror}.") from error

    def strays(self, named: Collection[str]) -> tuple[Path, ...]:
        """Files that no row names."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path for path in self.folder.iterdir() if path.name not in named))

    def is_whole(self, name: str, sha256: str) -> bool:
        path = self.path(name)
        return path.is_file() and sha256_of(path) == sha256


def sha256_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # a folder cannot be opened, hence not synced, elsewhere
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
