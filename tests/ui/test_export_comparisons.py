"""A comparison to print, to send and to open in a spreadsheet program: complete, cited, and harmless."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from openpyxl import load_workbook

from records.comparison import (
    Bridge,
    Change,
    ComparedMemo,
    Comparison,
    Pairing,
    Rescaled,
    ScaleChange,
    Shift,
    StatedCount,
    StatusFlow,
)
from records.facts import Project
from records.place import Place
from records.promises import Promise, PromiseStep
from records.values import Period
from ui.export.comparisons import (
    comparison_to_csv,
    comparison_to_html,
    comparison_to_markdown,
    comparison_to_xlsx,
    promises_to_csv,
)
from ui.export.projects import projects_to_csv
from ui.export.wording import KIND_TITLES, change_to_sentence, memo_day


def a_place(quote: str) -> Place:
    return Place(memo="m", file="old.pdf", page=3, box=None, section="Status", quote=quote, sha256="ab")


EVIL = '=HYPERLINK("http://x") <script>alert(1)</script> [a](javascript:b) | `c`'
CHANGES = (
    Change(
        kind="field_changed", project_old="Dock Lights", project_new="Dock Lights", field="end", old="2031-06",
        new="2031-12", note="184 days later", silent=True, evidence_old=(a_place("June 2031"),),
        evidence_new=(a_place("December 2031"),),
    ),
    Change(kind="dropped", project_old=EVIL, old="green", silent=True, evidence_old=(a_place(EVIL),)),
    Change(kind="renamed", project_old="Dock Sales", project_new="Harbor Pass", old="Dock Sales", new="Harbor Pass"),
    Change(kind="joined", project_new="Tide Tables", new="yellow"),
)  # fmt: skip
COMPARISON = Comparison(
    old=ComparedMemo(memo="a", file="old.pdf", date=date(2031, 3, 3), subject="Harbor Report"),
    new=ComparedMemo(memo="b", file="new.pdf", date=None, subject=None),
    bridge=Bridge(opening=5, joined=1, left=2, closing=5, residual=1, by_status=(("on_hold", 1, 0), ("green", 4, 5))),
    changes=CHANGES,
    unchanged=(Pairing(project_old="Gull Survey", project_new="Gull Survey"),),
    notes=("Page 4 of the later memo was not read.",),
)


PROMISES = (
    Promise(
        kind="statement", text="Staff will dredge the basin | by June 2031.", project="Dock Lights", body="Harbor",
        memo="a", made=date(2031, 3, 3), due=Period(first=date(2031, 6, 1), last=date(2031, 6, 30), text="June 2031"),
        state="unmentioned", note="the later memo does not mention it", places=(a_place("Staff will dredge"),),
    ),
    Promise(
        kind="finish", text="Dock Lights", project="Dock Lights", project_now="Pier Lights", body="Harbor", memo="a",
        made=date(2031, 3, 3), due=None, state="kept", note="done by May 2031", places=(a_place("Dock Lights June"),),
        steps=(PromiseStep(memo="b", date=date(2032, 3, 3), reply="done", places=(a_place("=Dock Lights done"),)),),
    ),
)  # fmt: skip
FLOW = StatusFlow(
    status="red", opening=1, worsened=2, improved_into=0, joined=0, improved=1, worsened_out=0, left=0, other=0,
    rescaled=0, closing=2, residual=0,
)  # fmt: skip
MOVED = Change(
    kind="field_changed", project_old="Pier", project_new="Pier", field="budget", old="$2.2 million",
    new="$2.6 million", note="+$400,000, +18.2 %; +$600,000 against what was first stated ($2 million)",
    shift=Shift(
        unit="USD", by=Decimal(400000), percent=Decimal("18.2"), first="$2 million", first_memo=date(2029, 3, 1),
        from_first=Decimal(600000), percent_from_first=Decimal(30),
    ),
)  # fmt: skip
WORDS = Change(
    kind="field_changed", project_old="Pier", project_new="Pier", field="issue", old="Steel comes in May.",
    new="Steel comes in July.", words=(("same", "Steel comes in"), ("removed", "May."), ("added", "July.")),
)  # fmt: skip


def test_the_csv_has_a_row_a_change_with_both_places() -> None:
    rows = list(csv.DictReader(io.StringIO(comparison_to_csv(COMPARISON), newline="")))
    assert [row["kind"] for row in rows] == ["field_changed", "dropped", "renamed", "joined"]
    assert (rows[0]["old_file"], rows[0]["old_page"], rows[0]["new_quote"]) == ("old.pdf", "3", "December 2031")
    assert rows[0]["note"] == "184 days later"
    assert rows[1]["project_old"] == "'" + EVIL
    assert rows[3]["old_file"] == ""


def test_the_workbook_has_the_changes_the_bridge_and_the_rest() -> None:
    book = load_workbook(io.BytesIO(comparison_to_xlsx(COMPARISON)))
    assert book.sheetnames == ["Summary", "Changes", "Bridge", "Unchanged", "Notes"]
    assert [row[1].value for row in book["Summary"].iter_rows(min_row=6, max_row=9)] == [5, 1, 2, 5]
    assert (book["Changes"].freeze_panes, book["Changes"].auto_filter.ref[:2]) == ("A2", "A1")
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_markdown_says_every_change_and_runs_none_of_it() -> None:
    text = comparison_to_markdown(COMPARISON)
    assert "- Dock Lights, end date: June 2031 → December 2031 (184 days later) *(" in text
    assert "5 open + 1 joined − 2 left = 4; the later memo has 5 (+1 not explained)." in text
    assert "| on hold | 1 | 0 |" in text
    assert "> Page 4 of the later memo was not read." in text
    assert "<script>" not in text
    assert "[a](" not in text  # the brackets are escaped, so nothing can be clicked


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[str] = []
        self.targets: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.targets += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def test_the_page_stands_alone_and_runs_nothing() -> None:
    page = comparison_to_html(COMPARISON)
    tags = _Tags()
    tags.feed(page)
    assert not {"script", "img", "link", "iframe"} & set(tags.names)
    assert not [name for name in tags.attributes if name.startswith("on") or name == "src"]
    assert all(target.startswith("#") for target in tags.targets)
    assert {target[1:] for target in tags.targets} <= set(tags.ids)
    assert re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL).count("the later memo does not") == 2
    assert "&lt;script&gt;" in page


SENTENCES = [
    ({"kind": "completed", "project_new": "Pier", "new": "complete"}, "Pier: complete (not in the earlier memo)"),
    (
        {"kind": "dropped", "project_old": "Pier", "old": "on_hold", "note": "named on page 2, without a status"},
        "Pier (last reported: on hold): named on page 2, without a status",
    ),
    ({"kind": "metric_changed", "field": "riders", "old": "41 riders", "new": "44 riders"}, "Riders: 41 → 44"),
    (
        {"kind": "metric_changed", "field": "Ferries: share", "old": "78 percent", "new": "83 percent"},
        "Ferries, share: 78 percent → 83 percent",
    ),
    (
        {"kind": "field_changed", "project_old": "Pier", "field": "end", "old": "2031-06-30", "new": "fall 2031"},
        "Pier, end date: June 30, 2031 → fall 2031",
    ),
    ({"kind": "merged", "project_old": "Pier", "old": "Pier"}, "Pier → merged; into what has no record"),
]


@pytest.mark.parametrize(("fields", "sentence"), SENTENCES)
def test_a_change_in_words(fields: dict[str, str], sentence: str) -> None:
    assert change_to_sentence(Change(**fields)) == sentence  # type: ignore[arg-type]


def test_changes_in_one_row_are_told_above_it_once() -> None:
    row = (a_place("Dock Lights: delayed until May"),)
    changes = tuple(
        Change(kind="field_changed", project_old="D", project_new="D", field=field, old="x", new="y", evidence_old=row)
        for field in ("issue", "mitigation")
    )
    assert comparison_to_markdown(replace(COMPARISON, changes=changes)).count("delayed until May") == 1


@pytest.mark.parametrize("kind", list(KIND_TITLES))
def test_every_kind_has_a_title_and_a_sentence(kind: str) -> None:
    change = Change(kind=kind, project_old="A", project_new="B", field="end", old="x", new="y")  # type: ignore[arg-type]
    assert change_to_sentence(change)
    only = Comparison(old=COMPARISON.old, new=COMPARISON.new, bridge=COMPARISON.bridge, changes=(change,), unchanged=())
    assert KIND_TITLES[kind] in comparison_to_markdown(only)


def test_projects_are_rows_with_their_place() -> None:
    project = Project(
        project="-Dock Lights", status="green", aliases=("DL", "Lamps"), memo="m", as_of=date(2031, 3, 3),
        places=(a_place("Dock Lights"),),
    )  # fmt: skip
    (row,) = csv.DictReader(io.StringIO(projects_to_csv([project]), newline=""))
    assert (row["project"], row["aliases"], row["as_of"], row["page"]) == (
        "'-Dock Lights",
        "DL; Lamps",
        "2031-03-03",
        "3",
    )


def test_promises_stand_in_every_format_that_is_read() -> None:
    for text in (comparison_to_markdown(COMPARISON, PROMISES), comparison_to_html(COMPARISON, PROMISES)):
        assert "Promises of the earlier memo (2)" in text
        assert text.index("Not mentioned again") < text.index("done by May 2031 (now Pier Lights)")
    book = load_workbook(io.BytesIO(comparison_to_xlsx(COMPARISON, PROMISES)))
    assert [row[0].value for row in book["Promises"].iter_rows()] == ["state", "unmentioned", "kept"]


def test_promises_are_rows_with_both_places() -> None:
    first, second = csv.DictReader(io.StringIO(promises_to_csv(PROMISES), newline=""))
    assert (first["state"], first["due"], first["due_last_day"], first["decided_quote"]) == (
        "unmentioned",
        "2031-06",
        "2031-06-30",
        "",
    )
    assert (second["project_now"], second["decided_on"], second["decided_quote"]) == (
        "Pier Lights",
        "2032-03-03",
        "'=Dock Lights done",
    )


def test_a_sum_is_told_against_the_last_and_the_first_memo() -> None:
    sentence = change_to_sentence(MOVED)
    assert sentence == (
        "Pier, budget: $2.2 million → $2.6 million (+$400,000, +18.2 %; +$600,000 (+30.0 %) against the $2 million of "
        "the memo of March 1, 2029)"
    )
    (row,) = csv.DictReader(io.StringIO(comparison_to_csv(replace(COMPARISON, changes=(MOVED,))), newline=""))
    assert (row["moved_by"], row["moved_unit"], row["first_memo"]) == ("400000", "USD", "2029-03-01")


def test_a_changed_text_is_shown_word_by_word() -> None:
    comparison = replace(COMPARISON, changes=(WORDS,))
    assert "Steel comes in <del>May.</del> <ins>July.</ins>" in comparison_to_html(comparison)
    assert "Steel comes in ~~May.~~ **July.**" in comparison_to_markdown(comparison)
    (row,) = csv.DictReader(io.StringIO(comparison_to_csv(comparison), newline=""))
    assert row["word_by_word"] == "Steel comes in [-May.-] {+July.+}"


def test_texts_with_little_in_common_stand_side_by_side() -> None:
    other = replace(WORDS, new="Paint peels.", words=(("removed", "Steel comes in May."), ("added", "Paint peels.")))
    page = comparison_to_html(replace(COMPARISON, changes=(other,)))
    assert "<p>Then: \u201cSteel comes in May.\u201d</p><p>Now: \u201cPaint peels.\u201d</p>" in page


def test_the_bridge_names_each_step_and_hides_what_nobody_took() -> None:
    bridge = replace(COMPARISON.bridge, dropped=2, new=1, flows=(FLOW,), stated_opening=StatedCount(stated=7, named=5))
    text = comparison_to_markdown(replace(COMPARISON, bridge=bridge))
    assert "| − no longer named, without an explanation | 2 |" in text
    assert "| red | 1 | 2 | 1 | 2 |" in text
    assert "The earlier memo says 7 projects and names 5." in text
    assert "cancelled" not in text


def test_another_scale_is_told_and_not_counted() -> None:
    rescaled = Rescaled(project_old="Pier", project_new="Pier", old="yellow_green", new="green", note="may be the same")
    scale = ScaleChange(old=("red", "yellow_green", "green"), new=("red", "green"), rescaled=(rescaled,))
    comparison = replace(COMPARISON, scale=scale)
    assert "Pier: yellow/green then, green now: may be the same" in comparison_to_markdown(comparison)
    assert "Why it is not counted as changed" in comparison_to_html(comparison)


def test_the_worst_colour_comes_first() -> None:
    changes = tuple(
        Change(kind="status_changed", project_old=name, project_new=name, field="status", old="green", new=status)
        for name, status in (("Gulls", "yellow"), ("Piles", "red"))
    )
    text = comparison_to_markdown(replace(COMPARISON, changes=changes))
    assert text.index("Piles") < text.index("Gulls")


def test_a_list_without_a_date_is_named_by_what_it_gives_the_state_of() -> None:
    quarter = Period(first=date(2031, 4, 1), last=date(2031, 6, 30), text="Q2 2031")
    assert memo_day(ComparedMemo(memo="a", file="a.csv", date=None, subject=None, as_of=quarter)) == "as of Q2 2031"
    assert memo_day(ComparedMemo(memo="a", file="a.csv", date=None, subject=None)) == "undated"
    assert memo_day(ComparedMemo(memo="a", file="a.csv", date=date(2031, 3, 3), subject=None)) == "March 3, 2031"
