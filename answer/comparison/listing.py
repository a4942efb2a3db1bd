"""Does a memo name all of its open projects? Where it counts more than it names, absence proves nothing.

A memo that oversees 24 projects and lists the two in trouble says nothing of the other 22: a project that the next
memo leaves out may be one of those.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answer.checks.numbers import WHOLE, whole_number
from answer.checks.partial_lists import declares_part
from answer.checks.status_counts import count_projects
from answer.comparison.changes import is_open
from answer.comparison.exceptions import reports_exceptions
from answer.comparison.statements import Statement
from records.comparison import Pairing, StatedCount
from records.document import UNREAD_PROJECTS
from records.memo import Memo

_OTHERS = re.compile(
    rf"\b(?:all (?:of )?(?:the )?|the )?(?:other|remaining) (?:(?P<count>{WHOLE}) )?(?:[a-z]+ ){{0,2}}?"
    r"(?:projects|programmes|programs|schemes|initiatives|efforts)\s"
    r"(?:all |currently |still )?(?:remain|are|continue|stay|proceed)\b",
    re.IGNORECASE,
)


_MADE_OF = re.compile(
    r"\b(?:consists? of|compris(?:es|ing)|made up of|contains|covers|manag(?:es|ing)|oversees|tracks|carries) "
    rf"(?:a total of )?(?P<count>{WHOLE}) (?:[a-z-]+ ){{0,3}}?"
    r"(?:projects|programmes|programs|schemes|initiatives)\b(?! (?:completed|finished|closed))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """``share`` is how much of a claim of absence is left, ``reason`` why some of it is not. ``covered`` says that all
    who are absent may be among those that are counted and not named: then there is no claim at all."""

    share: float = 1.0
    reason: str | None = None
    covered: bool = False


SURE = Doubt()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """``unnamed`` is how many open projects are counted and not named; ``partial`` whether there are, or may be, any
    such, ``by_rule`` whether the memo says which it leaves out. ``unread`` says what of the memo was not read."""

    stated: StatedCount | None = None
    unnamed: int = 0
    partial: bool = False
    by_rule: bool = False
    unread: Literal["", "all", "part", "picture"] = ""

    def doubt(self, absent: int, which: str, *, of: int) -> Doubt:
        """Whether one of ``absent`` projects, of so many that the other memo has, may be among those that the memo does
        not name.

        ``the later memo names 2 of its 24 projects: it may be among the others``
        """
        if not absent:
            return SURE
        if self.stated is not None and self.unnamed:
            named = f"the {which} memo names {self.stated.named} of its {self.stated.stated} projects"
            return Doubt(
                share=absent / (absent + self.unnamed),
                reason=f"{named}: it may be among the others",
                covered=self.unnamed >= absent,
            )
        if self.partial:
            reason = f"the {which} memo says that it lists only some of its projects"
            return Doubt(share=0.5, reason=reason, covered=self.by_rule)
        lost = {"": False, "all": of >= _FEW, "part": True, "picture": of >= _FEW and 2 * absent > of}
        if not lost[self.unread]:
            return SURE
        return Doubt(share=0.5, reason=_UNREAD[self.unread].format(which), covered=self.unread == "all")


_FEW = 3
_UNREAD = {
    "all": "no list of projects was found in the {} memo",
    "part": "part of the {} memo was not read",
    "picture": "a picture in the {} memo was not read",
}


def doubt_to_note(doubt: Doubt, name: str | None, possible: Pairing | None) -> str | None:
    """``the later memo says that it lists only some of its projects; it may be Pier Lighting (the names are alike)``"""
    who = f"it may be {name} ({possible.note})" if possible else None
    return "; ".join(text for text in (doubt.reason, who) if text) or None


def memo_to_listing(memo: Memo, statements: Sequence[Statement]) -> Listing:
    """``statements`` are the memo's own."""
    totals = count_projects(memo, statements)
    named = sum(is_open(project) for project in memo.projects)
    stated = _others(memo, statements, named) or _made_of(statements, named)
    if totals.total is not None and totals.places:
        stated = StatedCount(stated=totals.total, named=named, places=totals.places)
    unnamed = max(0, stated.stated - named) if stated else 0
    whole = stated is not None and unnamed == 0
    by_rule = not whole and reports_exceptions(memo, statements)
    return Listing(
        stated=stated,
        unnamed=unnamed,
        partial=unnamed > 0 or by_rule or (not whole and declares_part(memo, statements)),
        by_rule=by_rule,
        unread=_unread(memo, statements),
    )


def _unread(memo: Memo, statements: Sequence[Statement]) -> Literal["", "all", "part", "picture"]:
    if not memo.projects and statements:
        return "all"
    if any(problem.loses_text or problem.kind == UNREAD_PROJECTS for problem in memo.problems):
        return "part"
    return "picture" if any(problem.kind == "picture" for problem in memo.problems) else ""


def _made_of(statements: Sequence[Statement], named: int) -> StatedCount | None:
    """``The programme consists of nine schemes``, where no other sentence gives another number."""
    found = [(s, whole_number(m["count"])) for s in statements if (m := _MADE_OF.search(s.text))]
    if len({count for _, count in found}) != 1:
        return None
    statement, count = found[0]
    return StatedCount(stated=count, named=named, places=statement.places)


def _others(memo: Memo, statements: Sequence[Statement], named: int) -> StatedCount | None:
    """``All other six projects remain on schedule``, where the memo does not name as many that do."""
    good = sum(project.status == "green" for project in memo.projects)
    for statement in statements:
        match = _OTHERS.search(statement.text)
        if match and match["count"] and whole_number(match["count"]) > good:
            return StatedCount(stated=named + whole_number(match["count"]), named=named, places=statement.places)
    return None
