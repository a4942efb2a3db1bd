"""Warming up asks real questions of whatever is in the library, and nothing of an empty one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from answer.warm_up import warm_up
from records.memo import Letterhead, Memo


def test_an_empty_library_is_asked_nothing(shelf_of: type[Any]) -> None:
    warm_up(shelf_of())


def test_models_and_memos_are_asked_for(memo_of: Callable[..., Memo], shelf_of: type[Any]) -> None:
    class Watched(shelf_of):
        def likeness(self, text: str, others: tuple[str, ...]) -> Any:
            asked.add(others)
            return super().likeness(text, others)

    asked: set[tuple[str, ...]] = set()
    text = "# Status\n\n| Project | Status |\n| --- | --- |\n| Ferry Dock | Red |\n"
    warm_up(Watched(memo_of(text, letterhead=Letterhead(body="Harbor Board", date=date(2031, 5, 1)))))
    assert len(asked) == 3  # the wordings of every kind of question
