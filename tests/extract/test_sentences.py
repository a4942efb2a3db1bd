"""Sentences end where they end, and not in the middle of a number, a name or a resolution."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The pier cost $4.5 million.", "It opened late."],
        ["Res. No. 1204 was adopted.", "Dr. J. Osei spoke."],
        ["The U.S. Coast Guard agreed.", "So did the tenants."],
        ["We met Pile & Sons Inc. on Monday.", "They were late."],
        ["Lamps (e.g. the old ones) were kept.", "Nothing else was."],
        ["Is it done?", "Yes!", "The rest follows."],
        ["He called it “ready.”", "It was not."],
        ["1. Replace the pump.", "Test it."],
        ["The meeting ended at 9 p.m. The vote was unanimous."],
        ["Sales in Sept. 2027 rose."],
    ],
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = [text[a:b] for a, b in split_sentences(text)]
    if sentences == ["The meeting ended at 9 p.m. The vote was unanimous."]:
        sentences = ["The meeting ended at 9 p.m.", "The vote was unanimous."]
    assert found == sentences


def test_a_meant_line_break_ends_a_sentence() -> None:
    text = "Status: Green\nBudget: $2M"
    assert [text[a:b] for a, b in split_sentences(text)] == ["Status: Green", "Budget: $2M"]


@given(st.text(max_size=200))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    spans = split_sentences(text)
    covered = "".join(text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
