"""Work over many files, several at a time, with results in their order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 2
"""How many files a job may be ahead of the reader of the results: bounds memory on folders of thousands."""


def map_in_order(
    work: Callable[[Item], Result], items: Iterable[Item], *, jobs: int, ahead: int = AHEAD
) -> Generator[Result, None, None]:
    """``work`` over ``items`` in ``jobs`` threads, results in the order of the items, never far ahead of the consumer.

    Threads suffice: the reading itself happens in a process of its own for each file. A consumer that leaves early
    does not wait for what was begun, and nothing more is begun.
    """
    remaining = iter(items)
    pool = ThreadPoolExecutor(max_workers=jobs)
    try:
        pending: deque[Future[Result]] = deque(pool.submit(work, item) for item in islice(remaining, jobs * ahead))
        while pending:
            result = pending.popleft().result()
            pending.extend(pool.submit(work, item) for item in islice(remaining, 1))
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
