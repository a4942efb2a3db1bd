"""How well tables are read: F over the public ICDAR-2013 documents. Run: ``python tests/bench/bench_tables.py [DATA]``.

The documents and the scorer lie beside the project in ``shared/tables``; without them there is nothing to measure.
What was read is left in the file that the first line names, one table a line.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from ingest.read import read_file  # noqa: E402
from records.errors import MemolensError  # noqa: E402
from records.settings import Settings  # noqa: E402
from records.table import Table  # noqa: E402

SHARED = ROOT.parent / "shared" / "tables"


def main(data: Path) -> int:
    if not data.is_dir():
        print(f"{data} is missing: nothing to measure.")
        return 1
    out = Path(tempfile.mkdtemp(prefix="bench_tables_")) / "tables.jsonl"
    print(out)
    with out.open("w", encoding="utf-8") as lines:
        for path in sorted(data.glob("*.pdf")):
            lines.writelines(json.dumps(row) + "\n" for row in _rows(path))
    return subprocess.run([sys.executable, SHARED / "score.py", out, "--data", data, "--each"], check=False).returncode


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        document = read_file(path, settings=Settings())
    except MemolensError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return
    for table in document.tables:
        yield {"source": path.name, "pages": table.pages, "cells": [_cell(table, n) for n in range(len(table.cells))]}


def _cell(table: Table, number: int) -> dict[str, Any]:
    cell = table.cells[number]
    spans = {"row_span": cell.row_span, "column_span": cell.column_span}
    return {"row": cell.row, "column": cell.column, "text": cell.text, **spans}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "icdar2013-dev"))
