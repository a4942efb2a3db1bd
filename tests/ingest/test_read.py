"""What may be read, and what each kind of file that may not is told."""

import os
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ingest.read import read_file, read_tables
from ingest.sniff import sniff
from records.document import Document
from records.errors import InputError
from records.settings import Settings

SETTINGS = Settings(read_seconds=30.0, read_megabytes=1024, file_megabytes=1, file_pages=3)


def write_pdf(path: Path, *pages: str) -> Path:
    canvas = Canvas(str(path))
    for text in pages:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return path


def outcome(path: Path) -> Document | InputError:
    try:
        return read_file(path, settings=SETTINGS)
    except InputError as error:
        return error


def refusal(path: Path) -> InputError:
    result = outcome(path)
    assert isinstance(result, InputError)
    return result


def test_a_pdf_becomes_a_document_under_its_own_name_and_hash(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "pier.pdf", "The north pier opens in May.", "The south pier stays closed.")
    document = read_file(path, settings=SETTINGS)
    assert (document.file, document.media, len(document.pages)) == ("pier.pdf", "pdf", 2)
    assert [block.text for block in document.blocks] == ["The north pier opens in May.", "The south pier stays closed."]
    assert document.problems == ()
    assert len(document.sha256) == 64
    assert read_file(path, settings=SETTINGS, name="Board memo.pdf").file == "Board memo.pdf"


