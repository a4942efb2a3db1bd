"""Markdown as converters and people write it: what is shown, and that every word is still found in the file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.text.markdown import read_markdown
from records.document import Block, Document, words_to_places
from records.errors import InputError


def read(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read_markdown(data, name="memo.md", sha256="0" * 64)


def shape(document: Document) -> list[tuple[str, int | None, str | None, str]]:
    return [(b.kind, b.level, b.marker, b.text) for b in document.blocks]


def quotes(document: Document) -> list[str]:
    """What every block and every table row would be cited with."""
    runs = [block.words for block in document.blocks]
    for table in document.tables:
        runs += [tuple(w for cell in table.row(n) for w in cell.words) for n in range(table.rows)]
        runs += [cell.words for cell in table.cells]
    return [p.quote for words in runs for p in words_to_places(words, document=document, memo=None, section=None)]


def assert_found(document: Document, text: str) -> None:
    folded = " ".join(text.split())
    for quote in quotes(document):
        assert quote in folded
        assert quote == " ".join(quote.split())


@pytest.mark.parametrize(
    ("text", "shown", "sources"),
    [
        ("**TO:** R. Vale", "TO: R. Vale", ["**TO:**", "R.", "Vale"]),
        (r"It cost \$4 \* 2.", "It cost $4 * 2.", ["It", "cost", r"\$4", r"\*", "2."]),
        ("AT&amp;T &#36;5", "AT&T $5", ["AT&amp;T", "&#36;5"]),
        ("ask [Ana *Ode*](mailto:ana@x.example) now", "ask Ana Ode now", None),
        ('ask [Ana](<a b> "a title") now', "ask Ana now", ["ask", '[Ana](<a b> "a title")', "now"]),
        ("see <https://x.example/a%20b>.", "see https://x.example/a%20b.", ["see", "<https://x.example/a%20b>."]),
        ("one<br>two", "one\ntwo", ["one", "two"]),
        ("one  \ntwo\nthree.", "one\ntwo three.", ["one", "two", "three."]),
        ("one\\\ntwo", "one\ntwo", ["one", "two"]),
        ("a `b  c` d", "a b c d", ["a", "`b", "c`", "d"]),
        ("> one\n> *two* three.", "one two three.", ["one", "> *two*", "three."]),
        ("the <vendor name> bid", "the <vendor name> bid", ["the", "<vendor", "name>", "bid"]),
        ("[Draft]: revised twice", "[Draft]: revised twice", ["[Draft]:", "revised", "twice"]),
        ("    set in by four", "set in by four", ["set", "in", "by", "four"]),
        ("* * * not a rule", None, None),
    ],
)
def test_a_word_is_shown_without_its_signs_and_cited_with_them(
    text: str, shown: str | None, sources: list[str] | None
) -> None:
    document = read(text)
    assert_found(document, text)
    if shown is not None:
        assert document.blocks[0].text == shown
    if sources is not None:
        assert [word.source for word in document.blocks[0].words] == sources


def test_emphasis_is_kept_as_offsets() -> None:
    block = read("A **bold *both* word** and <i>this</i>.").blocks[0]
    assert block.text == "A bold both word and this."
    assert [block.text[slice(*span)] for span in block.bold] == ["bold both word"]
    assert [block.text[slice(*span)] for span in block.italic] == ["both", "this"]


def test_footnotes_leave_the_text_and_keep_their_mark() -> None:
    document = read(
        "Paid in full.<sup>1</sup> Built.[^b]\n\n---\n\n<sup>1</sup> <https://x.example/1>\n\n[^b]: See Act 5."
    )
    assert shape(document) == [
        ("paragraph", None, None, "Paid in full. Built."),
        ("footnote", None, "1", "https://x.example/1"),
        ("footnote", None, "b", "See Act 5."),
    ]
    assert [(m.mark, m.offset) for m in document.blocks[0].marks] == [("1", 13), ("b", 20)]
    assert document.blocks[0].words[2].source == "full.<sup>1</sup>"


def test_an_exponent_and_an_ordinal_are_no_footnotes() -> None:
    document = read("Some 40 m<sup>2</sup> on the 1<sup>st</sup> floor")
    assert document.blocks[0].text == "Some 40 m2 on the 1st floor"
    assert document.blocks[0].marks == ()


def test_list_items_have_their_own_sign_and_depth() -> None:
    document = read("1. One\n2. Two\n   - Below\n\n   More of two.\n\n- 6. **Six:** odd\n\n• Bullet\n• Another")
    assert shape(document) == [
        ("item", 1, "1.", "One"),
        ("item", 1, "2.", "Two"),
        ("item", 2, "-", "Below"),
        ("paragraph", None, None, "More of two."),
        ("item", 1, "6.", "Six: odd"),
        ("item", None, "•", "Bullet"),
        ("item", None, "•", "Another"),
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("The gates are to be rebuilt and\n\nthen painted.", ["The gates are to be rebuilt and then painted."]),
        ("- rebuild, paint,\n\nand open.", ["rebuild, paint, and open."]),
        ("The gates are rebuilt.\n\nthen painted.", ["The gates are rebuilt.", "then painted."]),
        ("The gates and\n\na. first gate", ["The gates and", "a. first gate"]),
        ("The gates and\n\nThen more", ["The gates and", "Then more"]),
    ],
    ids=["paragraph", "item", "finished", "enumeration", "capital"],
)
def test_a_block_torn_by_a_page_break_is_joined(text: str, blocks: list[str]) -> None:
    document = read(text)
    assert [block.text for block in document.blocks] == blocks
    assert_found(document, text)


def test_a_block_torn_around_a_footnote_is_quoted_in_two_pieces() -> None:
    text = "The gates are to be rebuilt and\n\n---\n\n<sup>1</sup> Act 5.\n\nthen painted."
    document = read(text)
    assert [block.text for block in document.blocks] == ["The gates are to be rebuilt and then painted.", "Act 5."]
    places = words_to_places(document.blocks[0].words, document=document, memo=None, section=None)
    assert [place.quote for place in places] == ["The gates are to be rebuilt and", "then painted."]


def test_loose_headings_rank_below_the_heading_they_stand_under() -> None:
    document = read(
        "## **WORK**\n\n*Highlights*\n\nText.\n\n**Pier Nine**\n\nText.\n\n**Not a heading.**\n\n"
        "*Risks*\n\nText.\n\n## NEXT\n\n**Costs**\n\nText."
    )
    headings = [(b.level, b.text) for b in document.blocks if b.kind == "heading"]
    assert headings == [(2, "WORK"), (3, "Highlights"), (4, "Pier Nine"), (3, "Risks"), (2, "NEXT"), (3, "Costs")]


def test_the_line_above_a_table_is_its_title_and_leaves_the_ranks_alone() -> None:
    document = read("### Work\n\n**Status Table**\n\n|A|B|\n|-|-|\n|1|2|\n\n*Highlights*\n\nText.\n\n**Pier**\n\nText.")
    assert document.tables[0].title == "Status Table"
    headings = [(b.level, b.text) for b in document.blocks if b.kind == "heading"]
    assert headings == [(3, "Work"), (4, "Status Table"), (4, "Highlights"), (5, "Pier")]


def test_a_rule_directly_under_a_long_paragraph_makes_no_heading() -> None:
    document = read("The crew finished the last of the gates.\n---\n\nShort Title\n---\n\nText.")
    assert [(b.kind, b.text) for b in document.blocks][:2] == [
        ("paragraph", "The crew finished the last of the gates."),
        ("heading", "Short Title"),
    ]


TABLES = {
    "tabs": "\t<b>Project</b>\t<b>Status</b>\n<b>1</b>\tPier *Nine*\tRED\n<b>2</b>\tKiosks\tGREEN",
    "pipes": "| | Project | Status |\n|-|:-:|-|\n| 1 | Pier *Nine* | RED |\n| 2 | Kiosks | GREEN |",
    "tight pipes": "||Project|Status|\n|-|-|-|\n|1|Pier *Nine*|RED|\n|2|Kiosks|GREEN|",
    "no outer pipes": "Project|Status\n-|-\nPier *Nine*|RED\nKiosks|GREEN",
    "html": "<table>\n<tr><th></th><th>Project</th><th>Status</th></tr>\n\n<tr><td>1</td><td>Pier <i>Nine</i></td>"
    "<td>RED</td></tr><tr><td>2</td><td>Kiosks</td><td>GREEN</td></tr>\n</table>",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES.keys())
def test_a_table_is_clean_whatever_it_is_drawn_with(text: str) -> None:
    text = f"Before.\n\n{text}\n\nAfter."
    document = read(text)
    assert [block.kind for block in document.blocks] == ["paragraph", "table", "paragraph"]
    table = document.tables[0]
    assert table.grid() == [["Project", "Status"], ["Pier Nine", "RED"], ["Kiosks", "GREEN"]]
    assert table.header_rows == 1
    assert_found(document, text)


@pytest.mark.parametrize("first", ["No.", "1"])
def test_a_first_column_stays_where_it_says_more_than_the_count(first: str) -> None:
    header, counts = ("No.", "12") if first == "No." else ("", "13")
    rows = "\n".join(f"| {n} | x{n} | y |" for n in counts)
    document = read(f"| {header} | A | B |\n|-|-|-|\n{rows}")
    assert document.tables[0].columns == 3


def test_cells_that_span_and_hold_breaks_and_pipes() -> None:
    document = read(
        "<table><tr><td rowspan='2'>A</td><td colspan=2>B &amp; C</td></tr>"
        "<tr><td>d<br>e</td><td>f</td></tr></table>\n\n"
        "|x|y|\n|-|-|\n|a \\| b|`c`|"
    )
    assert document.tables[0].grid() == [["A", "B & C", ""], ["", "d e", "f"]]
    assert document.tables[1].grid()[1] == ["a | b", "c"]


@pytest.mark.parametrize(
    "text",
    ["TO:\tCity Council\nFROM:\tR. Vale", "-\tone\n-\ttwo", "1.\tone\n2.\ttwo", "\tone\n\ttwo", "one\ttwo"],
    ids=["letterhead", "bullets", "numbers", "indent", "one line"],
)
def test_tabs_alone_make_no_table(text: str) -> None:
    assert read(text).tables == ()


def test_letterhead_lines_and_signatures_keep_their_breaks() -> None:
    document = read("**To:** Council\n**From:** R. Vale\n\n/s/\nR. Vale\nDirector\n\nThis is prose that\nis wrapped.")
    assert [block.text for block in document.blocks] == [
        "To: Council\nFrom: R. Vale",
        "/s/\nR. Vale\nDirector",
        "This is prose that is wrapped.",
    ]


@pytest.mark.parametrize(
    ("data", "shown", "problems"),
    [
        ("\ufeffCafé is\r\nopen.".encode(), "Café is open.", []),
        ("Café".encode("utf-16"), "Café", []),
        (
            "Das Café der Stadt öffnet früh, und die Gäste können draußen sitzen.".encode("cp1252"),
            None,
            ["encoding_guessed"],
        ),
    ],
    ids=["mark and CRLF", "utf-16", "cp1252"],
)
def test_encodings(data: bytes, shown: str | None, problems: list[str]) -> None:
    document = read(data)
    assert "Caf" in document.blocks[0].text
    assert shown is None or document.blocks[0].text == shown
    assert [problem.kind for problem in document.problems] == problems


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (b" \n ", "empty"), (b"a\0b", "unsupported")])
def test_what_is_not_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as error:
        read(data)
    assert error.value.code == code


def test_a_picture_is_reported_and_its_text_kept() -> None:
    document = read("![Seal of the city](seal.png)\n\nText.")
    assert document.blocks[0].text == "Seal of the city"
    assert [problem.kind for problem in document.problems] == ["picture"]


WORDS = st.text(alphabet="ab Z1.,:*_`[]()<>\\|#-&;$'\"é\t/^!~", min_size=1, max_size=12)
WRAPS = st.sampled_from(
    ["{}", "**{}**", "*{}*", "`{}`", "[{}](x y)", "[{}](http://x.example)", "<b>{}</b>", "{}<sup>1</sup>", "![{}](p)",
     "\\{}", "&amp;{}", "<https://x.example/{}>", "{}<br>", "{}  \n", "{}\n", "[^1]{}", "{}&nbsp;"]
)  # fmt: skip
LEADS = st.sampled_from(["", "# ", "- ", "1. ", "> ", "> - 2) ", "    ", "\t", "<p>", "| ", "* * ", "[^1]: ", "• "])
PIECES = st.builds(lambda wrap, word: wrap.format(word), WRAPS, WORDS)
LINES = st.builds(lambda lead, pieces: lead + " ".join(pieces), LEADS, st.lists(PIECES, min_size=1, max_size=5))
FILES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\n\t", "\n|-|-|\n"])), min_size=1, max_size=8)


@settings(max_examples=300, deadline=None)
@given(FILES)
def test_every_quote_is_found_in_whatever_was_written(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    if not text.strip():
        return
    document = read(text)
    assert_found(document, text)
    for block in document.blocks:
        assert_words_cover(block)


def assert_words_cover(block: Block) -> None:
    assert " ".join(block.text[w.start : w.end] for w in block.words) == " ".join(block.text.split())
    assert all(0 <= start < end <= len(block.text) for start, end in (*block.bold, *block.italic))
    assert all(0 <= mark.offset <= len(block.text) for mark in block.marks)


def test_the_real_memo_reads_clean(shared: Path) -> None:
    text = (shared / "seed" / "memo-2026-03-26.md").read_text()
    document = read(text)
    assert_found(document, text)
    assert [(t.rows, t.columns, t.header_rows) for t in document.tables] == [(3, 4, 1)]
    assert not any(sign in block.text for block in document.blocks for sign in ("**", "<b>", "<sup>", "\\$", "]("))
    assert sum(block.kind == "footnote" for block in document.blocks) == 2
