"""What it costs to read a file apart from this process: the first one, which starts a server, and those that follow.

Run: python tests/bench/bench_reading.py. The files are tiny, so that nearly all of the time is the isolation's.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parents[2]))

from ingest.idle import IDLE
from ingest.read import read_file, read_tables
from records.settings import Settings

FILES = 100


def main() -> None:
    print(f"| what | first file | median of {FILES} more | ratio |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        pdf, markdown = write_files(Path(folder))
        report("Markdown", lambda: read_file(markdown, settings=Settings()))
        report("PDF", lambda: read_file(pdf, settings=Settings()))
        report("PDF, tables only", lambda: read_tables(pdf, settings=Settings()))


def write_files(folder: Path) -> tuple[Path, Path]:
    pdf, markdown = folder / "pier.pdf", folder / "pier.md"
    canvas = Canvas(str(pdf))
    canvas.drawString(72, 700, "The north pier opens in May.")
    canvas.save()
    markdown.write_text("# Piers\n\nThe north pier opens in May.\n", encoding="utf-8")
    return pdf, markdown


def report(what: str, read: Callable[[], object]) -> None:
    IDLE.end_all()
    first, *more = (seconds(read) for _ in range(FILES + 1))
    median = statistics.median(more)
    print(f"| {what} | {first * 1000:.0f} ms | {median * 1000:.1f} ms | {median / first:.2f} |")


def seconds(read: Callable[[], object]) -> float:
    started = time.perf_counter()
    read()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
