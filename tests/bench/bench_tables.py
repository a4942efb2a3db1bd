"""How well and how fast tables are read: F over the public ICDAR-2013 documents, time against pdfplumber's bare text.

Run: ``python tests/bench/bench_tables.py [DATA]``. The documents and the scorer lie beside the project in
``shared/tables``; without them there is nothing to measure. What was read is left in the file that the first line
names, one table a line. Both times are of the same files in the same run, file by file in turn.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from ingest.tables.document_tables import read_pdf_tables  # noqa: E402
from records.document import Document  # noqa: E402
from records.errors import InputError  # noqa: E402
from records.table import Table  # noqa: E402

SHARED = ROOT.parent / "shared" / "tables"
ROUNDS = 3
"""The quickest of so many rounds counts: what else the machine does only ever adds time."""


def main(data: Path) -> int:
    if not data.is_dir():
        print(f"{data} is missing: nothing to measure.")
        return 1
    out = Path(tempfile.mkdtemp(prefix="bench_tables_")) / "tables.jsonl"
    print(out)
    ours = theirs = 0.0
    with out.open("w", encoding="utf-8") as lines:
        for path in sorted(data.glob("*.pdf")):
            took, document = _quickest(read, path)
            ours += took
            theirs += _quickest(extract_text, path)[0]
            lines.writelines(json.dumps(row) + "\n" for row in _rows(path, document))
    print(f"tables {ours:.2f} s, pdfplumber extract_text {theirs:.2f} s, ratio {ours / theirs:.3f}")
    return subprocess.run([sys.executable, SHARED / "score.py", out, "--data", data, "--each"], check=False).returncode


def _quickest(work: Any, path: Path) -> tuple[float, Any]:
    best, result = float("inf"), None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        result = work(path)
        best = min(best, time.perf_counter() - start)
    return best, result


def read(path: Path) -> Document | None:
    """The whole table pass: from the file to stitched tables with titles."""
    try:
        return read_pdf_tables(path, name=path.name, sha256="", max_pages=10_000)
    except InputError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return None


def extract_text(path: Path) -> int:
    with pdfplumber.open(path) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def _rows(path: Path, document: Document | None) -> Iterator[dict[str, Any]]:
    for table in document.tables if document is not None else ():
        yield {"source": path.name, "pages": table.pages, "cells": [_cell(table, n) for n in range(len(table.cells))]}


def _cell(table: Table, number: int) -> dict[str, Any]:
    cell = table.cells[number]
    spans = {"row_span": cell.row_span, "column_span": cell.column_span}
    return {"row": cell.row, "column": cell.column, "text": cell.text, **spans}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "icdar2013-dev"))
