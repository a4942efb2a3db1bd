"""The changes that ``compare`` finds between the corpus's yearly memos, against the gold: found, missed, extra.

    python tests/bench/bench_changes.py [--list]

A change of a project counts as found where kind, both names, field and both values agree; a changed figure where the
numbers on both sides agree. ``--list`` names what is missed and what is extra; ``silent`` is counted where gold tells.
"""

import json
import re
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from answer.compare import compare
from extract.memo import document_to_memo
from ingest.read import read_file
from records.memo import Memo
from records.settings import Settings

ROOT = Path(__file__).parents[2]
Key = tuple[str, ...]
_UNSTATED = {"spent", "department", "owner", "description"}
"""Fields whose changes the gold does not list."""


def main() -> None:
    listing = "--list" in sys.argv
    memos = [read_memo(path) for path in sorted((ROOT / "corpus" / "memos").glob("*.pdf"))]
    totals = [0, 0, 0, 0, 0]
    for number, (old, new) in enumerate(pairwise(memos)):
        counts = score_pair(old, new, earlier=memos[:number], listing=listing)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    print("all       ", describe(totals))


def read_memo(path: Path) -> Memo:
    return document_to_memo(read_file(path, settings=Settings()))


def score_pair(old: Memo, new: Memo, *, earlier: list[Memo], listing: bool) -> list[int]:
    years = "-".join(str(memo.letterhead.date)[:4] for memo in (old, new))
    gold = json.loads((ROOT / "corpus" / "gold" / f"changes-{years}.json").read_text(encoding="utf-8"))["changes"]
    wanted = {key(change): change["silent"] for change in gold}
    found = {
        key(as_dict(change)): change.silent
        for change in compare(old, new, earlier=earlier).changes
        if change.field not in _UNSTATED
    }
    both = wanted.keys() & found.keys()
    judged = [k for k in both if wanted[k] is not None]
    counts = [
        len(both), len(wanted.keys() - both), len(found.keys() - both), len(judged),
        sum(wanted[k] == found[k] for k in judged),
    ]  # fmt: skip
    print(f"{years}:", describe(counts))
    if listing:
        show("missed", wanted.keys() - both)
        show("extra", found.keys() - both)
    return counts


def describe(counts: list[int]) -> str:
    found, missed, extra, judged, right = counts
    return f"found {found}  missed {missed}  extra {extra}  silent right {right} of {judged}"


def show(what: str, keys: Iterable[Key]) -> None:
    for each in sorted(keys):
        print(f"   {what}: {' | '.join(part for part in each if part)}")


def as_dict(change: Any) -> dict[str, Any]:
    return {name: getattr(change, name) for name in ("kind", "project_old", "project_new", "field", "old", "new")}


def key(change: dict[str, Any]) -> Key:
    if change["kind"] == "metric_changed":
        return (change["kind"], first_number(change["old"]), first_number(change["new"]))
    names = tuple((change[name] or "").casefold() for name in ("kind", "project_old", "project_new"))
    if change["kind"] in ("status_changed", "field_changed"):
        return (*names, *((change[name] or "").casefold() for name in ("field", "old", "new")))
    if change["kind"] == "definition_changed":
        return (change["kind"], (change["field"] or "").casefold())
    return names


def first_number(text: str | None) -> str:
    found = re.search(r"[\d.,]*\d", text or "")
    return found.group().replace(",", "") if found else (text or "").split(" ")[0].casefold()


if __name__ == "__main__":
    main()
