"""Tables that white space divides, with some rules or none: a block of lines that keep to common columns."""

from collections.abc import Sequence

from ingest.pdf_rulings import Rulings
from ingest.table_draft import Draft
from ingest.table_text import Piece


def unruled_drafts(pieces: Sequence[Piece], rulings: Rulings, *, beside: Sequence[Draft], width: float) -> list[Draft]:
    return []
