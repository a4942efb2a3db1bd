"""Figures of one breath that must add up: a part and the rest of a whole, an old figure and its change.

"Six of the nine ... the remaining four" and "rose by $2 million from $19 million to $22 million". Read are figures of
one kind in one sentence, or of a whole in the sentence before its rest. A sum that only rounding can bring about is a
note that says so; what counts another thing than the whole is not read.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from answer.checks.hedges import read_hedge
from answer.checks.numbers import WHOLE, plain, whole_number
from answer.comparison.statements import Statement
from answer.questions.reading.spans import Span, spans_of
from answer.questions.reading.words import stem
from records.answer import Finding
from records.memo import Memo
from records.place import Place

_PART = re.compile(
    rf"\b(?P<part>{WHOLE})\s(?:out\s)?of\s(?:the\s|its\s|our\s|their\s|these\s|all\s)?(?P<whole>{WHOLE})\b"
    r"(?P<after>(?:\s[\w’'-]+){0,3})",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"\b(?:the\s(?:remaining|other)|remaining)\s(?P<rest>{WHOLE})\b(?!\s?%|\spercent)(?P<after>(?:\s[\w’'-]+){{0,2}})",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"(?<![\d.,$])\b(?P<count>{WHOLE})\b(?!\s?%|\spercent|[.,]\d)", re.IGNORECASE)
_UP = r"rose|risen|grew|grown|increas\w+|climbed|went up|up|gain\w*|added|higher|raised|expanded|growth"
_DOWN = r"fell|fallen|dropped|declined?|declining|decreas\w+|went down|down|shrank|reduc\w+|cut|lower\w*|saved|savings"
_UPWARD, _DOWNWARD = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (_UP, _DOWN))
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
_TO = re.compile(r"\bto\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|(?:increase|rise|gain|growth|decrease|drop|decline|reduction|cut|saving|change)\sof)\s$", re.IGNORECASE
)
_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "b": 9}
_SCALED = re.compile(r"([\d,]+)(?:\.(\d+))?\s?(thousand|million|billion|[kmb])?\b", re.IGNORECASE)


def check_remainders(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for number, statement in enumerate(statements):
        following = statements[number + 1] if number + 1 < len(statements) else None
        yield from _rests(memo, statement, following)
        yield from _changes(memo, statement)


def _rests(memo: Memo, statement: Statement, following: Statement | None) -> Iterator[Finding]:
    """``Six of the nine piers are open; the remaining four close in May.``"""
    parts = list(_PART.finditer(statement.text))
    if len(parts) != 1 or read_hedge(statement.text[: parts[0].start()]) != "none":
        return
    match, places = parts[0], statement.places[:1]
    text = statement.text[match.end("whole") :]
    if _REST.search(text) is None:
        if following is None or following.section != statement.section or _PART.search(following.text):
            return
        text, places = f"{text} {following.text}", (*places, *following.places[:1])
    rest = _REST.search(text)
    if rest is None or not _counts_the_same(match["after"], rest["after"]):
        return
    part, whole, left = (whole_number(words) for words in (match["part"], match["whole"], rest["rest"]))
    between = [whole_number(m["count"]) for m in _COUNT.finditer(text[: rest.start()])]
    if whole >= part and not _can_be(whole - part - left, between):
        yield _rest_finding(memo, match, rest, part + left, places)


def _counts_the_same(whole: str, rest: str) -> bool:
    """The rest is of the same thing unless it brings a noun of its own: ``the remaining four months``."""
    nouns = {stem(word.lower()) for word in whole.split()}
    first = next(iter(rest.lower().split()), "")
    return not first or not re.search(r"[^s]s$", first) or first in ("is", "was", "has") or stem(first) in nouns


def _can_be(missing: int, between: Sequence[int]) -> bool:
    """Whether counts that stand in between can make up what is missing."""
    return any(
        sum(some) == missing for size in range(min(len(between), 6) + 1) for some in combinations(between[:6], size)
    )


def _rest_finding(
    memo: Memo, match: re.Match[str], rest: re.Match[str], total: int, places: tuple[Place, ...]
) -> Finding:
    stated = f"{match['part']} of {match['whole']}, {rest.group()[: rest.end('rest') - rest.start()]}"
    return Finding(
        kind="count",
        severity="warning",
        message=f"The memo says {match['part'].lower()} of {match['whole'].lower()} and then "
        f"“{rest.group()[: rest.end('rest') - rest.start()]}”: together that is {total}, not {match['whole'].lower()}.",
        stated=stated,
        computed=str(total),
        memo=memo.id,
        evidence=places,
    )


def _changes(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``rose by $2 million from $19 million to $22 million``, ``from 40 to 55 piers, an increase of 12``."""
    for kind in ("money", "count", "percent"):
        spans = [span for span in spans_of(statement.text, kind) if span.value is not None]
        roles = {_role(statement.text, span): span for span in spans}
        if len(spans) != 3 or set(roles) != {"from", "to", "by"}:
            continue
        if any(read_hedge(statement.text[: span.start]) != "none" for span in spans):
            continue
        up, down = _UPWARD.search(statement.text), _DOWNWARD.search(statement.text)
        if bool(up) != bool(down):
            yield from _change_finding(memo, statement, roles["from"], roles["to"], roles["by"], sign=1 if up else -1)


def _role(text: str, span: Span) -> str:
    before = text[: span.start]
    if _BY.search(before):
        return "by"
    return "from" if _FROM.search(before) else "to" if _TO.search(before) else ""


def _change_finding(
    memo: Memo, statement: Statement, old: Span, new: Span, change: Span, *, sign: int
) -> Iterator[Finding]:
    assert old.value is not None
    assert new.value is not None
    assert change.value is not None
    total = old.value + sign * change.value
    apart = abs(total - new.value)
    if apart == 0 or (old.value > 0 and not Decimal("0.01") < new.value / old.value < 100):
        return
    step = max(_step(span.text) for span in (old, new, change))
    if apart < step:
        return
    rounding = sum((_step(span.text) / 2 for span in (old, new, change)), Decimal(0))
    whole_numbers = (value == value.to_integral_value() for value in (old.value, new.value, change.value))
    exact = all(whole_numbers) and all(_step(span.text) <= 1 for span in (old, new, change))
    only_rounding = not exact and apart <= rounding
    computed = _written_like(new.text, total)
    yield Finding(
        kind="sum",
        severity="note" if only_rounding else "warning",
        message=f"The memo goes from {old.text} to {new.text} by {change.text}; {old.text} "
        f"{'and' if sign > 0 else 'less'} {change.text} is {computed}"
        + (", which only the rounding of all three figures could explain." if only_rounding else f", not {new.text}."),
        stated=new.text,
        computed=computed,
        memo=memo.id,
        evidence=statement.places[:1],
    )


def _step(text: str) -> Decimal:
    """One unit of the last digit: 100,000 for ``$1.9 million``, 1 for ``twelve``."""
    match = _SCALED.search(text)
    if match is None:
        return Decimal(1)
    return Decimal(1).scaleb(_SCALES.get((match[3] or "").lower(), 0) - len(match[2] or ""))


def _written_like(example: str, value: Decimal) -> str:
    match = _SCALED.search(example)
    if match is None:
        return plain(value)
    scaled = value.scaleb(-_SCALES.get((match[3] or "").lower(), 0))
    rest = example[match.end(2 if match[2] else 1) :]
    return f"{example[: match.start()]}{scaled:,.{len(match[2] or '')}f}{rest}"
