"""The page in a real browser: what a council aide does, looked at from outside."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ui.samples import sample_memos

pytestmark = [pytest.mark.browser, pytest.mark.model]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 60_000


@pytest.fixture(scope="module")
def address(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own process on a copy of the sample library, so that uploads change nothing else."""
    folder = tmp_path_factory.mktemp("served") / "library"
    shutil.copytree(sample_library, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui", "--library", str(folder), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            yield _wait_for(f"http://127.0.0.1:{port}/", server)
        finally:
            server.terminate()


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> str:
    for _ in range(240):
        assert server.poll() is None, "the server ended"
        try:
            with urlopen(address + "api/health", timeout=5):
                return address
        except (URLError, OSError):
            time.sleep(0.5)
    raise AssertionError("the server did not answer in two minutes")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page; it must not ask anything of another host."""
    outside: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(PATIENCE)
    page.on("request", lambda request: None if _is_local(request.url, address) else outside.append(request.url))
    page.goto(address)
    expect(page.locator("#ml-head h1")).to_have_text("memolens", timeout=PATIENCE)
    yield page
    page.close()
    assert outside == []


def _is_local(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))


def _ask(page: Page, question: str) -> None:
    page.locator("#ml-question textarea, #ml-question input").first.fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def test_an_answer_shows_its_words_and_the_page_with_the_place_highlighted(page: Page) -> None:
    _ask(page, "Which projects are yellow?")
    answer = page.locator("#ml-answer")
    expect(answer).to_contain_text("As of the memo dated", timeout=PATIENCE)
    expect(answer.locator("blockquote").first).to_be_visible()
    expect(page.locator("#ml-page img")).to_be_visible(timeout=PATIENCE)


def test_what_the_memos_do_not_say_is_refused(page: Page) -> None:
    _ask(page, "What is the name of the mayor's dog?")
    expect(page.locator("#ml-answer")).to_contain_text("Not in these memos", timeout=PATIENCE)
    expect(page.locator("#ml-page img")).to_have_count(0)


def test_a_question_with_markup_in_it_runs_nothing(page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    _ask(page, "<img src=x onerror=alert(1)> Which projects are red?<script>alert(2)</script>")
    expect(page.locator("#ml-answer section")).to_be_visible(timeout=PATIENCE)
    assert dialogs == []


def test_projects_are_listed_and_a_row_opens_its_record(page: Page) -> None:
    page.get_by_role("tab", name="Projects").click()
    cell = page.locator("#ml-projects").get_by_role("gridcell").locator("visible=true").first
    name = cell.inner_text()
    cell.click()
    expect(page.locator("#ml-project h3")).to_contain_text(name.splitlines()[0], timeout=PATIENCE)
    expect(page.locator("#ml-project blockquote").first).to_be_visible()


def test_compare_names_what_was_dropped(page: Page) -> None:
    page.get_by_role("tab", name="Compare").click()
    page.get_by_role("button", name="Compare", exact=True).click()
    result = page.locator("#ml-comparison")
    expect(result.get_by_role("heading", name=re.compile("^From 20"))).to_be_visible(timeout=PATIENCE)
    result.locator("summary").first.click()
    expect(result.locator("blockquote").locator("visible=true").first).to_be_visible()


def test_tables_show_a_grid_and_offer_the_file(page: Page) -> None:
    page.get_by_role("tab", name="Tables").click()
    expect(page.locator("#ml-grid")).to_be_visible(timeout=PATIENCE)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).locator("visible=true").click()
    assert download.value.suggested_filename.endswith(".csv")


def test_check_lists_findings(page: Page) -> None:
    page.get_by_role("tab", name="Check").click()
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("#ml-findings")).to_contain_text("finding", timeout=PATIENCE)


def test_uploading_a_memo_reports_its_outcome(page: Page, tmp_path: Path) -> None:
    bad = tmp_path / "<b>broken.pdf"
    bad.write_bytes(b"%PDF-1.7 broken")
    page.get_by_role("tab", name="Library").click()
    page.locator("#ml-upload input[type=file]").set_input_files([sample_memos()[0], bad])
    expect(page.locator("#ml-upload")).to_contain_text(sample_memos()[0].name, timeout=PATIENCE)
    page.get_by_role("button", name="Read into the library").click()
    outcomes = page.locator("#ml-outcomes")
    expect(outcomes).to_contain_text("unchanged", timeout=PATIENCE)
    expect(outcomes).to_contain_text("failed")
    expect(page.locator("#ml-library tbody tr")).to_have_count(len(sample_memos()))
