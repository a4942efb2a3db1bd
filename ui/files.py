"""From the paths a user names to the files to read: folders recursively, links not followed, nothing passed over
without a word.

Tables that memolens wrote into a folder are not read as its documents the next time.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

READABLE = frozenset(
    {".pdf", ".docx", ".xlsx", ".xlsm", ".csv", ".tsv", ".tab", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt",
     ".text"}
)  # fmt: skip
_PACKAGE = "datapackage.json"
_UNSEEN = (".", "~$")
"""How the names of hidden files begin, and of those that Office keeps beside an open document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFiles:
    """``passed_over`` counts, by suffix, the files in folders that memolens does not read."""

    files: tuple[Path, ...]
    passed_over: tuple[tuple[str, int], ...]

    def passed_over_note(self) -> str | None:
        """``2 files passed over: .doc (1), .zip (1)``, or ``None`` where all were taken."""
        if not self.passed_over:
            return None
        total = sum(count for _, count in self.passed_over)
        kinds = ", ".join(f"{suffix or 'no suffix'} ({count})" for suffix, count in self.passed_over)
        return f"{total} file{'s' if total > 1 else ''} of other kinds passed over: {kinds}"


def find_files(paths: Iterable[Path]) -> FoundFiles:
    """Every named file, and every readable file below a named folder, each once, in a stable order."""
    files: dict[Path, None] = {}
    others: Counter[str] = Counter()
    written: dict[Path, frozenset[str]] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for file in _files_below(path):
            if file.parent not in written:
                written[file.parent] = _written(file.parent)
            if file.suffix.lower() in READABLE and file.name not in written[file.parent]:
                files[file] = None
            else:
                others[file.suffix.lower()] += 1
    return FoundFiles(files=tuple(files), passed_over=tuple(sorted(others.items())))


def _written(folder: Path) -> frozenset[str]:
    """The names of the tables in ``folder`` that its data package traces to a document, as memolens does."""
    try:
        package = json.loads((folder / _PACKAGE).read_bytes())
        resources = [r for r in package["resources"] if {"path", "source", "sha256"} <= r.keys()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()
    return frozenset(str(resource["path"]) for resource in resources)


def _files_below(folder: Path) -> Iterator[Path]:
    for child in sorted(folder.iterdir()):
        if child.name.startswith(_UNSEEN) or child.is_symlink():
            continue
        if child.is_dir():
            yield from _files_below(child)
        elif child.is_file():
            yield child
