"""Merges and splits, as one sentence of the later memo tells them: what went into what.

The names decide. Two projects that are gone and one that is there now, in a sentence with a word for joining, are a
merger; one that is gone and two that are new, with a word for dividing, are a split. A heading may stand for a name:
"A and B were merged into this project". Where a name is missing and the lists leave two readings, nothing is claimed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answer.comparison.loose_names import LooseNames
from answer.comparison.names import fold_name, name_stems, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.facts import Project

_THING = r"(?:project|programme|program|scheme|initiative|contract|package|effort|job)"

JOINED = re.compile(
    r" (?:merge[sd]?|merging|combined(?! to (?!form|create|make|become))|combines|consolidated|consolidates|"
    r"folded (?:in|into|with)|rolled (?:in|into|up)|absorbed|absorbs|incorporated (?:in|into)|incorporates|subsumed|"
    r"joined with|(?:now|became|become|made) part of|integrated into|brought (?:together|under)|bundled|"
    r"united|unites|taken (?:over by|into|up into)|takes in|took in|swallowed|run together|"
    r"(?:continue[sd]?|managed|run|reported|delivered|handled|carried out|tracked|included) "
    r"(?:under|within|inside|as part of)|"
    r"form(?:s|ed)? (?:one|a single)|brought (?:into|inside)|includes? (?:the )?(?:work|scope|tasks) of|"
    r"(?:scope|work|tasks?|budget) (?:(?:has|have|was|were) )?(?:been )?(?:moved|transferred) (?:in)?to|"
    rf"(?:as|into|under|in|become|became|now) (?:one|a single) (?:(?:combined|joint|larger) )?{_THING}|"
    r"(?:as|into) one) "
)
"""Whatever is named, these say that something became part of something."""

_JOINED_IF_TWO = re.compile(
    rf" (?:replaces?|replaced|takes? the place|took the place|one {_THING}|single {_THING}|covers|includes|"
    r"comprises|consists of|makes? up|made up|brings together|joins|former|formerly|previously|"
    r"(?:reported|managed|run|delivered|tracked|listed|known|carried out) (?:\w+ ){0,3}?"
    r"(?:together|jointly|as|under|within)|"
    r"together (?:as|in|under|into|form|make)|became|become|in favou?r of|instead of|succeeds|succeeded by) "
)
"""These say so of two that are gone and the one that is there."""

DIVIDED = re.compile(
    r" (?:split|splits|divided|separated|broken (?:up|out|into)|carved out|spun (?:off|out)|hived off|"
    rf"(?:as|into|in) (?:two|three|four) (?:separate )?(?:new )?{_THING}s|became (?:two|three|four)|"
    rf"become (?:two|three|four)|(?:came|come|grew|grown) out of) "
)
_DIVIDED_IF_TWO = re.compile(
    r" (?:(?:delivered|managed|run|reported|tracked|carried out|procured|let|built|retendered|tendered|continued|"
    r"listed|known|rated|described) (?:\w+ ){0,6}?as|replaces?|replaced (?:by|with)|takes? the place|took the place|"
    rf"taken the place|(?:a|one) single {_THING}|one {_THING}|became|become|successors?|succeeded by|in place of|"
    r"instead of|makes? up|made up|in favou?r of|what was|formerly|in two parts) "
)
"""These say so of one that is gone and two that are new."""

_THIS = re.compile(rf" (?:this|it|its|the (?:single |former |combined |joint |whole |new )?{_THING}|here|both) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """Positions: ``gone`` and ``before`` in the earlier list, ``come`` and ``after`` in the later one; ``after`` with
    where it stands. ``heading_old`` and ``heading_new`` are what the sentence stands under."""

    before: tuple[int, ...]
    gone: tuple[int, ...]
    after: tuple[tuple[int, int], ...]
    come: tuple[int, ...]
    heading_old: int | None
    heading_new: int | None


class Reshapings:
    """Reads sentences of the later memo about the projects of two memos."""

    def __init__(self, old: Sequence[Project], new: Sequence[Project], loose: LooseNames) -> None:
        self._old_names = names_index([name_to_forms(project.project, project.aliases) for project in old])
        self._new_names = names_index([name_to_forms(project.project) for project in new])
        self._heirs = {position: frozenset(name_stems(project.project)) for position, project in enumerate(new)}
        self._loose = loose

    def merged(self, statement: Statement) -> list[tuple[int, int]]:
        """``(part, heir)``: ``A and B were merged into C``, ``C absorbed A``, ``A was folded in`` under C."""
        verb = JOINED.search(statement.folded)
        if verb is None and not _JOINED_IF_TWO.search(statement.folded):
            return []
        named = self._named(statement)
        heir = _nearest(named.after, verb.start()) if verb else named.come[0] if len(named.come) == 1 else None
        heir = heir if heir is not None else named.heading_new
        if heir is None:
            return self._loose.merged(statement.text) if verb else []
        parts = list(named.gone)
        if not parts and named.heading_old is not None and _THIS.search(statement.folded):
            parts = [named.heading_old]
        counted = self._loose.parts_of(self._heirs[heir], statement.text)
        if len(parts) < 2:
            parts = counted or parts or (self._loose.gone_in(statement.text) if verb or named.come else [])
        if not parts and verb:
            parts = [part for part, into in self._loose.merged(statement.text) if into == heir]
        return [(part, heir) for part in parts] if verb or len(parts) > 1 else []

    def split(self, statement: Statement) -> list[tuple[int, int]]:
        """``(whole, part)``: ``C is now delivered as A and B``, ``two projects came out of C`` under A."""
        verb = DIVIDED.search(statement.folded)
        if verb is None and not _DIVIDED_IF_TWO.search(statement.folded):
            return []
        named = self._named(statement)
        whole = self._whole(statement, named, sure=verb is not None)
        if whole is None:
            return self._loose.split(statement.text) if verb else []
        come = list(named.come) or (self._loose.parts_into(whole, statement.text) if verb else [])
        if not come and verb and named.heading_new is not None and whole in named.gone:
            come = [named.heading_new]
        return [(whole, part) for part in come if verb or len(come) > 1] or (
            self._loose.split(statement.text) if verb else []
        )

    def _whole(self, statement: Statement, named: _Named, *, sure: bool) -> int | None:
        """What was divided: the one that is named and gone; else the one whose heading stands above."""
        if len(named.gone) == 1:
            return named.gone[0]
        if named.before and sure:
            return named.before[0]
        if named.heading_old is not None and _THIS.search(statement.folded):
            return named.heading_old
        loose = self._loose.gone_in(statement.text) if len(named.come) > 1 else []
        return loose[0] if len(loose) == 1 else None

    def _named(self, statement: Statement) -> _Named:
        before = dict.fromkeys(key for _, key in find_names(statement.folded, self._old_names))
        after = find_names(statement.folded, self._new_names)
        title = f" {fold_name(statement.section)} "
        return _Named(
            before=tuple(before),
            gone=tuple(key for key in before if key in self._loose.gone),
            after=tuple(after),
            come=tuple(dict.fromkeys(key for _, key in after if key in self._loose.come)),
            heading_old=_only([key for key in _keys(title, self._old_names) if key in self._loose.gone]),
            heading_new=_only(_keys(title, self._new_names)),
        )


def _keys(folded: str, names: Mapping[str, int]) -> list[int]:
    return list(dict.fromkeys(key for _, key in find_names(folded, names)))


def _only(keys: list[int]) -> int | None:
    return keys[0] if len(keys) == 1 else None


def _nearest(names: Sequence[tuple[int, int]], verb: int) -> int | None:
    """The first name after the verb (``merged into Y``), else the last before it (``Y absorbed``)."""
    following = [key for at, key in names if at >= verb]
    preceding = [key for at, key in names if at < verb]
    return following[0] if following else preceding[-1] if preceding else None
