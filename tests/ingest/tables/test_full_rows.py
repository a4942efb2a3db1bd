"""A caption or notes that are drawn as the first or last row of the grid are told apart from its rows."""

from tests.ingest.tables.reading import Sheets, shown

BODY = """
    Quay     | Depth of water | Boats at berth
    ===
    North    | 4.2            | 12
    Mole     | 3.9            | 7
"""
NOTE = "Note: depths are those of the lowest tide"
SENTENCES = (
    "The depths are those of the lowest tide of // the year and the boats are those // that the clerk of the port saw"
)


def test_a_caption_in_the_grid_is_the_title(sheet: Sheets) -> None:
    page = sheet()
    page.table("Exhibit 4: Quays of the port | < | <\n" + BODY.strip())
    page.holds(shown(BODY, title="Exhibit 4: Quays of the port"))


def test_a_heading_without_a_number_stays_a_row(sheet: Sheets) -> None:
    text = "Quays of the port | < | <\n" + BODY.strip()
    page = sheet()
    page.table(text)
    page.holds(shown(text))


def test_notes_in_the_last_row_of_the_grid_are_outside(sheet: Sheets) -> None:
    for note in (NOTE, SENTENCES):
        page = sheet()
        page.table(BODY.strip() + f"\n{note} | < | <")
        page.holds(shown(BODY))


def test_a_total_over_all_columns_stays_a_row(sheet: Sheets) -> None:
    text = BODY.strip() + "\nAll quays are open | < | <"
    page = sheet()
    page.table(text)
    page.holds(shown(text))
