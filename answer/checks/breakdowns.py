"""Parts that are named with their whole: "24 projects: 15 green, 5 yellow and 3 red", "45 % by car, 30 % by bus and
35 % by bicycle".

Counts are added up where every part is a status, or the sentence gives the whole, a colon or dash, and the parts.
Percentages are added up where they follow one another in one list; too much is told, too little may be the rest.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from answer.checks.hedges import read_hedge
from answer.checks.numbers import WHOLE, plain, whole_number
from answer.checks.quantities import Quantity, find_quantities
from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_STATUS = (
    r"(?:green|yellow|red|amber|on hold|paused|on (?:track|schedule)|at risk|off track|delayed|behind schedule|"
    r"completed?|finished|cancell?ed|not (?:yet )?started|in progress|under way|pending|open|closed)"
)
_PART = (
    rf"(?P<count>(?<![\d$.,]){WHOLE})\s(?:projects?\s|of (?:them|these)\s|others?\s)?"
    r"(?:is\s|are\s|were\s|was\s|have been\s)?"
    rf"(?:marked\s|rated\s|now\s)?[“\"']?{_STATUS}\b(?!/)"
)
_PARTS = re.compile(_PART, re.IGNORECASE)
_WHOLE = re.compile(
    rf"(?<![\d$.,])\b(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?P<noun>projects|initiatives|efforts|milestones|tasks|actions|"
    r"measures|recommendations|requests|cases|goals|items)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bof\s(?:the|its|our|these|those)\s$", re.IGNORECASE)
_INTRODUCES = re.compile(r"^[^.;]{0,60}?(?::|[—–]|,\sof\swhich|\sof\swhich|,\sincluding)\s*$", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:more than one|multiple|several answers|all that apply|respectively|overlap)\b", re.IGNORECASE
)
_COMPARES = re.compile(
    r"\b(?:also|compared|from\s[\d$€£]|up|down|rate|over the|"
    r"increas\w*|decreas\w*|growth|than|completion|each|both)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^\)(?:,|,?\sand)\s(?:[\w’'-]+\s){1,5}\($")
_BETWEEN = re.compile(r"^(?:\s(?!and\b|or\b)[\w’'-]+){1,7},?(?:\sand)?(?:\sanother|\sthe remaining|\sabout)?\s$")


_DIVIDED = re.compile(
    r"\b(?:divided|split|made up of|consist\w*|compris\w+|allocated|broken down|shared|funded (?:by|from|with|through)|"
    r"as follows|sum of|paid for|com(?:es|ing) from)\b|:\s",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"\b(?:remain\w*|of which|including|from|increas\w+|rose|each|per|annual\w*|up to|first)\b", re.IGNORECASE
)
_LIST = re.compile(
    rf"(?<![\d$.,])\b(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z]+s)(?::|\s[–—])\s(?P<list>[^:;()$%]+)$",
    re.IGNORECASE,
)
_COUNT_IN = re.compile(
    rf"(?<![\d$.,])\b(?P<count>{WHOLE})\s(?:[a-z-]+\s){{1,3}}?(?=(?:in|at|over|during|through|across)\s$)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"^(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?:for|from|in|on|by|at|to|are|were|of|with)\s", re.IGNORECASE
)


def check_breakdowns(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        yield from _status_parts(memo, statement)
        yield from _shares(memo, statement)
        yield from _counted_items(memo, statement)
        yield from _money_parts(memo, statement)


def _status_parts(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``manages 24 projects: 15 green, 5 yellow and 3 red``."""
    parts = list(_PARTS.finditer(statement.text))
    wholes = list(_WHOLE.finditer(statement.text[: parts[0].start()])) if len(parts) > 1 else []
    if len(wholes) != 1 or any(read_hedge(statement.text[: m.start()]) != "none" for m in (*wholes, *parts)):
        return
    between = statement.text[wholes[0].end() : parts[0].start()]
    is_whole = between == ", " and _OF_THE.search(statement.text[: wholes[0].start()])
    if not is_whole and not _INTRODUCES.match(between):
        return
    if len({word.group().split()[-1].lower() for word in parts}) < len(parts):
        return
    whole, total = whole_number(wholes[0]["count"]), sum(whole_number(part["count"]) for part in parts)
    if total != whole and not re.search(r"\b(?:remaining|rest|others?)\b", statement.text[parts[-1].end() :]):
        said = ", ".join(part.group() for part in parts)
        yield Finding(
            kind="count",
            severity="warning",
            message=f"The memo counts {wholes[0]['count']} {wholes[0]['noun']} and then {said}: together {total}.",
            stated=wholes[0]["count"],
            computed=str(total),
            memo=memo.id,
            evidence=statement.places[:1],
        )


