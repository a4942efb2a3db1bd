"""Dates as memos write them -> ISO, at the precision that is written."""

import re
from datetime import datetime

_DAY = re.compile(r"^[A-Z][a-z]{2,8} \d{1,2}, \d{4}$")
_DAY_FIRST = re.compile(r"^\d{1,2} [A-Z][a-z]{2,8} \d{4}$")
_MONTH = re.compile(r"^[A-Z][a-z]{2,8} \d{4}$")


def to_iso(text: str | None) -> str | None:
    """``"March 18, 2021"``, ``"18 March 2021"`` -> ``2021-03-18``; ``"June 2024"`` -> ``2024-06``; all else stays."""
    if text is None:
        return None
    if _DAY.match(text):
        return datetime.strptime(text, "%B %d, %Y").date().isoformat()
    if _DAY_FIRST.match(text):
        return datetime.strptime(text, "%d %B %Y").date().isoformat()
    if _MONTH.match(text) and not text.lower().startswith(("spring", "summer", "fall", "winter")):
        return datetime.strptime(text, "%B %Y").strftime("%Y-%m")
    return text
