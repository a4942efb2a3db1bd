"""Which function reads which media: the one list to add a format to. Runs inside the reader process.

Each reader imports its parser when it is first asked, so that a Markdown file never pays for a PDF parser. A file of
which nothing could be read is refused here, never returned as a document that says nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from ingest.messages import ReadRequest
from records.document import Document
from records.errors import InputError

Reader = Callable[[ReadRequest], Document]


def _read_pdf(request: ReadRequest) -> Document:
    from ingest.pdf.document import read_pdf
    from ingest.pdf.parser_warnings import listen_to_parser
    from ingest.pdf.second_opinion import with_second_opinion

    path = Path(request.path)
    with listen_to_parser() as parser:
        document = read_pdf(path, name=request.name, sha256=request.sha256, max_pages=request.max_pages)
    document = replace(document, problems=document.problems + parser.problems())
    return _with_content(with_second_opinion(document, path))


def _with_content(document: Document) -> Document:
    """A file of which nothing was read has failed: kept, it would pass for a memo that says nothing."""
    if document.blocks or document.tables:
        return document
    name, reasons = document.file, " ".join(problem.message for problem in document.problems[:3])
    if not document.pages:
        message = f"{name} has no page that can be read. Open it in a viewer, save it anew and try again. {reasons}"
        raise InputError(message.strip(), code="damaged")
    kinds = {problem.kind for problem in document.problems}
    advice = "Run text recognition (OCR) on it and try again." if "no_text" in kinds else "Check the file."
    raise InputError(f"{name} holds no text that can be read. {reasons} {advice}", code="no_text")


def _read_markdown(request: ReadRequest) -> Document:
    from ingest.text.markdown import read_markdown

    return read_markdown(Path(request.path).read_bytes(), name=request.name, sha256=request.sha256)


def _read_plain(request: ReadRequest) -> Document:
    from ingest.text.plain import read_plain

    return read_plain(Path(request.path).read_bytes(), name=request.name, sha256=request.sha256)


READERS: Mapping[str, Reader] = {"pdf": _read_pdf, "markdown": _read_markdown, "text": _read_plain}
