"""How a memo is cut: by section, lists with what opens them, tables with titles, notes with their marks."""

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages import FEWEST, MOST, Group, groups_to_passages, memo_to_passages
from records.memo import Memo
from records.passage import Passage, Sentence


def cut(samples: ModuleType, *blocks, **more) -> tuple[Passage, ...]:
    return memo_to_passages(samples.memo_of(blocks, **more)[0])


def texts(passage: Passage) -> list[str]:
    return [sentence.text for sentence in passage.sentences]


def test_a_paragraph_is_cut_into_sentences_with_their_places(samples: ModuleType) -> None:
    (passage,) = cut(
        samples,
        samples.block("heading", "Dredging", level=1),
        samples.block("paragraph", "The channel is open. Work cost $4.5 million."),
    )
    assert passage.trail == ("Dredging",)
    assert texts(passage) == ["The channel is open.", "Work cost $4.5 million."]
    assert [place.quote for sentence in passage.sentences for place in sentence.places] == texts(passage)
    assert passage.sentences[0].places[0].section == "Dredging"


def test_sections_are_never_mixed(samples: ModuleType) -> None:
    passages = cut(
        samples,
        samples.block("heading", "Docks", level=1),
        samples.block("paragraph", "Two docks."),
        samples.block("heading", "Cranes", level=1),
        samples.block("paragraph", "One crane."),
    )
    assert [(passage.trail, passage.text) for passage in passages] == [
        (("Docks",), "Two docks."),
        (("Cranes",), "One crane."),
    ]


def test_a_long_list_repeats_the_sentence_that_opens_it(samples: ModuleType) -> None:
    items = [samples.block("item", f"Aim {n}: " + "keep the harbour clean " * 8, marker="-") for n in range(8)]
    passages = cut(samples, samples.block("paragraph", "The plan is young. It has eight aims:"), *items)
    assert len(passages) > 1
    with_items = [passage for passage in passages if any(s.kind == "item" for s in passage.sentences)]
    for passage in with_items:
        assert "It has eight aims:" in texts(passage)
    assert sum(s.kind == "item" for passage in passages for s in passage.sentences) == 8


def test_paragraphs_with_bold_titles_after_a_colon_are_a_list(samples: ModuleType) -> None:
    years = [
        samples.block("paragraph", f"Year {n}: " + "ferries carried riders " * 15, bold=((0, 7),)) for n in range(1, 5)
    ]
    passages = cut(samples, samples.block("paragraph", "Service grew in four years:"), *years)
    assert len(passages) == 2
    assert all(texts(passage)[0] == "Service grew in four years:" for passage in passages)


def test_a_section_s_last_words_join_the_passage_before(samples: ModuleType) -> None:
    (passage,) = cut(
        samples, samples.block("paragraph", "The ferry runs daily. " * 20), samples.block("paragraph", "It is red.")
    )
    assert texts(passage)[-1] == "It is red."


def test_table_rows_name_their_columns(samples: ModuleType) -> None:
    table = samples.table_of(("", "Project", "Status"), ("1", "Pier 4", "Amber"), ("2", "Slipway", ""))
    (passage,) = cut(
        samples,
        samples.block("paragraph", "Project status and actions"),
        samples.block("table", "", table=0),
        tables=(table,),
    )
    assert texts(passage) == ["Project status and actions", "1; Project: Pier 4; Status: Amber", "2; Project: Slipway"]
    assert [place.quote for place in passage.sentences[1].places] == ["1", "Pier 4", "Amber"]


def test_two_rows_of_titles_are_joined_and_a_spanning_cell_covers_its_rows(samples: ModuleType) -> None:
    cell = samples.Cell
    cells = (
        cell(row=0, column=0, text="Team", page=1, row_span=2),
        cell(row=0, column=1, text="2030", page=1, column_span=2),
        cell(row=1, column=1, text="Budget", page=1),
        cell(row=1, column=2, text="Spent", page=1),
        cell(row=2, column=0, text="Docks", page=1, row_span=2),
        cell(row=2, column=1, text="$5", page=1),
        cell(row=2, column=2, text="$3", page=1),
        cell(row=3, column=1, text="$7", page=1),
        cell(row=4, column=0, text="All figures in millions", page=1, column_span=3),
    )
    table = samples.Table(cells=cells, rows=5, columns=3, header_rows=2, pages=(1,), method="ruled", confidence=1.0)
    (passage,) = cut(samples, samples.block("table", "", table=0), tables=(table,))
    assert texts(passage) == [
        "Team: Docks; 2030 Budget: $5; 2030 Spent: $3",
        "Team: Docks; 2030 Budget: $7",
        "All figures in millions",
    ]


