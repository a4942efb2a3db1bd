"""What counts as a figure in a cell, and which figures only number the columns."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_FIGURE = re.compile(
    r"[-–—+<>≤≥~±(]{0,3}(?:US|C|A)?[$€£¥]?\(?[-–]?\d[\d,.]{0,20}(?:[/:]\d{1,4})?\s?[%)KMBkmx]{0,3}[*†‡]{0,2}"
)
_NO_FIGURE = re.compile(r"[-–—]{1,3}|n/?a|N/?A|\$|€|£|\.{2,3}|TBD")


@lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """``1,250``, ``$4.2M``, ``(300)``, ``85%``, ``7/14``, and the signs that stand for no figure: ``-``, ``N/A``."""
    return bool(_FIGURE.fullmatch(text) or _NO_FIGURE.fullmatch(text))


def is_year(text: str) -> bool:
    """A bare year names a column as often as it counts something."""
    return text.isdecimal() and 1900 <= int(text) <= 2100


def counts_columns(texts: Sequence[str]) -> bool:
    """``(1)``, ``(2)``, ``(3)``: the columns are numbered, nothing is counted."""
    numbers = [text.strip("()[]") for text in texts]
    digits = len(numbers) >= 3 and all(number.isdecimal() and len(number) < 3 for number in numbers)
    return digits and int(numbers[0]) in (1, 2) and all(int(b) - int(a) == 1 for a, b in pairwise(numbers))
