"""Letterheads of invented cities in every layout, as Markdown and as lines of a page with boxes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from extract.frame.letterhead import date_is_meeting, document_to_letterhead
from extract.memo import document_to_memo
from ingest.text.plain import read_plain
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
        {"from_": "R. Vale", "subject": "Yearly Status", "date": date(2027, 5, 11), "meeting": date(2027, 5, 11),
         "prepared_by": "R. Vale", "district": "Citywide"},
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


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("Queries: Ada Quill, 555-014-2277, ada@port.example", "Ada Quill, 555-014-2277, ada@port.example"),
        ("Questions: Ada Quill, Clerk,\nada@port.example", "Ada Quill, Clerk, ada@port.example"),
        ("Contact: Ada Quill, Clerk\nPhone: 555-014-2277", "Ada Quill, Clerk, 555-014-2277"),
        ("Questions? Call Ada Quill at extension 208 or write to ada@port.example.", "Ada Quill, ada@port.example"),
        ("Questions about this memo go to Ada Quill, Clerk, extension 4417.", "Ada Quill, Clerk, extension 4417"),
        ("Please contact Ada Quill, Clerk, at (555) 014-2277 with any questions.", "Ada Quill, Clerk, (555) 014-2277"),
        ("Staff contact: Ada Quill (555-014-2277)", "Ada Quill, 555-014-2277"),
        ("For more information, call the Office of Piers at 555-014-2277.", "the Office of Piers, 555-014-2277"),
        (
            "For questions, contact Ada Quill at ada@port.example or Ben Ode at ben@port.example.",
            "Ada Quill at ada@port.example or Ben Ode at ben@port.example",
        ),
        ("The contact of boat and pier was gentle.", None),
    ],
)
def test_a_contact_is_a_name_a_title_and_a_way_to_reach_them(line: str, contact: str | None, markdown: Read) -> None:
    text = "TO: City Council\\\nFROM: R. Vale\n\n## Works\n\nAll is well.\n\n" + line.replace("\n", "\\\n")
    assert document_to_letterhead(markdown(text)).contact == contact


FIELDS = ("body", "to", "from_", "prepared_by", "subject", "date", "meeting", "district", "reference")
PROSE = (
    "The work began on 3 March 2024 and was reported on April 9, 2024, when the members asked for a further report on "
    "the cost of the second stage, on the firms that had been asked to price it, and on the time it would take."
)

COUNCILS: dict[str, tuple[str, dict[str, Any]]] = {
    "a British council, markdown with bold labels": (
        "# Wexmoor Borough Council\n\n**Report to:** Audit and Standards Committee\n**Date of meeting:** 5th November "
        "2025\n**Report of:** Director of Resources\n**Report author:** Ivo Penn, Digital Lead\n**Subject:** Digital "
        "Estate Progress\n**Key decision:** No\n**Wards affected:** All",
        {"body": "Audit and Standards Committee", "to": "Audit and Standards Committee",
         "from_": "Director of Resources", "prepared_by": "Ivo Penn, Digital Lead",
         "subject": "Digital Estate Progress", "date": date(2025, 11, 5), "meeting": date(2025, 11, 5),
         "district": "All"},
    ),
    "a British cabinet, a pipe table": (
        "# Report to the Executive\n\n| Item | Detail |\n|---|---|\n| Report No. | DX/25/114 |\n| Meeting date | 12 "
        "Nov 2025 |\n| Date of report | 30 October 2025 |\n| Lead officer | Una Marsh, Chief Digital Officer |\n"
        "| Title | Network Renewal: Half-Year Position |\n| Electoral divisions | Countywide |",
        {"body": "Executive", "to": "the Executive", "from_": "Una Marsh, Chief Digital Officer",
         "subject": "Network Renewal: Half-Year Position", "date": date(2025, 10, 30), "meeting": date(2025, 11, 12),
         "district": "Countywide", "reference": "DX/25/114"},
    ),
    "a Canadian city, plain text": (
        "TOWN OF KESTREL LAKE\nSTAFF REPORT\n\nTo: Mayor and Council\nFrom: Lise Arden, Chief Information Officer\n"
        "Prepared by: Omar Reid, Analyst\nReport No.: IT-2025-031\nCouncil Meeting of: November 18, 2025\n"
        "Subject: Third Quarter Technology Update",
        {"body": "Mayor and Council", "to": "Mayor and Council", "from_": "Lise Arden, Chief Information Officer",
         "prepared_by": "Omar Reid, Analyst", "subject": "Third Quarter Technology Update",
         "date": date(2025, 11, 18), "meeting": date(2025, 11, 18), "reference": "IT-2025-031"},
    ),
    "a Canadian committee, an HTML table of four columns": (
        "<table><tr><td>To:</td><td>General Committee</td><td>Report Number:</td><td>CS-044-25</td></tr><tr><td>From:"
        "</td><td>Ana Ferro</td><td>Date:</td><td>2025-10-02</td></tr><tr><td>Subject:</td><td>Systems Renewal</td><td>"
        "For the meeting of:</td><td>2025-10-14</td></tr></table>",
        {"body": "General Committee", "to": "General Committee", "from_": "Ana Ferro", "subject": "Systems Renewal",
         "date": date(2025, 10, 2), "meeting": date(2025, 10, 14), "reference": "CS-044-25"},
    ),
    "an Australian council, label above value in plain text": (
        "ORDINARY COUNCIL MEETING\n\nItem 12.3\n\nMeeting Date\n\n21 October 2025\n\nAuthor\n\nPia Dorn, Manager "
        "Systems\n\nSubject\n\nBusiness Systems Program",
        {"from_": "Pia Dorn, Manager Systems", "prepared_by": "Pia Dorn, Manager Systems",
         "subject": "Business Systems Program", "date": date(2025, 10, 21), "meeting": date(2025, 10, 21),
         "reference": "Item 12.3"},
    ),
    "an American city, bold labels without a colon": (
        "# City of Alder Point\n\n## Council Agenda Report\n\n**To** Honorable Mayor and City Council\n\n**From** Sela "
        "Brandt, IT Director\n\n**Date** October 7, 2025\n\n**Subject** Fiber Program Status\n\n**File No.** 25-0912",
        {"body": "Mayor and City Council", "to": "Honorable Mayor and City Council",
         "from_": "Sela Brandt, IT Director", "subject": "Fiber Program Status", "date": date(2025, 10, 7),
         "reference": "25-0912"},
    ),
    "an American board, meeting and own date in plain text": (
        "BOARD OF SUPERVISORS\nAGENDA ITEM NO. 14\n\nMEETING DATE: December 9, 2025\nDATE: November 24, 2025\nTO: "
        "Board of Supervisors\nSUBMITTED BY: Rhea Colt, Chief Information Officer\nSUPERVISORIAL DISTRICT(S): 1, 4\n"
        "SUBJECT: Radio System Replacement",
        {"body": "Board of Supervisors", "to": "Board of Supervisors",
         "from_": "Rhea Colt, Chief Information Officer", "subject": "Radio System Replacement",
         "date": date(2025, 11, 24), "meeting": date(2025, 12, 9), "district": "1, 4",
         "reference": "AGENDA ITEM NO. 14"},
    ),
    "a British county, title lines": (
        "# Marlshire County Council\n\nCabinet – 18 November 2025\n\n**Report of the Director of Digital and Customer "
        "Services**\n\n**Local Members affected:** All\n\n**Divisions affected:** All Divisions\n\n**Author:** Tess "
        "Orme",
        {"body": "Cabinet", "from_": "the Director of Digital and Customer Services", "prepared_by": "Tess Orme",
         "date": date(2025, 11, 18), "meeting": date(2025, 11, 18), "district": "All Divisions"},
    ),
    "a British district, a row of labels above a row of values": (
        "## Progress report\n\n| Report to | Date | Report of | Ward(s) |\n|---|---|---|---|\n| Scrutiny Committee | 6 "
        "January 2026 | Head of ICT | Northgate; Quayside |",
        {"body": "Scrutiny Committee", "to": "Scrutiny Committee", "from_": "Head of ICT",
         "date": date(2026, 1, 6), "district": "Northgate; Quayside"},
    ),
    "an Australian shire, markdown rows without a head": (
        "# Shire of Wattle Plains\n\n| **Item No.** | 9.4 |\n|---|---|\n| **File Number:** | ICT/2025/88 |\n"
        "| **Responsible Officer:** | Kit Nolan, Director Corporate |\n| **Author:** | Jo Pell |\n"
        "| **Council Meeting Date:** | Tuesday, 16 December 2025 |\n| **Subject:** | Records System Upgrade |",
        {"from_": "Kit Nolan, Director Corporate", "prepared_by": "Jo Pell", "subject": "Records System Upgrade",
         "date": date(2025, 12, 16), "meeting": date(2025, 12, 16), "reference": "ICT/2025/88"},
    ),
    "a Canadian region, plain text in columns": (
        "REGION OF STILLWATER\n\nTO:            Chair and Members of the Planning and Works Committee\n"
        "FROM:          Commissioner of Corporate Services\nMEETING DATE:  January 20, 2026\n"
        "REPORT NO.:    CCS-DT-26-003\nWARDS AFFECTED: City-wide\nSUBJECT:       Asset System Status",
        {"body": "Planning and Works Committee", "to": "Chair and Members of the Planning and Works Committee",
         "from_": "Commissioner of Corporate Services", "subject": "Asset System Status",
         "date": date(2026, 1, 20), "meeting": date(2026, 1, 20), "district": "City-wide",
         "reference": "CCS-DT-26-003"},
    ),
    "an American commission, title lines in plain text": (
        "CITY OF PINE HOLLOW\nRegular Meeting of the Utilities Commission - February 3, 2026\nItem 7\n\n"
        "Submitted by: Nora Keel, Utilities Director\nTitle: Meter Replacement Program\nCouncil District: 3",
        {"body": "Utilities Commission", "from_": "Nora Keel, Utilities Director",
         "subject": "Meter Replacement Program", "date": date(2026, 2, 3), "meeting": date(2026, 2, 3),
         "district": "3", "reference": "Item 7"},
    ),
    "an American memo dated on a line of its own": (
        "# INFORMATION MEMO\n\nJanuary 9, 2026\n\nTo: Library Board of Trustees\n\nFrom: Gil Anders\n\n"
        "Re: Branch Wi-Fi",
        {"body": "Library Board of Trustees", "to": "Library Board of Trustees", "from_": "Gil Anders",
         "subject": "Branch Wi-Fi", "date": date(2026, 1, 9)},
    ),
    "a New Zealand council, an HTML table with heads": (
        "<table><tr><th>Meeting</th><td>Infrastructure Committee</td></tr><tr><th>Date</th><td>11 March 2026</td></tr>"
        "<tr><th>Report author</th><td>Moana Bell</td></tr><tr><th>Area</th><td>Harbour East</td></tr></table>",
        {"body": "Infrastructure Committee", "from_": "Moana Bell", "prepared_by": "Moana Bell",
         "date": date(2026, 3, 11), "district": "Harbour East"},
    ),
}  # fmt: skip


def read_as(text: str, name: str, markdown: Read) -> Document:
    """As plain text where the row's name says so, else as Markdown."""
    return read_plain(text.encode(), name="head.txt", sha256="0" * 64) if "plain text" in name else markdown(text)


