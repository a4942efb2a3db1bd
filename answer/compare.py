"""Two memos -> what changed between them, every change with its place on each side.

It refuses to guess: a project that could be either of two is named in the notes and claimed as neither, and absence is
never taken for completion.
"""

from collections.abc import Iterator, Sequence

from answer.comparison.bridge import build_bridge
from answer.comparison.changes import pair_to_changes
from answer.comparison.comings import come_to_change, gone_to_changes, last_memo_with
from answer.comparison.figures import definitions_to_changes, figures_to_changes
from answer.comparison.identity import Identity, identify
from answer.comparison.match import Match
from answer.comparison.mentions import find_mentions
from answer.comparison.notes import comparison_notes
from answer.comparison.statements import Statement, memo_to_statements
from records.comparison import Change, ComparedMemo, Comparison, Pairing
from records.identity import Decision
from records.memo import Memo


def compare(old: Memo, new: Memo, *, earlier: Sequence[Memo] = (), decisions: Sequence[Decision] = ()) -> Comparison:
    """``earlier`` are memos before ``old``: they tell a project that has come back from one that is new.

    ``decisions`` are a person's word on names that are or are not one project.
    """
    before, statements = memo_to_statements(old), memo_to_statements(new)
    identity = identify(old, new, statements=statements, decisions=decisions)
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


def _pair_changes(
    pair: Match, old: Memo, new: Memo, identity: Identity, statements: Sequence[Statement]
) -> tuple[Change, ...]:
    stated = [e.places for e in identity.explanations if e.kind == "renamed" and (e.old, e.new) == (pair.old, pair.new)]
    return pair_to_changes(
        old.projects[pair.old],
        new.projects[pair.new],
        confidence=pair.confidence,
        statements=statements,
        stated=stated[-1] if stated else (),
    )


def _gone(old: Memo, new: Memo, identity: Identity) -> Iterator[Change]:
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


def _come(new: Memo, identity: Identity, earlier: Sequence[Memo]) -> Iterator[Change]:
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
