"""Words that a cell or field holds where it says nothing: "TBD", "N/A", "None", a dash."""

import re

_BLANK = re.compile(
    r"(?:tbd|tba|tbc|n/?a|none|nil|not (?:applicable|available|yet determined|yet known)|"
    r"none (?:at this time|identified|reported)|no (?:issues?|concerns?|risks?)"
    r"(?: (?:at this time|identified|reported))?|to be determined|to be announced|pending|unknown|[-–—.]{1,3})?\.?",
    re.I,
)


def is_blank(text: str) -> bool:
    return not text.strip() or _BLANK.fullmatch(text.strip()) is not None
