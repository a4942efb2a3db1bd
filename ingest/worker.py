"""The work on one request, in the process that may die of it: bound to its limits before it opens the file.

Whatever a parser raises becomes a reply; what it prints goes nowhere; and there is no way back out of this process but
the answer.
"""

import ctypes
import os
import signal
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from ingest.limits import MEMORY_EXIT, apply_limits
from ingest.messages import FailureReply, PictureReply, ReadReply, RenderRequest, Reply, Request, to_json
from ingest.readers import Reader
from records.errors import InputError

_PARSERS = (
    "pdfminer",
    "pdfplumber",
    "pypdfium2",
    "PIL",
    "docx",
    "openpyxl",
    "lxml",
    "xml",
    "zipfile",
    "zlib",
    "markdown_it",
    "charset_normalizer",
)
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_SYSTEM = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(parent: int) -> None:
    """If the server is killed, its children go with it (Linux; elsewhere the processor-time limit ends them)."""
    if _SYSTEM is not None:
        _SYSTEM.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before it could be asked for
        os._exit(1)


def request_to_answer(request: Request, readers: Mapping[str, Reader]) -> bytes:
    """The reply as JSON. Binds this process for good: it can serve no second request."""
    apply_limits(request.limits)
    try:
        return _encode(_answer(request, readers))
    except MemoryError:
        os._exit(MEMORY_EXIT)


def _answer(request: Request, readers: Mapping[str, Reader]) -> Reply:
    try:
        if isinstance(request, RenderRequest):
            return PictureReply(png=_render(request))
        return ReadReply(document=readers[request.media](request))
    except InputError as error:
        return FailureReply(code=error.code, message=str(error))
    except MemoryError:
        raise
    # The process boundary: pdfminer raises TypeError, IndexError, AttributeError, RecursionError and more on damaged
    # files, none of them documented, and whatever is raised here has to reach the user as a reason.
    except Exception as error:  # noqa: BLE001
        return _exception_to_failure(error, request.name)


def _exception_to_failure(error: Exception, name: str) -> FailureReply:
    """In a parser's code it is the file's fault; in ours it is ours, and the message says so."""
    kind = type(error).__name__
    if isinstance(error, RecursionError) or _module_of(error.__traceback__).partition(".")[0] in _PARSERS:
        message = f"{name} is damaged and could not be read ({kind}). Open it in a viewer, save it anew and try again."
        return FailureReply(code="damaged", message=message)
    spot = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(spot.filename).name}:{spot.lineno}"
    return FailureReply(code="crash", message=f"{name} could not be read: the reader failed ({kind} at {where}).")


def _module_of(trace: TracebackType | None) -> str:
    module = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        trace = trace.tb_next
    return module


def _render(request: RenderRequest) -> bytes:
    from ingest.render import draw_page

    return draw_page(request)


def _encode(reply: Reply) -> bytes:
    """JSON in UTF-8. A half character pair (broken fonts map glyphs to those) becomes the replacement character."""
    try:
        return to_json(reply)
    except UnicodeEncodeError:
        from ingest.surrogates import without_surrogates

        assert isinstance(reply, ReadReply)
        return to_json(ReadReply(document=without_surrogates(reply.document)))


def write_all(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]
