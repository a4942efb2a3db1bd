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
from press.history import history_gold  # noqa: E402
from press.promises import promises_gold  # noqa: E402
from press.setting import Proof, set_memo  # noqa: E402

YEARS = ("series", ("y2020", "y2021", "y2022", "y2023", "y2024", "y2025"))
QUARTERS = ("quarters", ("q2023_3", "q2023_4", "q2024_1", "q2024_2", "q2024_3", "q2024_4"))
OTHERS = ("verrin_falls", "marrowick", "port_osleth", "tamber_heights")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE, help="the folder to write to")
    out: Path = parser.parse_args().out
    for folder in ("memos", "gold"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    write_series(out, "harrowgate-bay", *YEARS)
    write_series(out, "lundermere", *QUARTERS)
    write_others(out / "others")


def write_series(out: Path, name: str, package: str, modules: tuple[str, ...]) -> None:
    sources: list[Source] = [import_module(f"{package}.{module}").SOURCE for module in modules]
    proofs = [write_memo(out, source) for source in sources]
    for old, new in pairwise(sources):
        write_json(out / "gold" / f"changes-{name}-{day(old)}-{day(new)}.json", changes_gold(old, new))
    write_json(out / "gold" / f"history-{name}.json", history_gold(sources))
    fates = import_module(f"{package}.fates").FATES
    promises = promises_gold(list(zip(sources, proofs, strict=True)), fates)
    write_json(out / "gold" / f"promises-{name}.json", promises)


def write_memo(out: Path, source: Source) -> Proof:
    proof = set_memo(source, out / "memos" / f"{source.stem}.pdf")
    write_json(out / "gold" / f"{source.stem}.json", memo_gold(source, proof))
    tables = {"file": f"{source.stem}.pdf", "tables": tables_gold(source, proof)}
    write_json(out / "gold" / f"tables-{source.stem}.json", tables)
    return proof


def day(source: Source) -> str:
    """``harrowgate-bay-2021-03-18`` -> ``2021-03-18``."""
    return "-".join(source.stem.split("-")[-3:])


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