def test_a_table_of_titles_alone_is_still_read(samples: ModuleType) -> None:
    table = samples.table_of(("Project", "Status"), header_rows=1)
    (passage,) = cut(samples, samples.block("table", "", table=0), tables=(table,))
    assert passage.text == "Project; Status"


def test_a_footnote_stands_beside_its_sentence(samples: ModuleType) -> None:
    first = "A grant pays for the lights."
    (passage,) = cut(
        samples,
        samples.block("paragraph", f"{first} They are due in May.", marks=samples.marks(("1", len(first)))),
        samples.block("footnote", "Grant 77, Lantern Fund.", marker="1"),
    )
    assert [(s.kind, s.text) for s in passage.sentences] == [
        ("prose", first),
        ("footnote", "Footnote 1: Grant 77, Lantern Fund."),
        ("prose", "They are due in May."),
    ]


def test_footnotes_that_start_again_on_each_page_go_to_their_own(samples: ModuleType) -> None:
    passages = cut(
        samples,
        samples.block("paragraph", "First claim.", page=1, marks=samples.marks(("1", 12))),
        samples.block("footnote", "Source one.", page=1, marker="1"),
        samples.block("paragraph", "Second claim.", page=2, marks=samples.marks(("1", 13))),
        samples.block("footnote", "Source two.", page=2, marker="1"),
    )
    assert passages[0].text == "First claim. Footnote 1: Source one. Second claim. Footnote 1: Source two."


def test_a_footnote_without_a_mark_is_not_lost(samples: ModuleType) -> None:
    (passage,) = cut(
        samples, samples.block("paragraph", "A claim."), samples.block("footnote", "See the annex.", marker="*")
    )
    assert "Footnote *: See the annex." in texts(passage)


def test_the_letterhead_is_one_passage_of_lines(samples: ModuleType) -> None:
    passages = cut(
        samples,
        samples.block("heading", "Memorandum", level=1),
        samples.block("paragraph", "TO: Harbor Committee\nFROM: Ada Quill"),
        samples.block("paragraph", "DATE: May 6, 2030"),
        samples.block("heading", "Summary", level=1),
        samples.block("paragraph", "All is well."),
    )
    assert [(s.kind, s.text) for s in passages[0].sentences] == [
        ("letterhead", "Memorandum"),
        ("letterhead", "TO: Harbor Committee"),
        ("letterhead", "FROM: Ada Quill"),
        ("letterhead", "DATE: May 6, 2030"),
    ]
    assert [passage.trail for passage in passages] == [(), ("Summary",)]


def test_a_heading_with_nothing_under_it_is_itself_text(samples: ModuleType) -> None:
    passages = cut(
        samples,
        samples.block("heading", "Findings", level=1),
        samples.block("heading", "Exhibit 4: Tide table", level=2),
        samples.block("heading", "Next steps", level=1),
        samples.block("paragraph", "Wait for the tide."),
    )
    assert [passage.text for passage in passages] == ["Exhibit 4: Tide table", "Wait for the tide."]


def test_ids_are_stable_and_belong_to_one_version(samples: ModuleType) -> None:
    def ids(version: int) -> set[str]:
        return {passage.id for passage in memo_to_passages(samples.numbered_memo(5, version=version)[0])}

    assert ids(1) == ids(1)
    assert not ids(1) & ids(2)


@pytest.mark.parametrize("number", range(3))
def test_no_word_of_the_memo_is_left_out(samples: ModuleType, number: int) -> None:
    memo: Memo = samples.numbered_memo(number)[0]
    searched = " ".join(" ".join((*passage.trail, passage.text)) for passage in memo_to_passages(memo)).split()
    assert {word for item in memo.document.blocks for word in item.text.split()} <= set(searched)


def sentence(words: int) -> Sentence:
    return Sentence(text=" ".join(["word"] * words), kind="prose", places=())


groups = st.lists(
    st.builds(
        lambda lead, sizes: Group(lead=tuple(sentence(n) for n in lead), sentences=tuple(sentence(n) for n in sizes)),
        st.lists(st.integers(1, 30), max_size=1),
        st.lists(st.integers(1, 220), min_size=1, max_size=12),
    ),
    max_size=8,
)


@given(groups)
def test_passages_keep_order_and_size(listed: list[Group]) -> None:
    cuts = groups_to_passages(listed)
    kept = [one for piece in cuts for one in piece]
    wanted = [one for group in listed for one in group.sentences]
    at = iter(kept)
    assert all(any(one is candidate for candidate in at) for one in wanted)
    leads = {id(one) for group in listed for one in group.lead}
    for piece in cuts:
        words = sum(len(one.text.split()) for one in piece)
        own = [one for one in piece if id(one) not in leads]
        assert own
        assert words <= MOST or len(own) == 1
    assert all(sum(len(one.text.split()) for one in piece) >= 1 for piece in cuts)
    assert FEWEST < MOST
