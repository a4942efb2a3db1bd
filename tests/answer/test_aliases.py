"""The ledger of names: what was found between memos, and what a person's word makes of it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest

from answer.aliases import body_of_names, find_links, links_of
from answer.compare import compare
from answer.history import history
from answer.series import by_body
from records.document import Document, Page
from records.errors import NotFound, UsageError
from records.facts import Project
from records.identity import Decision, Link
from records.memo import Letterhead, Memo
from records.place import Place

OTHERS = ("Tide Tables", "Dredging Plan", "Crane Inspection", "Gull Survey")
PLACE = Place(memo=None, file="m.md", page=1, box=None, section=None, quote="q", sha256="ab")


def a_memo(year: int, *names: str, body: str = "Harbor Committee", aliases: Iterable[str] = ()) -> Memo:
    return Memo(
        id=f"{body}-{year}",
        letterhead=Letterhead(date=date(year, 3, 1), body=body),
        sections=(),
        projects=tuple(
            Project(
                project=name,
                status="green",
                aliases=tuple(aliases) if name == names[0] else (),
                memo=str(year),
                as_of=date(year, 3, 1),
                places=(PLACE,),
            )
            for name in (*names, *OTHERS)
        ),
        document=Document(
            file="m.md", sha256="ab", media="markdown", pages=(Page(number=1, width=None, height=None),), blocks=()
        ),
    )


def a_decision(one: str, other: str, *, same: bool, **more: object) -> Decision:
    return Decision(name_one=one, name_other=other, same=same, decided_at=datetime(2033, 1, 1, tzinfo=UTC), **more)


def told(links: Iterable[Link]) -> list[tuple[object, ...]]:
    return [
        (link.kind, link.state, link.name_old, link.name_new, link.valid_from.year, link.valid_to.year)
        for link in links
        if link.name_new not in OTHERS
    ]


def test_a_name_that_is_kept_is_one_link_over_the_whole_span() -> None:
    links = find_links([a_memo(2032, "Harbor Pass"), a_memo(2030, "Harbor Pass"), a_memo(2031, "Harbor Pass")])
    assert told(links) == [("same_name", "found", "Harbor Pass", "Harbor Pass", 2030, 2032)]


def test_the_memos_of_two_bodies_are_never_linked() -> None:
    links = find_links([a_memo(2030, "Harbor Pass"), a_memo(2031, "Harbor Pass", body="Parks Board")])
    assert links == ()


def test_an_alias_stands_from_the_first_memo_that_uses_it_to_the_last() -> None:
    links = find_links([a_memo(year, "Harbor Pass", aliases=["HP"]) for year in (2030, 2031, 2032)])
    assert ("alias", "found", "HP", "Harbor Pass", 2030, 2032) in told(links)


MEMOS = (a_memo(2030, "Dock Sales"), a_memo(2031, "Boat Register"))
CONFIRMED = a_decision("dock sales", "Boat Register", same=True)


def test_names_that_share_no_word_are_linked_by_a_person_alone() -> None:
    assert told(find_links(MEMOS)) == []
    assert told(find_links(MEMOS, decisions=[CONFIRMED])) == [
        ("renamed", "confirmed", "Dock Sales", "Boat Register", 2030, 2031)
    ]
    kinds = {change.kind for change in compare(*MEMOS, decisions=[CONFIRMED]).changes}
    assert kinds == {"renamed"}
    assert len(history("Boat Register", MEMOS, decisions=[CONFIRMED])) == 2


def test_confirmed_names_hang_together_over_a_memo_between() -> None:
    chain = [
        a_decision("Dock Sales", "Quay Register", same=True),
        a_decision("Quay Register", "Boat Register", same=True),
    ]
    assert told(find_links(MEMOS, decisions=chain))[0][1] == "confirmed"


def test_an_undone_link_is_told_and_never_claimed() -> None:
    memos = (a_memo(2030, "Harbor Pass"), a_memo(2031, "Harbor Pass System"))
    (found,) = [link for link in find_links(memos) if link.name_new not in OTHERS]
    assert found.state == "found"
    assert dict(found.evidence)["name likeness"] > 0
    undone = [a_decision("Harbor Pass", "Harbor Pass System", same=False)]
    assert told(find_links(memos, decisions=undone)) == [
        ("renamed", "undone", "Harbor Pass", "Harbor Pass System", 2030, 2031)
    ]
    assert {change.kind for change in compare(*memos, decisions=undone).changes} == {"dropped", "joined"}


def test_an_undone_link_leaves_each_name_its_own_succession() -> None:
    memos = (a_memo(2030, "Harbor Pass", "Ferry Pass"), a_memo(2031, "Harbor Pass", "Ferry Pass"))
    undone = [a_decision("Harbor Pass", "Ferry Pass", same=False)]
    assert compare(*memos, decisions=undone).changes == ()


@pytest.mark.parametrize(
    "narrowed",
    [
        {"body": "Parks Board"},
        {"valid_from": date(2031, 1, 1)},
        {"valid_to": date(2030, 12, 31)},
    ],
)
def test_a_decision_holds_for_its_body_and_its_time(narrowed: dict[str, object]) -> None:
    elsewhere = a_decision("Dock Sales", "Boat Register", same=True, **narrowed)
    assert told(find_links(MEMOS, decisions=[elsewhere])) == []


def test_a_name_that_two_projects_bear_decides_nothing() -> None:
    twice = (a_memo(2030, "Dock Sales", "Dock  Sales"), a_memo(2031, "Boat Register"))
    assert all(link.state != "confirmed" for link in find_links(twice, decisions=[CONFIRMED]))


def test_links_of_a_project_follow_every_name_it_had() -> None:
    memos = (*MEMOS, a_memo(2032, "Craft Roll"))
    decisions = [CONFIRMED, a_decision("Boat Register", "Craft Roll", same=True)]
    found = links_of("Craft Roll", find_links(memos, decisions=decisions))
    assert [link.name_old for link in found] == ["Dock Sales", "Boat Register"]


def test_a_decision_belongs_to_the_body_that_uses_both_names() -> None:
    memos = (*MEMOS, a_memo(2031, "Dock Sales", body="Parks Board"))
    assert body_of_names(["Dock Sales", "Boat Register"], memos) == "Harbor Committee"
    with pytest.raises(UsageError, match="--body"):
        body_of_names(["Dock Sales", "Gull Survey"], memos)
    assert body_of_names(["Dock Sales", "Gull Survey"], memos, body="parks board") == "Parks Board"
    with pytest.raises(NotFound, match="Pier 9"):
        body_of_names(["Dock Sales", "Pier 9"], memos)


def test_a_body_that_is_written_in_two_ways_is_one() -> None:
    memos = [a_memo(2030, "Harbor Pass"), a_memo(2031, "Ferry Pass", body="HARBOR COMMITTEE")]
    assert [len(series) for series in by_body(memos)] == [2]
    assert body_of_names(["Harbor Pass", "Ferry Pass"], memos) == "HARBOR COMMITTEE"
