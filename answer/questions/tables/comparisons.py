"""Which of two, and which of all: the two values are found in one column, one field of the records or one measure.

Both sides must be there, each once, with values of one kind; a tie, a side that is missing, or two columns that differ
in whom they name leave the question unanswered. What was compared is told with the answer.
"""

import re
from collections.abc import Iterator, Sequence

from answer.comparison.statements import memo_to_statements
from answer.questions.reading.choices import COMPARING, Choice, Way, asked_choice, asked_extreme, asked_way
from answer.questions.reading.column_classes import CLASSES
from answer.questions.reading.named_projects import find_named
from answer.questions.reading.spans import word_to_number
from answer.questions.reading.words import covers, stems, tokens
from answer.questions.reply import Case, answered
from answer.questions.tables.held_values import ASKING, Held, asked_columns, asked_fields, column_held, record_held
from answer.questions.tables.table_answers import titles
from extract.language.dates import find_periods
from records.answer import Answer
from records.facts import Metric
from records.table import Table

_GENERIC = stems(
    "project program programme system initiative effort scheme one item row table column list memo report two"
)
_BEGAN = re.compile(
    r"\b(?:launch\w*|start\w*|beg[au]n|introduc\w*|open\w*|establish\w*|found(?:ed)?|publish\w*|went live|created)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:complet\w+|finish\w+|launch\w+|deliver\w+|went live|open\w+)\b", re.IGNORECASE)
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth")


def comparison_answer(case: Case) -> Answer | None:
    """ "Which is cheaper, the pier or the dock?", "Which depot is due first?" """
    choice = asked_choice(case.asked.text)
    if choice is not None:
        way = asked_way(choice.frame)
        return _of_two(case, choice, way) if way else None
    way = asked_way(case.asked.text) if asked_extreme(case.asked.text) else None
    return _of_all(case, way) if way else None


def _of_two(case: Case, choice: Choice, way: Way) -> Answer | None:
    one, other = _full_names(choice)
    sources = (_from_records, _from_tables, _from_metrics, _from_sentences)
    for source in sources:
        pairs = list(source(case, choice, way, one, other))
        if len({(a.value < b.value, a.value == b.value) for a, b in pairs}) == 1:  # type: ignore[operator]
            return _two_told(case, choice, way, *pairs[0])
    return None


def _full_names(choice: Choice) -> tuple[str, str]:
    """ "data or AI" of "which training course is older" are both courses; "the first or the second year" both years."""
    one, other = choice.one, choice.other
    ordinal = re.match(r"(?:\w+ )?(year|quarter|phase|month|half|cohort|round)\b(?P<rest>.*)", other)
    if len(one.split()) == 1 and ordinal and len(other.split()) > 1:
        one = f"{one} {' '.join(other.split()[1:])}"
    noun = re.match(
        r"(?:which|what) ((?:[\w-]+ ){1,3}?)(?:is|was|has|had|were|are|costs?|started|came)\b", choice.frame, re.I
    )
    if noun and not COMPARING.search(noun.group(1)):
        one, other = f"{one} {noun.group(1)}".strip(), f"{other} {noun.group(1)}".strip()
    return one, other


def _two_told(case: Case, choice: Choice, way: Way, one: Held, other: Held) -> Answer | None:
    if one.value == other.value:
        return None
    first_wins = (one.value > other.value) == way.largest  # type: ignore[operator]
    winner, loser = (one, other) if first_wins else (other, one)
    opening = ("Yes: " if first_wins else "No: ") if choice.claims else ""
    text = f"{opening}{winner.name}: {winner.shown}, against {loser.shown} for {loser.name}."
    return answered(case, text, (*winner.places, *loser.places), method="computed", confidence=0.82,
                    values=[winner.name], working=f"{winner.shown} against {loser.shown}")  # fmt: skip


def _from_records(case: Case, choice: Choice, way: Way, one: str, other: str) -> Iterator[tuple[Held, Held]]:
    found = [find_named(name, case.memo.projects) for name in (one, other)]
    if any(len(named) != 1 for named in found) or found[0][0].project is found[1][0].project:
        return
    for field in asked_fields(way, choice.frame):
        held = [record_held(named[0].project, field) for named in found]
        if held[0] is not None and held[1] is not None:
            yield held[0], held[1]
            return


def _from_tables(case: Case, choice: Choice, way: Way, one: str, other: str) -> Iterator[tuple[Held, Held]]:
    for table in case.memo.document.tables:
        for title in asked_columns(table, choice.frame, way):
            held = column_held(case.memo, table, title, way)
            sides = [_named_in(held, name) for name in (one, other)]
            if sides[0] is not None and sides[1] is not None and sides[0] is not sides[1]:
                yield sides[0], sides[1]


def _named_in(held: Sequence[Held], name: str) -> Held | None:
    """The one row that the name means: all its words, else its telling words and no other row's."""
    wanted = stems(name) - _GENERIC or stems(name)
    found = [one for one in held if wanted <= stems(one.name)] or [
        one for one in held if (stems(one.name) - _GENERIC) and (stems(one.name) - _GENERIC) <= wanted
    ]
    exact = [one for one in found if stems(one.name) - _GENERIC == wanted]
    found = exact or found
    return found[0] if len(found) == 1 else None


def _from_metrics(case: Case, choice: Choice, way: Way, one: str, other: str) -> Iterator[tuple[Held, Held]]:
    """One measure of one thing at two times: "higher in year two or year three"."""
    if way.kind == "date":
        return
    for group in _measured(case, f"{choice.frame} {choice.one} {choice.other}"):
        sides = [[held for held in group if _same_time(name, held.name)] for name in (one, other)]
        if all(len(side) == 1 for side in sides) and sides[0][0] is not sides[1][0]:
            yield sides[0][0], sides[1][0]


