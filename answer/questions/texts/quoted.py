"""Answers in the memo's own sentences: the shortest that pass every gate, lists whole.

The best sentence that passes is given as it stands. One that begins with "It" or "This" takes the sentence before it
along. Nothing is reworded, and where no sentence passes there is no answer.
"""

import re
from dataclasses import replace

from answer.questions.evidence.answerability import answerability
from answer.questions.evidence.attribute import attribute_of
from answer.questions.evidence.evidence import Candidate, coverage_of
from answer.questions.reading.direction_words import asks_direction, says_direction
from answer.questions.reading.operations import asks_to_count_projects, states_result
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.tables.table_positions import asked_position
from answer.questions.texts.consistency import asks_for_judgement
from answer.questions.texts.contrast import asked_contrast
from answer.questions.texts.lists import ListFound, memo_to_lists
from answer.questions.texts.yes_or_no import say_yes_or_no
from extract.language.sentences import split_sentences
from records.answer import Answer

LOOKED_AT = 8
LEAST_LIKELY = 0.5
"""Below this, a sentence is more likely not to answer than to answer."""
_MOST_WORDS = 75
_LEAST_WORDS = 3
"""A shorter sentence is a label that the next one stands under."""
_LIST_SHARE = 0.62
_STEPS_ASKED = re.compile(
    r"\b(?:what (?:did|does|has|have) .{1,80} (?:do|done)|what (?:\w+ ){1,4}(?:did|does|has done) to"
    r"|what (?:steps|measures|actions)"
    r"|how (?:did|does|has|is|are|was|were))\b",
    re.IGNORECASE,
)
_ASKS_CHANGE = re.compile(r"\bhow (?:did|has|have)\b.*\bchang", re.IGNORECASE)
_LABEL = re.compile(r"^[^:.;]{2,60}(?=: )")
_LEANS_BACK = re.compile(r"^(?:It|This|These|They|He|She|Those|That|Such|Measures|Both)\b")


def quoted_answer(case: Case) -> Answer | None:
    """ "What did the crew do to keep the dock open?" is answered with the sentence that says so."""
    text = case.asked.text
    if asks_for_judgement(text) or asked_position(text) or asked_contrast(text):
        return None
    whole = list_answer(case)
    if whole is not None:
        return whole
    return _answer_of_likeliest(case)


def _answer_of_likeliest(case: Case) -> Answer | None:
    """Of the sentences looked at, the one most likely to answer, if it is likely enough."""
    looked_at = case.candidates[:LOOKED_AT]
    likely = [answerability(case.gate, looked_at, n) for n in range(len(looked_at))]
    for number in sorted(range(len(looked_at)), key=lambda n: -likely[n]):
        if likely[number] < LEAST_LIKELY:
            return None
        if _may_be_quoted(case, looked_at[number]):
            return _quoted(case, looked_at[number], likely[number])
    return None


def _may_be_quoted(case: Case, candidate: Candidate) -> bool:
    """Whether the candidate is of a kind that can answer: no heading, no row where a development is asked."""
    text, is_row = case.asked.text, candidate.sentence.kind == "row"
    if candidate.sentence.kind == "prose" and len(candidate.text.split()) < _LEAST_WORDS:
        return False
    if candidate.sentence.kind == "heading" or (is_row and (_ASKS_CHANGE.search(text) or asks_to_count_projects(text))):
        return False
    if asks_direction(text) and (is_row or not says_direction(text, candidate.text)):
        return False
    if not states_result(case.asked.operation, text, candidate.text) or not case.gate.passes(candidate):
        return False
    return not _is_neighbours(case, candidate) and not _is_other_label(case, candidate)


def _quoted(case: Case, candidate: Candidate, likely: float) -> Answer | None:
    """The list that the candidate opens, the rows of which it is one, or its sentence."""
    if (opened := _opened_list(case, candidate)) is not None:
        return _whole_list(case, opened, likely)
    if rivals := _rival_rows(case, candidate):
        return _several_rows(case, (candidate, *rivals))
    return sentence_answer(case, _shortened(candidate), likely)


def _is_neighbours(case: Case, candidate: Candidate) -> bool:
    """ "For the office: ..." where the question is about residents and the next line begins "For residents: "."""
    missing = [term.stem for term in case.asked.terms if not covers(term.stem, candidate.own)]
    labels = [
        stems(found.group())
        for other in case.candidates
        if other.trail == candidate.trail and other.text != candidate.text and (found := _LABEL.match(other.text))
    ]
    own = _LABEL.match(candidate.text)
    return own is not None and any(covers(base, label) for label in labels for base in missing)


def _is_other_label(case: Case, candidate: Candidate) -> bool:
    """ "Subject: Report on the piers" tells nothing but the subject."""
    label = _LABEL.match(candidate.text) if candidate.sentence.kind == "letterhead" else None
    return label is not None and not case.asked.stems & stems(label.group())


def _rival_rows(case: Case, candidate: Candidate) -> tuple[Candidate, ...]:
    """Other rows of the same table that fit the question as well, so that it is not clear which is meant."""
    if candidate.sentence.kind != "row":
        return ()
    asked = [term.stem for term in case.asked.terms]
    held = {base for base in asked if covers(base, candidate.own)}
    others = [c for c in case.candidates if c.sentence.kind == "row" and _first_cell(c) != _first_cell(candidate)]
    as_well = [c for c in others if c.trail == candidate.trail and all(covers(base, c.own) for base in held)]
    return tuple(c for c in as_well if case.gate.passes(c) and case.gate.values(c) is not None)


