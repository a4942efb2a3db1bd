"""The main job on a real memo, end to end. The memo lies beside the checkout and is never copied into it."""

import csv
import importlib.util
import json
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from extract.memo import document_to_memo
from ingest.read import read_file
from records.document import Document
from records.memo import Memo
from records.settings import Settings

HERE = Path(__file__).resolve().parent
NAME = "memo-2026-03-26.md"


@pytest.fixture(scope="module")
def source(shared: Path) -> Path:
    file = shared / "seed" / NAME
    if not file.is_file():
        pytest.skip(f"{NAME} does not lie beside this checkout")
    return file


@pytest.fixture(scope="module")
def typeset(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same memo as a PDF, set at run time."""
    spec = importlib.util.spec_from_file_location("seed_pdf", HERE / "seed_pdf.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    file = module.seed_pdf(tmp_path_factory.mktemp("typeset"))
    assert isinstance(file, Path)
    return file


@pytest.fixture(scope="module")
def document(source: Path) -> Document:
    return read_file(source, settings=Settings())


@pytest.fixture(scope="module")
def memo(document: Document) -> Memo:
    return document_to_memo(document)


def test_the_letterhead_is_complete(memo: Memo) -> None:
    head = memo.letterhead
    assert (head.date, head.approved) == (date(2026, 3, 26), date(2026, 4, 6))
    assert all((head.body, head.to, head.from_, head.subject, head.district, head.contact, head.signed_by))
    assert head.body is not None
    assert head.to is not None
    assert head.body.casefold() == head.to.casefold()


def test_both_projects_of_the_table_have_status_issue_and_mitigation(memo: Memo) -> None:
    tabled = [project for project in memo.projects if project.source in ("table", "both")]
    assert [project.status for project in tabled] == ["red", "yellow"]
    assert all(project.issue and project.mitigation for project in tabled)


def test_the_three_highlights_are_completions_and_one_has_something_left_open(memo: Memo) -> None:
    completed = [project for project in memo.projects if project.status == "complete"]
    assert [project.completed and project.completed.label() for project in completed] == [
        "2026-01",
        "2025-03",
        "2026-01",
    ]
    assert [bool(project.residual) for project in completed] == [False, True, False]
    assert len(memo.projects) == 5


def test_the_status_table_is_a_clean_csv_of_four_columns(source: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ui", "tables", str(source), "--out", str(tmp_path / "out"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    resource = json.loads(done.stdout)
    rows = list(csv.reader((tmp_path / "out" / resource["path"]).read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["Project", "Status", "Issue", "Mitigating Action"]
    assert [row[1] for row in rows[1:]] == ["RED", "YELLOW"]
    assert not any(sign in cell for row in rows for cell in row for sign in "<>*\t\\")


def test_the_same_memo_as_a_pdf_gives_the_same_records(memo: Memo, typeset: Path) -> None:
    printed = document_to_memo(read_file(typeset, settings=Settings()))
    assert printed.id == memo.id
    assert printed.letterhead == memo.letterhead
    assert printed.projects == memo.projects
    assert printed.metrics == memo.metrics
    assert printed.commitments == memo.commitments
    assert printed.definitions == memo.definitions
    assert [table.grid() for table in printed.document.tables] == [table.grid() for table in memo.document.tables]


@pytest.mark.model
def test_its_questions_are_answered_rightly_or_not_at_all(source: Path, shared: Path, tmp_path: Path) -> None:
    library = ["--library", str(tmp_path / "library")]
    subprocess.run([sys.executable, "-m", "ui", *library, "ingest", str(source)], check=True, capture_output=True)
    questions = shared / "seed" / "questions.jsonl"
    asked = [sys.executable, "-m", "ui", *library, "ask", "--batch", str(questions), "--json"]
    (tmp_path / "answers.jsonl").write_bytes(subprocess.run(asked, check=True, capture_output=True).stdout)
    scorer = [
        sys.executable,
        str(shared / "seed" / "score_answers.py"),
        str(questions),
        str(tmp_path / "answers.jsonl"),
    ]
    said = subprocess.run(scorer, check=True, capture_output=True, text=True).stdout.split()
    figures = dict(pairwise(said))
    assert int(figures["right"]) >= 20
    assert int(figures["wrong"]) <= 4
