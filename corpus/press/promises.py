"""The commitments of a series and what became of each: a promise that is made again is one promise.

Every commitment of every memo is accounted for, or nothing is written.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from press.facts import Commitment, Fate, Source
from press.periods import to_iso
from press.setting import Proof

Fates = Mapping[tuple[str, str], Fate]
"""By the memo's date and the fact's name."""


def promises_gold(sources: Sequence[tuple[Source, Proof]], fates: Fates) -> dict[str, Any]:
    made = {
        (to_iso(source.letterhead.date) or "", name): (fact, proof.spots[name][0])
        for source, proof in sources
        for name, fact in source.facts.items()
        if isinstance(fact, Commitment)
    }
    known = {*fates, *(again for fate in fates.values() for again in fate.again)}
    if known != made.keys():
        raise ValueError(f"promises without a fate or the reverse: {sorted(known ^ made.keys())}")
    return {
        "body": sources[-1][0].letterhead.body,
        "promises": [_promise(key, fate, made) for key, fate in sorted(fates.items(), key=lambda pair: pair[0][0])],
    }


def _promise(
    key: tuple[str, str], fate: Fate, made: Mapping[tuple[str, str], tuple[Commitment, int]]
) -> dict[str, Any]:
    fact, page = made[key]
    again = [{"memo": each[0], "page": made[each][1], "text": made[each][0].text, "due": made[each][0].due}
             for each in fate.again]  # fmt: skip
    return {
        "name": key[1], "memo": key[0], "page": page, "text": fact.text, "project": fact.project, "due": fact.due,
        "again": again, "state": fate.state, "by": fate.by, "done": fate.done,
        "also": [list(reading) for reading in fate.also],
    }  # fmt: skip
