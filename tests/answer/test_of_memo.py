"""What is made of a memo is made once for it, and anew for another of the same name and text."""

from collections.abc import Callable

from answer.of_memo import once_a_memo
from records.memo import Letterhead, Memo


def test_each_memo_object_has_its_own(memo_of: Callable[..., Memo]) -> None:
    asked: list[Memo] = []

    @once_a_memo
    def subject(memo: Memo) -> str | None:
        asked.append(memo)
        return memo.letterhead.subject

    one = memo_of("# Piers", letterhead=Letterhead(subject="Piers"))
    same_text = memo_of("# Piers", letterhead=Letterhead(subject="Quays"))
    assert [subject(one), subject(same_text), subject(one)] == ["Piers", "Quays", "Piers"]
    assert len(asked) == 2
