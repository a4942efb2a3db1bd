"""Small real memos and a small real library: a few lines of text become a Memo, a shelf of memos can be searched.

The shelf counts shared words where the product's library compares vectors, so that these tests need no model.
"""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from answer.questions.reading.named_projects import project_names
from answer.questions.reading.words import content_words, stem
from records.document import Block, Document, FootnoteMark, Page, words_to_places
from records.identity import Decision
from records.library import MemoEntry
from records.memo import Letterhead, Memo, Section
from records.passage import Hit, Passage, Sentence
from records.place import Place
from records.table import Cell, Table
from records.word import Word

_HEADING = re.compile(r"^(#{1,6}) +(.*)$")
_ITEM = re.compile(r"^(\d+\.|[-*]) +(.*)$")
_FOOTNOTE = re.compile(r"^\[\^(\w+)\]: *(.*)$")
_MARK = re.compile(r"\[\^(\w+)\]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")


def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(start=m.start(), end=m.end(), source=m.group(), page=1) for m in re.finditer(r"\S+", text))


def _block(kind: str, text: str, **more: object) -> Block:
    marks, bold = [], []
    while found := _MARK.search(text):
        marks.append(FootnoteMark(mark=found.group(1), offset=found.start()))
        text = text[: found.start()] + text[found.end() :]
    while found := _BOLD.search(text):
        bold.append((found.start(), found.start() + len(found.group(1))))
        text = text[: found.start()] + found.group(1) + text[found.end() :]
    return Block(kind=kind, text=text, page=1, words=_words(text), marks=tuple(marks), bold=tuple(bold), **more)


def _table(lines: list[str]) -> Table:
    rows = [[c.strip() for c in line.strip("|").split("|")] for line in lines if not set(line) <= set("|-: ")]
    cells = tuple(
        Cell(row=r, column=c, text=text, page=1, words=_words(text))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    width = max(map(len, rows))
    return Table(
        cells=cells, rows=len(rows), columns=width, header_rows=1, pages=(1,), method="markdown", confidence=1.0
    )


def text_to_blocks(text: str) -> tuple[list[Block], list[Table]]:
    blocks: list[Block] = []
    tables: list[Table] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.splitlines()]
        if lines[0].startswith("|"):
            blocks.append(Block(kind="table", text="", page=1, table=len(tables)))
            tables.append(_table(lines))
            continue
        for line in lines:
            if found := _HEADING.match(line):
                blocks.append(_block("heading", found.group(2), level=len(found.group(1))))
            elif found := _FOOTNOTE.match(line):
                blocks.append(_block("footnote", found.group(2), marker=found.group(1)))
            elif found := _ITEM.match(line):
                blocks.append(_block("item", found.group(2), marker=found.group(1)))
            else:
                blocks.append(_block("paragraph", line))
    return blocks, tables


def _sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    heads = [i for i, b in enumerate(blocks) if b.kind == "heading"]
    sections = [Section(title="", level=0, page=1, trail=(), first=0, last=heads[0] if heads else len(blocks))]
    trail: list[tuple[int, str]] = []
    for n, i in enumerate(heads):
        level = blocks[i].level or 1
        trail = [t for t in trail if t[0] < level] + [(level, blocks[i].text)]
        last = heads[n + 1] if n + 1 < len(heads) else len(blocks)
        names = tuple(name for _, name in trail)
        sections.append(Section(title=blocks[i].text, level=level, page=1, trail=names, first=i, last=last))
    return tuple(sections)


def text_to_memo(text: str, *, letterhead: Letterhead | None = None, id: str = "memo", **records: object) -> Memo:
    """Records given as ``projects=[dict, ...]`` get their place from ``quote`` (default: their first line)."""
    blocks, tables = text_to_blocks(text)
    document = Document(
        file=f"{id}.md",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media="markdown",
        pages=(Page(number=1, width=None, height=None),),
        blocks=tuple(blocks),
        tables=tuple(tables),
    )
    letterhead = letterhead or Letterhead(date=date(2031, 5, 20), body="Harbor Committee")
    names = [f for f in Letterhead.__dataclass_fields__ if f != "places" and getattr(letterhead, f)]
    letterhead = replace(letterhead, places=tuple((f, _place(document, id, f"{f}: stated")) for f in names))
    memo = Memo(id=id, letterhead=letterhead, sections=_sections(blocks), document=document)
    made = {}
    for key, values in records.items():
        made[key] = tuple(
            value if not callable(value) else value(id, letterhead.date, lambda q: _place(document, id, q))
            for value in values
        )
    return replace(memo, **made)


def _place(document: Document, memo: str, quote: str) -> Place:
    return Place(memo=memo, file=document.file, page=1, box=None, section=None, quote=quote, sha256=document.sha256)


