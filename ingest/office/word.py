"""A Word file (DOCX) -> a ``Document``: its text and tables by the structure that the file declares.

A Word file has no pages until it is printed: everything stands on page 1. Nothing that it links to is fetched, and no
macro is run. What it holds but does not show as text is listed among the problems.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ingest.office.archive import damaged
from ingest.office.word_blocks import WordBlocks, pieces_to_drafts
from ingest.office.word_lists import Lists
from ingest.office.word_styles import Element, Styles
from ingest.office.word_text import WordText
from ingest.text.draft import Draft, drafts_to_blocks
from ingest.text.line_splits import split_lines
from ingest.text.loose_headings import mark_headings
from records.document import Block, Document, Page, Problem

_LABEL = re.compile(r"(to|from)\s?:", re.IGNORECASE)
_UNREAD = {
    "deleted_text": (
        "{} passage(s) deleted with tracked changes were left out; insertions were read as accepted.",
        False,
    ),
    "hidden_text": ("{} stretch(es) of hidden text were left out.", False),
    "picture": ("{} picture(s) or chart(s) were not looked at.", False),
    "comment": ("{} comment(s) were not read.", False),
    "symbol": ("{} symbol(s) of a picture font were not read.", True),
    "equation": ("{} equation(s) were not read.", True),
    "embedded": ("{} embedded object(s) were not read.", True),
    "footnote": ("{} footnote(s) have a mark but no text.", True),
}


def read_docx(path: Path, *, name: str, sha256: str) -> Document:
    """Read a DOCX file. Raises ``InputError`` with the code ``damaged`` where a part that it needs is not there."""
    word = _open(path, name)
    reader = WordBlocks(
        text=WordText(styles=Styles(_root(word, "styles"))),
        lists=Lists(_root(word, "numbering")),
        notes={(kind, key): note for kind in ("footnote", "endnote") for key, note in _notes(word, kind)},
    )
    running = list(_running_lines(word, reader))
    head = running if _is_letterhead(running) else []
    pieces = [*head, *reader.read(word.element.body)]
    source = reader.text.tape.source()
    drafts = mark_headings(split_lines(pieces_to_drafts(pieces, source)))
    blocks, tables = drafts_to_blocks(drafts, source)
    return Document(
        file=name,
        sha256=sha256,
        media="docx",
        pages=(Page(number=1, width=None, height=None),),
        blocks=blocks,
        tables=tables,
        problems=tuple(_problems(reader.text.unread)),
        furniture=_once(drafts_to_blocks(pieces_to_drafts([] if head else running, source), source)[0]),
    )


def _open(path: Path, name: str) -> WordFile:
    """The libraries below report damage by whatever went wrong; all of it is the file's."""
    try:
        word = docx.Document(str(path))
        if word.element.body is None:
            raise damaged(name, " (it has no body)")
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, SyntaxError, OSError,
            zipfile.BadZipFile) as error:  # fmt: skip
        raise damaged(name) from error
    return word


def _root(word: WordFile, kind: str) -> Element | None:
    """The root element of the part of this kind, where the file has one."""
    part = next((rel.target_part for rel in word.part.rels.values() if _is_kind(rel, kind)), None)
    if part is None:
        return None
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _is_kind(relationship: Any, kind: str) -> bool:
    """Links out of the file have no part."""
    return not relationship.is_external and str(relationship.reltype).endswith(f"/{kind}")


def _notes(word: WordFile, kind: str) -> Iterator[tuple[str, Element]]:
    root = _root(word, f"{kind}s")
    for note in () if root is None else root.iterchildren(qn(f"w:{kind}")):
        if note.get(qn("w:type"), "normal") == "normal":
            yield str(note.get(qn("w:id"))), note


def _is_letterhead(lines: Sequence[Draft]) -> bool:
    """A memo's ``TO:`` and ``FROM:`` may stand in its page header; they are its text all the same."""
    labels = {found[1].lower() for line in lines if (found := _LABEL.match(line.text.strip()))}
    return {"to", "from"} <= labels


def _running_lines(word: WordFile, reader: WordBlocks) -> Iterator[Draft]:
    """The paragraphs of headers and footers, those in their tables too."""
    for relationship in word.part.rels.values():
        if _is_kind(relationship, "header") or _is_kind(relationship, "footer"):
            part = relationship.target_part
            root = part.element if hasattr(part, "element") else parse_xml(part.blob)
            for paragraph in root.iter(qn("w:p")):
                draft = reader.paragraph_to_draft(paragraph)
                if draft is not None:
                    yield draft
    reader.text.boxes.clear()
    reader.text.unread.clear()


def _once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple({block.text: block for block in reversed(blocks)}.values())[::-1]


def _problems(unread: Counter[str]) -> Iterator[Problem]:
    for kind, (message, loses_text) in _UNREAD.items():
        if unread[kind]:
            yield Problem(kind=kind, page=None, message=message.format(unread[kind]), loses_text=loses_text)
