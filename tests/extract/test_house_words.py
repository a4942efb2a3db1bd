"""A memo's own words for the state of its projects, from what it says that they mean."""

import pytest

from extract.projects.house_words import definitions_to_words, status_in, statuses_in
from records.facts import Definition


def _define(*pairs: tuple[str, str]) -> list[Definition]:
    return [Definition(term=term, meaning=meaning, memo="m", places=()) for term, meaning in pairs]


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (
            (("Healthy", "cost and date hold"), ("Watch", "one may not"), ("Critical", "both are lost")),
            {"healthy": "green", "watch": "yellow", "critical": "red"},
        ),
        (
            (("On schedule", "it opens in time"), ("Monitor", "one risk"), ("Intervene", "the Board decides")),
            {"monitor": "yellow", "intervene": "red"},
        ),
        (
            (("Steady", "cost and date will be met"), ("Watch", "one is in doubt"), ("Act now", "decide")),
            {"steady": "green", "watch": "yellow", "act now": "red"},
        ),
        (
            (("Calm", "cost and date as approved"), ("Rough", "one may be lost"), ("Storm", "the Board must decide")),
            {"calm": "green", "rough": "yellow", "storm": "red"},
        ),
        (
            (("Clear", "it meets its dates"), ("Care", "a date may slip"), ("Stuck", "the end will not be kept")),
            {"clear": "green", "care": "yellow", "stuck": "red"},
        ),
        (
            (
                ("Stuck", "the date is unlikely to hold"),
                ("Care", "a date may slip"),
                ("Clear", "goes on without delay"),
            ),
            {"clear": "green", "care": "yellow", "stuck": "red"},
        ),
        (
            (("A", "nothing is late"), ("B", "one milestone is late"), ("C", "two or more are late")),
            {"a": "green", "b": "yellow", "c": "red"},
        ),
        ((("Steady", "a plan exists"), ("Watch", "some doubt"), ("Act now", "decide")), {}),
        ((("Critical", "a part of a pump"),), {}),
        ((("Ferry", "a boat"), ("Berth", "a place"), ("Quay", "a wall")), {}),
    ],
)
def test_a_scale_of_three_is_read_where_one_of_its_ends_is_known(
    pairs: tuple[tuple[str, str], ...], words: dict[str, str]
) -> None:
    assert definitions_to_words(_define(*pairs)) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Pier Lift is on watch.", ["yellow"]),
        ("The Pier Lift is healthy again.", ["green"]),
        ("We watch the tide.", []),
        ("Critical parts have come.", []),
        ("The project needs attention.", ["yellow"]),
    ],
)
def test_own_words_count_where_they_end_a_clause(text: str, found: list[str]) -> None:
    words = {"healthy": "green", "watch": "yellow", "critical": "red"}
    assert [span.status for span in statuses_in(text, words)] == found


def test_a_grade_is_no_word_of_a_sentence() -> None:
    assert statuses_in("The pump is of plan A.", {"a": "green", "b": "yellow", "c": "red"}) == ()


def test_a_cell_with_an_own_word_has_its_status() -> None:
    assert status_in("Monitor", {"monitor": "yellow"}) == "yellow"
    assert status_in("Monitor", {}) is None
