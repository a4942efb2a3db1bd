"""Growth as told against its own two figures: "increased from 540 to 520", "doubled from 2,100 to 3,400", "127, up from
85, a 33 % increase".

Read are an old and a new figure of one kind whose parts are said by words ("from ... to", "up from", "compared with")
and one claim beside them: a direction, a percentage, or a multiple. Percentages of percentages (points or per cent?)
are not computed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.checks.hedges import fits, last_digit, read_hedge
from answer.checks.numbers import PERCENT, figure_value, plain
from answer.checks.quantities import Quantity, find_quantities
from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_UP = r"increas\w+|ris(?:e|es|en|ing)|rose|gr[eo]w(?:n|s|ing|th)?|climb\w*|gain\w*|jump\w*|expan\w+|higher|up"
_DOWN = (
    r"decreas\w+|declin\w+|fall(?:s|en|ing)?|fell|drop\w*|reduc\w+|cut|lower\w*|shr[aiu]nk\w*|down|fewer|less|savings?"
)
_WAY = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_NO_WAY = re.compile(r"\b(?:not|no|without|would|will|could|target\w*|goal\w*|rang\w+|between)\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?P<hedge>(?:more than|over|nearly|almost|about|roughly|approximately|just over|at least)\s)?"
    r"(?P<word>doubled|tripled|quadrupled|halved)\b",
    re.IGNORECASE,
)
_FACTORS = {"doubled": Decimal(2), "tripled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
_FROM = re.compile(r"\bfrom\s(?:[a-z-]+\s){0,3}$", re.IGNORECASE)
_TO = re.compile(r"\bto\s(?:[a-z-]+\s){0,3}$", re.IGNORECASE)
_THAN_BEFORE = re.compile(
    r"\b(?P<way>up|down|increase|rise|growth|gain|jump|decrease|drop|decline|reduction|compared|versus|against)\b"
    r"(?:\sof\s\S{1,8}(?:\spercent)?|\s\S{1,6}%)?\s?(?:from|over|to|with)?\s(?:last\syear[’']s\s|the\s|an?\s)?"
    r"(?:(?:about|nearly|only|just|approximately|around|over|estimated)\s){0,2}$",
    re.IGNORECASE,
)
_NOUN_OF_CHANGE = r"(?:increase|rise|growth|gain|jump|decrease|drop|decline|reduction|fall|improvement|uptick)"
_SHARE = re.compile(
    rf"{PERCENT}\s(?:[a-z-]+\s)?{_NOUN_OF_CHANGE}\b|\b{_NOUN_OF_CHANGE}\sof\s(?:[a-z]+\s){{0,3}}?"
    + PERCENT.replace("percent>", "percent2>"),
    re.IGNORECASE,
)
_SHARE_BY = re.compile(rf"\b(?:{_UP}|{_DOWN})\s(?:by\s)?(?:(?!to\b)[a-z]+\s){{0,3}}?{PERCENT}(?!\sof\b)", re.IGNORECASE)
_UNIT = re.compile(
    r"[\s-](second|minute|hour|day|week|month|quarter|year|mile|feet|foot|acre|ton|pound)s?\b", re.IGNORECASE
)
_CLAUSES = re.compile(r"[;]|\b(?:while|whereas|although)\b|,\sand\s(?=[^,;]{0,60}\b(?:from|up|down)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """An old and a new figure; ``way`` is where the word for the direction is looked for, nearest to its end."""

    old: Quantity
    new: Quantity
    way: str


def check_growth(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        for clause in _CLAUSES.split(statement.text):
            pair = _pair(clause)
            if pair is not None and pair.old.value > 0 and not _of_two_units(clause, pair):
                yield from _direction(memo, statement, clause, pair)
                yield from _multiple(memo, statement, clause, pair)
                yield from _percentage(memo, statement, clause, pair)


def _pair(clause: str) -> _Pair | None:
    """The one old and the one new figure of a clause; ``None`` where there are several."""
    figures = [q for q in find_quantities(clause) if q.kind != "percent"] or list(find_quantities(clause))
    old = [q for q in figures if _FROM.search(clause[: q.start])]
    new = [q for q in figures if _TO.search(clause[: q.start])]
    if len(old) == len(new) == 1 and old[0].kind == new[0].kind and len(figures) <= 4:
        return _Pair(old=old[0], new=new[0], way=clause[: min(old[0].start, new[0].start)])
    return _pair_with_before(clause, figures)


def _of_two_units(clause: str, pair: _Pair) -> bool:
    """``from two minutes to thirty seconds``."""
    units = {found[1].lower() for q in (pair.old, pair.new) if (found := _UNIT.match(clause[q.end :]))}
    return len(units) > 1


def _pair_with_before(clause: str, figures: Sequence[Quantity]) -> _Pair | None:
    """``127 this year, up from 85``, ``168 incidents compared to 187 last year``."""
    told = [(q, found) for q in figures if (found := _THAN_BEFORE.search(clause[: q.start]))]
    if len(told) != 1:
        return None
    old, found = told[0]
    before = [q for q in figures if q.end <= found.start() and q.kind == old.kind]
    if len(before) != 1 and not (before and found.start() - before[-1].end <= 25):
        return None
    return _Pair(old=old, new=before[-1], way=found.group())


def _direction(memo: Memo, statement: Statement, clause: str, pair: _Pair) -> Iterator[Finding]:
    """``increased from 540 in 2027 to 520 in 2028``."""
    words = list(_WAY.finditer(pair.way[-70:]))
    if not words or _NO_WAY.search(pair.way) or _is_smaller_better(words, pair):
        return
    apart = pair.new.value - pair.old.value
    if (apart < 0 and words[-1]["up"]) or (apart > 0 and words[-1]["down"]) or apart == 0:
        told = words[-1].group().lower()
        yield _finding(
            memo,
            statement,
            f'The memo says "{told}" of a figure that goes from {pair.old.text} to {pair.new.text}.',
            stated=told,
            computed=f"from {pair.old.text} to {pair.new.text}",
        )


def _is_smaller_better(words: Sequence[re.Match[str]], pair: _Pair) -> bool:
    """Two directions in one clause (``the decline grew from``) or figures of different size are left alone."""
    both = any(word["up"] for word in words) and any(word["down"] for word in words)
    return both or not Decimal("0.01") < pair.new.value / pair.old.value < 100


def _multiple(memo: Memo, statement: Statement, clause: str, pair: _Pair) -> Iterator[Finding]:
    """``doubled from 2,100 to 3,400``."""
    match = _TIMES.search(clause)
    if match is None:
        return
    factor, times = _FACTORS[match["word"].lower()], pair.new.value / pair.old.value
    if not _times_fit(read_hedge(match["hedge"] or ""), times / factor):
        yield _finding(
            memo,
            statement,
            f'The memo says "{match.group().lower()}" of a figure that goes from {pair.old.text} to {pair.new.text}, '
            f"{plain(times)} times as much.",
            stated=match.group().lower(),
            computed=f"{plain(times)} times",
        )


def _times_fit(hedge: str, share: Decimal) -> bool:
    """``share`` is 1 where the figure is exactly doubled, tripled, halved."""
    low, high = {
        "over": (Decimal("0.99"), Decimal("1.5")),
        "at_least": (Decimal("0.99"), Decimal("1.5")),
        "just_over": (Decimal("0.99"), Decimal("1.15")),
        "just_under": (Decimal("0.85"), Decimal("1.02")),
        "about": (Decimal("0.85"), Decimal("1.15")),
    }.get(hedge, (Decimal("0.93"), Decimal("1.25")))
    return low <= share <= high


def _percentage(memo: Memo, statement: Statement, clause: str, pair: _Pair) -> Iterator[Finding]:
    """``from 400 to 500, an increase of 20%``: 25; ``$3.3 million, a 22% rise from $2.6 million``: 27."""
    shares = list(_SHARE.finditer(clause)) or list(_SHARE_BY.finditer(clause))
    if len(shares) != 1 or pair.old.kind == "percent":
        return
    groups = shares[0].groupdict()
    figure = (groups.get("percent") or groups.get("percent2") or "").replace(",", "")
    at = shares[0].start("percent") if groups.get("percent") else shares[0].start("percent2")
    low, high = _range(pair)
    hedge, stated, step = read_hedge(clause[:at]), figure_value(figure), last_digit(figure)
    if low <= stated <= high or any(fits(hedge, stated, value, step=step) for value in (low, high)):
        return
    computed = abs(pair.new.value - pair.old.value) / pair.old.value * 100
    yield Finding(
        kind="percentage",
        severity="warning",
        message=f"The memo says {figure} % of a change from {pair.old.text} to {pair.new.text}, which is "
        f"{plain(computed)} %.",
        stated=f"{figure}%",
        computed=f"{plain(computed)}%",
        memo=memo.id,
        evidence=statement.places[:1],
    )


def _range(pair: _Pair) -> tuple[Decimal, Decimal]:
    """The least and the greatest change in per cent that the rounding of both figures leaves open."""
    half = (pair.old.step / 2 if _is_rounded(pair.old) else 0, pair.new.step / 2 if _is_rounded(pair.new) else 0)
    ends = [
        abs(pair.new.value + b - pair.old.value - a) / (pair.old.value + a) * 100
        for a in (-half[0], half[0])
        for b in (-half[1], half[1])
        if pair.old.value + a > 0
    ]
    return min(ends), max(ends)


def _is_rounded(quantity: Quantity) -> bool:
    return quantity.step != 1 and quantity.step != Decimal("0.01")


def _finding(memo: Memo, statement: Statement, message: str, *, stated: str, computed: str) -> Finding:
    return Finding(
        kind="restatement",
        severity="warning",
        message=message,
        stated=stated,
        computed=computed,
        memo=memo.id,
        evidence=statement.places[:1],
    )
