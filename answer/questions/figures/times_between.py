"""Time between two dates that the memo gives: how long, how far a date moved, which came first, what came after it.

Days are counted between days, months between months; two dates of different precision are only put in order.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answer.comparison.statements import Statement, memo_to_statements
from answer.questions.figures.computing import speaking
from answer.questions.projects.events import Event, event_of
from answer.questions.projects.letterhead_answers import field_place, written_date
from answer.questions.reading.named_projects import find_named, project_names
from answer.questions.reading.operations import TALK
from answer.questions.reading.words import fold, stems
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.tables.table_answers import body_rows, cell_places, row_label, titles
from extract.language.dates import PeriodSpan, find_periods, parse_period
from extract.language.sentences import split_sentences
from records.answer import Answer
from records.document import span_to_places
from records.table import Cell, Table
from records.values import Period

_BETWEEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bbetween (?P<one>.{3,100}?) and (?P<other>.{3,100})$",
        r"\bfrom (?P<one>.{3,100}?) (?:to|until) (?P<other>.{3,100})$",
        r"^how (?:long|many \w+) (?:did|was|were|is) (?P<one>.{3,100}?) (?:after|before) (?P<other>.{3,100})$",
        r"^how (?:long|many \w+) (?:after|before) (?P<one>.{3,100}?) (?:came|comes) (?P<other>.{3,100})$",
    )
)
_AUX = re.compile(r",? \b(?:was|were|did|is|are|will|had) ", re.IGNORECASE)
_TAKE = re.compile(r"^how (?:long|many \w+) did (?P<one>.{3,100}?) take", re.IGNORECASE)
_CHOICE = re.compile(r",? or (?:the |was |were )?", re.IGNORECASE)
_OLDER = re.compile(r"\b(?:old\w*|young\w*|new\w*|start\w*|beg[aiu]n|launch\w*)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:last|latest|later|newer|younger)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:by|until|through|before|will|plan|expect|target)", re.IGNORECASE)
_SHIFT_TALK = TALK | stems(
    "slip move delay late behind postpone push extend forecast set back date completion complete finish schedule "
    "go-live live go end target approved original planned due expect become long far"
)
_PLANNED = re.compile(r"\b(?:approved|planned?|original|baseline|previous|adopted|scheduled)\b", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:forecast|revised|current|expected|new|projected|estimated|actual)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom (?P<one>.{4,40}?) to (?P<other>.{4,40})")
_MONTHS, _DAYS = 12, 365


def elapsed_answer(case: Case) -> Answer | None:
    """ "How many days passed between the vote and the opening?", "How long after the pier was the dock finished?" """
    text = case.asked.text.rstrip("?. ")
    for one_said, other_said in _two_events(text):
        one, other = event_of(case, one_said), event_of(case, other_said)
        if one is not None and other is not None:
            return _between(case, one, other)
    return _duration(case, text)


def _two_events(text: str) -> Iterator[tuple[str, str]]:
    """The two events that a question may mean: "how long after | the gate was built | was the dock opened"."""
    for pattern in _BETWEEN:
        if found := pattern.search(text):
            yield found["one"], found["other"]
    found = re.search(r"\b(?:after|before) (.+)$", text, re.IGNORECASE)
    rest = found.group(1) if found else ""
    for verb in _AUX.finditer(rest):
        yield rest[: verb.start()], rest[verb.end() :]


def _duration(case: Case, text: str) -> Answer | None:
    """ "How long did the pier take?" from the start and the end in its record."""
    found = _TAKE.search(text)
    if found is None:
        return None
    events = [event_of(case, f"{found['one']} {verb}") for verb in ("start", "complete")]
    one, other = events
    if one is None or other is None or not find_named(found["one"], case.memo.projects):
        return None
    return _between(case, one, other) if one.period != other.period else None


def _between(case: Case, one: Event, other: Event) -> Answer | None:
    first, last = sorted((one, other), key=lambda event: str(event.period.first))
    lapse = lapse_text(first.period, last.period)
    if lapse is None or one.period == other.period:
        return None
    text = f"{lapse}: {first.name}, {first.period.text}; {last.name}, {last.period.text}."
    return answered(case, text, [*first.places, *last.places], method="computed", confidence=0.78,
                    values=[lapse], working=f"{last.period.text} - {first.period.text} = {lapse}")  # fmt: skip


def lapse_text(one: Period, other: Period) -> str | None:
    """ "11 days" between two days, "10 months" between two months, "2 years" between two years; else ``None``."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return None
    if one.first == one.last and other.first == other.last:
        days = abs((other.first - one.first).days)
        years, rest = divmod(days, _DAYS)
        rest_text = f" and {_counted(rest, 'day')}" if rest else ""
        long = f" (about {_counted(years, 'year')}{rest_text})" if years else ""
        return f"{_counted(days, 'day')}{long}"
    spans = [(p.last - p.first).days for p in (one, other) if p.first and p.last]
    months = abs((other.first.year - one.first.year) * _MONTHS + other.first.month - one.first.month)
    if all(27 <= span <= 30 for span in spans):
        return _counted(months, "month")
    if all(span >= _DAYS - 1 for span in spans) and months % _MONTHS == 0:
        return _counted(months // _MONTHS, "year")
    if all(span <= 30 for span in spans):
        return f"about {_counted(months, 'month')}"
    return None


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shift_answer(case: Case) -> Answer | None:
    """ "By how many months did the dock slip?" of "The opening has moved from May 2031 to July 2031"."""
    said = [(candidate.text, candidate.places) for candidate in speaking(case, talk=_SHIFT_TALK)]
    said += [(statement.text, statement.places) for statement in _told_of_project(case)]
    for sentence, places in said:
        moved = _moved(sentence)
        lapse = lapse_text(*moved) if moved else None
        if moved and lapse:
            text = f"{lapse} ({moved[0].text} to {moved[1].text}). {sentence_text(sentence)}"
            return answered(case, text, places, method="computed", confidence=0.8, values=[lapse],
                            working=f"{moved[1].text} - {moved[0].text} = {lapse}")  # fmt: skip
    return _row_shift(case)


def _moved(text: str) -> tuple[Period, Period] | None:
    """The two dates of "from May 2031 to July 2031" and of "July 2031 instead of May 2031"."""
    if found := _FROM_TO.search(text):
        one, other = (_first_period(found[name]) for name in ("one", "other"))
        return (one, other) if one and other else None
    spans = find_periods(text)
    for first, second in pairwise(spans):
        if text[first.end : second.start].strip() in ("instead of", "rather than"):
            return second.period, first.period
    return None


def _first_period(text: str) -> Period | None:
    """The period that ``text`` begins with."""
    spans = find_periods(text)
    return spans[0].period if spans and not text[: spans[0].start].strip() else None


def _told_of_project(case: Case) -> Iterator[Statement]:
    """The sentences of the paragraph or section that begins with the name of the one project that is asked about."""
    named = find_named(case.asked.text, case.memo.projects)
    names = [fold(name) for name in project_names(named[0].project)] if len(named) == 1 else []
    blocks = case.memo.document.blocks
    for statement in memo_to_statements(case.memo):
        opening = fold(blocks[statement.paragraph].text) if 0 <= statement.paragraph < len(blocks) else ""
        if any(opening.startswith(name) or fold(statement.section) == name for name in names):
            yield statement


def _row_shift(case: Case) -> Answer | None:
    """The approved and the forecast date of a project's row."""
    named = find_named(case.asked.text, case.memo.projects)
    if len(named) != 1:
        return None
    for table in case.memo.document.tables:
        columns = planned_and_expected(table)
        for row in body_rows(table):
            label, cells = row_label(row), {cell.column: cell for cell in row}
            if columns is None or label is None or label.text.strip() != named[0].project.project:
                continue
            return _row_lapse(case, label, [cells[column] for column in columns if column in cells])
    return None


def planned_and_expected(table: Table) -> tuple[int, int] | None:
    """The one column of approved dates and the one of forecast dates."""
    heads = titles(table)
    planned = [h.column for h in heads if _PLANNED.search(h.text) and not _EXPECTED.search(h.text)]
    expected = [h.column for h in heads if _EXPECTED.search(h.text) and not _PLANNED.search(h.text)]
    rows = list(body_rows(table))
    dated = [
        [column for column in columns if any(parse_period(c.text) for row in rows for c in row if c.column == column)]
        for columns in (planned, expected)
    ]
    return (dated[0][0], dated[1][0]) if all(len(columns) == 1 for columns in dated) else None


def _row_lapse(case: Case, label: Cell, cells: Sequence[Cell]) -> Answer | None:
    periods = [parse_period(cell.text) for cell in cells]
    if len(periods) != 2 or periods[0] is None or periods[1] is None:
        return None
    lapse = lapse_text(periods[0], periods[1])
    if lapse is None or not (periods[0].first and periods[1].first):
        return None
    way = "later" if periods[1].first > periods[0].first else "earlier"
    places = [place for cell in (label, *cells) for place in cell_places(case.memo, cell)]
    text = (
        f"{lapse} {way}: {label.text.strip()}, {cells[0].text.strip()} approved and {cells[1].text.strip()} forecast."
    )
    return answered(case, text, places, method="computed", confidence=0.8, values=[lapse],
                    working=f"{cells[1].text.strip()} - {cells[0].text.strip()} = {lapse}")  # fmt: skip


def order_answer(case: Case) -> Answer | None:
    """ "Which was completed first, the pier or the ferry dock?", "Which course is older, diving or rowing?" """
    parts = _CHOICE.split(case.asked.text.rstrip("?. "))
    if len(parts) != 2:
        return None
    head, _, first = parts[0].rpartition(", ")
    verb = "start launch" if _OLDER.search(head or parts[0]) else "complete"
    both = [
        event_of(case, f"{part} {_said_verb(head)}".strip()) or event_of(case, f"{part} {verb}")
        for part in (first, parts[1])
    ]
    one, other = both
    if one is None or other is None or one.period.last is None or other.period.last is None:
        return None
    ordered = sorted((one, other), key=lambda event: (str(event.period.first), str(event.period.last)))
    return _ordered(case, ordered[0], ordered[1])


def _said_verb(head: str) -> str:
    found = re.search(r"\b(\w+(?:ed|un))\b", head)
    return found.group(1) if found else ""


def _ordered(case: Case, early: Event, late: Event) -> Answer | None:
    if early.period.last is None or late.period.first is None or early.period.last >= late.period.first:
        return None
    chosen = late if _LATER.search(case.asked.text) else early
    text = f"{chosen.name}: {early.name}, {early.period.text}; {late.name}, {late.period.text}."
    return answered(case, text, [*early.places, *late.places], method="computed", confidence=0.8, values=[chosen.name],
                    working=f"{early.period.text} is earlier than {late.period.text}")  # fmt: skip


def after_memo_answer(case: Case) -> Answer | None:
    """Sentences with a full date later than the memo's own, promises and plans aside."""
    memo, day = case.memo, case.memo.letterhead.date
    place = field_place(memo.letterhead, "date")
    if day is None or place is None:
        return None
    found, places = [], [place]
    approved = memo.letterhead.approved
    for block in memo.document.blocks:
        for start, end in split_sentences(block.text):
            sentence = block.text[start:end]
            periods = [s.period for s in _days(sentence) if s.period.first != approved]
            late = [p for p in periods if p.first is not None and p.first > day]
            if late and not _AFTER.search(sentence):
                found.append((late[0].text, sentence))
                places += span_to_places(block, start, end, document=memo.document, memo=memo.id, section=None)
    if not found:
        return None
    dates = list(dict.fromkeys(text for text, _ in found))
    shortest = min((sentence for _, sentence in found), key=len)
    text = f"Yes: {', '.join(dates)}, later than the memo's date, {written_date(day)}. {shortest}"
    return answered(case, text, places, method="computed", confidence=0.75, values=dates,
                    working=f"{dates[0]} is later than {written_date(day)}")  # fmt: skip


def _days(sentence: str) -> list[PeriodSpan]:
    return [span for span in find_periods(sentence) if span.period.first == span.period.last]
