"""One sentence -> what it says the status colours mean.

It reads ``marked as "green." This status indicates ...``, ``marked "amber," meaning ...``, ``Yellow says that ...``,
``is rated red when ...``, ``is red when ...``, ``On course (green) projects will ...``, ``A yellow cell stands for At
Risk, which means ...``, ``overruns of the budget (which would be rated "red")`` and ``green (on schedule)``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.projects.status_words import COLOURS, cell_to_status

_COLOUR = rf"(?:{'|'.join(COLOURS)})"
_QUOTE = "[\"“”'‘’]?"
_TERM = rf"{_QUOTE}(?P<term>{_COLOUR})[.,]?{_QUOTE}"
_SAYS = (
    r"(?:indicat(?:es|ing|e)|says?|mean(?:s|ing)?|denot(?:es|ing|e)|signif(?:ies|ying|y)|represent(?:s|ing)?|"
    r"reflect(?:s|ing)?|suggest(?:s|ing)?|(?:is|are)\s(?:used|reserved|kept|meant)\s(?:for|when|where)|(?:is|are)\s(?:assigned|given)\s(?:to|when|where)|"
    r"(?:is|are)(?=\s(?:for\s(?:projects|schemes|works|items|those)|those\s(?:that|which|with|whose))\b))"
)
_MEANING = r"(?:\sthat)?\s(?P<meaning>[^\s].{3,500})$"

_VERB = r"(?:marked|rated|flagged|shown|coded|classified|labell?ed|designated|reported|categori[sz]ed)\s(?:as\s|in\s)?"
_MARKED = re.compile(rf"\b{_VERB}{_TERM},?\s(?:which\s|to\s)?{_SAYS}{_MEANING}", re.IGNORECASE)
# In the present tense only: "was marked red when the contractor left" tells an event.
_MARKED_WHEN = re.compile(
    rf"\b(?:is|are|be)\s{_VERB}{_TERM}\s(?:when|if|where|once)\s(?P<meaning>[^\s].{{3,500}})$", re.IGNORECASE
)
# Of any project, not of one: "The pier is red if steel is late" rates the pier.
_IS_WHEN = re.compile(
    rf"(?:^|\s)(?:it|they|(?:an?|any|each|every)\s[\w-]{{1,30}}|projects|works|items)\s(?:is|are)\s{_TERM}\s"
    r"(?:when|if|where|once)\s(?P<meaning>[^\s].{3,500})$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"^(?:an?\s|the\s|projects?\s(?:marked|rated|in)\s)?{_TERM}(?:\s(?:status|rating|designation|indicator|light|projects?))?,?\s"
    rf"{_SAYS}{_MEANING}",
    re.IGNORECASE,
)
# "A yellow cell stands for At Risk, which means that ..." explains the word that the colour stands for.
_BY_CELL = re.compile(
    rf"^(?:An?|The)\s{_COLOUR}\s(?:cell|box|square|dot|circle|flag|mark|light|bar|row)\s"
    r"(?:stands\sfor|means|denotes|indicates|marks|shows|signifies|is)\s"
    r"[\"“]?(?P<term>[A-Z][\w-]{1,20}(?:\s[\w-]{2,20}){0,2})[.,]?[\"”]?,?\s"
    r"(?:which|that)\s(?:means|says|indicates|denotes|is\sused\s(?:when|where))(?:\sthat)?\s(?P<meaning>[^\s].{3,500})$",
    re.IGNORECASE,
)
# What holds for all of a colour: "*On course (green)* projects will ...", "Amber (yellow) works have ...".
_ALL_OF_IT = re.compile(
    rf"^\W?(?:projects?\s)?(?:(?P<main>{_COLOUR})\s\([\w\s-]{{2,30}}\)"
    rf"|[A-Z][\w-]*(?:\s[\w-]+){{0,3}}\s\({_TERM}\))\W?\s"
    r"(?:projects|works|items|tasks|milestones|initiatives)\s"
    r"(?P<meaning>(?:will|have|are|need|require|face|may|can|cannot|must|show)\s"
    r"(?!(?:been|listed|shown|in|below)\b)[^\d\s]\D.{3,400})$",
    re.IGNORECASE,
)
_WOULD_BE = re.compile(
    rf"(?P<before>[^.;]{{5,300}}?)\s?\((?:which|that|these|and)?\s?(?:would\sbe|is|are|will\sbe|being)\s"
    rf"(?:classified|marked|rated|flagged|coded|considered|shown|designated)\s(?:as\s)?{_TERM}\)",
    re.IGNORECASE,
)
_ENDS_IN_COLOUR = re.compile(rf"{_TERM}\.?\s*$", re.IGNORECASE)
_THIS_STATUS = re.compile(
    rf"^(?:this|the|that|such\sa)\s(?:status|rating|designation|colou?r|marking|classification)\s{_SAYS}{_MEANING}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"{_TERM}\s\((?P<meaning>[^()]{{4,200}})\)", re.IGNORECASE)
# 'A project is "At Risk" when it is late, and "Delayed" when it is very late.'
_QUOTED_WHEN = re.compile(
    r"(?:\b(?:is|are|as|be)|,?\s(?:and|or))\s[\"“](?P<term>[A-Za-z -]{3,30})[,.]?[\"”]\s(?:when|if|where)\s"
    r"(?P<meaning>[^\"“”]{5,300}?)(?=,?\s(?:and|or|but)\s(?:as\s)?[\"“]|[.;]?$)"
)
_EXPLAINS = re.compile(
    r"\b(?:schedule[d]?|budget|scope|track|risks?|issues?|delay(?:s|ed)?|deviat\w+|corrective|behind|ahead|target|plan|"
    r"concerns?|recoverable|attention|baseline|on time|variance)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourMeaning:
    """``uses_next`` tells that the sentence after it carries on the meaning."""

    term: str
    status: str | None
    meaning: str
    uses_next: bool = False


def statement_to_colours(sentence: str, following: str | None) -> tuple[ColourMeaning, ...]:
    """All colours that ``sentence`` explains; ``following`` is the next one of the same paragraph."""
    return tuple(
        ColourMeaning(term=term.lower(), status=cell_to_status(term), meaning=_trim(meaning), uses_next=uses_next)
        for term, meaning, uses_next in _readings(sentence, following)
    )


def _readings(sentence: str, following: str | None) -> Iterator[tuple[str, str, bool]]:
    by_cell = _BY_CELL.match(sentence)
    if by_cell is not None and cell_to_status(by_cell["term"]) is not None:
        yield by_cell["term"], by_cell["meaning"], False
        return
    told_next = _THIS_STATUS.match(following) if following else None
    explained = _MARKED.search(sentence) or _SUBJECT.match(sentence) or _when(sentence)
    if explained is not None and told_next is not None:
        yield explained["term"], f"{_trim(explained['meaning'])}; {_without_brackets(told_next['meaning'])}", True
    elif explained is not None:
        yield explained["term"], _without_brackets(explained["meaning"]), False
    elif told_next is not None and (ends := _ENDS_IN_COLOUR.search(sentence)) is not None:
        yield ends["term"], told_next["meaning"], True
    elif (whole := _ALL_OF_IT.match(sentence)) is not None:
        yield whole["main"] or whole["term"], whole["meaning"], False
    for match in _WOULD_BE.finditer(sentence):
        yield match["term"], last_noun_phrase(match["before"]), False
    for match in _QUOTED_WHEN.finditer(sentence):
        if explained is None and cell_to_status(match["term"]) is not None:
            yield match["term"], match["meaning"], False
    bracketed = list(_BRACKETED.finditer(sentence))
    scale = len({match["term"].lower() for match in bracketed}) > 2
    for match in bracketed:
        if scale or _EXPLAINS.search(match["meaning"]):
            yield match["term"], match["meaning"], False


def _when(sentence: str) -> re.Match[str] | None:
    return _MARKED_WHEN.search(sentence) or _IS_WHEN.search(sentence)


def _without_brackets(text: str) -> str:
    """A meaning without the other colours that it names in brackets."""
    return re.sub(rf"\s?\([^()]{{0,200}}{_COLOUR}[^()]{{0,40}}\)", "", text, flags=re.IGNORECASE)


def _trim(text: str) -> str:
    return " ".join(text.split()).strip(" ,;.")


def last_noun_phrase(text: str) -> str:
    """The noun phrase that ``text`` ends with, and what hangs on it: "large deviations from the plan"."""
    from extract.language.spacy_model import analyse

    phrases = analyse(text).noun_phrases
    if not phrases or text[phrases[-1].end :].strip():
        return re.split(r"[,;:]\s", text)[-1]
    start = phrases[-1].start
    for phrase in reversed(phrases[:-1]):
        if not re.fullmatch(r"\s(?:of|from|in|to|for|with|on|against|and|or)\s", text[phrase.end : start]):
            break
        start = phrase.start
    return text[start:]
