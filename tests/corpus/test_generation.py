"""The committed files are what the sources give, byte for byte."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("reportlab")
KILOBYTES = 150


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    out = tmp_path_factory.mktemp("corpus")
    subprocess.run([sys.executable, str(corpus / "generate.py"), "--out", str(out)], check=True, timeout=120)
    return out


def _digests(folder: Path) -> dict[str, str]:
    made = [*folder.glob("memos/*"), *folder.glob("gold/*"), *folder.glob("others/gold/*")]
    made += [path for path in (folder / "others").iterdir() if path.suffix in (".pdf", ".md", ".txt")]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


def test_the_same_sources_give_the_same_bytes(regenerated: Path, corpus: Path) -> None:
    assert _digests(regenerated) == _digests(corpus)


def test_every_page_says_that_it_is_invented(
    series_pdf: Path, page_texts: Callable[[Path], list[str]]
) -> None:  # fmt: skip
    assert all("Invented sample. No such city." in page for page in page_texts(series_pdf))


def test_a_memo_of_another_city_says_that_it_is_invented(other_file: Path) -> None:
    assert b"Invented sample. No such city." in other_file.read_bytes()


def test_samples_are_small(series_pdf: Path) -> None:
    assert series_pdf.stat().st_size < KILOBYTES * 1024
