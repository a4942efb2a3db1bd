"""What goes to the reader process and what comes back: JSON with declared types, checked on arrival.

Never pickle: an answer comes from a process that has parsed untrusted bytes, and may be anything.
"""

from typing import Literal

import msgspec

from ingest.limits import Limits
from records.document import Document
from records.place import Box

Part = Literal["all", "tables"]


class ReadRequest(msgspec.Struct, frozen=True, kw_only=True, tag="read"):
    """Read the file at ``path`` with the reader named ``media``; ``name`` is what the user calls the file.

    A reader that has a short way to the tables takes it when they are all that is asked for; the others read it all.
    """

    path: str
    name: str
    sha256: str
    media: str
    max_pages: int
    limits: Limits
    part: Part = "all"


class RenderRequest(msgspec.Struct, frozen=True, kw_only=True, tag="render"):
    """Draw a page (from 1) with ``highlights`` in points from the top left of the page as shown."""

    path: str
    name: str
    page: int
    highlights: tuple[Box, ...]
    scale: float
    limits: Limits


class ReadReply(msgspec.Struct, frozen=True, kw_only=True, tag="document"):
    document: Document


class PictureReply(msgspec.Struct, frozen=True, kw_only=True, tag="picture"):
    png: bytes


class FailureReply(msgspec.Struct, frozen=True, kw_only=True, tag="failure"):
    """``message`` is a sentence for the user; ``code`` as in ``records.errors.InputError``."""

    code: str
    message: str


Request = ReadRequest | RenderRequest
Reply = ReadReply | PictureReply | FailureReply

read_request = msgspec.json.Decoder(Request).decode
read_reply = msgspec.json.Decoder(Reply).decode
to_json = msgspec.json.Encoder().encode
