"""The folder names are generic: these tests make sure that each resolves to this tree and to nothing else's."""

import importlib
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("room", ["records", "ingest", "extract", "index", "answer", "ui"])
def test_room_is_imported_from_this_tree(room: str) -> None:
    module = importlib.import_module(room)
    assert module.__file__ is not None
    assert Path(module.__file__).resolve() == ROOT / room / "__init__.py"


def test_corpus_is_data_and_no_package() -> None:
    assert not (ROOT / "corpus" / "__init__.py").exists()


def test_distribution_can_not_be_uploaded_by_accident() -> None:
    assert "Private :: Do Not Upload" in distribution("memolens").metadata.get_all("Classifier", [])
