"""What an invented memo states, as data: the pages and the gold records are both made from these.

A fact knows the words that carry it (``text``). Nothing here draws or writes a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One project in one year. ``key`` stays the same over the years and over changes of name.

    ``said`` is true where the prose, at the spot ``{at_<key>}``, is the project's own place rather than a table row.
    ``start``, ``end`` and ``completed`` are as written ("June 2024"); ``None`` is "this memo does not say".
    ``baseline`` is the approved date beside a forecast ``end``, ``rebaselined`` whether this memo says that a new one
    was approved, ``reference`` the number that the list gives it.
    """

    key: str
    project: str
    status: str
    status_text: str | None = None
    issue: str | None = None
    mitigation: str | None = None
    department: str | None = None
    budget: str | None = None
    spent: str | None = None
    start: str | None = None
    end: str | None = None
    completed: str | None = None
    residual: str | None = None
    outcome: str | None = None
    aliases: tuple[str, ...] = ()
    said: bool = False
    reference: str | None = None
    baseline: str | None = None
    rebaselined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A figure in running text: ``text`` is how the sentence puts it, ``{name}`` in a paragraph stands for it."""

    text: str
    subject: str | None
    measure: str
    value: str
    unit: str
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A sentence that promises something, ``due`` as an ISO period or ``None``."""

    text: str
    due: str | None = None
    project: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a promise by the end of its series; ``by`` and ``done`` are ISO dates, of the memo that tells it
    and of the deed. ``also`` are other right readings, as ``(state, by)``, ``again`` the later sentences that renew the
    promise, as ``(memo date, fact name)``."""

    state: Literal["kept", "late", "changed", "withdrawn", "unmentioned", "unclear", "not_due"]
    by: str | None = None
    done: str | None = None
    also: tuple[tuple[str, str], ...] = ()
    again: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    term: str
    meaning: str
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    mark: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """``to`` may hold ``\\n`` where the page breaks the line."""

    body: str
    to: str
    from_: str
    subject: str
    date: str
    approved: str | None = None
    approved_by: str | None = None
    district: str | None = None
    contact: str | None = None
    signed_by: str | None = None


CAPITALS = {"red": "RED", "yellow": "YELLOW", "green": "GREEN", "on_hold": "ON HOLD"}

# The blocks of a memo, in order. Text holds {name} for facts and a few ReportLab tags (<b>, <i>).


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Para:
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``numbered`` counts 1. 2. 3., otherwise bullets."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: header, rows of cells, and where a row is a project's, the project's key (for its page).

    ``ruled`` draws every line; otherwise none is drawn. ``colour`` is the column with status cells; ``fills`` are their
    statuses where the cells hold no word.
    """

    name: str
    title: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    keys: tuple[str | None, ...] = ()
    ruled: bool = True
    colour: int | None = None
    right: tuple[int, ...] = ()
    total: bool = False
    fills: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """An exhibit drawn as bars, without a table behind it."""

    title: str
    bars: tuple[tuple[str, float], ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Gap:
    points: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block begins a page."""


Block = Heading | Para | Items | Grid | Chart | Gap | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One memo before it is set. ``facts`` are named in the text; ``explained`` holds what the memo says of projects
    that left (``{key: (kind, keys of the successors)}``), ``returned`` the keys it says have come back. ``told`` are
    the changes it speaks of, as ``(key, field)`` or ``("", term)``, ``hinted`` those that one reader would call told
    and the next would not; all others are silent. ``scale`` are the colours that it rates with, worst first, ``words``
    its own words for them."""

    stem: str
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    projects: tuple[Project, ...]
    facts: Mapping[str, Metric | Commitment | Definition | Footnote] = field(default_factory=dict)
    explained: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    returned: tuple[str, ...] = ()
    told: frozenset[tuple[str, str]] = frozenset()
    hinted: frozenset[tuple[str, str]] = frozenset()
    scale: tuple[str, ...] = ("red", "yellow", "green")
    words: Mapping[str, str] = field(default_factory=lambda: CAPITALS)
    omissions: tuple[tuple[str, str], ...] = ()
    findings: tuple[tuple[str, str, str, str], ...] = ()
    house: Literal["harrowgate", "lundermere"] = "harrowgate"
    look: str = "classic"
