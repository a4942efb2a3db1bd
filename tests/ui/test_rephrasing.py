"""How the settings for a model that rewords answers reach the workspace, and what ``doctor`` tells of them."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from records.answer import Question
from records.settings import Settings
from ui.doctor import diagnose
from ui.workspace import Workspace


def test_doctor_says_that_nothing_is_sent(tmp_path: Path) -> None:
    report = diagnose(Settings(library=str(tmp_path)))
    assert report["rephrasing"] == {"endpoint": None, "sends": "nothing"}
    assert report["missing"] == []


@pytest.mark.parametrize(
    ("url", "address", "where"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434", "on this machine"),
        ("http://[::1]:8000/v1", "http://[::1]:8000", "on this machine"),
        ("https://ann:pw@models.example/v1?key=k", "https://models.example", "to another machine"),
        ("http://models.example/v1", "http://models.example", "to another machine, unencrypted"),
    ],
)
def test_doctor_says_where_words_go_and_shows_no_key(url: str, address: str, where: str, tmp_path: Path) -> None:
    told = diagnose(
        Settings(library=str(tmp_path), rephrase_url=url, rephrase_model="small", rephrase_key="sk-secret")
    )["rephrasing"]
    assert (told["endpoint"], told["model"]) == (address, "small")
    assert str(told["sends"]).endswith(f", {where}")
    assert "sk-secret" not in str(told)


def test_doctor_names_half_a_configuration(tmp_path: Path) -> None:
    report = diagnose(Settings(library=str(tmp_path), rephrase_url="http://localhost:11434/v1"))
    assert report["missing"] == ["rephrasing: MEMOLENS_REPHRASE_MODEL names no model."]


MEMO = """\
TO: Harbor Committee
FROM: Dana Whitlock
SUBJECT: Piers
DATE: May 20, 2031

# Piers

The crane on Elm Pier was repaired in May 2031.
"""


@pytest.mark.model
def test_an_endpoint_that_is_down_costs_a_note_only(tmp_path: Path) -> None:
    (tmp_path / "memo.md").write_text(MEMO)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    settings = Settings(
        library=str(tmp_path / "library"), rephrase_url=f"{url}/v1", rephrase_model="small", rephrase_retries=0
    )
    with Workspace(settings, write=True) as workspace:
        assert [outcome.outcome for outcome in workspace.ingest([tmp_path / "memo.md"])] == ["added"]
        question = Question(text="When was the crane on Elm Pier repaired?")
        found, kept = workspace.find_answer(question), workspace.ask(question)
    assert (found.outcome, found.values) == ("answered", ("May 2031",))
    (note,) = kept.notes[len(found.notes) :]
    assert f"no connection to {url}" in note
    assert replace(kept, notes=found.notes) == found
