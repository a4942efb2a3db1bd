"""What the tests by phenomenon share: a sheet to draw on, and the list of rows that are not yet read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.ingest.tables.reading")

from tests.ingest.tables.reading import Sheet, Sheets  # noqa: E402 - after its asserts are made to explain themselves

NOT_YET = Path(__file__).with_name("not_yet.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Rows that ``not_yet.txt`` lists must fail, for the reason above them; the first that passes has to leave it."""
    reasons = dict(read_not_yet())
    for item in items:
        reason = reasons.get(f"{item.path.name}::{item.name}") if item.path.parent == NOT_YET.parent else None
        if reason:
            item.add_marker(pytest.mark.xfail(strict=True, reason=reason))


def read_not_yet() -> Iterator[tuple[str, str]]:
    reason = ""
    for line in NOT_YET.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            reason = line[2:]
        elif line:
            yield line, reason


@pytest.fixture
def sheet(tmp_path: Path) -> Sheets:
    """``sheet()`` is a new sheet of paper; ``sheet(turn=90)`` one whose contents are turned."""
    return lambda **options: Sheet(path=tmp_path / "drawn.pdf", **options)
