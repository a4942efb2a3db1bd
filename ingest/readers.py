"""Which function reads which media: the one list to add a format to. Runs inside the reader process.

Each reader imports its parser when it is first asked, so that a Markdown file never pays for a PDF parser. A file of
which nothing could be read is refused here, never returned as a document that says nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.messages import ReadRequest
from records.document import Document
from records.errors import InputError

Reader = Callable[[ReadRequest], Document]


def _read_pdf(request: ReadRequest) -> Document:
    if request.part == "tables":
        return _read_pdf_tables(request)
    from ingest.pdf.document import read_pdf
    from ingest.pdf.parser_warnings import listen_to_parser
    from ingest.pdf.second_opinion import with_second_opinion

    path = Path(request.path)
    with listen_to_parser() as parser:
        document = read_pdf(path, name=request.name, sha256=request.sha256, max_pages=request.max_pages)
    document = replace(document, problems=document.problems + parser.problems())
    return _with_content(with_second_opinion(document, path))


def _read_pdf_tables(request: ReadRequest) -> Document:
    from ingest.tables.document_tables import read_pdf_tables

    path = Path(request.path)
    document = read_pdf_tables(path, name=request.name, sha256=request.sha256, max_pages=request.max_pages)
    return _without_words(_with_pages(document))


def _without_words(document: Document) -> Document:
    """Who asks for tables alone wants cells and their boxes; the words would make most of the answer."""
    tables = [replace(table, cells=tuple(replace(cell, words=()) for cell in table.cells)) for table in document.tables]
    return replace(document, tables=tuple(tables))


def _with_content(document: Document) -> Document:
    """A file of which nothing was read has failed: kept, it would pass for a memo that says nothing."""
    if document.blocks or document.tables:
        return document
    raise _nothing_read(document)


def _with_pages(document: Document) -> Document:
    """A file whose text holds no table is a good answer; one without text on any page, a scan, has failed."""
    textless = {problem.page for problem in document.problems if problem.kind in ("no_text", "page_failed")}
    if document.tables or any(page.number not in textless for page in document.pages):
        return document
    raise _nothing_read(document)


def _nothing_read(document: Document) -> InputError:
    name, reasons = document.file, " ".join(problem.message for problem in document.problems[:3])
    if not document.pages:
        message = f"{name} has no page that can be read. Open it in a viewer, save it anew and try again. {reasons}"
        return InputError(message.strip(), code="damaged")
    kinds = {problem.kind for problem in document.problems}
    advice = "Run text recognition (OCR) on it and try again." if "no_text" in kinds else "Check the file."
    return InputError(f"{name} holds no text that can be read. {reasons} {advice}", code="no_text")


def _read_markdown(request: ReadRequest) -> Document:
    from ingest.text.markdown import read_markdown

    return read_markdown(Path(request.path).read_bytes(), name=request.name, sha256=request.sha256)


def _read_plain(request: ReadRequest) -> Document:
    from ingest.text.plain import read_plain

    return read_plain(Path(request.path).read_bytes(), name=request.name, sha256=request.sha256)


def _read_html(request: ReadRequest) -> Document:
    from ingest.text.html import read_html

    document = read_html(Path(request.path).read_bytes(), name=request.name, sha256=request.sha256)
    return _with_content(document)


def _read_separated(request: ReadRequest) -> Document:
    from ingest.office.separated import read_separated

    return read_separated(Path(request.path).read_bytes(), name=request.name, sha256=request.sha256)


def _read_office(request: ReadRequest) -> Document:
    from ingest.office.archive import path_to_kind

    path = Path(request.path)
    if path_to_kind(path, name=request.name) == "docx":
        from ingest.office.word import read_docx

        return _with_content(read_docx(path, name=request.name, sha256=request.sha256))
    from ingest.office.workbook import read_xlsx

    document = read_xlsx(path, name=request.name, sha256=request.sha256, max_sheets=request.max_pages)
    return _with_content(document)


READERS: Mapping[str, Reader] = {
    "pdf": _read_pdf,
    "office": _read_office,
    "html": _read_html,
    "markdown": _read_markdown,
    "csv": _read_separated,
    "text": _read_plain,
}
"""By the reader's name, which ``ingest.sniff`` chooses; a Word file and a workbook are told apart by their reader."""

PARSERS: Mapping[str, Sequence[str]] = {
    "pdf": (
        "ingest.pdf.document",
        "ingest.pdf.parser_warnings",
        "ingest.pdf.second_opinion",
        "pdfplumber",
        "pypdfium2",
        "numpy.ma",
        "encodings.utf_16_le",
        "encodings.utf_32_le",
    ),
    "pdf tables": (
        "ingest.tables.document_tables",
        "pypdfium2",
        "numpy.ma",
        "encodings.utf_16_le",
        "encodings.utf_32_le",
    ),
    "office": ("ingest.office.word", "ingest.office.workbook", "docx", "openpyxl"),
    "html": ("ingest.text.html",),
    "markdown": ("ingest.text.markdown",),
    "csv": ("ingest.office.separated",),
    "text": ("ingest.text.plain",),
    "picture": ("ingest.render", "pypdfium2", "PIL.ImageDraw", "PIL.PngImagePlugin"),
}
"""What the server imports before it forks for such a request: what every file of the kind needs, and takes long."""
