"""Percentages in sentences, computed again from the memo's own records and from counts beside them.

Read are shares of projects by status ("over 60 percent are green") and shares with their counts ("9 of 12 offices
(80 %)"). The memo's hedge counts; growth is read elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from answer.checks.fractions import ShareWord, find_share_word
from answer.checks.hedges import fits, hedge_words, last_digit, read_hedge
from answer.checks.numbers import PERCENT, WHOLE, figure_value, find_percents, plain, whole_number
from answer.checks.quantities import find_quantities
from answer.checks.status_counts import STATUS_PHRASES, ProjectTotals, status_places
from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_ABOUT_PROJECTS = re.compile(
    r"\b(?:projects?|initiatives?|programs?|programmes?|schemes?|contracts?|portfolio|register|work plan items?)\b",
    re.IGNORECASE,
)
_NOT_THE_PRESENT = re.compile(
    r"\b(?:target\w*|goal\w*|aim\w*|expect\w*|will|should|was|were|had been|last year|a year ago|previous\w*|budgets?|"
    r"spent|complete[d]? on time|dollars?|funds?|cost\w*)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"\b(?P<part>{WHOLE})\s(?:out\s)?of\s(?:the\s|all\s|its\s|our\s)?(?P<whole>{WHOLE})\b(?P<between>[^.;%]{{0,60}}?)"
    rf"{PERCENT}",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    rf"\b[Oo]f\s(?:the\s|all\s|its\s|our\s)?(?P<whole>{WHOLE})\s[^.;%,]{{3,50}},\s(?:about\s)?(?P<part>{WHOLE})\b"
    rf"(?P<between>[^.;%]{{0,60}}?){PERCENT}",
    re.IGNORECASE,
)
_SHARE_FIRST = re.compile(
    rf"{PERCENT}[^.;%()]{{0,40}}\((?P<part>{WHOLE})\s(?:out\s)?of\s(?:the\s|all\s)?(?P<whole>{WHOLE})\b", re.IGNORECASE
)
_MONEY_LINK = re.compile(
    r"^\s(?:(?:out\s)?of|against)\s(?:the\s|its\s|an?\s)?(?:[a-z]+\s){0,3}?(?:of\s)?$", re.IGNORECASE
)
_SHARE_LINK = re.compile(
    r"(?:\(|\bor\s|\ba\s(?:rate|share)\sof\s|[–—]\s?|\bthat is,?\s|\bequal to\s|\bwhich is\s)"
    r"(?:(?:about|nearly|almost|just|over|under|more|less|"
    r"than|approximately|roughly|around|slightly|some)\s){0,3}$",
    re.IGNORECASE,
)


_WORD_OF_PROJECTS = re.compile(
    r"\s(?:of\s)?(?:the\s|its\s|our\s|these\s|all\s|them\b\s?)?(?:\d+\s|\w+\s)?(?:active\s|current\s|open\s)?"
    r"(?:projects|initiatives|efforts|schemes|programmes|contracts|developments|are)\b",
    re.IGNORECASE,
)


def check_percentages(memo: Memo, statements: Sequence[Statement], totals: ProjectTotals) -> Iterator[Finding]:
    for statement in statements:
        yield from _status_shares(memo, statement, totals)
        yield from _stated_shares(memo, statement)


def _status_shares(memo: Memo, statement: Statement, totals: ProjectTotals) -> Iterator[Finding]:
    """``Over 92% of the projects are on schedule``: against the projects that the memo lists."""
    if totals.total is None or _NOT_THE_PRESENT.search(statement.text):
        return
    for share in _shares(statement.text):
        status = _status_of_share(statement.text, share)
        count = totals.count(status) if status else None
        if status is None or count is None:
            continue
        computed = Decimal(100 * count) / totals.total
        if not share.fits(computed):
            yield Finding(
                kind="percentage",
                severity="warning",
                message=f"The memo says that {share.text[0].lower()}{share.text[1:]} of the projects are "
                f"{status.replace('_', ' ')}; by its own list it is {count} of {totals.total}, {plain(computed)} %.",
                stated=share.text,
                computed=f"{plain(computed)}%",
                memo=memo.id,
                evidence=(*statement.places[:1], *totals.places[:1], *status_places(memo, status)),
            )


def _shares(text: str) -> Iterator[ShareWord]:
    """Percentages, and where there are none a share in words ("two thirds of the projects")."""
    percents = list(find_percents(text))
    for percent in percents:
        yield ShareWord(
            text=hedge_words(text, percent.start) + percent.text,
            start=percent.start,
            end=percent.end,
            value=percent.value,
            hedge=read_hedge(text[: percent.start]),
            step=last_digit(percent.figure),
        )
    word = None if percents else find_share_word(text)
    if word is not None and _WORD_OF_PROJECTS.match(text[word.end :]):
        yield word


def _status_of_share(text: str, share: ShareWord) -> str | None:
    """The status that the share is of, if the clause around it names one and speaks of projects."""
    if not _ABOUT_PROJECTS.search(text) and not re.search(r"\b(?:them|are|is)\b", text):
        return None
    after = re.split(r"[;.]|\b(?:while|whereas|but|and\s(?:\w+\s){0,2}(?:are|is))\b", text[share.end :])[0]
    before = re.split(r"[;.]", text[: share.start])[-1]
    for part in (after, before):
        found = [status for status, pattern in STATUS_PHRASES.items() if pattern.search(part)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _stated_shares(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``9 of 12 offices (80%)``: 75."""
    for match in (*_SHARE.finditer(statement.text), *_SHARE_OF.finditer(statement.text)):
        part, whole = whole_number(match["part"]), whole_number(match["whole"])
        if not _SHARE_LINK.search(match["between"]) or whole == 0 or part > whole:
            continue
        computed = Decimal(100 * part) / whole
        yield from _unless_it_fits(memo, statement, match, computed, f"{part} of {whole}")
    for match in _SHARE_FIRST.finditer(statement.text):
        part, whole = whole_number(match["part"]), whole_number(match["whole"])
        if 0 < part <= whole:
            yield from _unless_it_fits(memo, statement, match, Decimal(100 * part) / whole, f"{part} of {whole}")
    yield from _money_shares(memo, statement)


