"""The labelled lines above and below a memo's text, as they stand: "Via: ...", "cc: ...", "Enclosures: ...".

The letterhead keeps the fields that every memo has; these are all that the sheet carries, with their labels, from
lines, from a table that serves as a letterhead, and from the lines that close the memo. A label that nobody knows is
read at the top only, where nothing but labels stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from answer.questions.tables.table_answers import cell_places
from extract.language.sentences import split_sentences
from records.document import Block, span_to_places
from records.memo import Memo
from records.place import Place
from records.table import Cell, Table

Role = Literal[
    "copy", "attachment", "via", "reviewed", "period", "action", "prepared", "approved", "contact", "to", "from",
    "sent", "meeting", "item", "subject", "other",
]  # fmt: skip
_LABELS: tuple[tuple[Role, str], ...] = (
    ("copy", r"c\.?c\.?|cop(?:y|ies)(?: to)?|distribution"),
    ("attachment", r"(?:attachment|enclosure|exhibit|annexe?|encl)s?\.?|appendi(?:x|ces)|attached"
r"|(?:attachment|enclosure|exhibit|annexe?|appendix) (?:[A-Z]|\d{1,2}|[IVX]{1,4})"),
    ("via", r"via|through|thru"),
    ("reviewed", r"(?:reviewed|checked|examined)(?: by)?|reviewers?"),
    ("period", r"(?:reporting |report )?period(?: covered)?|period of report|(?:time|period) covered"),
    ("action", r"(?:requested |recommended )?action(?: requested| required| sought)?|decision (?:sought|required)"
r"|request(?:ed)?(?: of the \w+)?"),
    ("prepared", r"(?:prepared|drafted|written|compiled)(?: by)?|(?:report )?authors?|preparer"),
    ("approved", r"(?:approved|authori[sz]ed|released|cleared)(?: by)"),
    ("contact", r"(?:\w+ )?contacts?(?: person| officer)?|(?:for )?(?:questions|inquiries|enquiries)"
r"|(?:for )?(?:more|further) information"),
    ("to", r"to|addressees?|(?:prepared|submitted) (?:for|to)"),
    ("from", r"from|(?:submitted|sent|presented|signed)(?: by)?"),
    ("sent", r"transmitted|(?:date )?(?:sent|issued)|date of issue"),
    ("meeting", r"(?:\w+ )?meeting(?: date| of| day)?|date of (?:the )?meeting|(?:\w+ )?committee date"
r"|hearing(?: date)?|(?:\w+ )?committee"),
    ("item", r"(?:agenda )?item(?: no\.?| number)?"),
    ("subject", r"subject|re|topic|(?:report )?title|regarding"),
)  # fmt: skip
_ROLES = tuple((role, re.compile(rf"(?:{pattern})", re.IGNORECASE)) for role, pattern in _LABELS)
_CLOSING = ("copy", "attachment", "via", "reviewed", "prepared", "approved", "contact")
"""What may stand below a memo's text too."""
_LABELLED = re.compile(r"^\s*(?P<label>[A-Za-z][\w .’'()/&-]{0,38}?)\s*(?::|\s[–—-]\s)\s*(?P<value>\S.*)$")
_CLOSING_LABELS = "|".join(pattern for role, pattern in _LABELS if role in _CLOSING)
_BEGINS_ANEW = re.compile(rf"(?<=\s)(?=(?:{_CLOSING_LABELS}): )", re.IGNORECASE)
"""Where a line that ran on carries a second label: "Enclosures: Map cc: Harbor Office"."""
_NAMES_ATTACHMENT = re.compile(r"(?:Attachment|Enclosure|Exhibit|Annexe?|Appendix) (?:[A-Z]|\d{1,2}|[IVX]{1,4})\b")
_HEAD_BLOCKS, _TAIL_BLOCKS, _PROSE_WORDS, _VALUE_WORDS = 12, 8, 30, 20


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A label, what stands after it, and where."""

    role: Role
    label: str
    value: str
    places: tuple[Place, ...]


def memo_to_head_lines(memo: Memo) -> tuple[HeadLine, ...]:
    """ "VIA: Dana Ortiz, Harbor Master" above the text and "cc: Port Office" below it."""
    blocks = memo.document.blocks
    head = _head_end(blocks)
    found = [line for block in blocks[:head] for line in _block_lines(memo, block, closing=False)]
    tail = max(head, len(blocks) - _TAIL_BLOCKS)
    for number, block in enumerate(blocks[tail:], start=tail):
        found += _block_lines(memo, block, closing=True)
        if block.kind == "heading" and _role(block.text.strip(" :")) == "attachment":
            found += (_whole(memo, one) for one in blocks[number + 1 :] if one.kind in ("paragraph", "item"))
    return tuple(dict.fromkeys(found))


def _head_end(blocks: tuple[Block, ...]) -> int:
    """The number of the first block of running text."""
    for number, block in enumerate(blocks[:_HEAD_BLOCKS]):
        lines = block.text.split("\n")
        if block.kind == "paragraph" and len(lines) == 1 and len(block.text.split()) >= _PROSE_WORDS:
            return number
    return min(_HEAD_BLOCKS, len(blocks))


def _block_lines(memo: Memo, block: Block, *, closing: bool) -> Iterator[HeadLine]:
    if block.table is not None:
        if not closing:
            yield from _table_lines(memo, memo.document.tables[block.table])
        return
    if block.kind == "heading":
        return
    for start, end in _pieces(block.text):
        found = _LABELLED.match(block.text[start:end])
        role = _role(found["label"]) if found else "other"
        if found and (role != "other" if not closing else role in _CLOSING):
            yield _line(memo, block, role, found["label"], start + found.start("value"), end)
        elif found and not closing and len(found["value"].split()) <= _VALUE_WORDS:
            yield _line(memo, block, "other", found["label"], start + found.start("value"), end)
        elif closing:
            yield from _named_attachments(memo, block, start, end)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The lines, each cut before a second label."""
    at = 0
    for line in text.split("\n"):
        cuts = [0, *(found.start() for found in _BEGINS_ANEW.finditer(line) if found.start()), len(line)]
        for first, last in pairwise(cuts):
            yield at + first, at + last
        at += len(line) + 1


