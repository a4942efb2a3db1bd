"""What a user may type for a memo: its id, the beginning of one, its date, month or year. Never a guess."""

import re
from collections.abc import Sequence

from records.errors import NotFound
from records.library import MemoEntry

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}\Z")
_NAMED = 8
"""So many candidates are named in a message."""


def resolve_memo(wanted: str, entries: Sequence[MemoEntry]) -> MemoEntry:
    """``2026-03-26``, ``2026-03``, ``2026``, an id or the beginning of an id; exactly one memo must answer to it."""
    key = wanted.strip()
    exact = [entry for entry in entries if entry.id == key]
    dated = [entry for entry in entries if _DATE.match(key) and entry.date and entry.date.isoformat().startswith(key)]
    begun = [entry for entry in entries if key and entry.id.startswith(key)]
    candidates = exact or dated or begun
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise NotFound(f"No memo answers to {wanted!r}; `memolens list` shows what is there.")
    named = ", ".join(f"{entry.id} ({entry.date or 'no date'})" for entry in candidates[:_NAMED])
    more = f" and {len(candidates) - _NAMED} more" if len(candidates) > _NAMED else ""
    raise NotFound(f"{wanted!r} could be any of {len(candidates)} memos: {named}{more}. Name one by its id.")
