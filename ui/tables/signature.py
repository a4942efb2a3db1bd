"""By what a file was read: the same signature and the same file give the same tables.

The code itself counts, not the version alone: whoever works on the reader sees new results without asking for them.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

from records.settings import Settings

_ROOT = Path(__file__).resolve().parents[2]
_CODE = ("records", "ingest", "ui/export", "ui/wire.py")
_LIBRARIES = ("memolens", "pypdfium2", "pdfplumber", "pdfminer.six", "markdown-it-py", "openpyxl")


def reading_signature(settings: Settings, *, format: str) -> str:
    digest = hashlib.sha256(f"{format} {settings.file_pages}".encode())
    for name in _LIBRARIES:
        digest.update(f" {name} {version(name)}".encode())
    for part in _CODE:
        path = _ROOT / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.relative_to(_ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]
