"""The sheet for the meeting: the weightiest first, nothing twice, nothing dropped without a word, each with a place."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from records.answer import Finding
from records.comparison import Bridge, Change, ComparedMemo, Comparison, Pairing, Shift
from records.facts import Project
from records.place import Place
from records.promises import Promise, PromiseStep
from records.values import Period
from ui.briefing import Briefing
from ui.cli import app
from ui.export.sheet import Sheet, briefing_to_sheet
from ui.export.sheet_changes import change_to_weight
from ui.export.sheet_page import sheet_to_html, sheet_to_markdown

OLD = ComparedMemo(memo="a", file="old.pdf", date=date(2031, 3, 3), subject="Harbor Report")
NEW = ComparedMemo(memo="b", file="new.pdf", date=date(2032, 3, 1), subject="Harbor Report")
JUNE = Period(first=date(2031, 6, 1), last=date(2031, 6, 30), text="June 2031")
JUNE_2033 = Period(first=date(2033, 6, 1), last=date(2033, 6, 30), text="June 2033")


def a_place(quote: str, memo: str = "a", page: int = 3) -> Place:
    return Place(memo=memo, file=f"{memo}.pdf", page=page, box=None, section="Status", quote=quote, sha256="ab")


def a_change(kind: str, name: str, **more: object) -> Change:
    told = {"project_old": name, "project_new": name, "evidence_old": (a_place(f"{name} then"),), **more}
    return Change(kind=kind, **told)  # type: ignore[arg-type]


def slipped(name: str, days: int, *, silent: bool = False) -> Change:
    return a_change(
        "field_changed", name, field="end", old="2031-06", new="2032-06", silent=silent, note=f"{days} days later",
        shift=Shift(unit="days", by=Decimal(days)), evidence_new=(a_place(f"{name} June 2032", "b"),),
    )  # fmt: skip


def a_promise(text: str, state: str, *, due: Period | None = JUNE, **more: object) -> Promise:
    told = {"kind": "statement", "project": None, "note": "", "places": (a_place(text),), **more}
    return Promise(text=text, body="Harbor", memo="a", made=OLD.date, due=due, state=state, **told)  # type: ignore[arg-type]


def a_briefing(*changes: Change, **more: object) -> Briefing:
    comparison = Comparison(
        old=OLD, new=NEW,
        bridge=Bridge(opening=5, joined=1, left=1, closing=5, residual=0, by_status=()),
        changes=changes, unchanged=(Pairing(project_old="Gull Survey", project_new="Gull Survey"),),
    )  # fmt: skip
    return replace(Briefing(comparison=comparison), **more)  # type: ignore[arg-type]


def titles(sheet: Sheet, part: int = 0) -> list[str]:
    return [item.title for item in sheet.parts[part].items]


def test_what_was_dropped_in_silence_comes_before_slips_and_colours() -> None:
    sheet = briefing_to_sheet(
        a_briefing(
            a_change("completed", "Pier", field="status", old="green", new="complete"),
            a_change("status_changed", "Basin", field="status", old="green", new="yellow"),
            slipped("Piles", 20),
            slipped("Crane", 400, silent=True),
            a_change("status_changed", "Ferry", field="status", old="yellow", new="red"),
            a_change("dropped", "Gauge", project_new=None, old="green", silent=True),
        )
    )
    assert titles(sheet) == ["Gauge", "Ferry", "Crane", "Basin", "Piles"]


def recoloured(old: str, new: str) -> Change:
    return a_change("status_changed", "Crane", field="status", old=old, new=new)


WORSE = [
    (a_change("dropped", "A", silent=True), a_change("dropped", "A", note="named on page 2")),
    (slipped("A", 300), slipped("A", 30)),
    (slipped("A", 30, silent=True), slipped("A", 30)),
    (recoloured("green", "red"), recoloured("green", "yellow")),
    (recoloured("green", "yellow"), recoloured("red", "green")),
    (a_change("joined", "A", new="red"), a_change("joined", "A", new="green")),
]  # fmt: skip


@pytest.mark.parametrize(("worse", "better"), WORSE)
def test_worse_weighs_more(worse: Change, better: Change) -> None:
    assert change_to_weight(worse) > change_to_weight(better)


def test_a_project_is_told_once_with_all_its_places() -> None:
    status = a_change("status_changed", "Crane", field="status", old="green", new="red")
    (item,) = briefing_to_sheet(a_briefing(slipped("Crane", 300), status)).parts[0].items
    assert item.statement == "Green → red; end date June 2031 → June 2032 (300 days later)."
    assert [place.quote for place in item.places] == ["Crane then", "Crane June 2032"]
    assert item.question.endswith("does the new date already allow for it?")


def test_what_does_not_fit_is_counted() -> None:
    sheet = briefing_to_sheet(a_briefing(*(slipped(f"Lot {number}", 100 + number) for number in range(11))))
    assert (len(sheet.parts[0].items), sheet.parts[0].more) == (8, 3)
    assert "3 more in the full comparison." in sheet_to_markdown(sheet)


QUESTIONS = [
    (a_promise("Staff will dredge.", "unmentioned"),
     "The memo of March 1, 2032 does not mention it. What became of it?"),
    (a_promise("Staff will dredge.", "unmentioned", due=JUNE_2033),
     "The memo of March 1, 2032 does not mention it. Is it on course for June 2033?"),
    (a_promise("Staff will dredge.", "unclear"),
     "The memo of March 1, 2032 speaks of it without saying whether it was done. Was it, and when?"),
    (a_promise("Staff will dredge.", "changed", due_now=JUNE_2033), "It now says June 2033. What moved it?"),
    (a_promise("Staff will dredge.", "late", note="still open 245 days after June 2031"),
     "It is still open 245 days after June 2031. By when is it expected now, and what does it wait for?"),
    (a_promise("Staff will dredge.", "withdrawn", note="the project was cancelled"),
     "The project was cancelled. What takes its place?"),
]  # fmt: skip


@pytest.mark.parametrize(("promise", "question"), QUESTIONS)
def test_a_promise_raises_a_question(promise: Promise, question: str) -> None:
    (item,) = briefing_to_sheet(a_briefing(promises=(promise,))).parts[0].items
    assert item.question == question
    due = "June 2033" if promise.due == JUNE_2033 else "June 2031"
    assert item.statement == f"The memo of March 3, 2031 promised for {due}: “Staff will dredge”."


def test_what_was_kept_is_counted_and_not_asked() -> None:
    sheet = briefing_to_sheet(a_briefing(promises=(a_promise("Staff will dredge.", "kept"),)))
    assert sheet.parts[0].items == ()
    assert sheet.parts[0].lead == "1 promise of the earlier memo, its end dates among them: 1 kept."


def test_an_end_date_told_as_a_slip_is_not_told_again_as_a_promise() -> None:
    finish = a_promise("Crane", "changed", kind="finish", project="Crane", due_now=JUNE_2033)
    sheet = briefing_to_sheet(a_briefing(slipped("Crane", 300), promises=(finish,)))
    assert [len(part.items) for part in sheet.parts] == [1, 0]


def test_findings_and_forgotten_promises_close_the_sheet() -> None:
    finding = Finding(
        kind="percentage", severity="warning", message="The memo says 60 percent; its list gives 50 percent",
        memo="b", evidence=(a_place("60 percent", "b"),),
    )  # fmt: skip
    unheard = replace(finding, kind="commitment", severity="note")
    forgotten = a_promise("Staff will count gulls.", "unmentioned")
    sheet = briefing_to_sheet(a_briefing(findings=(unheard, finding), forgotten=(forgotten,)))
    assert [part.title for part in sheet.parts] == [
        "What does not add up in the later memo",
        "Promised in earlier years and not heard of since",
    ]
    assert sheet.parts[0].items[0].question == "Which of the two figures holds?"
    assert sheet.parts[1].items[0].question == "No later memo mentions it. What became of it?"


def test_red_in_both_memos_is_asked_about() -> None:
    project = Project(
        project="Crane", status="red", mitigation="A part is on order.", memo="b", as_of=NEW.date,
        places=(a_place("Crane RED", "b"),),
    )  # fmt: skip
    (item,) = briefing_to_sheet(a_briefing(standing=(project,))).parts[0].items
    assert item.statement == "Red in both memos. Its measure now: “A part is on order.”"


def test_the_page_and_the_markdown_say_the_same_and_run_nothing() -> None:
    evil = "<script>x</script> [a](b)"
    step = PromiseStep(memo="b", date=NEW.date, reply="unclear", places=(a_place("Dredging is costly.", "b", 7),))
    promise = a_promise(evil, "unclear", steps=(step,))
    sheet = briefing_to_sheet(a_briefing(slipped("Crane", 300, silent=True), promises=(promise,)))
    page, text = sheet_to_html(sheet), sheet_to_markdown(sheet)
    assert "<script>" not in page + text
    assert "[a](b)" not in text
    for written in (page, text):
        assert "Later memo, p. 7: “Dredging is costly.”" in written
        assert "the later memo does not point out the change" in written
    assert 'start="2"' in page
    assert "\n2. **A promise.**" in text


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Two files, to be compared without a library."""
    folder = tmp_path_factory.mktemp("memos")
    head = (
        "**TO:** Harbor Committee\n\n**FROM:** Ida Quill\n\n**DATE:** March 3, {}\n\n**SUBJECT:** Harbor Projects\n\n"
    )
    table = "# Status\n\n| Project | Status | Target Completion |\n|---|---|---|\n"
    old, new = folder / "old.md", folder / "new.md"
    old.write_text(
        head.format(2031) + table + "| Tide Gauge | Green | June 2031 |\n| Net Loft | Green | May 2033 |\n\n"
        "# Tide Gauge\n\nStaff will return to the Committee with a dredging plan by June 2031.\n",
        encoding="utf-8",
    )
    new.write_text(head.format(2032) + table + "| Tide Gauge | Red | June 2032 |\n", encoding="utf-8")
    return str(old), str(new)


