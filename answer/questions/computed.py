"""Figures that the memo does not state but its figures give: what is left, a total, a difference, which came first.

Every figure that goes in is cited and stands in the working. Nothing is computed from figures that are not of the same
thing, and a question that a sentence answers outright is left to that sentence.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from answer.checks.hedges import read_hedge
from answer.questions.arithmetic import change_text, plain
from answer.questions.evidence import Candidate
from answer.questions.letterhead_answers import field_place, written_date
from answer.questions.named_projects import find_named
from answer.questions.record_answers import when_text
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.series import Point, Run, find_runs
from answer.questions.spans import Span, text_to_spans
from answer.questions.words import covers, kin, stem, stems
from extract.language.dates import find_periods
from extract.language.sentences import split_sentences
from records.answer import Answer
from records.document import span_to_places
from records.facts import Project
from records.values import Period

_CHANGE_TALK = stems(
    "grow grew increase rise rose change decline decrease fall fell drop improve gain expand "
    "more last year previous difference between least most number roughly about approximately"
)
_OUT_OF = re.compile(r"^ (?:out )?of (?:the |its |our |all )?(?:\w+ )?$")
_BASE = re.compile(
    r"\b(?:from|compared (?:with|to)|versus|vs\.?|over)(?: (?:about|roughly|some|the|only|a))? $", re.IGNORECASE
)
_LOOKED_AT = 6
_LEAST_COVERAGE = 0.5
_BOUNDS = {
    "over": "At least ", "just_over": "At least ", "at_least": "At least ",
    "under": "At most ", "just_under": "At most ", "at_most": "At most ", "about": "About ",
}  # fmt: skip
_OPPOSITE = {"At least ": "At most ", "At most ": "At least ", "About ": "About "}
_AFTER = re.compile(r"\b(?:by|until|through|before|will|plan|expect|target)", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|sixth|last)\b", re.IGNORECASE)


def computed_answer(case: Case) -> Answer | None:
    """ "How many depots still lack chargers?" of "Six of nine depots have chargers" is 3 (9 - 6)."""
    match case.asked.operation:
        case "left" | "share":
            return _from_out_of(case)
        case "total" | "series" | "difference" | "percent_change":
            return _from_runs(case) or _from_two_figures(case)
        case "order":
            return _first_of_two(case)
        case "after_memo":
            return _dated_after(case)
        case _:
            return _days_between(case)


def _good(case: Case) -> Iterator[Candidate]:
    """The candidates that speak of the question's names and of enough of the rest."""
    gate = case.gate
    for candidate in case.candidates[:_LOOKED_AT]:
        if gate.speaks_of(candidate) and candidate.coverage >= _LEAST_COVERAGE:
            yield candidate


def _from_out_of(case: Case) -> Answer | None:
    for candidate in _good(case):
        spans = [span for span in text_to_spans(candidate.text) if span.kind == "count"]
        for part, whole in pairwise(spans):
            between = candidate.text[part.end : whole.start]
            head = case.asked.head
            if (
                not _OUT_OF.match(f"{between.rstrip()} ")
                or not (part.value and whole.value)
                or part.value > whole.value
            ):
                continue
            if head and not any(covers(base, frozenset(whole.nouns)) for base in head):
                continue
            return _left_or_share(case, candidate, part, whole)
    return None


def _left_or_share(case: Case, candidate: Candidate, some: Span, all_: Span) -> Answer | None:
    part, whole = some.value or Decimal(), all_.value or Decimal()
    hedge = read_hedge(candidate.text[: some.start])
    if case.asked.operation == "share":
        value, working = f"{plain(100 * part / whole)}%", f"{plain(part)} / {plain(whole)}"
        bound = _BOUNDS.get(hedge, "")
    else:
        value, working = plain(whole - part), f"{plain(whole)} - {plain(part)}"
        bound = _OPPOSITE.get(_BOUNDS.get(hedge, ""), "")
    text = f"{bound}{value} ({working}). {sentence_text(candidate.text)}"
    return answered(case, text, candidate.places, method="computed",
                    confidence=0.8, values=[value], working=f"{working} = {value}")  # fmt: skip


