"""The packaged model works offline and is what it says it is; folders that could run code are refused."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from index.embed import SentenceTransformerEmbedder, settings_to_embedder
from records.errors import ModelError
from records.settings import Settings


@pytest.fixture(scope="session")
def model() -> SentenceTransformerEmbedder:
    return settings_to_embedder(Settings())


@pytest.fixture
def copied(model: SentenceTransformerEmbedder, tmp_path: Path) -> Path:
    """The model's folder with links to its files, to be spoiled."""
    folder = tmp_path / "model"
    shutil.copytree(model.folder, folder, copy_function=lambda source, target: Path(target).symlink_to(source))
    return folder


@pytest.mark.model
def test_meaning_is_near_and_length_is_one(model: SentenceTransformerEmbedder) -> None:
    harbour, pier, budget = model.encode(["The ship docked.", "A vessel moored at the pier.", "Taxes rose by 3%."])
    assert harbour.dtype == np.float32
    assert len(harbour) == model.dimension == 384
    assert np.allclose(np.linalg.norm([harbour, pier, budget], axis=1), 1, atol=1e-5)
    assert harbour @ pier > harbour @ budget + 0.2


@pytest.mark.model
def test_a_text_has_one_vector_whatever_it_is_batched_with(model: SentenceTransformerEmbedder) -> None:
    alone = model.encode(["The ship docked."])[0]
    among = model.encode(["The ship docked.", "word " * 300, "x"])[0]
    assert np.allclose(alone, among, atol=1e-5)


def test_no_text_makes_no_vectors(model: SentenceTransformerEmbedder) -> None:
    assert model.name.startswith("sentence-transformers:53aa5117")


def test_altered_weights_are_refused(model: SentenceTransformerEmbedder, copied: Path) -> None:
    weights = copied / "model.safetensors"
    weights.unlink()
    weights.write_bytes(b"other weights")
    spoiled = SentenceTransformerEmbedder(copied, sha256=model.name.split(":")[1])
    with pytest.raises(ModelError, match="not the published ones"):
        spoiled.encode(["text"])


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("config.json", {"auto_map": {"AutoModel": "evil.Model"}}, "auto_map"),
        ("modules.json", [{"idx": 0, "type": "os.system"}], "outside sentence-transformers"),
        ("modules.json", {"type": "os.system"}, "outside sentence-transformers"),
        ("config.json", "{", "cannot be read"),
    ],
)
def test_a_folder_that_could_run_code_is_refused(copied: Path, file: str, content: object, message: str) -> None:
    (copied / file).unlink()
    (copied / file).write_text(content if isinstance(content, str) else json.dumps(content))
    with pytest.raises(ModelError, match=message):
        SentenceTransformerEmbedder(copied).encode(["text"])


def test_only_safetensors_are_read(copied: Path) -> None:
    (copied / "model.safetensors").rename(copied / "pytorch_model.bin")
    with pytest.raises(ModelError, match="safetensors"):
        SentenceTransformerEmbedder(copied).encode(["text"])


def test_a_model_that_is_not_here_says_how_to_get_it() -> None:
    with pytest.raises(ModelError, match="hf download someone/some-model"):
        settings_to_embedder(Settings(model="someone/some-model"))
