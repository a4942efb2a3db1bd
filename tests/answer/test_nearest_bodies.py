"""Of many committees, those are asked whose memos speak of the question; of a few, all."""

from collections.abc import Callable
from datetime import date

from answer.questions.over_time.nearest_bodies import MOST_BODIES, of_nearest_bodies
from records.memo import Letterhead, Memo


def test_the_committee_that_speaks_of_it_is_kept(memo_of: Callable[..., Memo], shelf_of: Callable[..., object]) -> None:
    topics = ("ferries", "trees", "meters", "fountains", "libraries", "sewers", "towers")
    memos = [
        memo_of(f"# Status\n\nThe {topic} are on schedule.", id=topic,
                letterhead=Letterhead(body=f"Committee {number}", date=date(2031, 5, number)))
        for number, topic in enumerate(topics, start=1)
    ]  # fmt: skip
    shelf = shelf_of(*memos)
    kept = of_nearest_bodies("How are the sewers doing?", shelf.memos(), shelf)
    assert len(kept) == MOST_BODIES
    assert "sewers" in {entry.id for entry in kept}
    few = shelf_of(*memos[:MOST_BODIES])
    assert of_nearest_bodies("How are the sewers doing?", few.memos(), few) == few.memos()
