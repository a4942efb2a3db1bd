"""From files to documents, several at a time and in order; a file that fails never ends a batch."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TypeVar

from ingest.read import read_file
from records.document import Document
from records.errors import InputError
from records.settings import Settings

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 2
"""How many files a job may be ahead of the reader of the results: bounds memory on folders of thousands."""


def map_in_order(work: Callable[[Item], Result], items: Iterable[Item], *, jobs: int) -> Iterator[Result]:
    """``work`` over ``items`` in ``jobs`` threads, results in the order of the items, never far ahead of the consumer.

    Threads suffice: the reading itself happens in a process of its own for each file.
    """
    remaining = iter(items)
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        pending: deque[Future[Result]] = deque(pool.submit(work, item) for item in islice(remaining, jobs * AHEAD))
        while pending:
            result = pending.popleft().result()
            pending.extend(pool.submit(work, item) for item in islice(remaining, 1))
            yield result


def read_or_error(path: Path, *, settings: Settings) -> Document | InputError:
    """The document, or why there is none."""
    try:
        return read_file(path, settings=settings)
    except InputError as error:
        return error
