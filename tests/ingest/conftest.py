"""Fixtures that the tests of reading files share."""

import importlib.util
from pathlib import Path

import pytest

TYPESETTER = Path(__file__).parents[1] / "seed_pdf.py"


@pytest.fixture(scope="session")
def seed_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real memo as a PDF, typeset at run time."""
    spec = importlib.util.spec_from_file_location("seed_pdf", TYPESETTER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not module.SEED.exists():
        pytest.skip(f"the real memo is not here: {module.SEED.name}")
    folder: Path = tmp_path_factory.mktemp("seed")
    pdf: Path = module.seed_pdf(folder)
    return pdf
