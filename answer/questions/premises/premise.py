"""Questions that take for granted what the memo contradicts: a status, a direction, a figure.

The contradiction must be said, not only left unsaid: a project of another status, a sentence on the same subject that
goes the other way, the same thing counted differently. What the memo merely does not mention is no false premise.
"""

import re
from collections.abc import Iterator

from answer.questions.evidence.evidence import Candidate
from answer.questions.premises.premise_counts import count_premise
from answer.questions.premises.premise_denied import denied_premise
from answer.questions.premises.premise_givers import giver_premise
from answer.questions.premises.premise_moves import move_premise
from answer.questions.premises.premise_outcomes import outcome_premise
from answer.questions.premises.premise_pending import pending_premise
from answer.questions.projects.record_answers import left_over, record_place, when_text
from answer.questions.reading.named_projects import Named, find_named
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import Span, spans_of, text_to_spans
from answer.questions.reading.status_words import OPEN, STATED, asked_statuses, statuses_to_words
from answer.questions.reading.words import PROJECT_WORD, covers, stems
from answer.questions.reply import Case, denied, sentence_text
from records.answer import Answer
from records.facts import Project

_UP = stems("rise rose increase grow grew growth climb gain expand jump improve higher up more")
_DOWN = stems("fall fell decrease decline drop shrink shrank reduce lower lose lost fewer down less")
_STATUS_TALK = stems(
    "red yellow green amber delayed delay late behind schedule hold paused suspended risk flagged marked rated status "
    "complete completed finish finished cancelled canceled terminated abandoned dropped deliver delivered reason cause "
    "caused made date go live open opened launch expected due end start resume"
)
_ASSUMES_DONE = re.compile(
    r"\b(?:was|were|did|has|had)\b.*\b(?:complete[d]?|finish(?:ed)?|delivered|closed out)\b", re.IGNORECASE
)
_ASSUMES_OPEN = re.compile(r"\b(?:when (?:will|is|are)|by when|how long until)\b", re.IGNORECASE)
_OF_STATUS = re.compile(rf"\b(red|yellow|amber|green)[- ](?:{PROJECT_WORD}|ones)\b", re.IGNORECASE)
_ASSUMES_STATUS = re.compile(
    r"\bwhy\b|\b(?:what|which) (?:caused|made|led|prompted|explains)\b|\breasons?\b"
    r"|\bsince when\b|\bwhen did\b|\bwho\b",
    re.IGNORECASE,
)
_SUBJECT_SHARE, _FIGURE_SHARE = 0.7, 0.75
_LOOKED_AT = 8
_BOUND = re.compile(r"\b(?:more than|less than|fewer than|over|under|above|below|at least|at most) $", re.IGNORECASE)
"""What is above a figure need not be that figure."""


def premise_answer(case: Case) -> Answer | None:
    """ "Why is the pier red?" of a green pier; "Why did ridership fall?" where it rose; "the 30 depots" of 24."""
    return (
        _status_premise(case)
        or _nothing_of_status(case)
        or _direction_premise(case)
        or giver_premise(case)
        or pending_premise(case)
        or count_premise(case)
        or _figure_premise(case)
        or denied_premise(case)
        or outcome_premise(case)
        or move_premise(case)
    )


def _status_premise(case: Case) -> Answer | None:
    named = find_named(case.question.text, case.memo.projects)
    if len(named) != 1 or named[0].project.status is None:
        return None
    assumed = _assumed_statuses(case.asked)
    project = named[0].project
    if not assumed or project.status in assumed or left_over(case.asked, named[0].used, _STATUS_TALK):
        return None
    if project.status == "complete" and project.residual and "complete" not in assumed:
        return None
    return _other_status(case, named[0], assumed)


def _assumed_statuses(asked: Asked) -> tuple[str, ...]:
    """The statuses that the question takes for granted; none where it asks whether or what."""
    text = asked.text
    if asked.shape == "date" and _ASSUMES_DONE.search(text):
        return ("complete",)
    if _ASSUMES_OPEN.search(text) and asked.shape == "date":
        return OPEN
    if not _ASSUMES_STATUS.search(text) or asked.shape == "yes_no":
        return ()
    assumed = asked_statuses(text)
    if re.search(r"\bdelay|\blate\b|\bbehind\b", text, re.IGNORECASE):
        return (*assumed, "on_hold")
    return assumed


def _other_status(case: Case, named: Named, assumed: tuple[str, ...]) -> Answer | None:
    project = named.project
    stated = "open" if assumed == OPEN else statuses_to_words(assumed)
    text = f"The memo does not report {project.project} as {stated}: {_said(project)}"
    return denied(case, text, [record_place(project, "status"), *project.places[:1]],
                  confidence=0.9 if named.whole else 0.75, values=[STATED[str(project.status)]])  # fmt: skip


