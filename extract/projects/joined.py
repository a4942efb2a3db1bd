"""Everything a memo says of its projects: tables and prose joined into one record a project.

What a table says is kept where prose differs. Two names are joined only if one can mean no other project of the memo;
otherwise both records stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.language.dates import find_fiscal_start
from extract.lists.status_tables import tables_to_rows
from extract.projects.house_words import status_in
from extract.projects.named_sums import with_named_sums
from extract.projects.names import find_short_forms, is_spelling, key_of, one_match, plain_names, same_name
from extract.projects.renames import find_renames
from extract.projects.status_prose import prose_to_projects
from extract.projects.stories import with_own_stories
from extract.statements import Context, make_context
from records.document import Document
from records.facts import Project
from records.memo import Letterhead, Section

_FIELDS = ("status", "issue", "mitigation", "description", "owner", "department", "budget", "spent", "start", "end",
           "completed", "residual")  # fmt: skip


def document_to_projects(
    document: Document,
    sections: Sequence[Section],
    letterhead: Letterhead,
    memo_id: str,
    *,
    words: Mapping[str, str] | None = None,
) -> tuple[Project, ...]:
    """One record for each project of the memo, in the order in which the memo first reports on it; ``words`` are the
    memo's own for statuses."""
    text = "\n".join(block.text for block in document.blocks)
    context = make_context(document, tuple(sections), letterhead, memo_id, fiscal_start=find_fiscal_start(text))
    context = replace(context, words=words or {})
    tables = [[_with_own_word(row, context) for row in rows] for rows in tables_to_rows(context)]
    told = prose_to_projects(
        context, [name for rows in tables for row in rows for name in plain_names(row.project, row.aliases)]
    )
    joined = _Joined()
    for rows in tables:
        joined.add_table(rows)
    for record in told:
        joined.add(record)
    named = _with_short_forms(_with_former_names(joined.projects, text), text)
    return with_named_sums(with_own_stories(named, context), context)


def _with_own_word(row: Project, context: Context) -> Project:
    """A row whose status cell has one of the memo's own words: "Monitor", or "A" where that is its best grade."""
    text = (row.status_text or "").strip()
    own = context.words.get(text.casefold())
    if own is not None:
        return replace(row, status=own)
    return row if row.status or not text or not context.words else replace(row, status=status_in(text, context.words))


def join_projects(records: Sequence[Project]) -> tuple[Project, ...]:
    """Records of the same project as one; a name that could mean two others stays apart."""
    joined = _Joined()
    for record in records:
        joined.add(record)
    return tuple(joined.projects)


@dataclass(slots=True)
class _Joined:
    """The projects while records are added: found again by name without a look at every other."""

    projects: list[Project] = field(default_factory=list)
    by_key: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    """Where the projects of one name stand, however it is spelled."""
    told: bool = False
    """Whether any record is of prose, which may use other names."""

    def add_table(self, rows: Sequence[Project]) -> None:
        """Two rows of one table are one project only if nothing in them differs that could tell two apart."""
        first = len(self.projects)
        for row in rows:
            self.add(row, first_of_table=first)

    def add(self, record: Project, *, first_of_table: int | None = None) -> None:
        self.told |= record.source != "table"
        position = self._find(record)
        if position is None or (
            first_of_table is not None and position >= first_of_table and _differ(record, self.projects[position])
        ):
            self.by_key.setdefault(_own_key(record), []).append(len(self.projects))
            self.projects.append(record)
        else:
            self.projects[position] = join_two(self.projects[position], record)

    def _find(self, record: Project) -> int | None:
        """Where ``record``'s project stands already; two rows of tables are never the same unless named the same."""
        if record.source == "table" and not self.told:
            found = self.by_key.get(_own_key(record), [])
            fit = [position for position in found if _may_be_one(record, self.projects[position])]
            return fit[0] if len(fit) == 1 else None
        owners: dict[str, list[int]] = {}
        for position, other in enumerate(self.projects):
            for name in plain_names(other.project, other.aliases):
                owners.setdefault(name, []).append(position)
        for name in plain_names(record.project, record.aliases):
            match = one_match(name, owners)
            fit = [n for n in owners[match] if _may_be_one(record, self.projects[n])] if match else []
            if len(fit) == 1:
                return fit[0]
        return None


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


def _may_be_one(record: Project, other: Project) -> bool:
    """Rows of tables are one project only by name; the same name in two departments, or with two numbers, is two."""
    if record.reference and other.reference and record.reference != other.reference:
        return False
    if record.department and other.department and record.department.casefold() != other.department.casefold():
        return False
    one, two = (plain_names(p.project, ())[0] for p in (record, other))
    return record.source != "table" or other.source != "table" or same_name(one, two)


def _own_key(record: Project) -> tuple[str, ...]:
    return key_of(plain_names(record.project, ())[0])


def _differ(row: Project, other: Project) -> bool:
    """Whether two rows of one table tell of two projects of the same name."""
    pairs = [(getattr(row, name), getattr(other, name)) for name in ("description", "budget", "start", "end")]
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


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


def _with_short_forms(projects: Sequence[Project], text: str) -> tuple[Project, ...]:
    """Each with the shorter names that the memo uses for it and for no other."""
    names = [plain_names(project.project, ())[0] for project in projects]
    named = []
    for position, project in enumerate(projects):
        forms = find_short_forms(names[position], text)
        others = [*names[:position], *names[position + 1 :]] if forms else []
        known = {project.project.lower(), *(alias.lower() for alias in project.aliases)}
        new = [form for form in forms if one_match(form, others) is None and form.lower() not in known]
        named.append(replace(project, aliases=(*project.aliases, *new)))
    return tuple(named)


__all__ = ["Context", "document_to_projects", "join_projects", "join_two"]
