"""What the PDF parser only logs: a stream that broke off while it was unpacked, an object of the wrong kind.

It goes on and returns what it has, so the log is the only trace of text that is gone. Warnings about fonts' boxes and
colours are left out: they are common in sound files and cost no text.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from records.document import Problem

_LOSING = ("pdfminer.pdftypes", "pdfminer.psparser", "pdfminer.pdfparser", "pdfminer.lzw", "pdfminer.runlength")
"""The parts of the parser that unpack streams and build objects."""


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.heard += 1

    def problems(self) -> tuple[Problem, ...]:
        if not self.heard:
            return ()
        message = "Parts of the file are damaged and could not be unpacked in full; text may be missing."
        return (Problem(kind="damaged_part", page=None, message=message, loses_text=True),)


@contextmanager
def listen_to_parser() -> Iterator[_Listener]:
    """``with listen_to_parser() as listener: ...; listener.problems()``."""
    listener = _Listener()
    loggers = [logging.getLogger(name) for name in _LOSING]
    for logger in loggers:
        logger.addHandler(listener)
    try:
        yield listener
    finally:
        for logger in loggers:
            logger.removeHandler(listener)
