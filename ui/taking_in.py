"""From files to the library: read, understand, add; one outcome a file, whatever happens to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from index.library import Library
from ingest.read import open_regular, read_file
from records.document import Document
from records.errors import InputError
from records.memo import Memo
from records.outcome import Outcome
from records.settings import Settings
from ui.reading import map_in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadFile:
    """What the reading threads hand on: the document, or the memo that already holds these bytes, or the error."""

    path: Path
    data: bytes = b""
    document: Document | None = None
    known_as: str | None = None
    error: InputError | None = None
    seconds: float = 0.0


def files_to_outcomes(
    files: Iterable[Path], *, library: Library, settings: Settings, jobs: int = 1
) -> Iterator[Outcome]:
    """Adds each file to the library as it is read; outcomes in the order of ``files``."""

    def read(path: Path) -> _ReadFile:
        return _read(path, library=library, settings=settings)

    for result in map_in_order(read, files, jobs=jobs):
        started = perf_counter()
        outcome = _take_in(result, library=library)
        yield replace(outcome, seconds=round(result.seconds + perf_counter() - started, 3))


def _read(path: Path, *, library: Library, settings: Settings) -> _ReadFile:
    started = perf_counter()
    try:
        data = _read_bytes(path, most=settings.file_megabytes)
        known_as = library.find_file(sha256(data).hexdigest())
        if known_as is not None:
            return _ReadFile(path=path, known_as=known_as, seconds=perf_counter() - started)
        document = read_file(path, settings=settings)
        if document.sha256 != sha256(data).hexdigest():
            raise InputError(f"{path.name} changed while it was being read. Ingest it again.", code="changed")
    except InputError as error:
        return _ReadFile(path=path, error=error, seconds=perf_counter() - started)
    return _ReadFile(path=path, data=data, document=document, seconds=perf_counter() - started)


def _read_bytes(path: Path, *, most: int) -> bytes:
    """The file's bytes, up to ``most`` MiB: of a larger one the reader says what is wrong."""
    with open_regular(path, name=path.name) as source:
        return source.read(most * 1024 * 1024 + 1)


def _take_in(result: _ReadFile, *, library: Library) -> Outcome:
    if result.error is not None:
        return Outcome(path=str(result.path), memo=None, outcome="failed", reason=str(result.error))
    if result.known_as is not None:
        return _memo_to_outcome(library.memo(result.known_as), path=result.path, outcome="unchanged")
    from extract.memo import document_to_memo

    assert result.document is not None
    try:
        memo = document_to_memo(result.document)
    except Exception as error:  # noqa: BLE001 - the boundary of one file: a fault met in it must not end the batch
        reason = f"{result.path.name} was read, but not understood ({type(error).__name__}: {error}). Please report it."
        return Outcome(path=str(result.path), memo=None, outcome="failed", reason=reason)
    return _memo_to_outcome(memo, path=result.path, outcome=library.add(memo, original=result.data))


def _memo_to_outcome(memo: Memo, *, path: Path, outcome: str) -> Outcome:
    """``partial`` is said of what was added in part; its reason names what was not read."""
    lost = [problem.message for problem in memo.problems if problem.loses_text]
    partial = bool(lost) and outcome != "unchanged"
    return Outcome(
        path=str(path),
        memo=memo.id,
        outcome="partial" if partial else outcome,  # type: ignore[arg-type]
        reason="; ".join(lost) or None,
        pages=len(memo.document.pages),
        tables=len(memo.document.tables),
        projects=len(memo.projects),
        problems=memo.problems,
    )