@pytest.mark.parametrize(("name", "media"), [("pier.md", "markdown"), ("pier.txt", "text")])
def test_text_files_go_to_their_readers(name: str, media: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("# Piers\n\nThe north pier opens in May.\n", encoding="utf-8")
    document = read_file(path, settings=SETTINGS)
    assert document.media == media
    assert document.blocks[-1].text.endswith("The north pier opens in May.")


@pytest.mark.parametrize(
    ("name", "head", "media"),
    [
        ("memo.pdf", b"%PDF-1.7\n", "pdf"),
        ("memo.pdf", b"junk from a mail gateway\n%PDF-1.4\n", "pdf"),
        ("memo.txt", b"%PDF-1.7\n", "pdf"),
        ("memo", b"%PDF-1.7\n", "pdf"),
        ("memo.md", b"A PDF begins with %PDF-1.7, as is known.", "markdown"),
        ("memo.MARKDOWN", b"# Title", "markdown"),
        ("memo.text", "Übersicht".encode("utf-16"), "text"),
        ("memo.md", b"<h1>Title</h1>\n\ntext", "markdown"),
        ("memo.md", b"\xef\xbb\xbf<html>", "html"),
        ("memo.xls", b"<html><table>", "html"),
        ("part.htm", b"<table><tr><td>x", "html"),
        ("memo.docx", b"PK\x03\x04\x14\x00", "office"),
        ("list.csv", b"a,b\n1,2\n", "csv"),
        ("list.TSV", "a\tb\n".encode("utf-16"), "csv"),
    ],
)
def test_the_content_decides_what_a_file_is(name: str, head: bytes, media: str) -> None:
    assert sniff(head, name=name) == media


@pytest.mark.parametrize(
    ("name", "head", "code", "words"),
    [
        ("memo.pdf", b"", "empty", "empty"),
        ("memo.txt", b" \r\n\t\n", "empty", "empty"),
        ("memo.pdf", b"<!DOCTYPE html><html><body>Not found", "unsupported", "a web page"),
        ("memo.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "unsupported", "an old or password-protected Office document"),
        ("memo.pdf", b"\x89PNG\r\n", "unsupported", "a picture (PNG)"),
        ("memo.txt", b"\x00\x01\x02\x03", "unsupported", "binary data"),
        ("memo.pdf", b"Dear Board,", "unsupported", "no PDF header"),
        ("memo.log", b"a,b\n1,2\n", "unsupported", "Rename it"),
        ("memo", b"Dear Board,", "unsupported", "Rename it"),
    ],
)
def test_what_cannot_be_read_is_named_with_advice(name: str, head: bytes, code: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        sniff(head, name=name)
    assert caught.value.code == code
    assert words in str(caught.value)
    assert str(caught.value).startswith(name)


def test_links_folders_pipes_and_missing_files_are_not_opened(tmp_path: Path) -> None:
    real = write_pdf(tmp_path / "real.pdf", "text")
    (tmp_path / "link.pdf").symlink_to(real)
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()
    codes = {name: refusal(tmp_path / name).code for name in ("link.pdf", "pipe.pdf", "folder.pdf", "absent.pdf")}
    assert codes == {"link.pdf": "link", "pipe.pdf": "not_a_file", "folder.pdf": "not_a_file", "absent.pdf": "missing"}
    assert str(tmp_path) not in str(refusal(tmp_path / "absent.pdf"))


def test_large_files_are_refused_before_they_are_parsed(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * (1024 * 1024 + 1))
    assert refusal(tmp_path / "large.txt").code == "too_large"


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    assert refusal(write_pdf(tmp_path / "long.pdf", "1", "2", "3", "4")).code == "too_many_pages"


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "locked.pdf"), encrypt="a password")
    canvas.drawString(72, 700, "The north pier opens in May.")
    canvas.save()
    assert refusal(tmp_path / "locked.pdf").code == "encrypted"


def test_a_file_without_any_text_has_failed(tmp_path: Path) -> None:
    assert refusal(write_pdf(tmp_path / "blank.pdf", "")).code == "no_text"


def test_a_truncated_pdf_is_damaged_or_partial_but_never_fine(tmp_path: Path) -> None:
    whole = write_pdf(tmp_path / "whole.pdf", *(f"Pier {number} opens in May." for number in range(3))).read_bytes()
    for cut in range(40, len(whole) - 40, len(whole) // 12):
        (tmp_path / "cut.pdf").write_bytes(whole[:cut])
        result = outcome(tmp_path / "cut.pdf")
        if isinstance(result, InputError):
            assert result.code in ("damaged", "no_text")
        else:
            assert len(result.blocks) == 3 or any(problem.loses_text for problem in result.problems)


def test_text_lost_from_a_damaged_stream_is_never_lost_in_silence(tmp_path: Path) -> None:
    """Both readers see the same rest of a broken stream; that it broke off is only logged by the parser."""
    canvas = Canvas(str(tmp_path / "whole.pdf"), pageCompression=1)
    lines = [f"Pier {number} is {number * 37} feet long and was built in {1900 + number}." for number in range(40)]
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 16 * number, line)
    canvas.save()
    whole = (tmp_path / "whole.pdf").read_bytes()
    start, end = whole.index(b"stream\n") + 7, whole.index(b"endstream")
    for at in range(start + 20, end - 20, (end - start) // 6):
        damaged = bytearray(whole)
        damaged[at : at + 4] = bytes(4)
        (tmp_path / "damaged.pdf").write_bytes(damaged)
        result = outcome(tmp_path / "damaged.pdf")
        if isinstance(result, Document) and sum(len(block.text) for block in result.blocks) < sum(map(len, lines)):
            assert any(problem.loses_text for problem in result.problems)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    read_file(write_pdf(tmp_path / "pier.pdf", "text of the pier"), settings=SETTINGS)
    refusal(write_pdf(tmp_path / "long.pdf", "1", "2", "3", "4"))
    assert list(scratch.iterdir()) == []


def test_a_file_name_that_is_no_unicode_is_shown_readably(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"pier\xff.md")
    path.write_text("# Piers\n\nThe north pier opens in May.\n", encoding="utf-8")
    assert read_file(path, settings=SETTINGS).file == "pier\N{REPLACEMENT CHARACTER}.md"
    assert str(refusal(tmp_path / os.fsdecode(b"absent\xff.md"))).startswith("absent\N{REPLACEMENT CHARACTER}.md")


def test_the_tables_of_a_text_file_come_with_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "piers.md"
    path.write_text("# Piers\n\n| Pier | Opens |\n|---|---|\n| North | May |\n", encoding="utf-8")
    assert read_tables(path, settings=SETTINGS) == read_file(path, settings=SETTINGS)


def test_the_tables_of_a_pdf_come_without_its_running_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "piers.pdf"))
    canvas.drawString(72, 700, "The north pier opens in May.")
    canvas.grid([72, 172, 272], [600, 620, 640])
    for x, y, text in ((80, 626, "Pier"), (180, 626, "Opens"), (80, 606, "North"), (180, 606, "May 3")):
        canvas.drawString(x, y, text)
    canvas.save()
    document = read_tables(tmp_path / "piers.pdf", settings=SETTINGS)
    assert [cell.text for table in document.tables for cell in table.cells] == ["Pier", "Opens", "North", "May 3"]
    assert document.blocks == ()
    assert len(document.pages) == 1


def test_a_pdf_without_a_table_is_read_and_a_scan_is_refused(tmp_path: Path) -> None:
    assert read_tables(write_pdf(tmp_path / "pier.pdf", "The north pier opens."), settings=SETTINGS).tables == ()
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.drawInlineImage(Image.new("RGB", (60, 80), "gray"), 0, 0, 595, 842)
    canvas.save()
    with pytest.raises(InputError, match="OCR") as caught:
        read_tables(tmp_path / "scan.pdf", settings=SETTINGS)
    assert caught.value.code == "no_text"
