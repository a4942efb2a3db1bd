"""Records as bytes and back: compressed JSON, checked against its type, so that a damaged row is noticed."""

import zlib
from typing import TypeVar

import msgspec

from records.errors import InputError, LibraryError

Record = TypeVar("Record")

_encoder = msgspec.json.Encoder(decimal_format="string")


def record_to_json(record: object) -> str:
    return _encoder.encode(record).decode()


def json_to_record(text: str | bytes, kind: type[Record]) -> Record:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise LibraryError(f"A {kind.__name__} in the ledger is damaged; `memolens verify` tells which.") from error


def record_to_bytes(record: object) -> bytes:
    """Half a character (a lone surrogate) cannot be stored, searched or shown, so it is refused here."""
    try:
        return zlib.compress(_encoder.encode(record))
    except UnicodeEncodeError as error:
        raise InputError("The text or the name of this file is not valid Unicode.", code="not_unicode") from error


def bytes_to_record(data: bytes, kind: type[Record]) -> Record:
    try:
        return json_to_record(zlib.decompress(data), kind)
    except zlib.error as error:
        raise LibraryError(f"A {kind.__name__} in the ledger is damaged; `memolens verify` tells which.") from error
