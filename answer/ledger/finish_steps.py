"""What a later memo's record of a project says of its promised end.

The record decides; where there is none, what the memo tells became of the project. That a project is no longer there
says nothing.
"""

from collections.abc import Iterable
from datetime import date

from answer.comparison.changes import field_to_places
from answer.comparison.explained import Explanation
from answer.comparison.mentions import Mention
from answer.ledger.deeds import was_put_to_use
from answer.ledger.matters import text_to_keys
from answer.ledger.openings import Opening, periods_agree
from answer.ledger.replies import text_to_done_day
from answer.ledger.trails import Whereabouts
from records.facts import Project
from records.memo import Memo
from records.place import Place
from records.promises import PromiseReply, PromiseStep
from records.values import Period


def finish_step(memo: Memo, where: Whereabouts, name: str, *, due: Period | None, again: Opening | None) -> PromiseStep:
    """``due`` is the end as it was last given, ``again`` the later memo's own opening of it."""
    if where.position is not None:
        return _record_step(memo, memo.projects[where.position], due, again)
    if where.is_unclear:
        note = "which project of the later memo it is, is not certain"
        return PromiseStep(memo=memo.id, date=memo.letterhead.date, reply="unclear", note=note)
    if where.endings:
        return ending_step(memo, where.endings[0])
    if where.mention is not None:
        return _mention_step(memo, where.mention, text_to_keys(name))
    return PromiseStep(memo=memo.id, date=memo.letterhead.date, reply="silent")


def ending_step(memo: Memo, ending: Explanation) -> PromiseStep:
    heir = memo.projects[ending.new].project if ending.new is not None else None
    match ending.kind:
        case "cancelled":
            note = "the project was cancelled"
        case "split":
            note = f"the project was split; one part is {heir}" if heir else "the project was split"
        case _:
            note = f"the project was merged into {heir}" if heir else "the project was merged into another"
    reply: PromiseReply = "withdrawn" if ending.kind == "cancelled" else "merged"
    return PromiseStep(
        memo=memo.id,
        date=memo.letterhead.date,
        reply=reply,
        note=note,
        places=ending.places,
    )


def cancelled_step(memo: Memo, record: Project) -> PromiseStep:
    return PromiseStep(
        memo=memo.id,
        date=memo.letterhead.date,
        reply="withdrawn",
        note="the project was cancelled",
        places=field_to_places(record, "status"),
    )


def quotes_to_done_day(places: Iterable[Place], memo_day: date | None) -> Period | None:
    """The first of the deciding words that name one past day."""
    days = (text_to_done_day(place.quote, memo_day) for place in places)
    return next((day for day in days if day is not None), None)


def completed_places(record: Project) -> tuple[Place, ...]:
    return field_to_places(record, "completed" if record.completed else "status")


def _record_step(memo: Memo, record: Project, due: Period | None, again: Opening | None) -> PromiseStep:
    day = memo.letterhead.date
    if record.status == "complete":
        left = f"left open: {record.residual}" if record.residual else None
        places = completed_places(record)
        done = record.completed or quotes_to_done_day(places, day)
        return PromiseStep(memo=memo.id, date=day, reply="done", done=done, note=left, places=places)
    if record.status == "cancelled":
        return cancelled_step(memo, record)
    if again is None or again.due is None:
        note = "no end date is found in the later memo" + (", on hold" if record.status == "on_hold" else "")
        return PromiseStep(memo=memo.id, date=day, reply="open", note=note, places=field_to_places(record, "status"))
    reply: PromiseReply = "restated" if periods_agree(due, again.due) else "moved"
    return PromiseStep(memo=memo.id, date=day, reply=reply, due=again.due, places=again.places)


def _mention_step(memo: Memo, mention: Mention, names: frozenset[str]) -> PromiseStep:
    day = memo.letterhead.date
    match mention.status:
        case "complete":
            done = quotes_to_done_day(mention.places, day)
            left = f"left open: {mention.residual}" if mention.residual else None
            return PromiseStep(memo=memo.id, date=day, reply="done", done=done, note=left, places=mention.places)
        case "cancelled":
            note = "the project was cancelled"
            return PromiseStep(memo=memo.id, date=day, reply="withdrawn", note=note, places=mention.places)
        case "merged":
            note = "the project was merged into another"
            return PromiseStep(memo=memo.id, date=day, reply="merged", note=note, places=mention.places)
        case None if used := [place for place in mention.places if was_put_to_use(place.quote, names)]:
            done = quotes_to_done_day(used, day)
            return PromiseStep(memo=memo.id, date=day, reply="done", done=done, note="put to use", places=tuple(used))
        case _:
            said = "put on hold" if mention.status == "on_hold" else "named, without a status or a date"
            reply: PromiseReply = "open" if mention.status == "on_hold" else "unclear"
            return PromiseStep(
                memo=memo.id,
                date=day,
                reply=reply,
                note=f"the project is {said}",
                places=mention.places,
            )
