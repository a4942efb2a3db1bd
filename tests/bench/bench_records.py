"""How long it takes to understand a memo, against how long it takes to read its file, in one run.

    python tests/bench/bench_records.py [FOLDER_OR_FILE ...]

Both are done once before the clock runs, so that models are warm; what was kept of texts is forgotten. The clock counts
this program's processor time, since reading is done here and not in a process of its own. The aim: understanding takes
at most half of the time of reading. Without arguments the memos of ``corpus/memos`` are taken, and a list of 2,000
rows.
"""

import csv
import hashlib
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from extract.language.spacy_model import forget_analyses
from extract.memo import document_to_memo
from ingest.limits import settings_to_limits
from ingest.messages import ReadRequest
from ingest.readers import READERS
from records.document import Document
from records.settings import Settings

ROOT = Path(__file__).parents[2]
ROWS = 2_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [path for name in sys.argv[1:] for path in _files(Path(name))] or list(_defaults(Path(folder)))
        totals = [0.0, 0.0]
        for path in paths:
            document, reading = _read(path)
            understanding = _understand(document)
            if path.suffix == ".pdf":
                totals = [totals[0] + reading, totals[1] + understanding]
            print(
                f"{path.name:45} {len(document.pages):3} pages  read {reading:6.2f} s  "
                f"records {understanding:6.2f} s  ratio {understanding / reading:.2f}"
            )
        if totals[0]:
            print(f"all PDF: read {totals[0]:.2f} s, records {totals[1]:.2f} s, ratio {totals[1] / totals[0]:.2f}")


def _files(path: Path) -> Iterator[Path]:
    yield from sorted(path.glob("*.pdf")) if path.is_dir() else [path]


def _defaults(folder: Path) -> Iterator[Path]:
    yield from sorted((ROOT / "corpus" / "memos").glob("*.pdf"))
    yield _long_list(folder / "list-of-2000.csv")


def _long_list(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Ref", "Project Name", "Department", "RAG Status", "Budget ($)", "End Date", "Description"])
        for n in range(ROWS):
            out.writerow([f"P-{n:04}", f"Culvert {n} at Mile {n * 7 % 311}", f"Division {n % 12}",
                          ("Red", "Amber", "Green")[n % 3], f"{n * 1311:,}", f"{n % 28 + 1}/{n % 12 + 1}/2031",
                          f"Rebuild culvert number {n}, with a new headwall and two grates."])  # fmt: skip
    return path


def _read(path: Path) -> tuple[Document, float]:
    media = {".pdf": "pdf", ".xlsx": "office", ".csv": "csv", ".md": "markdown"}[path.suffix]
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    request = ReadRequest(
        path=str(path), name=path.name, sha256=sha256, media=media, max_pages=500, limits=settings_to_limits(Settings())
    )
    READERS[media](request)
    started = time.process_time()
    document = READERS[media](request)
    return document, time.process_time() - started


def _understand(document: Document) -> float:
    document_to_memo(document)
    forget_analyses()
    started = time.process_time()
    document_to_memo(document)
    return time.process_time() - started


if __name__ == "__main__":
    main()
