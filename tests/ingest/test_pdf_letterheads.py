"""Letterheads as cities set them: labels side by side, values that wrap, columns with a rhythm of their own."""

from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from records.document import Document

Reader = Callable[..., Document]
Spot = tuple[float, float, str]
PROSE = (
    "Crews of the Parks Division walked every culvert on the north side of the creek and logged",
    "the depth of silt at each inlet before the first storm of the season arrived in the fall.",
)


def page(labels: Sequence[Spot], values: Sequence[Spot], *, size: float = 11, bold: bool = True) -> object:
    """Labels and values at their places (``y`` counts down from the first line), prose below."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 18)
        canvas.drawString(72, 745, "MEMORANDUM")
        for font, spots in (("Times-Bold" if bold else "Times-Roman", labels), ("Times-Roman", values)):
            canvas.setFont(font, size)
            for x, y, text in spots:
                canvas.drawString(x, 700 - y, text)
        canvas.setFont("Times-Roman", 11)
        for number, text in enumerate(PROSE):
            canvas.drawString(72, 560 - 13.5 * number, text)

    return draw


def head(document: Document) -> list[str]:
    """The blocks between the title and the prose."""
    return [" ".join(block.text.split()) for block in document.blocks[1:-1]]


@pytest.mark.parametrize("step", [12.5, 16, 20])
def test_both_sides_wrap_under_their_values(read_pages: Reader, step: float) -> None:
    labels = [(72, 0, "TO:"), (320, 0, "FROM:"), (72, 3 * step, "DATE:"), (320, 3 * step, "SUBJECT:")]
    values = [
        (130, 0, "Honorable Mayor and"),
        (130, step, "City Council"),
        (390, 0, "Ilse Brandvold,"),
        (390, step, "Director of Parks"),
        (130, 3 * step, "May 4, 2027"),
        (390, 3 * step, "Culvert Survey and"),
        (390, 4 * step, "Five-Year Plan"),
    ]
    assert head(read_pages(page(labels, values))) == [
        "TO: Honorable Mayor and City Council",
        "FROM: Ilse Brandvold, Director of Parks",
        "DATE: May 4, 2027",
        "SUBJECT: Culvert Survey and Five-Year Plan",
    ]


def test_values_that_wrap_below_their_labels(read_pages: Reader) -> None:
    labels = [(72, 0, "To:"), (330, 0, "Subject:"), (72, 60, "From:"), (330, 60, "Date:")]
    values = [
        (112, 0, "PUBLIC SAFETY AND"),
        (72, 18, "FINANCE COMMITTEE"),
        (380, 0, "CULVERT SURVEY AND"),
        (330, 18, "PLAN FOR THE NORTH SIDE"),
        (330, 36, "INLETS"),
        (112, 60, "Ilse Brandvold"),
        (380, 60, "May 4, 2027"),
    ]
    assert head(read_pages(page(labels, values, bold=False))) == [
        "To: PUBLIC SAFETY AND FINANCE COMMITTEE",
        "Subject: CULVERT SURVEY AND PLAN FOR THE NORTH SIDE INLETS",
        "From: Ilse Brandvold",
        "Date: May 4, 2027",
    ]


def test_columns_with_a_rhythm_of_their_own(read_pages: Reader) -> None:
    labels = [(72, 0, "TO:"), (72, 20, "FROM:"), (72, 40, "DATE:"), (320, 0, "SUBJECT:")]
    values = [
        (130, 0, "City Council"),
        (130, 20, "Ilse Brandvold"),
        (130, 40, "May 4, 2027"),
        (390, 0, "Culvert Survey and"),
        (390, 14, "Five-Year Plan for"),
        (390, 28, "the North Side"),
    ]
    assert sorted(head(read_pages(page(labels, values)))) == [
        "DATE: May 4, 2027",
        "FROM: Ilse Brandvold",
        "SUBJECT: Culvert Survey and Five-Year Plan for the North Side",
        "TO: City Council",
    ]


def test_values_below_labels_side_by_side(read_pages: Reader) -> None:
    labels = [(72, 0, "TO:"), (320, 0, "FROM:"), (72, 40, "SUBJECT:"), (320, 40, "DATE:")]
    values = [
        (72, 14, "Mayor and City Council"),
        (320, 14, "Ilse Brandvold"),
        (72, 54, "Culvert Survey"),
        (320, 54, "May 4, 2027"),
    ]
    assert head(read_pages(page(labels, values))) == [
        "TO: Mayor and City Council",
        "FROM: Ilse Brandvold",
        "SUBJECT: Culvert Survey",
        "DATE: May 4, 2027",
    ]


def test_labels_in_a_column_of_their_own_and_a_value_set_wide(read_pages: Reader) -> None:
    labels = [(98, 0, "To:"), (84, 22, "From:"), (72, 44, "Subject:")]
    values = [
        (130, 0, "Honorable Mayor and City Council"),
        (130, 22, "Ilse Brandvold"),
        (130, 44, "Culvert Survey and Five-Year Plan for the"),
        (130, 62, "North Side Inlets"),
    ]
    assert head(read_pages(page(labels, values))) == [
        "To: Honorable Mayor and City Council",
        "From: Ilse Brandvold",
        "Subject: Culvert Survey and Five-Year Plan for the North Side Inlets",
    ]


def test_labels_without_a_colon_stay_on_the_lines_of_their_values(read_pages: Reader) -> None:
    labels = [(72, 0, "TO"), (72, 14, "FROM"), (72, 28, "DATE")]
    values = [(150, 0, "Mayor and City Council"), (150, 14, "Ilse Brandvold"), (150, 28, "May 4, 2027")]
    (block,) = read_pages(page(labels, values)).blocks[1:-1]
    assert block.text == "TO Mayor and City Council\nFROM Ilse Brandvold\nDATE May 4, 2027"


def test_a_heading_below_a_letterhead_is_no_part_of_its_last_value(read_pages: Reader) -> None:
    labels = [(72, 0, "TO:"), (320, 0, "FROM:"), (72, 20, "SUMMARY")]
    values = [(130, 0, "City Council"), (390, 0, "Ilse Brandvold")]
    document = read_pages(page(labels, values))
    assert head(document) == ["TO: City Council", "FROM: Ilse Brandvold", "SUMMARY"]
    assert document.blocks[-2].kind == "heading"


def test_a_label_of_the_right_column_alone_in_its_row(read_pages: Reader) -> None:
    labels = [(72, 0, "TO:"), (320, 0, "DATE:"), (320, 24, "SUBJECT:"), (72, 40, "FROM:")]
    values = [
        (140, 0, "Mayor and"),
        (140, 16, "City Council"),
        (390, 0, "May 4, 2027"),
        (390, 24, "Culvert Survey and"),
        (390, 40, "Five-Year Plan"),
        (140, 40, "Ilse Brandvold"),
    ]
    assert head(read_pages(page(labels, values))) == [
        "TO: Mayor and City Council",
        "DATE: May 4, 2027",
        "SUBJECT: Culvert Survey and Five-Year Plan",
        "FROM: Ilse Brandvold",
    ]
