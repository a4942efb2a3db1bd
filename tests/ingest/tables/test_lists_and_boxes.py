"""Lists that lead to pages, counted text, boxes that are no cells, and words that nothing marks as a table."""

from collections.abc import Callable

import pytest

from tests.ingest.tables.reading import Sheet, Sheets, shown

WORDS = [
    "harbor",
    "board",
    "quays",
    "open",
    "ferries",
    "boats",
    "piers",
    "masts",
    "lamps",
    "docks",
    "yard",
    "crew",
    "tide",
]
SENTENCE = "The permit is kept by the clerk of the port until the works are done."


def rows(page: Sheet, lines: list[tuple[str, ...]], *places: float, step: float = 16, bold: bool = False) -> None:
    for line in lines:
        for x, text in zip(places, line, strict=True):
            page.words(x, page.y, text, bold=bold)
        page.y += step


def contents_by_section(page: Sheet) -> None:
    rows(page, [(f"1.{n}", f"Quay number {n}", str(3 * n)) for n in range(1, 9)], 72, 100, 500)


def contents_with_spaced_dots(page: Sheet) -> None:
    for number in range(1, 8):
        end = page.words(72, page.y, f"Part {number} of the harbor report")
        page.words(end + 12, page.y, ". " * 30)
        page.words(500, page.y, str(2 + 4 * number))
        page.y += 16


def list_of_figures(page: Sheet) -> None:
    rows(page, [(f"Figure {n}", " ".join(WORDS[n : n + 4]), str(n + 4)) for n in range(1, 8)], 72, 140, 500)


def contents_and_figures(page: Sheet) -> None:
    """The list of figures begins anew."""
    pages = [2, 3, 5, 8, 9, 12, 14, 15, 18, 20, 21, 22, 25, 28, 30, 31, 33, 36, 38, 40, 4, 9, 17, 29]
    rows(page, [(f"Quay number {n}", str(number)) for n, number in enumerate(pages)], 72, 500)


def lines_numbered_in_the_margin(page: Sheet) -> None:
    said = {2: "PORT OF LARKHAVEN", 5: "Harbor dues, 2031", 7: "Before the board", 9: "Dana Whitfield, 4"}
    for number in range(1, 12):
        page.words(72, page.y, str(number))
        page.words(140 + 9 * (number % 4), page.y, said.get(number, ""))
        page.words(330, page.y, {2: "No. 12", 7: "20 pages"}.get(number, ""))
        page.y += 16


def index_in_columns(page: Sheet) -> None:
    lines = [tuple(f"{WORDS[(n + k) % len(WORDS)]} dues, {7 + n}, {40 + n + k}" for k in range(3)) for n in range(12)]
    rows(page, lines, 72, 230, 390)


def numbered_paragraphs(page: Sheet) -> None:
    rows(page, [(f"({n})", f"({'abc'[n % 3]})", SENTENCE) for n in range(1, 9)], 72, 100, 130)


def bullets_in_columns(page: Sheet) -> None:
    rows(page, [tuple(f"• {WORDS[(n * k) % len(WORDS)]} works" for k in (1, 2, 3)) for n in range(8)], 72, 240, 400)


def boxes_to_tick_in_columns(page: Sheet) -> None:
    rows(
        page,
        [("Sail", "One season", "Resident"), ("Motor", "Whole year", "Visitor"), ("Oars", "Week", "Crew")] * 2,
        90,
        240,
        400,
    )


def addresses_in_columns(page: Sheet) -> None:
    for _ in range(3):
        rows(page, [("Dana Whitfield", "Olive Tran", "Bo Castell")], 72, 230, 400, step=12, bold=True)
        rows(
            page,
            [("12 Quay Street", "4 Mole Lane", "9 Dock Road"), ("Larkhaven", "Larkhaven", "Pell")],
            72,
            230,
            400,
            step=12,
        )
        page.y += 12


def flow_chart(page: Sheet) -> None:
    for row in range(3):
        for column in range(3):
            x, top = 72 + 160 * column, page.y + 60 * row
            page.frame(x, top, x + 110, top + 36)
            page.words(x + 8, top + 10, f"Step {row} {WORDS[column]}")
            if column < 2:
                page.line(x + 110, top + 18, x + 160, top + 18)
            if row < 2:
                page.line(x + 55, top + 36, x + 55, top + 60)
    page.y += 180


def form_with_fields(page: Sheet) -> None:
    for label, other in (("Name", "First name"), ("Street", "Town"), ("Kind of boat", "Length"), ("Signature", "Date")):
        for x, text in ((72, label), (290, other)):
            page.frame(x, page.y, x + 218, page.y + 36)
            page.words(x + 3, page.y + 2, text, size=7)
        page.y += 36


