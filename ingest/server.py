"""The reader's server: imports the parsers once and forks a child for each file, which starts with all of them loaded.

It reads requests, a line each, on standard input and answers in frames on standard output, one after another. It opens
no file and parses nothing but our own requests: what a file can break is the child that reads it. It ends when its
client does. Run as ``python -m ingest.server``.
"""

import contextlib
import gc
import importlib
import os
import select
import signal
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from ingest.frames import ONCE, PIECE, piece_to_frame, status_to_frame
from ingest.messages import RenderRequest, Request, read_request
from ingest.readers import PARSERS, READERS, Reader
from ingest.worker import die_with_parent, request_to_answer, write_all

_FAILED = 1


class _ClientIsGone(Exception):
    """Nobody waits for the answer any more."""


def serve(readers: Mapping[str, Reader], *, parsers: Mapping[str, Sequence[str]], once: bool) -> NoReturn:
    """Answer requests until there are no more; ``once`` is for systems without a fork: one request, by itself."""
    requests, answers = _own_pipes()
    with open(requests, "rb") as lines:  # noqa: PTH123  an open handle, no path
        for line in lines:
            request = read_request(line)
            import_once(("resource", *_needed(request, parsers)))
            if once:
                write_all(answers, piece_to_frame(request_to_answer(request, readers)) + status_to_frame(0))
                break
            try:
                _answer_from_child(request, readers, requests=requests, answers=answers)
            except (_ClientIsGone, BrokenPipeError):
                os.killpg(os.getpid(), signal.SIGKILL)  # the child too, with whatever it may have started
    os._exit(0)  # skips the parsers' own clean-up


def _own_pipes() -> tuple[int, int]:
    """Keep requests and answers apart from what a parser may read or print."""
    pipes = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return pipes


def _needed(request: Request, parsers: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if isinstance(request, RenderRequest):
        return parsers.get("picture", ())
    return parsers.get(f"{request.media} {request.part}", parsers.get(request.media, ()))


def import_once(modules: Sequence[str]) -> None:
    """For all children to come. What is imported must not start threads: a child would miss them."""
    gc.disable()  # it would only slow the imports down
    for module in modules:
        with contextlib.suppress(ImportError):  # the child will meet it too, and there it becomes an answer
            importlib.import_module(module)
    gc.freeze()  # or a collection in the child would touch, and so copy, all of it
    gc.enable()


def _answer_from_child(request: Request, readers: Mapping[str, Reader], *, requests: int, answers: int) -> None:
    source, sink = os.pipe()
    server = os.getpid()
    child = os.fork()
    if child == 0:
        try:
            for not_its_own in (requests, answers, source):
                os.close(not_its_own)
            die_with_parent(server)
            write_all(sink, request_to_answer(request, readers))
            os._exit(0)
        finally:
            os._exit(_FAILED)  # never back into the server's loop
    os.close(sink)
    _hand_on(source, requests=requests, answers=answers)
    os.close(source)
    _, status = os.waitpid(child, 0)
    write_all(answers, status_to_frame(os.waitstatus_to_exitcode(status)))


def _hand_on(source: int, *, requests: int, answers: int) -> None:
    """What the child writes, until it ends. A client says nothing while it waits: if it is heard, it is gone."""
    while True:
        ready, _, _ = select.select([source, requests], [], [])
        if requests in ready:
            raise _ClientIsGone
        piece = os.read(source, PIECE)
        if not piece:
            return
        write_all(answers, piece_to_frame(piece))


if __name__ == "__main__":
    serve(READERS, parsers=PARSERS, once=ONCE in sys.argv)
