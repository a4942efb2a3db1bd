"""Which column of a table holds what: each role's one column, chosen among those whose headers say it."""

import re

from extract.lists.column_roles import Role, column_to_role, header_to_role, plain_header, without_explanation
from extract.lists.status_columns import StatusColumns, choose_status
from records.table import Table

HEADER_BREAK = "\n"
"""Between stacked header rows: the lowest says what a column holds, the upper ones only what group it is in."""
_SURE_PROJECT = re.compile(
    r"\b(?:projects?|initiatives?|workstreams?|schemes?|programmes?|investment (?:name|title))\b"
)
_NAME = re.compile(r"\b(?:names?|titles?)\b")
_NEWER = re.compile(r"\b(?:revised|current|new|updated|forecast|latest|now|projected|expected|anticipated)\b")
_OLDER = re.compile(r"\b(?:original|baseline|initial|previous|prior|planned|old)\b")
_DECIDED = re.compile(r"\b(?:approved|adopted|revised|current|total|to date|so far)\b")
_WHOLE_LIFE = re.compile(r"\b(?:whole life|life ?cycle|wlc|total (?:project )?(?:cost|budget)s?)\b")
_IN_YEAR = re.compile(
    r"\b(?:financial year|fiscal year|in year|annual|this year|current year|fy ?\d{0,4}|"
    r"20\d\d(?: and)? \d\d(?:\d\d)?)\b"
)
_LEADING = re.compile(r"\b(?:lead|managing|responsible|owning|department|ministry)\b")
_DESCRIBES = re.compile(r"\b(?:descriptions?|aims?|objectives?|purpose)\b")
# Words that qualify the header above them and are none of their own.
_QUALIFIER = re.compile(
    r"(?:planned|actual|baseline|forecast|original|revised|current|previous|latest|approved|total|target|estimated"
    r"|overall|schedule|time|budget|costs?|scope|quality|date|plan|m|money|money m)"
)


def headers_to_roles(headers: list[str]) -> dict[Role, int]:
    """Each role's one column. Of "Original" and "Revised Completion" the revised one counts; of several statuses only
    one that is called overall or current, else none."""
    columns = _columns_by_role(headers)
    chosen = {role: _choose(role, found, headers) for role, found in columns.items()}
    return {role: column for role, column in chosen.items() if column is not None}


def headers_to_statuses(headers: list[str]) -> StatusColumns:
    return choose_status(_columns_by_role(headers).get("status", []), headers)


def columns_of(role: Role, headers: list[str]) -> list[int]:
    """All columns whose headers say ``role``."""
    return _columns_by_role(headers).get(role, [])


def _columns_by_role(headers: list[str]) -> dict[Role, list[int]]:
    columns: dict[Role, list[int]] = {}
    for column, header in enumerate(headers):
        role = _stacked_role(header)
        if role is not None and role != "ignored":
            columns.setdefault(role, []).append(column)
    return columns


def _stacked_role(header: str) -> Role | None:
    """ "Actual" below "End Date" is an end, "Cost" below "RAG" a status, "Owner" below "Contacts" an owner."""
    group, _, last = header.rpartition(HEADER_BREAK)
    if group and is_qualifier(last):
        return column_to_role(f"{last} {group}") if header_to_role(group) != "status" else "status"
    return column_to_role(last) or column_to_role(header)


def is_qualifier(text: str) -> bool:
    """ "Planned", "Actual", "Budget" below a header that spans several columns."""
    return bool(_QUALIFIER.fullmatch(plain_header(text)))


def table_headers(table: Table) -> list[str]:
    """One text a column: stacked header rows joined by a line break, a spanning header repeated over its columns."""
    texts: list[list[str]] = [[] for _ in range(table.columns)]
    last = max(table.header_rows, 1)
    for cell in sorted((c for c in table.cells if c.row < last), key=lambda c: (c.row, c.column)):
        for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
            # A title that spans the whole table heads no column.
            if cell.text and cell.column_span < max(table.columns, 2):
                texts[column].append(cell.text)
    return [HEADER_BREAK.join(parts) for parts in texts]


def is_sure_project(header: str) -> bool:
    """Whether the header itself says project, and not only "name", "item" or "system"."""
    return bool(_SURE_PROJECT.search(plain_header(header)))


def _choose(role: Role, columns: list[int], headers: list[str]) -> int | None:
    if len(columns) == 1:
        return columns[0]
    plain = {column: plain_header(without_explanation(headers[column])) for column in columns}
    if role == "status":
        return choose_status(columns, headers).main
    if role in ("budget", "spent"):
        return _decided_sum(columns, plain)
    if role in ("start", "end"):
        newer = [c for c in columns if _NEWER.search(plain[c])]
        neutral = [c for c in columns if not _OLDER.search(plain[c])]
        return next((found[0] for found in (newer, neutral) if len(found) == 1), None)
    preferred = {"project": (_SURE_PROJECT, _NAME), "department": (_LEADING,), "description": (_DESCRIBES,)}
    for pattern in preferred.get(role, ()):
        columns = [c for c in columns if pattern.search(plain[c])] or columns
    return columns[0]


def _decided_sum(columns: list[int], plain: dict[int, str]) -> int | None:
    """The whole project's sum, not one year's; of "Estimate" and "Approved Budget" the decided one counts, and two
    that look alike give none."""
    whole = [c for c in columns if _WHOLE_LIFE.search(plain[c])]
    columns = whole or [c for c in columns if not _IN_YEAR.search(plain[c])]
    if len(columns) == 1:
        return columns[0]
    decided = [c for c in columns if _DECIDED.search(plain[c]) and not _OLDER.search(plain[c])]
    return decided[0] if len(decided) == 1 else None


__all__ = [
    "HEADER_BREAK", "Role", "columns_of", "header_to_role", "headers_to_roles", "headers_to_statuses",
    "is_qualifier", "is_sure_project", "plain_header", "table_headers",
]  # fmt: skip
