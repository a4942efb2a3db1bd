"""The sample memos and their gold, and the memos as this project reads them."""

import importlib.util
import json
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract.memo import document_to_memo
from ingest.read import read_file
from records.memo import Memo
from records.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
SERIES = sorted((CORPUS / "memos").glob("*.pdf"))
BENCH = CORPUS.parent / "tests" / "bench" / "bench_changes.py"
CITIES = ("harrowgate-bay", "lundermere")
OTHERS = sorted(path for path in (CORPUS / "others").iterdir() if path.suffix in (".pdf", ".md", ".txt"))
Json = dict[str, Any]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``series_pdf`` runs over the reports of both series, ``other_file`` over the memos of other cities, ``city`` over
    the names of the series, ``pair`` over two successive reports."""
    for fixture, files in (("series_pdf", SERIES), ("other_file", OTHERS)):
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, files, ids=lambda path: path.stem)
    if "city" in metafunc.fixturenames:
        metafunc.parametrize("city", CITIES)
    if "pair" in metafunc.fixturenames:
        pairs = [pair for city in CITIES for pair in pairwise(_of(city))]
        metafunc.parametrize("pair", pairs, ids=lambda pair: f"{pair[0].stem} {pair[1].stem[-10:]}")


def _of(city: str) -> list[Path]:
    return [path for path in SERIES if path.stem.startswith(city)]


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS


@pytest.fixture(scope="session")
def series() -> list[Path]:
    """All reports of both series."""
    return SERIES


@pytest.fixture(scope="session")
def everything() -> list[Path]:
    """All sample memos, those of the other cities among them."""
    return [*SERIES, *OTHERS]


@pytest.fixture(scope="session")
def reports() -> Callable[[str], list[Path]]:
    """One city's reports, oldest first."""
    return _of


@pytest.fixture(scope="session")
def gold() -> Callable[[str], Json]:
    """``gold("harrowgate-bay-2021-03-18")``, ``gold("history-lundermere")``, the others' by their stems."""

    def load(name: str) -> Json:
        folder = CORPUS if (CORPUS / "gold" / f"{name}.json").exists() else CORPUS / "others"
        value: Json = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        return value

    return load


@pytest.fixture(scope="session")
def bench() -> ModuleType:
    """``tests/bench/bench_changes.py``: it counts what the tests hold."""
    spec = importlib.util.spec_from_file_location("bench_changes", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_changes"] = module  # dataclasses look their module up by its name
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def questions() -> list[Json]:
    return [json.loads(line) for line in (CORPUS / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def read_memo() -> Callable[[Path], Memo]:
    """Each file is read once a run."""
    memos: dict[Path, Memo] = {}

    def read(path: Path) -> Memo:
        if path not in memos:
            memos[path] = document_to_memo(read_file(path, settings=Settings()))
        return memos[path]

    return read


@pytest.fixture(scope="session")
def page_texts() -> Callable[[Path], list[str]]:
    """Every page's text as pdfplumber gives it, or the whole text of a text file: nothing of this project is in
    between."""
    import pdfplumber

    texts: dict[Path, list[str]] = {}

    def pages(path: Path) -> list[str]:
        if path not in texts and path.suffix != ".pdf":
            texts[path] = [path.read_text(encoding="utf-8")]
        if path not in texts:
            with pdfplumber.open(path) as pdf:
                texts[path] = [page.extract_text() for page in pdf.pages]
        return texts[path]

    return pages


@pytest.fixture(scope="session")
def letters() -> Callable[[str], str]:
    """A text without white space and hyphens: what line breaks cannot change."""
    return lambda text: re.sub(r"[\s\u00ad-]", "", text)
