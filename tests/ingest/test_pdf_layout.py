"""Small PDFs drawn line by line, each with one thing that real memos do."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.pdf import read_pdf
from records.document import Block, Document
from records.errors import InputError

Draw = Callable[[Canvas], None]
LEFT, TOP, STEP = 72, 720, 13.5
LOREM = (
    "Crews from the Parks Division walked every culvert on the north side of Alder Creek and logged the depth of silt "
    "at each inlet before the first storm of the season arrived in late October of that year."
)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Document]:
    """Draw each page with a function and read the file."""

    def draw_and_read(*pages: Draw, **options: object) -> Document:
        path = tmp_path / "memo.pdf"
        canvas = Canvas(str(path), pagesize=letter, **options)
        for draw in pages:
            canvas.setFont("Times-Roman", 11)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return read_pdf(path, name="memo.pdf", sha256="0" * 64, max_pages=50)

    return draw_and_read


Reader = Callable[..., Document]


def lines(
    texts: Sequence[str], *, x: float = LEFT, y: float = TOP, font: str = "Times-Roman", size: float = 11
) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for number, text in enumerate(texts):
            canvas.drawString(x, y - number * STEP, text)

    return draw


def both(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for part in draws:
            part(canvas)

    return draw


def wrapped(text: str, width: int) -> list[str]:
    """Lines of about ``width`` characters."""
    done: list[str] = [""]
    for word in text.split():
        if len(done[-1]) + len(word) > width:
            done.append("")
        done[-1] = f"{done[-1]} {word}".strip()
    return done


def texts(document: Document, kind: str | None = None) -> list[str]:
    return [block.text for block in document.blocks if kind is None or block.kind == kind]


def only(document: Document, kind: str) -> Block:
    (block,) = [block for block in document.blocks if block.kind == kind]
    return block


def test_lines_of_a_paragraph_become_one_text(read: Reader) -> None:
    document = read(lines(wrapped(LOREM, 90)))
    assert texts(document) == [LOREM]


def test_labels_side_by_side_become_blocks_of_their_own_with_their_second_lines(read: Reader) -> None:
    document = read(
        both(
            lines(["TO: HONORABLE MAYOR", "AND CITY COUNCIL"]),
            lines(["FROM: Wanda Okonjo"], x=300),
            lines(["SUBJECT: Creek Report"], y=TOP - 40),
            lines(["DATE: May 4, 2027"], x=300, y=TOP - 40),
            lines(wrapped(LOREM, 90), y=TOP - 90),
        )
    )
    assert texts(document)[:4] == [
        "TO: HONORABLE MAYOR\nAND CITY COUNCIL",
        "FROM: Wanda Okonjo",
        "SUBJECT: Creek Report",
        "DATE: May 4, 2027",
    ]


def test_a_label_column_is_no_column_of_prose(read: Reader) -> None:
    labels = lines(["TO:", "FROM:", "RE:", "DATE:"])
    values = lines(["City Council of Alder Falls", "Wanda Okonjo, Clerk", "Creek Report", "May 4, 2027"], x=150)
    document = read(both(labels, values))
    assert texts(document) == [
        "TO: City Council of Alder Falls",
        "FROM: Wanda Okonjo, Clerk",
        "RE: Creek Report",
        "DATE: May 4, 2027",
    ]


def test_columns_are_read_one_after_the_other(read: Reader) -> None:
    left = lines(wrapped("Left " + LOREM, 42), y=TOP - 40)
    right = lines(wrapped("Right " + LOREM, 42), x=320, y=TOP - 40)
    document = read(both(lines(["Report on the Creek"], font="Times-Bold", size=16), left, right))
    assert texts(document) == ["Report on the Creek", "Left " + LOREM, "Right " + LOREM]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(read: Reader) -> None:
    text = f"{LOREM[:-1]}, {LOREM}"
    words = wrapped(text, 42)
    half = len(words) // 2
    first = both(lines(words[:half], y=TOP - 40), lines(words[half:], x=320, y=TOP - 40))
    assert texts(read(first)) == [text]
    second = read(lines(words[:half]), lines(words[half:]))
    assert texts(second) == [text]
    assert {word.page for word in second.blocks[0].words} == {1, 2}


def test_running_heads_and_page_numbers_leave_the_text_and_stay_known(read: Reader) -> None:
    def page(number: int) -> Draw:
        head = lines(["CITY COUNCIL", "May 4, 2027", "Subject: Creek Report", f"Page {number}"], y=760)
        foot = lines(["Sample of an invented city"], y=30, size=8)
        return both(
            head if number > 1 else lines(["Memorandum"], size=20), foot, lines([f"Body {number} text."], y=600)
        )

    document = read(*(page(number) for number in range(1, 5)))
    assert texts(document) == ["Memorandum", "Body 1 text.", "Body 2 text.", "Body 3 text.", "Body 4 text."]
    assert "Page 3" in [block.text for block in document.furniture]


def test_the_head_of_a_second_page_is_known_by_its_number_and_by_what_the_first_page_says(read: Reader) -> None:
    first = both(lines(["TO: CITY COUNCIL", "DATE: May 4, 2027"]), lines(wrapped(LOREM, 90), y=600))
    second = both(lines(["CITY COUNCIL", "May 4, 2027", "Page 2"], y=760), lines(["The end."], y=650))
    assert texts(read(first, second)) == ["TO: CITY COUNCIL", "DATE: May 4, 2027", LOREM, "The end."]


def test_a_heading_with_a_number_at_the_top_of_a_page_stays(read: Reader) -> None:
    body = lines(wrapped(LOREM, 90), y=650)
    heading = lines(["Phase 2"], font="Times-Bold", y=TOP)
    document = read(body, both(heading, body))
    assert texts(document, "heading") == ["Phase 2"]


def test_a_labelled_letterhead_on_every_page_is_kept_once(read: Reader) -> None:
    page = both(lines(["TO: CITY COUNCIL"], y=760), lines(wrapped(LOREM, 90), y=600))
    assert texts(read(page, page, page)).count("TO: CITY COUNCIL") == 1


def test_hyphens_at_line_ends_are_undone_and_both_pieces_keep_their_place(read: Reader) -> None:
    document = read(
        lines(["The Council asked for more infor-", "mation on long-term costs and on long-", "term leases."])
    )
    (block,) = document.blocks
    assert block.text == "The Council asked for more information on long-term costs and on long-term leases."
    pieces = [word for word in block.words if word.source in ("infor-", "mation")]
    assert [block.text[word.start : word.end] for word in pieces] == ["infor", "mation"]
    assert pieces[0].box is not None
    assert pieces[1].box is not None
    assert pieces[0].box[1] < pieces[1].box[1]


def footnote_page(canvas: Canvas) -> None:
    text = canvas.beginText(LEFT, TOP)
    text.textOut("The grant pays for the gauges")
    text.setFont("Times-Roman", 7)
    text.setRise(4)
    text.textOut("1")
    text.setRise(0)
    text.setFont("Times-Roman", 11)
    text.textOut(", and each covers 400 ft")
    text.setFont("Times-Roman", 7)
    text.setRise(4)
    text.textOut("2")
    text.setRise(0)
    text.setFont("Times-Roman", 11)
    text.textOut(" of bank.")
    canvas.drawText(text)
    note = canvas.beginText(LEFT, 90)
    note.setFont("Times-Roman", 6)
    note.setRise(3)
    note.textOut("1")
    note.setRise(0)
    note.setFont("Times-Roman", 8.5)
    note.textOut(" Grant letter of")
    canvas.drawText(note)
    lines(["April 2, 2027."], y=80, size=8.5)(canvas)


def test_footnotes_are_tied_to_their_marks_and_exponents_are_left_alone(read: Reader) -> None:
    document = read(footnote_page)
    paragraph, note = only(document, "paragraph"), only(document, "footnote")
    assert paragraph.text == "The grant pays for the gauges, and each covers 400 ft2 of bank."
    assert [(mark.mark, mark.offset) for mark in paragraph.marks] == [("1", len("The grant pays for the gauges"))]
    assert (note.marker, note.text) == ("1", "Grant letter of April 2, 2027.")


def test_items_keep_their_signs_and_their_second_lines(read: Reader) -> None:
    document = read(
        both(
            lines(["1.", "2."]),
            lines(["Total cost is over $500,000"], x=90),
            lines(["More than one department is"], x=90, y=TOP - STEP),
            lines(["involved in the work"], x=90, y=TOP - 2 * STEP),
            lines(["\u2022"], y=TOP - 60),
            lines(["A gauge at each culvert"], x=90, y=TOP - 60),
            lines(["(a) the pump house"], y=TOP - 90),
        )
    )
    assert [(block.marker, block.text) for block in document.blocks if block.kind == "item"] == [
        ("1.", "Total cost is over $500,000"),
        ("2.", "More than one department is involved in the work"),
        ("\u2022", "A gauge at each culvert"),
        ("(a)", "the pump house"),
    ]


def test_a_figure_that_wrapped_to_a_line_start_opens_no_item(read: Reader) -> None:
    document = read(
        lines(["The pump house was handed over to the Water Division on the evening of May", "5. The crew went home."])
    )
    assert texts(document) == [
        "The pump house was handed over to the Water Division on the evening of May 5. The crew went home."
    ]


def test_headings_are_ranked_by_their_looks_and_run_in_labels_are_not_headings(read: Reader) -> None:
    def bold_then_plain(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 11)
        canvas.drawString(LEFT, 560, "Schedule:")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(LEFT + 52, 560, "The gauges arrive in June.")

    document = read(
        both(
            lines(["Memorandum"], size=20),
            lines(["BACKGROUND"], font="Times-Bold", y=680),
            lines(["The Creek"], font="Times-Bold", y=650),
            lines(["Gauges"], font="Times-Italic", y=630),
            lines(wrapped(LOREM, 90), y=610),
            bold_then_plain,
        )
    )
    headings = [(block.level, block.text) for block in document.blocks if block.kind == "heading"]
    assert headings == [(1, "Memorandum"), (2, "BACKGROUND"), (3, "The Creek"), (4, "Gauges")]
    last = document.blocks[-1]
    assert (last.kind, last.text) == ("paragraph", "Schedule: The gauges arrive in June.")
    assert [last.text[start:end] for start, end in last.bold] == ["Schedule:"]


def test_an_appendix_in_bold_is_a_heading_and_a_caption_a_caption(read: Reader) -> None:
    document = read(
        both(
            lines(wrapped(LOREM, 90)),
            lines(["APPENDIX A: GAUGES"], font="Times-Bold", y=640),
            lines(["Exhibit 2: Depth by month"], font="Times-Bold", y=610),
            lines(["Table 3 shows the depth of the creek."], y=580),
        )
    )
    assert texts(document, "heading") == ["APPENDIX A: GAUGES"]
    assert texts(document, "caption") == ["Exhibit 2: Depth by month"]


def test_a_signature_keeps_its_lines(read: Reader) -> None:
    document = read(both(lines(wrapped(LOREM, 90)), lines(["Wanda Okonjo", "City Clerk"], y=600)))
    assert texts(document)[-1] == "Wanda Okonjo\nCity Clerk"


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(LEFT, 500, "unseen")
    canvas.setFillColorRGB(0, 0, 0)


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(LEFT, 500)
    text.setTextRenderMode(3)
    text.textOut("unseen")
    canvas.drawText(text)


def painted_over(canvas: Canvas) -> None:
    canvas.rect(LEFT - 5, 495, 100, 20, stroke=0, fill=1)
    canvas.drawString(LEFT, 500, "unseen")


@pytest.mark.parametrize(
    "draw",
    [
        white,
        invisible,
        lines(["unseen"], y=500, size=0.5),
        lines(["unseen"], x=-300, y=500),
    ],
)
def test_what_a_reader_cannot_see_is_left_out_and_reported(read: Reader, draw: Draw) -> None:
    document = read(both(lines(["Seen."]), draw))
    assert texts(document) == ["Seen."]
    assert [problem.kind for problem in document.problems] == ["hidden_text"]


def test_white_letters_on_a_dark_bar_are_read(read: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(LEFT - 5, 495, 200, 20, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(LEFT, 500, "Progress by quarter")

    assert texts(read(draw)) == ["Progress by quarter"]


def test_a_page_that_is_a_picture_is_reported_as_lost(read: Reader, tmp_path: Path) -> None:
    from PIL import Image

    scan = tmp_path / "scan.png"
    Image.new("L", (200, 260), 200).save(scan)
    document = read(lines(["Seen."]), lambda canvas: canvas.drawImage(str(scan), 0, 0, 612, 792))
    assert [(p.kind, p.page, p.loses_text) for p in document.problems] == [("no_text", 2, True)]


def test_an_empty_page_loses_nothing(read: Reader) -> None:
    assert read(lines(["Seen."]), lambda canvas: None).problems == ()


def test_filled_form_fields_are_reported(read: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "Approved by:")
        canvas.acroForm.textfield(name="by", value="W. Okonjo", x=150, y=TOP - 5, width=120, height=18)

    assert "form_field" in [problem.kind for problem in read(draw).problems]


def test_a_turned_page_is_read_as_shown(read: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.saveState()
        canvas.translate(612, 0)
        canvas.rotate(90)
        canvas.drawString(100, 500, "Landscape page of the creek report")
        canvas.restoreState()

    document = read(draw)
    assert texts(document) == ["Landscape page of the creek report"]
    assert (document.pages[0].width, document.pages[0].height) == (612, 792)  # reportlab turns its media box as well
    box = document.blocks[0].words[0].box
    assert box is not None
    assert box[0] == pytest.approx(100, abs=1)


def test_text_that_runs_up_the_page_is_laid_flat(read: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        for number, text in enumerate(wrapped(LOREM, 90)):
            canvas.drawString(100, -100 - number * STEP, text)

    document = read(draw)
    assert texts(document) == [LOREM]
    box = document.blocks[0].words[0].box
    assert box is not None
    assert box[3] - box[1] > box[2] - box[0]  # "Crews" stands upright in a narrow, high box
    assert box[3] == pytest.approx(792 - 100, abs=1)


def test_boxes_count_from_the_corner_of_what_is_shown(read: Reader) -> None:
    document = read(lines(["Seen."]), cropBox=(50, 50, 562, 742))
    box = document.blocks[0].words[0].box
    assert box is not None
    assert box[0] == pytest.approx(LEFT - 50, abs=0.5)
    assert document.pages[0].width == 512


def test_a_letter_drawn_twice_counts_once(read: Reader) -> None:
    document = read(both(lines(["Budget"]), lines(["Budget"], x=LEFT + 0.3)))
    assert texts(document) == ["Budget"]


def test_what_cannot_be_opened_says_why(tmp_path: Path, read: Reader) -> None:
    with pytest.raises(InputError) as caught:
        read(lines(["Secret."]), encrypt=StandardEncryption("password"))
    assert caught.value.code == "encrypted"
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.4\nnothing more")
    with pytest.raises(InputError) as caught:
        read_pdf(damaged, name="damaged.pdf", sha256="0" * 64, max_pages=5)
    assert caught.value.code == "damaged"


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    canvas = Canvas(str(path))
    for _ in range(3):
        canvas.drawString(72, 700, "page")
        canvas.showPage()
    canvas.save()
    with pytest.raises(InputError) as caught:
        read_pdf(path, name="long.pdf", sha256="0" * 64, max_pages=2)
    assert caught.value.code == "too_many_pages"
