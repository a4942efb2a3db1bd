"""Whatever a reader does, the caller gets a document or a named error, in time, and nothing is left running."""

import os
import time
from pathlib import Path

import pytest

from ingest.isolation import ask_worker
from ingest.limits import Limits
from ingest.messages import ReadReply, ReadRequest
from records.document import Document
from records.errors import InputError, ReaderDied

PROGRAM = (str(Path(__file__).with_name("misbehaving_worker.py")),)


def ask(reader: str, folder: Path, *, seconds: float = 20, megabytes: int = 512, output: int = 1) -> Document:
    request = ReadRequest(
        path=str(folder / "input"),
        name="Harbor memo.txt",
        sha256="0" * 64,
        media=reader,
        max_pages=10,
        limits=Limits(seconds=seconds, megabytes=megabytes, output_megabytes=output),
    )
    reply = ask_worker(request, program=PROGRAM)
    assert isinstance(reply, ReadReply)
    return reply.document


@pytest.mark.parametrize(
    ("reader", "seconds", "code"),
    [
        ("loops", 1.0, "timeout"),
        ("sleeps", 1.0, "timeout"),
        ("leaves_a_child", 1.0, "timeout"),
        ("swallows_memory", 20.0, "memory"),
        ("is_killed", 20.0, "memory"),
        ("aborts", 20.0, "memory"),
        ("dies", 20.0, "crash"),
        ("leaves_early", 20.0, "crash"),
        ("floods", 20.0, "output"),
        ("raises_type_error", 20.0, "crash"),
        ("writes_a_file", 20.0, "crash"),
    ],
)
def test_each_death_of_the_reader_is_a_named_error(reader: str, seconds: float, code: str, tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(ReaderDied) as caught:
        ask(reader, tmp_path, seconds=seconds)
    assert caught.value.code == code
    assert "Harbor memo.txt" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)
    assert time.monotonic() - started < seconds + 5


def test_a_child_of_the_reader_is_killed_with_it(tmp_path: Path) -> None:
    before = running_workers()
    with pytest.raises(ReaderDied):
        ask("leaves_a_child", tmp_path, seconds=1)
    assert running_workers() <= before


def running_workers() -> set[int]:
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("needs /proc to list processes")
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue  # it ended while we looked
            if b"misbehaving_worker" in command:
                found.add(int(entry.name))
    return found


def test_a_refusal_keeps_its_code_and_message(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Harbor memo\.txt needs a password\.") as caught:
        ask("refuses", tmp_path)
    assert caught.value.code == "encrypted"
    assert not isinstance(caught.value, ReaderDied)


def test_endless_recursion_is_a_damaged_file(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        ask("recurses", tmp_path)
    assert caught.value.code == "damaged"


def test_what_a_parser_prints_does_not_reach_the_answer(tmp_path: Path) -> None:
    assert ask("prints", tmp_path).blocks[0].text == "read all the same"


def test_half_characters_are_replaced_and_said(tmp_path: Path) -> None:
    document = ask("half_characters", tmp_path)
    assert document.blocks[0].text == "Lake\N{REPLACEMENT CHARACTER}view"
    assert [problem.kind for problem in document.problems] == ["bad_characters"]


def test_the_reader_knows_nothing_of_the_user_s_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMAP_PATH", "/somewhere")
    monkeypatch.setenv("API_TOKEN", "secret")
    names = ask("environment", tmp_path).blocks[0].text.split()
    assert "CMAP_PATH" not in names
    assert "API_TOKEN" not in names


def test_no_file_handle_is_left_open(tmp_path: Path) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc to count open files")
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for reader in ("prints", "dies"):
        try:
            ask(reader, tmp_path)
        except ReaderDied:
            continue
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
