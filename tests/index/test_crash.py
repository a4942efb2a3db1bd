"""``kill -9`` at random moments while memos are added: nothing acknowledged is lost, and nothing is left half-done."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

KILLS = 20
ROOT = Path(__file__).parents[2]


@pytest.fixture
def worker() -> Iterator["Worker"]:
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("crash_worker.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    yield Worker(process)
    process.kill()
    process.communicate()


class Worker:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin
        assert process.stdout
        self._in, self._out = process.stdin, process.stdout
        assert self._line() == "ready"

    def add_and_kill(self, folder: Path, *, first: int, after: float) -> dict[str, str]:
        """What was acknowledged: ``{memo: sha256}``, the last one of each."""
        self._in.write(f"add {folder} {first}\n")
        child = int(self._line().split()[1])
        threading.Thread(target=lambda: (time.sleep(after), os.kill(child, signal.SIGKILL))).start()
        return dict(line.split()[1:] for line in self._until_ended())

    def verify(self, folder: Path) -> dict:
        self._in.write(f"verify {folder}\n")
        return json.loads(next(iter(list(self._until_ended()))))

    def _until_ended(self) -> Iterator[str]:
        while (line := self._line()) != "ended":
            yield line

    def _line(self) -> str:
        return self._out.readline().strip()


def test_twenty_kills_lose_nothing(worker: Worker, tmp_path: Path) -> None:
    folder, chance = tmp_path / "library", random.Random(2026)
    acknowledged: dict[str, str] = {}
    first = 0
    for _ in range(KILLS):
        told = worker.add_and_kill(folder, first=first, after=chance.uniform(0.02, 1.2))
        acknowledged |= told
        first += len(told)
        found = worker.verify(folder)
        assert found["faults"] == []
        # The memo that was under way may be there or not, and may be a newer version than the last one acknowledged.
        differing = {memo for memo, sha256 in acknowledged.items() if found["memos"].get(memo) != sha256}
        assert len(differing) <= 1
        assert acknowledged.keys() <= found["memos"].keys()
        acknowledged = found["memos"]
    assert len(acknowledged) > KILLS
