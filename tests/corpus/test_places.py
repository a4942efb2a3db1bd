"""Every place of every record, change, finding and promise is opened again in its PDF: the box holds the quote's words.

Nothing of this project stands between the file and the check; pdfplumber alone gives the letters and where they stand.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from answer.check import check
from answer.compare import compare
from answer.project_history import project_history
from answer.promises import promises_in_order
from extract.memo import document_to_memo
from ingest.read import read_file
from records.memo import Memo
from records.place import Box, Place
from records.settings import Settings

Reader = Callable[[Path], Memo]
Reports = Callable[[str], list[Path]]
Lost = Callable[..., list[tuple[int, str]]]
CITIES = ("harrowgate-bay", "lundermere")
SLACK = 1.5
"""Points."""


class Paper:
    """A PDF's letters, page by page."""

    def __init__(self, path: Path) -> None:
        import pdfplumber

        with pdfplumber.open(path) as pdf:
            self._pages = [list(page.chars) for page in pdf.pages]

    def lost(self, places: Iterator[Place]) -> list[tuple[int, str]]:
        """The places whose words do not stand in their boxes."""
        spots = {(place.page, place.box, place.quote) for place in places}
        return [(page, quote) for page, box, quote in sorted(spots, key=str) if not self._holds(page, box, quote)]

    def _holds(self, page: int, box: Box | None, quote: str) -> bool:
        from pdfplumber.utils import extract_words

        if box is None or not quote.strip() or page > len(self._pages):
            return False
        have = [word["text"] for word in extract_words([c for c in self._pages[page - 1] if _is_inside(c, box)])]
        missing = quote.split()
        for word in have:
            if word in missing:
                missing.remove(word)
        # A superscript's mark clings to its word for pdfplumber ("2020.1"): letters are then compared without it.
        return all(word in "".join(have) for word in missing)


def _is_inside(char: dict[str, Any], box: Box) -> bool:
    """By the middle of the letter; a box may cut off a letter's edge."""
    x0, top, x1, bottom = box
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(x0 - SLACK <= x <= x1 + SLACK and top - SLACK <= y <= bottom + SLACK)


def places_of(value: object) -> Iterator[Place]:
    """Every place anywhere in a record; of a memo, not those of the bare document."""
    if isinstance(value, Place):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from places_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "document":
                yield from places_of(getattr(value, field.name))


@pytest.fixture(scope="session")
def lost() -> Callable[[Path, object], list[tuple[int, str]]]:
    """The places in a record that are not found again in ``path``. Each file is opened once a run."""
    papers: dict[Path, Paper] = {}

    def find(path: Path, *values: object) -> list[tuple[int, str]]:
        if path not in papers:
            papers[path] = Paper(path)
        return papers[path].lost(places_of(values))

    return find


def test_records(series_pdf: Path, read_memo: Reader, lost: Lost) -> None:
    memo = read_memo(series_pdf)
    assert len(list(places_of(memo))) > 50
    assert lost(series_pdf, memo) == []


def test_records_of_other_cities(other_file: Path, read_memo: Reader, lost: Lost) -> None:
    memo = read_memo(other_file)
    if other_file.suffix == ".pdf":
        assert lost(other_file, memo) == []
    else:
        source = _fold(other_file.read_text(encoding="utf-8"))
        assert [place.quote for place in places_of(memo) if _fold(place.quote) not in source] == []


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_changes(pair: tuple[Path, Path], read_memo: Reader, reports: Reports, lost: Lost) -> None:
    """Both sides of every change, what it is measured from, and the counts that the memos state."""
    series = next(files for city in CITIES if pair[0] in (files := reports(city)))
    earlier = series[: series.index(pair[0])]
    comparison = compare(*(read_memo(path) for path in pair), earlier=[read_memo(path) for path in earlier])
    assert all(change.evidence_old or change.evidence_new for change in comparison.changes)
    _assert_found([*earlier, *pair], comparison, read_memo, lost)


def test_histories(city: str, read_memo: Reader, reports: Reports, lost: Lost) -> None:
    files = reports(city)
    memos = [read_memo(path) for path in files]
    names = {project.project for project in memos[-1].projects}
    _assert_found(files, [project_history(name, memos) for name in names], read_memo, lost)


def test_findings_and_promises(city: str, read_memo: Reader, reports: Reports, lost: Lost) -> None:
    files = reports(city)
    memos = [read_memo(path) for path in files]
    findings = [finding for n, memo in enumerate(memos) for finding in check(memo, memos[:n])]
    promises = promises_in_order(memos)
    assert findings
    assert promises
    assert all(finding.evidence for finding in findings)
    _assert_found(files, (findings, promises), read_memo, lost)


def _assert_found(files: Sequence[Path], value: object, read_memo: Reader, lost: Lost) -> None:
    """Each place in the file that it names by its checksum."""
    by_file = {read_memo(path).document.sha256: path for path in files}
    assert {place.sha256 for place in places_of(value)} <= by_file.keys()
    for sha256, path in by_file.items():
        assert lost(path, [place for place in places_of(value) if place.sha256 == sha256]) == []


def test_the_real_memo_typeset(shared: Path, tmp_path: Path, lost: Lost) -> None:
    if not (shared / "seed" / "memo-2026-03-26.md").is_file():
        pytest.skip("the real memo does not lie beside this checkout")
    spec = importlib.util.spec_from_file_location("seed_pdf", Path(__file__).parents[1] / "seed_pdf.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    path = module.seed_pdf(tmp_path)
    memo = document_to_memo(read_file(path, settings=Settings()))
    assert len(list(places_of(memo))) > 50
    assert lost(path, memo, check(memo), promises_in_order([memo])) == []
