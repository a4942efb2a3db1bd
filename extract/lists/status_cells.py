"""Status cells as tables write them: a word or letter of the scale, with a sign of trend beside it or a share done.

"Amber →" and "▲ G" are their colour, and which way it goes is not its status; "100% complete" is complete, and "75%
complete" is no status. "Behind" is behind schedule. Refused: "Pending", "Open" and "In progress", which mean several
things, and signs without a word.
"""

import re

from extract.projects.status_words import cell_to_status, rating_to_status

_TREND = r"[→←↑↓↗↘↖↙⬆⬇➡▲▼△▽▴▾⇧⇩⇒]\ufe0f?"
_AT_AN_END = re.compile(rf"^(?:{_TREND}\s*)+(?=\S)|(?<=\S)(?:\s*{_TREND})+$")
_ALL_DONE = re.compile(r"100(?:\.0)? ?(?:%|per ?cent)(?: (?:complete[d]?|done|delivered|finished))", re.I)
_BEHIND = re.compile(
    r"(?:(?:slightly|a little|somewhat|running|fallen) )?behind(?: (?:plan|programme|target|time))?", re.I
)


def status_of_cell(text: str, *, fill: str | None = None, header: str = "") -> str | None:
    """The status of a cell below ``header``."""
    plain = _AT_AN_END.sub("", " ".join(text.split())).strip()
    if _ALL_DONE.fullmatch(plain):
        return "complete"
    if _BEHIND.fullmatch(plain):
        return "yellow"
    return rating_to_status(plain, header=header) or cell_to_status(plain, fill=fill)
