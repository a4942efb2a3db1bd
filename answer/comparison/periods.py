"""When do two dates of the same thing contradict each other?"""

from answer.comparison.names import fold_name
from records.values import Period


def periods_differ(old: Period, new: Period) -> bool:
    """``2024`` and ``June 2024`` do not contradict each other."""
    if old.last is None or new.last is None:
        return (old.first, old.last) != (new.first, new.last) or fold_name(old.text) != fold_name(new.text)
    if old.first is None or new.first is None:
        return old.last != new.last
    return not (old.first <= new.first and new.last <= old.last) and not (
        new.first <= old.first and old.last <= new.last
    )
