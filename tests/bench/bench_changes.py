"""What the product makes of the two sample series, read from their PDFs, against the gold: found, missed, extra.

    python tests/bench/bench_changes.py [--list]

Compared are the changes between successive memos with their bridges, every project's history, and what became of the
promises. Each is cut into claims ("this status, then that one"); ``--list`` names those that only one side makes. The
tests of the sample series count with the same functions.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from answer.compare import compare
from answer.project_history import project_history
from answer.promises import promises_in_order
from extract.memo import document_to_memo
from ingest.read import read_file
from records.comparison import Comparison
from records.errors import NotFound
from records.history import Step
from records.memo import Memo
from records.promises import Promise
from records.settings import Settings
from records.values import Period

ROOT = Path(__file__).parents[2]
CITIES = ("harrowgate-bay", "lundermere")
Claim = tuple[str, ...]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The claims that both sides make, those of the gold alone and those of the product alone."""

    both: frozenset[Claim]
    missed: frozenset[Claim]
    extra: frozenset[Claim]

    def __str__(self) -> str:
        return f"found {len(self.both)}  missed {len(self.missed)}  extra {len(self.extra)}"


def main() -> None:
    for city in CITIES:
        memos = [read_memo(path) for path in sorted((ROOT / "corpus" / "memos").glob(f"{city}-*.pdf"))]
        for what, score in score_series(city, memos):
            print(f"{city} {what}: {score}")
            if "--list" in sys.argv:
                show("missed", score.missed)
                show("extra", score.extra)


def score_series(city: str, memos: Sequence[Memo]) -> Iterator[tuple[str, Score]]:
    for number, (old, new) in enumerate(pairwise(memos)):
        days = f"{old.letterhead.date} {new.letterhead.date}"
        found = compare(old, new, earlier=memos[:number])
        wanted = gold(f"changes-{city}-{days.replace(' ', '-')}")
        yield f"changes {days}", score_changes(wanted, found)
        yield f"bridge {days}", score_bridge(wanted, found)
    yield "history", score_history(gold(f"history-{city}"), memos)
    yield "promises", score_promises(gold(f"promises-{city}"), memos)


def read_memo(path: Path) -> Memo:
    return document_to_memo(read_file(path, settings=Settings()))


