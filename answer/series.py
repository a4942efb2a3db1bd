"""The memos of one body as one series: two committees are never blended, and one that is written in two ways is one."""

from collections.abc import Iterable

from answer.comparison.links import oldest_first
from answer.comparison.names import fold_name
from records.memo import Memo


def body_key(body: str | None) -> str:
    """What two writings of one body have in common; empty where a memo names none."""
    return fold_name(body or "")


def by_body(memos: Iterable[Memo]) -> list[list[Memo]]:
    """One list a body, each in order; memos that name no body are one of their own."""
    bodies: dict[str, list[Memo]] = {}
    for memo in oldest_first(memos):
        bodies.setdefault(body_key(memo.letterhead.body), []).append(memo)
    return list(bodies.values())
