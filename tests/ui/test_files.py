"""Which files a command takes, and that nothing is passed over without a word."""

import json
from pathlib import Path

from ui.files import find_files


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def test_folders_are_searched_recursively_in_a_stable_order(tmp_path: Path) -> None:
    _touch(tmp_path, "b.pdf", "a/c.MD", "a/b.txt")
    assert [f.relative_to(tmp_path).as_posix() for f in find_files([tmp_path]).files] == ["a/b.txt", "a/c.MD", "b.pdf"]


def test_other_kinds_of_files_in_folders_are_counted_aloud(tmp_path: Path) -> None:
    _touch(tmp_path, "a.pdf", "b.doc", "c.doc", "d.zip", "README")
    found = find_files([tmp_path])
    assert len(found.files) == 1
    assert found.passed_over_note() == "4 files of other kinds passed over: no suffix (1), .doc (2), .zip (1)"


def test_documents_of_the_office_and_the_web_are_taken(tmp_path: Path) -> None:
    names = ["a.docx", "b.xlsx", "c.CSV", "d.tsv", "e.html", "f.htm"]
    _touch(tmp_path, *names, "~$a.docx")
    assert [path.name for path in find_files([tmp_path]).files] == names


def test_tables_that_were_written_into_a_folder_are_not_its_documents(tmp_path: Path) -> None:
    _touch(tmp_path, "a.pdf", "a-p1-t1.csv", "list.csv")
    resources = [{"path": "a-p1-t1.csv", "source": "a.pdf", "sha256": "ab"}, {"path": "list.csv"}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}))
    found = find_files([tmp_path])
    assert [path.name for path in found.files] == ["a.pdf", "list.csv"]
    assert found.passed_over == ((".csv", 1), (".json", 1))


def test_a_named_file_is_always_tried_even_where_it_is_of_another_kind_or_absent(tmp_path: Path) -> None:
    _touch(tmp_path, "plan.docx")
    named = [tmp_path / "plan.docx", tmp_path / "absent.pdf"]
    assert find_files(named).files == tuple(named)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    _touch(tmp_path, "a.pdf")
    assert find_files([tmp_path / "a.pdf", tmp_path]).files == (tmp_path / "a.pdf",)


def test_links_and_hidden_files_in_folders_are_not_followed(tmp_path: Path) -> None:
    _touch(tmp_path, "outside/secret.pdf", "in/.hidden.pdf", "in/a.pdf")
    (tmp_path / "in" / "link.pdf").symlink_to(tmp_path / "outside" / "secret.pdf")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    assert [file.name for file in find_files([tmp_path / "in"]).files] == ["a.pdf"]
