"""One project through every memo, oldest first, under all its names.

A rename is followed from memo to memo, forwards and backwards, as far as each pair of memos makes it clear; where two
readings remain the trail ends rather than guess.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from answer.comparison.decisions import names_apart
from answer.comparison.links import Links, oldest_first
from answer.comparison.mentions import Mention, find_mentions
from answer.comparison.names import acronyms_in, fold_name, name_to_forms
from answer.series import body_key
from records.errors import NotFound
from records.facts import STATUSES, Project
from records.history import Silence
from records.identity import Decision
from records.memo import Memo

__all__ = ["SeveralFound", "Silence", "find_trail", "history", "memos_without", "trail_to_records"]

_CLOSE_ENOUGH = 60.0  # of 100: below this a suggestion is no help
_SUGGESTIONS = 5


class SeveralFound(NotFound):
    """A name that several projects bear."""


def history(project: str, memos: Sequence[Memo], *, decisions: Sequence[Decision] = ()) -> tuple[Project, ...]:
    """Every record of ``project`` (a name, a former name, an alias or an acronym) in the memos, oldest first.

    ``decisions`` are a person's word on names that are or are not one project.
    """
    links = Links(memos, decisions)
    return tuple(trail_to_records(find_trail(project, links), links).values())


def trail_to_records(trail: Mapping[int, int], links: Links) -> dict[int, Project]:
    """The record of each memo, oldest first; where a memo has none and a sentence says what became of the project, the
    sentence is its record, until one says that the project is over."""
    records = {number: links.memos[number].projects[position] for number, position in trail.items()}
    if not records:
        return {}
    bodies = {_body(links.memos[number]) for number in records}
    for number in range(min(records) + 1, len(links.memos)):
        before = [records[earlier] for earlier in sorted(records) if earlier < number]
        if number in records or before[-1].status in ("complete", "cancelled"):
            continue
        memo = links.memos[number]
        mention = _mention(memo, before) if _body(memo) in bodies else None
        if mention is not None and mention.status in STATUSES:
            records[number] = _told_record(before[-1], memo, mention)
    return dict(sorted(records.items()))


def _told_record(last: Project, memo: Memo, mention: Mention) -> Project:
    return Project(
        project=last.project,
        status=mention.status,
        residual=mention.residual,
        source="prose",
        memo=memo.id,
        as_of=memo.letterhead.date,
        places=mention.places,
    )


def find_trail(project: str, links: Links) -> dict[int, int]:
    """The positions of the project in the memos that have it, oldest first.

    Where two projects bore the name in turn, it is the trail of the one that bears it last.
    """
    exact = _named(project, links, _exact_positions)
    starts = exact or _one_line(project, links)
    trail: dict[int, int] = {}
    for number in sorted(starts, reverse=True):
        if number not in trail:
            for step in (1, -1):
                trail = {**_follow(links, number, starts[number], step=step, known=starts), **trail}
    return dict(sorted(trail.items()))


def memos_without(trail: Sequence[Project], memos: Sequence[Memo]) -> tuple[Silence, ...]:
    """The memos after the first of ``trail`` (see ``history``) that have no record of the project, oldest first.

    ``not mentioned in the memo of 2031-03-01``, ``named on page 2 of the memo of 2031-03-01, without a status``. Memos
    of another body than the project was ever reported to are no silence.
    """
    if not trail:
        return ()
    with_record = {project.memo for project in trail}
    ordered = oldest_first(memos)
    first = next((number for number, memo in enumerate(ordered) if memo.id in with_record), len(ordered))
    bodies = {_body(memo) for memo in ordered if memo.id in with_record}
    return tuple(
        _silence(memo, trail) for memo in ordered[first:] if memo.id not in with_record and _body(memo) in bodies
    )


def _silence(memo: Memo, trail: Sequence[Project]) -> Silence:
    mention = _mention(memo, trail)
    which = f"the memo of {memo.letterhead.date or memo.document.file}"
    if mention is None:
        return Silence(memo=memo.id, date=memo.letterhead.date, text=f"not mentioned in {which}")
    said = f"told as {mention.status.replace('_', ' ')}" if mention.status else "without a status"
    text = f"named on {mention.pages()} of {which}, {said}"
    return Silence(memo=memo.id, date=memo.letterhead.date, text=text, places=mention.places)


def _mention(memo: Memo, records: Sequence[Project]) -> Mention | None:
    """Where a memo without a record names the project, by any of its names."""
    last = records[-1]
    names = dict.fromkeys(name for project in records for name in (project.project, *project.aliases))
    known = replace(last, aliases=tuple(name for name in names if name != last.project))
    return find_mentions(memo, [known], others=memo.projects).get(0)


def _body(memo: Memo) -> str:
    return body_key(memo.letterhead.body)


def _named(name: str, links: Links, positions_of: Callable[[str, Sequence[Project]], list[int]]) -> dict[int, int]:
    """The position of the project in each memo that names it so; a name that a person has set apart is another's."""
    found: dict[int, int] = {}
    for number, memo in enumerate(links.memos):
        apart = names_apart(name, links.decisions, memo)
        positions = [i for i in positions_of(name, memo.projects) if fold_name(memo.projects[i].project) not in apart]
        if len(positions) > 1:
            raise SeveralFound(_several(name, [memo.projects[position].project for position in positions]))
        if positions:
            found[number] = positions[0]
    return found


