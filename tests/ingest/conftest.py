"""Fixtures that the tests of reading files share."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from ingest.isolation import ask_worker
from ingest.limits import Limits
from ingest.messages import ReadReply, ReadRequest
from ingest.pdf.document import read_pdf
from records.document import Document

MISBEHAVING = str(Path(__file__).with_name("misbehaving_worker.py"))
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


@pytest.fixture
def read_pages(tmp_path: Path) -> Callable[..., Document]:
    """Draw each page of a PDF with a function and read the file."""

    def draw_and_read(*pages: Callable[[Canvas], object], **options: object) -> Document:
        path = tmp_path / "memo.pdf"
        canvas = Canvas(str(path), pagesize=letter, **options)
        for draw in pages:
            canvas.setFont("Times-Roman", 11)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return read_pdf(path, name="memo.pdf", sha256="0" * 64, max_pages=50)

    return draw_and_read


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Document]:
    """Have a reader of ``misbehaving_worker.py`` read a file; ``how`` goes to its command line."""

    def ask_reader(
        reader: str, *how: str, name: str = "Harbor memo.txt", seconds: float = 20.0, output: int = 1
    ) -> Document:
        request = ReadRequest(
            path=str(tmp_path / "input"),
            name=name,
            sha256="0" * 64,
            media=reader,
            max_pages=10,
            limits=Limits(seconds=seconds, megabytes=512, output_megabytes=output),
        )
        reply = ask_worker(request, program=(MISBEHAVING, *how))
        assert isinstance(reply, ReadReply)
        return reply.document

    return ask_reader
