"""Which files a command takes, and that nothing is passed over without a word."""

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
    _touch(tmp_path, "a.pdf", "b.docx", "c.docx", "d.xlsx", "README")
    found = find_files([tmp_path])
    assert len(found.files) == 1
    assert found.passed_over_note() == "4 files of other kinds passed over: no suffix (1), .docx (2), .xlsx (1)"


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
