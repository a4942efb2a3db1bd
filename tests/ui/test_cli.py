"""The command line as a program sees it: exit codes, JSON on standard output alone, messages on standard error."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.samples import sample_memos

Run = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.model


@pytest.fixture
def run(sample_library: Path, tmp_path: Path) -> Run:
    """Runs ``memolens`` as a process of its own on the sample library, in an empty folder."""

    def run(*arguments: object, library: Path = sample_library) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "ui", "--library", str(library), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert "Traceback" not in done.stderr
        return done

    return run


def test_list_names_every_memo_oldest_first(run: Run) -> None:
    listed = json.loads(run("list", "--json").stdout)
    assert sorted(entry["file"] for entry in listed) == [path.name for path in sample_memos()]
    assert [entry["date"] for entry in listed] == sorted(entry["date"] for entry in listed)


def test_show_takes_an_id_a_date_or_a_year(run: Run) -> None:
    entry = json.loads(run("list", "--json").stdout)[0]  # the only memo of its year
    shown = [
        json.loads(run("show", name, "--json").stdout) for name in (entry["memo"], entry["date"], entry["date"][:4])
    ]
    assert shown[0] == shown[1] == shown[2]
    assert shown[0]["memo"] == entry["memo"]
    assert {"file", "sha256", "body", "to", "from", "subject", "date", "approved", "district", "sections", "projects",
            "metrics", "commitments", "omissions", "problems"} <= shown[0].keys()  # fmt: skip


def test_projects_carry_their_place_and_filters_hold(run: Run) -> None:
    found = json.loads(run("projects", "--status", "red", "--json").stdout)
    assert found
    assert {project["status"] for project in found} == {"red"}
    assert all(project["place"]["quote"] and project["place"]["page"] >= 1 for project in found)


def test_a_status_may_be_given_in_the_words_of_memos(run: Run) -> None:
    assert (
        run("projects", "--status", "amber", "--json").stdout == run("projects", "--status", "yellow", "--json").stdout
    )


def test_as_of_leaves_out_later_memos(run: Run) -> None:
    oldest = json.loads(run("list", "--json").stdout)[0]
    found = json.loads(run("projects", "--as-of", oldest["date"], "--json").stdout)
    assert {project["memo"] for project in found} == {oldest["memo"]}


def test_projects_as_csv_are_rectangular(run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run("projects", "--csv").stdout)))
    assert len(rows) > 10
    assert len({len(row) for row in rows}) == 1


def test_ask_answers_with_citations_in_one_json_value(run: Run) -> None:
    answer = json.loads(run("ask", "Which Capital Works projects are yellow?", "--json").stdout)
    assert answer["outcome"] == "answered"
    assert answer["citations"]
    assert {"id", "question", "answer", "values", "method", "as_of", "working", "notes", "confidence"} <= answer.keys()


def test_ask_batch_keeps_order_and_ids(run: Run, tmp_path: Path) -> None:
    rows = [{"id": "a", "question": "Which projects are red?"}, {"id": "b", "question": "Who plays the flute?"}]
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    answers = [json.loads(line) for line in run("ask", "--batch", tmp_path / "q.jsonl", "--json").stdout.splitlines()]
    assert [(answer["id"], answer["question"]) for answer in answers] == [(row["id"], row["question"]) for row in rows]
    assert answers[1]["outcome"] == "not_found"
    assert answers[1]["answer"] == ""


def test_a_batch_goes_on_after_a_question_about_an_unknown_memo(run: Run, tmp_path: Path) -> None:
    rows = [
        {"id": "a", "question": "What is the date?", "memo": "1890"},
        {"id": "b", "question": "Which Capital Works projects are yellow?"},
    ]
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = run("ask", "--batch", tmp_path / "q.jsonl", "--json")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer["outcome"] for answer in answers] == ["not_found", "answered"]
    assert "1890" in answers[0]["notes"][0]


def test_the_same_file_again_is_unchanged_and_a_bad_one_does_not_stop_the_batch(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library"
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    good = sample_memos()[0]
    first = run("ingest", tmp_path / "broken.pdf", good, tmp_path / "absent.pdf", "--json", library=library)
    outcomes = [json.loads(line) for line in first.stdout.splitlines()]
    assert [outcome["outcome"] for outcome in outcomes] == ["failed", "added", "failed"]
    assert all(outcome["reason"] for outcome in outcomes if outcome["outcome"] == "failed")
    assert first.returncode == 1
    assert "broken.pdf" in first.stderr
    assert "absent.pdf" in first.stderr
    again = run("ingest", good, "--json", library=library)
    assert json.loads(again.stdout)["outcome"] == "unchanged"
    assert again.returncode == 0


def test_compare_of_two_files_needs_no_library(run: Run, tmp_path: Path) -> None:
    old, new = sample_memos()[:2]
    done = run("compare", old, new, "--format", "json", library=tmp_path / "absent")
    comparison = json.loads(done.stdout)
    bridge = comparison["bridge"]
    assert bridge["opening"] + bridge["joined"] - bridge["left"] == bridge["closing"]
    assert comparison["changes"]
    assert not (tmp_path / "absent").exists()


@pytest.mark.parametrize("form", ["csv", "md", "html", "xlsx"])
def test_compare_writes_files(run: Run, tmp_path: Path, form: str) -> None:
    years = [json.loads(run("list", "--json").stdout)[i]["date"][:4] for i in (0, 1)]
    out = tmp_path / f"changes.{form}"
    assert run("compare", *years, "--format", form, "--out", out).returncode == 0
    assert out.stat().st_size > 500


def test_tables_writes_a_file_each_and_a_data_package(run: Run, tmp_path: Path) -> None:
    done = run("tables", sample_memos()[0], "--out", tmp_path / "out", "--json", library=tmp_path / "absent")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert [line["path"] for line in lines] == [resource["path"] for resource in package["resources"]]
    for line in lines:
        rows = list(csv.reader(io.StringIO((tmp_path / "out" / line["path"]).read_text(encoding="utf-8"))))
        assert {len(row) for row in rows} == {line["columns"]}
        assert line["cells"][0].keys() == {"row", "column", "row_span", "column_span", "text", "page", "box"}


def test_history_follows_a_project_through_the_memos(run: Run) -> None:
    projects = json.loads(run("projects", "--json").stdout)
    name = max({p["project"] for p in projects}, key=lambda n: sum(p["project"] == n for p in projects))
    records = json.loads(run("history", name, "--json").stdout)
    assert len(records) > 1
    assert [record["as_of"] for record in records] == sorted(record["as_of"] for record in records)


def test_check_strict_fails_where_something_was_found(run: Run) -> None:
    done = run("check", "--json", "--strict")
    findings = [json.loads(line) for line in done.stdout.splitlines()]
    assert findings
    assert done.returncode == 1
    assert all(finding["evidence"] for finding in findings)


def test_verify_and_doctor_are_content_with_a_sound_library(run: Run) -> None:
    verified = run("verify", "--json")
    assert verified.returncode == 0
    assert json.loads(verified.stdout)["faults"] == []
    report = json.loads(run("doctor", "--json").stdout)
    assert report["missing"] == []
    assert len(report["model"]["sha256"]) == 64


def test_remove_takes_a_memo_out_of_the_answers(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library"
    memo = json.loads(run("ingest", sample_memos()[0], "--json", library=library).stdout)["memo"]
    assert run("remove", memo, library=library).returncode == 0
    assert json.loads(run("list", "--json", library=library).stdout) == []
    assert run("show", memo, library=library).returncode == 4
    assert json.loads(run("verify", "--json", library=library).stdout)["ok"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "no-such-memo"], 4),
        (["history", "Zeppelin Hangar Xylophone"], 4),
        (["compare", "1890", "1891"], 4),
        (["ask"], 2),
        (["projects", "--as-of", "yesterday"], 2),
        (["projects", "--status", "purple"], 2),
        (["frobnicate"], 2),
        (["ask", "--batch", "absent.jsonl"], 2),
    ],
)
def test_errors_are_one_line_and_an_exit_code(run: Run, arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr


def test_a_library_that_is_not_there_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    done = run("list", library=tmp_path / "absent")
    assert done.returncode == 3
    assert "ingest" in done.stderr
