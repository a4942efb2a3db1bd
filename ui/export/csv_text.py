"""Rows of text to CSV as RFC 4180 describes it: UTF-8, CRLF, rectangular, and safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Sequence

from ui.export.cells import neutralise


def rows_to_csv(rows: Sequence[Sequence[str]]) -> str:
    """Short rows are filled up with empty cells, so that every record has the same number of fields."""
    width = max((len(row) for row in rows), default=0)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        cells = [neutralise(_encodable(cell)) for cell in row]
        writer.writerow(cells + [""] * (width - len(cells)))
    return text.getvalue()


def _encodable(text: str) -> str:
    """Half a surrogate pair, as broken fonts yield it, is no character of UTF-8: it becomes the replacement sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
