"""What a reader of a comparison must know: what was not read, what is unclear, what only looks absent."""

from collections.abc import Iterator, Sequence

from answer.match import Matching
from answer.names import name_to_forms
from answer.statements import Statement, find_names, names_index
from answer.told_figures import are_too_long
from records.comparison import Change
from records.memo import Memo


def comparison_notes(
    old: Memo,
    new: Memo,
    matching: Matching,
    changes: Sequence[Change],
    *,
    old_statements: Sequence[Statement],
    new_statements: Sequence[Statement],
) -> tuple[str, ...]:
    dropped = [change.project_old or "" for change in changes if change.kind == "dropped"]
    return (
        *_order(old, new),
        *_unread("earlier", old),
        *_unread("later", new),
        *_unclear(old, new, matching),
        *_named_without_record(dropped, new_statements),
        *_unnamed(new, dropped),
        *_figures_left_out(old_statements, new_statements),
    )


def _order(old: Memo, new: Memo) -> Iterator[str]:
    before, after = old.letterhead.date, new.letterhead.date
    if before and after and after < before:
        yield f"The memo given as the later one is dated {after}, before the other ({before})."
    if before is None or after is None:
        yield "At least one of the memos has no date, so which is the later one is taken from the order given."


def _unread(which: str, memo: Memo) -> Iterator[str]:
    pages = sorted({problem.page for problem in memo.problems if problem.loses_text and problem.page is not None})
    if pages:
        numbers = ", ".join(str(page) for page in pages)
        yield f"Of the {which} memo, text on page {numbers} was not read: a project that stands there looks absent."
    elif any(problem.loses_text for problem in memo.problems):
        yield f"Part of the {which} memo was not read: a project that stands there looks absent."


def _unclear(old: Memo, new: Memo, matching: Matching) -> Iterator[str]:
    for match in matching.ambiguous:
        yield (
            f"{old.projects[match.old].project} may be {new.projects[match.new].project} in the later memo, but "
            "another project fits nearly as well: nothing is claimed of either."
        )


def _named_without_record(dropped: Sequence[str], statements: Sequence[Statement]) -> Iterator[str]:
    for name in dropped:
        names = names_index([name_to_forms(name)])
        pages = sorted({s.places[0].page for s in statements if s.places and find_names(s.folded, names)})
        if pages:
            numbers = ", ".join(str(page) for page in pages)
            yield f"{name} is named in the later memo (page {numbers}) without a status."


def _figures_left_out(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[str]:
    if are_too_long(old, new):
        yield "The texts are too long for their figures to be paired: changed figures are not listed."


def _unnamed(new: Memo, dropped: Sequence[str]) -> Iterator[str]:
    """Completed projects that are counted but not named, or stand in an attachment that the file does not hold."""
    for omission in new.omissions:
        if dropped and omission.kind in ("unnamed_projects", "attachment"):
            yield f"{omission.message.rstrip('.')}. A project that looks dropped may stand there."
