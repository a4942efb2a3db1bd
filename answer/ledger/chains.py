"""One promise followed from the memo that makes it through the later ones, which each add a step.

What a later memo says of a sentence or an action stands in ``statement_steps``, of a project's end in ``finish_steps``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from answer.ledger.finish_steps import finish_step
from answer.ledger.matters import is_same_matter
from answer.ledger.openings import Opening
from answer.ledger.statement_steps import statement_step
from answer.ledger.trails import Series, Whereabouts
from records.memo import Memo
from records.promises import PromiseStep
from records.values import Period


@dataclass(slots=True, kw_only=True)
class Chain:
    """``at`` is where the project's latest record stands: the memo's number and the project's position."""

    opening: Opening
    number: int
    at: tuple[int, int] | None
    steps: list[PromiseStep] = field(default_factory=list)
    name_now: str | None = None

    @property
    def is_over(self) -> bool:
        """A project that was merged has no end of its own any more; what was promised of it may still be told of."""
        over = ("done", "withdrawn", "merged") if self.opening.kind == "finish" else ("done", "withdrawn")
        return any(step.reply in over for step in self.steps)

    @property
    def due(self) -> Period | None:
        """The day as it was last named."""
        named = [step.due for step in self.steps if step.due is not None]
        return named[-1] if named else self.opening.due


def start_chain(opening: Opening, number: int) -> Chain:
    return Chain(opening=opening, number=number, at=None if opening.position is None else (number, opening.position))


def follow(chain: Chain, series: Series, number: int, openings: Sequence[Opening]) -> int | None:
    """Adds what memo ``number`` says of the promise; returns which of its ``openings`` is this very promise again."""
    where = series.find(*chain.at, number) if chain.at is not None else Whereabouts()
    again = _again(chain, openings, where)
    opening = openings[again] if again is not None else None
    if chain.opening.kind == "finish":
        chain.steps.append(finish_step(series.memos[number], where, chain.opening.text, due=chain.due, again=opening))
    else:
        chain.steps.append(
            statement_step(
                series.memos[number],
                series.lines(number),
                where,
                chain.opening,
                made=series.memos[chain.number].letterhead.date,
                due=chain.due,
                again=opening,
            )
        )
    _move(chain, number, where, series.memos[number])
    return again


def _again(chain: Chain, openings: Sequence[Opening], where: Whereabouts) -> int | None:
    """The promise of the later memo that is this one, whatever day it names now; none where it could be two."""
    fit = [number for number, opening in enumerate(openings) if _is_same(chain, opening, where)]
    return fit[0] if len(fit) == 1 else None


def _is_same(chain: Chain, opening: Opening, where: Whereabouts) -> bool:
    one, other = chain.opening, opening
    if one.kind == "finish" and opening.is_of_end:
        return opening.position is not None and opening.position == where.position
    if (one.kind == "finish") != (other.kind == "finish"):
        return False
    if one.kind == "finish":
        return other.position is not None and other.position == where.position
    if other.position is not None and chain.at is not None and other.position not in _positions(where):
        return False
    if one.matter is None or other.matter is None:
        return False
    is_one_place = other.position is not None or (one.heading is not None and one.heading == other.heading)
    return is_same_matter(one.matter, other.matter, is_one_place=is_one_place)


def _positions(where: Whereabouts) -> set[int | None]:
    return {where.position, *(ending.new for ending in where.endings)} - {None}


def _move(chain: Chain, number: int, where: Whereabouts, memo: Memo) -> None:
    """On to the project's next record, or to that of the one project that it became part of."""
    positions = _positions(where)
    if len(positions) == 1:
        (position,) = positions
        assert position is not None
        chain.at = (number, position)
        name = memo.projects[position].project
        chain.name_now = name if name != chain.opening.project else None
