"""Several tables on one page: beside each other, close below each other, within a column of text."""

import pytest

from tests.ingest.tables.reading import Sheets, shown

FUNDS = """
    Fund   | Adopted | Actual
    ===
    Harbor | 1,200   | 1,150
    Lamps  | 90      | 88
    Piers  | 400     | 410
    Total  | 1,690   | 1,648
"""
STAFF = """
    Division | Posts | Vacant | Share
    ===
    Docks    | 42    | 3      | 7%
    Ferries  | 118   | 11     | 9%
    Permits  | 17    | 2      | 12%
"""
TASKS = """
    Milestone         | Owner       | Target
    ===
    Award of contract | Procurement | Summer
    Move of the desks | Staff       | Fall
    Closing           | Auditor     | Winter
"""
PROSE = "The board hears of its funds and of the works of the Port once in every quarter of the year."
COLUMN = """
    The department has finished the first
    phase of the harbor works in spring and
    now prepares the second, which depends
    on the permit of the coast guard and on
    the delivery of the pumps that were held
    up by the strike in the northern yards.
"""
RULES = ["grid", "rows", "header", "frame", "none"]


@pytest.mark.parametrize("rules", RULES)
def test_two_side_by_side(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(14)
    top = page.y
    page.table(FUNDS, rules=rules)
    page.y = top
    page.table(STAFF, rules=rules, x=330)
    page.space(40).text(PROSE)
    page.holds(shown(FUNDS), shown(STAFF))


@pytest.mark.parametrize("rules", RULES[:-1])
def test_two_side_by_side_with_as_many_rows(sheet: Sheets, rules: str) -> None:
    page = sheet()
    top = page.y
    page.table(STAFF, rules=rules)
    page.y = top
    page.table(TASKS, rules=rules, x=320)
    page.holds(shown(STAFF), shown(TASKS))


@pytest.mark.parametrize("rules", RULES)
def test_two_side_by_side_with_titles(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(14)
    top = page.y
    page.words(72, top, "Table 1: Funds", bold=True)
    page.words(330, top, "Table 2: Staff", bold=True)
    page.y = top + 16
    page.table(FUNDS, rules=rules)
    page.y = top + 16
    page.table(STAFF, rules=rules, x=330)
    page.holds(shown(FUNDS, title="Table 1: Funds"), shown(STAFF, title="Table 2: Staff"))


@pytest.mark.parametrize("gap", [12, 30])
@pytest.mark.parametrize("rules", RULES)
def test_two_close_below_each_other(sheet: Sheets, rules: str, gap: int) -> None:
    page = sheet()
    page.table(FUNDS, rules=rules)
    page.space(gap)
    page.table(STAFF, rules=rules)
    page.holds(shown(FUNDS), shown(STAFF))


@pytest.mark.parametrize("rules", RULES)
def test_two_with_the_same_columns_and_titles_of_their_own(sheet: Sheets, rules: str) -> None:
    page = sheet().text("Table 1: Funds of the Port", bold=True)
    page.table(FUNDS, rules=rules)
    page.space(6).text("Table 2: Funds of the City", bold=True)
    page.table(FUNDS, rules=rules)
    page.holds(shown(FUNDS, title="Table 1: Funds of the Port"), shown(FUNDS, title="Table 2: Funds of the City"))


@pytest.mark.parametrize("rules", RULES)
def test_a_line_of_text_between_two(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.table(FUNDS, rules=rules)
    page.space(4).text("Staff will return with an update on the items below.").space(4)
    page.table(TASKS, rules=rules)
    page.holds(shown(FUNDS), shown(TASKS))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_table_in_one_of_two_columns_of_text(sheet: Sheets, rules: str, side: str) -> None:
    page = sheet()
    ours, others = (60, 325) if side == "left" else (325, 60)
    page.text(COLUMN, x=ours).space(10)
    page.table(FUNDS, rules=rules, x=ours)
    page.space(16).text(COLUMN * 2, x=ours)
    page.y = 72
    page.text(COLUMN * 5, x=others)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
def test_a_table_close_to_prose(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.text(
        f"{PROSE}\nIt met in May, in June and again in September, when the books were closed, and found them whole."
    )
    page.table(FUNDS, rules=rules)
    page.text(
        f"{PROSE}\nIt met in May, in June and again in September, when the books were closed, and found them whole."
    )
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
def test_a_border_around_the_page_is_no_frame_of_a_table(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.frame(36, 36, 576, 756)
    page.text(PROSE).space(10)
    page.table(FUNDS, rules=rules)
    page.space(14).text(PROSE)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
def test_a_table_in_a_painted_box(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.paint(60, 66, 552, 240, "#f2f2f2")
    page.text(PROSE).space(6)
    page.table(FUNDS, rules=rules)
    page.y = 260
    page.text(PROSE)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
def test_three_on_a_page_under_headings(sheet: Sheets, rules: str) -> None:
    page = sheet()
    for title, table in (("Funds", FUNDS), ("Staff", STAFF), ("Milestones", TASKS)):
        page.text(title, bold=True, size=13).text(PROSE).space(6)
        page.table(table, rules=rules)
        page.space(16)
    page.holds(shown(FUNDS), shown(STAFF), shown(TASKS))


FAR = """
    Program        | 2031  | 2032
    ===
    Harbor works   | 1,200 | 1,150
    Street lamps   | 90    | 88
    Total          | 1,290 | 1,238
"""
GROUPS = """
    Program        | Adopted | <     | Actual | <
    ^              | 2031    | 2032  | 2031   | 2032
    ===
    Harbor works   | 1,200   | 1,150 | 1,190  | 1,140
    Street lamps   | 90      | 88    | 87     | 86
    Total          | 1,290   | 1,238 | 1,277  | 1,226
"""
OWNED = """
    Program        | Budget | Spent | Lead      | Phase
    ===
    Harbor works   | 1,200  | 1,150 | Engineers | Design
    Street lamps   | 90     | 88    | Lighting  | Bidding
    Sea wall       | 410    | 400   | Engineers | Closing
    Total          | 1,700  | 1,638 |           |
"""
FACTS = """
    Fleet | 1,200 | Staff | 42
    Piers | 90    | Posts | 118
    Lamps | 410   | Desks | 17
"""
ONE_WITH_A_WIDE_GAP = [
    pytest.param(FAR, (170, 60, 60), "lrr", id="labels far from figures"),
    pytest.param(GROUPS, (90, 55, 135, 55, 55), "lrlrr", id="two groups of figures"),
    pytest.param(OWNED, (90, 55, 135, 75, 70), "lrlll", id="words after figures"),
]


@pytest.mark.parametrize("rules", ["rows", "header", "none"])
@pytest.mark.parametrize(("text", "widths", "align"), ONE_WITH_A_WIDE_GAP)
def test_a_wide_gap_alone_parts_no_table(
    sheet: Sheets, text: str, widths: tuple[float, ...], align: str, rules: str
) -> None:
    page = sheet().text(PROSE).space(10)
    page.table(text, rules=rules, widths=widths, align=align)
    page.space(10).text(PROSE)
    assert [table.columns for table in page.tables()] == [len(widths)]


@pytest.mark.parametrize("rules", ["grid", "rows", "frame", "none"])
def test_facts_in_two_pairs_of_columns_are_not_torn(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(10)
    page.table(FACTS, rules=rules, widths=(60, 110, 60, 60))
    page.space(10).text(PROSE)
    assert len(page.tables()) <= 1


@pytest.mark.parametrize("align", ["lrr", "llr", "lcc"])
def test_a_section_with_its_own_names_keeps_to_the_columns_of_its_table(sheet: Sheets, align: str) -> None:
    capital = FUNDS.replace("Fund ", "Works").replace("Adopted", "Planned").replace("1,690", "(690)")
    page = sheet()
    page.table(FUNDS, rules="none", widths=(70, 70, 70), align=align)
    page.space(12).table(capital, rules="none", widths=(70, 70, 70), align=align)
    assert [(table.rows, table.columns) for table in page.tables()] == [(10, 3)]


@pytest.mark.parametrize("rules", ["grid", "rows", "header"])
def test_three_side_by_side(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(14)
    top = page.y
    for x, table in ((50, FUNDS), (225, STAFF), (430, FUNDS)):
        page.y = top
        page.table(table, rules=rules, x=x, size=9, gap=10)
    page.holds(shown(FUNDS), shown(STAFF), shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
def test_two_side_by_side_whose_rows_are_not_level(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(14)
    top = page.y
    place = page.table(STAFF, rules=rules)
    page.y = top + 4
    page.table(FUNDS, rules=rules, x=place.right + 24, pad=5)
    page.holds(shown(STAFF), shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
def test_a_table_close_below_two_side_by_side(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(14)
    top = page.y
    place = page.table(FUNDS, rules=rules)
    page.y = top
    page.table(STAFF, rules=rules, x=place.right + 60)
    page.y = place.bottom + 20
    page.table(TASKS, rules=rules)
    page.holds(shown(FUNDS), shown(STAFF), shown(TASKS))
