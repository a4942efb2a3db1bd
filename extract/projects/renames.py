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


# "Formerly the Pier Desk, the Harbor Desk ..."
_FORMERLY = re.compile(
    rf"\b(?:Formerly|Previously|Originally)(?: (?:known as|called|named|reported as))?,? (?:the )?"
    rf"[\"“]?(?P<old>{_NAME})[\"”]?, (?:the )?(?P<new>{_NAME})"
)
# "The Harbor Desk, launched in May as the Pier Desk, ..."
_BEGUN_AS = re.compile(
    rf"(?P<new>{_NAME}),? (?:which was )?(?:launched|begun|started|opened|introduced|approved|announced|reported)"
    rf"(?: (?:in|on|last) [\w ]{{3,20}})? as (?:the )?[\"“]?(?P<old>{_NAME})(?=[\"”]?[,.])"
)
# "Harbor Desk is the new name of the Pier Desk"
_NEW_NAME = re.compile(rf"(?P<new>{_NAME}) is (?:now )?the (?:new )?name (?:of|for) (?:the )?[\"“]?(?P<old>{_NAME})")


# Of a project that its heading names: "Formerly reported as the Pier Desk, the project ..."
_OF_THIS = re.compile(
    rf"^(?:Formerly|Previously|Originally)(?: (?:known as|called|named|listed as|reported as))?,? (?:the )?"
    rf"[\"“]?(?P<old>{_NAME})[\"”]?, (?:the|this) (?:project|scheme|initiative|programme|program|work)\b"
)


def former_name(sentence: str) -> str | None:
    """The old name of the project that a sentence calls "the project"."""
    match = _OF_THIS.match(sentence)
    return match["old"] if match else None


def find_renames(text: str) -> tuple[tuple[str, str], ...]:
    """``(old, new)`` for each renaming that the text tells of."""
    found = [
        (m.start(), m["old"], m["new"])
        for p in (_FORWARD, _BACKWARD, _KNOWN_AS, _KNOWN_BEFORE, _FORMERLY, _BEGUN_AS, _NEW_NAME)
        for m in p.finditer(text)
    ]
    return tuple(
        (re.sub(r"^The\s", "", old), re.sub(r"^The\s", "", new)) for _, old, new in sorted(found) if old != new
    )
