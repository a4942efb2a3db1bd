"""The words in which questions ask, and sentences tell, which way a figure went: up or down, above or below.

They say nothing about the figures themselves; those are set against each other elsewhere.
"""

import re

_UP = (
    r"increas\w+|grow\w*|grew|r[io]se\w*|rising|rais(?:ed|ing)|higher|larger|expand\w+|above|over|exceed\w*|more"
    r"|went up"
)
_DOWN = (
    r"reduc\w+|cut|decreas\w+|declin\w+|lower\w*|f[ae]ll\w*|dropp?\w*|shr[aiu]nk\w*|smaller|below|under|less|fewer"
    r"|went down"
)
UP_ASKED = re.compile(rf"\b(?:{_UP})\b", re.IGNORECASE)
DOWN_ASKED = re.compile(rf"\b(?:{_DOWN})\b", re.IGNORECASE)
AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|than|against|versus|relative to|from|over|since) (?:the |its |their )?"
    r"(?:last|previous|prior|preceding) (?:fiscal )?(?:year|quarter|month|period|report)"
    r"|\b(?:above|below|over|under|exceed\w*|within|more than|less than) (?:the |its |their )?"
    r"(?:original |adopted |approved )?(?:budget|target|plan|forecast|estimate)s?\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"^(?:which|what)\b.*\b(?:(?:was|were|been|has|have|is|are) (?:been )?"
    r"(?:reduced|cut|increased|decreased|raised|lowered)"
    r"|(?:rose|fell|grew|declined|decreased|increased|dropped|shrank))\b",
    re.IGNORECASE,
)


def asks_direction(text: str) -> bool:
    """ "Which program was cut compared with last year?", "Is the ferry above or below budget?" """
    return bool((UP_ASKED.search(text) or DOWN_ASKED.search(text)) and (AGAINST.search(text) or _MOVED.search(text)))


def says_direction(asked: str, text: str) -> bool:
    """Whether a sentence tells of the very direction that is asked about."""
    up, down = UP_ASKED.search(asked), DOWN_ASKED.search(asked)
    return bool((up and UP_ASKED.search(text)) or (down and DOWN_ASKED.search(text)))
