"""The sample memos, read from their PDFs, against what is known to have changed between them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from answer.check import check
from answer.compare import compare
from answer.history import history
from extract.memo import document_to_memo
from ingest.read import read_file
from records.memo import Memo
from records.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
LIFECYCLE = {"renamed", "joined", "re_entered", "dropped", "merged", "split", "cancelled"}
LEAST_FOUND = 0.9
"""Of the changes of projects. The rest is lost in reading, which has gold records of its own."""


@pytest.fixture(scope="module")
def series() -> list[Memo]:
    files = sorted((CORPUS / "memos").glob("*-bay-*.pdf"))
    if not files:
        pytest.skip("the sample memos are not here")
    memos = [document_to_memo(read_file(file, settings=Settings())) for file in files]
    return sorted(memos, key=lambda memo: str(memo.letterhead.date))


def gold(old: Memo, new: Memo) -> list[dict[str, str | None]]:
    name = f"changes-harrowgate-bay-{old.letterhead.date}-{new.letterhead.date}.json"
    changes: list[dict[str, str | None]] = json.loads((CORPUS / "gold" / name).read_text("utf-8"))["changes"]
    return [change for change in changes if change["kind"] not in ("metric_changed", "definition_changed")]


def test_who_came_and_who_went_is_right_to_the_last(series: list[Memo]) -> None:
    for old, new in pairwise(series):
        found = compare(old, new)
        assert {(c.kind, c.project_old, c.project_new) for c in found.changes if c.kind in LIFECYCLE} == {
            (c["kind"], c["project_old"], c["project_new"]) for c in gold(old, new) if c["kind"] in LIFECYCLE
        }
        assert found.bridge.residual == 0


def test_nearly_every_change_of_a_project_is_found(series: list[Memo]) -> None:
    wanted, found = set(), set()
    for old, new in pairwise(series):
        for c in gold(old, new):
            wanted.add((new.id, c["kind"], c["project_old"], c["project_new"], c["field"], c["new"]))
        for change in compare(old, new).changes:
            field = change.field if change.old or change.new else None
            found.add((new.id, change.kind, change.project_old, change.project_new, field, change.new))
    plain = {row[:4] for row in wanted}
    assert len(plain & {row[:4] for row in found}) / len(plain) >= LEAST_FOUND
    valued = {row for row in wanted if row[1] in ("field_changed", "status_changed")}
    assert len(valued & found) / len(valued) >= LEAST_FOUND


def test_every_change_points_to_words_of_the_file(series: list[Memo]) -> None:
    for old, new in pairwise(series):
        for change in compare(old, new).changes:
            assert all(place.sha256 == old.document.sha256 for place in change.evidence_old)
            assert all(place.sha256 == new.document.sha256 and place.quote for place in change.evidence_new)
            assert change.evidence_old or change.evidence_new


def test_known_findings_are_found_and_few_others(series: list[Memo]) -> None:
    wanted, found = set(), set()
    for number, memo in enumerate(series):
        stem = memo.document.file.removesuffix(".pdf")
        records = json.loads((CORPUS / "gold" / f"{stem}.json").read_text("utf-8"))
        wanted |= {(memo.id, finding["kind"], finding["stated"]) for finding in records["findings"]}
        found |= {(memo.id, finding.kind, finding.stated) for finding in check(memo, series[:number])}
    assert len(wanted & found) >= len(wanted) - 1
    assert len(found - wanted) <= 3


def test_a_project_is_followed_through_its_renaming(series: list[Memo]) -> None:
    renamed = next(c for old, new in pairwise(series) for c in compare(old, new).changes if c.kind == "renamed")
    assert renamed.project_old
    trail = history(renamed.project_old, series)
    assert {project.project for project in trail} == {renamed.project_old, renamed.project_new}
    assert len(trail) == len(series)
