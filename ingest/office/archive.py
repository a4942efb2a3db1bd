"""What is inside a ZIP archive that calls itself an Office file, looked at before any parser unpacks it.

Refused are archives that unpack to more than the limits below, and XML with a document type declaration: Office never
writes one, and entities that expand into each other need one. Links out of the file are never followed by anybody.
"""

import re
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from records.errors import InputError

OfficeKind = Literal["docx", "xlsx"]

MOST_PARTS = 10_000
MOST_MEGABYTES = 512
"""Of all parts together, unpacked."""
MOST_XML_MEGABYTES = 64
"""Of the largest part of XML, unpacked: a parsed tree takes about ten times that."""
_MEGABYTE = 1024 * 1024
_CONTENT_TYPES = "[Content_Types].xml"
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_KINDS: tuple[tuple[bytes, OfficeKind], ...] = (
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"ms-excel.sheet.macroEnabled.main+xml", "xlsx"),
)
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"ms-word.document.macroEnabled", "a Word file with macros"),
    (b"wordprocessingml.template", "a Word template"),
    (b"presentationml", "a presentation"),
    (b"ms-excel.sheet.binary", "a binary workbook"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"opendocument.presentation", "an OpenDocument presentation"),
)


def path_to_kind(path: Path, *, name: str) -> OfficeKind:
    """Raises ``InputError``: ``damaged``, ``encrypted``, ``too_large`` or ``unsupported``."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            kind = _kind(archive, parts, name=name)
            _check_sizes(parts, name=name)
            _check_declarations(archive, parts, name=name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        raise damaged(name) from error
    except RuntimeError as error:  # how zipfile says that a part has a password
        message = f"{name} has a password. Save it without one and try again."
        raise InputError(message, code="encrypted") from error
    return kind


def damaged(name: str, detail: str = "") -> InputError:
    message = f"{name} is damaged and could not be read{detail}. Open it in its program, save it anew and try again."
    return InputError(message, code="damaged")


def _kind(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo], *, name: str) -> OfficeKind:
    """By what the archive says that its main part is; the names of the parts are free."""
    declared = b"".join(_head(archive, part) for part in parts if part.filename in (_CONTENT_TYPES, "mimetype"))
    for sign, kind in _KINDS:
        if sign in declared:
            return kind
    what = next((what for sign, what in _OTHERS if sign in declared), "a ZIP archive")
    advice = "Unpack it" if what == "a ZIP archive" else "Save it as DOCX, XLSX or PDF"
    raise InputError(f"{name} is {what}, which cannot be read. {advice} and try again.", code="unsupported")


def _head(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as stream:
        return stream.read(_MEGABYTE)


def _check_sizes(parts: Sequence[zipfile.ZipInfo], *, name: str) -> None:
    """The sizes may lie, but no part can be unpacked beyond the size it gives."""
    most_xml = max((part.file_size for part in parts if _is_xml(part)), default=0)
    if len(parts) > MOST_PARTS:
        raise _too_large(name, f"has {len(parts)} parts, more than {MOST_PARTS}")
    if sum(part.file_size for part in parts) > MOST_MEGABYTES * _MEGABYTE:
        raise _too_large(name, f"unpacks to more than {MOST_MEGABYTES} MiB")
    if most_xml > MOST_XML_MEGABYTES * _MEGABYTE:
        raise _too_large(name, f"has a part that unpacks to more than {MOST_XML_MEGABYTES} MiB")


def _too_large(name: str, why: str) -> InputError:
    return InputError(f"{name} {why}. Split it and try again.", code="too_large")


def _check_declarations(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo], *, name: str) -> None:
    for part in parts:
        # Without its zero bytes, UTF-16 looks like ASCII.
        if _is_xml(part) and _DECLARATION.search(archive.read(part).replace(b"\0", b"")):
            raise damaged(name, f" (its part {part.filename[:60]} declares a document type, as no Office file does)")


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))
