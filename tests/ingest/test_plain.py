"""Plain text memos: structure that is drawn with keys, and quotes that are found in the file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.text.plain import read_plain
from records.document import Document, words_to_places

MEMO = """\
                         CITY OF HARBORVIEW
                            MEMORANDUM

TO:       Honorable Mayor and                 FROM:  Dana Ruiz
          Members of the City Council                Public Works Director

DATE:     May 4, 2027

RECOMMENDATION

Receive and file this report on the capital projects that the
Department manages.

II. BACKGROUND
The Department reports each quarter.  A project is watched when it meets
one of the following:

   1. It costs more than planned
   2. It is late by more than
      one quarter

Project Status

Project              Status     Issue                     Next Step
-------------------  ---------  ------------------------  ------------------
Pier Nine Rebuild    Red        Contractor walked off     Rebid in June
Harbor Lights        Yellow     Transformers are          Order from a second
Upgrade                         late by six months        supplier

Ferry Kiosks         Green      None                      Go live

Pier Nine Rebuild

The rebuild stopped in March 2027 after the contractor left. Staff will
return to Council with a new contract and the remaining work will then be
City of Harborview                                             Page 1
\f
City of Harborview                                             Page 2

finished by fall 2028.

---------------
1 https://harborview.example/pier
2 Council Resolution 77.

