"""Section trees from headings of uneven quality."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.frame.sections import document_to_sections
from records.document import Document

Read = Callable[..., Document]
HEAD = "# MEMORANDUM\n\n**TO:** Council\n**FROM:** R. Vale\n\n"


@pytest.mark.parametrize(
    ("text", "trails"),
    [
        ("## One\n\nA.\n\n### Two\n\nB.\n\n## Three\n\nC.", ["One", "One / Two", "Three"]),
        ("## FIRST\n\nA.\n\n### Two\n\nB.\n\n## Three\n\nC.\n\n### Four\n\nD.\n\n## FIFTH\n\nE.",
         ["FIRST", "FIRST / Two", "FIRST / Three", "FIRST / Three / Four", "FIFTH"]),
        ("#### One\n\nA.\n\n## Two\n\nB.", ["One", "Two"]),
        ("# Title\n\nA.\n\n## One\n\nB.\n\n## Two\n\nC.", ["Title", "One", "Two"]),
        ("**TO:**\n\n## One\n\nA.", ["One"]),
    ],
    ids=["plain", "capitals lead", "levels skip", "title", "label"],
)  # fmt: skip
def test_trails(text: str, trails: list[str], markdown: Read) -> None:
    sections = [section for section in document_to_sections(markdown(text)) if section.level]
    assert [" / ".join(section.trail) for section in sections] == trails
    assert [section.level for section in sections] == [trail.count(" / ") + 1 for trail in trails]


def test_what_stands_above_the_letterhead_is_no_section(markdown: Read) -> None:
    sections = document_to_sections(markdown(f"{HEAD}## Background\n\nText."))
    assert [(section.level, section.title) for section in sections] == [(0, ""), (1, "Background")]


def test_sections_cover_every_block_once(markdown: Read) -> None:
    document = markdown(f"{HEAD}## One\n\nA.\n\n- B\n\n**Two**\n\nC.\n\n## Three")
    sections = document_to_sections(document)
    covered = [n for section in sections for n in range(section.first, section.last)]
    assert covered == list(range(len(document.blocks)))


def test_on_a_page_the_line_above_a_table_has_nothing_below_it(markdown: Read) -> None:
    text = (
        "## WORK\n\n### Standing\n\nA.\n\n### Status Table\n\n|A|B|\n|-|-|\n|1|2|\n\n#### Pier\n\nB.\n\n## NEXT\n\nC."
    )
    document = replace(markdown(text), media="pdf")
    assert [" / ".join(section.trail) for section in document_to_sections(document)] == [
        "WORK",
        "WORK / Standing",
        "WORK / Standing / Status Table",
        "WORK / Standing / Pier",
        "NEXT",
    ]


def test_a_document_without_headings_is_one_section(markdown: Read) -> None:
    (section,) = document_to_sections(markdown("One.\n\nTwo."))
    assert (section.title, section.level, section.first, section.last) == ("", 0, 0, 2)
