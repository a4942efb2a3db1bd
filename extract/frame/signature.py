"""Who signed a memo: the name under ``/s/`` or "Respectfully submitted,", and the title under the name.

Refused: what stands below the signature (copies, attachments, whom to ask), and lines that are no name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.frame.front_lines import Line, block_to_lines, cut_line
from records.document import Document
from records.word import Word

_CLOSING = re.compile(
    r"^(?:respectfully(?:\ssubmitted)?|sincerely(?:\syours)?|yours\s(?:truly|sincerely|faithfully)|submitted\sby|"
    r"signed(?:\sby)?:)(?:$|(?=[\s,:]))[\s,:]*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^/s/\s*(?:for\b)?\s*", re.IGNORECASE)
_AFTER = re.compile(
    r"^(?:for\s|if\s|cc\b|c:|attachment|enclosure|appendix|exhibit|please\b|contact\b|page\b|prepared\b|reviewed\b|"
    r"approved\b|concur|\d)",
    re.IGNORECASE,
)
_COPIES = re.compile(r"\s(?:cc|c|Copies|Enclosures?|Attachments?):\s.*$")
_NAME = re.compile(
    r"(?:(?:[A-Z][\w.’'-]{0,25}|de|la|del|da|di|le|van|der|von|bin|al)\s){1,5}[A-Z][\w.’'-]{1,25}(?:,\s.{2,80})?"
)
_MOST_LINES = 5
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """``title`` is what stands below the name; ``words`` show the sign, the name and the title."""

    name: str
    title: str | None
    words: tuple[Word, ...]


def document_to_signature(document: Document) -> Signature | None:
    """The last ``/s/`` or closing with the name and title under it."""
    lines = [
        part
        for n, block in enumerate(document.blocks)
        for line in block_to_lines(block, n)
        for part in _page_lines(line)
    ]
    for number in range(len(lines) - 1, -1, -1):
        sign = _SIGNED.match(lines[number].text) or _CLOSING.match(lines[number].text)
        if sign is not None and not lines[number].is_prose:
            found = _signature(lines, number, sign.end())
            if found is not None:
                return found
    return None


def opens_signature(text: str) -> bool:
    """Whether a block ends in the sign or closing that a signer's name follows."""
    last = text.rpartition("\n")[2].strip()
    sign = _SIGNED.match(last) or _CLOSING.match(last)
    return sign is not None and sign.end() == len(last)


def _page_lines(line: Line) -> Iterator[Line]:
    """The lines that the page itself shows: a block's words, cut where the next one stands lower."""
    starts = [0]
    for before, word in pairwise(line.words):
        if before.box is not None and word.box is not None and word.box[1] >= before.box[3] - 1:
            starts.append(word.start)
    for start, end in pairwise([*starts, len(line.text)]):
        text = line.text[start:end].rstrip()
        yield cut_line(text, start, line.words, line.block, heading=line.heading)


def _signature(lines: list[Line], number: int, after: int) -> Signature | None:
    names = [lines[number].text[after:].strip()]
    words = list(lines[number].words)
    for line in lines[number + 1 : number + 1 + _MOST_LINES]:
        text = line.text.strip()
        begins = not any(names) and _NAME.fullmatch(text) is not None
        ends = line.heading or text.endswith(".") or _AFTER.match(text) is not None
        if (ends and not begins) or len(text.split()) > _MOST_WORDS:
            break
        if not _SIGNED.match(text):
            names.append(_COPIES.sub("", text))
        words += line.words
    names = [name for name in names if name]
    if not names or _NAME.fullmatch(names[0]) is None:
        return None
    name, *title = names[0].split(", ", 1) if len(names) == 1 else names
    return Signature(name=name, title=_title(title) if title else None, words=tuple(words))


def _title(lines: list[str]) -> str:
    """A title's lines: "Director" + "Public Works" are two parts, a line that ends in a comma or small word goes on."""
    title = lines[0]
    for before, line in pairwise(lines):
        runs_on = before.endswith((",", "&", " of", " and", " for")) or re.search(r", \w+$", before)
        title += f" {line}" if runs_on else f", {line}"
    return title
