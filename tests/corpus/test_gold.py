"""The gold fits the pages, and its parts fit one another."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

Json = dict[str, Any]
Gold = Callable[[str], Json]
Yearly = dict[int, Json]
Pages = Callable[[Path], list[str]]
Letters = Callable[[str], str]
LIVE = ("red", "yellow", "green", "on_hold")
YEARS = (2021, 2022, 2023, 2024, 2025)


@pytest.fixture(scope="module")
def yearly(series: list[Path], gold: Gold) -> Yearly:
    return {int(path.stem.split("-")[2]): gold(path.stem) for path in series}


def _live(memo: Json) -> dict[str, Json]:
    return {project["key"]: project for project in memo["projects"] if project["status"] in LIVE}


@pytest.mark.parametrize("fact", ["metrics", "commitments", "definitions"])
def test_each_fact_stands_on_its_page(
    series_pdf: Path, fact: str, gold: Gold, page_texts: Pages, letters: Letters
) -> None:
    pages = [letters(text) for text in page_texts(series_pdf)]
    for record in gold(series_pdf.stem)[fact]:
        said = letters(record.get("meaning") or record["text"])
        start = record["page"] - 1
        assert said in pages[start] or said[:25] in pages[start], record


def test_each_project_stands_on_its_page(series_pdf: Path, gold: Gold, page_texts: Pages) -> None:
    pages = page_texts(series_pdf)
    for project in gold(series_pdf.stem)["projects"]:
        assert _stands_on(project["project"], pages[project["page"] - 1]), project["project"]


def test_every_table_cell_stands_on_a_page_of_its_table(
    series_pdf: Path, gold: Gold, page_texts: Pages, letters: Letters
) -> None:
    pages = page_texts(series_pdf)
    for table in gold(f"tables-{series_pdf.stem}")["tables"]:
        text = letters(" ".join(pages[number - 1] for number in table["pages"]))
        words = {letters(word) for row in table["grid"] for cell in row for word in cell.split()}
        assert [word for word in words if word[:3] not in text] == []


def test_every_table_is_rectangular(series_pdf: Path, gold: Gold) -> None:
    for table in gold(f"tables-{series_pdf.stem}")["tables"]:
        assert {len(row) for row in table["grid"]} == {len(table["grid"][0])}


@pytest.mark.parametrize(("old", "new"), list(pairwise(YEARS)))
def test_status_changes_follow_from_the_yearly_records(old: int, new: int, yearly: Yearly, gold: Gold) -> None:
    before, after = _live(yearly[old]), _live(yearly[new])
    expected = {
        (before[key]["project"], before[key]["status"], after[key]["status"])
        for key in before.keys() & after.keys()
        if before[key]["status"] != after[key]["status"]
    }
    changes = gold(f"changes-{old}-{new}")["changes"]
    assert {(c["project_old"], c["old"], c["new"]) for c in changes if c["kind"] == "status_changed"} == expected


@pytest.mark.parametrize(("old", "new"), list(pairwise(YEARS)))
def test_every_project_that_left_or_came_is_accounted_for(old: int, new: int, yearly: Yearly, gold: Gold) -> None:
    before, after = _live(yearly[old]), _live(yearly[new])
    comparison = gold(f"changes-{old}-{new}")
    left = {"completed", "completed_with_residual", "cancelled", "dropped", "merged"}
    gone = {c["project_old"] for c in comparison["changes"] if c["kind"] in left}
    came = {c["project_new"] for c in comparison["changes"] if c["kind"] in ("joined", "re_entered", "merged")}
    assert gone == {before[key]["project"] for key in before.keys() - after.keys()}
    assert came == {after[key]["project"] for key in after.keys() - before.keys()}
    bridge = comparison["bridge"]
    assert bridge["opening"] + bridge["joined"] - bridge["left"] == bridge["closing"] == len(after)


def test_the_series_holds_every_kind_of_change(gold: Gold) -> None:
    kinds = {c["kind"] for old, new in pairwise(YEARS) for c in gold(f"changes-{old}-{new}")["changes"]}
    assert kinds == {
        "status_changed", "renamed", "joined", "completed", "completed_with_residual", "cancelled", "dropped", "merged",
        "re_entered", "field_changed", "metric_changed", "definition_changed",
    }  # fmt: skip


@pytest.mark.parametrize(("year", "column", "off_by"), [(2021, 2, 0), (2022, 2, 1_000_000), (2023, 2, 0), (2024, 1, 0),
                                                        (2025, 3, 0)])  # fmt: skip
def test_one_budget_total_is_wrong_and_the_others_are_right(
    year: int, column: int, off_by: int, yearly: Yearly, gold: Gold
) -> None:
    stem = yearly[year]["file"].removesuffix(".pdf")
    grid = next(table["grid"] for table in gold(f"tables-{stem}")["tables"] if table["name"] == "budget")
    amounts = [int(row[column].lstrip("$").replace(",", "")) for row in grid[1:]]
    assert amounts[-1] - sum(amounts[:-1]) == off_by


def test_the_stated_shares_of_green_are_right_but_for_one_year(yearly: Yearly) -> None:
    off = []
    for year, memo in yearly.items():
        stated = next(int(m["value"]) for m in memo["metrics"] if m["measure"] == "marked green")
        live = _live(memo)
        share = 100 * sum(p["status"] == "green" for p in live.values()) / len(live)
        if abs(share - stated) > 1:
            off.append(year)
    assert off == [2023]


def test_each_question_quotes_its_memo(questions: list[Json], series: list[Path], page_texts: Pages) -> None:
    """A quote's words stand together on one page; a row that wraps is not contiguous in the page's text."""
    for question in questions:
        files = [path for path in series if question.get("memo", "") in path.stem]
        pages = [text for path in files for text in page_texts(path)]
        for quote in question["quotes"]:
            assert any(_stands_on(quote, page) for page in pages), (question["id"], quote)


def test_questions_are_many_and_varied(questions: list[Json]) -> None:
    assert len(questions) >= 60
    assert len({question["id"] for question in questions}) == len(questions)
    kinds = {question["kind"] for question in questions}
    assert {"unanswerable", "false-premise", "count/arithmetic", "cross-year", "table cell", "footnote"} <= kinds
    assert all(bool(question["quotes"]) == (question["kind"] != "unanswerable") for question in questions)


def _stands_on(quote: str, page: str) -> bool:
    """Whether each word stands on the page, whole or with its first part before a line's hyphen ("trans-")."""
    whole = set(_words(page))
    parts = tuple(word[:-1] for word in whole if word.endswith("-") and len(word) > 3)
    return all(word in whole or word.startswith(parts) for word in _words(quote))


def _words(text: str) -> list[str]:
    return [word.strip(".,;:()“”") for word in text.split()]