def _money_parts(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``The $3.6 million is divided between roofs ($1.9 million), paint ($1.2 million) and doors ($0.8 million)``."""
    sums = [q for q in find_quantities(statement.text) if q.kind == "money"]
    if (
        len(sums) < 3
        or (_STEPS.search(statement.text) and not _are_bracketed(statement.text, sums[1:]))
        or any(read_hedge(statement.text[: q.start]) != "none" for q in sums)
    ):
        return
    whole, parts = sums[0], sums[1:]
    if not _DIVIDED.search(statement.text[whole.end : parts[0].start]):
        return
    total = sum((part.value for part in parts), Decimal(0))
    slack = sum((q.step / 2 for q in sums if q.step > 1), Decimal(0))
    if abs(total - whole.value) > slack and total <= 2 * whole.value:
        sign = whole.text[0]
        yield Finding(
            kind="sum",
            severity="warning",
            message=f"The parts of {whole.text} add up to {sign}{total:,.0f}: "
            f"{' + '.join(part.text for part in parts)}.",
            stated=whole.text,
            computed=f"{sign}{total:,.0f}",
            memo=memo.id,
            evidence=statement.places[:1],
        )


def _are_bracketed(text: str, parts: Sequence[Quantity]) -> bool:
    """``comes from the state ($2.5 million), the county ($1.0 million) and the port ($0.8 million)``."""
    gaps = [text[one.end : other.start] for one, other in pairwise(parts)]
    return text[: parts[0].start].endswith("(") and all(_BRACKETS.match(gap) for gap in gaps)


def _counted_items(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``closed 20 requests: 9 for streets, 6 for parks and 4 for water``."""
    match = _LIST.search(statement.text.rstrip(" ."))
    if match is None or read_hedge(statement.text[: match.start()]) != "none":
        return
    items = re.split(r",\sand\s|,\s|\sand\s", match["list"])
    counts = [found for item in items if (found := _ITEM.match(item))]
    whole, total = whole_number(match["count"]), sum(whole_number(found["count"]) for found in counts)
    if whole == len(items) and len(counts) == len(items):
        yield from _items_of_all(memo, statement, match, total)
        return
    if len(counts) < max(2, len(items)) or total == whole or not 0.5 * whole <= total <= 1.5 * whole:
        return
    yield Finding(
        kind="count",
        severity="warning",
        message=f"The memo counts {match['count']} {match['noun']} and then {match['list']}: together {total}.",
        stated=match["count"],
        computed=str(total),
        memo=memo.id,
        evidence=statement.places[:1],
    )


def _items_of_all(memo: Memo, statement: Statement, match: re.Match[str], total: int) -> Iterator[Finding]:
    """``reached 120 officers in three classes: 40 in March, 45 in April and 45 in May``."""
    before = statement.text[: match.start()]
    found = list(_COUNT_IN.finditer(before))
    if len(found) != 1 or read_hedge(before[: found[0].start()]) != "none":
        return
    whole = whole_number(found[0]["count"])
    if total != whole and 0.7 * whole <= total <= 1.4 * whole:
        yield Finding(
            kind="sum",
            severity="warning",
            message=f"The memo counts {found[0].group().strip()} and then {match['list']}: together {total}.",
            stated=found[0]["count"],
            computed=str(total),
            memo=memo.id,
            evidence=statement.places[:1],
        )


def _shares(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """Three or more percentages in one list that make more than the whole."""
    shares = [q for q in find_quantities(statement.text) if q.kind == "percent"]
    total = sum((share.value for share in shares), Decimal(0))
    slack = sum((share.step / 2 for share in shares), Decimal(0))
    if len(shares) < 3 or not 100 + slack < total <= 150 or not _is_one_list(statement.text, shares):
        return
    if _ANSWERS.search(statement.text):
        return
    said = " + ".join(share.text for share in shares)
    yield Finding(
        kind="percentage",
        severity="note",
        message=f"The shares of one whole add up to {plain(total)} %: {said}.",
        stated=said,
        computed=f"{plain(total)}%",
        memo=memo.id,
        evidence=statement.places[:1],
    )


def _is_one_list(text: str, shares: Sequence[Quantity]) -> bool:
    """Nothing but a few words and a comma or "and" between one share and the next."""
    gaps = [text[one.end : other.start] for one, other in pairwise(shares)]
    if all(_BRACKETS.match(gap) for gap in gaps):
        return True
    plain = all(_BETWEEN.match(gap) and ("," in gap or " and " in gap) for gap in gaps)
    return plain and not _COMPARES.search(text)
