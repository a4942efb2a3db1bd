"""Records arrive in the JSON under the promised names, and what is unknown arrives as null."""

import json
from datetime import date
from decimal import Decimal

import pytest

from records.answer import Answer, Finding, Question
from records.comparison import Bridge, Change, ComparedMemo, Comparison, Pairing, Shift, StatedCount, StatusFlow
from records.document import Document, Page, Problem
from records.facts import Commitment, Metric, Omission, Project
from records.memo import Letterhead, Memo, Section
from records.outcome import Outcome
from records.place import Place
from records.values import Money, Period
from ui import wire

PLACE = Place(
    memo="m1", file="a.pdf", page=2, box=(1.0, 2.004, 3.0, 4.006), section="Status", quote="Harbor Lights", sha256="ab"
)
PLACE_JSON = {
    "memo": "m1", "file": "a.pdf", "page": 2, "box": [1.0, 2.0, 3.0, 4.01], "section": "Status",
    "quote": "Harbor Lights", "sha256": "ab",
}  # fmt: skip
SPRING = Period(first=date(2031, 3, 1), last=date(2031, 5, 31), text="spring 2031")
MARCH = Period(first=date(2031, 3, 1), last=date(2031, 3, 31), text="March 2031")


def test_a_project_keeps_the_written_budget_beside_its_amount() -> None:
    project = Project(
        project="Harbor Lights", aliases=("HL",), status="red", status_text="RED", end=MARCH, start=SPRING,
        budget=Money(amount=Decimal("1200000.00"), text="$1.2 million"), memo="m1", as_of=date(2031, 1, 2),
        places=(PLACE,),
    )  # fmt: skip
    found = wire.project_to_json(project)
    contract = (
        "project", "aliases", "status", "status_text", "issue", "mitigation", "budget", "start", "end", "completed",
        "memo", "as_of", "place",
    )  # fmt: skip
    assert {name: found[name] for name in contract} == {
        "project": "Harbor Lights", "aliases": ["HL"], "status": "red", "status_text": "RED", "issue": None,
        "mitigation": None, "budget": "$1.2 million", "start": "spring 2031", "end": "2031-03", "completed": None,
        "memo": "m1", "as_of": "2031-01-02", "place": PLACE_JSON,
    }  # fmt: skip
    assert found["budget_amount"] == 1200000


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Decimal("24"), "24"), (Decimal("91.30"), "91.3"), (Decimal("0.5"), "0.5"), (Decimal("4E+3"), "4000")],
)
def test_numbers_carry_no_zeros_of_their_own(value: Decimal, expected: str) -> None:
    assert json.dumps(wire.number_to_json(value)) == expected


def test_a_memo_shows_letterhead_sections_and_records() -> None:
    memo = Memo(
        id="m1",
        letterhead=Letterhead(body="Harbor Committee", from_="A. Clerk", date=date(2031, 1, 2)),
        sections=(Section(title="Status", level=1, page=1, trail=("Status",), first=0, last=1),),
        metrics=(Metric(subject=None, measure="projects", value=Decimal(24), unit="projects", text="24 projects",
                        memo="m1", places=(PLACE,)),),
        commitments=(Commitment(text="It will open in March 2031.", due=MARCH, memo="m1", places=(PLACE,)),),
        omissions=(Omission(kind="attachment", message="Appendix B is named, not held", memo="m1", places=()),),
        problems=(Problem(kind="no_text", page=3, message="Page 3 has no text"),),
        document=Document(file="a.pdf", sha256="ab", media="pdf", pages=(Page(number=1, width=1, height=1),),
                          blocks=()),
    )  # fmt: skip
    shown = wire.memo_to_json(memo)
    contract = [
        "memo", "file", "sha256", "body", "to", "from", "subject", "date", "approved", "district", "sections",
        "projects", "metrics", "commitments", "omissions", "problems",
    ]  # fmt: skip
    assert set(contract) <= set(shown)
    assert (shown["from"], shown["to"], shown["date"], shown["approved"]) == ("A. Clerk", None, "2031-01-02", None)
    assert shown["sections"] == [{"title": "Status", "level": 1, "page": 1}]
    json.dumps(shown)


