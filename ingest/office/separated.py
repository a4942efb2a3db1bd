"""A file of separated values (CSV, TSV and their kin) -> a ``Document`` with one table.

The encoding and the separator are found from the content. Rows that are shorter or longer than the others are kept
and named; a file with more cells than fit is refused as a whole, since half a list looks like a list.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.office.grid import GridParts, parts_to_blocks, rows_to_parts, rows_to_table, titles_to_text
from ingest.office.separators import Field, Record, guess_separator, text_to_records
from ingest.text.glyphs import gap_to_lead
from ingest.text.source_text import SourceText, bytes_to_source
from records.document import Document, Page, Problem
from records.errors import InputError
from records.table import Cell
from records.word import Word

MOST_CELLS = 500_000
"""100,000 rows of five columns. More would not fit into the answer of the reader process."""
_MOST_NAMED_LINES = 10


def read_separated(data: bytes, *, name: str, sha256: str) -> Document:
    """Read the bytes of a CSV or TSV file."""
    source = bytes_to_source(data)
    records = [r for r in _records(source, name=name) if any(field.pieces for field in r.fields)]
    if not records:
        raise InputError(f"{name} holds separators only. Check the file.", code="no_text")
    parts = rows_to_parts(records_to_rows(records, source))
    uneven = _uneven_lines(records, parts)
    table = rows_to_table(
        parts.rows, method="delimited", confidence=0.8 if uneven else 1.0, title=titles_to_text(parts.titles)
    )
    return Document(
        file=name,
        sha256=sha256,
        media="csv",
        pages=(Page(number=1, width=None, height=None),),
        blocks=parts_to_blocks(parts, table=0),
        tables=(table,),
        problems=(*source.problems, *_uneven_problem(uneven)),
    )


def _records(source: SourceText, *, name: str) -> Iterator[Record]:
    cells = 0
    for record in text_to_records(source.text, guess_separator(source.text, name=name)):
        cells += len(record.fields)
        if cells > MOST_CELLS:
            message = f"{name} has more than {MOST_CELLS:,} cells. Split it and try again."
            raise InputError(message, code="too_large")
        yield record


def records_to_rows(records: Iterable[Record], source: SourceText) -> list[list[Cell]]:
    """Each record's cells up to its last one with text; ``Cell.row`` is the record's number."""
    rows = []
    last: int | None = None
    for record in records:
        row = []
        for column, field in enumerate(record.fields[: record.width]):
            words, last = _words(field, source, last)
            row.append(Cell(row=record.number, column=column, text=field.text, page=1, words=words))
        rows.append(row)
    return rows


def _words(field: Field, source: SourceText, last: int | None) -> tuple[tuple[Word, ...], int | None]:
    """The field's words, each with what the file has between it and the word before, which ended at ``last``."""
    words = []
    at = 0
    for shown, written, start in field.pieces:
        gap = source.text[last:start] if last is not None else " "
        lead = " " if gap.isspace() else gap_to_lead(gap)
        words.append(Word(start=at, end=at + len(shown), source=written, page=1, lead=lead))
        at += len(shown) + 1
        last = start + len(written)
    return tuple(words), last


def _uneven_lines(records: Sequence[Record], parts: GridParts) -> list[int]:
    """The lines of the table's rows that have fewer fields than most rows, or text beyond them."""
    inside = {row[0].row for row in parts.rows}
    rows = [record for record in records if record.number in inside]
    usual = Counter(len(record.fields) for record in rows).most_common(1)[0][0]
    return [record.line for record in rows if len(record.fields) < usual or record.width > usual]


def _uneven_problem(lines: Sequence[int]) -> Iterator[Problem]:
    if lines:
        named = ", ".join(str(line) for line in lines[:_MOST_NAMED_LINES])
        more = f" and {len(lines) - _MOST_NAMED_LINES} more" if len(lines) > _MOST_NAMED_LINES else ""
        message = (
            f"Rows with fewer or more fields than the others, which were lined up from the left: line {named}{more}."
        )
        yield Problem(kind="uneven_rows", page=None, message=message)