def gold(name: str) -> Json:
    value: Json = json.loads((ROOT / "corpus" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return value


def score(wanted: Iterable[Claim], found: Iterable[Claim]) -> Score:
    one, other = frozenset(wanted), frozenset(found)
    return Score(both=one & other, missed=one - other, extra=other - one)


# Changes


def score_changes(wanted: Json, found: Comparison) -> Score:
    """``silent`` is a claim of its own, compared where the gold judges it and both sides know the change."""
    names = ("kind", "project_old", "project_new", "field", "old", "new", "silent")
    gold_keys = {change_to_claim(change): change["silent"] for change in wanted["changes"]}
    keys = {claim: change.silent for change in found.changes
            for claim in [change_to_claim({name: getattr(change, name) for name in names})]}  # fmt: skip
    judged = [claim for claim in gold_keys.keys() & keys.keys() if gold_keys[claim] is not None]
    scale = found.scale.rescaled if found.scale else ()
    return score(
        [*gold_keys, *(_silence(claim, gold_keys[claim]) for claim in judged), *map(_rescaled, wanted["rescaled"]),
         *(("unchanged", _fold(pair["project_old"]), _fold(pair["project_new"])) for pair in wanted["unchanged"])],
        [*keys, *(_silence(claim, keys[claim]) for claim in judged),
         *(_rescaled({name: getattr(each, name) for name in names[1:3] + names[4:6]}) for each in scale),
         *(("unchanged", _fold(pair.project_old), _fold(pair.project_new)) for pair in found.unchanged)],
    )  # fmt: skip


def change_to_claim(change: Json) -> Claim:
    """A figure counts by its numbers on both sides, a definition by its term, all else by everything that is said."""
    kind = change["kind"]
    if kind == "metric_changed":
        return (kind, first_number(change["old"]), first_number(change["new"]))
    if kind == "definition_changed":
        return (kind, _fold(change["field"]))
    names = tuple(_fold(change[name]) for name in ("kind", "project_old", "project_new"))
    if kind in ("status_changed", "field_changed"):
        return (*names, *(_fold(change[name]) for name in ("field", "old", "new")))
    return names


def first_number(text: str | None) -> str:
    found = re.search(r"[\d.,]*\d", text or "")
    return found.group().replace(",", "") if found else (text or "").split(" ")[0].casefold()


def _silence(claim: Claim, silent: bool | None) -> Claim:
    return ("silent" if silent else "told", *claim)


def _rescaled(each: Json) -> Claim:
    return ("rescaled", *(_fold(each[name]) for name in ("project_old", "project_new", "old", "new")))


def _fold(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


# The bridge

_COUNTS = ("opening", "joined", "left", "closing", "completed", "cancelled", "dropped", "merged", "split", "new",
           "re_entered", "formed")  # fmt: skip
_REDS = ("opening", "worsened", "joined", "improved", "left", "other", "rescaled", "closing")


def score_bridge(wanted: Json, found: Comparison) -> Score:
    bridge, expected = found.bridge, wanted["bridge"]
    reds = next((flow for flow in bridge.flows if flow.status == "red"), None)
    no_residual = [("residual", "0")]
    return score(
        [*((name, str(expected[name])) for name in _COUNTS),
         *((f"red: {name}", str(expected["reds"][name])) for name in _REDS if reds or any(expected["reds"].values())),
         *(("status", status, str(was), str(now)) for status, (was, now) in expected["by_status"].items()),
         *no_residual],
        [*((name, str(getattr(bridge, name))) for name in _COUNTS),
         *((f"red: {name}", str(getattr(reds, name))) for name in _REDS if reds),
         *(("status", status, str(was), str(now)) for status, was, now in bridge.by_status),
         ("residual", str(bridge.residual))],
    )  # fmt: skip


# History


def score_history(wanted: Json, memos: Sequence[Memo]) -> Score:
    """Each project asked for by its last name: its record in each memo, how far its end has moved, and the counts."""
    days = {memo.id: str(memo.letterhead.date) for memo in memos}
    claims: list[Claim] = []
    found: list[Claim] = []
    for project in wanted["projects"]:
        name = project["names"][-1]
        claims += [(name, *_gold_step(step)) for step in project["steps"]]
        claims += [(name, what, str(project[what] or "")) for what in ("first_end", "slips", "rebaselines")]
        try:
            told = project_history(name, memos)
        except NotFound:
            continue
        found += [(name, days[step.project.memo], *_found_step(step)) for step in told.steps]
        found += [(name, "first_end", _label(told.baseline.end)), (name, "slips", str(told.slips or "")),
                  (name, "rebaselines", str(told.rebaselines or ""))]  # fmt: skip
    return score(claims, found)


def _gold_step(step: Json) -> Claim:
    moved = (str(step["slip"]), str(step["slip_from_first"])) if step["slip"] else ()
    return (step["memo"], _fold(step["project"]), step["status"], step["end"] or "", *moved,
            *(["rebaselined"] if step["rebaselined"] else []))  # fmt: skip


def _found_step(step: Step) -> Claim:
    record, shift = step.project, step.end_shift
    moved = (str(shift.by), str(shift.from_first)) if shift else ()
    return (_fold(record.project), record.status or "", _label(record.end), *moved,
            *(["rebaselined"] if step.moved == "rebaselined" else []))  # fmt: skip


# Promises


def score_promises(wanted: Json, memos: Sequence[Memo]) -> Score:
    """What became of each promise of the gold, and which memo tells; further promises that are found are free.

    A sentence on a project's own end is part of the promise of that end: where that was made by an earlier memo, only
    the day is compared.
    """
    days = {memo.id: str(memo.letterhead.date) for memo in memos}
    promises = promises_in_order(memos)
    opened = {(days[each.memo], _letters(said)): each
              for each in promises for said in (each.text, *(place.quote for place in each.places))}  # fmt: skip
    renewed = {(days[step.memo], _letters(place.quote)): step
               for each in promises for step in each.steps for place in step.places}  # fmt: skip
    claims: list[Claim] = []
    said: list[Claim] = []
    for promise in wanted["promises"]:
        key = (promise["memo"], _letters(promise["text"]))
        name = (promise["memo"], promise["name"])
        if key in renewed and key not in opened:
            claims.append((*name, promise["due"] or ""))
            said.append((*name, _label(renewed[key].due)))
            continue
        wanted_states = [(promise["state"], promise["by"] or ""), *promise["also"]]
        rights = [(*name, promise["due"] or "", *state, promise["done"] or "") for state in wanted_states]
        became = [(*name, *_became(opened[key], promise))] if key in opened else []
        claims.append(became[0] if became and became[0] in rights else rights[0])
        said += became
        again = [(each["memo"], _letters(each["text"])) for each in promise["again"]]
        said += [(*name, "made again on", each[0], "is taken for a new promise") for each in again if each in opened]
    return score(claims, said)


def _became(promise: Promise, wanted: Json) -> Claim:
    """A project's end may be known to the month where the sentence names the day: both are the same day."""
    told = promise.deciding if promise.state not in ("unmentioned", "not_due") else None
    due, done = (
        wanted[name] if label and (wanted[name] or "").startswith(label) else label
        for name, label in (("due", _label(promise.due)), ("done", _label(promise.done)))
    )
    return (due, promise.state, str(told.date) if told else "", done)


def _letters(text: str) -> str:
    """Without white space and hyphens: a quote breaks its words where the page does."""
    return re.sub(r"[\s-]", "", text).casefold()


def _label(period: Period | None) -> str:
    return period.label() if period else ""


def show(what: str, claims: Iterable[Claim]) -> None:
    for claim in sorted(claims):
        print(f"   {what}: {' | '.join(claim)}")


if __name__ == "__main__":
    main()
