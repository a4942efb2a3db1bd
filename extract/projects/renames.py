"""Former names: "the Pier Desk has been renamed the Harbor Desk", "Harbor Desk (formerly Pier Desk)"."""

import re

_BIG = r"\b[A-Z][\w'’&/-]{0,30}"
_NAME = rf"{_BIG}(?: (?:(?:of|the|and|for|&) )?{_BIG}){{0,8}}"
_FORWARD = re.compile(
    rf"(?:[Tt]he\s)?(?P<old>{_NAME})(?:\s(?:project|system|program))?\s(?:(?:has been|was|is|is now)\s)"
    rf"(?:renamed|retitled|rebranded|called|known)(?:\s(?:as|to))?\s(?:the\s)?[\"“]?(?P<new>{_NAME})"
)
_BACKWARD = re.compile(
    rf"(?P<new>{_NAME})\s?[,(]\s?(?:formerly|previously)(?:\s(?:known as|called|named|reported as|titled))?\s"
    rf"(?:the\s)?[\"“]?(?P<old>{_NAME})"
)
# "Harbor Asset Register, known to staff as HAR, ..."
_KNOWN_AS = re.compile(
    rf"(?P<new>{_NAME})(?: (?:project|system|program))?,? (?:(?:also|better|commonly|internally) )?(?:known|referred)"
    rf"(?: to)?(?: (?:staff|residents|users|internally|locally))? as (?:the )?[\"“]?(?P<old>{_NAME})"
)
# "Known until this year as the Pier Desk, the Harbor Desk is ..."
_KNOWN_BEFORE = re.compile(
    rf"(?:Known|Called|Reported) (?:(?:until|before)(?: [a-z\d]+){{1,4}}|previously|formerly|earlier|originally) as "
    rf"(?:the )?[\"“]?(?P<old>{_NAME})[\"”]?, (?:the )?(?P<new>{_NAME})"
)


def find_renames(text: str) -> tuple[tuple[str, str], ...]:
    """``(old, new)`` for each renaming that the text tells of."""
    found = [
        (m.start(), m["old"], m["new"])
        for p in (_FORWARD, _BACKWARD, _KNOWN_AS, _KNOWN_BEFORE)
        for m in p.finditer(text)
    ]
    return tuple(
        (re.sub(r"^The\s", "", old), re.sub(r"^The\s", "", new)) for _, old, new in sorted(found) if old != new
    )
