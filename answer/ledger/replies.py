"""What one line of a later memo says of a promise: that it was done, moved, given up, is still open, or only its name.

Done is what a verb in the past says of the promised thing ("The foundation was poured in March rather than January"),
never what is planned, denied, or said of something else in the same sentence.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from answer.ledger.days import text_to_periods
from answer.ledger.deeds import find_deed, find_deed_of_whole, is_in_part, is_near_the_whole
from answer.ledger.lines import Line
from answer.ledger.matters import Matter, are_apart, text_to_keys, text_to_marks
from answer.ledger.refusals import is_given_up, is_open, is_put_off, is_whole_denied, may_have_moved
from extract.language.spacy_model import analyse
from records.promises import PromiseReply
from records.values import Period

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
_SO_SINCE = re.compile(
    r"\bha(?:s|ve)\s(?:now\s|again\s)?been\s(?!closed|shut|delayed|on hold|under|waiting)(?![^.;]*\b(?:time|least|most|"
    r"\w+est)\ssince\b)[^.;]{0,80}?\bsince\s(?P<day>[^.;]{3,40})"
)
_AS_PROMISED = re.compile(r"\bas (?:was )?(?:promised|announced|committed|requested|reported|stated)\b", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A promise as it stood when the later memo was written: ``due`` as last named, ``made`` when."""

    matter: Matter
    due: Period | None
    made: date | None
    memo_day: date | None


def line_to_reply(line: Line, asked: Asked, *, is_about: bool) -> Reply | None:
    """``is_about`` says that the line speaks of the promise's own project; without that, more words must agree, or the
    day on which it was done with the day that was promised."""
    matter = asked.matter
    if are_apart(matter.marks, text_to_marks(line.text)):
        return None
    wanted = matter.own or (matter.thin if is_about else frozenset())
    shared = wanted & line.keys
    share = len(shared) / len(wanted) if wanted else 0.0
    is_near = is_about or _is_near(matter, line)
    done = _done_reply(line, asked, shared, share, is_about=is_about, is_near=is_near)
    if done is not None:
        return done
    if is_about and matter.whole and is_whole_denied(line.text, matter):
        return Reply(kind="open", score=1.0, line=line)
    if is_about and matter.whole and is_near_the_whole(line.text, matter):
        return Reply(kind="unclear", score=1.0, line=line)
    if not is_near or not shared or not matter.own:
        return None
    return _other_reply(line, asked, shared, share)


def _done_reply(
    line: Line, asked: Asked, shared: frozenset[str], share: float, *, is_about: bool, is_near: bool
) -> Reply | None:
    matter, fit, score = asked.matter, None, share
    if is_about and matter.whole:
        fit, score = find_deed_of_whole(line.text, matter), max(share, 1.0)
    if fit is None and shared:
        least = _ALMOST_ALL if is_about else 1.0
        fit, score = (
            find_deed(
                line.text,
                matter,
                shared,
                least=least,
                is_headed=not (is_near or matter.reports or share >= _ALMOST_ALL),
            ),
            share,
        )
    if fit is None:
        return None
    done = text_to_done_day(line.text, asked.memo_day)
    if done is not None and done.last is not None and asked.made is not None and done.last < asked.made:
        return None
    is_sure = is_near or (_is_told_apart(matter, line) and _is_around(done, asked.due)) or _is_as_promised(line, asked)
    if is_in_part(line.text, matter) or not is_sure or (fit == "by_then" and done is None):
        is_told = is_near or (_is_told_apart(matter, line) and (share >= _ALMOST_ALL or _is_around(done, asked.due)))
        return Reply(kind="unclear", score=score + SAME_VERB, line=line) if is_told else None
    return Reply(kind="done", score=score + SAME_VERB, line=line, done=_by_then(done) if fit == "by_then" else done)


def _is_as_promised(line: Line, asked: Asked) -> bool:
    """ "As promised last year, staff returned to the Committee in May": what was to be told, on the very day."""
    if not asked.matter.reports or not _AS_PROMISED.search(line.text):
        return False
    return _is_around(text_to_done_day(line.text, asked.memo_day), asked.due)


def _by_then(done: Period | None) -> Period | None:
    """No later than that day; how much earlier is not said."""
    return None if done is None else Period(first=None, last=done.last, text=done.text)


def _other_reply(line: Line, asked: Asked, shared: frozenset[str], share: float) -> Reply | None:
    if share >= _HALF:
        if is_given_up(line.text, asked.matter):
            return Reply(kind="withdrawn", score=share, line=line)
        if may_have_moved(line.text):
            return _moved(line, share, _new_day(line.text, asked.memo_day))
        if is_open(line.text, asked.matter):
            return Reply(kind="open", score=share, line=line)
    if (len(shared) >= 2 or share >= _HALF) and _is_sentence(line.text):
        return Reply(kind="unclear", score=share, line=line)
    return None


def _is_sentence(text: str) -> bool:
    """A bare name says nothing of what was promised."""
    return any(token.pos in ("VERB", "AUX") for token in analyse(text).tokens)


def _moved(line: Line, share: float, due: Period | None) -> Reply:
    """A delay of something near the promise, without a new day, may be the delay of something else."""
    is_told = due is not None or (share >= _ALMOST_ALL and is_put_off(line.text))
    return Reply(kind="moved" if is_told else "unclear", score=share, line=line, due=due)


def _is_told_apart(matter: Matter, line: Line) -> bool:
    """Half of the words that are nobody else's, and all names of places and people."""
    around = line.keys | line.around | text_to_keys(line.heading or "")
    return (
        bool(matter.telling & line.keys)
        and len(matter.telling & line.keys) >= _HALF * len(matter.telling)
        and matter.proper <= around
    )


def _is_near(matter: Matter, line: Line) -> bool:
    """Without the project's name, two words of the promise and half of them all, in the same paragraph."""
    around = matter.words & line.around
    return len(around) >= 2 and len(around) >= _HALF * len(matter.words) and matter.proper <= line.around


def _is_around(done: Period | None, due: Period | None) -> bool:
    """Done no earlier than a quarter before its day, and no later than half a year after it."""
    if done is None or due is None or done.first is None or due.last is None:
        return False
    return (due.first or due.last) - _QUARTER <= done.first <= due.last + 2 * _QUARTER


def text_to_done_day(text: str, memo_day: date | None) -> Period | None:
    """The one day in the past that the line names: "March" of "in March rather than January"."""
    found = [
        period
        for period in (*text_to_periods(text, memo_day=memo_day, past=True), *_since(text, memo_day))
        if memo_day is None or period.first is None or period.first <= memo_day
    ]
    kept = [period for period in found if not _is_replaced(period, text)]
    if len(kept) > 1 and memo_day is not None:
        kept = [period for period in kept if _is_over(period, memo_day)]
    if len(kept) > 1:
        kept = [period for period in kept if _SAID_DONE.search(text[: max(text.find(period.text), 0)])]
    return kept[0] if len(kept) == 1 else None


def _since(text: str, memo_day: date | None) -> list[Period]:
    """ "Has been in service since May 2031" was put to service then; "the first time since 1998" tells no day."""
    found = _SO_SINCE.search(text)
    return text_to_periods(found["day"], memo_day=memo_day, past=True) if found else []


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
