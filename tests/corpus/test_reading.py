"""What this project reads from the sample memos, against their gold and against the files themselves.

The shares are what was measured when the test was written, less a little; they may only rise.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from records.memo import Memo

Json = dict[str, Any]
Gold = Callable[[str], Json]
Reader = Callable[[Path], Memo]

PROJECTS_FOUND, PROJECTS_TRUE = 0.97, 0.95
STATUSES_RIGHT = 0.97
TABLES_PERFECT = 0.94


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_the_letterhead_is_read_whole(series_pdf: Path, read_memo: Reader, gold: Gold) -> None:
    _same_letterhead(read_memo(series_pdf), gold(series_pdf.stem))


def test_the_letterhead_of_other_cities_is_read_whole(other_file: Path, read_memo: Reader, gold: Gold) -> None:
    _same_letterhead(read_memo(other_file), gold(other_file.stem))


def _same_letterhead(memo: Memo, wanted: Json) -> None:
    head = memo.letterhead
    assert {
        "body": head.body,
        "to": _fold(head.to or ""),
        "from": head.from_,
        "subject": head.subject,
        "date": head.date and head.date.isoformat(),
        "approved": head.approved and head.approved.isoformat(),
        "district": head.district,
    } == {name: wanted[name] for name in ("body", "to", "from", "subject", "date", "approved", "district")}


def test_projects_are_found_and_none_is_invented(series: list[Path], read_memo: Reader, gold: Gold) -> None:
    wanted, found = set(), set()
    for path in series:
        wanted |= {(path.stem, project["project"].casefold()) for project in gold(path.stem)["projects"]}
        found |= {(path.stem, project.project.casefold()) for project in read_memo(path).projects}
    assert len(wanted & found) / len(wanted) >= PROJECTS_FOUND, wanted - found
    assert len(wanted & found) / len(found) >= PROJECTS_TRUE, found - wanted


def test_statuses_are_those_of_the_pages(series: list[Path], read_memo: Reader, gold: Gold) -> None:
    """A status that the memo does not give is worse than a missing one: none may be false."""
    right, total, false = 0, 0, []
    for path in series:
        found = {project.project.casefold(): project.status for project in read_memo(path).projects}
        for project in gold(path.stem)["projects"]:
            status = found.get(project["project"].casefold())
            total += 1
            right += status == project["status"]
            if status not in (None, project["status"]):
                false.append((path.stem, project["project"], status))
    assert false == []
    assert right / total >= STATUSES_RIGHT


def test_projects_of_other_cities_are_found_with_their_statuses(
    other_file: Path, read_memo: Reader, gold: Gold
) -> None:  # fmt: skip
    found = {project.project: project.status for project in read_memo(other_file).projects}
    assert found == {project["project"]: project["status"] for project in gold(other_file.stem)["projects"]}


def test_no_amount_or_date_is_false(series_pdf: Path, read_memo: Reader, gold: Gold) -> None:
    _nothing_false(read_memo(series_pdf), gold(series_pdf.stem))


def test_no_amount_or_date_of_other_cities_is_false(other_file: Path, read_memo: Reader, gold: Gold) -> None:
    _nothing_false(read_memo(other_file), gold(other_file.stem))


def _nothing_false(memo: Memo, records: Json) -> None:
    wanted = {project["project"].casefold(): project for project in records["projects"]}
    for project in memo.projects:
        record = wanted.get(project.project.casefold(), {})
        for name, said in (
            ("budget", project.budget and project.budget.text),
            ("end", project.end and project.end.label()),
            ("start", project.start and project.start.label()),
            ("completed", project.completed and project.completed.label()),
        ):
            assert said in (None, record.get(name)), (project.project, name, said)


def test_tables_are_read_cell_by_cell(series: list[Path], read_memo: Reader, gold: Gold) -> None:
    perfect, total = 0, 0
    for path in series:
        grids = [table.grid() for table in read_memo(path).document.tables]
        wanted = [_without_numbering(table["grid"]) for table in gold(f"tables-{path.stem}")["tables"]]
        perfect += sum(grid in grids for grid in wanted)
        total += len(wanted)
    assert perfect / total >= TABLES_PERFECT


def _without_numbering(grid: list[list[str]]) -> list[list[str]]:
    """The gold has what the page shows; a column that only counts the rows is not exported."""
    count = ["", *(str(number) for number in range(1, len(grid)))]
    return [row[1:] for row in grid] if [row[0] for row in grid] == count else grid


def test_a_completed_project_keeps_what_is_left_open(series: list[Path], read_memo: Reader, gold: Gold) -> None:
    for path in series:
        found = {project.project: project for project in read_memo(path).projects}
        open_ended = [project["project"] for project in gold(path.stem)["projects"] if project["residual"]]
        assert [name for name in open_ended if found[name].residual is None] == []
