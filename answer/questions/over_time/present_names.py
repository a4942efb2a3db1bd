"""A project asked for under the name that another memo gives it: the question with the name that the memo at hand uses.

"What is the status of the Old Pier Shed?" asks a memo that calls it the Harbour Hall for the Harbour Hall. Names are
followed as ``answer.history`` follows them; where a project was merged or split, no other name is put in its place.
"""

import re
from collections.abc import Sequence

from answer.history import history
from answer.project_history import project_history
from answer.questions.over_time.scope import Shelf
from answer.questions.over_time.series import Series
from answer.questions.reading.intents import mask_question
from answer.questions.reading.named_projects import match_names, project_names
from records.errors import NotFound
from records.facts import Project
from records.history import Kin
from records.identity import Decision
from records.library import MemoEntry
from records.memo import Memo


def in_the_memos_names(text: str, entry: MemoEntry, library: Shelf) -> tuple[str, tuple[str, ...]]:
    """The question for the memo, and a note on the other name; as it is where the memo knows the name that it gives."""
    if any(match.whole for match in match_names(text, library.names([entry.id])[0])):
        return text, ()
    series = Series.of_body(entry.body, library)
    named = _named_in(text, series)
    if named is None:
        return text, ()
    row = next((row for row in trail_of(named.project, series, series.decisions) if row.memo == entry.id), None)
    renamed = _renamed(text, named, row.project) if row is not None else None
    if row is None or renamed is None or renamed[0] == text:
        return text, ()
    when = entry.date or entry.file
    return renamed[0], (f"{renamed[1]} is called {row.project} in the memo of {when}.",)


def _named_in(text: str, series: Series) -> Project | None:
    """The project that the question names in full as the latest memo does that has the name."""
    for number in reversed(range(len(series))):
        found = [match for match in match_names(text, series.names[number]) if match.whole]
        if len(found) == 1:
            return series[number].projects[found[0].at]
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


def _renamed(text: str, project: Project, name: str) -> tuple[str, str] | None:
    """The question with ``name`` in the place of the name that it gives, and that name."""
    for given in sorted(project_names(project), key=len, reverse=True):
        words = r"\W+".join(map(re.escape, re.findall(r"\w+", given)))
        if words and re.search(rf"\b{words}\b", text, re.IGNORECASE):
            return re.sub(rf"\b{words}\b", lambda _: name, text, count=1, flags=re.IGNORECASE), given
    masked = mask_question(text, [project])
    if not masked.mask or masked.value != project.project:
        return None
    return masked.text.replace(masked.mask, name, 1), project.project
