"""A project's records, oldest first -> the sentence that a question over time wants, every record in it cited.

A run is the reports in a row that give one status. Where the first report at hand already gives it, it may be older,
and the sentence says so; a project that no longer stands in the latest memos is told as of its last record.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from answer.questions.figures.arithmetic import plain
from answer.questions.projects.letterhead_answers import written_date
from answer.questions.projects.record_statements import field_statement, field_text, stated
from answer.questions.reading.attributes import record_place
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.status_words import asked_statuses, statuses_to_words
from records.answer import Answer, Question
from records.facts import Project
from records.history import Kin
from records.memo import Memo
from records.place import Place
from records.values import Money, Period

_WHAT = {
    "end": "planned completion", "start": "start", "owner": "owner", "spent": "amount spent", "issue": "issue",
    "mitigation": "mitigating action",
}  # fmt: skip
_PARTED = re.compile(r"\b(?:split|merg\w*)\b", re.IGNORECASE)
_RENAMED = re.compile(r"\brenam\w*", re.IGNORECASE)
_SURE = 0.85


def names_told(question: Question, rows: Sequence[Project]) -> Answer | None:
    """ "It was called A (report of ...), and is now called B." """
    steps = [row for number, row in enumerate(rows) if number == 0 or row.project != rows[number - 1].project]
    if len(steps) < 2:
        return None
    names = [row.project for row in steps]
    told = ", then ".join(f"{row.project} (from the report of {day(row)})" for row in steps[1:])
    text = f"It was called {names[0]} (report of {day(steps[0])}), and is now called {told}."
    return _told(question, text, names, [row.place for row in steps], steps[-1])


def became(question: Question, rows: Sequence[Project], kin: Sequence[Kin]) -> Answer | None:
    """Under which name it goes on, what it went into, and its last state."""
    last, names = rows[-1], list(dict.fromkeys(row.project for row in rows))
    parts, places = [], [record_place(last, "status")]
    if len(names) > 1:
        named = next(row for row in rows if row.project == names[-1])
        parts.append(f"{names[0]} is called {names[-1]} since the report of {day(named)}.")
        places.append(named.place)
    for each in kin:
        parts.append(f"{last.project}: {each.text}.")
        places += each.places
    said = field_statement(last, "status")
    if not kin and len(names) == 1 and last.status not in ("complete", "cancelled", "on_hold"):
        return None
    if said is not None and not kin:
        parts.append(f"{said[0]} (Report of {day(last)}.)")
    if not parts:
        return None
    values = [each.name for each in kin] or [*names[1:], *([said[1]] if said else [])]
    return _told(question, " ".join(parts), values, places, last)


def turning(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer | None:
    """The first report in which the status is as asked, and the one before it."""
    at = next((n for n, row in enumerate(rows) if row.status in wanted), None)
    if at is None:
        return _never(question, rows, wanted)
    return _begun(question, rows, at)


def since_when(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer | None:
    """The report with which its present run begins; of a status that it has no more, the first of all."""
    run = _last_run(rows, wanted)
    if run is None:
        return _never(question, rows, wanted)
    return _begun(question, rows, run[0])


def how_long(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer | None:
    """ "Since the report of ..., in 3 reports": what a report's day tells, not the days between."""
    run = _last_run(rows, wanted)
    if run is None:
        return _never(question, rows, wanted)
    first, last = rows[run[0]], rows[run[1]]
    number = run[1] - run[0] + 1
    reports = "one report" if number == 1 else f"{number} reports in a row"
    since = f"since the report of {day(first)}" if run[1] == len(rows) - 1 else f"from {day(first)} to {day(last)}"
    earlier = "" if run[0] else " (the earliest that names it, so it may be longer)"
    text = f"{last.project} is reported as {stated(last)} {since}, in {reports}{earlier}."
    if run[1] != len(rows) - 1:
        text += f" Since the report of {day(rows[run[1] + 1])} it is {stated(rows[run[1] + 1])}."
    places = [record_place(row, "status") for row in rows[run[0] : run[1] + 2]]
    return _told(question, text, [f"since {first.as_of}", f"{number} reports"], places, last)


