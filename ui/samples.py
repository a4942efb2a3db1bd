"""The sample library: the invented memos of ``corpus/``, taken in once and kept."""

from collections.abc import Iterator
from pathlib import Path

from records.errors import UsageError
from records.settings import Settings
from ui.files import READABLE
from ui.workspace import Workspace

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def sample_memos() -> list[Path]:
    """The sample files, oldest first by name. ``UsageError`` where memolens runs without its checkout."""
    files = sorted(path for path in (CORPUS / "memos").glob("*") if path.suffix in READABLE)
    if not files:
        raise UsageError("the sample memos are not here: they come with the source checkout, in its folder corpus/.")
    return files


def other_memos() -> list[Path]:
    """Single memos of other invented cities, each worded and laid out in its own way."""
    return sorted(path for path in (CORPUS / "others").glob("*") if path.suffix in (".pdf", ".md", ".txt"))


def build_sample_library(settings: Settings) -> Iterator[str]:
    """Takes the samples into the library of ``settings``; yields a line a file. Known files cost nothing."""
    files = sample_memos()
    with Workspace(settings, write=True) as workspace:
        for outcome in workspace.ingest(files):
            yield f"{outcome.outcome}: {Path(outcome.path).name}" + (f" ({outcome.reason})" if outcome.reason else "")
