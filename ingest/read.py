"""Reads one file, or its tables, into a ``Document``, whatever the file does: the way into this room.

The file is opened without following a link, copied to a private place while it is hashed, told by its content, and
parsed in a process of its own. It refuses what is not a regular file, and whatever is over the limits.
"""

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ingest.isolation import ask_worker
from ingest.limits import settings_to_limits
from ingest.messages import Part, ReadReply, ReadRequest
from ingest.sniff import HEAD_BYTES, sniff
from ingest.surrogates import readable
from records.document import Document
from records.errors import InputError
from records.settings import Settings

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """``head`` is how the file begins, by which its kind is told."""

    path: Path
    sha256: str
    head: bytes


def read_file(path: Path, *, settings: Settings, name: str | None = None) -> Document:
    """The document in the file at ``path``; ``name`` is what the user calls it, if not by its own name.

    Raises ``InputError`` with a code and advice for a file that cannot be read, ``ReaderDied`` for one that broke the
    reader.
    """
    return _read(path, part="all", settings=settings, name=name or path.name)


def read_tables(path: Path, *, settings: Settings, name: str | None = None) -> Document:
    """As ``read_file``, for the tables alone: a PDF's running text is left out, and no time is spent on it."""
    return _read(path, part="tables", settings=settings, name=name or path.name)


def _read(path: Path, *, part: Part, settings: Settings, name: str) -> Document:
    name = readable(name)
    with private_copy(path, most=settings.file_megabytes, name=name) as copy:
        request = ReadRequest(
            path=str(copy.path),
            name=name,
            sha256=copy.sha256,
            media=sniff(copy.head, name=name),
            max_pages=settings.file_pages,
            limits=settings_to_limits(settings),
            part=part,
        )
        reply = ask_worker(request)
    assert isinstance(reply, ReadReply), "a read request is answered by a document"
    return reply.document


def open_regular(path: Path, *, name: str) -> BinaryIO:
    """Open a regular file: no link, device, pipe or folder."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        raise _cannot_open(error, name) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise InputError(
            f"{name} is not a regular file. Choose a document such as PDF, DOCX or Markdown.", code="not_a_file"
        )
    return os.fdopen(handle, "rb")


def _cannot_open(error: OSError, name: str) -> InputError:
    if error.errno == errno.ELOOP:
        return InputError(f"{name} is a symbolic link, which is not followed. Give the file itself.", code="link")
    if error.errno == errno.ENOENT:
        return InputError(f"{name} does not exist. Check the name.", code="missing")
    if error.errno in (errno.ENXIO, errno.EISDIR):
        return InputError(
            f"{name} is not a regular file. Choose a document such as PDF, DOCX or Markdown.", code="not_a_file"
        )
    reason = os.strerror(error.errno or 0)
    return InputError(f"{name} could not be opened: {reason}. Check who may read it.", code="unreadable")


@contextmanager
def private_copy(path: Path, *, most: int, name: str) -> Iterator[Copy]:
    """A copy of the file that nobody else may read, hashed as it was made, so that what is parsed is what was hashed.

    It has no folder of its own: to make and remove one takes longer than to read a small file.
    """
    with open_regular(path, name=name) as source:
        handle, copy = tempfile.mkstemp(prefix="memolens-")
        try:
            with os.fdopen(handle, "wb") as target:
                sha256, head = _copy(source, target, most=most, name=name)
            yield Copy(path=Path(copy), sha256=sha256, head=head)
        finally:
            Path(copy).unlink(missing_ok=True)


def _copy(source: BinaryIO, target: BinaryIO, *, most: int, name: str) -> tuple[str, bytes]:
    """The hash of what was copied, and its first bytes."""
    digest = hashlib.sha256()
    head, size = b"", 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if size > most * 1024 * 1024:
            raise InputError(
                f"{name} is larger than {most} MiB. Split it, or allow more (MEMOLENS_FILE_MEGABYTES).",
                code="too_large",
            )
        digest.update(chunk)
        head = head or chunk[:HEAD_BYTES]
        target.write(chunk)
    return digest.hexdigest(), head
