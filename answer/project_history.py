"""One project's records through all memos -> its history: the first plan, every move from it, and how it was told.

A moved end is a slip where it is later than the last end that a memo stated; a new baseline is one that the memo calls
so. What the project came of, or went into, is told where the later memo says it; nothing is concluded from absence.
"""

from collections.abc import Iterator, Sequence

from answer.comparison.explained import Explanation
from answer.comparison.firsts import First
from answer.comparison.links import Links
from answer.comparison.periods import periods_differ
from answer.comparison.rebaselines import find_rebaseline
from answer.comparison.scales import find_scales, is_worse, rescaled_note
from answer.comparison.shifts import period_shift, sum_shift, sums_differ
from answer.comparison.silence import Spoken
from answer.history import find_trail, memos_without, trail_to_records
from records.comparison import Shift
from records.facts import Project
from records.history import Baseline, History, HowMoved, Kin, KinKind, Silence, StatusMove, Step
from records.identity import Decision
from records.memo import Memo
from records.place import Place


def project_history(project: str, memos: Sequence[Memo], *, decisions: Sequence[Decision] = ()) -> History:
    """``project`` is any name that the project had; ``NotFound`` where no memo names it, or it could be several."""
    links = Links(memos, decisions)
    trail = find_trail(project, links)
    told = trail_to_records(trail, links)
    records = list(told.values())
    baseline = records_to_baseline(records)
    steps = tuple(_steps(links, trail, told, baseline))
    return History(
        steps=steps,
        names=tuple(dict.fromkeys(record.project for record in records)),
        baseline=baseline,
        slips=sum(step.end_shift is not None and step.end_shift.by > 0 for step in steps),
        rebaselines=sum(step.moved == "rebaselined" for step in steps),
        silent_moves=sum(step.moved == "silent" for step in steps),
    )


def records_to_baseline(records: Sequence[Project]) -> Baseline:
    """Of records in order, oldest first."""
    ended = next((record for record in records if record.end is not None), None)
    funded = next((record for record in records if record.budget is not None), None)
    return Baseline(
        end=ended.end if ended else None,
        end_memo=ended.as_of if ended else None,
        end_places=_field_places(ended, "end"),
        budget=funded.budget if funded else None,
        budget_memo=funded.as_of if funded else None,
        budget_places=_field_places(funded, "budget"),
    )


def _steps(links: Links, trail: dict[int, int], told: dict[int, Project], baseline: Baseline) -> Iterator[Step]:
    """``trail`` are the positions of its records, ``told`` the records, those that only a sentence makes with them."""
    records, numbers = list(told.values()), list(told)
    silences = memos_without(records, links.memos)
    for index, number in enumerate(numbers):
        until = numbers[index + 1] if index + 1 < len(numbers) else len(links.memos)
        between = {memo.id for memo in links.memos[number + 1 : until]}
        yield _step(
            links,
            trail,
            numbers[: index + 1],
            records=records[: index + 1],
            baseline=baseline,
            silences=tuple(silence for silence in silences if silence.memo in between),
        )


def _step(
    links: Links,
    trail: dict[int, int],
    numbers: Sequence[int],
    *,
    records: Sequence[Project],
    baseline: Baseline,
    silences: tuple[Silence, ...],
) -> Step:
    """``numbers`` and ``records`` are those of the memos up to and with this one."""
    number, record, before = numbers[-1], records[-1], records[:-1]
    undated = bool(before) and links.memos[number].letterhead.date is None
    before = () if undated else before
    kin = tuple(_kin(links, trail, number))
    went_on = any(each.kind in ("merged_into", "split_into") for each in kin)
    end, budget = _end_shift(record, before, baseline), _budget_shift(record, before, baseline)
    spoken = Spoken(links.statements(number))
    how, places = _how_moved(record, before, spoken, moved=end is not None or budget is not None)
    status, note = _status_move(record, before, links, numbers)
    return Step(
        project=record,
        end_shift=end,
        budget_shift=budget,
        moved=how,
        moved_places=places,
        status_move=status,
        status_note=note,
        kin=kin,
        silences=() if went_on else silences,
        note=_UNDATED if undated else None,
    )


_UNDATED = "The memo has no date: it stands last, and nothing is counted as moved in it."


def _end_shift(record: Project, before: Sequence[Project], baseline: Baseline) -> Shift | None:
    last = next((p.end for p in reversed(before) if p.end is not None), None)
    if record.end is None or last is None or not periods_differ(last, record.end) or baseline.end is None:
        return None
    first = First(value=baseline.end, day=baseline.end_memo, places=baseline.end_places)
    shift = period_shift(last, record.end, first)
    return shift if shift is not None and shift.by else None