def _same_time(asked: str, label: str) -> bool:
    """ "year 2" is "Second Year"; a year or month is itself."""
    have, want = set(tokens(label)), set(tokens(asked))
    numbers = {_ORDINALS[n] for word in want if (n := word_to_number(word) or 0) and 0 < n < len(_ORDINALS)}
    return have <= want | numbers


def _measured(case: Case, text: str) -> Iterator[list[Held]]:
    """The values of one measure of one subject at several times, where the question names measure and subject."""
    own = stems(text)
    groups: dict[tuple[str | None, str], list[Metric]] = {}
    for metric in case.memo.metrics:
        if metric.as_of is not None and stems(metric.measure) and all(covers(b, own) for b in stems(metric.measure)):
            groups.setdefault((metric.subject, metric.measure), []).append(metric)
    for (subject, measure), metrics in groups.items():
        known = (
            stems(f"{subject or ''} {measure}")
            | _compared(case)
            | stems(" ".join(m.as_of.text for m in metrics if m.as_of))
        )
        left = [t for t in case.asked.terms if not covers(t.stem, known | ASKING | _GENERIC) and not t.stem.isdigit()]
        if not [t for t in left if t.stem not in stems("second third fourth year quarter")]:
            yield [Held(m.as_of.text, m.value, m.text, m.places) for m in metrics if m.as_of is not None]


def _from_sentences(case: Case, choice: Choice, way: Way, one: str, other: str) -> Iterator[tuple[Held, Held]]:
    """When each began, or was done, from the one sentence on either that says so."""
    if way.kind != "date":
        return
    began = re.search(r"\b(?:old|new|young|start|launch|beg|open|introduc|creat)\w*", choice.frame, re.IGNORECASE)
    sides = [_dated(case, name, avoid, _BEGAN if began else _DONE) for name, avoid in ((one, other), (other, one))]
    if sides[0] is not None and sides[1] is not None:
        yield sides[0], sides[1]


def _dated(case: Case, name: str, avoid: str, verb: re.Pattern[str]) -> Held | None:
    wanted, others = stems(name), stems(avoid) - stems(name)
    found = []
    for statement in memo_to_statements(case.memo):
        told = verb.search(statement.text)
        heading = stems(statement.section)
        about = wanted <= stems(statement.text) or (wanted <= heading and told and told.start() < _OPENING)
        if not told or not about or others & (heading | stems(statement.text)):
            continue
        periods = [p.period for p in find_periods(statement.text)]
        if len(periods) == 1 and periods[0].first is not None:
            found.append(Held(name, periods[0].first, periods[0].text, statement.places))
    dates = {held.value for held in found}
    return found[0] if len(dates) == 1 else None


_OPENING = 40
"""A sentence that begins with the verb ("Launched in May ...") speaks of its heading."""


def _of_all(case: Case, way: Way) -> Answer | None:
    """The row, record or time that has most or least, soonest or latest."""
    found = [held for held in _all_held(case, way) if len(held) >= 2]
    chosen = [(_extreme(held, way), held) for held in found]
    names = {one.name for one, _ in chosen if one is not None}
    if len(names) != 1 or any(one is None for one, _ in chosen):
        return None
    best, held = chosen[0]
    if best is None:
        return None
    end = "the most" if way.largest else "the least"
    if way.kind == "date":
        end = "the latest" if way.largest else "the earliest"
    text = f"{best.name}: {best.shown}, {end} of the {len(held)} that the memo gives."
    places = [*best.places, *(place for one in held for place in one.places)]
    working = "; ".join(f"{one.name} {one.shown}" for one in held)
    return answered(case, text, places, method="computed", confidence=0.8, values=[best.name], working=working)


def _extreme(held: Sequence[Held], way: Way) -> Held | None:
    value = (max if way.largest else min)(one.value for one in held)
    best = [one for one in held if one.value == value]
    return best[0] if len(best) == 1 else None


def _all_held(case: Case, way: Way) -> Iterator[list[Held]]:
    text = case.asked.text
    tables = [held for table in case.memo.document.tables for held in _table_held(case, table, text, way)]
    if tables:
        yield from tables
        return
    if way.kind == "figure":
        yield from _measured(case, text)
    for field in asked_fields(way, text):
        held = [one for project in case.memo.projects if (one := record_held(project, field)) is not None]
        if held and _explained(case, frozenset()):
            yield held
            return


def _table_held(case: Case, table: Table, text: str, way: Way) -> Iterator[list[Held]]:
    label = " ".join(title.text for title in titles(table)[:1])
    for title in asked_columns(table, text, way):
        if _explained(case, stems(f"{label} {title.text}") | stems(table.title or "")):
            yield column_held(case.memo, table, title, way)


def _compared(case: Case) -> frozenset[str]:
    return stems(" ".join(found.group() for found in COMPARING.finditer(case.asked.text)))


def _explained(case: Case, known: frozenset[str]) -> bool:
    """Whether nothing is asked beside the column and the comparison."""
    means = {stem for one in CLASSES for m in one.asked.finditer(case.asked.text) for stem in stems(m.group())}
    known = known | ASKING | _GENERIC | _compared(case)
    left = [t.stem for t in case.asked.terms if not covers(t.stem, known) and t.stem not in means]
    return not [base for base in left if base not in case.gate.context]
