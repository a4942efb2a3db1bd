"""Memos -> what they promised and what came of it, by what the later memos of the same body say.

It never says that a promise was kept because nobody speaks of it any more, and it gives no reasons: the words, the days
and the places are all there is.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from answer.ledger.chains import Chain, follow, start_chain
from answer.ledger.openings import Opening, memo_to_openings
from answer.ledger.trails import Series
from answer.ledger.verdicts import steps_to_verdict
from answer.series import by_body
from records.identity import Decision
from records.memo import Memo
from records.promises import Promise


def promises(memos: Sequence[Memo], *, decisions: Sequence[Decision] = ()) -> tuple[Promise, ...]:
    """Body by body; in each the promises in the order in which they were made, memos oldest first.

    ``decisions`` are a person's word on names that are or are not one project.
    """
    return tuple(promise for series in by_body(memos) for promise in promises_in_order(series, decisions=decisions))


def promises_in_order(memos: Sequence[Memo], *, decisions: Sequence[Decision] = ()) -> tuple[Promise, ...]:
    """As ``promises``, of memos that are known to follow one another, oldest first."""
    series = Series(memos, decisions=decisions)
    chains: list[Chain] = []
    for number, memo in enumerate(memos):
        openings = memo_to_openings(memo)
        again = {follow(chain, series, number, openings) for chain in chains if not chain.is_over}
        chains += [
            start_chain(opening, number)
            for n, opening in enumerate(openings)
            if n not in again | _told(openings, again)
        ]
    return tuple(_chain_to_promise(chain, memos) for chain in chains)


def _told(openings: Sequence[Opening], again: AbstractSet[int | None]) -> set[int]:
    """Sentences that only repeat an end date which this memo is the first to name: the two are one promise."""
    return {n for n, opening in enumerate(openings) if opening.repeats is not None and opening.repeats not in again}


def promises_of(old: Memo, new: Memo, *, decisions: Sequence[Decision] = ()) -> tuple[Promise, ...]:
    """The promises of ``old``, by what ``new`` says of them."""
    found = promises_in_order((old, new), decisions=decisions)
    return tuple(promise for promise in found if promise.memo == old.id and promise.steps)


def _chain_to_promise(chain: Chain, memos: Sequence[Memo]) -> Promise:
    opening, memo = chain.opening, memos[chain.number]
    verdict = steps_to_verdict(opening.due, chain.steps)
    return Promise(
        kind=opening.kind,
        text=opening.text,
        project=opening.project,
        project_now=chain.name_now,
        body=memo.letterhead.body,
        memo=memo.id,
        made=memo.letterhead.date,
        due=opening.due,
        due_now=verdict.due_now,
        state=verdict.state,
        done=verdict.done,
        days_late=verdict.days_late,
        note=verdict.note,
        places=opening.places,
        steps=tuple(chain.steps),
    )
