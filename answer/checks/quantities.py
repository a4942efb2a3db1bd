"""Figures as memos write them, with their scale and how far they are rounded: "3,400", "$3.3 million", "nine", "88%".

A bare year is no quantity. Half a unit of the last digit that is written is how far the true value may lie off.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from answer.checks.numbers import FIGURE, WORD, figure_value, whole_number

_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mm": 6, "billion": 9, "b": 9}
_YEAR = r"(?:19|20)\d{2}(?!\d|[,.]\d|%|\s?(?:percent|thousand|million|billion)\b)"
_LABEL = r"(?:No\.|#|Phase|Table|Figure|Exhibit|Section|Item|District|Route|Line|Station|Page|Resolution|FY|Q)"
_LABELLED = re.compile(rf"(?:\b|(?=#)){_LABEL}\s?$")
_QUANTITY = re.compile(
    rf"(?<![\w.,$€£/-])(?P<currency>[$€£]\s?)?(?:(?!{_YEAR})(?P<figure>{FIGURE})(?!\d|[-/]\d)|(?P<word>{WORD})(?![\w-]))"
    r"(?P<scale>\s?(?:thousand|million|billion)\b|[KMB]\b)?(?P<percent>\s?%|\s(?:percent|per cent)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """``text[start:end]``; ``step`` is one unit of its last digit."""

    value: Decimal
    step: Decimal
    kind: Literal["money", "percent", "count"]
    text: str
    start: int
    end: int


@lru_cache(maxsize=8_192)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """``rose from 2,100 to $3.3 million`` -> 2100 and 3300000. Many checks ask for one sentence's."""
    matches = _QUANTITY.finditer(text)
    return tuple(_quantity(m) for m in matches if not _LABELLED.search(text[max(0, m.start() - 12) : m.start()]))


def _quantity(match: re.Match[str]) -> Quantity:
    scale = _SCALES.get((match["scale"] or "").strip().lower(), 0)
    figure = match["figure"]
    value = figure_value(figure) if figure else Decimal(whole_number(match["word"]))
    decimals = len(figure.partition(".")[2]) if figure else 0
    return Quantity(
        value=value.scaleb(scale),
        step=Decimal(1).scaleb(scale - decimals),
        kind="money" if match["currency"] else "percent" if match["percent"] else "count",
        text=match.group().strip(),
        start=match.start(),
        end=match.end(),
    )


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether rounding can make one of the other: ``$46 million`` and ``$46.4 million``."""
    return one.kind == other.kind and abs(one.value - other.value) < max(one.step, other.step)
