"""The reader process: takes one request on standard input, answers on standard output, ends.

It binds itself to its limits before it opens the file. Parsers may print what they like: the answer has a pipe of its
own. Run as ``python -m ingest.worker``.
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
from ingest.messages import (
    FailureReply,
    PictureReply,
    ReadReply,
    RenderRequest,
    Reply,
    Request,
    read_request,
    to_json,
)
from ingest.readers import READERS, Reader
from records.errors import InputError

_PARSERS = ("pdfminer", "pdfplumber", "pypdfium2", "PIL", "markdown_it", "charset_normalizer", "zlib")
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def main(readers: Mapping[str, Reader]) -> None:
    """Answer the one request on standard input."""
    _die_with_parent()
    request = read_request(sys.stdin.buffer.read())
    out = _own_pipe()
    apply_limits(request.limits)
    try:
        data = _encode(_answer(request, readers))
    except MemoryError:
        os._exit(MEMORY_EXIT)
    _write(out, data)
    os._exit(0)  # skips the parsers' own clean-up, which has hung on damaged files


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


def _own_pipe() -> int:
    """Keep the answer's pipe apart, so that nothing a parser prints can get into the answer."""
    out = os.dup(1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.close(nothing)
    return out


def _write(out: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(out, rest) :]


def _die_with_parent() -> None:
    """If the program is killed, its reader goes with it (Linux; elsewhere the processor-time limit ends it)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


if __name__ == "__main__":
    main(READERS)
