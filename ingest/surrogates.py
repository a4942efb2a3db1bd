"""Half character pairs in text: not valid Unicode, so no database, JSON or terminal takes them.

They come from damaged fonts, and from file names whose bytes are not UTF-8.
"""

import re
from dataclasses import replace

import msgspec

from records.document import Document, Problem

_HALF = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """``text`` with each half pair as U+FFFD, one character for one."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def without_surrogates(document: Document) -> Document:
    """The document with every text made readable, its offsets still true."""
    plain = msgspec.convert(_clean(msgspec.to_builtins(document)), Document)
    message = "Some characters are not valid Unicode and were replaced: the file's fonts are damaged."
    problem = Problem(kind="bad_characters", page=None, message=message, loses_text=True)
    return replace(plain, problems=(*plain.problems, problem))


def _clean(value: object) -> object:
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, dict):
        return {key: _clean(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(member) for member in value]
    return value
