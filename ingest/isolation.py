"""Runs the reader process and turns each of its possible ends into an answer or a named error.

A parser of untrusted bytes may loop, swallow memory, die in C++ or answer nonsense. It does so in a process of its own,
with an empty environment, and the worst it can do is to fail one file.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import msgspec

from ingest.limits import MEMORY_EXIT, Limits
from ingest.messages import FailureReply, Reply, Request, read_reply, to_json
from records.errors import InputError, ReaderDied

WORKER = ("-m", "ingest.worker")
_DEATHS = frozenset({"timeout", "memory", "crash", "output"})
_CHUNK = 1 << 20


def ask_worker(request: Request, *, program: Sequence[str] = WORKER) -> Reply:
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
    deadline = time.monotonic() + request.limits.seconds
    process = subprocess.Popen(  # noqa: S603  our own interpreter and module; no part of the command is input
        [sys.executable, "-P", "-X", "utf8", *program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd=Path(request.path).parent,
        start_new_session=True,
    )
    try:
        _send(process.stdin, to_json(request))
        answer = _collect(process.stdout, request, deadline)
        status = process.wait(max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired as error:
        raise _died("timeout", request.name, request.limits) from error
    finally:
        _end(process)
    if status != 0:
        raise _died(_status_to_code(status), request.name, request.limits)
    return answer


def _environment() -> dict[str, str]:
    """Nothing of the user's environment but where libraries lie: no ``CMAP_PATH``, no proxy, no credentials."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    root = Path(__file__).resolve().parents[1]
    return {**kept, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}


def _send(pipe: IO[bytes] | None, data: bytes) -> None:
    assert pipe is not None
    try:
        pipe.write(data)
        pipe.close()
    except BrokenPipeError:
        return  # it died before it was asked; its exit status tells why


def _collect(pipe: IO[bytes] | None, request: Request, deadline: float) -> bytes:
    """Everything the worker says until it closes its end, within the time and the size allowed."""
    assert pipe is not None
    most = request.limits.output_megabytes * 1024 * 1024
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise _died("timeout", request.name, request.limits)
            chunk = os.read(pipe.fileno(), _CHUNK)
            if not chunk:
                return bytes(answer)
            answer += chunk
            if len(answer) > most:
                raise _died("output", request.name, request.limits)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the worker with everything it may have started, unless it has ended by itself."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):  # it ended between the two calls
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None and not pipe.closed:
            with contextlib.suppress(BrokenPipeError):  # what was not yet written goes nowhere
                pipe.close()


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
        "crash": f"{name} made the reader crash. Open the file in a PDF viewer, save it anew and try again.",
        "output": f"{name} holds more text than can be taken in ({limits.output_megabytes} MiB). Split the file.",
    }
    return ReaderDied(what[code], code=code)
