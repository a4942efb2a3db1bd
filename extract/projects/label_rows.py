"""Rows of labels: where most lead-ins of one part of a memo have a state told behind them, they name projects.

"Elm Branch. Renovation is on schedule." above "Roof at Central. Complete." Refused: a lone label, and parts of which
fewer than half of the labels have a state behind them.
"""

from collections.abc import Mapping, Sequence

from extract.projects.claims import LAUNCHED
from extract.projects.claims_about import claims_about
from extract.projects.loose_claims import loose_claims
from extract.projects.names import phrase_to_subject
from extract.projects.opening_status import leading_claim
from extract.projects.organisations import reads_like_department
from extract.projects.scope import could_name_project, heading_to_name, is_other_matter, reads_as_name
from extract.statements import Context, Statement

_FEWEST = 2


def labels_in_rows(blocks: Mapping[int, Sequence[Statement]], context: Context) -> frozenset[int]:
    """The blocks, by index, whose labels stand in such a row and have a state told behind them."""
    rows: dict[int, list[int]] = {}
    for index, own in blocks.items():
        section = context.section_of(index)
        if own[0].label:
            rows.setdefault(section.first if section else -1, []).append(index)
    found: set[int] = set()
    for row in rows.values():
        telling = [index for index in row if _tells_state(blocks[index], context)] if len(row) >= _FEWEST else []
        if len(telling) >= _FEWEST and 2 * len(telling) >= len(row):
            found |= set(telling)
    return frozenset(found)


def _tells_state(own: Sequence[Statement], context: Context) -> bool:
    name = heading_to_name(own[0].label or "")[0]
    if not _could_be(name):
        return False
    leading = leading_claim(own[0], context)
    if leading is not None and leading.firm:  # pools and counters are "closed"
        return True
    claims = [*claims_about(own, name, (), context), *loose_claims(own, name, context)]
    return any(claim.rank > LAUNCHED and (claim.status_text or "").lower() != "closed" for claim in claims)


def _could_be(name: str) -> bool:
    if " " not in name or not could_name_project(name) or not reads_as_name(name) or is_other_matter(name):
        return False
    return phrase_to_subject(name.replace(",", "")) is not None and not reads_like_department(name)
