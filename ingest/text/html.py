"""An HTML file -> a ``Document``: what the page shows, by the tags that it is made of.

No program in it is run and nothing that it links to is fetched, so what a page loads later is not there. Menus are
furniture.
"""

import re

from ingest.text.draft import drafts_to_blocks
from ingest.text.html_text import html_problems, html_to_drafts
from ingest.text.line_splits import split_lines
from ingest.text.loose_headings import mark_headings
from ingest.text.source_text import SourceText, bytes_to_source
from records.document import Document, Page

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096


def read_html(data: bytes, *, name: str, sha256: str) -> Document:
    """Read an HTML file's bytes."""
    source = _decode(data)
    found = html_to_drafts(source, 0, len(source.text))
    blocks, tables = drafts_to_blocks(mark_headings(split_lines(found.drafts)), source)
    return Document(
        file=name,
        sha256=sha256,
        media="html",
        pages=(Page(number=1, width=None, height=None),),
        blocks=blocks,
        tables=tables,
        problems=(*source.problems, *html_problems(found)),
        furniture=drafts_to_blocks(found.running, source)[0],
    )


def _decode(data: bytes) -> SourceText:
    """By byte order mark or as UTF-8; else as the page says, where that fits."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared is not None:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return bytes_to_source(_recode(data, declared.group(1).decode("ascii")))
    return bytes_to_source(data)


def _recode(data: bytes, charset: str) -> bytes:
    """Browsers read what calls itself Latin-1 as Windows-1252, since it mostly is."""
    usual = "cp1252" if charset.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "windows-1252") else charset
    try:
        return data.decode(usual).encode("utf-8")
    except (LookupError, UnicodeError):
        return data
