"""When do two dates of the same thing contradict each other?"""

import re
from datetime import date

from answer.comparison.names import fold_name
from records.values import Period

_NUMERIC = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$")


def periods_differ(old: Period, new: Period) -> bool:
    """``2024`` and ``June 2024`` do not contradict each other; nor do ``03/04/2027`` and ``2027-04-03``."""
    if old.last is None or new.last is None:
        return _unsettled_differ(old, new)
    if old.first is None or new.first is None:
        return old.last != new.last
    return not (old.first <= new.first and new.last <= old.last) and not (
        new.first <= old.first and old.last <= new.last
    )


def _unsettled_differ(old: Period, new: Period) -> bool:
    """Of dates that could be read two ways, those differ that have no reading in common."""
    before, after = _readings(old), _readings(new)
    if before and after:
        return before.isdisjoint(after)
    return (old.first, old.last) != (new.first, new.last) or fold_name(old.text) != fold_name(new.text)


def _readings(period: Period) -> frozenset[date]:
    """A day, or both days that ``03/04/2027`` may be."""
    if period.last is not None:
        return frozenset({period.last}) if period.first == period.last else frozenset()
    match = _NUMERIC.match(period.text)
    if match is None:
        return frozenset()
    one, other, year = (int(number) for number in match.groups())
    return frozenset(day for order in ((one, other), (other, one)) if (day := _day(year, *order)) is not None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
