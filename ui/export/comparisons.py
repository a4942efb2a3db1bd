"""A comparison in the formats that people ask for; the workbook, the page and the Markdown have files of their own."""

from collections.abc import Sequence

from records.comparison import Comparison
from records.promises import Promise
from ui.export.comparison_markdown import comparison_to_markdown
from ui.export.comparison_page import comparison_to_html
from ui.export.comparison_rows import change_rows, promise_rows
from ui.export.comparison_workbook import comparison_to_xlsx
from ui.export.csv_text import rows_to_csv

__all__ = [
    "comparison_to_csv", "comparison_to_html", "comparison_to_markdown", "comparison_to_xlsx", "promises_to_csv",
]  # fmt: skip


def comparison_to_csv(comparison: Comparison, promises: Sequence[Promise] = ()) -> str:
    """One row a change, with every place; ``promises`` are no changes and stay out."""
    return rows_to_csv(change_rows(comparison.changes))


def promises_to_csv(promises: Sequence[Promise]) -> str:
    """One row a promise, in the order in which they were made."""
    return rows_to_csv(promise_rows(promises))
