"""Does a memo name all of its open projects? Where it counts more than it names, absence proves little.

A memo that oversees 24 projects and lists the two in trouble says nothing of the other 22: a project that the next
memo leaves out may be one of those.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.checks.partial_lists import declares_part
from answer.checks.status_counts import count_projects
from answer.comparison.changes import is_open
from answer.comparison.statements import Statement
from records.comparison import StatedCount
from records.memo import Memo


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """``share`` is how much of a claim of absence is left, ``reason`` why some of it is not."""

    share: float = 1.0
    reason: str | None = None


SURE = Doubt()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """``unnamed`` is how many open projects are counted and not named; ``partial`` whether there are, or may be, any
    such."""

    stated: StatedCount | None = None
    unnamed: int = 0
    partial: bool = False

    def doubt(self, absent: int, which: str) -> Doubt:
        """Whether one of ``absent`` projects may be among those that the memo does not name.

        ``the later memo names 2 of its 24 projects: it may be among the others``
        """
        if not self.partial or not absent:
            return SURE
        if self.stated is None or not self.unnamed:
            return Doubt(share=0.5, reason=f"the {which} memo says that it lists only some of its projects")
        named = f"the {which} memo names {self.stated.named} of its {self.stated.stated} projects"
        return Doubt(share=absent / (absent + self.unnamed), reason=f"{named}: it may be among the others")


def memo_to_listing(memo: Memo, statements: Sequence[Statement]) -> Listing:
    """``statements`` are the memo's own."""
    totals = count_projects(memo, statements)
    named = sum(is_open(project) for project in memo.projects)
    stated = None
    if totals.total is not None and totals.places:
        stated = StatedCount(stated=totals.total, named=named, places=totals.places)
    unnamed = max(0, stated.stated - named) if stated else 0
    whole = stated is not None and unnamed == 0
    return Listing(
        stated=stated, unnamed=unnamed, partial=unnamed > 0 or (not whole and declares_part(memo, statements))
    )
