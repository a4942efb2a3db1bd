"""Names for the files of a document's tables: made of the source's own name, safe on every system, never shared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import PurePath

from records.document import Document
from records.table import Table

_UNSAFE = re.compile(r"[^\w .()&,+-]")
_DOTS = re.compile(r"\.{2,}")  # a data package takes two dots for a way out of its folder
_LONGEST_STEM = 100
_MOST_BYTES = 180  # of 255 that file systems allow; the rest is for "-p12-t3.csv"
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])")  # Windows opens the device, whatever the suffix


def file_to_stem(file: str, *, taken: Collection[str] = ()) -> str:
    """``memo 2031.pdf`` is ``memo 2031``, or ``memo 2031-2`` where that is ``taken`` (as ``stem_key`` writes it)."""
    plain = stem = _safe_stem(file)
    number = 1
    while stem_key(stem) in taken:
        number += 1
        stem = f"{plain}-{number}"
    return stem


def stem_key(stem: str) -> str:
    """Equal for stems that some file system takes for one: by case, or by how accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", stem).casefold())


def table_labels(tables: Sequence[Table]) -> list[str]:
    """``p3-t1``: the page on which each table begins, and its number among those that begin there."""
    begun: Counter[int] = Counter()
    labels = []
    for table in tables:
        page = table.pages[0]
        begun[page] += 1
        labels.append(f"p{page}-t{begun[page]}")
    return labels


def table_file_names(tables: Sequence[tuple[Document, Table]], *, format: str) -> list[str]:
    """``<stem>-p<first page>-t<k>.csv`` for the tables of one document."""
    labels = table_labels([table for _, table in tables])
    return [
        f"{file_to_stem(document.file)}-{label}.{format}" for (document, _), label in zip(tables, labels, strict=True)
    ]


def printable(name: str) -> str:
    """A file name as text: a byte that is no character of UTF-8 is written ``\\udcff``, so that it can be printed."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _safe_stem(file: str) -> str:
    stem = unicodedata.normalize("NFC", PurePath(printable(file)).stem)
    stem = _DOTS.sub(".", _UNSAFE.sub("_", stem)).strip(" .")[:_LONGEST_STEM]
    stem = stem.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(" .") or "table"
    return f"{stem}_" if _DEVICES.fullmatch(stem) else stem
