"""Tables to files, one a table, with a Frictionless data package that says where each came from.

A resource carries the table's source file and its hash, pages and boxes, so that every row can be traced back.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from records.document import Document
from records.table import Table
from ui.export.cells import neutralise
from ui.export.csv_text import rows_to_csv
from ui.export.workbook import add_sheet, new_workbook, workbook_to_bytes

TableFormat = Literal["csv", "xlsx"]
Resource = dict[str, object]

PACKAGE_FILE = "datapackage.json"
_MEDIA_TYPES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
_UNSAFE_IN_NAMES = re.compile(r"[^\w .()&,+-]")
_LONGEST_STEM = 100


def write_tables(
    tables: Sequence[tuple[Document, Table]], folder: Path, *, format: TableFormat = "csv"
) -> list[Resource]:
    """Write each table into ``folder`` and describe them all in its ``datapackage.json``; the resources, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for (document, table), name in zip(tables, table_file_names(tables, format=format), strict=True):
        content = table_to_bytes(document, table, format=format)
        (folder / name).write_bytes(content)
        resources.append(table_to_resource(document, table, name=name, content=content))
    package = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": resources}
    (folder / PACKAGE_FILE).write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return resources


def table_file_names(tables: Sequence[tuple[Document, Table]], *, format: TableFormat) -> list[str]:
    """``<stem>-p<first page>-t<k>.csv``, where ``k`` counts the tables that begin on that page.

    Two sources with the same stem (also when they differ in case alone) never share a name: the second becomes
    ``<stem>-2``.
    """
    stems = _documents_to_stems(document for document, _ in tables)
    begun: Counter[str] = Counter()
    names = []
    for document, table in tables:
        start = f"{stems[_identity(document)]}-p{table.pages[0]}"
        begun[start] += 1
        names.append(f"{start}-t{begun[start]}.{format}")
    return names


def table_to_bytes(document: Document, table: Table, *, format: TableFormat) -> bytes:
    if format == "csv":
        return rows_to_csv(table.grid()).encode("utf-8")
    workbook = new_workbook()
    sheet = add_sheet(workbook, "Table", table.grid(), header_rows=table.header_rows)
    for cell in table.cells:
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(
                start_row=cell.row + 1,
                start_column=cell.column + 1,
                end_row=cell.row + cell.row_span,
                end_column=cell.column + cell.column_span,
            )
    add_sheet(workbook, "Source", _source_rows(document, table), header_rows=0, convert=False)
    return workbook_to_bytes(workbook)


def table_to_resource(document: Document, table: Table, *, name: str, content: bytes) -> Resource:
    """The resource of one written file: ``sha256`` is of the source file, ``hash`` of the written one."""
    suffix = Path(name).suffix.removeprefix(".")
    resource: Resource = {
        "name": _resource_name(name),
        "path": name,
        "source": document.file,
        "sha256": document.sha256,
        "pages": list(table.pages),
        "boxes": [[page, *(round(side, 2) for side in box)] for page, box in table.boxes],
        "title": table.title,
        "header_rows": table.header_rows,
        "rows": table.rows,
        "columns": table.columns,
        "method": table.method,
        "confidence": round(table.confidence, 4),
        "format": suffix,
        "mediatype": _MEDIA_TYPES[suffix],
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
    }
    if suffix == "csv":
        resource["encoding"] = "utf-8"
        resource["dialect"] = _dialect(table)
    return resource


def _dialect(table: Table) -> dict[str, object]:
    if table.header_rows == 0:
        return {"header": False}
    return {"headerRows": list(range(1, table.header_rows + 1))}


def _resource_name(name: str) -> str:
    """Unique where the file names are: the part of the name that Frictionless leaves free is all of it."""
    return name.lower()


def _source_rows(document: Document, table: Table) -> list[list[str]]:
    return [
        ["File", neutralise(document.file)],
        ["SHA-256", document.sha256],
        ["Pages", ", ".join(str(page) for page in table.pages)],
        ["Title", table.title or ""],
        ["Read as", table.method.replace("_", " ")],
    ]


def _documents_to_stems(documents: Iterable[Document]) -> dict[tuple[str, str], str]:
    stems: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for document in documents:
        if _identity(document) in stems:
            continue
        plain = stem = _safe_stem(document.file)
        number = 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{plain}-{number}"
        taken.add(stem.casefold())
        stems[_identity(document)] = stem
    return stems


def _identity(document: Document) -> tuple[str, str]:
    return document.file, document.sha256


def _safe_stem(file: str) -> str:
    stem = _UNSAFE_IN_NAMES.sub("_", Path(file).stem).strip(" .")[:_LONGEST_STEM]
    return stem.rstrip(" .") or "table"
