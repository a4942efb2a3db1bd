"""Which column holds the projects' names where no header says "project"."""

import re
from collections.abc import Sequence

from extract.lists.columns import Role, plain_header
from records.table import Cell

ABOUT_PROJECTS = re.compile(r"\b(?:projects?|initiatives?|portfolio|work ?plan|workstreams?)\b", re.I)
DIFFERENT = 0.9
"""The share of a column's texts that must differ where they are to be names."""
_PERHAPS_NAMES = re.compile(
    r"(?:(?:short |brief )?(?:descriptions?|title)(?: of (?:the )?works?)?|works?|assets?|undertakings?|improvements?"
    r"|facilit(?:y|ies)|measures?|proposals?|developments?|contract(?: (?:name|title|description))?|subject|name)"
)
_LONGEST_NAME = 12


def with_project_column(
    columns: dict[Role, int], headers: list[str], body: Sequence[tuple[Cell, ...]], context: Sequence[str], *,
    published: bool,
) -> dict[Role, int]:  # fmt: skip
    """Where no header names the projects: a blank-headed first text column, if the text around speaks of projects; in a
    published list "Asset" or "Works", or "Description" over short and different texts."""
    if "project" in columns:
        return columns
    texts = [[cell.text for row in body for cell in row if cell.column == n and cell.text] for n in range(len(headers))]
    if "status" in columns and ABOUT_PROJECTS.search(" | ".join(context)):
        blank = (n for n, header in enumerate(headers) if not header.strip() and _are_wordy(texts[n]))
        if (first := next(blank, None)) is not None:
            return {**columns, "project": first}
    if published:
        named = (n for n, header in enumerate(headers) if _PERHAPS_NAMES.fullmatch(plain_header(header)))
        if (first := next((n for n in named if _are_names(texts[n])), None)) is not None:
            return {**{role: column for role, column in columns.items() if column != first}, "project": first}
    return columns


def _are_wordy(texts: Sequence[str]) -> bool:
    return bool(texts) and all(re.search(r"[A-Za-z]{3}", text) for text in texts)


def _are_names(texts: Sequence[str]) -> bool:
    words = sorted(len(text.split()) for text in texts)
    return _are_wordy(texts) and words[len(words) // 2] <= _LONGEST_NAME and len(set(texts)) >= DIFFERENT * len(texts)