def test_the_command_writes_the_sheet_of_two_files(memos: tuple[str, str]) -> None:
    done = CliRunner().invoke(app, ["questions", *memos, "--json"], catch_exceptions=False)
    sheet = json.loads(done.stdout)
    assert [item["title"] for item in sheet["parts"][0]["items"]] == ["Tide Gauge", "Net Loft"]
    (asked,) = (item for part in sheet["parts"] for item in part["items"] if item["kind"] == "promise_unmentioned")
    assert "What became of it?" in asked["question"]
    assert asked["places"][0]["file"] == "old.md"


def test_the_promises_of_a_library_are_listed(sample_library: Path) -> None:
    def run(*arguments: str) -> str:
        return CliRunner().invoke(app, ["--library", str(sample_library), "promises", *arguments]).stdout

    found = json.loads(run("--json"))
    assert {promise["state"] for promise in found} >= {"kept", "late", "changed", "unmentioned", "not_due"}
    rows = list(csv.DictReader(io.StringIO(run("--csv"), newline="")))
    assert [row["state"] for row in rows] == [promise["state"] for promise in found]
    text = run("--memo", "2021")
    assert "Not mentioned again" in text
    assert "[harrowgate-bay-2021" in text


def test_compare_lists_the_promises_of_the_earlier_memo(memos: tuple[str, str]) -> None:
    done = CliRunner().invoke(app, ["compare", *memos, "--json"], catch_exceptions=False)
    assert sorted((p["kind"], p["state"]) for p in json.loads(done.stdout)["promises"]) == [
        ("finish", "late"),
        ("finish", "unmentioned"),
        ("statement", "unmentioned"),
    ]
