"""Whatever is typed is words: no string makes the database complain, and none reaches its query language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from index.engine import migrate, open_engine, sqlite_url
from index.full_text import add_words, full_text_ranked, query_to_words, telling, words_to_match

TEXTS = ("The AI registry is ready.", "Secret tides and O'Neil's C++ pier", "Ferries carried 4,500 riders in 2030-2031")


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    folder: Path = tmp_path_factory.mktemp("words")
    engine = open_engine(sqlite_url(folder / "ledger.sqlite"))
    migrate(engine)
    with engine.connect() as connection:
        add_words(connection, [(number, "Body", text) for number, text in enumerate(TEXTS)])
        yield connection
    engine.dispose()


@given(
    st.text(alphabet=st.characters(codec="utf-8")) | st.sampled_from(["a AND", '"', "b:secret", "NEAR/2", "-x", "^y"])
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_string_raises(words: Connection, query: str) -> None:
    full_text_ranked(words, query, memos=None, limit=5)


@given(st.text(alphabet="\"\0*^:()-+{}.AND OR NOT NEAR'é\u0301ⅷ_"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_syntax_raises(words: Connection, query: str) -> None:
    full_text_ranked(words, query, memos={"nothing"}, limit=5)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("registries", 0),  # the stem of "registry"
        ("O'Neil?", 1),
        ("C++", 1),
        ("2030-2031", 2),
        ("FERRY RIDER", 2),
    ],
)
def test_words_are_found_by_their_stems(words: Connection, query: str, first: int) -> None:
    assert full_text_ranked(words, query, memos=None, limit=1)[0][0] == first


def test_syntax_means_nothing(words: Connection) -> None:
    assert words_to_match(query_to_words('trail:"AI" NOT x')) == '"trail" OR "ai" OR "not" OR "x"'
    assert full_text_ranked(words, "nowhere", memos=None, limit=5) == []


def test_words_that_stand_everywhere_are_not_searched_for() -> None:
    assert query_to_words("What is the budget of the pier?") == ["budget", "pier"]
    assert query_to_words("What is it?") == ["what", "is", "it"]


def test_a_word_that_brings_up_too_many_passages_decides_nothing(words: Connection) -> None:
    asked = ["registry", "in", "pier", "nowhere"]
    assert telling(words, asked) == ["nowhere", "registry", "in", "pier"]
    assert telling(words, asked, most=1) == ["nowhere", "registry"]
    assert telling(words, ["body"], most=1) == ["body"]
