"""How well projects are recognised under their names in two reports, against pairs matched by hand.

    python tests/bench/bench_identity.py [FOLDER]

FOLDER holds ``pairs.csv`` and ``reports/it-projects-<year>.csv``. The weights in ``answer/match.py`` were fitted on
2019-2022; 2016-2022 was held back. The pairs were matched by volunteers and are not complete: a claimed pair that is
not in the list counts as wrong here even where it is right.
"""

import csv
import re
import sys
import time
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from answer.comparison.match import match_projects
from records.facts import Project
from records.values import Money

DEFAULT = Path(__file__).parents[2].parent / "shared" / "status" / "canada-it"
SPANS = (("2019", "2022"), ("2016", "2019"), ("2016", "2022"))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    for with_more in (True, False):
        print("name, department, description, budget" if with_more else "name and department alone")
        for old, new in SPANS:
            print("  ", score(folder, old, new, with_more=with_more))


def score(folder: Path, old_year: str, new_year: str, *, with_more: bool) -> str:
    old, new = read(folder, old_year, with_more=with_more), read(folder, new_year, with_more=with_more)
    started = time.perf_counter()
    matching = match_projects(old, new)
    seconds = time.perf_counter() - started
    claimed = {(fold(old[pair.old].project), fold(new[pair.new].project)) for pair in matching.pairs}
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["from"], row["to"]) == (old_year, new_year)]
    true = {(fold(row["old"]), fold(row["new"])) for row in rows}
    renamed = {(fold(row["old"]), fold(row["new"])) for row in rows if row["renamed"] == "1"}
    hit = claimed & true
    precision, recall = len(hit) / max(1, len(claimed)), len(hit) / max(1, len(true))
    return (
        f"{old_year}-{new_year}: true {len(true)}  claimed {len(claimed)}  ambiguous {len(matching.ambiguous)}  "
        f"precision {precision:.3f}  recall {recall:.3f}  renamed {len(hit & renamed)}/{len(renamed)}  {seconds:.1f} s"
    )


def read(folder: Path, year: str, *, with_more: bool) -> list[Project]:
    with (folder / "reports" / f"it-projects-{year}.csv").open(encoding="utf-8", newline="") as file:
        return [row_to_project(row, with_more=with_more) for row in csv.DictReader(file)]


def row_to_project(row: dict[str, str], *, with_more: bool) -> Project:
    digits = re.sub(r"[^\d.]", "", row["Total budget"]).strip(".")
    return Project(
        project=row["Project"],
        department=row["Department"],
        description=row["Description"] if with_more else None,
        budget=Money(amount=Decimal(digits), text=row["Total budget"]) if with_more and digits else None,
        memo="", as_of=None, places=(),
    )  # fmt: skip


def fold(name: str) -> str:
    return " ".join(name.split()).casefold()


if __name__ == "__main__":
    main()
