"""What a file is, told by its content; its name only chooses between Markdown and plain text.

A file that cannot be read is named for what it is, with what to do about it.
"""

import codecs
from pathlib import PurePath
from typing import Literal

from records.errors import InputError

Media = Literal["pdf", "markdown", "text"]

HEAD_BYTES = 8192
_PDF_WITHIN = 1024
"""Readers accept a PDF's header after this much else at most."""
_SUFFIXES: dict[str, Media] = {".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text"}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AS_PDF = "Save or print it as PDF and try again."
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "an Office document or a ZIP archive", "Save it as PDF, or unpack it, and try again."),
    (b"\xd0\xcf\x11\xe0", "an old Office document", _AS_PDF),
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
    (b"\x7fELF", "a program", "Choose a PDF, Markdown or text file."),
    (b"MZ", "a program", "Choose a PDF, Markdown or text file."),
)


def sniff(head: bytes, *, name: str) -> Media:
    """The media of a file that begins with ``head``. Raises ``InputError``: ``empty`` or ``unsupported``."""
    if not head.strip():
        raise InputError(f"{name} is empty. Check the file and try again.", code="empty")
    suffix = PurePath(name).suffix.lower()
    media = _SUFFIXES.get(suffix)
    if head.lstrip().startswith(b"%PDF-") or (media is None and b"%PDF-" in head[:_PDF_WITHIN]):
        return "pdf"
    if _is_web_page(head):
        raise _unsupported(name, "a web page", _AS_PDF)
    for signature, what, advice in _SIGNATURES:
        if head.startswith(signature) and not (signature == b"MZ" and media):
            raise _unsupported(name, what, advice)
    if b"\x00" in head and not head.startswith(_UTF16):
        raise _unsupported(name, "binary data of an unknown kind", "Choose a PDF, Markdown or text file.")
    if media is None:
        raise _unnamed(name, suffix)
    return media


def _is_web_page(head: bytes) -> bool:
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)


def _unnamed(name: str, suffix: str) -> InputError:
    if suffix == ".pdf":
        advice = "Download or export the file again."
        return InputError(f"{name} is named a PDF but has no PDF header. {advice}", code="unsupported")
    return InputError(
        f"{name} is not a PDF, and {suffix or 'a name without an ending'} is not read as text. "
        "Rename it to .txt or .md if it is text.",
        code="unsupported",
    )


def _unsupported(name: str, what: str, advice: str) -> InputError:
    return InputError(f"{name} is {what}, which cannot be read. {advice}", code="unsupported")
