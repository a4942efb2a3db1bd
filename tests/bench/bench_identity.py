"""How well projects are recognised under their names in two reports, against pairs matched by hand.

    python tests/bench/bench_identity.py [FOLDER] [--held-out] [--renames]

FOLDER holds ``pairs.csv`` and ``reports/it-projects-<year>.csv``, read as the product reads them. The pairs were
matched by volunteers and are not complete: a claimed pair that is not in the list counts as wrong here even where it is
right. ``--held-out`` fits the weights anew without each span, and without one half of the departments, and measures
there. ``--renames`` gives the projects of the last report new names as clerks do, and asks who is who.
"""

import argparse
import csv
import random
import re
import sys
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from answer.comparison.departments import same_departments
from answer.comparison.evidence import WEIGHTS, gather_evidence, measure_pairs
from answer.comparison.match import match_projects, match_scores
from answer.comparison.names import initials
from extract.memo import document_to_memo
from ingest.read import read_file
from records.facts import Project
from records.settings import Settings

DEFAULT = Path(__file__).parents[2].parent / "shared" / "status" / "canada-it"
SPANS = (("2019", "2022"), ("2016", "2019"), ("2016", "2022"))
FITTED = tuple(
    name for name in WEIGHTS if name not in {"base", "same_sum", "same_end", "same_owner", "start", "reference"}
)
"""The lists have no start dates and no references; what equal sums, ends and owners say is counted."""

NOBODY_ELSE = 0.5
"""The fit takes each pair by itself; that each project goes to one partner only makes the best one likelier."""

UNLISTED = 1.0
"""The fit leaves out pairs as alike as this that the volunteers do not list: most of them they have overlooked."""

PENALTY = 1.0

Projects = tuple[Project, ...]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    name: str
    old: Projects
    new: Projects
    true: frozenset[Pair]

    def halves(self) -> NDArray[np.bool_]:
        """One half of the departments, the same in every span."""
        return np.array([zlib.crc32((p.department or "").encode()) % 2 == 0 for p in self.old])

    def labels(self) -> NDArray[np.float64]:
        return np.array(
            [[_pair(p, q) in self.true and p.department == q.department for q in self.new] for p in self.old], float
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--renames", action="store_true")
    args = parser.parse_args()
    spans = read_spans(args.folder)
    for title, without in (
        ("all that the lists say", {}),
        ("name and department alone", {"description": None, "budget": None, "end": None, "aliases": ()}),
    ):
        print(title)
        for span in spans:
            print("  ", measure(_bare(span, without), WEIGHTS))
    if args.held_out:
        print_held_out(spans)
    if args.renames:
        print_renames(spans[0].new)


def read_spans(folder: Path) -> list[Span]:
    years = sorted({year for span in SPANS for year in span})
    lists = {year: _read_list(folder / "reports" / f"it-projects-{year}.csv") for year in years}
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Span(
            name=f"{old}-{new}",
            old=lists[old],
            new=lists[new],
            true=frozenset((_fold(r["old"]), _fold(r["new"])) for r in rows if (r["from"], r["to"]) == (old, new)),
        )
        for old, new in SPANS
    ]


def measure(span: Span, weights: Mapping[str, float], *, rows: NDArray[np.bool_] | None = None) -> str:
    started = time.perf_counter()
    matching = match_scores(np.sum(list(gather_evidence(span.old, span.new, weights=weights).values()), axis=0))
    seconds = time.perf_counter() - started
    kept = [pair for pair in matching.pairs if rows is None or rows[pair.old]]
    claimed = {_pair(span.old[pair.old], span.new[pair.new]) for pair in kept}
    names = {_fold(p.project) for position, p in enumerate(span.old) if rows is None or rows[position]}
    true = {pair for pair in span.true if pair[0] in names}
    hit = len(claimed & true)
    return (
        f"{span.name}: true {len(true)}  claimed {len(claimed)}  left open {len(matching.ambiguous)}  "
        f"precision {hit / max(1, len(claimed)):.3f}  recall {hit / max(1, len(true)):.3f}  {seconds:.1f} s"
    )


