"""A comparison to print, to send and to open in a spreadsheet program: complete, cited, and harmless."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from openpyxl import load_workbook

from records.comparison import Bridge, Change, ComparedMemo, Comparison, Pairing
from records.facts import Project
from records.place import Place
from ui.export.comparisons import (
    comparison_to_csv,
    comparison_to_html,
    comparison_to_markdown,
    comparison_to_xlsx,
)
from ui.export.projects import projects_to_csv
from ui.export.wording import KIND_TITLES, change_to_sentence


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


def test_the_csv_has_a_row_a_change_with_both_places() -> None:
    rows = list(csv.DictReader(io.StringIO(comparison_to_csv(COMPARISON), newline="")))
    assert [row["kind"] for row in rows] == ["field_changed", "dropped", "renamed", "joined"]
    assert (rows[0]["old_file"], rows[0]["old_page"], rows[0]["new_quote"]) == ("old.pdf", "3", "December 2031")
    assert rows[0]["note"] == "184 days later"
    assert rows[1]["project_old"] == "'" + EVIL
    assert rows[3]["old_file"] == ""


def test_the_workbook_has_the_changes_the_bridge_and_the_rest() -> None:
    book = load_workbook(io.BytesIO(comparison_to_xlsx(COMPARISON)))
    assert book.sheetnames == ["Changes", "Bridge", "Unchanged"]
    assert book["Bridge"]["B2"].value == 5
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_markdown_says_every_change_and_runs_none_of_it() -> None:
    text = comparison_to_markdown(COMPARISON)
    assert "- Dock Lights, end date: June 2031 → December 2031 (184 days later) *(" in text
    assert "5 open + 1 joined - 2 left = 4; the later memo has 5 (+1 not explained)." in text
    assert "| on hold | 1 | 0 |" in text
    assert "> Page 4 of the later memo was not read." in text
    assert "<script>" not in text
    assert "[a](" not in text  # the brackets are escaped, so nothing can be clicked


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]


def test_the_page_stands_alone_and_runs_nothing() -> None:
    page = comparison_to_html(COMPARISON)
    tags = _Tags()
    tags.feed(page)
    assert not {"script", "img", "link", "iframe", "a"} & set(tags.names)
    assert not [name for name in tags.attributes if name.startswith("on") or name in ("src", "href")]
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
