"""Servers that wait for the next file: kept for whoever asks next, in any thread, and not for long.

Each costs memory, so only a few are kept, the last used is taken first, and one that nobody needed for a while is
ended. None outlives this process.
"""

import atexit
import os
import threading
import time
from collections.abc import Sequence

from ingest.client import Server

MOST_KEPT = 8
KEPT_SECONDS = 30.0


class IdleServers:
    def __init__(self, *, most: int = MOST_KEPT, seconds: float = KEPT_SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._lock = threading.Lock()
        self._resting: list[tuple[float, Server]] = []
        self._sweeper: threading.Timer | None = None

    def take(self, program: Sequence[str]) -> Server | None:
        """A server that runs ``program`` and has nothing to do, if there is one."""
        with self._lock:
            for entry in reversed(self._resting):
                if entry[1].program == tuple(program):
                    self._resting.remove(entry)
                    return entry[1]
        return None

    def give(self, server: Server) -> None:
        """Keep ``server`` for the next request, or end it if it is not sound or one too many."""
        with self._lock:
            keeps = server.sound and len(self._resting) < self._most
            if keeps:
                self._resting.append((time.monotonic(), server))
                self._sweep_later()
        if not keeps:
            server.end()

    def end_all(self) -> None:
        self._end_resting_since(float("inf"))

    def forget_all(self) -> None:
        """In a fork of this process, which shares no server with it, and whose lock may be held by no one."""
        self._lock = threading.Lock()
        self._sweeper = None
        while self._resting:
            self._resting.pop()[1].forget()

    def _sweep_later(self) -> None:
        if self._sweeper is None:
            self._sweeper = threading.Timer(self._seconds, self._sweep)
            self._sweeper.daemon = True
            self._sweeper.start()

    def _sweep(self) -> None:
        self._end_resting_since(time.monotonic() - self._seconds)
        with self._lock:
            self._sweeper = None
            if self._resting:
                self._sweep_later()

    def _end_resting_since(self, moment: float) -> None:
        with self._lock:
            ending = [server for since, server in self._resting if since <= moment]
            self._resting = [entry for entry in self._resting if entry[0] > moment]
        for server in ending:
            server.end()


IDLE = IdleServers()
atexit.register(IDLE.end_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=IDLE.forget_all)
