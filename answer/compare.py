"""Two memos -> what changed between them, every change with its place on each side.

It refuses to guess: a project that could be either of two is named in the notes and claimed as neither, and absence is
never taken for completion.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.comparison.bridge import build_bridge
from answer.comparison.changes import pair_to_changes
from answer.comparison.comings import come_to_change, gone_to_changes, last_memo_with
from answer.comparison.explained import Explanation, find_explanations
from answer.comparison.figures import definitions_to_changes, figures_to_changes
from answer.comparison.match import Match, Matching, match_projects
from answer.comparison.mentions import find_mentions
from answer.comparison.notes import comparison_notes
from answer.comparison.statements import Statement, memo_to_statements
from records.comparison import Change, ComparedMemo, Comparison, Pairing
from records.facts import Project
from records.memo import Memo


def compare(old: Memo, new: Memo, *, earlier: Sequence[Memo] = ()) -> Comparison:
    """``earlier`` are memos before ``old``: they tell a project that has come back from one that is new."""
    before, statements = memo_to_statements(old), memo_to_statements(new)
    explanations = find_explanations(statements, old.projects, new.projects)
    identity = _identify(old.projects, new.projects, explanations)
    by_pair = {pair: _pair_changes(pair, old, new, identity, statements) for pair in identity.matching.pairs}
    changes = (
        *(change for pair_changes in by_pair.values() for change in pair_changes),
        *_gone(old, new, identity),
        *_come(new, identity, earlier),
        *figures_to_changes(old, new, old_statements=before, new_statements=statements),
        *definitions_to_changes(old.definitions, new.definitions),
    )
    return Comparison(
        old=_compared(old),
        new=_compared(new),
        bridge=build_bridge(
            old.projects,
            new.projects,
            pairs=[(pair.old, pair.new) for pair in by_pair],
            unclear_old=identity.matching.unclear_old(),
            unclear_new=identity.matching.unclear_new(),
        ),
        changes=changes,
        unchanged=tuple(_pairing(pair, old, new) for pair, pair_changes in by_pair.items() if not pair_changes),
        notes=comparison_notes(old, new, identity.matching, changes, old_statements=before, new_statements=statements),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Identity:
    """``matching`` in positions of the two memos' projects; ``ended`` are old projects that the later memo says went
    another way, ``parts`` the new ones that came of them."""

    matching: Matching
    explanations: tuple[Explanation, ...]
    ended: dict[int, list[Explanation]]
    parts: frozenset[int]


def _identify(old: Sequence[Project], new: Sequence[Project], explanations: tuple[Explanation, ...]) -> _Identity:
    """A project that was merged, split or cancelled is no candidate for any other; a stated rename is a sure pair."""
    stated = {(e.old, e.new) for e in explanations if e.kind == "renamed" and e.old is not None and e.new is not None}
    renamed = {was for was, _ in stated}
    ended: dict[int, list[Explanation]] = defaultdict(list)
    for explanation in explanations:
        was = explanation.old
        if explanation.kind not in ("merged", "split", "cancelled") or was is None or was in renamed:
            continue
        if explanation.new not in [known.new for known in ended[was]]:
            ended[was].append(explanation)
    rows = [position for position in range(len(old)) if position not in ended]
    matching = match_projects(
        [old[position] for position in rows],
        new,
        stated=[(rows.index(was), now) for was, now in stated if was in rows],
    )
    parts = frozenset(e.new for all_of in ended.values() for e in all_of if e.new is not None)
    return _Identity(
        matching=_in_old_positions(matching, rows, len(old)),
        explanations=explanations,
        ended=dict(ended),
        parts=parts,
    )


def _in_old_positions(matching: Matching, rows: list[int], size: int) -> Matching:
    sure = dict(zip(rows, matching.sure_old, strict=True))

    def move(matches: tuple[Match, ...]) -> tuple[Match, ...]:
        return tuple(Match(old=rows[m.old], new=m.new, confidence=m.confidence) for m in matches)

    return Matching(
        pairs=move(matching.pairs),
        ambiguous=move(matching.ambiguous),
        sure_old=tuple(sure.get(position, 1.0) for position in range(size)),
        sure_new=matching.sure_new,
    )


def _pair_changes(
    pair: Match, old: Memo, new: Memo, identity: _Identity, statements: Sequence[Statement]
) -> tuple[Change, ...]:
    stated = [e.places for e in identity.explanations if e.kind == "renamed" and (e.old, e.new) == (pair.old, pair.new)]
    return pair_to_changes(
        old.projects[pair.old],
        new.projects[pair.new],
        confidence=pair.confidence,
        statements=statements,
        stated=stated[-1] if stated else (),
    )


def _gone(old: Memo, new: Memo, identity: _Identity) -> Iterator[Change]:
    known = {pair.old for pair in identity.matching.pairs} | identity.matching.unclear_old()
    gone = [position for position in range(len(old.projects)) if position not in known]
    mentions = find_mentions(new, [old.projects[position] for position in gone], others=new.projects)
    for number, position in enumerate(gone):
        yield from gone_to_changes(
            old.projects[position],
            identity.ended.get(position, ()),
            new.projects,
            sureness=identity.matching.sure_old[position],
            mention=mentions.get(number),
        )


def _come(new: Memo, identity: _Identity, earlier: Sequence[Memo]) -> Iterator[Change]:
    known = {pair.new for pair in identity.matching.pairs} | identity.matching.unclear_new() | identity.parts
    said = {e.new: e for e in identity.explanations if e.kind == "re_entered"}
    for position, project in enumerate(new.projects):
        if position not in known:
            yield come_to_change(
                project,
                sureness=identity.matching.sure_new[position],
                back_from=last_memo_with(project, earlier),
                said=said.get(position),
            )


def _compared(memo: Memo) -> ComparedMemo:
    return ComparedMemo(
        memo=memo.id, file=memo.document.file, date=memo.letterhead.date, subject=memo.letterhead.subject
    )


def _pairing(pair: Match, old: Memo, new: Memo) -> Pairing:
    return Pairing(
        project_old=old.projects[pair.old].project,
        project_new=new.projects[pair.new].project,
        confidence=pair.confidence,
    )
