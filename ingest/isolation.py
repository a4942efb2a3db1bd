"""Has a file read apart from this process, and turns each possible end of that into an answer or a named error.

A parser of untrusted bytes may loop, swallow memory, die in C++ or answer nonsense. It does so in a process of its own,
which a server forks for the one file, with an empty environment; the worst it can do is to fail that file.
"""

import contextlib
import os
import signal
from collections.abc import Sequence

import msgspec

from ingest.client import Server, ServerEnded
from ingest.frames import ONCE
from ingest.idle import IDLE
from ingest.limits import MEMORY_EXIT, Limits
from ingest.messages import FailureReply, Reply, Request, read_reply, to_json
from records.errors import InputError, ReaderDied

SERVER = ("-m", "ingest.server") if hasattr(os, "fork") else ("-m", "ingest.server", ONCE)
_DEATHS = frozenset({"timeout", "memory", "crash", "output"})


def ask_worker(request: Request, *, program: Sequence[str] = SERVER) -> Reply:
    """The worker's reply to ``request``. Raises ``InputError`` for a bad file, ``ReaderDied`` for a dead reader."""
    answer = _run(request, program)
    try:
        reply: Reply = read_reply(answer)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _died("crash", request.name, request.limits) from error
    if isinstance(reply, FailureReply):
        kind = ReaderDied if reply.code in _DEATHS else InputError
        raise kind(reply.message, code=reply.code)
    return reply


def _run(request: Request, program: Sequence[str]) -> bytes:
    rested = IDLE.take(program)
    if rested is not None:
        with contextlib.suppress(ServerEnded):  # perhaps while it rested, so ask once more
            return _ask(rested, request)
    try:
        return _ask(Server(program), request)
    except ServerEnded as error:
        raise _died(_status_to_code(error.status), request.name, request.limits) from error


def _ask(server: Server, request: Request) -> bytes:
    try:
        answer, status = server.ask(to_json(request) + b"\n", limits=request.limits)
    except TimeoutError as error:
        raise _died("timeout", request.name, request.limits) from error
    except OverflowError as error:
        raise _died("output", request.name, request.limits) from error
    finally:
        IDLE.give(server)
    if status != 0:
        raise _died(_status_to_code(status), request.name, request.limits)
    return answer


def _status_to_code(status: int) -> str:
    """Processor time ends with SIGXCPU; a SIGKILL that we did not send is the system's, short of memory.

    SIGABRT is how the C++ inside PDFium gives up when an allocation fails.
    """
    if status in (MEMORY_EXIT, -signal.SIGKILL, -signal.SIGABRT):
        return "memory"
    return "timeout" if status == -signal.SIGXCPU else "crash"


def _died(code: str, name: str, limits: Limits) -> ReaderDied:
    what = {
        "timeout": f"{name} was not read within {limits.seconds:g} seconds. If the file is sound, give it more time "
        "(MEMOLENS_READ_SECONDS).",
        "memory": f"{name} needs more than {limits.megabytes} MiB of memory to read. If the file is sound, allow more "
        "(MEMOLENS_READ_MEGABYTES).",
        "crash": f"{name} made the reader crash. Open it in a viewer, save it anew and try again.",
        "output": f"{name} holds more text than can be taken in ({limits.output_megabytes} MiB). Split the file.",
    }
    return ReaderDied(what[code], code=code)
