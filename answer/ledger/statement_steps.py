"""What a later memo's words say of a promise made in a sentence or as an action in a table.

Its own words come first; then the same promise made again; then the end of its project, where the promise was of that
end or its words stand where the project is told of. What was to be told to the body is not settled by its completion.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from answer.ledger.days import text_to_periods
from answer.ledger.finish_steps import cancelled_step, completed_places, ending_step, quotes_to_done_day
from answer.ledger.lines import Line, Lines
from answer.ledger.matters import Matter, text_to_keys
from answer.ledger.openings import Opening, periods_agree
from answer.ledger.replies import SAME_VERB, Asked, Reply, line_to_reply
from answer.ledger.trails import Whereabouts
from records.facts import Project
from records.memo import Memo
from records.promises import PromiseStep
from records.values import Period

_OTHER_WORDS = "a later memo tells of that time in other words; whether it is this is not certain"
_NEAR = timedelta(days=92)
_CLOSE = 0.1
"""Two replies that fit nearly as well and say different things are none."""


def statement_step(
    memo: Memo,
    lines: Lines,
    where: Whereabouts,
    promised: Opening,
    *,
    made: date | None,
    due: Period | None,
    again: Opening | None,
) -> PromiseStep:
    """``due`` is the day as it was last named, ``again`` the later memo's own opening of the same promise."""
    matter = promised.matter
    if matter is None:
        return PromiseStep(memo=memo.id, date=memo.letterhead.date, reply="silent")
    asked = Asked(matter=matter, due=due, made=made, memo_day=memo.letterhead.date)
    replies = _nearest_replies(memo, lines, where, asked, promised.heading)
    done = next((reply for reply in replies if reply.kind == "done"), None)
    if done is not None and not _is_contradicted(done, replies):
        return _reply_step(memo, done, done=done.done or _record_day(done, where, memo))
    if again is not None:
        return _again_step(memo, again, due)
    ended = _project_ended(memo, lines, where, matter)
    if ended is not None:
        return ended
    around = None if replies else _told_around_its_day(memo, lines, where, promised, due)
    if around is not None:
        return PromiseStep(
            memo=memo.id, date=memo.letterhead.date, reply="unclear", note=_OTHER_WORDS, places=around.places
        )
    if not replies:
        said = _project_note(where, memo)
        return PromiseStep(memo=memo.id, date=memo.letterhead.date, reply="silent", note=said)
    if _are_two_readings(replies):
        both = tuple(place for reply in replies[:2] for place in reply.line.places)
        return PromiseStep(memo=memo.id, date=memo.letterhead.date, reply="unclear", places=both)
    return _reply_step(memo, replies[0])


def _nearest_replies(memo: Memo, lines: Lines, where: Whereabouts, asked: Asked, heading: str | None) -> list[Reply]:
    """The nearest reply of each kind, the nearest first. What is defined there is no reply, and of what is promised
    only that it has another day."""
    promised = {place.quote for commitment in memo.commitments for place in commitment.places}
    defined = {place.quote for definition in memo.definitions for place in definition.places}
    best: dict[str, Reply] = {}
    for line in _candidates(lines, where, asked.matter, heading):
        quotes = {place.quote for place in line.places}
        if quotes & defined:
            continue
        is_about = _is_about(line, where) or (heading is not None and line.heading == heading)
        if line.about and not is_about and where.position is not None:
            continue
        reply = line_to_reply(line, asked, is_about=is_about)
        if reply is None or (quotes & promised and (reply.kind != "moved" or reply.due is None)):
            continue
        if reply.kind not in best or reply.score > best[reply.kind].score:
            best[reply.kind] = reply
    return sorted(best.values(), key=lambda reply: -reply.score)


def _candidates(lines: Lines, where: Whereabouts, matter: Matter, heading: str | None) -> list[Line]:
    """Lines with a word of the promise, and all that are about its project where it was promised of that itself."""
    found = lines.with_any(matter.own or matter.thin)
    if matter.whole:
        found += [line for line in (*lines.about(where.position), *lines.under(heading)) if line not in found]
    return found


