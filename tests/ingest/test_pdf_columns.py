"""Reading order loses no word and doubles none, whatever stands on the page."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ingest.pdf.columns import words_to_columns
from ingest.pdf.line import PdfWord
from ingest.pdf.lines import rows_to_lines


@st.composite
def pdf_words(draw: st.DrawFn) -> PdfWord:
    x0, baseline = draw(st.integers(0, 560)), draw(st.integers(20, 760))
    width, size = draw(st.integers(1, 90)), draw(st.sampled_from([6, 8.5, 11, 11, 11, 16]))
    box = (float(x0), baseline - 0.8 * size, float(x0 + width), baseline + 0.2 * size)
    return PdfWord(
        text=draw(st.sampled_from(["word", "2", "TO:", "Date:", "\u2022", "and", "3."])),
        page=1,
        box=box,
        shown=box,
        baseline=float(baseline),
        size=size,
        glued=draw(st.booleans()),
        table=draw(st.sampled_from([None, None, None, None, 0])),
    )


def where(word: PdfWord) -> tuple[object, ...]:
    return word.box, word.text, word.size, word.table


@given(st.lists(pdf_words(), max_size=60))
def test_the_reading_order_is_a_permutation_of_the_words(words: list[PdfWord]) -> None:
    read = [
        word
        for column in words_to_columns(words, right=600)
        for line in rows_to_lines(column.rows, right=column.right)
        for word in line.words
    ]
    assert Counter(map(where, read)) == Counter(map(where, words))


def grid(columns: list[float], rows: int, *, width: float) -> list[PdfWord]:
    """Columns of full lines, five words each; each word says its column and row."""
    words = []
    for column, left in enumerate(columns):
        for row in range(rows):
            for place in range(5):
                x0 = left + place * width / 5
                box = (x0, 100 + row * 13.0, x0 + width / 5 - 3, 111 + row * 13.0)
                text = f"c{column}r{row}"
                words.append(PdfWord(text=text, page=1, box=box, shown=box, baseline=box[3] - 2, size=11))
    return words


def test_three_columns_are_read_from_left_to_right() -> None:
    words = grid([40, 220, 400], 6, width=160)
    read = [word.text for column in words_to_columns(words, right=600) for row in column.rows for word in row]
    assert list(dict.fromkeys(read)) == [f"c{column}r{row}" for column in range(3) for row in range(6)]


def test_one_column_is_one_stretch() -> None:
    assert len(words_to_columns(grid([40], 30, width=500), right=540)) == 1


def cells(texts: list[str], x: float) -> list[PdfWord]:
    """One cell a row, in words of 5 points a letter."""
    words = []
    for row, text in enumerate(texts):
        left = x
        for piece in text.split():
            box = (left, 100 + row * 13.0, left + 5 * len(piece), 111 + row * 13.0)
            words.append(PdfWord(text=piece, page=1, box=box, shown=box, baseline=box[3] - 2, size=11))
            left += 5 * len(piece) + 3
    return words


def test_rows_of_a_table_that_was_not_recognised_stay_whole() -> None:
    names = ["Alder Creek Gauge Renewal Program", "North Side Culvert Relining Works", "Pump House Roof and Windows"]
    dates, sums = ["June 2027", "May 2027", "July 2028"], ["$1,200,000", "$340,000", "$95,500"]
    words = [*cells(names * 3, 72), *cells(dates * 3, 290), *cells(sums * 3, 400)]
    (column,) = words_to_columns(words, right=540)
    lines = rows_to_lines(column.rows, right=540)
    assert [line.text for line in lines[:2]] == [
        "Alder Creek Gauge Renewal Program June 2027 $1,200,000",
        "North Side Culvert Relining Works May 2027 $340,000",
    ]
