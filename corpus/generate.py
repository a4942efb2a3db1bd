"""Sets the invented memos and writes their gold records. The same sources give the same bytes on every machine.

    python corpus/generate.py [--out FOLDER]

Without ``--out`` the files beside this script are rewritten.
"""

import argparse
import json
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from press.changes import changes_gold  # noqa: E402 - the typesetter lies beside this script, not on the path
from press.facts import Source  # noqa: E402
from press.gold import memo_gold, tables_gold  # noqa: E402
from press.setting import set_memo  # noqa: E402

YEARS = (2021, 2022, 2023, 2024, 2025)
OTHERS = ("verrin_falls", "marrowick", "port_osleth", "tamber_heights")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE, help="the folder to write to")
    out: Path = parser.parse_args().out
    write_series(out)
    write_others(out / "others")


def write_series(out: Path) -> None:
    sources: list[Source] = [import_module(f"series.y{year}").SOURCE for year in YEARS]
    for folder in ("memos", "gold"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for source in sources:
        proof = set_memo(source, out / "memos" / f"{source.stem}.pdf")
        write_json(out / "gold" / f"{source.stem}.json", memo_gold(source, proof))
        tables = {"file": f"{source.stem}.pdf", "tables": tables_gold(source, proof)}
        write_json(out / "gold" / f"tables-{source.stem}.json", tables)
    for old, new in pairwise(sources):
        name = f"changes-{old.letterhead.date[-4:]}-{new.letterhead.date[-4:]}.json"
        write_json(out / "gold" / name, changes_gold(old, new))


def write_others(out: Path) -> None:
    """The held-out variety: single memos of other invented cities, each laid out and worded in its own way."""
    (out / "gold").mkdir(parents=True, exist_ok=True)
    for name in OTHERS:
        other = import_module(f"others.{name}")
        write_json(out / "gold" / f"{other.STEM}.json", other.write(out))


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
