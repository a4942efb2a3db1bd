"""Rates that no whole number of people can give: "15 participants ... a 50 percent completion rate".

Read is a rate of a stated group in the same sentence, where the rate is one that is counted in members of the group
(completion, attendance), not one of something else (acceptance: of the applicants). A hedged rate is never doubted.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from answer.checks.hedges import last_digit, read_hedge
from answer.checks.numbers import PERCENT, WHOLE, figure_value, plain, whole_number
from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_MEMBERS = (
    r"(?:participants|staff members|staff|employees|attendees|students|trainees|members|people|residents|learners|"
    r"graduates|respondents|users|officers|volunteers|applicants|interns|firefighters|offices|departments|schools|"
    r"projects|sites|buildings|vehicles|units|households|businesses|vendors|agencies|cities|teams|managers)"
)
_GROUP = re.compile(rf"\b(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?P<members>{_MEMBERS})\b", re.IGNORECASE)
_RATE = re.compile(
    rf"{PERCENT}\s(?:[a-z-]+\s){{0,1}}?(?P<rate>completion|graduation|pass|passing|attendance|retention|participation|success|"
    rf"certification|satisfaction|finish)\srate",
    re.IGNORECASE,
)
_SHARE_OF_GROUP = re.compile(
    rf"{PERCENT}\sof\s(?:the\s|its\s|our\s|all\s)?(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?P<members>{_MEMBERS})\b",
    re.IGNORECASE,
)
_GROUP_FIRST = re.compile(
    rf"\b[Oo]f\s(?:the\s|all\s|its\s|our\s)?(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?P<members>{_MEMBERS})"
    rf"(?:\s[a-z]+){{0,3}},\s(?:[a-z]+\s)?{PERCENT}",
    re.IGNORECASE,
)
_GROUP_THEN = re.compile(
    rf"\b(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?P<members>{_MEMBERS})\b[^.;%\d]{{0,60}}?{PERCENT}\sof\s(?:them|whom|these)\b",
    re.IGNORECASE,
)
_LARGEST_GROUP = 100  # a rate in whole per cent can be had from any larger group


def check_granularity(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        yield from _rates(memo, statement)
        patterns = (_SHARE_OF_GROUP, _GROUP_FIRST, _GROUP_THEN)
        for match in (match for pattern in patterns for match in pattern.finditer(statement.text)):
            yield from _impossible(memo, statement, match, match["count"], match["members"])


def _rates(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """One group of people in the sentence, or of the units first named: departments that sent them are no members."""
    groups = [match for match in _GROUP.finditer(statement.text) if not _is_origin(statement.text, match)]
    if len(groups) != 1:
        return
    for match in _RATE.finditer(statement.text):
        yield from _impossible(memo, statement, match, groups[0]["count"], groups[0]["members"])


def _is_origin(text: str, match: re.Match[str]) -> bool:
    """``from nine departments``."""
    return bool(
        re.search(r"\b(?:from|across|in|at|by|of|with)\s(?:[a-z]+\s){0,2}$", text[: match.start()], re.IGNORECASE)
    )


def _impossible(memo: Memo, statement: Statement, match: re.Match[str], count: str, members: str) -> Iterator[Finding]:
    group = whole_number(count)
    figure = match["percent"].replace(",", "")
    rate, step = figure_value(figure), last_digit(figure)
    hedged = read_hedge(statement.text[: match.start("percent")]) != "none"
    if hedged or not 1 < group < _LARGEST_GROUP / step or rate > 100 or _is_possible(rate, group, step):
        return
    below = int((rate * group / 100).to_integral_value(ROUND_FLOOR))
    near = " and ".join(
        f"{n} of {group} is {plain(Decimal(100 * n) / group)} %" for n in (below, below + 1) if n <= group
    )
    yield Finding(
        kind="granularity",
        severity="note",
        message=f"{figure} % of {group} {members} is {plain(rate * group / 100)}, not a whole number; {near}.",
        stated=f"{figure}%",
        computed=near,
        memo=memo.id,
        evidence=statement.places[:1],
    )


def _is_possible(rate: Decimal, group: int, step: Decimal) -> bool:
    """Whether some whole number of the group gives the rate, rounded or cut off."""
    return any(rate - step / 2 <= Decimal(100 * n) / group < rate + step for n in _candidates(rate, group))


def _candidates(rate: Decimal, group: int) -> range:
    near = int(rate * group / 100)
    return range(max(0, near - 1), min(group, near + 2) + 1)