def _named_attachments(memo: Memo, block: Block, start: int, end: int) -> Iterator[HeadLine]:
    """ "Attachment B is the test log." among the last lines."""
    for first, last in split_sentences(block.text[start:end]):
        if _NAMES_ATTACHMENT.match(block.text[start + first : start + last]):
            yield _line(memo, block, "attachment", "", start + first, start + last)


def _line(memo: Memo, block: Block, role: Role, label: str, start: int, end: int) -> HeadLine:
    places = span_to_places(block, start, end, document=memo.document, memo=memo.id, section=None)
    shown = f"{label}: " if _NAMES_ATTACHMENT.fullmatch(label) else ""
    return HeadLine(role, label, f"{shown}{' '.join(block.text[start:end].split())}", places)


def _whole(memo: Memo, block: Block) -> HeadLine:
    return _line(memo, block, "attachment", "", 0, len(block.text))


def _role(label: str) -> Role:
    return next((role for role, pattern in _ROLES if pattern.fullmatch(label.strip())), "other")


def _table_lines(memo: Memo, table: Table) -> Iterator[HeadLine]:
    """A table of labels and values, down its sides or across its first row; any other table gives nothing."""
    rows = [table.row(number) for number in range(table.rows)]
    pairs = [
        (label, value) for row in rows for label, value in zip(row[::2], row[1::2], strict=False) if len(row) % 2 == 0
    ]
    across = list(zip(rows[0], rows[1], strict=False)) if table.rows == 2 else []
    for some in (across, pairs):
        known = [label for label, _ in some if _role(_label(label)) != "other"]
        if len(known) >= max(2, len(some) // 3):
            yield from (_cell_line(memo, label, value) for label, value in some if value.text.strip() and label.text)
            return


def _cell_line(memo: Memo, label: Cell, value: Cell) -> HeadLine:
    places = (*cell_places(memo, label), *cell_places(memo, value))
    return HeadLine(_role(_label(label)), _label(label), " ".join(value.text.split()), places)


def _label(cell: Cell) -> str:
    return cell.text.strip().rstrip(": ")
