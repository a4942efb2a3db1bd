"""The REST interface: the same JSON as the command line, and errors without a trace of the machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from records.settings import Settings
from ui.samples import sample_memos
from ui.web.server import build_app
from ui.workspace import Workspace

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@pytest.fixture(scope="module")
def client(sample_library: Path) -> Iterator[TestClient]:
    with Workspace(Settings(library=str(sample_library))) as workspace:
        yield TestClient(build_app(workspace, read_only=True, users={}), base_url="http://127.0.0.1")


def test_health_counts_the_memos(client: TestClient) -> None:
    assert client.get("/api/health").json() == {"status": "ok", "memos": len(sample_memos())}


def test_memos_and_one_memo(client: TestClient) -> None:
    first = client.get("/api/memos").json()[0]
    memo = client.get(f"/api/memos/{first['memo']}").json()
    assert memo["subject"] == first["subject"]
    assert memo["projects"]


def test_projects_as_json_and_as_a_csv_attachment(client: TestClient) -> None:
    assert {p["status"] for p in client.get("/api/projects", params={"status": "red"}).json()} == {"red"}
    answer = client.get("/api/projects", params={"format": "csv"})
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_ask(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": "What is the subject of the Capital Works memo?"}).json()
    assert answer["outcome"] == "answered"
    assert answer["citations"]


@pytest.mark.parametrize("form", ["json", "csv", "md", "html", "xlsx"])
def test_compare_in_every_format(client: TestClient, form: str) -> None:
    memos = [memo["memo"] for memo in client.get("/api/memos").json()]
    answer = client.get("/api/compare", params={"old": memos[0], "new": memos[1], "format": form})
    assert answer.status_code == 200
    assert len(answer.content) > 500


def test_tables_and_one_table_as_a_file(client: TestClient) -> None:
    memo = client.get("/api/memos").json()[0]["memo"]
    tables = client.get(f"/api/memos/{memo}/tables").json()
    assert all(table["cells"] for table in tables)
    assert client.get(f"/api/memos/{memo}/tables/1").text.count("\n") > 2
    assert client.get(f"/api/memos/{memo}/tables/99").status_code == 404


def test_a_page_picture_with_a_highlight(client: TestClient) -> None:
    memo = client.get("/api/memos").json()[0]["memo"]
    plain = client.get(f"/api/memos/{memo}/pages/1")
    marked = client.get(f"/api/memos/{memo}/pages/1", params={"box": "72,72,300,90"})
    assert plain.headers["content-type"] == "image/png"
    assert plain.content != marked.content
    assert client.get(f"/api/memos/{memo}/pages/999").status_code == 404
    assert client.get(f"/api/memos/{memo}/pages/1", params={"box": "left"}).status_code == 422


def test_a_web_visitor_can_not_name_files_of_this_machine(client: TestClient) -> None:
    answer = client.get("/api/compare", params={"old": __file__, "new": __file__})
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/memos/nothing", 404),
        ("/api/history?project=Zeppelin%20Xylophone", 404),
        ("/api/projects?as_of=soon", 422),
    ],
)
def test_errors_are_one_sentence(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}


def test_the_description_is_served_without_anything_from_elsewhere(client: TestClient) -> None:
    page = client.get("/api/docs").text
    assert "http" not in page.replace("http://www.w3.org", "")
    assert client.get("/api/openapi.json").json()["info"]["title"] == "memolens"


def test_another_host_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/api/health", headers={"host": "rebound.example"}).status_code == 400
