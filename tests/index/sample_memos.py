"""Memos made by hand, as the reading rooms would hand them over. Every place is real: the words have their offsets."""

import datetime
import re
from hashlib import sha256

from records.document import Block, Document, FootnoteMark, Page, Problem, span_to_places
from records.facts import Project
from records.memo import Letterhead, Memo, Section
from records.table import Cell, Table
from records.word import Word

TOPICS = ("ferry landing", "storm drains", "library roof", "parking meters", "tree census", "radio towers")


def words(text: str, page: int = 1) -> tuple[Word, ...]:
    return tuple(
        Word(start=m.start(), end=m.end(), source=m.group(), page=page, box=(72.0, 72.0, 300.0, 84.0))
        for m in re.finditer(r"\S+", text)
    )


def block(kind: str, text: str, *, page: int = 1, **more: object) -> Block:
    return Block(kind=kind, text=text, page=page, words=words(text, page), **more)


def table_of(*rows: tuple[str, ...], header_rows: int = 1) -> Table:
    cells = tuple(
        Cell(row=r, column=c, text=text, page=1, words=words(text))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(
        cells=cells,
        rows=len(rows),
        columns=len(rows[0]),
        header_rows=header_rows,
        pages=(1,),
        method="ruled",
        confidence=1.0,
    )


def memo_of(
    blocks: tuple[Block, ...],
    *,
    memo_id: str = "harbor-2030-05-06",
    date: datetime.date | None = datetime.date(2030, 5, 6),
    body: str | None = "Harbor Committee",
    tables: tuple[Table, ...] = (),
    file: str = "Harbor May.pdf",
    projects: tuple[tuple[str, str], ...] = (),
    problems: tuple[Problem, ...] = (),
) -> tuple[Memo, bytes]:
    """The memo and the bytes that it claims to have been read from."""
    original = repr((memo_id, blocks, tables, projects)).encode()
    document = Document(
        file=file,
        sha256=sha256(original).hexdigest(),
        media="pdf",
        pages=(Page(number=1, width=612, height=792),),
        blocks=blocks,
        tables=tables,
        problems=problems,
    )
    memo = Memo(
        id=memo_id,
        letterhead=_letterhead(document, memo_id, date, body),
        sections=_sections(blocks),
        projects=tuple(_project(name, status, document, memo_id, date) for name, status in projects),
        document=document,
    )
    return memo, original


def numbered_memo(number: int, *, version: int = 1) -> tuple[Memo, bytes]:
    """Memo ``number`` of an endless series, each with its own words."""
    topic = TOPICS[number % len(TOPICS)]
    date = datetime.date(2020 + number // 12, number % 12 + 1, 5)
    blocks = [
        block("paragraph", "TO: Harbor Committee\nFROM: Ada Quill"),
        block("paragraph", f"DATE: {date:%B} {date.day}, {date.year}"),
        block("heading", "Analysis", level=1),
    ]
    for part in range(4):
        text = f"Work on the {topic} number {number} went through phase {part} in version {version}. "
        blocks.append(block("paragraph", text + f"Crew {number * 7 + part} spent ${number + 1}.{part} million there."))
    return memo_of(
        tuple(blocks),
        memo_id=f"harbor-{number:04d}",
        date=date,
        projects=((f"{topic} {number}", "green"), (f"{topic} survey {number}", "red")),
    )


def marks(*pairs: tuple[str, int]) -> tuple[FootnoteMark, ...]:
    return tuple(FootnoteMark(mark=mark, offset=offset) for mark, offset in pairs)


def _letterhead(document: Document, memo_id: str, date: datetime.date | None, body: str | None) -> Letterhead:
    places = []
    for item in document.blocks:
        for line in re.finditer(r"[^\n]+", item.text):
            name = {"TO": "to", "FROM": "from_", "DATE": "date", "SUBJECT": "subject"}.get(line.group().split(":")[0])
            if name and item.kind == "paragraph":
                span = span_to_places(item, *line.span(), document=document, memo=memo_id, section=None)
                places.append((name, span[0]))
    return Letterhead(body=body, to=body, from_="Ada Quill", subject="Works", date=date, places=tuple(places))


def _sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    starts = [n for n, item in enumerate(blocks) if item.kind == "heading"]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    found: list[Section] = []
    trail: list[tuple[int, str]] = []
    for first, last in zip(starts, [*starts[1:], len(blocks)], strict=True):
        head = blocks[first]
        title, level = (head.text, head.level or 1) if head.kind == "heading" else ("", 0)
        trail = [*(step for step in trail if step[0] < level), (level, title)] if title else []
        found.append(
            Section(
                title=title,
                level=level,
                page=head.page,
                trail=tuple(name for _, name in trail),
                first=first,
                last=last,
            )
        )
    return tuple(found)


def _project(name: str, status: str, document: Document, memo_id: str, date: datetime.date | None) -> Project:
    place = span_to_places(document.blocks[0], 0, 3, document=document, memo=memo_id, section=None)
    return Project(project=name, status=status, status_text=status.upper(), memo=memo_id, as_of=date, places=place)
