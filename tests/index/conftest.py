import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from index.hash_embedder import HashEmbedder
from index.library import Library
from records.settings import Settings


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """``sample_memos.py``, which the crash tests' own processes import as well."""
    path = Path(__file__).with_name("sample_memos.py")
    spec = importlib.util.spec_from_file_location("index_sample_memos", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def open_library(folder: Path) -> Iterator[Callable[..., Library]]:
    """Opens the test's library, as often as wanted; what is still open at the end is closed."""
    opened: list[Library] = []

    def open_it(*, write: bool = True, settings: Settings | None = None, dimension: int = 64) -> Library:
        library = Library.open(folder, settings=settings or Settings(), write=write, embedder=HashEmbedder(dimension))
        opened.append(library)
        return library

    yield open_it
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    return open_library()
