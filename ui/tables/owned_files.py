"""Files in a folder that memolens may replace or remove: those that it wrote itself and nobody has changed since.

A file is known by the hash of what was written. One that somebody edited is no longer ours, and is left alone.
"""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from records.errors import InputError

Owned = Mapping[str, tuple[str, ...]]


def file_hash(path: Path) -> str | None:
    """SHA-256 of a regular file; ``None`` where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def are_intact(folder: Path, files: Mapping[str, str]) -> bool:
    try:
        return all(file_hash(folder / name) == expected for name, expected in files.items())
    except OSError:
        return False


def refuse_foreign(folder: Path, contents: Mapping[str, str], *, owned: Owned) -> None:
    """``contents`` maps the names to be written to their hashes. Raises ``InputError`` where another's file lies."""
    for name, coming in contents.items():
        path = folder / name
        if not os.path.lexists(path):
            continue
        if path.is_symlink() or not path.is_file() or file_hash(path) not in (*owned.get(name, ()), coming):
            what = "was changed after memolens wrote it" if name in owned else "was not written by memolens"
            raise InputError(
                f"its tables were not written: {name} in the output folder {what}. "
                "Move it away, or choose another folder, and run this again.",
                code="in_the_way",
            )


def write_changed(folder: Path, files: Mapping[str, bytes], *, part: Path) -> None:
    """Each file appears whole or not at all: it is written to ``part`` and takes its name when complete."""
    for name, content in files.items():
        target = folder / name
        if file_hash(target) != hashlib.sha256(content).hexdigest():
            part.write_bytes(content)
            part.replace(target)


def remove_owned(folder: Path, owned: Owned, *, keep: Mapping[str, object]) -> list[str]:
    """Removes what is ``owned`` and not in ``keep``; the names of those that stay, since somebody changed them."""
    changed = []
    for name, hashes in owned.items():
        if name in keep:
            continue
        path = folder / name
        found = None if path.is_symlink() or not path.is_file() else file_hash(path)
        if found in hashes:
            path.unlink()
        elif found is not None:
            changed.append(name)
    return changed
