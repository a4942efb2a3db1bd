"""What several rooms' tests share: the sample library, built once a run with the real model."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of outside material beside the checkout; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder shared/ does not lie beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the sample memos. Tests that change a library make their own."""
    from records.settings import Settings
    from ui.samples import sample_memos
    from ui.workspace import Workspace

    folder = tmp_path_factory.mktemp("samples") / "library"
    with Workspace(Settings(library=str(folder)), write=True) as workspace:
        outcomes = list(workspace.ingest(sample_memos()))
    assert [outcome.outcome for outcome in outcomes] == ["added"] * len(outcomes)
    return folder
