"""Whatever a reader does, the caller gets a document or a named error, in time, and nothing is left running.

So it is where a server forks a reader for each file, and where, for want of a fork, each file has a server of its own.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.frames import ONCE
from records.document import Document
from records.errors import InputError, ReaderDied

Ask = Callable[..., Document]

pytestmark = pytest.mark.parametrize("how", [(), (ONCE,)], ids=["forked", "once"])


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
        ("writes_into_every_pipe", 20.0, "crash"),
        ("floods", 20.0, "output"),
        ("raises_type_error", 20.0, "crash"),
        ("writes_a_file", 20.0, "crash"),
    ],
)
def test_each_death_of_the_reader_is_a_named_error(
    reader: str, seconds: float, code: str, how: tuple[str, ...], ask: Ask, tmp_path: Path
) -> None:
    started = time.monotonic()
    with pytest.raises(ReaderDied) as caught:
        ask(reader, *how, seconds=seconds)
    assert caught.value.code == code
    assert "Harbor memo.txt" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)
    assert time.monotonic() - started < seconds + 5
    assert ask("prints", *how).blocks[0].text == "read all the same", "one bad file never touches the next"


def test_a_refusal_keeps_its_code_and_message(how: tuple[str, ...], ask: Ask) -> None:
    with pytest.raises(InputError, match=r"Harbor memo\.txt needs a password\.") as caught:
        ask("refuses", *how)
    assert caught.value.code == "encrypted"
    assert not isinstance(caught.value, ReaderDied)


def test_endless_recursion_is_a_damaged_file(how: tuple[str, ...], ask: Ask) -> None:
    with pytest.raises(InputError) as caught:
        ask("recurses", *how)
    assert caught.value.code == "damaged"


def test_what_a_parser_prints_does_not_reach_the_answer(how: tuple[str, ...], ask: Ask) -> None:
    assert ask("prints", *how).blocks[0].text == "read all the same"


def test_half_characters_are_replaced_and_said(how: tuple[str, ...], ask: Ask) -> None:
    document = ask("half_characters", *how)
    assert document.blocks[0].text == "Lake\N{REPLACEMENT CHARACTER}view"
    assert [problem.kind for problem in document.problems] == ["bad_characters"]


def test_the_reader_knows_nothing_of_the_user_s_environment(
    how: tuple[str, ...], ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CMAP_PATH", "/somewhere")
    monkeypatch.setenv("API_TOKEN", "secret")
    names = ask("environment", *how).blocks[0].text.split()
    assert "CMAP_PATH" not in names
    assert "API_TOKEN" not in names
