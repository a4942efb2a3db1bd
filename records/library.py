"""What the library holds, as its users see it: one entry a version of a memo, and the faults that an audit finds."""

import datetime
from dataclasses import dataclass
from typing import Literal

VersionState = Literal["current", "superseded", "withdrawn"]
FaultKind = Literal["ledger", "file", "passage", "vector", "full_text", "chroma", "outbox"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoEntry:
    """One version of one memo, without its content. ``problems`` counts what went wrong when it was read.

    ``loses_text`` is true where a problem means that text of the file is missing from the memo. Only ``current``
    versions are searched; the others stay resolvable for citations that were given earlier.
    """

    id: str
    file: str
    sha256: str
    media: str
    body: str | None
    to: str | None
    from_: str | None
    subject: str | None
    date: datetime.date | None
    pages: int
    tables: int
    projects: int
    problems: int
    loses_text: bool
    added_at: datetime.datetime
    state: VersionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in the library that does not fit together; ``memo`` where it concerns one."""

    kind: FaultKind
    message: str
    memo: str | None = None