@pytest.mark.parametrize("name", COUNCILS)
def test_the_heads_of_councils_reports(name: str, markdown: Read) -> None:
    text, expected = COUNCILS[name]
    heading = "BACKGROUND" if "plain text" in name else "## Background"
    document = read_as(f"{text}\n\n{heading}\n\n{PROSE}\n", name, markdown)
    letterhead = document_to_letterhead(document)
    assert {n: getattr(letterhead, n) for n in FIELDS} == {n: expected.get(n) for n in FIELDS}
    folded = " ".join(text.split())
    assert all(place.quote in folded for _, place in letterhead.places)
    assert {n for n, _ in letterhead.places} >= {n for n in FIELDS if expected.get(n)}


@pytest.mark.parametrize(
    "prose",
    [
        "The committee last met on 5 November 2025.",
        "Report to the committee was made on May 4, 2027.",
        "The meeting of November 5, 2025 was adjourned",
        "Item 7 was deferred",
        "This report of the director covers the year",
        "Meeting of the Parks Committee on May 4, 2027 approved the plan",
    ],
)
def test_running_text_gives_a_letterhead_nothing(prose: str, markdown: Read) -> None:
    letterhead = document_to_letterhead(markdown(f"TO: Dana Ode\n\n{prose}\n\n## A\n\nText."))
    assert letterhead == Letterhead(to="Dana Ode")


