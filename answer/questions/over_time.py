"""Answers that take several memos: how a status, budget or date went, since when it is so, what came and went between.

Each memo's word is cited with the memo's date, and no two are blended into one. One memo alone has no history: such a
question then goes the ordinary way.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.compare import compare
from answer.history import history
from answer.questions.letterhead_answers import written_date
from answer.questions.named_projects import find_named
from answer.questions.question_parse import Asked
from answer.questions.record_answers import left_over, record_place
from answer.questions.scope import Shelf, earlier_of_body
from answer.questions.status_words import STATED, asked_statuses
from answer.questions.words import stems
from records.answer import Answer, Question
from records.comparison import Change
from records.errors import NotFound
from records.facts import Definition, Project
from records.library import MemoEntry
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
_EACH = re.compile(
    r",? (?:in|for|from) (?:each|every) (?:of the )?(?:reports?|memos?|years?|updates?)\b|,? (?:each|every) year\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween\b|\bfrom\b.*\bto\b|\bsince (?:the )?(?:last|previous|\d{4})|\bin (?:the )?\d{4}\b", re.IGNORECASE
)
_KINDS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (kinds, re.compile(pattern, re.IGNORECASE))
    for kinds, pattern in (
        (
            ("dropped",),
            r"\b(?:dropped|disappear\w*|missing|vanish\w*|gone|unexplained|without (?:a word|explanation))\b",
        ),
        (("cancelled",), r"\bcancell?ed\b"),
        (("re_entered",), r"\b(?:return\w*|re-?enter\w*|came back|come back|back in)\b"),
        (("joined",), r"\b(?:joined|new(?:ly)?|added|entered)\b"),
        (("renamed",), r"\brenamed?\b|\bnew names?\b"),
        (("merged",), r"\bmerged?\b"),
        (("split",), r"\bsplit\b"),
        (
            ("status_changed",),
            r"\b(?:turned|became|went|moved|fell|worsened|improved|changed (?:status|color|colour))\b",
        ),
        (("completed", "completed_with_residual"), r"\b(?:completed|finished)\b"),
    )
)
_FIELDS = (
    ("budget", r"\bbudget|\bcost"),
    ("spent", r"\bspen[dt]"),
    ("end", r"\b(?:end|finish|completion|target) date|\bplanned finish|\bdeadline"),
)
_MOST_MEMOS = 12
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


def over_time_answer(question: Question, asked: Asked, entries: Sequence[MemoEntry], library: Shelf) -> Answer | None:
    """ "When did the seawall turn red?", "How did its budget change from 2030 to 2031?", "Which were dropped?" """
    if question.memo is not None or len(entries) < 2:
        return None
    series = [library.memo(entry.id) for entry in earlier_of_body(entries[0], entries)[-_MOST_MEMOS:]]
    if len(series) < 2:
        return None
    return (
        _names_of_one_project(question, asked, series)
        or _of_one_project(question, asked, series)
        or _definition_change(question, asked, series)
        or _between_two(question, asked, series)
    )


def each_memo_question(question: Question) -> Question | None:
    """ "How many ferries ran in each report?" as the question that every memo is to be asked."""
    text = _EACH.sub("", question.text)
    return replace(question, text=text) if text != question.text else None


def joined_answers(question: Question, answers: Sequence[Answer]) -> Answer | None:
    """One answer a memo, oldest first, each with its memo's date."""
    kept = sorted((a for a in answers if a.outcome == "answered" and a.as_of), key=lambda a: str(a.as_of))
    if len(kept) < 2:
        return None
    parts = [f"{answer.as_of}: {answer.values[0] if answer.values else answer.text}" for answer in kept]
    citations = tuple(place for answer in kept for place in answer.citations)
    return Answer(
        question=question,
        outcome="answered",
        text="; ".join(parts) + ".",
        values=tuple(answer.values[0] if answer.values else answer.text for answer in kept),
        method=kept[-1].method,
        as_of=kept[-1].as_of,
        citations=citations,
        notes=tuple(dict.fromkeys(note for answer in kept for note in answer.notes)),
        confidence=min(answer.confidence for answer in kept),
    )


def _of_one_project(question: Question, asked: Asked, series: Sequence[Memo]) -> Answer | None:
    turned, changed = _TURNED.search(asked.text), _CHANGED.search(asked.text)
    if not turned and not changed:
        return None
    rows = _trail(asked, series)
    if len(rows) < 2:
        return None
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


