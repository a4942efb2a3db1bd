"""Two memos -> what changed between them, every change with its place on each side.

It refuses to guess: a project that could be either of two is named in the notes and claimed as neither, and absence is
never taken for completion.
"""

from collections.abc import Sequence
from functools import partial

from answer.comparison.bridge import build_bridge
from answer.comparison.changes import Backdrop, pair_to_changes
from answer.comparison.comings import find_come
from answer.comparison.ended_rows import without_ended_rows
from answer.comparison.fates import find_fates
from answer.comparison.figures import definitions_to_changes, figures_to_changes
from answer.comparison.firsts import Firsts
from answer.comparison.goings import find_gone
from answer.comparison.identity import Identity, identify
from answer.comparison.listing import memo_to_listing
from answer.comparison.match import Match
from answer.comparison.notes import Found, comparison_notes
from answer.comparison.possible import find_possible
from answer.comparison.scales import Scales, find_scales, pairs_to_scale_change, rescaled_note, scale_to_changes
from answer.comparison.silence import Spoken
from answer.comparison.statements import memo_to_statements
from answer.comparison.told_figures import are_too_long
from records.comparison import Change, ComparedMemo, Comparison, Pairing
from records.facts import Project
from records.identity import Decision
from records.memo import Memo


def compare(old: Memo, new: Memo, *, earlier: Sequence[Memo] = (), decisions: Sequence[Decision] = ()) -> Comparison:
    """``earlier`` are memos before ``old``: they tell a project that has come back from one that is new, and how far a
    date has moved since it was first stated.

    ``decisions`` are a person's word on names that are or are not one project.
    """
    (old, _), (new, rows) = without_ended_rows(old), without_ended_rows(new)
    before, statements = memo_to_statements(old), (*memo_to_statements(new), *rows)
    listings = memo_to_listing(old, before), memo_to_listing(new, statements)
    identity = identify(old, new, statements=statements, decisions=decisions)
    backdrop = Backdrop(spoken=Spoken(statements), scales=find_scales(old, new))
    firsts = Firsts(old, earlier, decisions)
    by_pair = {pair: _pair_changes(pair, old, new, identity, backdrop, firsts) for pair in identity.matching.pairs}
    possible = find_possible(identity.matching, old.projects, new.projects)
    gone = find_gone(old, new, identity, listings[1], possible.old)
    come = find_come(new, identity, listings[0], earlier, possible.new)
    changes = (
        *(change for pair_changes in by_pair.values() for change in pair_changes),
        *(change for gone_changes in gone.changes.values() for change in gone_changes),
        *come.changes.values(),
        *figures_to_changes(old, new, old_statements=before, new_statements=statements, ended=_reshaped(old, identity)),
        *definitions_to_changes(old.definitions, new.definitions, statements),
        *scale_to_changes(backdrop.scales, statements),
    )
    return Comparison(
        old=_compared(old),
        new=_compared(new),
        bridge=build_bridge(
            old.projects,
            new.projects,
            find_fates(old, new, identity, gone=gone, come=come, scales=backdrop.scales),
            stated_opening=listings[0].stated,
            stated_closing=listings[1].stated,
        ),
        changes=changes,
        unchanged=(
            *(_pairing(pair, old, new, backdrop.scales) for pair, found in by_pair.items() if not found),
            *gone.kept.values(),
        ),
        not_listed=tuple(old.projects[position].project for position in gone.not_listed),
        first_listed=tuple(new.projects[position].project for position in come.first_listed),
        possible=possible.pairings(),
        notes=comparison_notes(
            old,
            new,
            Found(
                matching=identity.matching,
                unclear=possible.unclear,
                changes=changes,
                scales=backdrop.scales,
                listings=listings,
                not_listed=len(gone.not_listed),
                first_listed=len(come.first_listed),
                figures_paired=not are_too_long(before, statements),
            ),
        ),
        scale=pairs_to_scale_change(
            backdrop.scales, [(old.projects[pair.old], new.projects[pair.new]) for pair in by_pair]
        ),
    )


def _pair_changes(
    pair: Match, old: Memo, new: Memo, identity: Identity, backdrop: Backdrop, firsts: Firsts
) -> tuple[Change, ...]:
    stated = [e.places for e in identity.explanations if e.kind == "renamed" and (e.old, e.new) == (pair.old, pair.new)]
    return pair_to_changes(
        old.projects[pair.old],
        new.projects[pair.new],
        backdrop,
        first=partial(firsts.of, pair.old),
        confidence=pair.confidence,
        stated=stated[-1] if stated else (),
    )


def _reshaped(old: Memo, identity: Identity) -> list[Project]:
    """The projects of the earlier memo that were merged or split."""
    ends = identity.ended.items()
    return [old.projects[was] for was, how in ends if any(each.kind in ("merged", "split") for each in how)]


def _compared(memo: Memo) -> ComparedMemo:
    head = memo.letterhead
    return ComparedMemo(memo=memo.id, file=memo.document.file, date=head.date, subject=head.subject, as_of=head.as_of)


def _pairing(pair: Match, old: Memo, new: Memo, scales: Scales) -> Pairing:
    before, after = old.projects[pair.old], new.projects[pair.new]
    return Pairing(
        project_old=before.project,
        project_new=after.project,
        confidence=pair.confidence,
        note=rescaled_note(before, after, scales),
    )
