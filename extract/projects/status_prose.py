"""Projects told in prose: under a heading of their own, behind a label, in a list, or in a plain sentence.

Precision first. A sentence makes a project only of a name that a table or heading has, that the sentence calls a
project, or that ends in a word for a piece of work ("... Upgrade").
"""

from collections.abc import Iterable

from extract.projects.emphasised import emphasised_to_projects
from extract.projects.field_cards import cards_to_projects
from extract.projects.headings import block_owners, headings_to_projects
from extract.projects.items import items_to_projects
from extract.projects.sentences import sentences_to_projects
from extract.statements import Context, context_to_statements
from records.facts import Project


def prose_to_projects(context: Context, known: Iterable[str]) -> tuple[Project, ...]:
    """All projects that prose tells of; ``known`` are the names that tables have."""
    statements = context_to_statements(context)
    headed = headings_to_projects(context, statements)
    listed = [*cards_to_projects(context, statements), *items_to_projects(context, statements)]
    names = [*known, *(project.project for project in (*headed, *listed))]
    told = sentences_to_projects(context, statements, names, block_owners(context, headed))
    return (*headed, *listed, *told, *emphasised_to_projects(context, statements))
