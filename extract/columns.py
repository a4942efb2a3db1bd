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

# The first rule that fits decides, so that "Project Manager" is an owner and "Status Comments" a description.
_RULES: tuple[tuple[Role, str], ...] = (
    ("ignored", r"^(?:#|no|num|number|id|project (?:id|no|number)|ref|rank|priority|phase|stage|district|type|category)$"),
    ("ignored", r"\b(?:percent|pct|percentage)\b|%|\b(?:previous|prior|last|former|earlier) (?:\w+ )?(?:status|rating|health|rag)\b"),
    ("description", r"\b(?:status|health|progress|project) (?:\w+ )?(?:update|comments?|notes?|description|summary|details?|narrative|explanation)\b"),
    ("mitigation", r"^(?!.*\b(?:issues?|risks?|concerns?|challenges?) (?:and|or)\b).*\b(?:mitigat\w*|corrective|actions?|next steps?|respon(?:se|ses)|resolutions?|remed\w*|recovery|path to green|way forward|plan forward|treatment|countermeasures?|steps)\b"),
    ("issue", r"\b(?:issues?|concerns?|challenges?|reasons?|risks?|problems?|obstacles?|barriers?|causes?|impacts?|blockers?|explanation|why|impediments?)\b"),
    ("status", r"\b(?:status|health|rag|ratings?|colou?rs?|indicator|condition|traffic light|stop ?light|standing|state)\b"),
    ("completed", r"\b(?:actual|date) (?:\w+ )?(?:complet\w+|finish\w*|launch\w*|go live|end)\b|^(?:date )?complet(?:ed|ed on)(?: date)?$|^(?:launched|implemented|finished|closed|delivered|went live)(?: on| date)?$"),
    ("spent", r"\b(?:spent|expend\w*|spend|actuals?|invoiced|paid|encumbered|cost to date|spending)\b"),
    ("start", r"\b(?:start\w*|begin\w*|began|kick ?off|initiated|initiation|commence\w*)\b"),
    ("end", r"\b(?:target\w*|end|ends|complet\w*|due|finish\w*|deadline|go live|launch\w*|expected|anticipated|forecast|delivery|eta|estimated (?:date|launch|finish)|milestone date|planned date)\b"),
    ("budget", r"\b(?:budget\w*|costs?|funding|allocation|appropriat\w*|approved(?: amount)?|amount|contract value|funds|price|value)\b"),
    ("department", r"\b(?:departments?|dept|depts|agency|agencies|division|bureau)$|^(?:office|client|business unit|customer)s?$"),
    ("owner", r"\b(?:owners?|sponsors?|lead|leads|manager|managers|responsible|contact|pm|director|champion|accountable)\b"),
    ("department", r"\b(?:departments?|dept|depts|agency|agencies|division)\b"),
    ("description", r"\b(?:descriptions?|comments?|notes?|summary|updates?|scope|details?|remarks?|progress|purpose|objectives?|overview|accomplishments?|narrative|highlights?|benefits?|outcomes?)\b"),
    ("project", r"\b(?:projects?|initiatives?|programs?|programmes?|systems?|applications?|efforts?|workstreams?|names?|titles?|items?|solutions?|undertakings?|investments?)\b"),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)
_SURE_PROJECT = re.compile(r"\b(?:projects?|initiatives?|workstreams?)\b")
_NEWER = re.compile(r"\b(?:revised|current|new|updated|forecast|latest|now)\b")
_OLDER = re.compile(r"\b(?:original|baseline|initial|previous|prior|planned|old)\b")
_OVERALL = re.compile(r"\b(?:overall|current|project)\b")


def header_to_role(header: str) -> Role | None:
    """ "RAG" -> status, "Path to Green" -> mitigation, "Est. Completion" -> end, "Sponsor" -> owner."""
    plain = plain_header(header)
    return next((role for role, pattern in _COMPILED if pattern.search(plain)), None)


def headers_to_roles(headers: list[str]) -> dict[Role, int]:
    """Each role's one column. Of "Original" and "Revised Completion" the revised one counts; of several statuses only
    one that is called overall or current, else none."""
    columns: dict[Role, list[int]] = {}
    for column, header in enumerate(headers):
        role = header_to_role(header)
        if role is not None and role != "ignored":
            columns.setdefault(role, []).append(column)
    chosen = {role: _choose(role, found, headers) for role, found in columns.items()}
    return {role: column for role, column in chosen.items() if column is not None}


def table_headers(table: Table) -> list[str]:
    """One text a column: stacked header rows joined, a spanning header repeated over the columns it covers."""
    texts: list[list[str]] = [[] for _ in range(table.columns)]
    for row in range(max(table.header_rows, 1)):
        for cell in table.row(row):
            for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
                # A title that spans the whole table heads no column.
                if cell.text and cell.column_span < max(table.columns, 2):
                    texts[column].append(cell.text)
    return [" ".join(parts) for parts in texts]


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
    if role in ("start", "end"):
        newer = [c for c in columns if _NEWER.search(plain[c])]
        neutral = [c for c in columns if not _OLDER.search(plain[c])]
        return next((found[0] for found in (newer, neutral) if len(found) == 1), None)
    if role == "project":
        sure = [c for c in columns if _SURE_PROJECT.search(plain[c])]
        return (sure or columns)[0]
    return columns[0]
