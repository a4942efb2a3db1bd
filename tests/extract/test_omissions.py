"""What a memo names and does not hold."""

from collections.abc import Callable

import pytest

from extract.frame.omissions import context_to_omissions
from extract.statements import Context
from records.facts import Project
from records.place import Place

Make = Callable[..., Context]
PLACE = Place(memo="m", file="f", page=1, box=None, section=None, quote="q", sha256="0")


def project(status: str) -> Project:
    return Project(project="Pier", status=status, memo="m", as_of=None, places=(PLACE,))


def read(text: str, context: Make, *projects: Project) -> list[tuple[str, str]]:
    omissions = context_to_omissions(context(text), projects)
    folded = " ".join(text.split())
    assert all(o.places and all(place.quote in folded for place in o.places) for o in omissions)
    return [(omission.kind, omission.message) for omission in omissions]


ABSENT = "is named, but is not part of the file."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Appendix A.", [("attachment", f"Appendix A {ABSENT}")]),
        ("See Appendix A.\n\n## Appendix A: List\n\n- Pier Nine", []),
        ("See Exhibit 2.\n\n**Exhibit 2: Costs**\n\n|A|B|\n|-|-|\n|1|2|", []),
        ("See Exhibit 1.\n\n### Exhibit 1:\n\n#### Goals\n\n## Next\n\nText.",
         [("exhibit", "Exhibit 1 has a heading, but no text or table under it.")]),
        ("Text.\n\n## ATTACHMENTS\n\nAttachment B - Photographs", [("attachment", f"Attachment B {ABSENT}")]),
        ("Text.\n\nAttachments:\n\n1. List of works",
         [("attachment", "“List of works” is listed as an attachment, but is not part of the file.")]),
        ("Text.\n\n## ATTACHMENTS\n\nNone", []),
        ("It follows Appendix B of the Charter.", []),
        ("Staff will schedule a hearing.", []),
        ("Appendix 1 - Costs of piers\n\n|A|B|\n|-|-|\n|1|2|", []),
        ("See exhibit C.8 there.", []),
        ("See Annex 2.", [("attachment", f"Annex 2 {ABSENT}")]),
        ("See Attachments A and B.\n\n## Attachment B: List\n\nPiers.", [("attachment", f"Attachment A {ABSENT}")]),
        ("See Exhibits 1 through 3.", [("exhibit", f"Exhibit {number} {ABSENT}") for number in (1, 2, 3)]),
        ("Paid in full.[^7]", [("footnote", "Footnote 7 is marked in the text, but is not part of the file.")]),
        ("Paid in full.[^7]\n\n[^7]: Act 5.", []),
    ],
)  # fmt: skip
def test_parts_that_are_not_there(text: str, expected: list[tuple[str, str]], context: Make) -> None:
    assert read(text, context) == expected


@pytest.mark.parametrize(
    ("text", "projects", "message"),
    [
        ("Since then the team has finished nine projects.", ("complete",), "9 completed projects and names 1 of them"),
        (
            "The office oversees a total of 31 projects.",
            ("red", "green"),
            "31 projects and names 2 that are not complete",
        ),
        ("The office manages 2 active projects.", ("red", "green"), None),
        ("About 92% of the projects are on time.", (), None),
        ("One of the three projects was completed.", (), None),
        ("A fund for 12 projects was closed.", (), None),
    ],
)
def test_projects_that_are_counted_and_not_named(
    text: str, projects: tuple[str, ...], message: str | None, context: Make
) -> None:
    found = read(text, context, *(project(status) for status in projects))
    assert [said for _, said in found] == ([f"The memo counts {message}."] if message else [])