def _from_runs(case: Case) -> Answer | None:
    runs = [run for run in find_runs(case.memo, _measure(case)) if _speaks_of(case, run)]
    if len(runs) != 1:
        return None
    run = runs[0]
    points = _chosen(case, run.points)
    whole_run = len(run.points) == run.length
    places = [place for point in points for place in point.places]
    match case.asked.operation:
        case "total" if whole_run and points[0].span.kind == "count":
            total = sum((point.value for point in points), Decimal())
            working = " + ".join(plain(point.value) for point in points)
            text = f"{plain(total)} ({working}), counting {_labels(points)}."
            return answered(case, text, places, method="computed", confidence=0.78, values=[plain(total)],
                            working=f"{working} = {plain(total)}")  # fmt: skip
        case "series" if whole_run or len(points) == len(_ORDINAL.findall(case.asked.text)) > 1:
            values = [_shown(point) for point in points]
            text = f"{', then '.join(values)} ({_labels(points)})."
            return answered(case, text, places, method="computed", confidence=0.8, values=values,
                            working="; ".join(f"{p.label}: {_shown(p)}" for p in points))  # fmt: skip
        case "difference" | "percent_change":
            return _change(case, points[0].span, points[-1].span, places, note=_labels((points[0], points[-1])))
        case _:
            return None


def _measure(case: Case) -> tuple[str, ...]:
    """What the run must count: "how did the **completion rate** change" names it after the verb."""
    if case.asked.head:
        return case.asked.head
    found = re.search(
        r"\b(?:did|has|have|was|is) (?:the |its )?(?:number of )?(.{3,60}?) (?:in|of|at|for|over"
        r"|from|between|chang|grow|grew|increas|ris|rose|evolv|mov|improv|declin|fall|fell)",
        case.asked.text,
        re.IGNORECASE,
    )
    words = [stem(word) for word in found.group(1).lower().split()] if found else []
    common = {term.stem for term in case.asked.terms if not term.named}
    return tuple(word for word in words if word in common)


def _speaks_of(case: Case, run: Run) -> bool:
    """The run's headings cover the question's names, and its length the number of years asked about."""
    trail = frozenset().union(*(stems(title) for title in run.trail))
    gate = case.gate
    labels = stems(" ".join(point.label for point in run.points))
    known = trail | labels | gate.context | frozenset(_measure(case))
    named = all(covers(t.stem, known) or gate.weights.is_everywhere(t) for t in case.asked.terms if t.named)
    lengths = [number for number in case.asked.numbers if number != case.asked.wanted]
    return named and all(number == run.length for number in lengths)


def _chosen(case: Case, points: Sequence[Point]) -> tuple[Point, ...]:
    """The points whose labels the question names ("from the first to the third year"), else all."""
    asked = {word.lower() for word in _ORDINAL.findall(case.asked.text)} - {"last"}
    chosen = tuple(p for p in points if any(word in p.label.lower() for word in asked) or p.label in case.asked.text)
    return chosen if len(chosen) >= 2 else tuple(points)


def _shown(point: Point) -> str:
    return f"{plain(point.value)}{'%' if point.span.kind == 'percent' else ''}"


def _labels(points: Sequence[Point]) -> str:
    return ", ".join(point.label for point in points)


def _from_two_figures(case: Case) -> Answer | None:
    """ "grew from 200 riders to 300 riders", "300 riders, up from 200": two figures of one thing in one sentence."""
    if case.asked.operation not in ("difference", "percent_change"):
        return None
    for candidate in _good(case):
        pair = before_and_after(candidate.text)
        if pair is not None and not [t for t in candidate.missing if t.stem not in _CHANGE_TALK]:
            bound = change_bound(candidate.text, *pair)
            return _change(case, *pair, candidate.places, note=candidate.text, bound=bound)
    return None


def before_and_after(text: str) -> tuple[Span, Span] | None:
    """The earlier and the later figure of a sentence that compares two; ``None`` if it is not clear which is which."""
    spans = [
        span for span in text_to_spans(text) if span.kind in ("count", "percent", "money") and span.value is not None
    ]
    for first in spans:
        if not _BASE.search(text[: first.start]):
            continue
        others = [s for s in spans if s is not first and s.kind == first.kind and _same_thing(first, s)]
        after = [s for s in others if s.start > first.end and re.search(r"\bto\b", text[first.end : s.start])]
        before = [s for s in others if s.end <= first.start]
        if after or before:
            return first, (after or before[-1:])[0]
    return None


