"""Small PDFs drawn line by line, each with one thing that real memos do."""

from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from records.document import Block, Document

Draw = Callable[[Canvas], None]
LEFT, TOP, STEP = 72, 720, 13.5
LOREM = (
    "Crews from the Parks Division walked every culvert on the north side of Alder Creek and logged the depth of silt "
    "at each inlet before the first storm of the season arrived in late October of that year."
)


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


def test_lines_of_a_paragraph_become_one_text(read_pages: Reader) -> None:
    document = read_pages(lines(wrapped(LOREM, 90)))
    assert texts(document) == [LOREM]


def test_labels_side_by_side_become_blocks_of_their_own_with_their_second_lines(read_pages: Reader) -> None:
    document = read_pages(
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


def test_a_label_column_is_no_column_of_prose(read_pages: Reader) -> None:
    labels = lines(["TO:", "FROM:", "RE:", "DATE:"])
    values = lines(["City Council of Alder Falls", "Wanda Okonjo, Clerk", "Creek Report", "May 4, 2027"], x=150)
    document = read_pages(both(labels, values))
    assert texts(document) == [
        "TO: City Council of Alder Falls",
        "FROM: Wanda Okonjo, Clerk",
        "RE: Creek Report",
        "DATE: May 4, 2027",
    ]


def test_labels_stay_apart_where_the_line_above_is_the_longest_of_all(read_pages: Reader) -> None:
    document = read_pages(lines(["To: Council", "Re: Second Creek Report", "Date: 4 May 2027"]))
    assert texts(document) == ["To: Council", "Re: Second Creek Report", "Date: 4 May 2027"]


def test_a_label_inside_an_item_opens_nothing(read_pages: Reader) -> None:
    text = "\u2022 The deck of the footbridge is in place and all of the railings are being welded by the crew."
    document = read_pages(lines([text, "Target: Q4 FY 2027."]))
    assert texts(document) == [f"{text[2:]} Target: Q4 FY 2027."]


def test_columns_are_read_one_after_the_other(read_pages: Reader) -> None:
    left = lines(wrapped("Left " + LOREM, 42), y=TOP - 40)
    right = lines(wrapped("Right " + LOREM, 42), x=320, y=TOP - 40)
    document = read_pages(both(lines(["Report on the Creek"], font="Times-Bold", size=16), left, right))
    assert texts(document) == ["Report on the Creek", "Left " + LOREM, "Right " + LOREM]


def test_the_longer_column_is_read_to_its_end(read_pages: Reader) -> None:
    long = wrapped(f"Left {LOREM} {LOREM}", 42)
    document = read_pages(both(lines(long), lines(wrapped("Right " + LOREM, 42), x=320)))
    assert texts(document) == [f"Left {LOREM} {LOREM}", "Right " + LOREM]


def test_letters_set_apart_are_one_word(read_pages: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "MEMORANDUM", charSpace=7)

    assert texts(read_pages(both(draw, lines(wrapped(LOREM, 90), y=600)))) == ["MEMORANDUM", LOREM]


def test_signs_drawn_as_discs_open_items(read_pages: Reader) -> None:
    def discs(canvas: Canvas) -> None:
        for number in range(2):
            canvas.circle(LEFT, TOP - number * STEP + 3.5, 1.8, stroke=0, fill=1)

    document = read_pages(both(discs, lines(["A gauge at each culvert", "The pump house"], x=LEFT + 14)))
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("item", "A gauge at each culvert"),
        ("item", "The pump house"),
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(read_pages: Reader) -> None:
    text = f"{LOREM[:-1]}, {LOREM}"
    words = wrapped(text, 42)
    half = len(words) // 2
    first = both(lines(words[:half], y=TOP - 40), lines(words[half:], x=320, y=TOP - 40))
    assert texts(read_pages(first)) == [text]
    second = read_pages(lines(words[:half]), lines(words[half:]))
    assert texts(second) == [text]
    assert {word.page for word in second.blocks[0].words} == {1, 2}


def test_running_heads_and_page_numbers_leave_the_text_and_stay_known(read_pages: Reader) -> None:
    def page(number: int) -> Draw:
        head = lines(["CITY COUNCIL", "May 4, 2027", "Subject: Creek Report", f"Page {number}"], y=760)
        foot = lines(["Sample of an invented city"], y=30, size=8)
        return both(
            head if number > 1 else lines(["Memorandum"], size=20), foot, lines([f"Body {number} text."], y=600)
        )

    document = read_pages(*(page(number) for number in range(1, 5)))
    assert texts(document) == ["Memorandum", "Body 1 text.", "Body 2 text.", "Body 3 text.", "Body 4 text."]
    assert "Page 3" in [block.text for block in document.furniture]


def test_the_head_of_a_second_page_is_known_by_its_number_and_by_what_the_first_page_says(read_pages: Reader) -> None:
    first = both(lines(["TO: CITY COUNCIL", "DATE: May 4, 2027"]), lines(wrapped(LOREM, 90), y=600))
    second = both(lines(["The City Council", "May 4, 2027", "Page 2 of 2"], y=760), lines(["The end."], y=650))
    assert texts(read_pages(first, second)) == ["TO: CITY COUNCIL", "DATE: May 4, 2027", LOREM, "The end."]


def test_a_heading_with_a_number_at_the_top_of_a_page_stays(read_pages: Reader) -> None:
    body = lines(wrapped(LOREM, 90), y=650)
    heading = lines(["Phase 2"], font="Times-Bold", y=TOP)
    document = read_pages(body, both(heading, body))
    assert texts(document, "heading") == ["Phase 2"]


def test_a_labelled_letterhead_on_every_page_is_kept_once(read_pages: Reader) -> None:
    page = both(lines(["TO: CITY COUNCIL"], y=760), lines(wrapped(LOREM, 90), y=600))
    assert texts(read_pages(page, page, page)).count("TO: CITY COUNCIL") == 1


def test_hyphens_at_line_ends_are_undone_and_both_pieces_keep_their_place(read_pages: Reader) -> None:
    document = read_pages(
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


def test_footnotes_are_tied_to_their_marks_and_exponents_are_left_alone(read_pages: Reader) -> None:
    document = read_pages(footnote_page)
    paragraph, note = only(document, "paragraph"), only(document, "footnote")
    assert paragraph.text == "The grant pays for the gauges, and each covers 400 ft2 of bank."
    assert [(mark.mark, mark.offset) for mark in paragraph.marks] == [("1", len("The grant pays for the gauges"))]
    assert (note.marker, note.text) == ("1", "Grant letter of April 2, 2027.")


def test_items_keep_their_signs_and_their_second_lines(read_pages: Reader) -> None:
    document = read_pages(
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


def test_a_figure_that_wrapped_to_a_line_start_opens_no_item(read_pages: Reader) -> None:
    document = read_pages(
        lines(["The pump house was handed over to the Water Division on the evening of May", "5. The crew went home."])
    )
    assert texts(document) == [
        "The pump house was handed over to the Water Division on the evening of May 5. The crew went home."
    ]


def test_headings_are_ranked_by_their_looks_and_run_in_labels_are_not_headings(read_pages: Reader) -> None:
    def bold_then_plain(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 11)
        canvas.drawString(LEFT, 560, "Schedule:")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(LEFT + 52, 560, "The gauges arrive in June.")

    document = read_pages(
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


def test_a_numbered_heading_stands_below_its_parent_though_it_is_larger(read_pages: Reader) -> None:
    document = read_pages(
        both(
            lines(["3. Plan"], font="Times-Bold", size=12),
            lines(["3.1 Scope"], font="Times-Bold", size=16, y=690),
            lines(wrapped(LOREM, 90), y=660),
        )
    )
    first, second = (block.level or 0 for block in document.blocks if block.kind == "heading")
    assert first < second


def test_an_appendix_in_bold_is_a_heading_and_a_caption_a_caption(read_pages: Reader) -> None:
    document = read_pages(
        both(
            lines(wrapped(LOREM, 90)),
            lines(["APPENDIX A: GAUGES"], font="Times-Bold", y=640),
            lines(["Exhibit 2: Depth by month"], font="Times-Bold", y=610),
            lines(["Table 3 shows the depth of the creek."], y=580),
        )
    )
    assert texts(document, "heading") == ["APPENDIX A: GAUGES"]
    assert texts(document, "caption") == ["Exhibit 2: Depth by month"]


def test_a_signature_keeps_its_lines(read_pages: Reader) -> None:
    document = read_pages(both(lines(wrapped(LOREM, 90)), lines(["Wanda Okonjo", "City Clerk"], y=600)))
    assert texts(document)[-1] == "Wanda Okonjo\nCity Clerk"


def test_an_appendix_in_plain_capitals_is_a_heading_and_a_label_is_none(read_pages: Reader) -> None:
    document = read_pages(
        both(lines(["APPENDIX A: GAUGES"]), lines(wrapped(LOREM, 90), y=690), lines(["DISTRICT: CITYWIDE"], y=600))
    )
    assert texts(document, "heading") == ["APPENDIX A: GAUGES"]


def test_a_footnote_below_a_table_does_not_end_it(read_pages: Reader) -> None:
    def table(canvas: Canvas, y: float, rows: Sequence[Sequence[str]]) -> None:
        xs, ys = [LEFT, 250, 400], [y - 20 * number for number in range(len(rows) + 1)]
        canvas.grid(xs, ys)
        for row, top in zip(rows, ys, strict=False):
            for text, x in zip(row, xs, strict=False):
                canvas.drawString(x + 4, top - 14, text)

    def first(canvas: Canvas) -> None:
        text = canvas.beginText(LEFT, TOP)
        text.textOut("The gauges are listed below")
        text.setFont("Times-Roman", 7)
        text.setRise(4)
        text.textOut("1")
        canvas.drawText(text)
        lines(wrapped(LOREM, 90), y=680)(canvas)
        table(canvas, 200, [("Inlet", "Depth"), ("Alder Creek", "4 inches"), ("Mill Race", "6 inches")])
        lines(["1 Measured by the crew in May."], y=90, size=8)(canvas)

    def second(canvas: Canvas) -> None:
        table(canvas, 740, [("Inlet", "Depth"), ("Quarry Lane", "2 inches"), ("Ferry Stairs", "9 inches")])

    document = read_pages(first, second)
    (joined,) = document.tables
    assert (joined.rows, joined.pages) == (5, (1, 2))
    assert only(document, "footnote").text == "Measured by the crew in May."


def test_blank_lines_between_paragraphs_are_not_the_usual_step(read_pages: Reader) -> None:
    document = read_pages(
        both(
            lines(["Re: Creek Report"]),
            lines(["Findings"], y=694),
            lines(wrapped(LOREM, 95), y=668),
            lines(["The gauges arrive in June."], y=615),
            lines(["The pump house is next."], y=589),
        )
    )
    assert texts(document) == [
        "Re: Creek Report",
        "Findings",
        LOREM,
        "The gauges arrive in June.",
        "The pump house is next.",
    ]


def test_the_labels_of_a_chart_are_one_paragraph(read_pages: Reader) -> None:
    def chart(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        canvas.line(200, 520, 200, 600)
        for number, (name, length) in enumerate((("ALDER CREEK", 150), ("MILL RACE", 90), ("QUARRY LANE", 40))):
            y = 580 - 22 * number
            canvas.drawRightString(195, y + 4, name)
            canvas.rect(200, y, length, 14, stroke=0, fill=1)
            canvas.drawString(204 + length, y + 4, str(length))

    document = read_pages(both(lines(wrapped(LOREM, 90)), chart, lines(["The end of it."], y=480)))
    assert texts(document) == [LOREM, "ALDER CREEK 150\nMILL RACE 90\nQUARRY LANE 40", "The end of it."]
    assert texts(document, "heading") == []


def test_a_head_of_the_second_page_that_ends_in_its_number_leaves_the_text(read_pages: Reader) -> None:
    second = both(lines(["Creek Report - May 4, 2027 - Page 2"], y=760), lines(["The end."], y=700))
    document = read_pages(lines(wrapped(LOREM, 90)), second)
    assert texts(document) == [LOREM, "The end."]


def test_small_print_at_the_foot_is_no_text_but_a_note_is(read_pages: Reader) -> None:
    body = lines(wrapped(LOREM, 60))
    address = lines(["200 Main Street, Alder Falls", "555-0100 www.alderfalls.example"], y=45, size=8)
    assert texts(read_pages(both(body, address))) == [LOREM]
    note = lines(["* Depths exclude gravel."], y=45, size=8)
    assert "Depths exclude gravel." in " ".join(texts(read_pages(both(body, note))))


def test_signatures_side_by_side_stay_apart_below_their_rules(read_pages: Reader) -> None:
    document = read_pages(
        both(
            lines(wrapped(LOREM, 90)),
            lines(["____________________", "Wanda Okonjo", "City Clerk"], y=600),
            lines(["____________________", "Ilse Brandvold", "Parks Director"], x=320, y=600),
        )
    )
    assert texts(document)[1:] == [
        "____________________\nWanda Okonjo\nCity Clerk",
        "____________________\nIlse Brandvold\nParks Director",
    ]


def test_a_footer_that_reaches_into_the_margin_breaks_no_line(read_pages: Reader) -> None:
    rows = [
        "The pump house at Alder Creek was handed over to the Water Division on the evening of",
        "May 5 and is in use. The crew that had built it went on to the culvert of Mill Race on",
        "Monday morning.",
    ]
    page = both(lines(rows), lines(["Page 1"], x=580, y=30, size=8))
    assert texts(read_pages(page)) == [" ".join(rows)]


def test_a_word_at_the_right_edge_does_not_run_on_at_the_left(read_pages: Reader) -> None:
    document = read_pages(
        both(
            lines(["Parking Meters"], font="Times-Bold"),
            lines(["At Risk"], x=430),
            lines(["Budget: $95,000"], y=TOP - STEP),
            lines(wrapped(LOREM, 90), y=600),
        )
    )
    assert texts(document) == ["Parking Meters", "At Risk", "Budget: $95,000", LOREM]
