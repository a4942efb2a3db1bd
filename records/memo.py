"""A memo: a document that has been understood, with its letterhead, sections and records."""

import datetime
from dataclasses import dataclass, field

from records.document import Document, Problem
from records.facts import Commitment, Definition, Metric, Omission, Project
from records.place import Place
from records.values import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who reports what to whom, and when. Four clocks are kept apart: memo, approval and meeting dates here, the
    date a fact is true of with the fact.

    ``body`` is the committee or council in normal case ("Finance Committee"), ``to`` and ``from_`` as written.
    ``prepared_by`` is who wrote it, where that is said, ``reference`` the report's, file's or agenda item's number.
    Where only a meeting's date stands, ``date`` is that one too, and the memo's problems say so (``date_is_meeting``).
    ``places`` holds ``(field name, place)`` for every field that was found.
    """

    body: str | None = None
    to: str | None = None
    from_: str | None = None
    subject: str | None = None
    date: datetime.date | None = None
    approved: datetime.date | None = None
    approved_by: str | None = None
    district: str | None = None
    meeting: datetime.date | None = None
    contact: str | None = None
    signed_by: str | None = None
    signer_title: str | None = None
    prepared_by: str | None = None
    reference: str | None = None
    as_of: Period | None = None
    """Of a list without a letterhead: the day or period that it gives the state of, from its title or its file's name.
    A month, quarter or year gives no ``date``."""
    places: tuple[tuple[str, Place], ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and the blocks under it, up to the next heading: ``document.blocks[first:last]``.

    ``level`` is 1 for the top; ``trail`` names all headings above and this one, outermost first. Text before the
    first heading is a section with the title "" and level 0.
    """

    title: str
    level: int
    page: int
    trail: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a memo says in a part that every memo has: one recommendation, or with whom it was coordinated.

    ``parties`` are the offices that it names ("City Attorney's Office"), where they can be told apart.
    """

    text: str
    parties: tuple[str, ...] = ()
    memo: str = field(compare=False)
    places: tuple[Place, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """Everything that was read from one version of one memo.

    ``id`` is derived from the content's identity (body, date, subject), so a corrected file of the same memo keeps it.
    """

    id: str
    letterhead: Letterhead
    sections: tuple[Section, ...]
    projects: tuple[Project, ...] = ()
    metrics: tuple[Metric, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    definitions: tuple[Definition, ...] = ()
    omissions: tuple[Omission, ...] = ()
    recommendations: tuple[Remark, ...] = ()
    coordination: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()
    document: Document = field(compare=False, repr=False)
