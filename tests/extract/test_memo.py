"""A document as a memo: its identity, its parts together, and what could not be known."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from extract.frame.identity import letterhead_to_id
from extract.memo import document_to_memo
from records.document import Document
from records.memo import Letterhead

Read = Callable[..., Document]

MEMO = """\
# MEMORANDUM

**TO:** HONORABLE MAYOR AND CITY COUNCIL
**FROM:** R. Vale
**SUBJECT:** Works in Progress
**DATE:** May 4, 2027

## STATUS

A project marked "red" means that the end date is lost. The office manages 9 active projects.

| Project | Status | Issue |
|---|---|---|
| Pier Nine Rebuild | Red | Contractor left. |

See Appendix A.
"""


def test_a_memo_has_all_its_parts(markdown: Read) -> None:
    memo = document_to_memo(markdown(MEMO))
    assert memo.id.startswith("2027-05-04-mayor-city-council-")
    assert memo.letterhead.date == date(2027, 5, 4)
    assert [section.title for section in memo.sections] == ["", "STATUS"]
    assert [(project.project, project.status) for project in memo.projects] == [("Pier Nine Rebuild", "red")]
    assert [definition.term for definition in memo.definitions] == ["red"]
    assert [omission.kind for omission in memo.omissions] == ["attachment", "unnamed_projects"]
    assert memo.problems == ()
    places = [place for _, place in memo.letterhead.places] + [memo.projects[0].place, *memo.omissions[0].places]
    assert {place.memo for place in places} == {memo.id}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Just a note.", ["no_letterhead"]),
        ("TO: City Council\nFROM: R. Vale\nSUBJECT: Works", ["date_unknown"]),
        ("TO: City Council\nFROM: R. Vale\nDATE: May 4, 2027", ["subject_unknown"]),
        ("TO: Dana Ode\nFROM: R. Vale\nSUBJECT: Works\nDATE: May 4, 2027", ["body_unknown"]),
    ],
)
def test_what_is_not_known_is_said(text: str, problems: list[str], markdown: Read) -> None:
    assert [problem.kind for problem in document_to_memo(markdown(text)).problems] == problems


LETTERHEAD = Letterhead(body="City Council", subject="Works in Progress", date=date(2027, 5, 4))


def test_the_id_is_the_letterheads_and_not_the_files(markdown: Read) -> None:
    one, other = markdown("One.", name="a.md"), markdown("Other.", name="b.md")
    again = Letterhead(body="CITY COUNCIL", subject="Works in  progress.", date=date(2027, 5, 4))
    assert letterhead_to_id(LETTERHEAD, one) == letterhead_to_id(again, other)


@pytest.mark.parametrize(
    "letterhead",
    [
        Letterhead(body="City Council", subject="Works in Progress"),
        Letterhead(body="City Council", date=date(2027, 5, 4)),
        Letterhead(),
    ],
    ids=["no date", "no subject", "nothing"],
)
def test_where_the_letterhead_does_not_tell_memos_apart_the_text_does(letterhead: Letterhead, markdown: Read) -> None:
    assert letterhead_to_id(letterhead, markdown("One.")) != letterhead_to_id(letterhead, markdown("Other."))
    assert letterhead_to_id(letterhead, markdown("One.")) == letterhead_to_id(letterhead, markdown("One.", name="b.md"))


def test_the_real_memo(shared: Path, markdown: Read) -> None:
    text = (shared / "seed" / "memo-2026-03-26.md").read_text(encoding="utf-8")
    memo = document_to_memo(markdown(text))
    head = memo.letterhead
    assert (head.date, head.approved) == (date(2026, 3, 26), date(2026, 4, 6))
    assert all((head.body, head.from_, head.subject, head.district, head.contact, head.signed_by, head.signer_title))
    assert {definition.status for definition in memo.definitions} >= {"red", "yellow", "green"}
    assert {omission.kind for omission in memo.omissions} == {"attachment", "exhibit", "unnamed_projects"}
    folded = " ".join(text.split())
    records = (*memo.projects, *memo.metrics, *memo.commitments, *memo.definitions, *memo.omissions)
    assert all(place.quote in folded for record in records for place in record.places)
    assert all(place.quote in folded for _, place in head.places)
