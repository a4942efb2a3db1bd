"""Cards: runs of labelled lines of which one names the project ("Project: Pier Lift", "Status: Amber", ...).

Refused: a run of labelled lines that names no project; such lines belong to the heading above them, or to nobody.
"""

from extract.projects.field_lines import FieldLine, block_to_fields, field_to_places, with_fields
from extract.projects.names import split_acronym
from extract.statements import Context
from records.facts import Project


def cards_to_projects(context: Context) -> tuple[Project, ...]:
    """One record for each card, in reading order."""
    cards: list[list[FieldLine]] = []
    open_card = False
    for index, block in enumerate(context.document.blocks):
        fields = block_to_fields(block, index)
        open_card = open_card and bool(fields)
        for field in fields:
            if field.role == "project":
                cards.append([])
                open_card = True
            if open_card:
                cards[-1].append(field)
    return tuple(_card_to_project(card, context) for card in cards if len(card) > 1)


def _card_to_project(card: list[FieldLine], context: Context) -> Project:
    name, aliases = split_acronym(card[0].value)
    record = Project(
        project=name,
        aliases=aliases,
        source="prose",
        memo=context.memo,
        as_of=context.date,
        places=field_to_places(card[0], context),
    )
    return with_fields(record, card[1:], context)
