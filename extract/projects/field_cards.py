"""Cards: runs of labelled lines with the name of their project: "Project: Pier Lift", "Status: Amber"; or the name on a
line of its own above them.

Refused: a run of labelled lines that names no project; such lines belong to the heading above them, or to nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.projects.claimed_projects import with_circumstances
from extract.projects.field_lines import FieldLine, block_to_fields, field_to_places, with_fields
from extract.projects.names import split_acronym
from extract.projects.scope import could_name_project, heading_to_name, reads_as_name
from extract.statements import Context, Statement
from records.document import Block
from records.facts import Project

_MOST_WORDS_OF_A_NAME = 10


@dataclass(slots=True)
class _Card:
    """``fields[0]`` is the name; ``blocks`` maps each block of the card to where its last field ends."""

    fields: list[FieldLine]
    blocks: dict[int, int] = field(default_factory=dict)

    def add(self, line: FieldLine) -> None:
        self.fields.append(line)
        self.blocks[line.index] = line.end


def cards_to_projects(context: Context, statements: Sequence[Statement] = ()) -> tuple[Project, ...]:
    """One record for each card, in reading order; ``statements`` tell the prose that a card ends with."""
    cards: list[_Card] = []
    open_card = False
    for index, block in enumerate(context.document.blocks):
        fields = block_to_fields(block, index)
        open_card = open_card and bool(fields)
        name = _name_line(block, index, fields)
        for line in (name, *fields) if name else fields:
            if line.role == "project":
                cards.append(_Card(fields=[line]))
                open_card = True
            elif open_card:
                cards[-1].add(line)
    return tuple(_card_to_project(card, context, statements) for card in cards if len(card.fields) > 1)


def _name_line(block: Block, index: int, fields: Sequence[FieldLine]) -> FieldLine | None:
    """The first line of a block whose second one begins with "Status: ..." or with the first of several fields."""
    first, _, rest = block.text.partition("\n")
    name = heading_to_name(first)[0]
    above = rest and fields and fields[0].start == len(first) + 1
    tells = any(line.role == "status" for line in fields) or len(fields) > 1
    if not above or not tells or any(line.role == "project" for line in fields):
        return None
    if len(first.split()) > _MOST_WORDS_OF_A_NAME or re.search(r"[.,;:!?]$", first):
        return None
    if not could_name_project(name) or not reads_as_name(name):
        return None
    return FieldLine(role="project", value=name, block=block, index=index, start=0, end=len(first))


def _card_to_project(card: _Card, context: Context, statements: Sequence[Statement]) -> Project:
    name, aliases = split_acronym(card.fields[0].value)
    record = Project(
        project=name,
        aliases=aliases,
        source="prose",
        memo=context.memo,
        as_of=context.date,
        places=field_to_places(card.fields[0], context),
    )
    after = [s for s in statements if card.blocks.get(s.index, len(s.block.text)) <= s.start]
    return with_circumstances(with_fields(record, card.fields[1:], context), after, context)
