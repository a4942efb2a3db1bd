"""A table that should be looked at is marked so wherever it is shown."""

from dataclasses import replace

import pytest

from records.document import Document
from records.table import REVIEW_BELOW, Cell, Table
from ui.export.table_pictures import table_caption
from ui.export.table_resources import table_to_resource
from ui.web.tables_tab import table_label

TABLE = Table(
    cells=(Cell(row=0, column=0, text="Pier", page=3), Cell(row=1, column=0, text="North", page=3)),
    rows=2, columns=1, header_rows=1, pages=(3,), title="Piers", method="unruled", confidence=REVIEW_BELOW,
)  # fmt: skip
DOCUMENT = Document(file="piers.pdf", sha256="0" * 64, media="pdf", pages=(), blocks=(), tables=(TABLE,), problems=())


@pytest.mark.parametrize(("confidence", "marked"), [(REVIEW_BELOW, False), (REVIEW_BELOW - 0.01, True), (1.0, False)])
def test_a_table_below_the_threshold_is_marked(confidence: float, marked: bool) -> None:
    table = replace(TABLE, confidence=confidence)
    resource = table_to_resource(DOCUMENT, table, path="piers-p3-t1.csv", label="p3-t1", content=b"")
    assert resource["review"] is marked
    assert ("review" in table_caption(table, "p3-t1")) is marked
    assert table_label(1, table) == f"1. Piers (page 3, 2 x 1{', to be reviewed' if marked else ''})"
