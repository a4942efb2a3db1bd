"""Figures that a sentence sets against earlier ones: "fell from 7.4 to 5.9 minutes", "212 files, up from 145".

What changed is the measure; a number without a noun of its own takes that of what it is compared with. Refused: numbers
of which the sentence does not say what changed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.language.measures import subject_before
from extract.language.spacy_model import Analysis

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9})(?:\.\d{1,3})?"
_VERB = (
    r"(?:rose|grew|increased|climbed|jumped|fell|dropped|decreased|declined|improved|shortened|lengthened|shrank|"
    r"doubled|tripled|slipped|has (?:risen|grown|increased|fallen|dropped|decreased|declined|improved))"
)
_FROM_TO = re.compile(
    rf"\b(?P<verb>{_VERB})\b[^.;]{{0,40}}?\sfrom\s(?P<old>{_NUMBER})(?P<unit>\s[a-z]{{3,12}}s)?\sto\s(?P<new>{_NUMBER})"
    r"(?![\d%]|\s(?:percent|per cent|million|billion))"
)
_UP_FROM = re.compile(rf"\b(?:up|down)\sfrom\s(?P<old>{_NUMBER})(?![\d%/]|\s(?:percent|million|billion|[a-z]+s\b))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``text[start:end]`` is the figure; ``measure`` what it measures; ``unit`` is ``%``, USD or a noun."""

    value: Decimal
    unit: str
    measure: str
    qualifier: str | None
    text: str
    start: int
    end: int
    whole: Decimal | None = None


def with_changes(text: str, analysis: Analysis, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of a change measured by what changed, and the bare numbers of changes among them."""
    told = list(figures)
    for match in _FROM_TO.finditer(text):
        subject = subject_before(analysis, match.start("verb"))
        if subject is None:
            continue
        unit = (match["unit"] or "").strip() or subject.lower().split()[-1]
        told = [f for f in told if f.start not in (match.start("old"), match.start("new"))]
        told += [_figure(match, group, unit, subject) for group in ("old", "new")]
    for match in _UP_FROM.finditer(text):
        before = [f for f in told if f.end <= match.start() and f.unit not in ("%", "USD")]
        if before and all(f.start != match.start("old") for f in told):
            nearest = max(before, key=lambda f: f.end)
            told.append(replace(_figure(match, "old", nearest.unit, nearest.measure), whole=None))
    return told


def _figure(match: re.Match[str], group: str, unit: str, measure: str) -> Figure:
    return Figure(
        value=Decimal(match[group].replace(",", "")),
        unit=unit,
        measure=measure,
        qualifier=None,
        text=match[group],
        start=match.start(group),
        end=match.end(group),
    )