def change_bound(text: str, old: Span, new: Span) -> str:
    """ "At least " of "more than 60 pupils, up from 50"; two hedged figures give no more than "About "."""
    before, after = (_BOUNDS.get(read_hedge(text[: span.start]), "") for span in (old, new))
    if before and after:
        return "About "
    rises = (new.value or 0) >= (old.value or 0)
    said, turned = (after, not rises) if after else (before, rises)
    return _OPPOSITE.get(said, "") if turned else said


def _same_thing(one: Span, other: Span) -> bool:
    if one.kind != "count" or not one.nouns or not other.nouns:
        return True
    return not kin(one.nouns[0]).isdisjoint(other.nouns)


def _change(case: Case, old: Span, new: Span, places: Sequence[object], *, note: str, bound: str = "") -> Answer | None:
    if old.value is None or new.value is None:
        return None
    percent = case.asked.operation == "percent_change"
    said = change_text(old.value, new.value, percent=percent, points=old.kind == "percent",
                       money=old.kind == "money")  # fmt: skip
    if said is None:
        return None
    return answered(case, f"{bound}{said.text}. {sentence_text(note)}", places, method="computed", confidence=0.78,  # type: ignore[arg-type]
                    values=[said.value], working=said.working)  # fmt: skip


def _first_of_two(case: Case) -> Answer | None:
    """ "Which was completed first, the pier or the ferry dock?" from the two records' dates."""
    parts = re.split(r",? or (?:the )?", case.asked.text)
    named = [find_named(part, case.memo.projects) for part in parts]
    if len(parts) != 2 or any(len(found) != 1 for found in named):
        return None
    projects = [found[0].project for found in named]
    for field in ("completed", "end", "start"):
        periods = [getattr(project, field) for project in projects]
        if all(isinstance(p, Period) and p.first and p.last for p in periods):
            return _earlier(case, projects, periods, field)
    return None


def _earlier(case: Case, projects: Sequence[Project], periods: Sequence[Period], field: str) -> Answer | None:
    pairs = sorted(zip(periods, projects, strict=True), key=lambda pair: (pair[0].first, pair[0].last))
    (one, first), (two, second) = pairs
    if one.last is None or two.first is None or one.last >= two.first or first is second:
        return None
    wants_last = bool(re.search(r"\b(?:last|latest|later)\b", case.asked.text, re.IGNORECASE))
    chosen = second if wants_last else first
    verb = {"completed": "was completed", "end": "is due", "start": "starts"}[field]
    dates = {first.project: one, second.project: two}
    other = first if chosen is second else second
    text = (
        f"{chosen.project} {verb} {'later' if wants_last else 'first'}, {when_text(dates[chosen.project])}; "
        f"{other.project} {verb} {when_text(dates[other.project])}."
    )
    return answered(case, text, [first.place, second.place], method="computed", confidence=0.8, values=[chosen.project],
                    working=f"{one.text} is earlier than {two.text}")  # fmt: skip


def _dated_after(case: Case) -> Answer | None:
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
            periods = [s.period for s in find_periods(sentence) if s.period.first == s.period.last != approved]
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


def _days_between(case: Case) -> Answer | None:
    """ "How many days passed between the memo's date and its approval?" """
    letterhead = case.memo.letterhead
    if case.asked.shape != "duration" or not case.asked.asks("approved", "approval"):
        return None
    places = [p for name in ("date", "approved") if (p := field_place(letterhead, name)) is not None]
    if letterhead.date is None or letterhead.approved is None or case.asked.names:
        return None
    days = (letterhead.approved - letterhead.date).days
    first, last = written_date(letterhead.date), written_date(letterhead.approved)
    return answered(case, f"{days} days: the memo is dated {first} and was approved on {last}.", places,
                    method="computed", confidence=0.85, values=[str(days)],
                    working=f"{last} - {first} = {days} days")  # fmt: skip
