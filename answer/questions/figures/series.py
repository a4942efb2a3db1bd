"""Runs of labelled statements that give the same figure again: "First year: 12 pupils ...", "Second year: 15 ...".

A run is only read where at least two neighbouring statements of one section begin with an ordinal, a year or a phase.
Each gives one figure for a measure; a statement that gives none breaks nothing but is left out, and the caller sees how
many stand in the run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from answer.questions.reading.spans import Span, spans_of
from answer.questions.reading.words import kin, stem, stems
from records.document import Block, span_to_places
from records.memo import Memo, Section
from records.place import Place

_LABEL = re.compile(
    r"^(?:(?:In )?(?:the )?)?((?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth"
    r"|[Ss]ixth)(?: \w+){1,2}|(?:Year|Phase|Cohort|Round|Quarter|Q)"
    r" ?(?:\d|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)|(?:FY ?)?(?:19|20)\d\d(?:[-–/]\d{2,4})?)\b\W"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of a run, with the label of its statement."""

    label: str
    span: Span
    places: tuple[Place, ...]

    @property
    def value(self) -> Decimal:
        assert self.span.value is not None
        return self.span.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """``length`` statements under one heading, of which ``points`` hold the figure."""

    trail: tuple[str, ...]
    length: int
    points: tuple[Point, ...]


def find_runs(memo: Memo, head: tuple[str, ...]) -> tuple[Run, ...]:
    """The runs of ``memo`` that count what ``head`` names (stems, the noun last), or give a rate of that name."""
    return tuple(run for section in memo.sections if (run := _section_run(memo, section, head)) is not None)


def _section_run(memo: Memo, section: Section, head: tuple[str, ...]) -> Run | None:
    labelled = list(_labelled(memo.document.blocks[section.first : section.last]))
    if len(labelled) < 2 or not head:
        return None
    points = []
    for label, block in labelled:
        span = _figure(block.text, head)
        if span is not None:
            places = span_to_places(
                block, 0, len(block.text), document=memo.document, memo=memo.id, section=section.title
            )
            points.append(Point(label=label, span=span, places=places))
    return Run(trail=section.trail, length=len(labelled), points=tuple(points)) if len(points) >= 2 else None


def _labelled(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    for block in blocks:
        found = _LABEL.match(block.text) if block.kind in ("paragraph", "item") else None
        if found:
            yield found.group(1), block


def _figure(text: str, head: tuple[str, ...]) -> Span | None:
    """The figure of ``text`` for the measure: a count of the noun, else a percentage whose own words name it."""
    wanted = kin(head[-1])
    rates = [s for s in spans_of(text, "percent") if set(head) <= set(s.nouns)]
    counts = [s for s in spans_of(text, "count") if s.nouns and not wanted.isdisjoint(s.nouns[:3])]
    people = [
        s for s in spans_of(text, "count") if head[-1] == stem("participants") and stems("staff people") & set(s.nouns)
    ]
    return next(iter([*rates, *counts, *people]), None)
