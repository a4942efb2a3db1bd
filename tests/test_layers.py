"""Imports go one way, and heavy libraries are loaded by the adapter that needs them, when it is first used."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
HEAVY = (
    "torch",
    "spacy",
    "sentence_transformers",
    "chromadb",
    "gradio",
    "pdfplumber",
    "pypdfium2",
    "sqlalchemy",
    "numpy",
)


def test_rooms_import_leftwards_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_command_line_starts_without_heavy_libraries() -> None:
    code = f"import sys, ui.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_records_need_the_standard_library_alone() -> None:
    names = sorted(path.stem for path in (ROOT / "records").glob("*.py") if path.stem != "__init__")
    code = (
        f"import importlib, sys; [importlib.import_module('records.' + name) for name in {names!r}]; "
        "tops = {name.partition('.')[0] for name in sys.modules}; "
        "print(sorted(top for top in tops if 'site-packages' in (getattr(sys.modules[top], '__file__', '') or '')))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("room", ["records", "ingest", "extract", "index", "answer", "ui"])
def test_room_says_what_it_is_for_and_imports_nothing(room: str) -> None:
    text = (ROOT / room / "__init__.py").read_text(encoding="utf-8")
    assert text.startswith('"""')
    assert "import " not in text.split('"""')[2]