def print_held_out(spans: Sequence[Span]) -> None:
    print("fitted without the span")
    for held in spans:
        everything = [(span, np.ones(len(span.old), dtype=bool)) for span in spans if span is not held]
        print("  ", measure(held, fit(everything)))
    print("fitted on the other half of the departments")
    for half in (True, False):
        weights = fit([(span, span.halves() != half) for span in spans])
        for span in spans:
            print("  ", measure(span, weights, rows=span.halves() == half))
    print("fitted on everything")
    for name, weight in fit([(span, np.ones(len(span.old), dtype=bool)) for span in spans]).items():
        print(f"   {name:18}{weight:6.2f}  (in use {WEIGHTS[name]:.2f})")


def fit(parts: Sequence[tuple[Span, NDArray[np.bool_]]]) -> dict[str, float]:
    """Logistic regression over the pairs that are at all alike, with and without descriptions and budgets."""
    tables, labels = [], []
    for span, rows in parts:
        for without in ({}, {"description": None, "aliases": ()}, {"description": None, "budget": None, "aliases": ()}):
            bare = _bare(span, without)
            departments = same_departments(bare.old, bare.new)
            measures = measure_pairs(bare.old, bare.new, departments=departments)
            alike = (measures["alike"] > 0.25) | (measures["found_once"] > 0.45) | (measures["text"] > 0.25)
            forgotten = (span.labels() == 0) & (measures["other_department"] == 0) & (measures["whole"] > 0)
            wanted = alike & rows[:, None] & ~(forgotten & (measures["text"] + measures["alike"] > UNLISTED))
            tables.append(np.stack([*(measures[name][wanted] for name in FITTED), np.ones(wanted.sum())], axis=1))
            labels.append(span.labels()[wanted])
    found = _logistic(np.concatenate(tables), np.concatenate(labels))
    return {**WEIGHTS, **dict(zip(FITTED, found, strict=False)), "base": float(found[-1]) + NOBODY_ELSE}


def _logistic(table: NDArray[np.float64], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights
        held = np.append(weights[:-1], 0.0)
        off = 1 / (1 + np.exp(-scores)) - labels
        return float(
            (np.logaddexp(0, scores) - labels * scores).sum() + PENALTY * held @ held
        ), table.T @ off + 2 * PENALTY * held

    return np.asarray(minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x)


def print_renames(projects: Projects) -> None:
    print("made-up renames (in brackets: with the department)")
    for way, rename in WAYS.items():
        results = []
        for department in (False, True):
            old = [
                replace(p, description=None, aliases=(), department=p.department if department else None)
                for p in projects[::2]
            ]
            new = [replace(p, project=rename(p.project)) for p in old]
            matching = match_projects(old, new)
            right = sum(pair.old == pair.new for pair in matching.pairs)
            results.append(f"{right}/{len(matching.pairs)} right")
        print(f"   {way:28}{results[0]} ({results[1]}) of {len(old)}")


def _initials_for_two_words(name: str) -> str:
    return re.sub(r"\b([A-Z])\w{3,20} ([A-Z])\w{3,20}\b", r"\1\2", name, count=1)


def _order(name: str) -> str:
    return (
        " of ".join(reversed(re.split(r" (?:for|of) ", name, maxsplit=1))) if re.search(" (?:for|of) ", name) else name
    )


def _slip(name: str) -> str:
    long = re.search(r"[A-Za-z]{7,}", name)
    return name[: long.start() + 4] + name[long.start() + 5 :] if long else name


_TITLES = random.Random(1).sample(["Atlas", "Orion", "Maple", "Compass", "Beacon", "Keystone"], 6)

WAYS: dict[str, Callable[[str], str]] = {
    "a title before": lambda name: f"Project {_TITLES[len(name) % 6]} – {name}",
    "formerly": lambda name: f"{_TITLES[len(name) % 6]} (formerly {name})",
    "last word dropped": lambda name: name.rpartition(" ")[0] or name,
    "two words as initials": _initials_for_two_words,
    "initials in brackets": lambda name: f"{name} ({next(iter(sorted(initials(name))), 'X')})",
    "order turned": _order,
    "a letter missing": _slip,
    "capitals": str.upper,
}


def _read_list(path: Path) -> Projects:
    return document_to_memo(read_file(path, settings=Settings())).projects


def _bare(span: Span, without: Mapping[str, object]) -> Span:
    def strip(projects: Projects) -> Projects:
        return tuple(replace(project, **without) for project in projects)  # type: ignore[arg-type]

    return replace(span, old=strip(span.old), new=strip(span.new))


def _pair(old: Project, new: Project) -> Pair:
    return _fold(old.project), _fold(new.project)


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


if __name__ == "__main__":
    main()
