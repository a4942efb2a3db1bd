"""Half character pairs in text: not valid Unicode, so no database, JSON or terminal takes them."""

import re
from dataclasses import replace

import msgspec

from records.document import Document, Problem

_HALF = re.compile("[\ud800-\udfff]")


def without_surrogates(document: Document) -> Document:
    """The document with each half pair as U+FFFD, one character for one, so that offsets stay true."""
    plain = msgspec.convert(_clean(msgspec.to_builtins(document)), Document)
    message = "Some characters are not valid Unicode and were replaced: the file's fonts are damaged."
    problem = Problem(kind="bad_characters", page=None, message=message, loses_text=True)
    return replace(plain, problems=(*plain.problems, problem))


def _clean(value: object) -> object:
    if isinstance(value, str):
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {key: _clean(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(member) for member in value]
    return value