def _names_of_one_project(question: Question, asked: Asked, series: Sequence[Memo]) -> Answer | None:
    """ "What was the Harbor Pass called before?" where an earlier memo has the project under another name."""
    if not _NAMES_ASKED.search(asked.text):
        return None
    rows = _trail(asked, series)
    steps = [row for number, row in enumerate(rows) if number == 0 or row.project != rows[number - 1].project]
    names = [row.project for row in steps]
    if len(steps) < 2 or left_over(asked, stems(" ".join(names)), _NAME_TALK):
        return None
    told = ", then ".join(f"{row.project} (from the report of {_day(row)})" for row in steps[1:])
    text = f"It was called {names[0]} (report of {_day(steps[0])}), and is now called {told}."
    return _from_places(question, text, names, [row.place for row in steps], steps[-1])


def _day(row: Project) -> str:
    return written_date(row.as_of) if row.as_of else "unknown date"


def _trail(asked: Asked, series: Sequence[Memo]) -> tuple[Project, ...]:
    """The project that the question names, through the memos, under all its names."""
    for memo in reversed(series):
        found = find_named(asked.text, memo.projects)
        if len(found) == 1:
            try:
                return history(found[0].project.project, series)
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


def _definition_change(question: Question, asked: Asked, series: Sequence[Memo]) -> Answer | None:
    """ "How did the meaning of yellow change in 2031?" from the two memos' definitions."""
    wanted = asked_statuses(asked.text)
    if not wanted or not re.search(
        r"\b(?:meaning|definition|defin\w+|mean)\b.*\bchang|\bredefin", asked.text, re.IGNORECASE
    ):
        return None
    found = [(m, d) for m in series for d in m.definitions if d.status in wanted]
    steps: list[tuple[Memo, Definition]] = []
    for memo, definition in found:
        if not steps or steps[-1][1].meaning != definition.meaning:
            steps.append((memo, definition))
    chosen = [
        pair for pair in steps if pair[0].letterhead.date and pair[0].letterhead.date.year in asked.years
    ] or steps[-1:]
    before = [pair for pair in steps if steps.index(pair) < steps.index(chosen[0])][-1:] if chosen else []
    if not chosen or not before:
        return None
    (old_memo, old), (new_memo, new) = before[0], chosen[0]
    text = f"It became ({new_memo.letterhead.date}): {new.meaning}. Before ({old_memo.letterhead.date}): {old.meaning}."
    return Answer(question=question, outcome="answered", text=text, values=(new.meaning, old.meaning), method="record",
                  as_of=new_memo.letterhead.date, citations=(*new.places, *old.places), confidence=0.8)  # fmt: skip


def _between_two(question: Question, asked: Asked, series: Sequence[Memo]) -> Answer | None:
    """Which projects were dropped, joined, came back or turned a colour from one memo to the next."""
    if not re.search(
        r"\b(?:which|what|how many|list|name) (?:\w+ )?(?:projects?|initiatives?)\b", asked.text, re.IGNORECASE
    ):
        return None
    kinds = next((kinds for kinds, pattern in _KINDS if pattern.search(asked.text)), None)
    pair = _asked_pair(asked, series)
    if kinds is None or pair is None or find_named(asked.text, series[-1].projects):
        return None
    old, new = pair
    before = [
        memo
        for memo in series
        if memo.letterhead.date and old.letterhead.date and memo.letterhead.date < old.letterhead.date
    ]
    wanted = asked_statuses(asked.text) if kinds == ("status_changed",) else ()
    changes = [
        c for c in compare(old, new, earlier=before).changes if c.kind in kinds and (not wanted or c.new in wanted)
    ]
    names = [str(change.project_new or change.project_old) for change in changes]
    if not names:
        return None
    counted = f"{len(names)}: " if asked.shape == "count" else ""
    text = f"{counted}{'; '.join(names)} (between the reports of {old.letterhead.date} and {new.letterhead.date})."
    return Answer(question=question, outcome="answered", text=text, values=tuple(names), method="record",
                  as_of=new.letterhead.date, citations=_evidence(changes), confidence=0.78)  # fmt: skip


def _asked_pair(asked: Asked, series: Sequence[Memo]) -> tuple[Memo, Memo] | None:
    """The memos of the two years that are named; of one year, that memo and the one before it."""
    if not _BETWEEN.search(asked.text):
        return None
    dated = [memo for memo in series if memo.letterhead.date]
    chosen = [m for m in dated if m.letterhead.date and m.letterhead.date.year in asked.years]
    if len(asked.years) == 1 and len(chosen) == 1 and dated.index(chosen[0]) > 0:
        return dated[dated.index(chosen[0]) - 1], chosen[0]
    if not asked.years and len(dated) >= 2:
        return dated[-2], dated[-1]
    return (chosen[0], chosen[-1]) if len(chosen) >= 2 else None


def _evidence(changes: Sequence[Change]) -> tuple[Place, ...]:
    return tuple(place for change in changes for place in (*change.evidence_new[:1], *change.evidence_old[:1]))


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
