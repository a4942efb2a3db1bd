"""What one line of a later memo says of a promise: that it was done, moved, given up, is still open, or only its name.

Done is what a verb in the past says of the promised thing ("The foundation was poured in March rather than January"),
never what is planned, denied, or said of something else in the same sentence.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from answer.ledger.days import text_to_periods
from answer.ledger.deeds import is_in_part, was_done
from answer.ledger.lines import Line
from answer.ledger.matters import Matter, are_apart, text_to_marks
from records.promises import PromiseReply
from records.values import Period

_MOVED = re.compile(
    r"\b(?:delay\w{0,3}|postpon\w{1,4}|push\w{0,3} (?:back|out|to)|slip\w{0,4}|reschedul\w{1,3}|defer\w{0,4}|put off|"
    r"moved? (?:back|from|to|by)|moves (?:back|from|to|by)|extend\w{0,3}|later than|rather than|instead of|"
    r"(?:now|currently) (?:expected|scheduled|planned|due|set|anticipated|targeted|projected)|"
    r"behind (?:schedule|plan)|(?:weeks|months|days|year) (?:late|behind)|new (?:date|target)|rebaselin\w{1,3})\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:cancell?ed|withdrawn|abandoned|called off|given up|shelved|scrapped|decided against|no longer (?:planned|"
    r"pursued|needed|necessary|required|intended)|will not (?:be |proceed|go forward|continue)|dropped)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not yet|yet to be|pending|outstanding|(?:has|have|had) not(?: yet)? (?:been )?\w+|still|awaiting|awaits?|"
    r"(?:was|were|is|are|did|does) not \w+|ongoing|under ?way|in progress|remains?|continues?|waits? for|on hold)\b",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\b(?:rather than|instead of|not|originally|previously|(?:back )?from|earlier than|later than|than)\s"
    r"(?:in\s|by\s)?$"
)
_QUARTER = timedelta(days=92)
_SAID_DONE = re.compile(
    r"\b(?:live|service|use|operation|complete[d]?|completion|finished|opened|delivered|handed over|concluded|ended)\s"
    r"(?:on|in|by)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ALMOST_ALL, _HALF = 0.75, 0.5
SAME_VERB = 0.5
"""What the promised verb adds to the score of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """``score`` is how much of the promise the line speaks of (0..1, more with the promised verb in the past)."""

    kind: PromiseReply
    score: float
    line: Line
    due: Period | None = None
    done: Period | None = None


def line_to_reply(
    line: Line, matter: Matter, *, is_about: bool, memo_day: date | None, due: Period | None = None
) -> Reply | None:
    """``is_about`` says that the line speaks of the promise's own project; without that, more words must agree, or the
    day on which it was done with the day that was promised to the body."""
    wanted = matter.own or (matter.thin if is_about else frozenset())
    shared = wanted & line.keys
    if not shared or are_apart(matter.marks, text_to_marks(line.text)):
        return None
    share = len(shared) / len(wanted)
    near = is_about or _is_near(matter, line)
    if (near or matter.reports) and was_done(line.text, matter, shared, least=_ALMOST_ALL if is_about else 1.0):
        done = text_to_done_day(line.text, memo_day)
        if is_in_part(line.text, matter):
            return Reply(kind="unclear", score=share + SAME_VERB, line=line)
        if near or _is_around(done, due):
            return Reply(kind="done", score=share + SAME_VERB, line=line, done=done)
    if not near or not matter.own:
        return None
    if share >= _HALF:
        if _GIVEN_UP.search(line.text):
            return Reply(kind="withdrawn", score=share, line=line)
        if _MOVED.search(line.text):
            return _moved(line, share, _new_day(line.text, memo_day))
        if _OPEN.search(line.text):
            return Reply(kind="open", score=share, line=line)
    if len(shared) >= 2 or share >= _HALF:
        return Reply(kind="unclear", score=share, line=line)
    return None


def _moved(line: Line, share: float, due: Period | None) -> Reply:
    """A delay of something near the promise, without a new day, may be the delay of something else."""
    is_told = due is not None or share >= _ALMOST_ALL
    return Reply(kind="moved" if is_told else "unclear", score=share, line=line, due=due)


def _is_near(matter: Matter, line: Line) -> bool:
    """Without the project's name, two words of the promise and half of them all, in the same paragraph."""
    around = matter.words & line.around
    return len(around) >= 2 and len(around) >= _HALF * len(matter.words)


def _is_around(done: Period | None, due: Period | None) -> bool:
    """Done no earlier than a quarter before its day, and no later than half a year after it."""
    if done is None or due is None or done.first is None or due.last is None:
        return False
    return (due.first or due.last) - _QUARTER <= done.first <= due.last + 2 * _QUARTER


def text_to_done_day(text: str, memo_day: date | None) -> Period | None:
    """The one day in the past that the line names: "March" of "in March rather than January"."""
    found = [
        period
        for period in text_to_periods(text, memo_day=memo_day, past=True)
        if memo_day is None or period.first is None or period.first <= memo_day
    ]
    kept = [period for period in found if not _is_replaced(period, text)]
    if len(kept) > 1 and memo_day is not None:
        kept = [period for period in kept if _is_over(period, memo_day)]
    if len(kept) > 1:
        kept = [period for period in kept if _SAID_DONE.search(text[: max(text.find(period.text), 0)])]
    return kept[0] if len(kept) == 1 else None


def _is_over(period: Period, memo_day: date) -> bool:
    """Past, or the memo's own month: "2026 to 2028" is neither in a memo of January 2026."""
    last = period.last
    return last is not None and (last <= memo_day or (last.year, last.month) == (memo_day.year, memo_day.month))


def _new_day(text: str, memo_day: date | None) -> Period | None:
    ahead = [
        period
        for period in text_to_periods(text, memo_day=memo_day, past=False)
        if not _is_replaced(period, text)
        and (memo_day is None or (period.last is not None and period.last >= memo_day))
    ]
    return ahead[0] if len(ahead) == 1 else None


def _is_replaced(period: Period, text: str) -> bool:
    return bool(_REPLACED.search(text[: max(text.find(period.text), 0)]))
