"""What this project reads from the sample memos, against their gold and against the files themselves.

The shares are what was measured when the test was written, less a little; they may only rise.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from answer.compare import compare
from records.memo import Memo
from records.place import Box, Place

Json = dict[str, Any]
Gold = Callable[[str], Json]
Reader = Callable[[Path], Memo]

PROJECTS_FOUND, PROJECTS_TRUE = 0.97, 0.95
STATUSES_RIGHT = 0.97
TABLES_PERFECT = 0.94
CHANGES_FOUND, CHANGES_TRUE = 0.85, 0.75
SLACK = 1.5
"""Points."""


def _places(memo: Memo) -> Iterator[Place]:
    yield from (place for _, place in memo.letterhead.places)
    for records in (memo.projects, memo.metrics, memo.commitments, memo.definitions, memo.omissions):
        for record in records:
            yield from record.places
    for project in memo.projects:
        yield from (place for _, place in project.field_places)


def test_every_place_is_found_again_in_the_pdf(series_pdf: Path, read_memo: Reader) -> None:
    assert _lost_in_pdf(series_pdf, read_memo(series_pdf)) == []


def test_every_place_is_found_again_in_memos_of_other_cities(other_file: Path, read_memo: Reader) -> None:
    memo = read_memo(other_file)
    if other_file.suffix == ".pdf":
        assert _lost_in_pdf(other_file, memo) == []
    else:
        source = _fold(other_file.read_text(encoding="utf-8"))
        assert [place.quote for place in _places(memo) if _fold(place.quote) not in source] == []


def _lost_in_pdf(path: Path, memo: Memo) -> list[tuple[int, str]]:
    """The places whose words do not stand in their boxes, by pdfplumber alone."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return [(place.page, place.quote) for place in _places(memo) if not _stands(place, pdf.pages[place.page - 1])]


def _stands(place: Place, page: Any) -> bool:
    if place.box is None:
        return False
    inside = page.filter(lambda item: item["object_type"] != "char" or _is_inside(item, place.box))
    have = [word["text"] for word in inside.extract_words(use_text_flow=False)]
    missing = list(place.quote.split())
    for word in have:
        if word in missing:
            missing.remove(word)
    # A superscript's mark clings to its word for pdfplumber ("2020.1"): letters are then compared without it.
    left = "".join(have)
    return all(word in left for word in missing)


def _is_inside(char: Json, box: Box) -> bool:
    """By the middle of the character; a box may cut off a letter's edge."""
    x0, top, x1, bottom = box
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return x0 - SLACK <= x <= x1 + SLACK and top - SLACK <= y <= bottom + SLACK


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


def test_changes_between_years_are_found(series: list[Path], read_memo: Reader, gold: Gold) -> None:
    """Changes of projects; which figures of the text are compared is free."""
    wanted, found = set(), set()
    for old, new in pairwise(series):
        years = f"{_year(old)}-{_year(new)}"
        wanted |= {(years, *_key(change)) for change in gold(f"changes-{years}")["changes"] if change["kind"] in _KINDS}
        comparison = compare(read_memo(old), read_memo(new))
        changes = ((c.kind, c.project_old, c.project_new, c.field) for c in comparison.changes if c.kind in _KINDS)
        found |= {(years, *map(_lower, change)) for change in changes if change[3] not in _UNSTATED_FIELDS}
    assert len(wanted & found) / len(wanted) >= CHANGES_FOUND, sorted(wanted - found)
    assert len(wanted & found) / len(found) >= CHANGES_TRUE, sorted(found - wanted)


def test_absence_is_never_read_as_completion(series: list[Path], read_memo: Reader, gold: Gold) -> None:
    for old, new in pairwise(series):
        changes = gold(f"changes-{_year(old)}-{_year(new)}")["changes"]
        dropped = {change["project_old"] for change in changes if change["kind"] == "dropped"}
        comparison = compare(read_memo(old), read_memo(new))
        assert {c.project_old for c in comparison.changes if c.kind == "dropped"} >= dropped


_KINDS = {
    "status_changed", "renamed", "joined", "completed", "completed_with_residual", "cancelled", "dropped", "merged",
    "re_entered", "field_changed",
}  # fmt: skip
_UNSTATED_FIELDS = {"spent", "department", "owner", "description"}


def _key(change: Json) -> tuple[str, ...]:
    return tuple(_lower(change[name]) for name in ("kind", "project_old", "project_new", "field"))


def _lower(value: str | None) -> str:
    return (value or "").casefold()


def _year(path: Path) -> str:
    return path.stem.split("-")[2]


def test_a_completed_project_keeps_what_is_left_open(series: list[Path], read_memo: Reader, gold: Gold) -> None:
    for path in series:
        found = {project.project: project for project in read_memo(path).projects}
        open_ended = [project["project"] for project in gold(path.stem)["projects"] if project["residual"]]
        assert [name for name in open_ended if found[name].residual is None] == []
