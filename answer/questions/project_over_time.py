"""One project through several memos: how its status, budget or date went, when it turned, what it was called.

Its names are followed as ``answer.history`` follows them; each step is cited with its memo's date.
"""

import re
from collections.abc import Callable, Sequence

from answer.history import history
from answer.questions.letterhead_answers import written_date
from answer.questions.named_projects import find_named
from answer.questions.question_parse import Asked
from answer.questions.record_answers import left_over, record_place
from answer.questions.status_words import STATED, asked_statuses
from answer.questions.words import stems
from records.answer import Answer, Question
from records.errors import NotFound
from records.facts import Project
from records.identity import Decision
from records.memo import Memo
from records.place import Place
from records.values import Money, Period

_TURNED = re.compile(
    r"\b(?:when|since when|how long)\b.*\b(?:turn(?:ed)?|bec[ao]me|go|went|been|first|flagged|marked|chang\w*)\b"
    r"|\b(?:in|by) (?:which|what) (?:memo|report|year|update)\b.*\b(?:first|turn(?:ed)?|bec[ao]me)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\bhow (?:did|has|have|does)\b.*\b(?:chang|evolv|develop|mov|shift)|\bover (?:time"
    r"|the years)\b|\bhistory of\b|\beach (?:year|report|memo)\b",
    re.IGNORECASE,
)
_FIELDS = (
    ("budget", r"\bbudget|\bcost"),
    ("spent", r"\bspen[dt]"),
    ("end", r"\b(?:end|finish|completion|target) date|\bplanned finish|\bdeadline"),
)
_NAMES_ASKED = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|old|earlier|new|current) names?\b"
    r"|\b(?:called|named|known as) (?:before|now|today|previously"
    r"|formerly|earlier|originally)\b|\b(?:formerly|previously|originally|now) (?:called|named|known as)\b"
    r"|\b(?:was|been|is) .{3,80} renamed\b|\brenamed (?:to|from)\b",
    re.IGNORECASE,
)
_NAME_TALK = stems(
    "former formerly previous previously old earlier new current name names named called known before now today "
    "originally renamed rename what when"
)


def project_over_time(
    question: Question, asked: Asked, series: Sequence[Memo], *, decisions: Sequence[Decision]
) -> Answer | None:
    """``series`` is oldest first; ``decisions`` are a person's word on which names are one project."""
    names, turned, changed = (p.search(asked.text) for p in (_NAMES_ASKED, _TURNED, _CHANGED))
    if not (names or turned or changed):
        return None
    rows = _trail(asked, series, decisions)
    if len(rows) < 2:
        return None
    return (_names(question, asked, rows) if names else None) or _steps_asked(
        question, asked, rows, turned=bool(turned), changed=bool(changed)
    )


def _steps_asked(
    question: Question, asked: Asked, rows: Sequence[Project], *, turned: bool, changed: bool
) -> Answer | None:
    field = next((name for name, pattern in _FIELDS if re.search(pattern, asked.text, re.IGNORECASE)), None)
    if changed and field:
        return _steps(
            question, _in_years(asked, [r for r in rows if getattr(r, field) is not None]), _field_text(field), field
        )
    with_status = [row for row in rows if row.status is not None]
    if changed and re.search(r"\bstatus|\bcolou?r|\brating|\bhistory", asked.text, re.IGNORECASE):
        return _steps(question, _in_years(asked, with_status), _stated, "status")
    wanted = asked_statuses(asked.text)
    return _turning(question, with_status, wanted) if turned and wanted else None


def _names(question: Question, asked: Asked, rows: Sequence[Project]) -> Answer | None:
    """ "What was the Harbor Pass called before?" where an earlier memo has the project under another name."""
    steps = [row for number, row in enumerate(rows) if number == 0 or row.project != rows[number - 1].project]
    names = [row.project for row in steps]
    if len(steps) < 2 or left_over(asked, stems(" ".join(names)), _NAME_TALK):
        return None
    told = ", then ".join(f"{row.project} (from the report of {_day(row)})" for row in steps[1:])
    text = f"It was called {names[0]} (report of {_day(steps[0])}), and is now called {told}."
    return _from_places(question, text, names, [row.place for row in steps], steps[-1])


def _day(row: Project) -> str:
    return written_date(row.as_of) if row.as_of else "unknown date"


def _trail(asked: Asked, series: Sequence[Memo], decisions: Sequence[Decision]) -> tuple[Project, ...]:
    """The project that the question names, through the memos, under all its names."""
    for memo in reversed(series):
        found = find_named(asked.text, memo.projects)
        if len(found) == 1:
            try:
                return history(found[0].project.project, series, decisions=decisions)
            except NotFound:
                return ()
    return ()


def _in_years(asked: Asked, rows: Sequence[Project]) -> list[Project]:
    """The rows of the two years that the question names, else all."""
    chosen = [row for row in rows if row.as_of is not None and row.as_of.year in asked.years]
    return chosen if asked.years else list(rows)


def _field_text(field: str) -> Callable[[Project], str]:
    def text(row: Project) -> str:
        value = getattr(row, field)
        return value.text if isinstance(value, Money | Period) else str(value)

    return text


def _steps(question: Question, rows: Sequence[Project], text_of: Callable[[Project], str], field: str) -> Answer | None:
    if len(rows) < 2:
        return None
    steps = [f"{text_of(row)} (report of {_day(row)})" for row in rows]
    values = [text_of(row) for row in rows]
    what = {"end": "planned completion"}.get(field, field)
    text = f"The {what} of {rows[-1].project} went from {steps[0]} to {', then '.join(steps[1:])}."
    return _from_places(question, text, values, [record_place(row, field) for row in rows], rows[-1])


def _turning(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer | None:
    """The first memo in which the status is as asked, and the memo before it."""
    first = next((row for row in rows if row.status in wanted), None)
    if first is None:
        return None
    before = [row for row in rows if row.as_of is not None and first.as_of is not None and row.as_of < first.as_of]
    was = (
        f"; the memo of {before[-1].as_of} has it as {_stated(before[-1])}"
        if before
        else ", the earliest that names it"
    )
    day = _day(first)
    text = f"{first.project} is first reported as {_stated(first)} in the report of {day}{was}."
    places = [record_place(row, "status") for row in (*before[-1:], first)]
    return _from_places(question, text, [str(first.as_of)], places, first)


def _stated(row: Project) -> str:
    return row.status_text or STATED[str(row.status)]


def _from_places(
    question: Question, text: str, values: Sequence[str], places: Sequence[Place], last: Project
) -> Answer:
    return Answer(
        question=question,
        outcome="answered",
        text=text,
        values=tuple(values),
        method="record",
        as_of=last.as_of,
        citations=tuple(places),
        confidence=0.85,
    )