def test_a_page_of_labels_and_values_in_two_columns() -> None:
    document = page_lines(
        (60, [(72, "Report to Overview Committee")]),
        (90, [(72, "Date of meeting:"), (200, "5th November 2025")]),
        (104, [(72, "Report of:"), (200, "Director of Places")]),
        (116, [(200, "and Assets")]),
        (130, [(72, "Key decision:"), (200, "No")]),
        (144, [(72, "Wards affected:"), (200, "All")]),
        (158, [(72, "Exempt:"), (200, "None")]),
        (172, [(72, "Report No:"), (200, "PA-25-7")]),
        (240, [(72, "The memo itself begins here with a sentence of May 9, 2031.")]),
    )
    letterhead = document_to_letterhead(document)
    assert (letterhead.body, letterhead.from_) == ("Overview Committee", "Director of Places and Assets")
    assert (letterhead.district, letterhead.reference) == ("All", "PA-25-7")
    assert letterhead.date == letterhead.meeting == date(2025, 11, 5)
    assert date_is_meeting(letterhead)


def test_a_page_with_its_labels_above_their_values() -> None:
    document = page_lines(
        (60, [(72, "Meeting Date"), (300, "Prepared By")]),
        (74, [(72, "November 18, 2025"), (300, "Omar Reid")]),
        (100, [(72, "Subject"), (300, "Ward")]),
        (114, [(72, "Fleet Renewal"), (300, "Ward 4")]),
    )
    letterhead = document_to_letterhead(document)
    assert (letterhead.meeting, letterhead.prepared_by) == (date(2025, 11, 18), "Omar Reid")
    assert (letterhead.subject, letterhead.district) == ("Fleet Renewal", "Ward 4")


