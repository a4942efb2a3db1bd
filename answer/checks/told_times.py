"""The days and periods of a sentence, read once for all the checks that ask for them."""

from functools import lru_cache

from extract.language.dates import PeriodSpan, find_periods


@lru_cache(maxsize=8_192)
def sentence_periods(text: str) -> tuple[PeriodSpan, ...]:
    """``from July 2031 to June 2033`` -> its periods; a sentence without a figure has none worth asking for."""
    return find_periods(text) if any(char.isdigit() for char in text) else ()