/s/
Dana Ruiz
Public Works Director
"""


def read(text: str) -> Document:
    return read_plain(text.encode(), name="memo.txt", sha256="0" * 64)


def assert_found(document: Document, text: str) -> None:
    folded = " ".join(text.split())
    runs = [block.words for block in (*document.blocks, *document.furniture)]
    for table in document.tables:
        runs += [tuple(w for cell in table.row(n) for w in cell.words) for n in range(table.rows)]
    for words in runs:
        for place in words_to_places(words, document=document, memo=None, section=None):
            assert place.quote in folded


def test_a_memo_in_plain_text() -> None:
    document = read(MEMO)
    assert_found(document, MEMO)
    assert [(b.kind, b.level, b.marker, b.page, b.text[:28]) for b in document.blocks] == [
        ("paragraph", None, None, 1, "CITY OF HARBORVIEW\nMEMORANDU"),
        ("paragraph", None, None, 1, "TO: Honorable Mayor and\nMemb"),
        ("paragraph", None, None, 1, "FROM: Dana Ruiz\nPublic Works"),
        ("paragraph", None, None, 1, "DATE: May 4, 2027"),
        ("heading", 1, None, 1, "RECOMMENDATION"),
        ("paragraph", None, None, 1, "Receive and file this report"),
        ("heading", 1, None, 1, "II. BACKGROUND"),
        ("paragraph", None, None, 1, "The Department reports each "),
        ("item", 1, "1.", 1, "It costs more than planned"),
        ("item", 1, "2.", 1, "It is late by more than one "),
        ("heading", 2, None, 1, "Project Status"),
        ("table", None, None, 1, ""),
        ("heading", 2, None, 1, "Pier Nine Rebuild"),
        ("paragraph", None, None, 1, "The rebuild stopped in March"),
        ("footnote", None, "1", 2, "https://harborview.example/p"),
        ("footnote", None, "2", 2, "Council Resolution 77."),
        ("paragraph", None, None, 2, "/s/\nDana Ruiz\nPublic Works D"),
    ]


def test_columns_of_spaces_are_a_table_and_wrapped_cells_are_joined() -> None:
    table = read(MEMO).tables[0]
    assert table.title == "Project Status"
    assert table.header_rows == 1
    assert table.grid() == [
        ["Project", "Status", "Issue", "Next Step"],
        ["Pier Nine Rebuild", "Red", "Contractor walked off", "Rebid in June"],
        ["Harbor Lights Upgrade", "Yellow", "Transformers are late by six months", "Order from a second supplier"],
        ["Ferry Kiosks", "Green", "None", "Go live"],
    ]


def test_pipes_part_cells_also_where_the_first_or_last_is_empty() -> None:
    text = (
        "ID  | Project            | Sponsor    | Note\n"
        "----+--------------------+------------+-----------\n"
        "101 | Pier Nine          | Port       | On time\n"
        "102 | Harbor Lights      | Clerk of   |\n"
        "    | Upgrade            | the Board  |\n"
        "----+--------------------+------------+-----------\n"
        "103 | Ferry Kiosks       | Transit    |\n"
    )
    assert read(text).tables[0].grid() == [
        ["ID", "Project", "Sponsor", "Note"],
        ["101", "Pier Nine", "Port", "On time"],
        ["102", "Harbor Lights Upgrade", "Clerk of the Board", ""],
        ["103", "Ferry Kiosks", "Transit", ""],
    ]


def test_a_wrapped_cell_is_quoted_line_by_line() -> None:
    document = read(MEMO)
    cell = document.tables[0].row(2)[0]
    places = words_to_places(cell.words, document=document, memo=None, section=None)
    assert [place.quote for place in places] == ["Harbor Lights", "Upgrade"]


def test_running_lines_leave_the_text_and_are_kept_apart() -> None:
    document = read(MEMO)
    assert [block.text for block in document.furniture] == ["City of Harborview Page 1", "City of Harborview Page 2"]
    torn = document.blocks[13]
    assert torn.text.endswith("the remaining work will then be finished by fall 2028.")
    assert {word.page for word in torn.words} == {1, 2}
    assert len(document.pages) == 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Budget\n======\n\nIt grew.", ["heading", "paragraph"]),
        ("BUDGET\nIt grew.", ["heading", "paragraph"]),
        ("PMO\n\nIt grew.", ["paragraph", "paragraph"]),
        ("- one\n- two\n  and more\n(a) three", ["item", "item", "item"]),
        ("Name\tStatus\nPier\tRed", ["table"]),
        ("| Name | Status |\n+------+--------+\n| Pier | Red    |\n| Quay | Green  |", ["table"]),
        ("TO:     The Council\nFROM:   R. Vale\nDATE:   May 4, 2027", ["paragraph"]),
        ("It was late.  It then\nwas on time.  It will\nbe early again.  Done.", ["paragraph"]),
    ],
    ids=["underline", "capitals", "abbreviation", "items", "tabs", "drawn", "letterhead", "prose"],
)
def test_signs_of_structure(text: str, kinds: list[str]) -> None:
    document = read(text)
    assert [block.kind for block in document.blocks] == kinds
    assert_found(document, text)


LINE = st.text(alphabet="ab Z1.,:*|-=\t  \u00a0é/", max_size=40)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(LINE, st.sampled_from(["\n", "\n\n", "\f", "\r\n"])), max_size=12))
def test_nothing_is_lost_and_every_quote_is_found(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    if not text.strip():
        return
    document = read(text)
    assert_found(document, text)
    letters = sorted(char for char in text if char.isalnum())
    shown = [block.text + (block.marker or "") for block in (*document.blocks, *document.furniture)]
    shown += [cell.text for table in document.tables for cell in table.cells]
    kept = sorted(char for char in "".join(shown) if char.isalnum())
    # A running head is kept once, and a bare count of rows is dropped; nothing else may be missing.
    assert kept == letters or document.furniture or document.tables


def test_the_invented_sample_reads_clean() -> None:
    for path in sorted((Path(__file__).parents[2] / "corpus" / "others").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert_found(read(text), text)


def test_labelled_lines_under_a_name_keep_their_breaks_and_prose_below_them_is_joined() -> None:
    document = read("Pier Lift\nStatus: Delayed\nBudget: $4M\nThe mast cracked in\nMay. A new one is ordered.\n")
    assert [block.text for block in document.blocks] == [
        "Pier Lift\nStatus: Delayed\nBudget: $4M\nThe mast cracked in May. A new one is ordered."
    ]