@pytest.mark.parametrize(
    ("text", "day", "of_meeting"),
    [
        ("Meeting Date: May 11, 2027", date(2027, 5, 11), True),
        ("Meeting Date: May 11, 2027\nDate: May 4, 2027", date(2027, 5, 4), False),
        ("Meeting Date: May 11, 2027\nDate: May 11, 2027", date(2027, 5, 11), False),
        ("Date: May 11, 2027\nReport date: May 4, 2027", date(2027, 5, 4), False),
        ("Meeting Date: May 11, 2027 or May 12, 2027", None, False),
        ("Meeting Date: May 11, 2027\nDate: early May", None, False),
    ],
)
def test_a_memo_known_only_by_its_meeting_says_so(
    text: str, day: date | None, of_meeting: bool, markdown: Read
) -> None:
    memo = document_to_memo(markdown(f"TO: City Council\nFROM: R. Vale\n{text}\n\n## A\n\nText."))
    assert memo.letterhead.date == day
    assert ("date_is_meeting" in {problem.kind for problem in memo.problems}) == of_meeting


def test_labels_without_a_sign_are_parted_from_their_values_by_a_gap() -> None:
    document = page_lines(
        (60, [(72, "Meeting Date"), (200, "November 18, 2025")]),
        (74, [(72, "Department"), (200, "Technology")]),
        (88, [(72, "Prepared by"), (200, "Omar Reid")]),
        (102, [(72, "Subject"), (200, "Fleet Renewal")]),
    )
    letterhead = document_to_letterhead(document)
    assert (letterhead.meeting, letterhead.prepared_by) == (date(2025, 11, 18), "Omar Reid")
    assert letterhead.subject == "Fleet Renewal"


