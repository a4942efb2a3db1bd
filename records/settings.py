"""Settings as data: each has a default and a sentence, and is handed down as an argument, never read from a global."""

from dataclasses import dataclass, field, fields
from typing import Any


def _setting(default: Any, sentence: str, *, secret: bool = False) -> Any:
    return field(default=default, repr=not secret, metadata={"sentence": sentence})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Each is set by the environment variable ``MEMOLENS_<NAME>`` or left at its default."""

    library: str = _setting(".memolens", "The library's folder.")
    database_url: str = _setting("", "A SQLAlchemy URL for the ledger; empty: SQLite inside the library's folder.")
    model: str = _setting("", "A sentence-transformers model's folder; empty: the packaged MiniLM.")
    read_seconds: float = _setting(120.0, "Wall seconds that the reader process may take for one file.")
    read_megabytes: int = _setting(2048, "Memory in MiB that the reader process may use for one file.")
    file_megabytes: int = _setting(200, "Files larger than this many MiB are refused.")
    file_pages: int = _setting(2000, "Files with more pages than this are refused.")
    exact_search_limit: int = _setting(250_000, "Up to this many passages, search is exact; above, Chroma serves.")
    answer_confidence: float = _setting(
        0.6,
        "Answers in a memo's own sentences that are less likely right than this are withheld; 0 shows all.",
    )
    host: str = _setting("127.0.0.1", "The address that `memolens serve` listens on.")
    port: int = _setting(7860, "The port that `memolens serve` listens on.")
    upload_megabytes: int = _setting(50, "The largest upload that the web page takes, in MiB.")
    rephrase_url: str = _setting(
        "",
        "Base URL of an OpenAI-compatible endpoint that may reword answers (`http://localhost:11434/v1`); empty: none.",
    )
    rephrase_model: str = _setting("", "The name of the endpoint's model.")
    rephrase_key: str = _setting(
        "", "The endpoint's key, where it wants one; sent there alone, never shown.", secret=True
    )
    rephrase_seconds: float = _setting(20.0, "Seconds that one rewording may take, retries included.")
    rephrase_retries: int = _setting(
        2, "How often the endpoint is asked again after a failed connection or an error of its own."
    )


def setting_sentences() -> dict[str, tuple[object, str]]:
    """``{name: (default, sentence)}`` in the order of definition, for the documentation."""
    return {f.name: (f.default, str(f.metadata["sentence"])) for f in fields(Settings)}