def _is_about(line: Line, where: Whereabouts) -> bool:
    return where.position in line.about or any(ending.new in line.about for ending in where.endings)


def _is_contradicted(done: Reply, replies: Sequence[Reply]) -> bool:
    """Another line, as near to the promise, says that it is open, given up or put off."""
    return any(
        reply.kind in ("open", "withdrawn", "moved")
        and reply.line is not done.line
        and reply.score + SAME_VERB > done.score + _CLOSE
        for reply in replies
    )


def _are_two_readings(replies: Sequence[Reply]) -> bool:
    top = replies[0]
    rivals = [reply for reply in replies[1:] if reply.kind != "unclear"]
    return top.kind == "done" or any(reply.score > top.score - _CLOSE for reply in rivals)


def _reply_step(memo: Memo, reply: Reply, *, done: Period | None = None) -> PromiseStep:
    return PromiseStep(
        memo=memo.id, date=memo.letterhead.date, reply=reply.kind, due=reply.due, done=done, places=reply.line.places
    )


def _again_step(memo: Memo, again: Opening, due: Period | None) -> PromiseStep:
    is_same_day = again.due is None or again.due.last is None or periods_agree(due, again.due)
    return PromiseStep(
        memo=memo.id,
        date=memo.letterhead.date,
        reply="restated" if is_same_day else "moved",
        due=again.due,
        places=again.places,
    )


def _record_day(done: Reply, where: Whereabouts, memo: Memo) -> Period | None:
    """The day on which the project was completed, where the words stand in its record and name none."""
    if where.position is None or memo.projects[where.position].status != "complete":
        return None
    record = memo.projects[where.position]
    quotes = {place.quote for place in record.places}
    return record.completed if any(place.quote in quotes for place in done.line.places) else None


def _project_ended(memo: Memo, lines: Lines, where: Whereabouts, matter: Matter) -> PromiseStep | None:
    if where.endings and where.endings[0].kind == "cancelled":
        return ending_step(memo, where.endings[0])
    if where.position is None:
        return None
    record = memo.projects[where.position]
    if record.status == "cancelled":
        return cancelled_step(memo, record)
    if record.status != "complete" or matter.reports or _is_left_open(record, matter):
        return None
    told = frozenset(key for line in lines.all if where.position in line.about for key in line.keys)
    if not matter.own or matter.own & told or (matter.finishes and not matter.numbers):
        return PromiseStep(
            memo=memo.id,
            date=memo.letterhead.date,
            reply="done",
            done=record.completed or quotes_to_done_day(completed_places(record), memo.letterhead.date),
            note="the project was completed" + (f", left open: {record.residual}" if record.residual else ""),
            places=completed_places(record),
        )
    return None


def _told_around_its_day(
    memo: Memo, lines: Lines, where: Whereabouts, promised: Opening, due: Period | None
) -> Line | None:
    """A line about the same project or place that names a past day near ``due`` and shares a common word of the
    promise."""
    if due is None or due.last is None or promised.matter is None:
        return None
    first, last = (due.first or due.last) - _NEAR, due.last + 2 * _NEAR
    for line in (*lines.about(where.position), *lines.under(promised.heading)):
        if promised.matter.thin & line.keys:
            told = text_to_periods(line.text, memo_day=memo.letterhead.date, past=True)
            if any(period.first and period.last and first <= period.first and period.last <= last for period in told):
                return line
    return None


def _is_left_open(record: Project, matter: Matter) -> bool:
    return bool(record.residual) and bool(matter.own & text_to_keys(record.residual or ""))


def _project_note(where: Whereabouts, memo: Memo) -> str | None:
    """What a reader should know of the project where the promise itself is not spoken of."""
    if where.position is None or memo.projects[where.position].status != "complete":
        return None
    completed = memo.projects[where.position].completed
    return f"the project was completed{f' ({completed.text})' if completed else ''}; of this nothing is said"