def test_an_answer_says_what_was_asked_and_where_it_stands() -> None:
    answer = Answer(
        question=Question(text="How many?", id="q1"), outcome="answered", text="24", values=("24",), method="record",
        as_of=date(2031, 1, 2), citations=(PLACE,), confidence=0.912345,
    )  # fmt: skip
    assert wire.answer_to_json(answer) == {
        "id": "q1", "question": "How many?", "outcome": "answered", "answer": "24", "values": ["24"],
        "method": "record", "as_of": "2031-01-02", "citations": [PLACE_JSON], "working": None, "notes": [],
        "confidence": 0.9123,
    }  # fmt: skip


def test_a_comparison_names_both_memos_the_bridge_and_every_change() -> None:
    side = ComparedMemo(memo="m1", file="a.pdf", date=None, subject=None)
    change = Change(kind="dropped", project_old="Harbor Lights", silent=True, evidence_old=(PLACE,))
    comparison = Comparison(
        old=side, new=side, changes=(change,), unchanged=(Pairing(project_old="A", project_new="A"),),
        bridge=Bridge(opening=2, joined=0, left=1, closing=1, residual=0, by_status=(("red", 2, 1),)),
    )  # fmt: skip
    found = wire.comparison_to_json(comparison)
    contract = {
        "opening": 2, "joined": 0, "left": 1, "closing": 1, "residual": 0,
        "by_status": {"red": {"old": 2, "new": 1}},
    }  # fmt: skip
    assert {name: found["bridge"][name] for name in contract} == contract  # type: ignore[index]
    assert found["unchanged"] == [{"project_old": "A", "project_new": "A", "confidence": 1.0, "note": None}]
    assert found["changes"] == [
        {
            "kind": "dropped", "project_old": "Harbor Lights", "project_new": None, "field": None, "old": None,
            "new": None, "silent": True, "uncertain": False, "confidence": 1.0, "note": None, "shift": None,
            "words": [], "evidence_old": [PLACE_JSON], "evidence_new": [],
        }
    ]  # fmt: skip


def test_how_far_a_date_moved_and_what_was_reworded_are_numbers_and_pieces() -> None:
    moved = Shift(unit="days", by=Decimal(184), first="2030-06", first_memo=date(2029, 3, 1), from_first=Decimal(549))
    shown = wire.change_to_json(Change(kind="field_changed", shift=moved, words=(("same", "The"), ("added", "last"))))
    assert shown["shift"] == {
        "unit": "days", "by": 184, "percent": None, "first": "2030-06", "first_memo": "2029-03-01", "from_first": 549,
        "percent_from_first": None, "first_places": [],
    }  # fmt: skip
    assert shown["words"] == [["same", "The"], ["added", "last"]]


def test_a_bridge_has_its_parts_its_flows_and_what_the_memos_count() -> None:
    flow = StatusFlow(
        status="red", opening=2, worsened=1, improved_into=0, joined=0, improved=1, worsened_out=0, left=1, other=0,
        rescaled=0, closing=1, residual=0,
    )  # fmt: skip
    bridge = Bridge(
        opening=2, joined=0, left=1, closing=1, residual=0, by_status=(("red", 2, 1),), completed=1, flows=(flow,),
        stated_closing=StatedCount(stated=9, named=1, places=(PLACE,)),
    )  # fmt: skip
    side = ComparedMemo(memo="m1", file="a.pdf", date=None, subject=None)
    shown = wire.comparison_to_json(Comparison(old=side, new=side, changes=(), unchanged=(), bridge=bridge))["bridge"]
    assert isinstance(shown, dict)
    assert (shown["completed"], shown["dropped"], shown["stated_opening"]) == (1, 0, None)
    assert shown["stated_closing"] == {"stated": 9, "named": 1, "evidence": [PLACE_JSON]}
    assert (shown["flows"]["red"]["worsened"], shown["flows"]["red"]["residual"]) == (1, 0)


def test_a_finding_and_an_outcome_keep_the_contract_names() -> None:
    finding = Finding(kind="sum", severity="error", message="x", stated="3", computed="4", memo="m1", evidence=(PLACE,))
    assert list(wire.finding_to_json(finding)) == [
        "kind", "severity", "message", "stated", "computed", "memo", "evidence",
    ]  # fmt: skip
    outcome = Outcome(path="a.pdf", memo=None, outcome="failed", reason="encrypted", seconds=0.12345)
    assert list(wire.outcome_to_json(outcome).items()) == [
        ("path", "a.pdf"), ("memo", None), ("outcome", "failed"), ("reason", "encrypted"), ("pages", None),
        ("tables", None), ("projects", None), ("problems", []), ("seconds", 0.123),
    ]  # fmt: skip
