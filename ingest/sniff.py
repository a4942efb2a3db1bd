"""What a file is, told by its content; its name only chooses between the kinds of text.

A file that cannot be read is named for what it is, with what to do about it. What is inside an Office file is told by
its reader, in the reader process: the first bytes of a ZIP archive do not say.
"""

import codecs
from pathlib import PurePath
from typing import Literal

from records.errors import InputError

ReaderName = Literal["pdf", "office", "html", "markdown", "csv", "text"]

HEAD_BYTES = 8192
_PDF_WITHIN = 1024
"""Readers accept a PDF's header after this much else at most."""
_SUFFIXES: dict[str, ReaderName] = {
    ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text", ".csv": "csv", ".tsv": "csv",
    ".tab": "csv", ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
_ZIP = b"PK\x03\x04"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AS_PDF = "Save or print it as PDF and try again."
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old or password-protected Office document",
        "Save it without a password as DOCX, XLSX or PDF and try again.",
    ),
    (b"{\\rtf", "a rich text (RTF) document", _AS_PDF),
    (b"\x89PNG", "a picture (PNG)", _AS_PDF),
    (b"\xff\xd8\xff", "a picture (JPEG)", _AS_PDF),
    (b"GIF8", "a picture (GIF)", _AS_PDF),
    (b"II*\x00", "a picture (TIFF)", _AS_PDF),
    (b"MM\x00*", "a picture (TIFF)", _AS_PDF),
    (b"%!PS", "a PostScript file", _AS_PDF),
    (b"\x1f\x8b", "a compressed file (gzip)", "Unpack it and try again."),
    (b"7z\xbc\xaf", "a compressed file (7z)", "Unpack it and try again."),
    (b"Rar!", "a compressed file (RAR)", "Unpack it and try again."),
    (b"\x7fELF", "a program", "Choose a document such as PDF, DOCX or Markdown."),
    (b"MZ", "a program", "Choose a document such as PDF, DOCX or Markdown."),
)


def sniff(head: bytes, *, name: str) -> ReaderName:
    """Who reads a file that begins with ``head``. Raises ``InputError``: ``empty`` or ``unsupported``."""
    if not head.strip():
        raise InputError(f"{name} is empty. Check the file and try again.", code="empty")
    suffix = PurePath(name).suffix.lower()
    reader = _SUFFIXES.get(suffix)
    if head.lstrip().startswith(b"%PDF-") or (reader is None and b"%PDF-" in head[:_PDF_WITHIN]):
        return "pdf"
    if head.startswith(_ZIP):
        return "office"
    if _is_web_page(head):
        if suffix == ".pdf":  # what a server sends in place of a file that is not there, or not for everybody
            raise _unsupported(name, "a web page", "Download the file again, or save the page as HTML and try again.")
        return "html"
    for signature, what, advice in _SIGNATURES:
        if head.startswith(signature) and not (signature == b"MZ" and reader):
            raise _unsupported(name, what, advice)
    if b"\x00" in head and not head.startswith(_UTF16):
        raise _unsupported(name, "binary data of an unknown kind", "Choose a document such as PDF, DOCX or Markdown.")
    if reader is None:
        raise _unnamed(name, suffix)
    return reader


def _is_web_page(head: bytes) -> bool:
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)


def _unnamed(name: str, suffix: str) -> InputError:
    if suffix == ".pdf":
        advice = "Download or export the file again."
        return InputError(f"{name} is named a PDF but has no PDF header. {advice}", code="unsupported")
    return InputError(
        f"{name} is not a PDF, and {suffix or 'a name without an ending'} is not read as text. "
        "Rename it to .txt, .md or .csv if it is text.",
        code="unsupported",
    )


def _unsupported(name: str, what: str, advice: str) -> InputError:
    return InputError(f"{name} is {what}, which cannot be read. {advice}", code="unsupported")
