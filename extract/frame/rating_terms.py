"""The words of one scale, each with the status that it has in every memo: "Amber" is yellow, "Calm" nothing yet."""

import re
from collections.abc import Sequence

from extract.projects.status_words import cell_to_status

_TRAFFIC_LIGHT = frozenset("RAYGB")


def terms_to_statuses(terms: Sequence[str]) -> tuple[str | None, ...]:
    """``R, A, G`` are colours; of ``A, B, C`` the A is none."""
    letters = {term.upper() for term in terms if re.fullmatch(r"[A-Za-z]", term)}
    graded = not letters <= _TRAFFIC_LIGHT or len(letters) == 1
    return tuple(None if graded and term.upper() in letters else cell_to_status(term) for term in terms)


def plain_term(term: str, status: str | None) -> str:
    """Words that every memo rates with are written small, the memo's own as it writes them."""
    return term.lower() if status is not None else term