def _budget_shift(record: Project, before: Sequence[Project], baseline: Baseline) -> Shift | None:
    last = next((p.budget for p in reversed(before) if p.budget is not None), None)
    if record.budget is None or last is None or not sums_differ(last, record.budget) or baseline.budget is None:
        return None
    return sum_shift(
        last, record.budget, First(value=baseline.budget, day=baseline.budget_memo, places=baseline.budget_places)
    )


def _how_moved(
    record: Project, before: Sequence[Project], spoken: Spoken, *, moved: bool
) -> tuple[HowMoved | None, tuple[Place, ...]]:
    """A new baseline may be told without a date: it counts where there were records to have an old one."""
    told = find_rebaseline(record, spoken) if before else None
    if told is not None:
        return "rebaselined", told
    if not moved:
        return None, ()
    for field in ("end", "budget"):
        old = next((getattr(p, field) for p in reversed(before) if getattr(p, field) is not None), None)
        if old is not None and spoken.is_mentioned(field, old.text, record):
            return "told", ()
    return "silent", ()


def _status_move(
    record: Project, before: Sequence[Project], links: Links, numbers: Sequence[int]
) -> tuple[StatusMove | None, str | None]:
    if not before or record.status == before[-1].status or record.status is None or before[-1].status is None:
        return None, None
    scales = find_scales(links.memos[numbers[-2]], links.memos[numbers[-1]])
    note = rescaled_note(before[-1], record, scales)
    if note is not None:
        return "rescaled", note
    worse = is_worse(before[-1].status, record.status)
    return ("other" if worse is None else "worse" if worse else "better"), None


def _kin(links: Links, trail: dict[int, int], number: int) -> Iterator[Kin]:
    """What this memo says that the project was formed of; after its last record, what the next memo says it became."""
    if number not in trail:
        return
    if number > 0:
        told = links.between(number - 1, number)
        for explanation in _unions(told.explanations):
            if (
                explanation.new == trail[number]
                and explanation.old is not None
                and trail.get(number - 1) != explanation.old
            ):
                kind: KinKind = "merged_from" if explanation.kind == "merged" else "split_from"
                yield _make_kin(kind, links, explanation, number, of=(number - 1, explanation.old))
    if number == max(trail) and number + 1 < len(links.memos):
        for explanation in _unions(links.between(number, number + 1).explanations):
            if explanation.old == trail[number] and explanation.new is not None:
                kind = "merged_into" if explanation.kind == "merged" else "split_into"
                yield _make_kin(kind, links, explanation, number + 1, of=(number + 1, explanation.new))


def _unions(explanations: Sequence[Explanation]) -> Iterator[Explanation]:
    return (explanation for explanation in explanations if explanation.kind in ("merged", "split"))


_KIN: dict[KinKind, str] = {
    "merged_from": "{} was merged into it",
    "merged_into": "merged into {}",
    "split_from": "split off from {}",
    "split_into": "split into {}",
}


def _make_kin(kind: KinKind, links: Links, explanation: Explanation, number: int, *, of: tuple[int, int]) -> Kin:
    """``of`` is the memo's number and the position of the other project."""
    memo, other = links.memos[number], links.memos[of[0]].projects[of[1]]
    when = f"as the memo of {memo.letterhead.date or memo.document.file} says"
    later = _latest(links, *of) if kind in ("merged_into", "split_into") else None
    return Kin(
        kind=kind,
        name=other.project,
        memo=memo.id,
        date=memo.letterhead.date,
        text=f"{_KIN[kind].format(other.project)}, {when}{f'; {later}' if later else ''}",
        places=explanation.places,
    )


def _latest(links: Links, number: int, position: int) -> str | None:
    """``that one was last reported yellow, in the memo of 2033-03-03``: followed under its own later names."""
    for later in range(number + 1, len(links.memos)):
        partner = links.partner(number, position, later)
        if partner is not None:
            number, position = later, partner
    last = links.memos[number].projects[position]
    if last.status is None:
        return None
    where = links.memos[number].letterhead.date or links.memos[number].document.file
    return f"last reported {last.status.replace('_', ' ')} there, in the memo of {where}"


def _field_places(record: Project | None, field: str) -> tuple[Place, ...]:
    if record is None:
        return ()
    own = tuple(place for name, place in record.field_places if name == field)
    return (*own, *record.places)[:1]
