"""Answers what a term means: from the memo's definitions, a sentence that defines it, or a long form in brackets.

A sentence that merely uses the term defines nothing, and initials that do not fit are no long form.
"""

import re

from answer.questions.reading.question_parse import Asked
from answer.questions.reading.status_words import asked_statuses
from answer.questions.reading.words import fold, stems
from answer.questions.reply import Case, answered, not_found, sentence_text
from answer.questions.texts.explained_terms import asked_term, explained_term_answer
from extract.language.sentences import split_sentences
from records.answer import Answer
from records.document import Block, span_to_places
from records.facts import Definition

_JOINS = {"of", "the", "and", "for", "to", "in", "on", "a", "&"}
_STANDS_FOR = re.compile(
    r"\b(?:stands? for|abbreviat|acronym|short for|spelled out|initials|full (?:name|form))"
    r"|what does (?:the )?(?-i:[A-Z][A-Z0-9&-]{1,9}) mean\b",
    re.IGNORECASE,
)
_STATUS_WORD = re.compile(r"\b(?:red|yellow|amber|green|on hold|at risk|on track|delayed|complete)\b", re.IGNORECASE)
_DEFINES = (
    r"^\W?(?:(?:an? |the )?(?:(?:status|rating|colou?r) (?:of )?)?){term}\W?"
    r"(?: status| rating| mark| projects?)?(?::| says| means| indicates| signals"
    r"| denotes| stands for| is (?:used|given|assigned))"
    r"|\b{term}\b[\"”’,]{{0,2}} (?:means|says|indicat\w+|signif\w+|denot\w+|refers to|is defined as)\b"
    r"|\b(?:is|are|turns|becomes|marked|rated|classified|shown|reported"
    r"|flagged)(?: as)? [\"“‘]?{term}[\"”’]?,? (?:when|if|where|once)\b"
)
"""Where a sentence defines a term; ``{{term}}`` is put in."""
_COLOUR = re.compile(r"\b(?:red|yellow|amber|green|orange)\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9&-]{1,9}\b")
_STATUS_TALK = stems(
    "project status mean meaning indicate marked color flagged makes make qualify classified "
    "definition defined describe count deserve rated rating count under condition what"
)


def definition_answer(case: Case) -> Answer | None:
    """ "What does LRT stand for?", "What does amber mean?", "What would make a project red?" """
    if case.asked.shape != "definition" and not _STANDS_FOR.search(case.question.text):
        return explained_term_answer(case) or (_long_form(case) if _asks_initials(case) else None)
    found = _long_form(case) or _defined(case) or _defining_sentence(case) or explained_term_answer(case)
    return found or (not_found(case.question) if _asks_colour(case.asked) else None)


def _asks_colour(asked: Asked) -> bool:
    """ "What does red mean?": a sentence that merely mentions the colour must not be quoted for it."""
    return bool(_COLOUR.search(asked.text)) and not asked.stems - _STATUS_TALK - stems("red yellow green amber orange")


def _defined(case: Case) -> Answer | None:
    definition = next((d for d in case.memo.definitions if _fits(d, case.asked)), None)
    if definition is None:
        return None
    meaning = definition.meaning.strip()
    term = definition.term[:1].upper() + definition.term[1:]
    text = meaning if fold(term) in fold(meaning) else f"{term} means: {meaning}"
    return answered(case, sentence_text(text), definition.places, method="record", confidence=0.88, values=[meaning])


def _fits(definition: Definition, asked: Asked) -> bool:
    """The question holds the term and, beyond it, only words that ask for a meaning or stand where it is defined."""
    around = stems(" ".join(f"{place.quote} {place.section or ''}" for place in definition.places))
    if definition.status is not None and definition.status in asked_statuses(asked.text):
        colors = stems("red yellow green amber")
        return not asked.stems - stems(definition.term) - _STATUS_TALK - colors - around
    term = stems(definition.term)
    return bool(term) and term <= asked.stems and not asked.stems - term - _STATUS_TALK - around


def _defining_sentence(case: Case) -> Answer | None:
    """ "Amber: the date has moved ...", "Amber says that ...", "A lift is closed when ..." for the term asked about."""
    for term in _terms(case.asked):
        pattern = re.compile(_DEFINES.format(term=re.escape(term)), re.IGNORECASE)
        for block in case.memo.document.blocks:
            for start, end in split_sentences(block.text):
                sentence = block.text[start:end]
                if block.kind in ("paragraph", "item") and pattern.search(sentence):
                    places = span_to_places(
                        block, start, end, document=case.memo.document, memo=case.memo.id, section=None
                    )
                    return answered(case, sentence_text(sentence), places, method="quoted", confidence=0.82,
                                    values=[sentence])  # fmt: skip
    return None


def _terms(asked: Asked) -> tuple[str, ...]:
    """The status words and quoted words whose meaning is asked."""
    quoted = tuple(name for name in asked.names if name.islower())
    said = dict.fromkeys(word.lower() for word in _STATUS_WORD.findall(asked.text))
    same = [other for word, other in (("amber", "yellow"), ("yellow", "amber")) if word in said]
    return (*quoted, *said, *(other for other in same if other not in said))


def _asks_initials(case: Case) -> bool:
    """ "What is LRT?" """
    return bool(_ACRONYM.fullmatch(asked_term(case.question.text) or ""))


def _long_form(case: Case) -> Answer | None:
    if not _STANDS_FOR.search(case.question.text) and not _asks_initials(case):
        return None
    for acronym in _ACRONYM.findall(case.question.text):
        for block in case.memo.document.blocks:
            span = find_long_form(acronym, block)
            if span is not None:
                start, end = span
                places = span_to_places(block, start, end + len(acronym) + 3, document=case.memo.document,
                                        memo=case.memo.id, section=None)  # fmt: skip
                form = block.text[start:end]
                return answered(case, f"{acronym} stands for {form}.", places, method="record", confidence=0.93,
                                values=[form])  # fmt: skip
    return None


def find_long_form(acronym: str, block: Block) -> tuple[int, int] | None:
    """Where "Light Rail Transit" stands in "the Light Rail Transit (LRT) line"; ``None`` if initials do not fit."""
    at = re.search(rf"\s*\({re.escape(acronym)}\)", block.text)
    if at is None:
        return None
    words = list(re.finditer(r"[^\s-]+", block.text[: at.start()]))
    letters = [c.lower() for c in acronym if c.isalnum()]
    for number in range(len(words) - 1, max(-1, len(words) - 2 * len(letters) - 3), -1):
        chosen = words[number:]
        initials = [w.group().strip("(\"'“")[:1].lower() for w in chosen if w.group().lower() not in _JOINS]
        if initials == letters:
            return chosen[0].start(), at.start()
    return None
