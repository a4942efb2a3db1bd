"""A committee's memos are read when a question looks into them, and not before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from answer.later import Later
from answer.questions.over_time.over_time import over_time_answer
from answer.questions.over_time.series import Series
from answer.questions.reading.question_parse import parse_question
from records.answer import Question
from records.memo import Letterhead, Memo

TABLE = """
# Status

| Project | Status |
| --- | --- |
| Ferry Dock | {dock} |
| Weir Gate | Green |
"""


@pytest.fixture
def counting(memo_of: Callable[..., Memo], shelf_of: type[Any]) -> Any:
    class Counting(shelf_of):
        def memo(self, id: str) -> Memo:
            self.read.append(id)
            return super().memo(id)

    shelf = Counting(
        *(
            memo_of(TABLE.format(dock=status), id=str(year),
                    letterhead=Letterhead(body="Harbor Board", date=date(year, 5, 1)))
            for year, status in ((2030, "Green"), (2031, "Yellow"), (2032, "Red"))
        )
    )  # fmt: skip
    shelf.read = []
    return shelf


@pytest.mark.parametrize(
    "text",
    [
        "What is the status of the Ferry Dock?",
        "When does the Ferry Dock open?",  # of no status
        "Who chairs the board and who sits on it?",
        "Which ferries are late?",
    ],
)
def test_what_is_not_asked_over_time_reads_no_memo(counting: Any, text: str) -> None:
    assert over_time_answer(Question(text=text), parse_question(text), counting.memos(), counting) is None
    assert counting.read == []


def test_where_no_project_is_named_no_memo_is_read(counting: Any) -> None:
    text = "When did the lighthouse turn red?"
    assert over_time_answer(Question(text=text), parse_question(text), counting.memos(), counting) is None
    assert counting.read == []


def test_a_series_is_its_body_s_memos_oldest_first(counting: Any) -> None:
    series = Series.of_body("Harbor Board", counting)
    assert [memo.id for memo in series] == ["2030", "2031", "2032"]
    assert [memo.id for memo in series[1:]] == ["2031", "2032"]
    assert series[-1].id == "2032"


def test_later_makes_its_items_once() -> None:
    made: list[int] = []
    later = Later(lambda: made.append(1) or ["pier", "dock"])
    assert made == []
    assert list(later) == ["pier", "dock"]
    assert later[1] == "dock"
    assert made == [1]
