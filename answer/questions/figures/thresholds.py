"""Whether a given case meets a limit that the memo sets: "Would a $300,000 pier be listed?" of "those above $250,000".

Only limits in figures are applied: a sum, a number of things, a length of time. Where the memo sets several criteria, a
case that fails the one it was asked about may still meet another, and the answer says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from answer.comparison.statements import Statement, memo_to_statements
from answer.questions.reading.operations import TALK
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import covers, kin, stems
from answer.questions.reply import Case, answered, sentence_text
from extract.language.money import find_money
from records.answer import Answer

_MORE = re.compile(
    r"\b(?:over|above|more than|greater than|exceed(?:s|ing|ed)?|larger than|longer than|in excess of)(?: an?)? ?$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\b(?:at least|no less than|minimum of)(?: an?)? ?$", re.IGNORECASE)
_OR_MORE = re.compile(r"^ (?:\w+ )?(?:or|and) (?:more|over|above|greater)\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:under|below|less than|fewer than|up to|at most|no more than)(?: an?)? ?$", re.IGNORECASE)
_LASTS = re.compile(r"\b(?P<number>\w+)[- ](?P<unit>month|year)s?\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:when|if|meets?|criteri\w*|condition\w*|require[sd]?|must|threshold|qualif\w*|every|each|any|only)\b",
    re.IGNORECASE,
)
_CASE_TALK = TALK | stems(
    "would should could must if cost total budget price worth value involve last need require count fall under own "
    "size department month year dollar alone because of"
)
_MONTHS = 12
_NEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit and where it stands; ``included`` where the limit itself suffices, ``shown`` as the memo writes it."""

    least: Decimal
    included: bool
    shown: str
    statement: Statement
    others: bool


def threshold_answer(case: Case) -> Answer | None:
    given = _given(case.asked.text)
    if given is None:
        return None
    amount, unit, shown = given
    limits = [limit for limit in _limits(case, unit) if _speaks_of(case, limit.statement)]
    if len({limit.least for limit in limits}) != 1:
        return None
    limit = limits[0]
    meets = amount > limit.least or (limit.included and amount == limit.least)
    sign = ("is" if meets else "is not") + (" at least" if limit.included else " more than")
    others = " The memo sets other criteria too, and one of them may apply." if limit.others and not meets else ""
    opening = "Yes" if meets else "No, not by this criterion"
    text = f"{opening}: {shown} {sign} {limit.shown}. {sentence_text(limit.statement.text)}{others}"
    return answered(case, text, limit.statement.places, method="computed", confidence=0.75,
                    values=["Yes" if meets else "No"], working=f"{shown} {sign} {limit.shown}")  # fmt: skip


def _given(text: str) -> tuple[Decimal, str, str] | None:
    """The amount of the case: its size, what it is counted in ("money", "month", or a noun's stem), and its words."""
    money = find_money(text)
    if len(money) == 1:
        return money[0].money.amount, "money", text[money[0].start : money[0].end]
    lasts = _months(text)
    if len(lasts) == 1:
        return lasts[0][0], "month", lasts[0][1]
    counts = [span for span in spans_of(text, "count") if span.value is not None and span.nouns]
    if len(counts) == 1 and counts[0].value is not None:
        noun = re.match(r"\W*(\w*)", text[counts[0].end :])
        return counts[0].value, counts[0].nouns[0], f"{counts[0].text} {noun.group(1) if noun else ''}".strip()
    return None


def _months(text: str) -> list[tuple[Decimal, str]]:
    found = []
    for span in spans_of(text, "count"):
        unit = re.match(r"[- ](month|year)s?\b", text[span.end :], re.IGNORECASE)
        if unit and span.value is not None:
            factor = _MONTHS if unit.group(1).lower() == "year" else 1
            found.append((span.value * factor, f"{span.text} {unit.group().strip(' -')}"))
    return found


def _limits(case: Case, unit: str) -> Iterator[Limit]:
    for statement in memo_to_statements(case.memo):
        for amount, start, end, shown in _figures(statement.text, unit):
            before, after = statement.text[:start], statement.text[end:]
            included = bool(_AT_LEAST.search(before) or _OR_MORE.match(after))
            if (included or _MORE.search(before)) and not _BELOW.search(before):
                yield Limit(
                    least=amount,
                    included=included,
                    shown=shown,
                    statement=statement,
                    others=_is_item(case, statement) or ";" in statement.text,
                )


def _figures(text: str, unit: str) -> Iterator[tuple[Decimal, int, int, str]]:
    if unit == "money":
        for money in find_money(text):
            yield money.money.amount, money.start, money.end, text[money.start : money.end]
        return
    for span in spans_of(text, "count"):
        if span.value is None:
            continue
        found = re.match(r"[- ](month|year)s?\b", text[span.end :], re.IGNORECASE)
        if unit == "month" and found:
            factor = _MONTHS if found.group(1).lower() == "year" else 1
            yield span.value * factor, span.start, span.end, f"{span.text}{found.group()}"
        elif unit != "month" and not found and not kin(unit).isdisjoint(span.nouns[:2]):
            yield (
                span.value,
                span.start,
                span.end,
                f"{span.text} {text[span.end :].strip().split(' ')[0].rstrip('.,;')}",
            )


def _is_item(case: Case, statement: Statement) -> bool:
    blocks = case.memo.document.blocks
    return 0 <= statement.paragraph < len(blocks) and blocks[statement.paragraph].kind == "item"


def _speaks_of(case: Case, statement: Statement) -> bool:
    """The sentence, or the one that opens its list, sets a condition and holds what is asked besides the case."""
    near = _opening(case, statement)
    known = stems(f"{statement.text} {near} {statement.section}") | case.gate.context
    asked = [term for term in case.asked.terms if term.stem not in _CASE_TALK and not term.stem[0].isdigit()]
    missing = [term for term in asked if not covers(term.stem, known) and not case.gate.weights.is_everywhere(term)]
    sets = bool(_CONDITION.search(f"{near} {statement.text}"))
    return sets and len(asked) > len(missing) and len(missing) <= (1 if len(asked) > _NEAR else 0)


def _opening(case: Case, statement: Statement) -> str:
    """Of a list item, the paragraph before the list; of a sentence, its own paragraph."""
    blocks = case.memo.document.blocks
    if not _is_item(case, statement):
        return blocks[statement.paragraph].text if 0 <= statement.paragraph < len(blocks) else ""
    before = [block for block in blocks[: statement.paragraph] if block.kind == "paragraph"]
    return before[-1].text if before else ""
