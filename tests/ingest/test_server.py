"""The server serves file after file and ends with those who need it; none is left running, none answers for another."""

import contextlib
import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.client import Server
from ingest.idle import IDLE, IdleServers
from ingest.limits import Limits
from ingest.messages import ReadRequest, to_json
from ingest.readers import PARSERS, READERS
from records.document import Document
from records.errors import InputError, ReaderDied

Ask = Callable[..., Document]

PROGRAM = Path(__file__).with_name("misbehaving_worker.py")
ROOT = Path(__file__).parents[2]
LIMITS = Limits(seconds=20.0, megabytes=512)
CLIENT = f"""
from ingest.isolation import ask_worker
from ingest.limits import Limits
from ingest.messages import ReadRequest
for media in {{media}}:
    request = ReadRequest(path="/input", name="a", sha256="", media=media, max_pages=1,
                          limits=Limits(seconds=60, megabytes=512))
    ask_worker(request, program=({str(PROGRAM)!r},))
    print("read", flush=True)
"""

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc and fork")


@pytest.fixture(autouse=True)
def _no_server_rests() -> Iterator[None]:
    IDLE.end_all()
    yield
    IDLE.end_all()


def pid_of_server(ask: Ask) -> int:
    return int(ask("server").blocks[0].text)


def running() -> set[int]:
    """The processes that run our program, as servers or as readers."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue  # it ended while we looked
            if str(PROGRAM).encode() in command.split(b"\0"):
                found.add(int(entry.name))
    return found


def until(true: Callable[[], bool], *, seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


@pytest.mark.parametrize("reader", ["dies", "is_killed", "swallows_memory", "leaves_early", "refuses", "prints"])
def test_a_reader_s_death_is_not_its_server_s(reader: str, ask: Ask) -> None:
    before = pid_of_server(ask)
    with contextlib.suppress(InputError):  # which one, test_worker.py tells
        ask(reader)
    assert pid_of_server(ask) == before


@pytest.mark.parametrize("reader", ["sleeps", "loops", "leaves_a_child", "floods", "kills_the_server"])
def test_a_server_that_did_not_finish_goes_with_all_that_it_started(reader: str, ask: Ask) -> None:
    before = pid_of_server(ask)
    with pytest.raises(ReaderDied):
        ask(reader, seconds=1.0)
    assert until(lambda: not running())
    assert pid_of_server(ask) != before


def test_a_server_that_was_killed_while_it_rested_is_replaced(ask: Ask) -> None:
    before = pid_of_server(ask)
    os.kill(before, signal.SIGKILL)
    assert pid_of_server(ask) != before


def test_threads_have_servers_of_their_own_and_get_their_own_answers(ask: Ask) -> None:
    names = [f"memo {number}.txt" for number in range(80)]
    with ThreadPoolExecutor(max_workers=8) as pool:
        documents = list(pool.map(lambda name: ask("prints", name=name), names))
    assert [document.file for document in documents] == names
    assert 1 <= len(running()) <= 8


def started_client(*media: str) -> "subprocess.Popen[bytes]":
    code = CLIENT.format(media=media)
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)


@pytest.mark.parametrize("media", [("prints", "sleeps"), ("prints", "leaves_a_child")])
def test_no_server_or_reader_outlives_a_killed_client(media: tuple[str, ...]) -> None:
    with started_client(*media) as client:
        assert client.stdout is not None
        assert client.stdout.readline() == b"read\n"
        assert until(lambda: len(running()) > 1), "the second file is being read"
        client.kill()
    assert until(lambda: not running())


def test_no_server_outlives_a_client_that_ends() -> None:
    with started_client("prints") as client:
        assert client.wait(20) == 0
    assert until(lambda: not running())


def test_a_reader_goes_with_its_server() -> None:
    server = Server((str(PROGRAM),))
    with ThreadPoolExecutor() as pool:
        pool.submit(server.ask, request("sleeps"), limits=LIMITS)
        assert until(lambda: len(running()) == 2)
        os.kill(min(running()), signal.SIGKILL)
    assert until(lambda: not running())
    server.end()


def request(media: str) -> bytes:
    return to_json(ReadRequest(path="/input", name="a", sha256="", media=media, max_pages=1, limits=LIMITS)) + b"\n"


def rested(idle: IdleServers) -> Server:
    server = Server((str(PROGRAM),))
    server.ask(request("prints"), limits=LIMITS)
    idle.give(server)
    return server


def test_only_a_few_servers_rest_and_the_last_used_is_taken_first() -> None:
    idle = IdleServers(most=2)
    first, second, third = rested(idle), rested(idle), rested(idle)
    assert [server.has_ended() for server in (first, second, third)] == [False, False, True]
    assert idle.take(("another.py",)) is None
    assert idle.take((str(PROGRAM),)) is second
    second.end()
    idle.end_all()
    assert first.has_ended()


def test_a_server_that_nobody_needs_is_ended_after_a_while() -> None:
    idle = IdleServers(seconds=0.2)
    rested(idle)
    assert until(lambda: not running())
    assert idle.take((str(PROGRAM),)) is None


def test_a_fork_of_the_client_leaves_its_servers_alone(ask: Ask) -> None:
    before = pid_of_server(ask)
    child = os.fork()
    if child == 0:
        os._exit(0 if IDLE.take((str(PROGRAM),)) is None else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert pid_of_server(ask) == before


def test_no_file_handle_is_left_open(ask: Ask) -> None:
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for reader in ("prints", "dies", "floods"):
        with contextlib.suppress(ReaderDied):
            ask(reader)
    ask("prints")
    IDLE.end_all()
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


def test_a_server_imports_what_its_files_need_and_no_more(ask: Ask) -> None:
    assert "pdfplumber" not in ask("markdown").blocks[0].text.split()
    assert "markdown_it" in ask("text").blocks[0].text.split(), "the server has kept what the file before needed"
    assert "pdfplumber" in ask("pdf").blocks[0].text.split()


def test_a_server_has_one_thread_whatever_it_imports(ask: Ask) -> None:
    threads = {media: ask(media).blocks[0].text.split()[0] for media in READERS}
    assert set(threads.values()) == {"1"}, "a child would miss the others, and the locks they hold"


@pytest.mark.parametrize("module", sorted({module for modules in PARSERS.values() for module in modules}))
def test_what_a_server_imports_is_there(module: str) -> None:
    assert importlib.util.find_spec(module) is not None


LOADED_LATE = """
import sys
from ingest.limits import Limits
from ingest.messages import ReadRequest, to_json
from ingest.readers import PARSERS, READERS
from ingest.server import import_once
path, media, part = sys.argv[1:]
import_once(PARSERS.get(f"{media} {part}", PARSERS[media]))
before = set(sys.modules)
to_json(READERS[media](ReadRequest(path=path, name="a", sha256="", media=media, max_pages=9, part=part,
                                   limits=Limits(seconds=60, megabytes=512))))
print(*{name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names))
"""


@pytest.mark.parametrize("media", ["pdf tables", "pdf all", "markdown all", "text all"])
def test_a_reader_finds_its_parsers_imported(media: str, tmp_path: Path) -> None:
    path = tmp_path / "input"
    if media.startswith("pdf"):
        canvas = Canvas(str(path))
        canvas.grid([72, 172, 272], [600, 620, 640])
        for x, y, text in ((80, 626, "Pier"), (180, 626, "Opens"), (80, 606, "North"), (180, 606, "May 3")):
            canvas.drawString(x, y, text)
        canvas.drawString(72, 700, "The north pier opens in May.")
        canvas.save()
    else:
        path.write_text("# Piers\n\n| Pier | Opens |\n|---|---|\n| North | May |\n", encoding="utf-8")
    command = [sys.executable, "-c", LOADED_LATE, str(path), *media.split()]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.split() == [], "imported again in each child: a line in PARSERS is missing"
