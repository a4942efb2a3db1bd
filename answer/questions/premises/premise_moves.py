"""Questions that take a rise for granted where the memo gives a fall, or the reverse: in words, figures or a row.

"Why did waits get shorter?" of "Average wait (days) | 2030: 9 | 2031: 34", "Why did fires go up?" of "There were 14
fires, against 17". Every sentence on the subject that has a direction must go against the question's. A money row that
has more left than the question allows ("over budget" of 300 spent of 400) contradicts it likewise.
"""

import re
from decimal import Decimal
from typing import Literal

from answer.questions.figures.relations import read_relations
from answer.questions.premises.told import Told, fit, statements_of
from answer.questions.reading.words import stems
from answer.questions.reply import Case, denied, sentence_text
from answer.questions.tables.table_figures import cell_value
from records.answer import Answer

Way = Literal["up", "down"]

_UP_ASKED = (
    r"\b(?:r[io]se|risen|increas\w+|gr[oe]w\w*|climb\w*|(?:go|goes|going|went|gone) up|higher|expan\w+|gain\w*|jump\w*"
    r"|more)\b"
)
_DOWN_ASKED = (
    r"\b(?:f[ae]ll(?:en)?|drop(?:s|ped)?|declin\w+|decreas\w+|shr[iau]nk|(?:go|goes|going|went|gone) down|lower"
    r"|fewer|less|below|reduc\w+)\b"
)
_SHORTER, _LONGER = r"\b(?:fast|quick|short)er\b|\b(?:wait(?:ed)?) less\b", r"\b(?:slow|long)er\b|\bwait(?:ed)? more\b"
_BETTER, _WORSE = r"\bbetter\b", r"\bworse\b"
_TIME = re.compile(r"\b(?:time|wait\w*|days?|hours?|minutes?|seconds?|turnaround|median|takes?|took)\b", re.IGNORECASE)
_SCORE = re.compile(r"\bscor\w+|\bpass(?:ed)? rate\b|\bsatisf\w+", re.IGNORECASE)
_UP_SAID = re.compile(
    r"\b(?:rose|risen|grew|grown|climbed|increased|doubled|tripled|expanded|went up)\b|\bup (?:from|by|\d|on)"
    r"|\b(?:an? )?(?:increase|rise|gain|growth) (?:of|from)\b|\b(?:more|higher) than (?:in|a year|last|the year)\b",
    re.IGNORECASE,
)
_DOWN_SAID = re.compile(
    r"\b(?:fell|fallen|dropped|declined|decreased|shrank|shrunk|halved|went down|slipped)\b|\bdown (?:from|by|to|\d|on)"
    r"|\ba (?:decrease|decline|drop|fall|reduction) (?:of|from|in)\b|\b(?:fewer|lower|less) than"
    r" (?:in|a year|last|the)\b|\bfirst (?:decrease|drop|decline|fall)\b|\d% fewer\b",
    re.IGNORECASE,
)
_ANY_UP = re.compile(r"\b(?:increas|rise|rose|rising|gr[oe]w|gain|climb|expan)\w*", re.IGNORECASE)
_ANY_DOWN = re.compile(r"\b(?:decreas|declin|drop|shr[iau]nk|reduc|lower)\w*|\bf[ae]ll(?:en|ing)?\b", re.IGNORECASE)
"""A sentence that speaks of both ways may speak of two things."""
_TALK = stems(
    "rise rose risen increase grow grew growth climb go went gone higher expand gain jump more fall fell fallen drop "
    "decline decrease shrink shrank lower fewer less below reduce fast faster quick quicker short shorter slow slower "
    "long longer better worse get got become became year month quarter half second first far still number amount "
    "compare drive drove push pushed make made cause caused reason hi hello explain tell time change"
)
_BESIDE = re.compile(r"(?<=\w) (?:before|after|since|once|because|when)\b", re.IGNORECASE)
"""What follows tells when, not which way."""
_PERIOD = re.compile(r"\b(?:19|20)\d\d\b|\byear (?:one|two|three|four|\d)\b|\bq[1-4]\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_RESULT = re.compile(r"target|goal|plan|budget|forecast", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:over|past|above|beyond|exceed\w*) (?:its |their |the )?(?:approved )?budgets?\b|\boversp\w+", re.IGNORECASE
)
_SET, _SPENT = (
    re.compile(r"budget|appropriat|allocat", re.IGNORECASE),
    re.compile(r"spent|expended|spend", re.IGNORECASE),
)
_BEYOND = re.compile(r"forecast|projected|estimate|at completion", re.IGNORECASE)
_LEAST_FIT, _LEAST_OF_ROW, _LEAST_OF_LIKEST = 0.65, 0.6, 0.5
_BUDGET_TALK = stems("over past above beyond exceed budget overspend spend spent push pushed project cost far much")