def _said(project: Project) -> str:
    if project.status == "complete":
        when = f" {when_text(project.completed)}" if project.completed else ""
        return sentence_text(f"it was completed{when}")
    stated = project.status_text or STATED[str(project.status)]
    return f"its status is {stated}." + (f" {sentence_text(project.issue)}" if project.issue else "")


def _nothing_of_status(case: Case) -> Answer | None:
    """ "Which of the red projects ...?" where the memo says that no project is red."""
    found = _OF_STATUS.search(case.asked.text)
    statuses = asked_statuses(found.group(1)) if found else ()
    if not statuses or any(project.status in statuses for project in case.memo.projects):
        return None
    says_none = (
        re.compile(rf"\bno (?:\w+ )?{PROJECT_WORD}\b.*\b{re.escape(found.group(1))}\b", re.IGNORECASE)
        if found
        else None
    )
    for candidate in case.candidates:
        if says_none and says_none.search(candidate.text):
            return denied(case, sentence_text(candidate.text), candidate.places, confidence=0.85)
    return None


def _direction_premise(case: Case) -> Answer | None:
    """The question says down and every sentence on the subject that has a direction says up, or the reverse."""
    asked = case.asked
    assumed, opposite = (_DOWN, _UP) if asked.stems & _DOWN else (_UP, _DOWN)
    if not asked.stems & assumed or asked.stems & opposite or asked.shape in ("yes_no", "definition"):
        return None
    rest = [term.stem for term in asked.terms if term.stem not in assumed]
    near = [c for c in case.candidates[:_LOOKED_AT] if any(covers(base, c.own) for base in rest)]
    subject = [c for c in near if _covers_rest(case, c, assumed, _SUBJECT_SHARE)]
    said = [(c, _directions(c.text)) for c in subject]
    if any(words & assumed and not words & opposite for _, words in said):
        return None
    against = [c for c, words in said if words & opposite and not words & assumed and _has_figure(c)]
    if not against:
        return None
    verb = "decrease" if assumed is _DOWN else "increase"
    return denied(case, f"The memo reports no such {verb}: {sentence_text(against[0].text)}", against[0].places,
                  confidence=0.7)  # fmt: skip


def _directions(text: str) -> frozenset[str]:
    """The stems of ``text`` that say up or down, seasons aside: "fall 2031" goes nowhere."""
    for span in spans_of(text, "date"):
        text = text.replace(span.text, " ")
    return stems(text) & (_UP | _DOWN)


def _has_figure(candidate: Candidate) -> bool:
    return any(span.kind in ("count", "percent", "money") for span in text_to_spans(candidate.text))


def _covers_rest(case: Case, candidate: Candidate, apart: frozenset[str], least: float) -> bool:
    """Whether the candidate covers the question's terms, those ``apart`` aside; names all of them."""
    gate, weights = case.gate, case.gate.weights
    terms = [term for term in case.asked.terms if term.stem not in apart]
    missing = [term for term in candidate.missing if term.stem not in apart]
    if not terms or any(t.named and t.stem not in gate.context and not weights.is_everywhere(t) for t in missing):
        return False
    total = sum(weights(term) for term in terms)
    return total > 0 and 1 - sum(weights(term) for term in missing) / total >= least


def _figure_premise(case: Case) -> Answer | None:
    """The question's figure stands nowhere in the memo, and the same thing is counted with another."""
    if case.asked.shape in ("count", "money", "percent", "yes_no", "date") or case.asked.operation is not None:
        return None
    for span in _assumed_figures(case.asked):
        if any(span.value == other.value for other in _memo_figures(case, span)):
            return None
        for candidate in case.candidates[:_LOOKED_AT]:
            if other := _counted_otherwise(case, span, candidate):
                text = f"The memo does not say {span.text}: {sentence_text(candidate.text)}"
                return denied(case, text, candidate.places, confidence=0.65, values=[other.text])
    return None


def _assumed_figures(asked: Asked) -> list[Span]:
    kinds = ("count", "money", "percent")
    spans = [span for span in text_to_spans(asked.text) if span.kind in kinds and span.value is not None]
    said = [s for s in spans if s.value != asked.wanted and "year" not in s.nouns[:1]]
    return [s for s in said if s.text not in map(str, asked.years) and not _BOUND.search(asked.text[: s.start])]


def _memo_figures(case: Case, like: Span) -> Iterator[Span]:
    for block in case.memo.document.blocks:
        yield from (span for span in text_to_spans(block.text) if span.kind == like.kind)


def _counted_otherwise(case: Case, span: Span, candidate: Candidate) -> Span | None:
    figures = stems(span.text) | {str(span.value)}
    if not _covers_rest(case, candidate, frozenset(figures), _FIGURE_SHARE):
        return None
    same = [s for s in text_to_spans(candidate.text) if s.kind == span.kind and s.value != span.value]
    if span.kind == "count":
        same = [s for s in same if span.nouns and span.nouns[0] in s.nouns]
    return same[0] if same else None
