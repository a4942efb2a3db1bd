"""A scripted endpoint on loopback, spoken to over real HTTP, and small answers as the product finds them."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from records.answer import Answer, Question
from records.place import Place
from records.settings import Settings


class ScriptedServer(ThreadingHTTPServer):
    """Answers each request by the next of ``script`` (the last one again and again) and keeps what it was sent.

    A step is text (told as a model tells it), a dict (``status``, ``headers``, ``body``), or a function that writes to
    the socket itself.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: list[str | dict[str, object] | Callable[[BaseHTTPRequestHandler], None]] = ["nothing"]
        self.requests: list[tuple[dict[str, str], dict[str, object]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is what some tests are about."""

    def sent(self) -> dict[str, object]:
        """The data of the last request, as its user message gives it."""
        _, body = self.requests[-1]
        (message,) = (m for m in body["messages"] if m["role"] == "user")
        return json.loads(message["content"])


class _Handler(BaseHTTPRequestHandler):
    server: ScriptedServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append((dict(self.headers), body))
        script = self.server.script
        step = script.pop(0) if len(script) > 1 else script[0]
        if callable(step):
            step(self)
            self.close_connection = True
            return
        told = step if isinstance(step, dict) else {"body": completion(step)}
        self._reply(told)

    def _reply(self, told: dict[str, object]) -> None:
        body = str(told.get("body", "")).encode()
        self.send_response(int(told.get("status", 200)))
        for name, value in {"Content-Length": str(len(body)), **told.get("headers", {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def completion(text: object) -> str:
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": {"content": text}}]})


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then: every read is in time, the answer never is."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    with suppress(OSError):
        for _ in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def settings(server: ScriptedServer) -> Settings:
    return Settings(rephrase_url=server.url, rephrase_model="scripted-7b", rephrase_seconds=5.0, rephrase_retries=0)


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answer(
    text: str, *, question: str = "What does the memo say?", quotes: tuple[str, ...] = (), **more: object
) -> Answer:
    """As found; ``quotes`` are the cited words, by default the text itself."""
    places = tuple(
        Place(memo="m-1", file="elm.md", page=1, box=None, section=None, quote=quote, sha256="0" * 64)
        for quote in quotes or (text,)
    )
    fields = {"outcome": "answered", "method": "record", "as_of": date(2031, 5, 20), "confidence": 0.9, **more}
    return Answer(question=Question(text=question), text=text, citations=places, **fields)


@pytest.fixture
def found() -> Callable[..., Answer]:
    return answer


@pytest.fixture
def dripping() -> Callable[[BaseHTTPRequestHandler], None]:
    return drip