def until_when(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer | None:
    """The last report that has it so, and the one that has it no more."""
    run = _last_run(rows, wanted)
    if run is None:
        return _never(question, rows, wanted)
    last = rows[run[1]]
    if run[1] == len(rows) - 1:
        text = f"{last.project} is still reported as {stated(last)} in its latest report, of {day(last)}."
        return _told(question, text, [str(last.as_of)], [record_place(last, "status")], last)
    after = rows[run[1] + 1]
    text = (
        f"{last.project} is last reported as {stated(last)} in the report of {day(last)}; the report of {day(after)} "
        f"has it as {stated(after)}."
    )
    places = [record_place(row, "status") for row in (last, after)]
    return _told(question, text, [str(last.as_of)], places, after)


def ever(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer | None:
    """ "Yes: in the reports of ..."; "No: the reports have it as ..." """
    having = [row for row in rows if row.status in wanted]
    if re.search(r"\balways\b", question.text, re.IGNORECASE):
        having = [] if len(having) < len(rows) else having
    how = statuses_to_words(wanted)
    if not having:
        steps = "; ".join(f"{stated(row)} ({day(row)})" for row in rows)
        text = f"No: {rows[-1].project} is reported as {steps}."
        return _told(question, text, [stated(row) for row in rows], [record_place(r, "status") for r in rows], rows[-1])
    days = ", ".join(day(row) for row in having)
    many = "report" if len(having) == 1 else "reports"
    text = f"Yes: {rows[-1].project} is reported as {how} in the {many} of {days}."
    return _told(question, text, [str(row.as_of) for row in having], [record_place(r, "status") for r in having],
                 rows[-1])  # fmt: skip


def says_before_what(asked: Asked) -> bool:
    """A status, a new name, or that it was merged or split."""
    what = _after_before(asked)
    return bool(_PARTED.search(what) or _RENAMED.search(what) or asked_statuses(what))


def _after_before(asked: Asked) -> str:
    return re.split(r"\b(?:before|prior to)\b", asked.text, maxsplit=1, flags=re.IGNORECASE)[-1]


def before_it(
    question: Question, asked: Asked, rows: Sequence[Project], field: str, kin: Sequence[Kin]
) -> Answer | None:
    """The field in the last report before what is named: a status, a new name, or what it was merged or split into."""
    what = _after_before(asked)
    wanted = asked_statuses(what)
    if _PARTED.search(what):
        at: int | None = len(rows) if kin else None
    elif _RENAMED.search(what):
        at = next((n for n in range(1, len(rows)) if rows[n].project != rows[n - 1].project), None)
    else:
        at = next((n for n, row in enumerate(rows) if wanted and row.status in wanted), None)
    if not at:
        return None
    row = rows[at - 1]
    value = field_text(row, field)
    if value is None:
        return None
    text = (
        f"The {_WHAT.get(field, field)} of {row.project} was {value} in the report of {day(row)}, the last before that."
    )
    places = [record_place(row, field)]
    if at < len(rows):
        text += f" The report of {day(rows[at])} has it as {stated(rows[at])}."
        places.append(record_place(rows[at], "status"))
    return _told(question, text, [value], [*places, *(place for each in kin for place in each.places)], row)


def first_value(question: Question, rows: Sequence[Project], field: str, earliest: Memo) -> Answer | None:
    """What the first report that states the field says, and what the latest one does."""
    having = [row for row in rows if field_text(row, field) is not None]
    if not having:
        return None
    first, last = having[0], having[-1]
    what = _WHAT.get(field, field)
    known = "" if first.memo == earliest.id else f", the first that states it for {last.project}"
    text = (
        f"The {what} of {first.project} was first given as {field_text(first, field)} (report of {day(first)}{known})."
    )
    places = [record_place(first, field)]
    if getattr(last, field) != getattr(first, field):
        text += f" The report of {day(last)} says {field_text(last, field)}."
        places.append(record_place(last, field))
    return _told(question, text, [str(field_text(first, field))], places, first)


def steps_told(question: Question, asked: Asked, rows: Sequence[Project], field: str | None) -> Answer | None:
    """ "went from A (report of ...) to B (report of ...)": each value with the first report that has it."""
    if field is None:
        return None
    having = [row for row in rows if field_text(row, field) is not None]
    if len(having) < 2:
        return None
    steps = [row for n, row in enumerate(having) if n == 0 or not _same(row, having[n - 1], field)]
    what, last = _WHAT.get(field, field), having[-1]
    places = [record_place(row, field) for row in (*steps, last)]
    if len(steps) == 1:
        value = str(field_text(last, field))
        no = "No: the" if asked.shape == "yes_no" else "The"
        reports = f"all {len(having)} reports from {day(having[0])} to {day(last)}"
        text = f"{no} {what} of {last.project} is {value} in {reports}."
        return _told(question, text, [value], [record_place(row, field) for row in having], last)
    told = [f"{field_text(row, field)} (report of {day(row)})" for row in steps]
    yes = "Yes: the" if asked.shape == "yes_no" else "The"
    text = f"{yes} {what} of {last.project} went from {told[0]} to {', then '.join(told[1:])}{_by(steps, field)}."
    return _told(question, text, [str(field_text(row, field)) for row in steps], places, last)


def _by(steps: Sequence[Project], field: str) -> str:
    """ ", $1.2 million more" of a sum; ", 3 months later" is left to the reader."""
    first, last = getattr(steps[0], field), getattr(steps[-1], field)
    if not isinstance(first, Money) or not isinstance(last, Money) or first.currency != last.currency:
        return ""
    by = last.amount - first.amount
    sum_of_it = Money(amount=abs(by), currency=last.currency, text="").label()
    percent = f", {plain(Decimal(100) * by / first.amount)}%" if first.amount else ""
    return f" ({'+' if by > 0 else '-'}{sum_of_it}{percent})" if by else ""


def _same(one: Project, other: Project, field: str) -> bool:
    ours, theirs = getattr(one, field), getattr(other, field)
    if isinstance(ours, Period) and ours.first is None:
        return bool(ours.text == getattr(theirs, "text", None))
    return bool(ours == theirs)


def _begun(question: Question, rows: Sequence[Project], at: int) -> Answer:
    first = rows[at]
    if at:
        was = f"; the report of {day(rows[at - 1])} has it as {stated(rows[at - 1])}"
    else:
        was = ", the earliest that names it"
    text = f"{first.project} is first reported as {stated(first)} in the report of {day(first)}{was}."
    if at and any(row.status == first.status for row in rows[: at - 1]):
        text = text.replace("is first reported", "is again reported", 1)
    places = [record_place(row, "status") for row in rows[max(0, at - 1) : at + 1]]
    return _told(question, text, [str(first.as_of)], places, first)


def _never(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer:
    steps = "; ".join(f"{stated(row)} ({day(row)})" for row in rows)
    text = f"No report has {rows[-1].project} as {statuses_to_words(wanted)}: it is reported as {steps}."
    answer = _told(question, text, [stated(rows[-1])], [record_place(row, "status") for row in rows], rows[-1])
    return replace(answer, outcome="false_premise")


def _last_run(rows: Sequence[Project], wanted: Sequence[str]) -> tuple[int, int] | None:
    """The first and last position of the last reports in a row that have one of the statuses."""
    last = next((n for n in range(len(rows) - 1, -1, -1) if rows[n].status in wanted), None)
    if last is None:
        return None
    first = last
    while first and rows[first - 1].status in wanted:
        first -= 1
    return first, last


def day(row: Project) -> str:
    return written_date(row.as_of) if row.as_of else "unknown date"


def _told(question: Question, text: str, values: Sequence[str], places: Sequence[Place], last: Project) -> Answer:
    return Answer(
        question=question,
        outcome="answered",
        text=text,
        values=tuple(values),
        method="record",
        as_of=last.as_of,
        citations=tuple(dict.fromkeys(places)),
        confidence=_SURE,
    )