def _money_shares(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``$6.2 million of $15.5 million (30%)``, ``$6.2 million against a budget of $15.5 million, or 30%``."""
    for part, whole, share in zip(*(list(find_quantities(statement.text))[n:] for n in range(3)), strict=False):
        if (part.kind, whole.kind, share.kind) != ("money", "money", "percent") or not 0 < part.value <= whole.value:
            continue
        after = statement.text[whole.end : share.start]
        if (
            not _MONEY_LINK.match(statement.text[part.end : whole.start])
            or not _SHARE_LINK.search(after)
            or len(after) > 40
        ):
            continue
        low, high = (
            100 * (part.value + sign * part.step / 2) / (whole.value - sign * whole.step / 2) for sign in (-1, 1)
        )
        hedge = read_hedge(statement.text[: share.start])
        if not low <= share.value <= high and not any(
            fits(hedge, share.value, v, step=share.step) for v in (low, high)
        ):
            computed = 100 * part.value / whole.value
            yield Finding(
                kind="percentage",
                severity="warning",
                message=f"The memo says {share.text} beside {part.text} of {whole.text}, which is {plain(computed)} %.",
                stated=share.text,
                computed=f"{plain(computed)}%",
                memo=memo.id,
                evidence=statement.places[:1],
            )


def _unless_it_fits(
    memo: Memo, statement: Statement, match: re.Match[str], computed: Decimal, counts: str
) -> Iterator[Finding]:
    figure = match["percent"].replace(",", "")
    hedge = read_hedge(statement.text[: match.start("percent")])
    if fits(hedge, figure_value(figure), computed, step=last_digit(figure)):
        return
    yield Finding(
        kind="percentage",
        severity="warning",
        message=f"The memo says {figure} % beside {counts}, which is {plain(computed)} %.",
        stated=f"{figure}%",
        computed=f"{plain(computed)}%",
        memo=memo.id,
        evidence=statement.places[:1],
    )
