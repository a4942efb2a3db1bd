"""One written table as a resource of a Frictionless data package: where it came from, and how to read the file.

``sha256`` is of the source, ``hash`` of the written file; ``source_path`` leads from the package to the source.
"""

import hashlib

from records.document import Document
from records.table import Table
from ui.export.table_names import printable
from ui.export.table_remarks import table_marks
from ui.export.table_workbook import TOP_ROWS

Resource = dict[str, object]

_MEDIA_TYPES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def table_to_resource(
    document: Document, table: Table, *, path: str, label: str, content: bytes, source_path: str | None = None
) -> Resource:
    """``label`` is the sheet's name where ``path`` is a workbook, and tells the tables of one workbook apart."""
    format = path.rpartition(".")[2]
    name = path if format == "csv" else f"{path.removesuffix('.xlsx')}-{label}"
    return {
        "name": name.lower(),
        "path": path,
        "source": printable(document.file),
        **({"source_path": source_path} if source_path else {}),
        "sha256": document.sha256,
        "pages": list(table.pages),
        "boxes": [[page, *(round(side, 2) for side in box)] for page, box in table.boxes],
        "title": table.title,
        "header_rows": table.header_rows,
        "rows": table.rows,
        "columns": table.columns,
        "method": table.method,
        "confidence": round(table.confidence, 4),
        "review": table.review,
        **_remarks(table),
        "format": format,
        "mediatype": _MEDIA_TYPES[format],
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        **_reading_rules(table, format=format, label=label),
    }


def _remarks(table: Table) -> Resource:
    remarks = {"unit": table.unit, "notes": list(table.notes), "marks": table_marks(table)}
    return {name: value for name, value in remarks.items() if value}


def _reading_rules(table: Table, *, format: str, label: str) -> Resource:
    if format == "csv":
        return {"encoding": "utf-8", "dialect": _header_rules(table, above=0)}
    return {"sheet": label, "dialect": {"sheetName": label, **_header_rules(table, above=TOP_ROWS)}}


def _header_rules(table: Table, *, above: int) -> Resource:
    """``above`` is the number of rows over the table that are not its own."""
    if table.header_rows:
        return {"headerRows": [above + number for number in range(1, table.header_rows + 1)]}
    skipped = {"commentRows": list(range(1, above + 1))} if above else {}
    return {"header": False, **skipped}
