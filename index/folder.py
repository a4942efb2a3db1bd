"""The library's folder: whose it is, who may write, and where things lie in it.

One process writes at a time, held by a lock that a dying process lets go of by itself. A folder that holds anything
else is never taken for a library, since healing removes files that no row names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from records.errors import LibraryError

LEDGER, FILES, CHROMA, LOCK = "ledger.sqlite", "files", "chroma", "writer.lock"


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    path: Path

    @property
    def ledger(self) -> Path:
        return self.path / LEDGER

    @property
    def files(self) -> Path:
        return self.path / FILES

    @property
    def chroma(self) -> Path:
        return self.path / CHROMA

    def prepare(self) -> None:
        """Makes the folder if it is not there. Only its owner can look into it: memos may be confidential."""
        try:
            if not self.path.exists():
                self.path.mkdir(mode=0o700, parents=True)
            if not self.ledger.exists() and (foreign := sorted(self._foreign())):
                raise LibraryError(
                    f"{self.path} is not a library: it holds {foreign[0]!r}. Name a new or empty folder with --library."
                )
        except OSError as error:
            raise LibraryError(f"The library's folder {self.path} cannot be used: {error.strerror}.") from error

    def lock(self) -> FileLock:
        lock = FileLock(self.path / LOCK, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise LibraryError(
                "The library is in use for writing by another process. Wait until it has finished, stop it (perhaps "
                "`memolens serve`), or name another folder with --library."
            ) from error
        except OSError as error:
            raise LibraryError(f"The library's folder {self.path} cannot be written: {error.strerror}.") from error
        return lock

    def require(self) -> None:
        if not self.ledger.is_file():
            raise LibraryError(
                f"There is no library in {self.path}. `memolens ingest PATH` makes one; --library names another folder."
            )

    def _foreign(self) -> Iterator[str]:
        own = {FILES, CHROMA, LOCK}
        for entry in self.path.iterdir():
            if entry.name not in own and not entry.name.startswith((LEDGER, ".")):
                yield entry.name
