"""The ledger of names: which names of one memo are which of its successor, since when, why, and how sure that is.

It holds what was found, what the memos state, what a person has decided and what stays unclear, side by side; nothing
is claimed of an unclear link until somebody decides. Memos of two bodies are never linked, nor is one without a date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from answer.comparison.changes import is_renamed
from answer.comparison.identity import Identity, identify
from answer.comparison.match import explain_pair
from answer.comparison.names import fold_name
from answer.comparison.statements import memo_to_statements
from answer.series import body_key, by_body
from records.errors import NotFound, UsageError
from records.identity import Decision, Link, LinkKind, LinkState
from records.memo import Memo
from records.place import Place

_HOLDS = ("found", "stated", "confirmed")


def find_links(memos: Sequence[Memo], *, decisions: Sequence[Decision] = ()) -> tuple[Link, ...]:
    """Body by body, oldest first; a link that holds between several memos is one, over the whole span."""
    links: list[Link] = []
    for series in by_body(memo for memo in memos if memo.letterhead.date is not None and memo.letterhead.body):
        found = [link for memo in series for link in _aliases(memo)]
        for old, new in pairwise(series):
            found += _between(old, new, decisions)
        links += _joined(found)
    return tuple(links)


def links_of(name: str, links: Sequence[Link]) -> tuple[Link, ...]:
    """The links of the project that bears ``name`` anywhere: from name to name, as far as they reach.

    What is unclear or undone is told, but leads no further.
    """
    known, wanted = {fold_name(name)}, 0
    while len(known) > wanted:
        wanted = len(known)
        known.update(*(_names(link) for link in links if link.state in _HOLDS and _names(link) & known))
    return tuple(link for link in links if _names(link) & known)


def body_of_names(names: Sequence[str], memos: Sequence[Memo], *, body: str | None = None) -> str | None:
    """The body whose memos use all of ``names``: ``body`` itself, or the only one. ``None`` where memos name no body.

    ``NotFound`` for a name that no such memo uses, ``UsageError`` where several bodies' memos use them.
    """
    for name in names:
        if not any(_uses(memo, name) for memo in memos):
            raise NotFound(f'no memo names a project "{name}". `memolens projects` lists them all.')
    written = {body_key(memo.letterhead.body): memo.letterhead.body for memo in memos}
    using = [{body_key(memo.letterhead.body) for memo in memos if _uses(memo, name)} for name in names]
    bodies = [written[key] for key in sorted(set[str].intersection(*using)) if body is None or key == body_key(body)]
    if not bodies:
        raise NotFound(f"the names {' and '.join(repr(name) for name in names)} stand in memos of different bodies.")
    if len(bodies) > 1:
        raise UsageError(f"both names are used by {', '.join(str(each) for each in bodies)}: say which with --body.")
    return bodies[0]


def _names(link: Link) -> set[str]:
    return {fold_name(link.name_old), fold_name(link.name_new)}


def _uses(memo: Memo, name: str) -> bool:
    wanted = fold_name(name)
    return any(wanted in map(fold_name, (project.project, *project.aliases)) for project in memo.projects)


def _aliases(memo: Memo) -> Iterator[Link]:
    for project in memo.projects:
        for alias in project.aliases:
            places = [place for place in project.places if fold_name(alias) in fold_name(place.quote)]
            yield _link((memo, memo), (alias, project.project), kind="alias", places=places or project.places[:1])


def _between(old: Memo, new: Memo, decisions: Sequence[Decision]) -> Iterator[Link]:
    identity = identify(old, new, statements=memo_to_statements(new), decisions=decisions)
    for match in identity.matching.pairs:
        state = _state(identity, (match.old, match.new))
        yield _pair_link(old, new, (match.old, match.new), state=state, score=match.confidence, decisions=decisions)
    for match in identity.matching.ambiguous:
        pair = (match.old, match.new)
        yield _pair_link(old, new, pair, state="unclear", score=match.confidence, decisions=decisions)
    for pair in sorted(identity.apart):
        yield _pair_link(old, new, pair, state="undone", score=0.0, decisions=decisions)
    yield from _stated_endings(old, new, identity)


def _state(identity: Identity, pair: tuple[int, int]) -> LinkState:
    if pair in identity.confirmed:
        return "confirmed"
    stated = any(e.kind == "renamed" and (e.old, e.new) == pair for e in identity.explanations)
    return "stated" if stated else "found"


def _pair_link(
    old: Memo, new: Memo, pair: tuple[int, int], *, state: LinkState, score: float, decisions: Sequence[Decision]
) -> Link:
    was, now = old.projects[pair[0]], new.projects[pair[1]]
    names = {fold_name(was.project), fold_name(now.project)}
    decided = [d for d in decisions if {fold_name(d.name_one), fold_name(d.name_other)} == names]
    link = _link(
        (old, new),
        (was.project, now.project),
        kind="renamed" if is_renamed(was.project, now.project) else "same_name",
        state=state,
        score=score,
        places=(*was.places[:1], *now.places[:1]),
    )
    evidence = explain_pair(old.projects, new.projects, *pair) if link.kind == "renamed" else ()
    return replace(link, evidence=evidence, decision=decided[-1] if decided else None)


def _stated_endings(old: Memo, new: Memo, identity: Identity) -> Iterator[Link]:
    for endings in identity.ended.values():
        for ending in endings:
            if ending.old is not None and ending.new is not None and ending.kind in ("merged", "split"):
                names = old.projects[ending.old].project, new.projects[ending.new].project
                yield _link((old, new), names, kind=ending.kind, state="stated", places=ending.places)


def _link(
    between: tuple[Memo, Memo],
    names: tuple[str, str],
    *,
    kind: LinkKind,
    state: LinkState = "found",
    score: float = 1.0,
    places: Sequence[Place] = (),
) -> Link:
    old, new = between
    return Link(
        kind=kind,
        state=state,
        name_old=names[0],
        name_new=names[1],
        memo_old=old.id,
        memo_new=new.id,
        body=new.letterhead.body,
        valid_from=old.letterhead.date,
        valid_to=new.letterhead.date,
        score=score,
        places=tuple(places),
    )


def _joined(links: Sequence[Link]) -> list[Link]:
    """The same link between several memos as one; as sure as where it is least so."""
    by_names: dict[tuple[str, ...], Link] = {}
    for link in links:
        key = (link.kind, link.state, fold_name(link.name_old), fold_name(link.name_new))
        known = by_names.get(key)
        by_names[key] = link if known is None else _spanning(known, link)
    return sorted(by_names.values(), key=lambda link: (str(link.valid_from), link.name_new.casefold()))


def _spanning(first: Link, last: Link) -> Link:
    return replace(
        first,
        memo_new=last.memo_new,
        valid_to=last.valid_to,
        score=min(first.score, last.score),
        places=tuple(dict.fromkeys((*first.places, *last.places))),
    )
