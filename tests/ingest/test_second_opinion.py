"""A second reader's disagreement becomes a problem with its page; ordinary differences between readers do not."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.pdf.second_opinion import letters, lost_letters, numbers_to_text, with_second_opinion
from records.document import Block, Document, Page, Problem
from records.table import Cell, Table
from records.word import Word

LINES = (
    "The north pier opens in May and the ferry returns in June.",
    "The south pier stays closed until the divers have been there.",
)


def write_pdf(path: Path, pages: int) -> Path:
    canvas = Canvas(str(path))
    for _ in range(pages):
        for row, line in enumerate(LINES):
            canvas.drawString(72, 700 - 20 * row, line)
        canvas.showPage()
    canvas.save()
    return path


def document_of(*, pages: int, lines: tuple[str, ...] = LINES, on: int | None = None) -> Document:
    """A reading of that file with ``lines`` on page ``on`` (or on all) and everything on the others."""
    blocks = []
    for page in range(1, pages + 1):
        for line in lines if on in (None, page) else LINES:
            word = Word(start=0, end=len(line), source=line, page=page)
            blocks.append(Block(kind="paragraph", text=line, page=page, words=(word,)))
    sizes = tuple(Page(number=number, width=595.0, height=842.0) for number in range(1, pages + 1))
    return Document(file="pier.pdf", sha256="0" * 64, media="pdf", pages=sizes, blocks=tuple(blocks))


def problems(document: Document, path: Path) -> list[tuple[str, int | None]]:
    return [(problem.kind, problem.page) for problem in with_second_opinion(document, path).problems]


def test_a_whole_reading_raises_no_alarm(tmp_path: Path) -> None:
    assert problems(document_of(pages=2), write_pdf(tmp_path / "pier.pdf", 2)) == []


def test_pages_that_only_the_second_reader_sees_are_named(tmp_path: Path) -> None:
    checked = with_second_opinion(document_of(pages=1), write_pdf(tmp_path / "pier.pdf", 4))
    (problem,) = checked.problems
    assert (problem.kind, problem.page, problem.loses_text) == ("second_opinion", 2, True)
    assert "pages 2-4" in problem.message


def test_a_line_that_the_document_does_not_hold_is_noticed_on_its_page(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "pier.pdf", 3)
    assert problems(document_of(pages=3, lines=LINES[:1], on=2), path) == [("second_opinion", 2)]


def test_a_running_head_that_was_set_aside_is_no_loss(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "pier.pdf", 3)
    document = document_of(pages=3, lines=LINES[:1])
    head = Block(kind="paragraph", text=LINES[1], page=1, words=(Word(start=0, end=5, source=LINES[1], page=1),))
    assert problems(replace(document, furniture=(head,)), path) == []


def test_a_column_of_row_numbers_that_was_left_out_is_no_loss(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "pier.pdf"))
    for row in range(1, 15):
        canvas.drawString(72, 700 - 20 * row, f"{row} Pier")
    canvas.showPage()
    canvas.save()
    word = Word(start=0, end=4, source="Pier", page=1)
    cells = tuple(Cell(row=row, column=0, text="Pier", page=1, words=(word,)) for row in range(1, 15))
    table = Table(
        cells=cells, rows=15, columns=1, header_rows=1, pages=(1,), method="ruled", confidence=0.9, numbered=True
    )
    document = replace(document_of(pages=1, lines=()), tables=(table,))
    assert problems(document, tmp_path / "pier.pdf") == []
    (problem,) = with_second_opinion(
        replace(document, tables=(replace(table, numbered=False),)), tmp_path / "pier.pdf"
    ).problems
    assert problem.kind == "second_opinion"


def test_text_left_out_because_the_page_hides_it_is_said_already(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "pier.pdf", 1)
    hidden = Problem(kind="hidden_text", page=1, message="Left out.")
    assert problems(replace(document_of(pages=1, lines=LINES[:1]), problems=(hidden,)), path) == [("hidden_text", 1)]


def test_a_file_the_second_reader_cannot_open_is_unchecked(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing else")
    assert problems(document_of(pages=1), tmp_path / "broken.pdf") == [("second_opinion", None)]


@pytest.mark.parametrize(
    ("first", "second", "lost"),
    [
        ("The office opens", "The oﬃce opens", 0),
        ("long-term", "long\x02term", 0),
        ("Page text and figures", "Page text and figures 12", 0),
        ("", "A line of text", 11),
        ("(cid:3)(cid:4)(cid:5)", "The pier opens in May", 15),
        ("More than the other reads", "More than", 0),
    ],
)
def test_readers_may_differ_in_signs_and_ligatures_but_not_in_words(first: str, second: str, lost: int) -> None:
    assert lost_letters(letters(first), letters(second)) == lost


@given(st.text(max_size=300), st.text(max_size=300))
def test_what_both_readers_see_is_never_lost(shared: str, more: str) -> None:
    assert lost_letters(letters(shared + " " + more), letters(shared)) == 0


@given(st.text(alphabet="abcdefghij", min_size=9, max_size=400))
def test_everything_is_lost_if_nothing_was_read(text: str) -> None:
    assert lost_letters(Counter(), letters(text)) == len(text)


@pytest.mark.parametrize(
    ("numbers", "text"), [([3], "page 3"), ([2, 3, 4], "pages 2-4"), ([7, 2, 3, 9], "pages 2-3, 7, 9")]
)
def test_page_numbers_are_written_as_runs(numbers: list[int], text: str) -> None:
    assert numbers_to_text(numbers) == text
