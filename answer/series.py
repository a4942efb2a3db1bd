"""The memos of one body as one series: two committees are never blended."""

from collections.abc import Iterable

from answer.comparison.links import oldest_first
from answer.comparison.names import fold_name
from records.memo import Memo


def by_body(memos: Iterable[Memo]) -> list[list[Memo]]:
    """One list a body, each in order; memos that name no body are one of their own."""
    bodies: dict[str, list[Memo]] = {}
    for memo in oldest_first(memos):
        bodies.setdefault(fold_name(memo.letterhead.body or ""), []).append(memo)
    return list(bodies.values())
