"""Whom to ask about a memo: a sentence or a labelled line, mostly at its end, or what stands under "Contact"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.language.sentences import split_sentences
from records.document import Block, Document
from records.word import Word

_LEAD = re.compile(
    r"(?:\bdirect\s(?:[a-z]+\s){0,2}(?:questions|inquiries|comments)(?:\s[a-z]+){0,4}\sto|\bcontact|"
    r"\breach\s(?:out\sto)?|(?:be\s)?(?:directed|addressed)\sto|\bcall|\be-?mail|"
    r"\b(?:go|goes|sent|put|referred)\sto|\banswered\sby)\s+"
    r"(?P<who>(?:the\s)?[A-Z].{3,300})$",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT = r"(?:questions?|quer(?:y|ies)|[ei]nquir(?:y|ies)|comments)"
_TOPIC = re.compile(rf"\b{_ABOUT}\b|\binformation\b|\bcontact\b", re.IGNORECASE)
_REACHED = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,40}\w|(?:\(\d{3}\)[-. ]?|\b\d{3}[-. ])\d{3}[-. ]\d{4}|\b\d{3}-\d{4}\b"
)
_EXTENSION = re.compile(r"\b(?:extension|ext\.?)\s\d{2,5}\b", re.IGNORECASE)
_REACH_LINE = re.compile(rf"(?:(?:tele)?phone|tel|e-?mail)\b|{_REACHED.pattern}", re.IGNORECASE)
# What stands between a name and how to reach it: "at", "by e-mail at", "tel.", an opening bracket.
_AT = re.compile(
    r"[\s,;(–—-]*(?:\b(?:at|via|on|by|or|and|tel\.?|(?:tele)?phone:?|e-?mail:?|extension|ext\.?)[\s(]*){0,4}$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:[\d.]{1,5}\s)?(?:(?:staff|officer|project|report)\s)?contacts?(?:\s(?:persons?|information|officers?|details))?:?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:the\s)?[A-Z][\w'’.-]+\s+[A-Z]")
_LABEL = re.compile(
    rf"^\s*(?:(?:Staff |Project )?Contact(?: Person| Information)?|(?:For )?{_ABOUT}|"
    r"(?:For )?(?:further|more) information)\s?:\s*(?P<who>\S.{2,300})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A text and the words that show it."""

    text: str
    words: tuple[Word, ...]


def document_to_contact(document: Document) -> Found | None:
    """The last sentence that names a contact: "For questions, please contact Ana Ode, Analyst, at ana@x.gov." """
    for block in reversed(document.blocks):
        if block.kind in ("paragraph", "item", "footnote"):
            for start, end in reversed(split_sentences(block.text)):
                found = _contact_in(block, start, end)
                if found is not None:
                    return found
    return _under_heading(document)


def _under_heading(document: Document) -> Found | None:
    """The first line under "Contact", if it says how to reach somebody."""
    for heading, block in pairwise(document.blocks):
        if heading.kind == "heading" and _HEADING.fullmatch(heading.text) and block.kind in ("paragraph", "item"):
            who = " ".join(block.text.split()).rstrip(".")
            if _NAMED.match(who) and (_REACHED.search(who) or _EXTENSION.search(who)):
                return Found(text=_to_contact(who), words=block.words)
    return None


def _contact_in(block: Block, start: int, end: int) -> Found | None:
    end = _end_of_lines(block.text, end)
    sentence = block.text[start:end].replace("\n", " ")
    asked = re.search(r"[^.!?]{0,60}\?\s*$", block.text[:start])
    topic = _TOPIC.search(sentence) or (asked and _TOPIC.search(asked.group()))
    match = _LABEL.match(sentence) or (_LEAD.search(sentence) if topic else None)
    if match is None:
        return None
    who = " ".join(match.group("who").split()).rstrip(".")
    if not (_REACHED.search(who) or _EXTENSION.search(who) or (_NAMED.match(who) and topic)):
        return None
    return Found(
        text=_to_contact(who), words=tuple(word for word in block.words if word.start < end and word.end > start)
    )


def _end_of_lines(text: str, end: int) -> int:
    """Where the lines end that go on with a contact: after a comma, or with a number or address of their own."""
    while end < len(text) and text[end] == "\n":
        line = text[end + 1 :].split("\n", 1)[0]
        if not (text[:end].rstrip().endswith((",", " or", " at")) or _REACH_LINE.match(line)):
            break
        end += 1 + len(line)
    return end


def _to_contact(who: str) -> str:
    """ "Ana Ode, Analyst, 555-0142, ana@x.gov" of "Ana Ode, Analyst, at 555-0142 or write to ana@x.gov".

    A second person's name after the first number leaves the words as they are.
    """
    reached = list(_REACHED.finditer(who)) or list(_EXTENSION.finditer(who))
    if not reached:
        return who
    opening = min(m.start() for m in (reached[0], *_EXTENSION.finditer(who)))
    name = _AT.sub("", who[:opening])
    rest = _REACHED.sub("", who[opening:])
    if re.search(r"\b[A-Z][a-z]", rest):
        return who
    return ", ".join([*([name] if name else []), *(match.group() for match in reached)])
