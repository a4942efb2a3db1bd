"""The characters of a text file, with the page each stands on.

Bytes that are not text are refused; a guessed encoding is reported, never passed over. Line ends become ``\\n``, which
changes white space only, so what is quoted from here is found in the file once white space is folded.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from records.document import Page, Problem
from records.errors import InputError

_USUAL = "cp1252"
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """``text`` with ``\\n`` line ends; a form feed in it begins the next page."""

    text: str
    problems: tuple[Problem, ...] = ()
    _page_ends: tuple[int, ...] = field(default=(), repr=False)

    def page(self, offset: int) -> int:
        """The page, from 1, of the character at ``offset``."""
        return bisect_right(self._page_ends, offset - 1) + 1

    def pages(self) -> tuple[Page, ...]:
        return tuple(Page(number=n + 1, width=None, height=None) for n in range(len(self._page_ends) + 1))

    def folded(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())


def bytes_to_source(data: bytes) -> SourceText:
    """Decode a text file: by its byte order mark, as UTF-8, else by the most likely encoding."""
    if not data.strip():
        raise InputError("The file is empty.", code="empty")
    text, problems = _decode(data)
    text = re.sub(r"\r\n?", "\n", text)
    if "\0" in text:
        raise InputError("The file holds binary data, not text.", code="unsupported")
    if not text.strip():
        raise InputError("The file holds white space only.", code="empty")
    return SourceText(text=text, problems=problems, _page_ends=_page_ends(text))


def _page_ends(text: str) -> tuple[int, ...]:
    """Offsets of the form feeds that have text on both sides: a trailing one begins no page."""
    body_start = len(text) - len(text.lstrip())
    body_end = len(text.rstrip())
    return tuple(m.start() for m in re.finditer("\f", text) if body_start <= m.start() < body_end)


def _decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_strictly(data, encoding), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guess(data)


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"The file says it is {encoding}, but is not.", code="damaged") from error


def _guess(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Of encodings that fit equally well, the one that English office programs write."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise InputError("The file is not text in any known encoding.", code="unsupported")
    usual = next((m for m in matches if _USUAL in (m.encoding, *m.could_be_from_charset)), None)
    encoding = _USUAL if usual is not None and usual.chaos <= best.chaos else best.encoding
    message = f"The file does not say its encoding; it was read as {encoding}."
    return data.decode(encoding), (Problem(kind="encoding_guessed", page=None, message=message),)