def memo_to_passages(memo: Memo) -> list[Passage]:
    passages: list[Passage] = []
    for number, section in enumerate(memo.sections):
        sentences: list[Sentence] = []
        for block in memo.document.blocks[section.first : section.last]:
            sentences += _block_sentences(block, memo, section)
        passages += [
            Passage(
                id=f"{memo.id}-{number}-{start}",
                memo=memo.id,
                sha256=memo.document.sha256,
                trail=section.trail,
                sentences=tuple(sentences[start : start + 6]),
            )
            for start in range(0, len(sentences), 6)
        ]
    return passages


def _block_sentences(block: Block, memo: Memo, section: Section) -> list[Sentence]:
    if block.kind == "table":
        assert block.table is not None
        table = memo.document.tables[block.table]
        head = table.grid()[0]
        found = []
        for row in range(table.header_rows, table.rows):
            pairs = [f"{h}: {c.text}" for h, c in zip(head, table.row(row), strict=False) if c.text]
            words = tuple(w for c in table.row(row) for w in c.words)
            places = words_to_places(words, document=memo.document, memo=memo.id, section=section.title)
            found.append(Sentence(text="; ".join(pairs), kind="row", places=places))
        return found
    kind = {"item": "item", "footnote": "footnote", "heading": "heading"}.get(block.kind, "prose")
    texts = _SENTENCE.split(block.text) if kind == "prose" else [block.text]
    return [Sentence(text=t, kind=kind, places=(_place(memo.document, memo.id, t),)) for t in texts]


class Shelf:
    """A library in memory: what ``answer`` needs of the real one, with shared words in the place of vectors."""

    def __init__(self, *memos: Memo) -> None:
        self._memos = {memo.id: memo for memo in memos}

    def memos(self) -> tuple[MemoEntry, ...]:
        return tuple(_entry(memo) for memo in self._memos.values())

    def entry(self, wanted: str) -> MemoEntry:
        return _entry(self._memos[wanted])

    def memo(self, id: str) -> Memo:
        return self._memos[id]

    def names(self, memos: Sequence[str]) -> Sequence[tuple[tuple[str, ...], ...]]:
        return [tuple(map(project_names, self._memos[id].projects)) for id in memos]

    def decisions(self) -> tuple[Decision, ...]:
        return ()

    def search(self, query: str, *, memos: Sequence[str] | None = None, limit: int = 10) -> tuple[Hit, ...]:
        chosen = [m for m in self._memos.values() if memos is None or m.id in memos]
        wanted = Counter(stem(w) for w in content_words(query))
        hits = [_hit(p, wanted) for m in chosen for p in memo_to_passages(m)]
        return tuple(sorted(hits, key=lambda h: -h.score)[:limit])

    def memos_near(self, query: str, *, memos: Sequence[str] | None = None, limit: int = 10) -> Sequence[str]:
        return [hit.passage.memo for hit in self.search(query, memos=memos, limit=limit)]

    def likeness(self, text: str, others: tuple[str, ...]) -> Sequence[float]:
        wanted = Counter(stem(w) for w in content_words(text))
        return [_cosine(other, wanted) for other in others]


def _entry(memo: Memo) -> MemoEntry:
    head, document = memo.letterhead, memo.document
    return MemoEntry(
        id=memo.id, file=document.file, sha256=document.sha256, media=document.media, body=head.body, to=head.to,
        from_=head.from_, subject=head.subject, date=head.date, pages=1, tables=len(document.tables),
        projects=len(memo.projects), problems=0, loses_text=False, added_at=datetime(2031, 1, 1), state="current",
    )  # fmt: skip


def _hit(passage: Passage, wanted: Counter[str]) -> Hit:
    cosines = tuple(_cosine(" ".join((*passage.trail, s.text)), wanted) for s in passage.sentences)
    whole = _cosine(" ".join((*passage.trail, passage.text)), wanted)
    score = (whole + max(cosines, default=0.0)) / 2
    return Hit(passage=passage, score=score, cosine=whole, sentence_cosines=cosines, lexical=whole)


def _cosine(text: str, wanted: Counter[str]) -> float:
    have = Counter(stem(w) for w in content_words(text))
    norm = math.sqrt(sum(v * v for v in have.values())) * math.sqrt(sum(v * v for v in wanted.values()))
    return sum(have[w] * n for w, n in wanted.items()) / norm if norm else 0.0


@pytest.fixture(scope="session")
def memo_of() -> Callable[..., Memo]:
    return text_to_memo


@pytest.fixture(scope="session")
def shelf_of() -> type[Shelf]:
    return Shelf
