"""Any table that is drawn plainly comes back as it was drawn: random numbers of rows and columns, random words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.tables.reading import Sheets, shown

USUAL = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORD = st.text(alphabet="abcdeghklmnoprstuvwyz", min_size=2, max_size=7)
LABEL = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
FIGURE = st.integers(0, 99_999).map("{:,}".format)
SIZES = st.sampled_from([7.0, 8.0, 10.0, 12.0])


def rows_of(*cells: st.SearchStrategy[str], least: int = 3, most: int = 8) -> st.SearchStrategy[list[tuple[str, ...]]]:
    return st.lists(st.tuples(*cells), min_size=least, max_size=most)


def write(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join([" | ".join(header), "===", *map(" | ".join, rows)])


@st.composite
def texts(draw: st.DrawFn) -> str:
    columns = draw(st.integers(2, 5))
    header = tuple(word.title() for word in draw(st.lists(LABEL, min_size=columns, max_size=columns)))
    return write(header, draw(rows_of(*[LABEL] * columns, least=2)))


@st.composite
def figures(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 5))
    header = ("Fund", *(word.title() for word in draw(st.lists(WORD, min_size=columns, max_size=columns))))
    return write(header, draw(rows_of(LABEL, *[FIGURE] * columns)))


@USUAL
@given(text=texts(), size=SIZES)
def test_any_words_in_a_full_grid(sheet: Sheets, text: str, size: float) -> None:
    page = sheet(width=1224)
    page.table(text, rules="grid", size=size)
    page.holds(shown(text))


@USUAL
@given(text=figures(), size=SIZES)
@pytest.mark.parametrize("rules", ["rows", "header"])
def test_any_figures_between_rules_across(sheet: Sheets, rules: str, text: str, size: float) -> None:
    page = sheet(width=1224)
    page.table(text, rules=rules, size=size)
    page.holds(shown(text))
