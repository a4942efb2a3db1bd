"""The reader process with readers that misbehave on demand; a program of its own, run by ``test_worker.py``."""

import os
import signal
import sys
import time
from pathlib import Path

from ingest.messages import ReadRequest
from ingest.worker import main
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


def floods(request: ReadRequest) -> Document:
    return document(request, "x" * (3 << 20))


def prints(request: ReadRequest) -> Document:
    print("not part of the answer", flush=True)
    sys.stderr.write("nor is this\n")
    return document(request, "read all the same")


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


if __name__ == "__main__":
    main({name: value for name, value in globals().items() if callable(value)})
