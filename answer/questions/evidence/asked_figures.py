"""The figures of a sentence that are of what was asked: its sums, rates, counts and spans of time.

A budget is no revenue, "24 ferries" counts no piers, and of a table's row only the cells count whose titles or words
speak of what is asked.
"""

import re

from answer.questions.evidence.evidence import Candidate
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import Span, SpanKind, spans_of
from answer.questions.reading.words import covers, kin, stem, stems

_MONEY_CLASSES = {
    "cost": stems("budget cost price expense expenditure spend spent spending contract worth"),
    "income": stems("revenue income earn collect receipt fee"),
    "grant": stems("grant award fund funding donate donation subsidy"),
    "saving": stems("save saving avoid avoided"),
}
_TAKING_PART = stems("participant attendee learner trainee")
"""Those who take part are counted as "22 staff from ten offices", too."""
_SPAN_OF_TIME = re.compile(
    r"\b(?!(?:last|this|next|fiscal|per|each|every|the|prior|of)\b)(?:\d+|\w+)[- ]"
    r"(?:day|week|month|year|hour|minute)s?\b",
    re.IGNORECASE,
)
_LONG_CELL = 9
_CELL_END = re.compile(r"; (?=[^;:]{1,60}: |$)")
_OF_THEM = re.compile(r"^(?:,? or [^,]{1,20},)? ?of (?:them|these|those)\b")


def dates_of(candidate: Candidate, asked: Asked, *kinds: SpanKind) -> tuple[Span, ...]:
    """What the question does not say itself: "before 2016" does not tell when the records before 2016 will be read."""
    return tuple(span for span in spans_of(row_part(candidate, asked), *kinds) if span.text not in asked.text)


def sums_of(candidate: Candidate, asked: Asked) -> tuple[Span, ...]:
    """Sums of the class asked for: an answer about a budget must not be somebody's revenue."""
    classes = {name for name, members in _MONEY_CLASSES.items() if not members.isdisjoint(asked.stems)}
    sums = spans_of(row_part(candidate, asked, titles=True), "money")
    if not classes:
        return sums
    wanted = frozenset().union(*(_MONEY_CLASSES[name] for name in classes))
    return sums if not wanted.isdisjoint(candidate.own) else ()


def rates_of(candidate: Candidate, asked: Asked) -> tuple[Span, ...]:
    """Percentages whose own words name the rate asked for, else those of a sentence that names it."""
    spans = spans_of(candidate.text, "percent")
    rate = _rate_words(asked.head)
    if not all(covers(base, candidate.own) for base in rate) and not _counts_those_before(candidate, rate):
        return ()
    if not all(covers(base, candidate.own | candidate.around) for base in asked.head):
        return ()
    exact = tuple(s for s in spans if rate and set(rate) - {"first"} <= set(s.nouns))
    return exact or spans


def counts_of(candidate: Candidate, asked: Asked) -> tuple[Span, ...]:
    """ "24 ferries" for "how many ferries"; "Six of them" after a sentence about ferries; "310,000 pages" for "how many
    pages of minutes"."""
    found = counted(candidate.text, asked.head)
    if not found and " of " in asked.text and len(asked.head) > 1:
        found = counted(candidate.text, asked.head[:1])
    if not found and asked.head[-1:] and asked.head[-1] in _TAKING_PART:
        found = counted(candidate.text, (stem("people"),))
    if not found and _counts_those_before(candidate, asked.head):
        found = tuple(s for s in spans_of(candidate.text, "count") if _OF_THEM.match(candidate.text[s.end :]))
    return found


def durations_of(candidate: Candidate) -> tuple[str, ...]:
    return tuple(_SPAN_OF_TIME.findall(candidate.text))


def counted(text: str, head: tuple[str, ...]) -> tuple[Span, ...]:
    """The numbers of ``text`` that count what ``head`` names: "24 ferries" for ``("ferri",)``."""
    if not head:
        return ()
    wanted = kin(head[-1])
    spans = spans_of(text, "count")
    exact = tuple(s for s in spans if not wanted.isdisjoint(s.nouns[:3]))
    full = tuple(s for s in exact if len(head) > 1 and set(head) <= set(s.nouns))
    return full or exact


def row_part(candidate: Candidate, asked: Asked, *, titles: bool = False) -> str:
    """Of a table's row, the cells whose titles hold a word of the question; of any other text, all of it. A title may
    hold a cell's unit, and so is kept for sums: "Budget (£000): 460"."""
    if candidate.sentence.kind != "row":
        return candidate.text
    cells = [cell for cell in _CELL_END.split(candidate.text) if ": " in cell]
    if not _is_rows_subject(cells, asked, candidate):
        return ""
    titled = [c for c in cells if any(covers(base, stems(c.split(": ", 1)[0])) for base in asked.stems)]
    parts = titled if titles else [cell.split(": ", 1)[1] for cell in titled]
    return "; ".join(parts) or candidate.text


def _is_rows_subject(cells: list[str], asked: Asked, candidate: Candidate) -> bool:
    """Whether the question is about the row itself and not about something told in one of its long cells."""
    titles = stems(" ".join(cell.split(": ", 1)[0] for cell in cells))
    told = [cell for cell in cells if len(cell.split()) > _LONG_CELL]
    rest = " ".join(part for part in _CELL_END.split(candidate.text) if part not in told)
    short = stems(f"{rest} {' '.join(candidate.trail)}")
    subject = [base for base in asked.stems if not covers(base, titles)]
    return not told or not subject or any(covers(base, short) for base in subject)


def _counts_those_before(candidate: Candidate, head: tuple[str, ...]) -> bool:
    before = stems(candidate.before.text) if candidate.before else frozenset()
    of_them = any(_OF_THEM.match(candidate.text[s.end :]) for s in spans_of(candidate.text, "count"))
    return of_them and bool(head) and covers(head[-1], before)


def _rate_words(head: tuple[str, ...]) -> tuple[str, ...]:
    """Of "completion rate of the swim course" what names the rate: "completion rate"."""
    ends = [number for number, base in enumerate(head) if base in ("rat", "shar", "percentag", "scor")]
    return head[: ends[0] + 1] if ends else head