def _one_line(name: str, links: Links) -> dict[int, int]:
    """Where no project bears the name, those whose names hold all its words, if they are one project throughout."""
    memos = links.memos
    starts = _named(name, links, _positions_with_words)
    if not starts:
        raise NotFound(_not_found(name, memos))
    last = max(starts)
    trail = _follow(links, last, starts[last], step=-1, known={})
    if any(trail.get(number) != position for number, position in starts.items()):
        names = dict.fromkeys(memos[number].projects[position].project for number, position in starts.items())
        if len(names) > 1:
            raise SeveralFound(_several(name, list(names)))
    return starts


def _exact_positions(name: str, projects: Sequence[Project]) -> list[int]:
    """Projects with this very name; failing that, with this alias or acronym."""
    wanted = fold_name(name)
    exact = [i for i, p in enumerate(projects) if fold_name(p.project) == wanted]
    return exact or [
        i
        for i, p in enumerate(projects)
        if wanted in {fold_name(form) for form in (*name_to_forms(p.project, p.aliases), *acronyms_in(p.project))}
    ]


def _positions_with_words(name: str, projects: Sequence[Project]) -> list[int]:
    words = set(fold_name(name).split())
    return [i for i, p in enumerate(projects) if words and words <= set(fold_name(p.project).split())]


def _follow(links: Links, number: int, position: int, *, step: int, known: dict[int, int]) -> dict[int, int]:
    """From one memo to its neighbours, one by one; ``known`` positions count where nothing else is clear. A memo that
    leaves the project out is stepped over."""
    trail = {number: position}
    last = number
    at = number + step
    while 0 <= at < len(links.memos):
        partner = links.partner(last, trail[last], at)
        if partner is None:
            partner = known.get(at)
        if partner is not None:
            trail[at] = partner
            last = at
        at += step
    return trail


def _several(name: str, names: Sequence[str]) -> str:
    return f'"{name}" could be any of these: {"; ".join(names)}. Give the whole name.'


def _not_found(project: str, memos: Sequence[Memo]) -> str:
    from rapidfuzz import fuzz, process

    names = list(dict.fromkeys(p.project for memo in memos for p in memo.projects))
    close = process.extract(project, names, scorer=fuzz.WRatio, limit=_SUGGESTIONS, score_cutoff=_CLOSE_ENOUGH)
    if not close:
        return f'no memo names a project "{project}". `memolens projects` lists them all.'
    return f'no memo names a project "{project}". Close: {"; ".join(name for name, _, _ in close)}.'
