"""Whom to ask about a memo, and who signed it: two things that stand at its end rather than its head."""

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.front_lines import Line, block_to_lines
from extract.sentences import split_sentences
from records.document import Block, Document
from records.word import Word

_LEAD = re.compile(
    r"(?:\bdirect\s(?:[a-z]+\s){0,2}(?:questions|inquiries|comments)(?:\s[a-z]+){0,4}\sto|\bcontact|"
    r"\breach\s(?:out\sto)?|(?:be\s)?(?:directed|addressed)\sto|\bcall|\be-?mail)\s+"
    r"(?P<who>(?:the\s)?[A-Z].{3,300})$",
    re.IGNORECASE | re.DOTALL,
)
_TOPIC = re.compile(r"\bquestions?\b|\binformation\b|\binquir|\bcontact\b", re.IGNORECASE)
_REACHED = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}")
_AT = re.compile(r",?\s(?:at|via|by\semail\sat|by\sphone\sat)\s(?=\S{1,64}@|\(?\d{3})")
_NAMED = re.compile(r"(?:the\s)?[A-Z][\w'’.-]+\s+[A-Z]")
_LABEL = re.compile(
    r"^\s*(?:Staff |Project )?Contact(?: Person| Information)?\s?:\s*(?P<who>\S.{2,300})$", re.IGNORECASE
)
_CLOSING = re.compile(r"^(?:respectfully\ssubmitted|sincerely|submitted\sby)\b[\s,:]*", re.IGNORECASE)
_SIGNED = re.compile(r"^/s/\s*(?:for\b)?\s*", re.IGNORECASE)
_AFTER = re.compile(
    r"^(?:for\s|if\s|cc\b|attachment|enclosure|appendix|exhibit|please\b|contact\b|page\b|\d)", re.IGNORECASE
)
_MOST_SIGNATURE_LINES = 5
_MOST_SIGNATURE_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A text and the words that show it; ``title`` is what stands below a signer's name."""

    text: str
    title: str | None = None
    words: tuple[Word, ...]


def document_to_contact(document: Document) -> Found | None:
    """The last sentence that names a contact: "For questions, please contact Ana Ode, Analyst, at ana@x.gov." """
    for block in reversed(document.blocks):
        if block.kind in ("paragraph", "item", "footnote"):
            for start, end in reversed(split_sentences(block.text)):
                found = _contact_in(block, start, end)
                if found is not None:
                    return found
    return None


def _contact_in(block: Block, start: int, end: int) -> Found | None:
    sentence = block.text[start:end]
    match = _LABEL.match(sentence) or (_LEAD.search(sentence) if _TOPIC.search(sentence) else None)
    if match is None:
        return None
    who = " ".join(match.group("who").split()).rstrip(".")
    if not (_REACHED.search(who) or (_NAMED.match(who) and re.search(r"\bquestions?\b|\bcontact\b", sentence, re.I))):
        return None
    return Found(
        text=_AT.sub(", ", who), words=tuple(word for word in block.words if word.start < end and word.end > start)
    )


def document_to_signature(document: Document) -> Found | None:
    """The last ``/s/`` or "Respectfully submitted," with the name and title under it."""
    lines = [line for n, block in enumerate(document.blocks) for line in block_to_lines(block, n)]
    for number in range(len(lines) - 1, -1, -1):
        sign = _SIGNED.match(lines[number].text) or _CLOSING.match(lines[number].text)
        if sign is not None and not lines[number].is_prose:
            return _signature(lines, number, sign.end())
    return None


def _signature(lines: list[Line], number: int, after: int) -> Found | None:
    names = [lines[number].text[after:].strip()]
    words = list(lines[number].words)
    for line in lines[number + 1 : number + 1 + _MOST_SIGNATURE_LINES]:
        text = line.text.strip()
        if line.heading or len(text.split()) > _MOST_SIGNATURE_WORDS or _AFTER.match(text) or text.endswith("."):
            break
        if not _SIGNED.match(text):
            names.append(text)
        words += line.words
    names = [name for name in names if name]
    if not names:
        return None
    name, *title = names[0].split(", ", 1) if len(names) == 1 else names
    return Found(text=name, title=_title(title) if title else None, words=tuple(words))


def _title(lines: list[str]) -> str:
    """A title's lines: "Director" + "Public Works" are two parts, a line that ends in a comma or small word goes on."""
    title = lines[0]
    for before, line in pairwise(lines):
        runs_on = before.endswith((",", "&", " of", " and", " for")) or re.search(r", \w+$", before)
        title += f" {line}" if runs_on else f", {line}"
    return title
