"""Everything a memo says of its projects: tables and prose joined into one record a project.

What a table says is kept where prose differs. Two names are joined only if one can mean no other project of the memo;
otherwise both records stand.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.language.dates import find_fiscal_start
from extract.projects.names import find_short_forms, is_spelling, one_match, plain_names, same_name
from extract.projects.renames import find_renames
from extract.projects.status_prose import prose_to_projects
from extract.projects.status_tables import tables_to_projects
from extract.statements import Context, make_context
from records.document import Document
from records.facts import Project
from records.memo import Letterhead, Section

_FIELDS = ("status", "issue", "mitigation", "description", "owner", "department", "budget", "spent", "start", "end",
           "completed", "residual")  # fmt: skip


def document_to_projects(
    document: Document, sections: Sequence[Section], letterhead: Letterhead, memo_id: str
) -> tuple[Project, ...]:
    """One record for each project of the memo, in the order in which the memo first reports on it."""
    text = "\n".join(block.text for block in document.blocks)
    context = make_context(document, tuple(sections), letterhead, memo_id, fiscal_start=find_fiscal_start(text))
    tabled = tables_to_projects(context)
    told = prose_to_projects(
        context, [name for project in tabled for name in plain_names(project.project, project.aliases)]
    )
    joined = _with_former_names(join_projects((*tabled, *told)), text)
    return tuple(_with_short_forms(project, joined, text) for project in joined)


def join_projects(records: Sequence[Project]) -> tuple[Project, ...]:
    """Records of the same project as one; a name that could mean two others stays apart."""
    joined: list[Project] = []
    for record in records:
        position = _find(record, joined)
        if position is None:
            joined.append(record)
        else:
            joined[position] = join_two(joined[position], record)
    return tuple(joined)


def join_two(first: Project, second: Project) -> Project:
    """The first record, with what only the second says; its status and wording stay together.

    Two tables that give one project different statuses give it none: both wordings are kept.
    """
    new = {name: getattr(second, name) for name in _FIELDS if getattr(first, name) is None}
    if first.status is None and first.status_text is None:
        new["status_text"] = second.status_text
    elif first.status is None:
        new.pop("status", None)
    if (new.get("status") or first.status) != "complete":
        new = {name: value for name, value in new.items() if name not in ("completed", "residual")}
    if first.source == second.source == "table" and second.status and first.status and first.status != second.status:
        new.update(status=None, status_text=f"{first.status_text}; {second.status_text}")
    names = dict.fromkeys((*first.aliases, second.project, *second.aliases))
    return replace(
        first,
        **new,
        aliases=tuple(name for name in names if name != first.project and not is_spelling(name, first.project)),
        source=first.source if first.source == second.source else "both",
        places=tuple(dict.fromkeys((*first.places, *second.places))),
        field_places=(*first.field_places, *((n, p) for n, p in second.field_places if n in new)),
    )


def _find(record: Project, joined: Sequence[Project]) -> int | None:
    """Where ``record``'s project stands already; two rows of tables are never the same unless named the same."""
    owners: dict[str, list[int]] = {}
    for position, other in enumerate(joined):
        for name in plain_names(other.project, other.aliases):
            owners.setdefault(name, []).append(position)
    for name in plain_names(record.project, record.aliases):
        found = one_match(name, owners)
        fit = [position for position in owners[found] if _may_be_one(record, joined[position])] if found else []
        if len(fit) == 1:
            return fit[0]
    return None


def _may_be_one(record: Project, other: Project) -> bool:
    """Rows of tables are one project only by name; the same name in two departments is two."""
    if record.department and other.department and record.department.casefold() != other.department.casefold():
        return False
    one, two = (plain_names(p.project, ())[0] for p in (record, other))
    return record.source != "table" or other.source != "table" or same_name(one, two)


def _with_former_names(projects: Sequence[Project], text: str) -> tuple[Project, ...]:
    """Each project with the name that the memo says it had, or has now."""
    renames = find_renames(text)
    named = []
    for project in projects:
        name = plain_names(project.project, ())[0]
        others = [old for old, new in renames if same_name(new, name)]
        others += [new for old, new in renames if same_name(old, name)]
        aliases = dict.fromkeys((*project.aliases, *others))
        named.append(replace(project, aliases=tuple(name for name in aliases if name != project.project)))
    return tuple(named)


def _with_short_forms(project: Project, all_projects: Sequence[Project], text: str) -> Project:
    """With the shorter names that the memo uses for it and for no other."""
    others = [plain_names(p.project, ())[0] for p in all_projects if p is not project]
    name = plain_names(project.project, ())[0]
    forms = [form for form in find_short_forms(name, text) if one_match(form, others) is None]
    known = {project.project.lower(), *(alias.lower() for alias in project.aliases)}
    return replace(project, aliases=(*project.aliases, *(form for form in forms if form.lower() not in known)))


__all__ = ["Context", "document_to_projects", "join_projects", "join_two"]
