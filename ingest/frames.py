"""How an answer travels from the server to its client: pieces, each after its length, then the reader's exit status.

The pieces are what the reader of one file wrote, whatever that is; the lengths and the status are the server's, which
has parsed nothing. So no file can forge the end of its answer or write into that of another.
"""

import struct
from typing import IO

ONCE = "--once"
"""On a server's command line: there is no fork, so answer one request, without a child, and end."""
PIECE = 1 << 16
_LENGTH = struct.Struct(">I")
_STATUS = struct.Struct(">i")


def piece_to_frame(piece: bytes) -> bytes:
    return _LENGTH.pack(len(piece)) + piece


def status_to_frame(status: int) -> bytes:
    """The end of an answer: an empty piece and the status."""
    return _LENGTH.pack(0) + _STATUS.pack(status)


def read_answer(pipe: IO[bytes], *, most: int) -> tuple[bytes, int]:
    """The answer and the status. Raises ``EOFError`` where it breaks off, ``OverflowError`` over ``most`` bytes."""
    answer = bytearray()
    while length := _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]:
        if len(answer) + length > most:
            raise OverflowError
        answer += _exactly(pipe, length)
    return bytes(answer), _STATUS.unpack(_exactly(pipe, _STATUS.size))[0]


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
