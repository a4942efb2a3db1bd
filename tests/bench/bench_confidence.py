"""Whether confidence means something: of the tables of confidence .8, eight in ten should be read right.

Run: ``python tests/bench/bench_confidence.py [DATA]``. The public ICDAR-2013 documents and their scorer lie beside the
project in ``shared/tables``; without them there is nothing to measure. A table is right if F of its cell relations is
at least .98; a table that the gold does not have is wrong.
"""

import importlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from ingest.tables.document_tables import read_pdf_tables  # noqa: E402
from ingest.tables.doubt.confidence import table_confidence  # noqa: E402
from records.table import REVIEW_BELOW, Table  # noqa: E402

SHARED = ROOT.parent / "shared" / "tables"
RIGHT = 0.98
BINS = 5

Judged = tuple[Table, bool]


def main(data: Path) -> int:
    if not data.is_dir():
        print(f"{data} is missing: nothing to measure.")
        return 1
    sys.path.insert(0, str(SHARED))
    judged = list(_judge(importlib.import_module("icdar"), data))
    _print_reliability(judged)
    _print_review(judged)
    start = time.process_time()
    for table, _ in judged:
        table_confidence(table)
    print(f"{1000 * (time.process_time() - start) / len(judged):.2f} ms a table")
    return 0


def _judge(icdar: Any, data: Path) -> Iterator[Judged]:
    for path in sorted(data.glob("*.pdf")):
        tables = read_pdf_tables(path, name=path.name, sha256="", max_pages=10_000).tables
        scores = icdar.eval_doc(path.stem, [_table_to_scored(icdar, table) for table in tables])
        shares = {s["j"]: 2 * s["corr"] / (s["gt"] + s["det"]) for s in scores["tables"] if s["j"] is not None}
        yield from ((table, shares.get(number, 0.0) >= RIGHT) for number, table in enumerate(tables))


def _table_to_scored(icdar: Any, table: Table) -> Any:
    cells = [
        icdar.Cell(c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1, c.text) for c in table.cells
    ]
    return icdar.Table(table.pages[0], cells, None, set(table.pages))


def _print_reliability(judged: list[Judged]) -> None:
    brier = sum((table.confidence - right) ** 2 for table, right in judged) / len(judged)
    print(f"{len(judged)} tables, {sum(right for _, right in judged)} right, Brier {brier:.3f}")
    for number in range(BINS):
        held = [(t.confidence, right) for t, right in judged if min(BINS - 1, int(t.confidence * BINS)) == number]
        if held:
            mean, share = (sum(column) / len(held) for column in zip(*held, strict=True))
            low, high = number / BINS, (number + 1) / BINS
            print(f"{low:.1f} to {high:.1f}: {len(held):3d} tables, mean confidence {mean:.2f}, right {share:.2f}")


def _print_review(judged: list[Judged]) -> None:
    marked = [right for table, right in judged if table.review]
    wrong = sum(not right for _, right in judged)
    print(
        f"review below {REVIEW_BELOW}: {len(marked)} of {len(judged)} tables, {marked.count(False)} of them wrong;"
        f" wrong in all: {wrong}"
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "icdar2013-dev"))
