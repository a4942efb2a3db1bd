"""``memolens alias``: a person confirms and undoes links between names, and comparisons heed it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from records.errors import NotFound, UsageError
from records.settings import Settings
from ui.cli import app
from ui.workspace import Workspace

pytestmark = pytest.mark.model

MEMO = """# Memorandum

**TO:** Harbor Committee
**FROM:** R. Vale
**SUBJECT:** Project Status Report
**DATE:** March 1, {year}

## Status

| Project | Status |
|---|---|
| {name} | Green |
| Tide Tables | Yellow |
| Crane Inspection | Green |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alias")
    for year, name in ((2030, "Dock Sales"), (2031, "Boat Register")):
        (folder / f"{year}.md").write_text(MEMO.format(year=year, name=name), encoding="utf-8")
    with Workspace(Settings(library=str(folder / "library")), write=True) as workspace:
        assert [o.outcome for o in workspace.ingest(sorted(folder.glob("*.md")))] == ["added", "added"]
    return folder / "library"


def run(library: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["--library", str(library), *arguments], catch_exceptions=True)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


def kinds(library: Path) -> list[str]:
    changes = json.loads(run(library, "compare", "2030", "2031", "--json"))["changes"]
    return sorted(change["kind"] for change in changes)


def links(library: Path) -> list[tuple[str, str, str]]:
    found = json.loads(run(library, "alias", "list", "--json"))
    return [(link["state"], link["name_old"], link["name_new"]) for link in found]


def test_a_link_is_confirmed_undone_and_forgotten(library: Path) -> None:
    assert kinds(library) == ["dropped", "joined"]
    run(library, "alias", "confirm", "Dock Sales", "Boat Register", "--reason", "told by the clerk")
    assert kinds(library) == ["renamed"]
    assert links(library) == [("confirmed", "Dock Sales", "Boat Register")]
    assert "told by the clerk" in run(library, "alias", "list", "--json")
    run(library, "alias", "undo", "Dock Sales", "Boat Register")
    assert kinds(library) == ["dropped", "joined"]
    assert links(library) == [("undone", "Dock Sales", "Boat Register")]
    run(library, "alias", "forget", "Boat Register", "Dock Sales")
    assert links(library) == []


def test_a_name_that_no_memo_uses_is_refused(library: Path) -> None:
    with pytest.raises(NotFound, match="Pier 9"):
        run(library, "alias", "confirm", "Dock Sales", "Pier 9")
    with pytest.raises(NotFound, match="nothing was decided"):
        run(library, "alias", "forget", "Dock Sales", "Tide Tables")


@pytest.mark.parametrize("span", ["2031..2030", "someday"])
def test_a_span_that_is_none_is_refused(library: Path, span: str) -> None:
    with pytest.raises(UsageError, match="--during"):
        run(library, "alias", "confirm", "Dock Sales", "Boat Register", "--during", span)


def test_all_links_show_what_kept_its_name(library: Path) -> None:
    found = json.loads(run(library, "alias", "list", "--all", "--json"))
    assert ("same_name", "Tide Tables") in [(link["kind"], link["name_new"]) for link in found]
    assert "Tide Tables" in run(library, "alias", "list", "--all")
