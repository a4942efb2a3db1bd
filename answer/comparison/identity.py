"""Which project of one memo is which of its successor: what the later memo says, what a person decided, what fits.

A project that was merged, split or cancelled is no candidate for any other; a rename that a memo states and a link that
a person confirmed are sure pairs; names that a person has set apart are never paired.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from answer.comparison.decisions import decided_pairs
from answer.comparison.explained import Explanation, find_explanations
from answer.comparison.match import Match, Matching, match_projects
from answer.comparison.statements import Statement
from records.identity import Decision
from records.memo import Memo

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """``matching`` in positions of the two memos' projects; ``ended`` are old projects that the later memo says went
    another way, ``parts`` the new ones that came of them; ``confirmed`` and ``apart`` are a person's word."""

    matching: Matching
    explanations: tuple[Explanation, ...]
    ended: dict[int, list[Explanation]]
    parts: frozenset[int]
    confirmed: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


def identify(old: Memo, new: Memo, *, statements: Sequence[Statement], decisions: Sequence[Decision] = ()) -> Identity:
    """``statements`` are those of the later memo."""
    explanations = find_explanations(statements, old.projects, new.projects)
    confirmed, apart = decided_pairs(decisions, old, new)
    stated = {(e.old, e.new) for e in explanations if e.kind == "renamed" and e.old is not None and e.new is not None}
    sure = (stated - apart) | confirmed
    ended = _ended(explanations, known={was for was, _ in sure})
    rows = [position for position in range(len(old.projects)) if position not in ended]
    matching = match_projects(
        [old.projects[position] for position in rows],
        new.projects,
        stated=[(rows.index(was), now) for was, now in sure if was in rows],
        apart=[(rows.index(was), now) for was, now in apart if was in rows],
    )
    return Identity(
        matching=_in_old_positions(matching, rows, len(old.projects)),
        explanations=explanations,
        ended=ended,
        parts=frozenset(e.new for all_of in ended.values() for e in all_of if e.new is not None),
        confirmed=confirmed,
        apart=apart,
    )


def _ended(explanations: Sequence[Explanation], *, known: set[int]) -> dict[int, list[Explanation]]:
    ended: dict[int, list[Explanation]] = defaultdict(list)
    for explanation in explanations:
        was = explanation.old
        if explanation.kind not in ("merged", "split", "cancelled") or was is None or was in known:
            continue
        if explanation.new not in [earlier.new for earlier in ended[was]]:
            ended[was].append(explanation)
    return dict(ended)


def _in_old_positions(matching: Matching, rows: list[int], size: int) -> Matching:
    sure = dict(zip(rows, matching.sure_old, strict=True))

    def move(matches: tuple[Match, ...]) -> tuple[Match, ...]:
        return tuple(Match(old=rows[m.old], new=m.new, confidence=m.confidence) for m in matches)

    return Matching(
        pairs=move(matching.pairs),
        ambiguous=move(matching.ambiguous),
        possible=move(matching.possible),
        sure_old=tuple(sure.get(position, 1.0) for position in range(size)),
        sure_new=matching.sure_new,
    )
