"""Documents made by hand or read from Markdown text, for the tests of this room."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.frame.sections import document_to_sections
from extract.statements import Context, make_context
from ingest.text.markdown import read_markdown
from records.document import Document
from records.memo import Letterhead


def read_text(text: str, *, name: str = "invented.md") -> Document:
    data = text.encode()
    return read_markdown(data, name=name, sha256=hashlib.sha256(data).hexdigest())


@pytest.fixture(scope="session")
def markdown() -> Callable[..., Document]:
    """Markdown text -> ``Document``."""
    return read_text


@pytest.fixture(scope="session")
def context() -> Callable[..., Context]:
    """Markdown text -> what the readers of the room are given, with the memo dated ``when``."""

    def make(text: str, *, when: date | None = date(2028, 6, 15), fiscal_start: int = 7) -> Context:
        document = read_text(text)
        return make_context(
            document, document_to_sections(document), Letterhead(date=when), "memo-1", fiscal_start=fiscal_start
        )

    return make


@pytest.fixture(scope="session")
def invented() -> Callable[[str], tuple[Document, dict[str, Any]]]:
    """One of the invented memos beside this file, and what it is known to say."""
    folder = Path(__file__).parent / "memos"

    def load(name: str) -> tuple[Document, dict[str, Any]]:
        text = (folder / f"{name}.md").read_text(encoding="utf-8")
        return read_text(text, name=f"{name}.md"), json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))

    return load
