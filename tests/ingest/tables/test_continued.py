"""Tables that go on over pages are one, whatever stands in the margins; tables that only look alike stay apart."""

from collections.abc import Callable

import pytest

from tests.ingest.tables.reading import Sheet, Sheets, shown

HEADER = "Fund | Adopted | Actual | Remark\n===\n"
ROWS = [
    "Harbor | 1,200 | 1,150 | Grant is pending",
    "Lamps | 90 | 88 | None",
    "Piers | 400 | 410 | Repairs in May",
    "Roads | 700 | 655 | None",
    "Ferries | 1,310 | 1,290 | Two new boats",
    "Permits | 55 | 50 | None",
    "Parks | 230 | 241 | Trees",
    "Gauges | 12 | 12 | None",
    "Docks | 610 | 600 | Sold in June",
]
WIDTHS = (90, 80, 80, 150)
PROSE = "The board hears of its funds and of the works of the Port once in every quarter of the year."
RULES = ["grid", "rows", "header", "none"]


def part(rows: list[str], *, header: bool) -> str:
    return (HEADER if header else "") + "\n".join(rows)


def go_on(page: Sheet, rules: str, *, pages: int, header: bool) -> Sheet:
    """The table in as many parts, each from the top of its page; the first stands low on its own."""
    page.y = 600 if pages == 2 else 560
    for number in range(pages):
        if number:
            page.page()
        rows = ROWS[3 * number : 3 * number + 3]
        page.table(part(rows, header=header or number == 0), rules=rules, widths=WIDTHS, align="lrrl")
    return page


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("pages", [2, 3])
@pytest.mark.parametrize("header", [True, False], ids=["header again", "no header"])
def test_over_pages(sheet: Sheets, rules: str, pages: int, header: bool) -> None:
    page = go_on(sheet().text(PROSE), rules, pages=pages, header=header)
    page.space(14).text(PROSE)
    page.holds(shown(HEADER + "\n".join(ROWS[: 3 * pages]), pages=range(1, pages + 1)))


def heads(page: Sheet, number: int) -> None:
    page.words(72, 36, "Port of Larkhaven", size=8)
    page.words(400, 36, "Report on the Funds, June 2031", size=8)
    page.words(290, 756, f"Page {number} of 3", size=8)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("header", [True, False], ids=["header again", "no header"])
def test_between_running_heads_and_feet(sheet: Sheets, rules: str, header: bool) -> None:
    page = go_on(sheet(y=200).text(PROSE), rules, pages=3, header=header)
    page.space(14).text(PROSE)
    page.on_each(heads)
    page.holds(shown(HEADER + "\n".join(ROWS), pages=(1, 2, 3)))


@pytest.mark.parametrize("rules", ["grid", "none"])
@pytest.mark.parametrize(
    "again",
    [
        "Table 3: Funds of the Port (continued)",
        "Table 3: Funds of the Port (cont.)",
        "Table 3: Funds of the Port, continued",
        "Table 3 (continued)",
        "Table 3: Funds of the Port",
    ],
)
def test_with_its_title_again(sheet: Sheets, rules: str, again: str) -> None:
    title = "Table 3: Funds of the Port"
    page = sheet().text(PROSE)
    page.y = 580
    page.text(title, bold=True)
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.page().text(again, bold=True)
    page.table(part(ROWS[3:6], header=True), rules=rules, widths=WIDTHS)
    page.space(14).text(PROSE)
    page.holds(shown(HEADER + "\n".join(ROWS[:6]), title=title, pages=(1, 2)))


@pytest.mark.parametrize("rules", RULES)
def test_over_three_pages_with_its_title_on_each(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE)
    page.y = 580
    for number in range(3):
        page.text("Exhibit 2: Funds of the Port" + (" (continued)" if number else ""), bold=True)
        page.table(part(ROWS[3 * number : 3 * number + 3], header=True), rules=rules, widths=WIDTHS)
        if number < 2:
            page.page()
    page.holds(shown(HEADER + "\n".join(ROWS), title="Exhibit 2: Funds of the Port", pages=(1, 2, 3)))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("others", ["before", "after"])
