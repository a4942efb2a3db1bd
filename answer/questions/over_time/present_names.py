"""A project asked for under the name that another memo gives it: the question with the name that the memo at hand uses.

"What is the status of the Old Pier Shed?" asks a memo that calls it the Harbour Hall for the Harbour Hall. Names are
followed as ``answer.history`` follows them; where a project was merged or split, no other name is put in its place.
"""

import re
from collections.abc import Sequence

from answer.history import history
from answer.project_history import project_history
from answer.questions.reading.intents import mask_question
from answer.questions.reading.named_projects import Named, find_named, project_names
from records.errors import NotFound
from records.facts import Project
from records.history import Kin
from records.identity import Decision
from records.memo import Memo


def in_the_memos_names(
    text: str, memo: Memo, series: Sequence[Memo], decisions: Sequence[Decision]
) -> tuple[str, tuple[str, ...]]:
    """The question for ``memo``, and a note on the other name; as it is where the memo knows the name that it gives."""
    named = named_elsewhere(text, memo, series)
    if named is None:
        return text, ()
    row = next((row for row in trail_of(named.project.project, series, decisions) if row.memo == memo.id), None)
    renamed = _renamed(text, named, row.project) if row is not None else None
    if row is None or renamed is None or renamed[0] == text:
        return text, ()
    when = memo.letterhead.date or memo.document.file
    return renamed[0], (f"{renamed[1]} is called {row.project} in the memo of {when}.",)


def named_elsewhere(text: str, memo: Memo, series: Sequence[Memo]) -> Named | None:
    """The project that the question names in full as another memo does, where ``memo`` has none of the name."""
    if any(named.whole for named in find_named(text, memo.projects)):
        return None
    for other in reversed(series):
        found = [named for named in find_named(text, other.projects) if named.whole]
        if len(found) == 1 and other.id != memo.id:
            return found[0]
    return None


def trail_of(name: str, series: Sequence[Memo], decisions: Sequence[Decision]) -> tuple[Project, ...]:
    """The project's records, oldest first; none where memos do not make clear which project it is."""
    try:
        return history(name, series, decisions=decisions)
    except NotFound:
        return ()


def what_it_became(name: str, series: Sequence[Memo], decisions: Sequence[Decision]) -> tuple[Kin, ...]:
    """What the project went into after its last record, as the memos tell."""
    try:
        steps = project_history(name, series, decisions=decisions).steps
    except NotFound:
        return ()
    return tuple(kin for kin in steps[-1].kin if kin.kind in ("merged_into", "split_into")) if steps else ()


def _renamed(text: str, named: Named, name: str) -> tuple[str, str] | None:
    """The question with ``name`` in the place of the name that it gives, and that name."""
    for given in sorted(project_names(named.project), key=len, reverse=True):
        words = r"\W+".join(map(re.escape, re.findall(r"\w+", given)))
        if words and re.search(rf"\b{words}\b", text, re.IGNORECASE):
            return re.sub(rf"\b{words}\b", lambda _: name, text, count=1, flags=re.IGNORECASE), given
    masked = mask_question(text, [named.project])
    if not masked.mask or masked.value != named.project.project:
        return None
    return masked.text.replace(masked.mask, name, 1), named.project.project
