"""Takes a folder for tables into use, or says why it cannot be: one process at a time, never over other work."""

from pathlib import Path

from filelock import FileLock, Timeout

from records.errors import MemolensError, UsageError
from ui.tables.package import PACKAGE_FILE

STATE = ".memolens-tables"
"""The folder within the folder: the journal, the lock, and the cells of each source as JSON lines."""


def open_folder(path: Path) -> FileLock:
    """Makes the folder where there is none and locks it until the lock is released or the process ends."""
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path} is a file. --out takes a folder: name a new or an empty one.")
    state = path / STATE
    try:
        if not state.is_dir() and (path / PACKAGE_FILE).exists():
            raise UsageError(
                f"{path} holds a {PACKAGE_FILE} that memolens has no record of. Name another folder with --out, or "
                "move that file away."
            )
        (state / "cells").mkdir(parents=True, exist_ok=True)
        lock = FileLock(state / "lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise UsageError(f"Another memolens is writing to {path}. Wait for it, or name another folder.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Name another folder with --out.") from error
    return lock


def cannot_write(path: Path, error: OSError) -> MemolensError:
    return MemolensError(
        f"{path} cannot be written: {error.strerror or error}. What was written before is complete; mend this and run "
        "the same command again, and it goes on from there."
    )
