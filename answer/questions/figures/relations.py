"""How two figures of one sentence belong together: a part and its whole, or a figure and the one it is set against.

"Of 40 ferries, 31 have radar", "31 of 40 ferries", "40 ferries, of which 31 have radar" hold a part of a whole; "31
ferries, against 40 last year", "31 ferries, short of the goal of 40", "from 40 to 31" set one against another. Only
figures that stand next to each other belong together; nothing is computed here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from answer.questions.reading.spans import Span, text_to_spans
from answer.questions.reading.words import kin

Kind = Literal["part", "against"]

_KINDS = ("count", "money", "percent")
_OWN = r"(?:the |its |our |their |all |a |an |some |about |roughly |these |those |planned |total |only )*"
_SHORT = r"(?:[\w'’-]+ ){0,3}"
_OUT_OF = re.compile(rf"^ ?(?:[\w'’-]+ ){{0,6}}?(?:out )?of {_OWN}(?:planned |possible |approved )?$")
_NEXT_OF = re.compile(rf"^ (?:out )?of {_OWN}$")
_LONG_OUT_OF = re.compile(rf"^ (?:[\w'’-]+ ){{1,8}}?out of {_OWN}$")
_OF_WHICH = re.compile(
    rf"(?:, |\()(?:(?:of|from) (?:which|whom|these|those|them)|{_OWN}) ?(?:[\w'’-]+ ){{0,7}}?{_OWN}$", re.IGNORECASE
)
_OF_THEM = re.compile(r"^ of (?:which|whom|them|these|those)\b", re.IGNORECASE)
_SET_AGAINST = re.compile(
    rf"\b(?:against|compared (?:with|to)|versus|vs\.?|short of|rather than|instead of)"
    rf"(?: (?:[\w'’-]+ ){{0,4}}?(?:of )?)?{_OWN}$"
    rf"|\b(?:up|down|an increase|a decrease|a reduction|grown|fallen|risen|improvement) (?:on|from) {_OWN}$"
    rf"|\b(?:above|below|over|under) {_SHORT}(?:estimate|budget|target|goal|baseline|limit) of {_OWN}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom (?:about |roughly |some |an average of )?$", re.IGNORECASE)
_TO = re.compile(r"^ ?(?:[\w'’-]+ ){0,6}?(?:to|in|,) ?(?:[\w'’-]+ ){0,3}?$|^ to ", re.IGNORECASE)


_THEN = re.compile(r"(?:;|, and|, but| and) (?:only |just )?$")
_DID = re.compile(r"^ (?:have |has |had |are |were |was |been |so far |now )*(?:\w+ed|standing|done|in|come|gone)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """``first`` is the part or the figure that is reported, ``other`` the whole or what it is set against."""

    kind: Kind
    first: Span
    other: Span

    @property
    def part(self) -> Decimal:
        return self.first.value or Decimal()

    @property
    def whole(self) -> Decimal:
        return self.other.value or Decimal()


@lru_cache(maxsize=4_096)
def read_relation(text: str) -> Relation | None:
    """The one relation of a sentence; ``None`` where it holds none, or more than one."""
    found = read_relations(text)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4_096)
def read_relations(text: str) -> tuple[Relation, ...]:
    figures = [s for s in text_to_spans(text) if s.kind in _KINDS and s.value is not None]
    found: list[Relation] = []
    for one, two in pairwise(figures):
        if one.kind == two.kind and (relation := _related(text, one, two, figures)) is not None:
            found.append(relation)
    return tuple(found)


def _related(text: str, one: Span, two: Span, figures: Sequence[Span]) -> Relation | None:
    between, smaller, larger = text[one.end : two.start], _value(one), _value(two)
    if _SET_AGAINST.search(between) and not re.search(r"[;.] ", between):
        return Relation(kind="against", first=one, other=two) if _comparable(one, two) else None
    if _FROM.search(text[: one.start]) and re.search(r"\bto (?:\w+ ){0,2}$", between) and _comparable(one, two):
        return Relation(kind="against", first=two, other=one)
    if one.kind == "percent":
        return None
    if smaller <= larger and (_NEXT_OF.match(between) or _LONG_OUT_OF.match(between)):
        return Relation(kind="part", first=one, other=two)
    if smaller <= larger and one.kind == "money" and re.match(r"^ of (?:its|the|their) $", between):
        return Relation(kind="part", first=one, other=two)
    if larger <= smaller and _is_later_part(text, one, two, between):
        return Relation(kind="part", first=two, other=one)
    return None


def _is_later_part(text: str, whole: Span, part: Span, between: str) -> bool:
    """ "40 ferries, of which 31 have radar", "Of 40 ferries, 31 have", "40 ferries, 31 of them old"."""
    if re.search(r"[.] ", between) or (";" in between and not _THEN.search(between)):
        return False
    if re.search(r"\b(?:of|from) (?:which|whom|these|those)\b", between):
        return True
    if "," in between and _OF_THEM.match(text[part.end :]):
        return True
    if _THEN.search(between) and _DID.match(text[part.end :]) and _only_two_counts(text, whole, part):
        return True
    opens = re.search(rf"\bof {_OWN}$", text[: whole.start], re.IGNORECASE)
    starts = opens is not None and (opens.start() == 0 or text[: opens.start()].rstrip().endswith((".", ":", ";", ",")))
    return bool(starts) and "," in between


def _only_two_counts(text: str, whole: Span, part: Span) -> bool:
    counts = [s for s in text_to_spans(text) if s.kind == "count" and s.value is not None]
    return counts == [whole, part] and part.nouns[:1] != whole.nouns[:1]


def _comparable(one: Span, two: Span) -> bool:
    """Of one noun, or one of them of none that is said: "230 riders, against 190"."""
    if one.kind != "count" or not one.nouns or not two.nouns:
        return True
    return any(not kin(noun).isdisjoint(two.nouns) for noun in one.nouns[:3]) or _is_time(two.nouns)


_TIMES = frozenset(("year", "month", "quarter", "week", "ago", "earl", "last", "previou", "befor", "prior"))


def _is_time(nouns: tuple[str, ...]) -> bool:
    return bool(_TIMES.intersection(nouns[:2]))


def _value(span: Span) -> Decimal:
    return span.value or Decimal()