def _several_rows(case: Case, rows: tuple[Candidate, ...]) -> Answer | None:
    text = f"Several lines of the table fit the question; name one. {' '.join(sentence_text(c.text) for c in rows)}"
    places = [place for row in rows for place in row.places]
    return answered(case, text, places, method="quoted", confidence=0.5, outcome="ambiguous")


def _first_cell(candidate: Candidate) -> str:
    return candidate.text.split("; ", 1)[0]


def list_answer(case: Case) -> Answer | None:
    """ "What are the three aims?" is answered with all items of the list whose opening names the aims."""
    asked = case.asked
    if asked.shape not in ("list", "text", "definition") or (asked.wanted and asked.shape != "list"):
        return None
    scored = [(_list_score(case, found), found) for found in memo_to_lists(case.memo)]
    scored = [(score, found) for score, found in scored if score >= _LIST_SHARE]
    if not scored:
        return None
    score, best = max(scored, key=lambda pair: pair[0])
    return _whole_list(case, best, 0.5 + score / 2.5)


def _whole_list(case: Case, found: ListFound, confidence: float) -> Answer | None:
    values = found.labels if len(found.labels) == len(found.items) else found.items
    return answered(case, found.text(), found.places, method="quoted", confidence=min(confidence, 0.9), values=values)


def _is_lead(found: ListFound, candidate: Candidate, case: Case) -> bool:
    """The candidate opens the list, or stands above it in one section and the list has as many items as are asked."""
    return found.lead.strip() == candidate.text.strip() or bool(
        case.asked.wanted and len(found.items) == case.asked.wanted
    )


def _opened_list(case: Case, candidate: Candidate) -> ListFound | None:
    """The list that the candidate opens, where a list is asked for: its items are the answer, not its opening."""
    if case.asked.shape not in ("list", "text"):
        return None
    lists = [
        found
        for found in memo_to_lists(case.memo)
        if found.lead and candidate.trail == found.trail and _is_lead(found, candidate, case)
    ]
    fits = [found for found in lists if not case.asked.wanted or len(found.items) == case.asked.wanted]
    return fits[0] if len(fits) == 1 and (case.asked.shape == "list" or candidate.text.rstrip().endswith(":")) else None


def _list_score(case: Case, found: ListFound) -> float:
    """How much of the question the list's opening and headings cover; 0 where its number or names do not fit."""
    asked = case.asked
    opening = found.own | (stems(found.trail[-1]) if found.trail else frozenset()) | _in_every_label(found)
    if not _is_whole(asked, found):
        return 0.0
    trail = frozenset().union(*(stems(title) for title in found.trail))
    attribute = attribute_of(asked) or (asked.head[-1] if asked.head else None)
    if attribute and not covers(attribute, opening):
        return 0.0
    if asked.shape != "list" and not (asked.plural and asked.head):
        return 0.0
    if any(term.named and not covers(term.stem, opening | trail) for term in asked.terms):
        gate = case.gate
        if any(t.named and not covers(t.stem, opening | trail) and t.stem not in gate.context
               and not gate.weights.is_everywhere(t) for t in asked.terms):  # fmt: skip
            return 0.0
    rest = [t.stem for t in asked.terms if not t.named and t.stem not in asked.head]
    if rest and not any(covers(base, opening | trail) for base in rest):
        return 0.0
    fits = 0.15 if len(found.items) in asked.numbers else 0.0
    return min(1.0, coverage_of(asked, case.gate.weights, opening, trail) + fits)


def _is_whole(asked: Asked, found: ListFound) -> bool:
    """As many items as the question asks for and as the list's opening counts."""
    head = asked.head[-1:] or ("",)
    counted = {s.value for s in spans_of(found.lead, "count") if head[0] in s.nouns[:3]}
    said = not counted or len(found.items) in counted
    return said and (not asked.wanted or asked.wanted == len(found.items))


def _in_every_label(found: ListFound) -> frozenset[str]:
    """ "Loss by theft", "Loss by fire", "Loss by flood" are losses."""
    if len(found.labels) != len(found.items):
        return frozenset()
    return frozenset.intersection(*(stems(label) for label in found.labels))


def _shortened(candidate: Candidate) -> Candidate:
    """Of a long list item or footnote, the label and the sentences that fit an answer."""
    text = candidate.text
    if len(text.split()) <= _MOST_WORDS:
        return candidate
    kept = ""
    for start, end in split_sentences(text):
        if kept and len(text[:end].split()) > _MOST_WORDS:
            break
        kept = text[:end]
        _ = start
    return replace(candidate, sentence=replace(candidate.sentence, text=kept or text))


def sentence_answer(case: Case, candidate: Candidate, likely: float) -> Answer | None:
    texts, places = [candidate.text], list(candidate.places)
    words = len(candidate.text.split())
    before, after = candidate.before, candidate.after
    if before and _LEANS_BACK.search(candidate.text) and words + len(before.text.split()) <= _MOST_WORDS:
        texts.insert(0, before.text)
        places = [*before.places, *places]
    elif after and _STEPS_ASKED.search(case.question.text) and words + len(after.text.split()) <= _MOST_WORDS:
        texts.append(after.text)
        places += after.places
    text = " ".join(sentence_text(text) for text in texts)
    if case.asked.shape == "yes_no":
        opening = say_yes_or_no(case.asked, candidate)
        if opening is None:
            return None
        text = f"{opening} {text}"
    values = case.gate.values(candidate) or ()
    return answered(case, text, places, method="quoted", confidence=likely, values=values)
