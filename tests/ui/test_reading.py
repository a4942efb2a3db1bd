"""Work over many files keeps their order, whatever finishes first, and never runs far ahead."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.reading import AHEAD, map_in_order


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 3), max_size=12), st.integers(1, 4))
def test_results_come_in_the_order_of_the_items(delays: list[int], jobs: int) -> None:
    def work(item: tuple[int, int]) -> int:
        time.sleep(item[1] / 1000)
        return item[0]

    assert list(map_in_order(work, list(enumerate(delays)), jobs=jobs)) == list(range(len(delays)))


def test_work_does_not_run_far_ahead_of_its_consumer() -> None:
    begun = []

    def work(item: int) -> int:
        begun.append(item)
        return item

    results = map_in_order(work, range(1000), jobs=2)
    assert next(results) == 0
    time.sleep(0.05)
    assert len(begun) <= 2 * AHEAD + 1
    results.close()
