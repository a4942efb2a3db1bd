"""A document's tables to the bytes of files, and the resources that say where each came from. Nothing is written here.

CSV is one file a table; XLSX is one workbook a document, to which the resources of all its tables point.
"""

from dataclasses import dataclass
from typing import Literal

from records.document import Document
from records.table import Table
from ui.export.csv_text import rows_to_csv
from ui.export.table_names import table_labels
from ui.export.table_resources import Resource, table_to_resource
from ui.export.table_workbook import tables_to_workbook

TableFormat = Literal["csv", "xlsx"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFiles:
    """``files`` maps each name to its bytes; ``resources`` has one entry a table, in the document's order."""

    files: dict[str, bytes]
    resources: tuple[Resource, ...]


def document_to_files(
    document: Document, *, stem: str, format: TableFormat = "csv", source_path: str | None = None
) -> TableFiles:
    """``<stem>-p<page>-t<k>.csv`` for each table, or ``<stem>.xlsx`` for all; no file where there is no table."""
    labels = table_labels(document.tables)
    if not labels:
        return TableFiles(files={}, resources=())
    if format == "csv":
        paths = [f"{stem}-{label}.csv" for label in labels]
        contents = [table_to_csv(table) for table in document.tables]
    else:
        paths = [f"{stem}.xlsx"] * len(labels)
        contents = [tables_to_workbook(document, document.tables, labels=labels)] * len(labels)
    resources = (
        table_to_resource(document, table, path=path, label=label, content=content, source_path=source_path)
        for table, label, path, content in zip(document.tables, labels, paths, contents, strict=True)
    )
    return TableFiles(files=dict(zip(paths, contents, strict=True)), resources=tuple(resources))


def table_to_csv(table: Table) -> bytes:
    return rows_to_csv(table.grid()).encode("utf-8")


def table_to_bytes(document: Document, table: Table, *, format: TableFormat) -> bytes:
    """One table as a file by itself."""
    if format == "csv":
        return table_to_csv(table)
    return tables_to_workbook(document, [table], labels=table_labels([table]))