@pytest.mark.parametrize(
    ("text", "day"),
    [("The last came on 9/25/2025.", date(2025, 5, 11)), ("The last came on 25/9/2025.", None)],
)
def test_a_day_that_could_be_a_month_is_not_read_where_days_come_first(
    text: str, day: date | None, markdown: Read
) -> None:
    document = markdown(f"To: Council\nFrom: R. Vale\nDate: 5/11/2025\n\n## A\n\n{text}")
    assert document_to_letterhead(document).date == day


@pytest.mark.parametrize(
    ("text", "signed", "title"),
    [
        ("/s/\n\n**NOOR HADDIX**\\\nChief Technology Officer\\\nOffice of Technology\n", "NOOR HADDIX",
         "Chief Technology Officer, Office of Technology"),
        ("Respectfully submitted,\n\nGideon Marsh, P.Eng.\\\nTown Engineer\n", "Gideon Marsh, P.Eng.", "Town Engineer"),
        ("Sincerely,\n\nthe whole team\n", None, None),
    ],
)  # fmt: skip
def test_a_signature_may_be_bold_or_bear_letters(
    text: str, signed: str | None, title: str | None, markdown: Read
) -> None:
    letterhead = document_to_letterhead(
        markdown(f"TO: Parks Board\nFROM: A. Vale\n\n## Coordination\n\nNone.\n\n{text}")
    )
    assert (letterhead.signed_by, letterhead.signer_title) == (signed, title)


def test_a_contact_may_stand_under_its_own_heading(markdown: Read) -> None:
    text = "TO: Parks Board\nFROM: A. Vale\n\n## Contact\n\nJo Acht, Manager, ext. 4471, jo@x.example\n"
    assert document_to_letterhead(markdown(text)).contact == "Jo Acht, Manager, jo@x.example"


def test_a_label_that_wraps_in_its_column_is_one_label() -> None:
    document = page_lines(
        (60, [(72, "TO: Parks Board")]),
        (80, [(72, "Approved"), (140, "March 24, 2027"), (322, "COUNCIL"), (418, "City-Wide")]),
        (94, [(322, "DISTRICT:")]),
    )
    assert document_to_letterhead(document).district == "City-Wide"


def test_a_subject_may_stand_below_its_label_alone() -> None:
    head = "DATE: May 4, 2027\n\nTO: City Council\n\nFROM: Town Clerk\n\nSUBJECT\n\nReport on Harbor Works\n\n"
    document = read_plain(f"{head}SUMMARY\n\nText.\n".encode(), name="head.txt", sha256="0" * 64)
    assert document_to_letterhead(document).subject == "Report on Harbor Works"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Housing Programme: Progress Report, Quarter 4", "Housing Programme: Progress Report, Quarter 4"),
        ("Staff Report", None),
        ("Harbor County Parks and Recreation", None),
    ],
)
def test_a_title_above_the_labels_may_be_the_subject(title: str, subject: str | None, markdown: Read) -> None:
    text = (
        f"# HARBOR COUNTY\n\n## {title}\n\n**To:** Parks Board\n\n**From:** A. Vale\n\n### 1. Purpose\n\nTo report.\n"
    )
    assert document_to_letterhead(markdown(text)).subject == subject
