"""What is made of a whole memo, made once: each question to it would make it anew.

The memo object itself is the key, and is held as long as what was made of it; the library hands out the same object
while nothing changes.
"""

from collections.abc import Callable
from typing import TypeVar

from index.kept import Kept
from records.memo import Memo

Value = TypeVar("Value")
MEMOS_KEPT = 128


def once_a_memo(make: Callable[[Memo], Value]) -> Callable[[Memo], Value]:
    kept: Kept[int, tuple[Memo, Value]] = Kept(most=MEMOS_KEPT)

    def of_memo(memo: Memo) -> Value:
        return kept.get(id(memo), lambda: (memo, make(memo)))[1]

    return of_memo