def test_while_other_tables_stand_on_its_pages(sheet: Sheets, rules: str, others: str) -> None:
    ferries = "Ferry | Seats\n===\nOsprey | 120\nHeron | 95\nTern | 60"
    page = sheet()
    if others == "before":
        page.table(ferries, rules=rules, widths=(200, 90))
        page.space(14).text(PROSE)
    page.y = 580
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.page()
    page.table(part(ROWS[3:6], header=True), rules=rules, widths=WIDTHS)
    if others == "after":
        page.space(14).text(PROSE).space(8)
        page.table(ferries, rules=rules, widths=(200, 90))
    whole = shown(HEADER + "\n".join(ROWS[:6]), pages=(1, 2))
    page.holds(*([shown(ferries), whole] if others == "before" else [whole, shown(ferries, pages=[2])]))


@pytest.mark.parametrize("rules", RULES)
def test_with_continued_in_its_header(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE)
    page.y = 580
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.page()
    page.table(part(ROWS[3:6], header=True).replace("Fund ", "Fund (cont.) ", 1), rules=rules, widths=WIDTHS)
    page.holds(shown(HEADER + "\n".join(ROWS[:6]), pages=(1, 2)))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("where", ["below", "above"])
def test_with_a_word_that_says_so(sheet: Sheets, rules: str, where: str) -> None:
    """``(continued on next page)`` under the first part, or ``(continued)`` over the second."""
    page = sheet().text(PROSE)
    page.y = 580
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    if where == "below":
        page.text("(continued on next page)", size=8)
    page.page()
    if where == "above":
        page.text("(continued)", size=8)
    page.table(part(ROWS[3:6], header=True), rules=rules, widths=WIDTHS)
    page.holds(shown(HEADER + "\n".join(ROWS[:6]), pages=(1, 2)))


@pytest.mark.parametrize("rules", ["grid", "rows"])
@pytest.mark.parametrize("header", [True, False], ids=["header again", "no header"])
def test_with_a_row_broken_over_the_page(sheet: Sheets, rules: str, header: bool) -> None:
    page = sheet().text(PROSE)
    page.y = 620
    first = "Harbor | 1,200 | 1,150 | Grant is pending\nRoads | 700 | 655 | The lease of the yard // ends in the summer"
    rest = "       |       |       | and is not renewed\nFerries | 1,310 | 1,290 | Two new boats"
    page.table(HEADER + first, rules=rules, widths=WIDTHS)
    page.page()
    page.table((HEADER if header else "") + rest, rules=rules, widths=WIDTHS, align="lrrl")
    whole = first + " and is not renewed\n" + rest.splitlines()[1]
    page.holds(shown(HEADER + whole, pages=(1, 2)))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("header", [True, False], ids=["header again", "no header"])
def test_over_footnotes_at_the_bottom(sheet: Sheets, rules: str, header: bool) -> None:
    page = sheet().text(f"{PROSE}\nIt looks at each of them in turn.{{1}}")
    page.y = 560
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.y = 720
    page.line(72, 716, 200, 716)
    page.text("{1} The rule of March 2030 asks for this.", size=8)
    page.page()
    page.table(part(ROWS[3:6], header=header), rules=rules, widths=WIDTHS, align="lrrl")
    page.space(14).text(PROSE)
    page.holds(shown(HEADER + "\n".join(ROWS[:6]), pages=(1, 2)))


@pytest.mark.parametrize("rules", RULES)
def test_over_its_own_footnotes(sheet: Sheets, rules: str) -> None:
    first = ["Harbor{1} | 1,200 | 1,150 | Grant is pending", *ROWS[1:3]]
    page = sheet().text(PROSE)
    page.y = 580
    page.table(part(first, header=True), rules=rules, widths=WIDTHS)
    page.text("{1} Without the grant of the State.", size=8)
    page.page()
    page.table(part(ROWS[3:6], header=True), rules=rules, widths=WIDTHS)
    page.space(14).text(PROSE)
    page.holds(shown(HEADER + "\n".join([*first, *ROWS[3:6]]), pages=(1, 2)))


