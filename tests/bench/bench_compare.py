"""How long comparing two memos of many projects takes, and in which part.

    python tests/bench/bench_compare.py [PROJECTS] [--parts]

Two memos are made up (a table of PROJECTS rows, 500 unless told, and a paragraph on every third project), written as
Markdown and read as any memo is; of the second, a tenth of the projects is renamed, a tenth gone and a tenth new, and
dates, sums, statuses and texts have moved. Printed are the best of three runs and, with ``--parts``, the seconds
inside each module.
"""

import cProfile
import pstats
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from answer.compare import compare
from extract.memo import document_to_memo
from ingest.read import read_file
from records.memo import Memo
from records.settings import Settings

ROOT = Path(__file__).parents[2]
PLACES = [
    "Harbor",
    "Ferry",
    "Canal",
    "Pier",
    "Library",
    "Depot",
    "Airport",
    "Garden",
    "Museum",
    "Quarry",
    "Orchard",
    "Stadium",
    "Tunnel",
    "Bridge",
    "Market",
]
THINGS = [
    "Ticketing",
    "Lighting",
    "Payroll",
    "Permits",
    "Records",
    "Camera",
    "Parking",
    "Training",
    "Billing",
    "Heating",
    "Inventory",
    "Dispatch",
    "Signal",
    "Inspection",
    "Archive",
    "Wireless",
    "Fleet",
    "Licence",
    "Scheduling",
    "Drainage",
]
KINDS = ["System", "Upgrade", "Replacement", "Portal", "Program", "Renewal", "Platform", "Pilot"]
TROUBLES = "The vendor is late with the second delivery|Two posts are vacant|Permits are pending|Testing found defects"
STATUSES = ("Red", "Yellow", "Green", "Green", "Green")
Row = dict[str, str]


def main() -> None:
    count = int(next((a for a in sys.argv[1:] if a.isdigit()), "500"))
    old, new = make_pair(count)
    seconds, processor = min(timed(old, new) for _ in range(3))
    changes = Counter(change.kind for change in compare(old, new).changes)
    print(f"{len(old.projects)} and {len(new.projects)} projects: {seconds:.2f} s, {processor:.2f} s of the processor")
    print("   ", ", ".join(f"{kind} {number}" for kind, number in changes.most_common()))
    if "--parts" in sys.argv:
        print_parts(old, new)


def make_pair(count: int) -> tuple[Memo, Memo]:
    """Made of the same seed every time."""
    chance = random.Random(7)
    names = [f"{p} {t} {k}" for p in PLACES for t in THINGS for k in KINDS]
    chance.shuffle(names)
    old = [name_to_row(name, chance) for name in names[: count - count // 10]]
    old += [name_to_row(name, chance) for name in names[count : count + count // 10]]
    new = [moved(row, chance, rename=number % 10 == 0) for number, row in enumerate(old[: count - count // 10])]
    new += [name_to_row(name, chance) for name in names[count + count // 10 : count + 2 * (count // 10)]]
    return rows_to_memo(old, "March 3, 2031", chance), rows_to_memo(new, "March 4, 2032", chance)


def name_to_row(name: str, chance: random.Random) -> Row:
    return {
        "Project": name,
        "Department": chance.choice(("Public Works", "Finance", "Police", "Parks", "Libraries", "Housing")),
        "Status": chance.choice(STATUSES),
        "Issue": chance.choice(TROUBLES.split("|")),
        "Budget": f"${chance.randint(1, 90) * 50_000:,}",
        "Completion": f"{chance.choice(('March', 'June', 'December'))} {chance.randint(2032, 2035)}",
    }


def moved(row: Row, chance: random.Random, *, rename: bool) -> Row:
    other = name_to_row(row["Project"], chance)
    kept = {key: row[key] if chance.random() < 0.7 else other[key] for key in row}
    name = f"{row['Project'].rpartition(' ')[0]} {chance.choice(KINDS)}" if rename else row["Project"]
    return {**kept, "Department": row["Department"], "Project": name}


def rows_to_memo(rows: list[Row], day: str, chance: random.Random) -> Memo:
    head = f"# Memorandum\n\nTO: Harbor Committee\n\nFROM: Ada Mate\n\nSUBJECT: Projects\n\nDATE: {day}\n\n"
    table = ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0])]
    table += ["| " + " | ".join(row.values()) + " |" for row in rows]
    prose = [
        f"The {row['Project']} served {chance.randint(100, 9_000):,} residents. It is led by {row['Department']}."
        for row in rows[::3]
    ]
    text = head + "## Status\n\n" + "\n".join(table) + "\n\n## Highlights\n\n" + "\n\n".join(prose) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memo.md"
        path.write_text(text, encoding="utf-8")
        return document_to_memo(read_file(path, settings=Settings()))


def timed(old: Memo, new: Memo) -> tuple[float, float]:
    """By the clock, and of the processor's time: the first is longer where others are at work."""
    started, used = time.perf_counter(), time.process_time()
    compare(old, new)
    return time.perf_counter() - started, time.process_time() - used


def print_parts(old: Memo, new: Memo) -> None:
    profile = cProfile.Profile()
    profile.runcall(compare, old, new)
    stats = pstats.Stats(profile)
    total: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        ours = Path(file).is_relative_to(ROOT) and ".venv" not in file
        total[str(Path(file).relative_to(ROOT)) if ours else "(libraries)"] += own
    for name, seconds in total.most_common(12):
        print(f"    {seconds:6.2f} s  {seconds / sum(total.values()):4.0%}  {name}")


if __name__ == "__main__":
    main()
