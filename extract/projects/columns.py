"""What a table's column holds, told by the meaning of its header and never by its position.

A header with two meanings gets the more cautious one, and one without a known meaning gets none.
"""

import re
from typing import Literal

from records.table import Table

Role = Literal[
    "project", "status", "issue", "mitigation", "budget", "spent", "start", "end", "completed", "owner", "department",
    "description", "ignored",
]  # fmt: skip


def _any(phrases: str) -> str:
    """A pattern for any of ``phrases`` (parted by commas, ``*`` for the rest of a word) as whole words."""
    return rf"\b(?:{'|'.join(p.strip().replace('*', r'[a-z]*') for p in phrases.split(','))})\b"


_STATE = _any("status, health, rag, rating*, colo*r*, indicator, condition, traffic light, stoplight, state")
_TROUBLE = _any("issue*, concern*, challenge*, reason*, risk*, problem*, obstacle*, barrier*, cause*, impact*, "
                "blocker*, holding, "
                "explanation, why, impediment*")  # fmt: skip
_REMEDY = _any("mitigat*, corrective, action*, next step*, response*, resolution*, remed*, recovery, path to green, "
               "way forward, plan forward, treatment, countermeasure*, steps, doing")  # fmt: skip
_DEPARTMENT = _any("department*, dept*, agency, agencies, division, bureau")

# The first rule that fits decides, so that "Project Manager" is an owner and "Status Comments" a description.
_RULES: tuple[tuple[Role, str], ...] = (
    ("ignored", r"^(?:#|no|num|number|(?:project )?id|project (?:no|number)|ref|rank|priority|phase|stage|district)$"),
    ("ignored", r"^(?:type|category)$|%|" + _any("percent, pct, percentage")),
    ("ignored", rf"\b(?:previous|prior|last|former|earlier) (?:\w+ )?{_STATE}"),
    ("description", r"\b(?:status|health|progress|project) (?:\w+ )?"
     + _any("update, comment*, note*, description, summary, detail*, narrative, explanation")),
    # "Issues and Mitigation" holds both: it is read as the issue, and no mitigation is claimed.
    ("mitigation", rf"^(?!.*{_TROUBLE} (?:and|or)\b).*{_REMEDY}"),
    ("issue", _TROUBLE),
    ("status", _STATE),
    ("completed", r"\b(?:actual|date) (?:\w+ )?" + _any("complet*, finish*, launch*, go live, end")),
    ("completed", r"^(?:date )?(?:completed|launched|implemented|finished|closed|delivered|went live)(?: on| date)?$"),
    ("spent", _any("spent, expend*, spend, actual*, invoiced, paid, encumbered, cost to date, so far, to date, "
     "spending")),
    ("start", _any("start*, begin*, began, kick ?off, initiated, initiation, commence*")),
    ("end", _any("target*, end, ends, complet*, due, finish*, deadline, go live, launch*, expected, anticipated, "
                 "forecast, delivery, eta, milestone date, planned date")),
    ("budget", _any("budget*, cost*, funding, allocation, appropriat*, approved, amount, contract value, funds, "
     "price, total, "
                    "value")),
    ("department", rf"{_DEPARTMENT}$|^(?:office|client|business unit|customer)s?$"),
    ("owner", _any("owner*, sponsor*, lead*, manager*, responsible, contact, pm, director, champion, accountable")),
    ("department", _DEPARTMENT),
    ("description", _any("description*, comment*, note*, summary, update*, scope, detail*, remark*, progress, purpose, "
                         "objective*, overview, accomplishment*, narrative, highlight*, benefit*, outcome*, "
                         "result*")),
    ("project", _any("project*, initiative*, program*, system*, application*, effort*, workstream*, name*, title*, "
                     "item*, solution*, undertaking*, investment*")),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)
_SURE_PROJECT = re.compile(r"\b(?:projects?|initiatives?|workstreams?)\b")
_NEWER = re.compile(r"\b(?:revised|current|new|updated|forecast|latest|now)\b")
_OLDER = re.compile(r"\b(?:original|baseline|initial|previous|prior|planned|old)\b")
_DECIDED = re.compile(r"\b(?:approved|adopted|revised|current|total|to date|so far)\b")
_OVERALL = re.compile(r"\b(?:overall|current|project)\b")


HEADER_BREAK = "\n"
"""Between stacked header rows: the lowest says what a column holds, the upper ones only what group it is in."""


def header_to_role(header: str) -> Role | None:
    """ "RAG" -> status, "Path to Green" -> mitigation, "Est. Completion" -> end, "Sponsor" -> owner."""
    plain = plain_header(header)
    return next((role for role, pattern in _COMPILED if pattern.search(plain)), None)


def headers_to_roles(headers: list[str]) -> dict[Role, int]:
    """Each role's one column. Of "Original" and "Revised Completion" the revised one counts; of several statuses only
    one that is called overall or current, else none."""
    columns: dict[Role, list[int]] = {}
    for column, header in enumerate(headers):
        role = header_to_role(header.rsplit(HEADER_BREAK, 1)[-1]) or header_to_role(header)
        if role is not None and role != "ignored":
            columns.setdefault(role, []).append(column)
    chosen = {role: _choose(role, found, headers) for role, found in columns.items()}
    return {role: column for role, column in chosen.items() if column is not None}


def table_headers(table: Table) -> list[str]:
    """One text a column: stacked header rows joined by a line break, a spanning header repeated over its columns."""
    texts: list[list[str]] = [[] for _ in range(table.columns)]
    for row in range(max(table.header_rows, 1)):
        for cell in table.row(row):
            for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
                # A title that spans the whole table heads no column.
                if cell.text and cell.column_span < max(table.columns, 2):
                    texts[column].append(cell.text)
    return [HEADER_BREAK.join(parts) for parts in texts]


def is_sure_project(header: str) -> bool:
    """Whether the header itself says project, and not only "name", "item" or "system"."""
    return bool(_SURE_PROJECT.search(plain_header(header)))


def plain_header(header: str) -> str:
    """Lower-case words; "/" and "&" read as "and", so that a header with two meanings shows as one."""
    return " ".join(re.findall(r"[a-z0-9%#]+", re.sub(r"\s?[/&]\s?", " and ", header.lower())))


def _choose(role: Role, columns: list[int], headers: list[str]) -> int | None:
    if len(columns) == 1:
        return columns[0]
    plain = {column: plain_header(headers[column]) for column in columns}
    if role == "status":
        overall = [c for c in columns if _OVERALL.search(plain[c]) or plain[c] == "status"]
        return overall[0] if len(overall) == 1 else None
    if role in ("budget", "spent"):
        # Of "Estimate" and "Approved Budget" the decided one counts; two that look alike give none.
        decided = [c for c in columns if _DECIDED.search(plain[c]) and not _OLDER.search(plain[c])]
        return decided[0] if len(decided) == 1 else None
    if role in ("start", "end"):
        newer = [c for c in columns if _NEWER.search(plain[c])]
        neutral = [c for c in columns if not _OLDER.search(plain[c])]
        return next((found[0] for found in (newer, neutral) if len(found) == 1), None)
    if role == "project":
        sure = [c for c in columns if _SURE_PROJECT.search(plain[c])]
        return (sure or columns)[0]
    return columns[0]