@pytest.mark.parametrize("rules", ["grid", "rows", "header+spans"])
def test_with_a_stacked_header_again(sheet: Sheets, rules: str) -> None:
    header = "Fund | Budget | < | Spent\n^ | 2031 | 2032 | ^\n===\n"
    rows = ["Harbor | 1,200 | 1,150 | 900", "Lamps | 90 | 88 | 70", "Piers | 400 | 410 | 380", "Roads | 12 | 14 | 9"]
    page = sheet().text(PROSE)
    page.y = 600
    for number in (0, 2):
        page.table(header + "\n".join(rows[number : number + 2]), rules=rules, widths=(100, 80, 80, 80))
        if not number:
            page.page()
    page.holds(shown(header + "\n".join(rows), pages=(1, 2)))


@pytest.mark.parametrize("rules", ["grid", "rows", "header"])
def test_shifted_to_the_side_on_the_next_page(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.y = 600
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.page()
    page.table(part(ROWS[3:6], header=True), rules=rules, widths=WIDTHS, x=90)
    page.holds(shown(HEADER + "\n".join(ROWS[:6]), pages=(1, 2)))


def two_apart(page: Sheet, rules: str, between: Callable[[Sheet], object], *, second: str | None = None) -> Sheet:
    page.y = 600
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.page()
    between(page)
    page.table(second or part(ROWS[3:6], header=True), rules=rules, widths=WIDTHS)
    return page


@pytest.mark.parametrize("rules", RULES)
def test_text_between_keeps_two_apart(sheet: Sheets, rules: str) -> None:
    page = two_apart(sheet(), rules, lambda page: page.text(f"{PROSE}\nThe City keeps funds of its own.").space(8))
    page.holds(shown(part(ROWS[:3], header=True)), shown(part(ROWS[3:6], header=True), pages=[2]))


@pytest.mark.parametrize("rules", RULES)
def test_a_title_of_its_own_keeps_two_apart(sheet: Sheets, rules: str) -> None:
    page = two_apart(sheet(), rules, lambda page: page.text("Table 4: Funds of the City", bold=True))
    second = shown(part(ROWS[3:6], header=True), title="Table 4: Funds of the City", pages=[2])
    page.holds(shown(part(ROWS[:3], header=True)), second)


@pytest.mark.parametrize("rules", RULES)
def test_a_header_of_its_own_keeps_two_apart(sheet: Sheets, rules: str) -> None:
    second = "Ferry | Seats | Trips | Crew\n===\nOsprey | 120 | 14 | Night\nHeron | 95 | 18 | Day crew\nTern | 60 | 9 |"
    page = two_apart(sheet(), rules, lambda page: page, second=second)
    page.holds(shown(part(ROWS[:3], header=True)), shown(second, pages=[2]))


@pytest.mark.parametrize("rules", RULES)
def test_other_columns_keep_two_apart(sheet: Sheets, rules: str) -> None:
    second = "Ferry | Seats\n===\nOsprey | 120\nHeron | 95\nTern | 60"
    page = sheet()
    page.y = 600
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.page()
    page.table(second, rules=rules, widths=(200, 90))
    page.holds(shown(part(ROWS[:3], header=True)), shown(second, pages=[2]))


@pytest.mark.parametrize("rules", RULES)
def test_a_page_between_keeps_two_apart(sheet: Sheets, rules: str) -> None:
    page = two_apart(sheet(), rules, lambda page: page.text(PROSE).page())
    page.holds(shown(part(ROWS[:3], header=True)), shown(part(ROWS[3:6], header=True), pages=[3]))


@pytest.mark.parametrize("rules", RULES)
def test_text_below_the_first_keeps_two_apart(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.y = 400
    page.table(part(ROWS[:3], header=True), rules=rules, widths=WIDTHS)
    page.space(14).text(f"{PROSE}\nThe City keeps funds of its own.")
    page.page()
    page.table(part(ROWS[3:6], header=True), rules=rules, widths=WIDTHS)
    page.holds(shown(part(ROWS[:3], header=True)), shown(part(ROWS[3:6], header=True), pages=[2]))