def move_premise(case: Case) -> Answer | None:
    if case.asked.shape in ("yes_no", "definition") or case.asked.negated:
        return None
    return _other_way(case) or _not_over(case)


def _other_way(case: Case) -> Answer | None:
    going: list[tuple[Told, Way, Way]] = []
    years = frozenset(str(year) for year in case.asked.years)
    for told in statements_of(case):
        way = _asked_way(case.asked.text, told.text)
        said = _row_way(told.text) if told.is_row else _said_way(told.text)
        least = _LEAST_OF_LIKEST if told.likest else _LEAST_OF_ROW if told.is_row else _LEAST_FIT
        enough = _is_of_years(case, told) and fit(case, told, _TALK | years) >= least
        if way and said and enough:
            going.append((told, way, said))
    if not going or any(way == said for _, way, said in going):
        return None
    told = going[0][0]
    text = f"The memo reports the contrary: {sentence_text(told.text)}"
    return denied(case, text, told.places, confidence=0.7)


def _is_of_years(case: Case, told: Told) -> bool:
    """Of the year that is asked about, or of that and the one before, with which it is compared."""
    said = {int(year) for year in _YEAR.findall(told.text)}
    near = {year - back for year in case.asked.years for back in (0, 1)}
    return not said or not near or (told.is_row and bool(said & near)) or said <= near


def _asked_way(asked: str, told: str) -> Way | None:
    """Which way the figures must have gone if the question is right; what is faster takes less time."""
    ways: set[Way] = set()
    main = _BESIDE.split(asked)[0]
    rules: tuple[tuple[str, Way, bool], ...] = (
        (_UP_ASKED, "up", True), (_DOWN_ASKED, "down", True),
        (_SHORTER, "down", bool(_TIME.search(told))), (_LONGER, "up", bool(_TIME.search(told))),
        (_BETTER, "up", bool(_SCORE.search(told))), (_WORSE, "down", bool(_SCORE.search(told))),
    )  # fmt: skip
    for pattern, way, applies in rules:
        if applies and re.search(pattern, main, re.IGNORECASE):
            ways.add(way)
    return ways.pop() if len(ways) == 1 else None


def _said_way(text: str) -> Way | None:
    """The one way that the sentence's words say, else that of its one pair of figures set against each other."""
    up, down = bool(_UP_SAID.search(text)), bool(_DOWN_SAID.search(text))
    if up != down:
        mixed = (_ANY_DOWN if up else _ANY_UP).search(text)
        return None if mixed else "up" if up else "down"
    pairs = [r for r in read_relations(text) if r.kind == "against"]
    if (
        up
        or len(pairs) != 1
        or re.search(r"\b(?:goal|target|budget|estimate|planned|short of|promised)\b", text, re.IGNORECASE)
    ):
        return None
    return _way(pairs[0].whole, pairs[0].part)


def _row_way(text: str) -> Way | None:
    """ "Measure: Fires; 2030: 14; 2031: 17" goes up."""
    values = [
        value
        for title, cell in _cells(text)
        if _PERIOD.search(title) and not _NO_RESULT.search(title) and (value := cell_value(cell)) is not None
    ]
    return _way(values[0], values[1]) if len(values) == 2 else None


def _way(old: Decimal, new: Decimal) -> Way | None:
    return None if old == new else "up" if new > old else "down"


def _cells(text: str) -> list[tuple[str, str]]:
    pairs = [part.partition(": ") for part in text.split("; ")]
    return [(title, cell) for title, _, cell in pairs if cell]


def _not_over(case: Case) -> Answer | None:
    """ "How much over budget is the pier?" of a row that gives less spent than its budget, and nothing forecast."""
    if not _OVER.search(case.asked.text):
        return None
    for told in statements_of(case):
        cells = _cells(told.text) if told.is_row else []
        if not cells or any(_BEYOND.search(title) for title, _ in cells) or fit(case, told, _BUDGET_TALK) < _LEAST_FIT:
            continue
        budget = [value for title, cell in cells if _SET.search(title) and (value := cell_value(cell)) is not None]
        spent = [value for title, cell in cells if _is_spent(title) and (value := cell_value(cell)) is not None]
        if len(budget) == len(spent) == 1 and spent[0] <= budget[0]:
            return _under(case, told)
    return None


def _is_spent(title: str) -> bool:
    return bool(_SPENT.search(title)) and not re.search(r"percent|%|share", title, re.IGNORECASE)


def _under(case: Case, told: Told) -> Answer | None:
    text = f"The memo reports no spending over the budget: {sentence_text(told.text)}"
    return denied(case, text, told.places, confidence=0.7)
