"""Who may come in: rows of request headers and whether they pass."""

import base64

import pytest

from ui.web.guard import known_user, refuse, same_origin

USERS = {"aide": "correct horse"}


def _basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({"host": "localhost:7860"}, True),  # a program, not a browser
        ({"host": "localhost:7860", "origin": "http://localhost:7860"}, True),
        ({"host": "localhost:7860", "origin": "http://localhost:9999"}, False),  # another program on this machine
        ({"host": "localhost:7860", "origin": "https://elsewhere.example"}, False),
        ({"host": "localhost:7860", "origin": "null"}, False),
    ],
)
def test_requests_that_another_sites_page_sends_are_told_apart(headers: dict[str, str], passes: bool) -> None:
    assert same_origin(headers) is passes


@pytest.mark.parametrize(
    ("authorization", "known"),
    [
        (_basic("aide:correct horse"), True),
        (_basic("aide:wrong"), False),
        (_basic("nobody:"), False),
        (_basic("nobody:correct horse"), False),
        ("Basic !!!", False),
        ("Bearer abc", False),
        ("", False),
    ],
)
def test_a_name_needs_its_password(authorization: str, known: bool) -> None:
    assert known_user(authorization, USERS) is known


def test_reading_from_elsewhere_is_harmless_and_writing_is_refused() -> None:
    headers = {"host": "localhost:7860", "origin": "https://elsewhere.example"}
    assert refuse(headers, method="GET", users={}) is None
    refusal = refuse(headers, method="POST", users={})
    assert refusal is not None
    assert refusal.status_code == 403


def test_where_users_are_named_a_stranger_is_asked_for_a_name() -> None:
    refusal = refuse({"host": "example"}, method="GET", users=USERS)
    assert refusal is not None
    assert refusal.status_code == 401
    assert refusal.headers["www-authenticate"].startswith("Basic")
