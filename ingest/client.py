"""A server process as its client sees it: started, asked, ended.

One request at a time. A server that was late, said too much or broke off is never asked again.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from ingest.frames import ONCE, read_answer
from ingest.limits import Limits


class ServerEnded(Exception):
    """The server itself ended before it had answered, with this exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Server:
    """``program`` is what follows the interpreter on the command line. ``sound`` says that it may be asked again."""

    def __init__(self, program: Sequence[str]) -> None:
        self.program = tuple(program)
        self.sound = False
        self._late = False
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module; no part of the command is input
            [sys.executable, "-P", "-X", "utf8", *program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd=os.sep,
            start_new_session=True,
        )

    def ask(self, request: bytes, *, limits: Limits) -> tuple[bytes, int]:
        """What the reader of the file wrote, and its exit status; ``request`` is one line.

        Raises ``TimeoutError`` or ``OverflowError`` over the limits, ``ServerEnded`` if nobody was there to answer.
        """
        self.sound = False
        with self._killed_after(limits.seconds):
            answer = self._exchange(request, most=limits.output_megabytes * 1024 * 1024)
        if self._late:
            raise TimeoutError
        if answer is None:
            raise ServerEnded(self._process.returncode)
        self.sound = ONCE not in self.program
        return answer

    def _exchange(self, request: bytes, *, most: int) -> tuple[bytes, int] | None:
        """The answer; ``None`` where the server ends instead."""
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None
        assert answers is not None
        try:
            requests.write(request)
            requests.flush()
            return read_answer(answers, most=most)
        except (BrokenPipeError, EOFError):
            self._process.wait()
            return None

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[None]:
        timer = Timer(seconds, self._kill_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # or it might strike during the next request

    def _kill_late(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        """Kill the server with its children and all they have started: they are one process group."""
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def end(self) -> None:
        if not self.has_ended():
            self._kill()
            self._process.wait()
        self._close()

    def forget(self) -> None:
        """Give up this process's copies of the pipes: after a fork, the server is still the parent's."""
        self._process.returncode = 0
        self._close()

    def _close(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with contextlib.suppress(BrokenPipeError):  # what was not yet written goes nowhere
                pipe.close()


def _environment() -> dict[str, str]:
    """Nothing of the user's environment but where libraries lie: no ``CMAP_PATH``, no proxy, no credentials.

    Libraries for arithmetic are told to start no threads: none of them would live on in a forked child.
    """
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    root = Path(__file__).resolve().parents[1]
    ours = {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
    return {**kept, **ours}
