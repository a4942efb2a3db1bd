"""Letterheads of invented cities in every layout, as Markdown and as lines of a page with boxes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from extract.letterhead import document_to_letterhead
from records.document import Block, Document, Page
from records.memo import Letterhead
from records.word import Word

Read = Callable[..., Document]

BODY = "\n\n## BACKGROUND\n\nThe rest of the memo names TO: and DATE: May 9, 2031 in passing.\n"
COMMON = {"from_": "R. Vale", "subject": "Yearly Status", "date": date(2027, 5, 4)}

LAYOUTS: dict[str, tuple[str, dict[str, Any]]] = {
    "one label a line": (
        "**TO:** PARKS COMMITTEE\n**FROM:** R. Vale\n**SUBJECT:** Yearly Status\n**DATE:** May 4, 2027",
        {**COMMON, "to": "PARKS COMMITTEE", "body": "Parks Committee"},
    ),
    "side by side": (
        "TO: Parks Committee FROM: R. Vale\n\nSUBJECT: Yearly Status DATE: May 4, 2027",
        {**COMMON, "to": "Parks Committee", "body": "Parks Committee"},
    ),
    "value below its label": (
        "**To:**\n\nParks Committee\n\n**From:**\n\nR. Vale\n\n**Re:**\n\nYearly Status\n\n**Date:**\n\nMay 4, 2027",
        {**COMMON, "to": "Parks Committee", "body": "Parks Committee"},
    ),
    "a table": (
        "| | |\n|-|-|\n| **To** | Parks Committee |\n| **From** | R. Vale |\n| Re | Yearly Status |\n| Date | 5/4/27 |",
        {**COMMON, "to": "Parks Committee", "body": "Parks Committee"},
    ),
    "no colons": (
        "TO  PARKS COMMITTEE  \nFROM  R. Vale  \nDATE  May 4, 2027  \nSUBJECT  Yearly Status",
        {**COMMON, "to": "PARKS COMMITTEE", "body": "Parks Committee"},
    ),
    "council with courtesy": (
        "TO: HONORABLE MAYOR AND\nMEMBERS OF THE CITY COUNCIL\nFROM: R. Vale\nRE: Yearly Status\nDATE: May 4, 2027",
        {**COMMON, "to": "HONORABLE MAYOR AND MEMBERS OF THE CITY COUNCIL", "body": "Mayor and City Council"},
    ),
    "chair and members": (
        "To: Chair Ode and Members of the Parks & Trails Commission\nThrough: City Manager\nFrom: R. Vale\n"
        "Subject: Yearly Status\nDate: May 4, 2027\nMeeting Date: May 11, 2027\nAgenda Item: 7",
        {**COMMON, "body": "Parks & Trails Commission", "meeting": date(2027, 5, 11)},
    ),
    "a person": (
        "TO: Dana Ode, City Manager\nFROM: R. Vale\nSUBJECT: Yearly Status\nDATE: May 4, 2027",
        {**COMMON, "to": "Dana Ode, City Manager", "body": None},
    ),
    "stamp below": (
        "TO: City Council\nFROM: R. Vale\n\nSUBJECT: Yearly Status\nDATE: May 4, 2027\n\n"
        "Approved\n\nDate: May 10, 2027\n\nWARD(S): 2 and 5",
        {**COMMON, "approved": date(2027, 5, 10), "district": "2 and 5"},
    ),
    "stamp on one line": (
        "TO: City Council\nFROM: R. Vale\nSUBJECT: Yearly Status\nDATE: May 4, 2027\n\n"
        "Approved by: L. Ode Date 5/10/27",
        {**COMMON, "approved": date(2027, 5, 10), "approved_by": "L. Ode"},
    ),
    "approver above the only date": (
        "TO: City Council\nFROM: R. Vale\nAPPROVED BY: L. Ode\nDATE: May 4, 2027\nSUBJECT: Yearly Status",
        {**COMMON, "approved": None, "approved_by": "L. Ode"},
    ),
    "stamp before the date": (
        "TO: City Council\nFROM: R. Vale\nApproved: May 10, 2027\nSUBJECT: Yearly Status\nDATE: May 4, 2027",
        {**COMMON, "approved": date(2027, 5, 10)},
    ),
    "other dates": (
        "TO: City Council\nFROM: R. Vale\nHEARING DATE: May 20, 2027\nDUE DATE: June 1, 2027\nSUBJECT: Yearly Status\n"
        "DATE: May 4, 2027",
        {**COMMON, "meeting": None, "approved": None},
    ),
    "prepared by": (
        "Council Meeting Date: May 11, 2027\nTitle: Yearly Status\nPrepared by: R. Vale\nCouncil District(s): Citywide",
        {"from_": "R. Vale", "subject": "Yearly Status", "date": None, "meeting": date(2027, 5, 11),
         "district": "Citywide"},
    ),
    "a label inside the subject": (
        "TO: City Council\nFROM: R. Vale\nSUBJECT: New Release Date: Spring\nDATE: May 4, 2027",
        {"subject": "New Release Date: Spring", "date": date(2027, 5, 4)},
    ),
    "two readings of a day": (
        "TO: City Council\nFROM: R. Vale\nSUBJECT: Yearly Status\nDATE: May 4, 2027 or May 6, 2027",
        {"date": None},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_letterhead_is_read_in_any_layout(text: str, expected: dict[str, Any], markdown: Read) -> None:
    document = markdown(f"# MEMORANDUM\n\n{text}{BODY}")
    letterhead = document_to_letterhead(document)
    assert {name: getattr(letterhead, name) for name in expected} == expected
    folded = " ".join(f"{text}{BODY}".split())
    assert all(place.quote in folded for _, place in letterhead.places)


def test_a_text_without_a_letterhead_has_none(markdown: Read) -> None:
    document = markdown("# Notes\n\nThe committee will go to the park. From there it is not far.\n\nTO BE CONTINUED")
    assert document_to_letterhead(document) == Letterhead()


def test_a_name_in_capitals_keeps_the_acronyms_that_the_memo_uses(markdown: Read) -> None:
    text = (
        "TO: IT AND FINANCE COMMITTEE\nFROM: R. Vale\n\n## A\n\nThe new IT systems of the finance office are in place."
    )
    assert document_to_letterhead(markdown(text)).body == "IT and Finance Committee"


@pytest.mark.parametrize(
    ("to", "body"),
    [
        ("Honorable Mayor & City Council", "Mayor and City Council"),
        ("Mayor Ode and Council Members", "Mayor and Council"),
        ("MEMBERS, TRANSPORTATION COMMITTEE", "Transportation Committee"),
        ("Transit Board Chair and Members", "Transit Board"),
        ("The Board of Supervisors", "Board of Supervisors"),
        ("Finance Committee (via City Manager)", "Finance Committee"),
        ("All Department Heads", None),
    ],
)
def test_the_body_is_named_without_courtesies(to: str, body: str | None, markdown: Read) -> None:
    document = markdown(f"TO: {to}\nFROM: R. Vale\n\n## A\n\nText.")
    assert document_to_letterhead(document).body == body


def test_a_section_heading_is_no_label(markdown: Read) -> None:
    text = "TO: City Council\nFROM: R. Vale\n\n## PURPOSE\n\nDistrict: 5\n\n## STATUS\n\nDate: May 4, 2027"
    letterhead = document_to_letterhead(markdown(text))
    assert (letterhead.district, letterhead.date) == (None, None)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("For questions, please contact Ana Ode, Analyst, at [a@x.example](mailto:a@x.example).",
         "Ana Ode, Analyst, a@x.example"),
        ("Questions may be directed to Ana Ode at (555) 555-0142.", "Ana Ode, (555) 555-0142"),
        ("Please direct any questions about this report to Ana Ode, a@x.example.", "Ana Ode, a@x.example"),
        ("Staff Contact: Ana Ode, a@x.example", "Ana Ode, a@x.example"),
        ("Residents contact the City 900 times a day.", None),
        ("The vendor can be reached by road.", None),
    ],
)  # fmt: skip
def test_whom_to_ask(text: str, contact: str | None, markdown: Read) -> None:
    assert document_to_letterhead(markdown(f"## A\n\nText.\n\n{text}")).contact == contact


@pytest.mark.parametrize(
    ("text", "signed", "title"),
    [
        ("/s/\n\nANA ODE  \nDirector of Public Works", "ANA ODE", "Director of Public Works"),
        ("/s/ Ana Ode, Director", "Ana Ode", "Director"),
        ("Respectfully submitted,\n\nAna Ode\nDirector, Office of\nWorks\n\nFor questions ask us.", "Ana Ode",
         "Director, Office of Works"),
        ("Signed in ink.", None, None),
    ],
)  # fmt: skip
def test_who_signed(text: str, signed: str | None, title: str | None, markdown: Read) -> None:
    letterhead = document_to_letterhead(markdown(f"## A\n\nText.\n\n{text}"))
    assert (letterhead.signed_by, letterhead.signer_title) == (signed, title)


def page_lines(*lines: tuple[float, list[tuple[float, str]]]) -> Document:
    """Lines of a page: each a top edge and stretches of words that begin at a left edge, five points a character."""
    return Document(
        file="memo.pdf",
        sha256="0" * 64,
        media="pdf",
        pages=(Page(number=1, width=612.0, height=792.0),),
        blocks=tuple(_line(top, stretches) for top, stretches in lines),
    )


def _line(top: float, stretches: list[tuple[float, str]]) -> Block:
    words: list[Word] = []
    text = ""
    for left, stretch in stretches:
        x = left
        for word in stretch.split():
            text += " " * bool(text)
            box = (x, top, x + 5 * len(word), top + 10)
            words.append(Word(start=len(text), end=len(text) + len(word), source=word, page=1, box=box))
            text += word
            x += 5 * len(word) + 5
    return Block(kind="paragraph", text=text, page=1, words=tuple(words))


def test_columns_of_a_page_are_told_apart_by_their_boxes() -> None:
    document = page_lines(
        (100, [(72, "TO:"), (120, "PUBLIC WORKS AND"), (330, "FROM:"), (390, "Dana Ruiz")]),
        (112, [(120, "UTILITIES COMMITTEE"), (390, "Director")]),
        (136, [(72, "SUBJECT:"), (120, "YEARLY STATUS"), (330, "DATE:"), (390, "May 4, 2027")]),
        (160, [(72, "Approved"), (330, "Date")]),
        (176, [(330, "5/10/27")]),
        (220, [(72, "The memo itself begins here with a sentence.")]),
    )
    letterhead = document_to_letterhead(document)
    assert letterhead.to == "PUBLIC WORKS AND UTILITIES COMMITTEE"
    assert letterhead.body == "Public Works and Utilities Committee"
    assert letterhead.from_ == "Dana Ruiz Director"
    assert (letterhead.subject, letterhead.date) == ("YEARLY STATUS", date(2027, 5, 4))
    assert letterhead.approved == date(2027, 5, 10)
    assert [place.quote for name, place in letterhead.places if name == "to"] == [
        "TO: PUBLIC WORKS AND",
        "UTILITIES COMMITTEE",
    ]


def test_a_line_far_below_belongs_to_no_value() -> None:
    document = page_lines(
        (100, [(72, "TO:"), (120, "Parks Committee")]),
        (112, [(72, "FROM:"), (120, "Dana Ruiz")]),
        (180, [(120, "City of Harborview")]),
    )
    assert document_to_letterhead(document).from_ == "Dana Ruiz"
