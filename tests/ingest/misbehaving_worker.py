"""The reader's server with readers that misbehave on demand: a program of its own, run by the tests beside it.

With ``--once`` on its command line it does as where there is no fork: it answers one request, by itself.
"""

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from ingest.frames import ONCE
from ingest.messages import ReadRequest
from ingest.readers import PARSERS
from ingest.server import serve
from records.document import Block, Document, Page
from records.errors import InputError


def document(request: ReadRequest, text: str) -> Document:
    return Document(
        file=request.name,
        sha256=request.sha256,
        media="text",
        pages=(Page(number=1, width=None, height=None),),
        blocks=(Block(kind="paragraph", text=text, page=1),),
    )


def loops(request: ReadRequest) -> Document:
    while True:
        pass


def sleeps(request: ReadRequest) -> Document:
    time.sleep(600)
    return document(request, "late")


def leaves_a_child(request: ReadRequest) -> Document:
    if os.fork() == 0:
        time.sleep(600)
    return sleeps(request)


def swallows_memory(request: ReadRequest) -> Document:
    held = []
    while True:
        held.append(bytearray(1 << 24))


def dies(request: ReadRequest) -> Document:
    os.kill(os.getpid(), signal.SIGSEGV)
    return document(request, "never")


def aborts(request: ReadRequest) -> Document:
    os.abort()


def is_killed(request: ReadRequest) -> Document:
    os.kill(os.getpid(), signal.SIGKILL)
    return document(request, "never")


def leaves_early(request: ReadRequest) -> Document:
    os._exit(0)


def kills_the_server(request: ReadRequest) -> Document:
    os.kill(os.getppid(), signal.SIGKILL)
    return sleeps(request)


def floods(request: ReadRequest) -> Document:
    return document(request, "x" * (3 << 20))


def prints(request: ReadRequest) -> Document:
    print("not part of the answer", flush=True)
    os.write(1, b"\x00\x00\x00\x04nor this")
    sys.stderr.write("nor is this\n")
    return document(request, "read all the same")


def writes_into_every_pipe(request: ReadRequest) -> Document:
    for handle in range(3, 64):
        with contextlib.suppress(OSError):
            os.write(handle, b"\x00\x00\x00\x00junk\n")
    return document(request, "never")


def writes_a_file(request: ReadRequest) -> Document:
    Path(request.path).with_name("written").write_text("must not succeed", encoding="utf-8")
    return document(request, "written")


def raises_type_error(request: ReadRequest) -> Document:
    raise TypeError("a bug of ours")


def recurses(request: ReadRequest) -> Document:
    return recurses(request)


def refuses(request: ReadRequest) -> Document:
    raise InputError(f"{request.name} needs a password.", code="encrypted")


def half_characters(request: ReadRequest) -> Document:
    return document(request, "Lake\ud800view")


def environment(request: ReadRequest) -> Document:
    return document(request, " ".join(sorted(os.environ)))


def server(request: ReadRequest) -> Document:
    return document(request, str(os.getppid()))


def imported(request: ReadRequest) -> Document:
    """The number of the server's threads, and what it has imported."""
    return document(request, " ".join([str(len(list(Path(f"/proc/{os.getppid()}/task").iterdir()))), *sys.modules]))


pdf = office = html = markdown = csv = text = imported


if __name__ == "__main__":
    readers = {name: value for name, value in globals().items() if callable(value)}
    serve(readers, parsers=PARSERS, once=ONCE in sys.argv)