def form_with_numbered_fields(page: Sheet) -> None:
    for number in range(1, 9, 2):
        for x, n in ((72, number), (290, number + 1)):
            page.frame(x, page.y, x + 218, page.y + 28)
            page.words(x + 3, page.y + 2, f"{n}. Name of quay {n}", size=7)
            page.words(x + 3, page.y + 14, "Larkhaven")
        page.y += 28


def framed_paragraphs(page: Sheet) -> None:
    for _ in range(2):
        for x in (72, 290):
            page.frame(x, page.y, x + 218, page.y + 60)
            top = page.y
            page.text(
                "The harbor board keeps its quays\nopen in winter and the ferries run\non time as they did before.",
                x=x + 6,
            )
            page.y = top
        page.y += 60


def key_figures(page: Sheet) -> None:
    for number, x in enumerate((72, 230, 400)):
        page.paint(x, page.y, x + 140, page.y + 60, "#dbe5f1")
        page.words(x + 40, page.y + 4, f"{12 + number}%", size=22)
        page.words(x + 10, page.y + 34, "of the quays are open", size=9)
        page.words(x + 10, page.y + 46, "in every winter", size=9)
    page.y += 60


def chart_of_symbols(page: Sheet) -> None:
    """No bars and no curve: axes with ticks, a scale, and signs between them."""
    foot = page.y + 120
    page.line(110, page.y, 110, foot)
    page.line(110, foot, 410, foot)
    for step in range(5):
        page.line(106, foot - 30 * step, 110, foot - 30 * step)
        page.words(84, foot - 30 * step - 4, str(25 * step), size=8)
    for step in range(6):
        page.words(130 + 50 * step, foot + 4, str(2026 + step), size=8)
        page.words(130 + 50 * step, foot - 20 - 12 * step, "+", size=8)
        page.words(145 + 50 * step, foot - 22 - 12 * step, str(17 + 9 * step), size=8)
    page.y = foot + 30


def prose_with_numbered_steps(page: Sheet) -> None:
    """Words a little apart, as in a justified line, and figures among them."""
    for line in (
        "1. shut the gate and 2. wait for the tide 3. ring",
        "4. open the gate and 5. let the ferry 6. leave",
    ) * 2:
        x = 72.0
        for word in line.split():
            x = page.words(x, page.y, word) + 6.6
        page.y += 12


def justified_columns(page: Sheet) -> None:
    """Three narrow columns whose lines are spread over their width."""
    for number in range(9):
        for column in range(3):
            x = 72.0 + 160 * column
            for step in range(3):
                word = WORDS[(number + 3 * step + column) % len(WORDS)]
                page.words(x + 44 * step, page.y, word + (" the" if step == number % 3 else ""))
        page.y += 12


NONE = [
    contents_by_section,
    contents_with_spaced_dots,
    list_of_figures,
    contents_and_figures,
    lines_numbered_in_the_margin,
    index_in_columns,
    numbered_paragraphs,
    bullets_in_columns,
    boxes_to_tick_in_columns,
    addresses_in_columns,
    flow_chart,
    form_with_fields,
    form_with_numbered_fields,
    framed_paragraphs,
    key_figures,
    chart_of_symbols,
    prose_with_numbered_steps,
    justified_columns,
]


@pytest.mark.parametrize("thing", NONE, ids=lambda thing: str(thing.__name__))
def test_what_only_stands_in_rows_is_no_table(sheet: Sheets, thing: Callable[[Sheet], None]) -> None:
    page = sheet()
    thing(page)
    page.holds()


TABLES = {
    "ranks in a first column that counts": """
        No. | Quay   | Depth | Boats
        ===
        1   | North  | 4.2   | 12
        2   | Mole   | 3.9   | 7
        3   | Ferry  | 6.0   | 31
        """,
    "a last column that only rises": """
        Quay   | Depth | Boats
        ===
        North  | 4.2   | 3
        Mole   | 3.9   | 7
        Ferry  | 6.0   | 11
        """,
    "names in bold over words": """
        Quay      | Keeper     | State
        ===
        North     | Dana Wells | Open
        Mole      | Bo Castell | Closed
        Ferry     | Olive Tran | Open
        Lighthouse| Ida Moss   | Closed
        """,
}


@pytest.mark.parametrize("rules", ["grid", "rows", "none"])
@pytest.mark.parametrize("text", TABLES.values(), ids=list(TABLES))
def test_tables_that_come_close_to_it_stay(sheet: Sheets, text: str, rules: str) -> None:
    page = sheet()
    page.table(text, rules=rules, gap=30)
    page.holds(shown(text))


def test_tall_rows_are_no_fields_of_a_form(sheet: Sheets) -> None:
    """Values stand in the middle of their rows, or some cell uses the room."""
    text = "Quay | Works\n===\nNorth | The wall was // mended in // spring\nMole | Lamps"
    page = sheet()
    page.table(text)
    page.holds(shown(text))
