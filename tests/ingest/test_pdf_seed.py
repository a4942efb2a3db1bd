"""The real memo, typeset as a PDF: what its Markdown says must be found in the PDF's blocks, each word in its place."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.pdf.document import read_pdf
from records.document import Block, Document, span_to_places

SEED = Path(__file__).parents[3] / "shared" / "seed" / "memo-2026-03-26.md"


@pytest.fixture(scope="module")
def memo(seed_pdf: Path) -> Document:
    return read_pdf(seed_pdf, name="memo.pdf", sha256="0" * 64, max_pages=50)


@pytest.fixture(scope="module")
def markdown() -> str:
    if not SEED.exists():
        pytest.skip("the real memo is not here")
    return SEED.read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Without Markdown's signs, white space folded."""
    text = re.sub(r"</?su[pb]>|</?b>|[*#\\]", "", text)
    return " ".join(re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text).split())


def of_kind(document: Document, kind: str) -> list[Block]:
    return [block for block in document.blocks if block.kind == kind]


def test_every_heading_of_the_memo_is_a_heading_or_a_caption(memo: Document, markdown: str) -> None:
    wanted = [plain(line) for line in markdown.splitlines() if line.startswith("#")]
    found = [block.text for block in memo.blocks if block.kind in ("heading", "caption")]
    assert [title for title in wanted if title not in found] == []


def test_headings_in_capitals_stand_above_those_in_bold_and_those_above_italics(memo: Document) -> None:
    levels = [block.level for block in of_kind(memo, "heading") if block.text.isupper()]
    others = [block.level for block in of_kind(memo, "heading") if not block.text.isupper() and block.page > 1]
    assert len(set(levels)) == 1
    assert min(level for level in others if level) > (levels[0] or 0)


def test_every_paragraph_of_the_markdown_is_in_the_blocks_unbroken(memo: Document, markdown: str) -> None:
    texts = {plain(block.text) for block in memo.blocks}
    whole = " ".join(texts)
    wanted = [plain(part) for part in re.split(r"\n\s*\n", markdown) if part[:1].isalpha() and "\t" not in part]
    prose = [re.sub(r"(?<=[.a-z])\d(?= )", "", text) for text in wanted if text.endswith(".")]
    assert [text for text in prose if text not in whole] == []


def test_running_heads_are_nowhere_in_the_text(memo: Document) -> None:
    assert not any(re.fullmatch(r"Page \d+", block.text) for block in memo.blocks)
    assert sum(block.text.startswith("Subject:") for block in memo.blocks) == 0
    assert any(block.text == "Page 2" for block in memo.furniture)


def test_footnotes_have_their_marks_in_the_text(memo: Document, markdown: str) -> None:
    notes = [block.marker for block in of_kind(memo, "footnote")]
    marks = [mark.mark for block in memo.blocks for mark in block.marks]
    assert notes == marks == re.findall(r"^<sup>(\d)</sup>", markdown, re.MULTILINE)


def test_list_items_keep_their_numbers(memo: Document, markdown: str) -> None:
    wanted = re.findall(r"^(?:- )?(\d\.) ", markdown, re.MULTILINE)
    assert [block.marker for block in of_kind(memo, "item") if block.marker != "\u2022"] == wanted


def test_the_table_stands_in_place_with_the_title_above_it(memo: Document, markdown: str) -> None:
    (table,) = memo.tables
    number = next(n for n, block in enumerate(memo.blocks) if block.table == 0)
    assert table.title == memo.blocks[number - 1].text
    assert plain(markdown).count(table.title or "?") == 1
    assert (table.rows, table.columns, table.numbered) == (3, 4, True)


def test_words_cover_the_text_by_their_offsets(memo: Document) -> None:
    for block in memo.blocks:
        ends = [0, *(word.end for word in block.words)]
        for end, word in zip(ends, block.words, strict=False):
            assert word.end > word.start >= end
            assert block.text[word.start : word.end] == word.source.removesuffix("-") or (
                block.text[word.start : word.end] == word.source
            )
        assert "".join(block.text[w.start : w.end] for w in block.words) == "".join(block.text.split())
        assert all(0 <= mark.offset <= len(block.text) for mark in block.marks)


def test_the_words_of_a_quote_stand_inside_its_box(memo: Document, seed_pdf: Path) -> None:
    """PDFium, which had no part in the reading, finds the quote's words in the box."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(seed_pdf)
    try:
        pages = [pdf[index].get_textpage() for index in range(len(pdf))]
        for quote, page, (x0, top, x1, bottom) in _quotes(memo):
            height = pdf[page - 1].get_height()
            seen = pages[page - 1].get_text_bounded(x0 - 0.5, height - bottom - 0.5, x1 + 0.5, height - top + 0.5)
            missing = [word for word in quote.split() if word not in seen.replace("\ufffe", "-")]
            assert missing == [], (quote, seen)
    finally:
        pdf.close()


def _quotes(memo: Document) -> Iterator[tuple[str, int, tuple[float, float, float, float]]]:
    for block in memo.blocks:
        for start in range(0, len(block.text), 60):
            for place in span_to_places(block, start, start + 40, document=memo, memo=None, section=None):
                assert place.box is not None
                yield place.quote, place.page, place.box


def test_a_paragraph_over_a_page_break_has_a_place_on_either_page(memo: Document) -> None:
    broken = [block for block in memo.blocks if len({word.page for word in block.words}) == 2]
    assert broken
    for block in broken:
        places = span_to_places(block, 0, len(block.text), document=memo, memo=None, section=None)
        assert [place.page for place in places] == [block.page, block.page + 1]


def test_no_letter_of_a_page_is_lost(memo: Document, seed_pdf: Path) -> None:
    """Every letter that PDFium finds on a page is in a block, a table or the furniture."""
    import pypdfium2

    furniture = Counter(char for block in memo.furniture for char in block.text)
    words = [word for block in memo.blocks for word in block.words]
    words += [word for table in memo.tables for cell in table.cells for word in cell.words]
    pdf = pypdfium2.PdfDocument(seed_pdf)
    try:
        for page in memo.pages:
            read = Counter(char for word in words if word.page == page.number for char in word.source)
            seen = Counter(char for char in pdf[page.number - 1].get_textpage().get_text_range() if char.isalpha())
            assert seen - read - furniture == Counter()
    finally:
        pdf.close()
