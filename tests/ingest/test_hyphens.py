"""Words broken at a line's end, and what the document itself tells about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pdf.hyphens import count_words, how_to_join


@pytest.mark.parametrize(
    ("first", "second", "document", "expected"),
    [
        ("infor-", "mation", "", "drop"),  # the printer broke the word
        ("long-", "term", "a long-term lease", "keep"),  # the document writes it with a hyphen elsewhere
        ("City-", "wide", "citywide repairs", "drop"),  # ... or without one
        ("well-", "known", "a well is known", "keep"),  # both halves are words
        ("up-", "dated", "up to now it is dated", "drop"),  # a half of two letters proves nothing
        ("City-", "Wide", "", "keep"),
        ("2025-", "2026", "", "keep"),
        ("COVID-", "19", "", "keep"),
        ("cross-func-", "tional", "", "drop"),
        ("short-", "and", "", "space"),  # "short- and long-term"
        ("hand\u00ad", "over", "", "drop"),
        ("and/", "or", "", "keep"),
        ("May\u2013", "June", "", "keep"),
        ("parks", "and", "", "space"),
        ("-", "fire", "", "space"),
        ("https://city.example/re", "ports?id=7", "", "keep"),
        ("https://city.example/reports", "Staff", "", "space"),
    ],
)
def test_a_broken_word_is_joined_as_the_document_writes_it(
    first: str, second: str, document: str, expected: str
) -> None:
    assert how_to_join(first, second, known=count_words([document])) == expected


def test_the_broken_halves_themselves_are_no_evidence() -> None:
    counts = count_words(["the panel is well-", "known for its patience"])
    assert "known" not in counts
    assert counts["patience"] == 1


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_words_can_be_joined(first: str, second: str) -> None:
    assert how_to_join(first, second, known={}) in ("space", "keep", "drop")


@given(st.text(alphabet="abcdefgh", min_size=2, max_size=12), st.text(alphabet="abcdefgh", min_size=2, max_size=12))
def test_what_the_document_writes_with_a_hyphen_keeps_it(first: str, second: str) -> None:
    assert how_to_join(f"{first}-", second, known=count_words([f"one {first}-{second} two"])) == "keep"
