"""One project through all memos, under all its names."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from answer.history import history, memos_without
from records.document import Document, Page
from records.errors import NotFound
from records.facts import Project
from records.identity import Decision
from records.memo import Letterhead, Memo
from records.place import Place

OTHERS = ("Tide Tables", "Dredging Plan", "Crane Inspection", "Gull Survey")


def a_memo(year: int, *projects: tuple[str, str] | tuple[str, str, tuple[str, ...]]) -> Memo:
    place = Place(memo=str(year), file="m.md", page=1, box=None, section=None, quote="q", sha256="ab")
    records = [(name, "green", ()) for name in OTHERS] + [(*project, ())[:3] for project in projects]
    return Memo(
        id=str(year),
        letterhead=Letterhead(date=date(year, 3, 1)),
        sections=(),
        projects=tuple(
            Project(project=n, status=s, aliases=a, memo=str(year), as_of=date(year, 3, 1), places=(place,))
            for n, s, a in records
        ),
        document=Document(
            file="m.md", sha256="ab", media="markdown", pages=(Page(number=1, width=None, height=None),), blocks=()
        ),
    )


MEMOS = (
    a_memo(2033, ("Harbor Pass", "complete")),
    a_memo(2030, ("Dock Ticketing System", "green")),
    a_memo(2032, ("Harbor Pass", "red")),
    a_memo(2031, ("Harbor Pass", "yellow", ("Dock Ticketing System",))),
)
TRAIL = [("2030", "Dock Ticketing System"), ("2031", "Harbor Pass"), ("2032", "Harbor Pass"), ("2033", "Harbor Pass")]


@pytest.mark.parametrize("name", ["Harbor Pass", "harbor pass", "Dock Ticketing System", "Dock Ticketing"])
def test_a_rename_is_followed_both_ways_oldest_first(name: str) -> None:
    assert [(project.memo, project.project) for project in history(name, MEMOS)] == TRAIL


def test_a_year_without_the_project_is_stepped_over() -> None:
    memos = (a_memo(2030, ("Seawall Survey", "green")), a_memo(2031), a_memo(2032, ("Seawall Survey", "yellow")))
    assert [project.memo for project in history("Seawall Survey", memos)] == ["2030", "2032"]


def test_the_end_of_a_history_says_which_memos_are_silent() -> None:
    memos = (a_memo(2033), a_memo(2030), a_memo(2031, ("Seawall Survey", "green")), a_memo(2032))
    silent = memos_without(history("Seawall Survey", memos), memos)
    assert [(silence.memo, silence.text) for silence in silent] == [
        ("2032", "not mentioned in the memo of 2032-03-01"),
        ("2033", "not mentioned in the memo of 2033-03-01"),
    ]
    assert memos_without(history("Harbor Pass", MEMOS), MEMOS) == ()
    assert memos_without((), MEMOS) == ()


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Divers thanked the Seawall Survey.", "without a status"),
        ("The Seawall Survey was completed in May 2031.", "told as complete"),
    ],
)
def test_a_memo_that_names_the_project_in_passing_is_not_silent(
    sentence: str, said: str, memo_of: Callable[..., Memo]
) -> None:
    later = memo_of(f"# News\n\n{sentence}", id="later", letterhead=Letterhead(date=date(2032, 3, 1)))
    (silence,) = memos_without(
        history("Seawall Survey", [a_memo(2031, ("Seawall Survey", "green"))]),
        [a_memo(2031, ("Seawall Survey", "green")), later],
    )
    assert silence.text == f"named on page 1 of the memo of 2032-03-01, {said}"
    assert silence.places[0].quote == sentence


def test_what_a_sentence_tells_of_the_end_is_the_last_record(memo_of: Callable[..., Memo]) -> None:
    first = a_memo(2031, ("Seawall Survey", "green"))
    told = memo_of(
        "# N\n\nThe Seawall Survey was completed in May.", id="b", letterhead=Letterhead(date=date(2032, 3, 1))
    )
    again = memo_of(
        "# N\n\nThe Seawall Survey was completed a year ago.", id="c", letterhead=Letterhead(date=date(2033, 3, 1))
    )
    trail = history("Seawall Survey", [first, told, again])
    assert [(record.memo, record.status, record.source) for record in trail] == [
        ("2031", "green", "table"), ("b", "complete", "prose"),
    ]  # fmt: skip
    assert trail[-1].place.quote == "The Seawall Survey was completed in May."


def test_a_memo_to_another_body_is_not_silent_of_a_project(memo_of: Callable[..., Memo]) -> None:
    other = memo_of("# N\n\nNone.", id="o", letterhead=Letterhead(date=date(2032, 3, 1), body="Parks Board"))
    memos = [a_memo(2031, ("Seawall Survey", "green")), other]
    assert memos_without(history("Seawall Survey", memos), memos) == ()


def test_a_name_that_fits_two_projects_is_not_guessed() -> None:
    memos = (a_memo(2030, ("Pier Lights", "green"), ("Pier Decks", "green")),)
    with pytest.raises(NotFound, match="Pier Lights; Pier Decks"):
        history("Pier", memos)


def test_a_word_that_means_another_project_each_year_is_not_one_history() -> None:
    memos = (a_memo(2030, ("Radio Mast Painting", "complete")), a_memo(2031, ("Marine Radio Licences", "green")))
    with pytest.raises(NotFound, match="Radio Mast Painting; Marine Radio Licences"):
        history("radio", memos)


def test_an_unknown_name_comes_back_with_close_ones() -> None:
    with pytest.raises(NotFound, match="Close: Harbor Pass"):
        history("Harbour Pas", MEMOS)
    with pytest.raises(NotFound, match="`memolens projects`"):
        history("zzzz", MEMOS)


def test_without_memos_nothing_is_found() -> None:
    with pytest.raises(NotFound):
        history("Harbor Pass", ())


def test_a_link_that_a_person_has_undone_is_not_followed_through_an_alias() -> None:
    undone = [
        Decision(
            name_one="Dock Ticketing System", name_other="Harbor Pass", same=False, decided_at=datetime(2034, 1, 1)
        )
    ]
    assert [p.memo for p in history("Dock Ticketing System", MEMOS, decisions=undone)] == ["2030"]
    assert [p.memo for p in history("Harbor Pass", MEMOS, decisions=undone)] == ["2031", "2032", "2033"]
