"""Files made to hang, flood or mislead a reader: each has an outcome, in time, and the good one among them is read."""

import time
from pathlib import Path

import pytest

from ingest.read import read_file
from records.document import Document
from records.errors import InputError
from records.settings import Settings

HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"
FILES = sorted(HOSTILE.glob("*.pdf"))
SECONDS = 4.0
SETTINGS = Settings(read_seconds=SECONDS, read_megabytes=700)
CODES = {"timeout", "memory", "crash", "output", "encrypted", "damaged", "empty", "unsupported", "no_text"}

pytestmark = pytest.mark.skipif(not FILES, reason="the hostile files are not beside this project")


def outcome(path: Path) -> Document | InputError:
    try:
        return read_file(path, settings=SETTINGS)
    except InputError as error:
        return error


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_every_hostile_file_has_an_outcome_in_time(path: Path) -> None:
    started = time.monotonic()
    result = outcome(path)
    assert time.monotonic() - started < SECONDS + 3
    if isinstance(result, InputError):
        assert result.code in CODES
        assert "the reader failed" not in str(result)
        assert path.name in str(result)
    else:
        assert result.pages
        assert result.blocks or result.tables


def test_the_sound_file_among_them_is_read_without_a_problem() -> None:
    document = read_file(HOSTILE / "good.pdf", settings=SETTINGS)
    assert document.blocks
    assert document.problems == ()


@pytest.mark.parametrize("stem", ["formfield_value_only", "white_text"])
def test_what_a_reader_of_the_page_sees_differently_is_said(stem: str) -> None:
    path = HOSTILE / f"{stem}.pdf"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    result = outcome(path)
    assert result.code == "no_text" if isinstance(result, InputError) else result.problems
