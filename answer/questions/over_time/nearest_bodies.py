"""Of many committees' memos, those of the few that a search over all of them leads to.

Each committee that is asked costs the reading of its series. Where there are only a few, all are asked, so that two
that answer differently are both heard.
"""

from collections.abc import Sequence

from answer.questions.over_time.scope import Shelf
from records.library import MemoEntry

MOST_BODIES = 4
_HITS = 48


def of_nearest_bodies(text: str, entries: Sequence[MemoEntry], library: Shelf) -> tuple[MemoEntry, ...]:
    """``entries`` in their order, of no more than four bodies."""
    if len({entry.body for entry in entries}) <= MOST_BODIES:
        return tuple(entries)
    bodies = {entry.id: entry.body for entry in entries}
    found = library.memos_near(text, memos=list(bodies), limit=_HITS)
    near = list(dict.fromkeys(bodies[memo] for memo in found))[:MOST_BODIES]
    return tuple(entry for entry in entries if entry.body in near)
