"""The scale on which a memo rates its projects, and which of its values mean the same on another scale.

Five colours become three, and a project that was Amber/Green is now Green: that is no improvement. Two values of
different scales are compatible where the spans that they cover overlap; only what is not compatible has changed. A
scale is claimed from what a memo uses and defines; a memo that rates a few projects tells of none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answer.comparison.names import fold_name
from answer.comparison.statements import Statement
from records.comparison import Change, Rescaled, ScaleChange
from records.facts import Project
from records.memo import Memo
from records.place import Place

COLOURS = ("red", "red_yellow", "yellow", "yellow_green", "green")
"""Worst first."""

_BETWEEN = ("red_yellow", "yellow_green")
_THREE = ("red", "yellow", "green")
_ENOUGH = 4
"""Rated projects: among fewer, the values that are missing may be chance."""

_LATE_OR_NOT = re.compile(r"(?:on (?:schedule|time)|ahead of schedule|delayed|behind schedule|late|running late)$")
"""A scale of two: what is late may be a little late or lost."""

_LATE = re.compile(r"(?:delayed|behind(?: schedule)?|late|running late)$")
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}
_SPOKEN_OF = re.compile(
    r" (?:scales?|ratings?|colou?rs?|status(?:es)? (?:categories|levels|values)|rating categories|levels) "
)
_NEW_SCALE = re.compile(
    r" (?:replac\w{1,4}|simplif\w{1,4}|adopt\w{0,3}|introduc\w{1,3}|no longer|instead of|moved (?:from|to)|"
    r"chang\w{1,3}|reduc\w{1,3}|(?:now|from now on|from this) (?:\w{1,12} ){0,3}(?:two|three|four|five|[2-5])|"
    r"(?:two|three|four|five|[2-5]) (?:\w{1,12} ){0,3}(?:rather than|in place of)) "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """``points`` are its normalised values, worst first; ``words`` the memo's own for them, as far as it uses them.

    ``late_is_worst`` tells a scale on which "Delayed" stands below "At Risk": what is late there may be red elsewhere.
    """

    points: tuple[str, ...]
    words: tuple[str, ...]
    late_is_worst: bool = False
    places: tuple[Place, ...] = ()

    def label(self) -> str:
        """``five levels: Red, Amber/Red, Amber, Amber/Green, Green``."""
        return f"{_NUMBERS.get(len(self.points), len(self.points))} levels: {', '.join(self.words)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """Those of two memos; ``differ`` only where both are known."""

    old: Scale | None
    new: Scale | None

    @property
    def differ(self) -> bool:
        """In their steps; words for the same steps ("On Track", "Green") are one scale."""
        return self.old is not None and self.new is not None and self.old.points != self.new.points

    def is_rescaled(self, old: Project, new: Project) -> bool:
        """Whether two different statuses may mean the same, each on its own scale."""
        if self.old is None or self.new is None or old.status == new.status or not old.status or not new.status:
            return False
        if not self.differ and self.old.late_is_worst == self.new.late_is_worst:
            return False
        known = [colour for colour in COLOURS if colour in self.old.points or colour in self.new.points]
        return not _covered(old, self.old, known).isdisjoint(_covered(new, self.new, known))


def find_scales(old: Memo, new: Memo) -> Scales:
    return Scales(old=_memo_to_scale(old), new=_memo_to_scale(new))


def is_worse(old: str | None, new: str | None) -> bool | None:
    """Whether ``new`` is the worse of two colours; ``None`` where one of them is none, or both are the same."""
    if old == new or old not in COLOURS or new not in COLOURS:
        return None
    return COLOURS.index(new) < COLOURS.index(old)


def scale_to_changes(scales: Scales, statements: Sequence[Statement]) -> tuple[Change, ...]:
    """One change for the whole memo where its scale is another: ``five levels ... -> three levels ...``."""
    if scales.old is None or scales.new is None or not scales.differ:
        return ()
    told = tuple(place for statement in statements if _tells_of_scale(statement) for place in statement.places[:1])
    return (
        Change(
            kind="definition_changed",
            field="status scale",
            old=scales.old.label(),
            new=scales.new.label(),
            silent=not told,
            evidence_old=scales.old.places,
            evidence_new=told or scales.new.places,
        ),
    )


def pairs_to_scale_change(scales: Scales, pairs: Iterable[tuple[Project, Project]]) -> ScaleChange | None:
    """The two scales, where they differ, and the projects that only read differently on the later one."""
    if scales.old is None or scales.new is None:
        return None
    rescaled = [(old, new, note) for old, new in pairs if (note := rescaled_note(old, new, scales))]
    if not scales.differ and not rescaled:
        return None
    return ScaleChange(
        old=scales.old.points,
        new=scales.new.points,
        rescaled=tuple(
            Rescaled(
                project_old=old.project,
                project_new=new.project,
                old=old.status or "",
                new=new.status or "",
                note=note,
                evidence_old=old.places[:1],
                evidence_new=new.places[:1],
            )
            for old, new, note in rescaled
        ),
    )


def rescaled_note(old: Project, new: Project, scales: Scales) -> str | None:
    """``scale changed: Amber/Green of five levels may be Green of three``."""
    if scales.old is None or scales.new is None or not scales.is_rescaled(old, new):
        return None
    before, after = _word_for([old], old.status or ""), _word_for([new], new.status or "")
    if not scales.differ:
        return f"scale changed: {before} was worse than At Risk and may be {after}"
    of_old, of_new = _NUMBERS.get(len(scales.old.points), ""), _NUMBERS.get(len(scales.new.points), "")
    return f"scale changed: {before} of {of_old} levels may be {after} of {of_new}"


def _tells_of_scale(statement: Statement) -> bool:
    """``From this year on ratings use three colors instead of five.``"""
    return bool(_SPOKEN_OF.search(statement.folded) and _NEW_SCALE.search(statement.folded))


def _memo_to_scale(memo: Memo) -> Scale | None:
    rated = [project for project in memo.projects if project.status in COLOURS]
    used = {project.status or "" for project in rated}
    defined = {definition.status for definition in memo.definitions if definition.status in COLOURS}
    if any(step in used or step in defined for step in _BETWEEN):
        steps = (used | defined) if defined.intersection(_BETWEEN) else {*used, *_BETWEEN}
        return _make_scale(memo, [point for point in COLOURS if point in steps or point in _THREE])
    if len(rated) >= _ENOUGH and all(_LATE_OR_NOT.match(fold_name(p.status_text or "")) for p in rated):
        return _make_scale(memo, ["yellow", "green"])
    if len(rated) >= _ENOUGH or len(defined) == len(_THREE) or _tells_late_from_at_risk(rated):
        return _make_scale(memo, list(_THREE))
    return None


def _make_scale(memo: Memo, points: Sequence[str]) -> Scale:
    """Cited are the memo's definitions of the values, else the first project of each."""
    defined = [definition.places[:1] for definition in memo.definitions if definition.status in points]
    rated = [next((p for p in memo.projects if p.status == point), None) for point in points]
    shown = [project.places[:1] for project in rated if project is not None]
    return Scale(
        points=tuple(points),
        words=tuple(_word_for(memo.projects, point) for point in points),
        late_is_worst=_tells_late_from_at_risk(memo.projects),
        places=tuple(dict.fromkeys(place for places in (defined or shown) for place in places)),
    )


def _tells_late_from_at_risk(projects: Sequence[Project]) -> bool:
    words = [fold_name(project.status_text or "") for project in projects]
    return any(map(_LATE.match, words)) and "at risk" in words


def _word_for(projects: Sequence[Project], point: str) -> str:
    """The memo's own word, where it uses the value; else the plain one."""
    written = Counter(p.status_text.strip() for p in projects if p.status == point and p.status_text)
    common = written.most_common(1)
    if not common or len(common[0][0]) > len("Amber/Green") + 8:
        return point.replace("_", "/").title()
    return common[0][0].title() if common[0][0].isupper() else common[0][0]


def _covered(project: Project, scale: Scale, known: Sequence[str]) -> frozenset[str]:
    """What a status may stand for: itself, and the values beside it that its own scale does not have."""
    status = project.status or ""
    if scale.late_is_worst and _LATE.match(fold_name(project.status_text or "")):
        return frozenset({status, "red"})
    if status not in scale.points or status not in known:
        return frozenset({status})
    at = known.index(status)
    before = next((i for i in range(at - 1, -1, -1) if known[i] in scale.points), -1)
    after = next((i for i in range(at + 1, len(known)) if known[i] in scale.points), len(known))
    return frozenset(known[before + 1 : after])
