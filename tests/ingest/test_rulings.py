"""Rules and painted areas as geometry: what is drawn in pieces is seen as one, and what is not drawn is not seen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.geometry.objects import PageGeometry, Shape
from ingest.geometry.plumber import colour_to_hex
from ingest.tables.draft import band_of, cluster
from ingest.tables.drawn.rulings import Fill, Rulings, fill_of, page_rulings


class Sheet:
    """A page with nothing on it but what the test puts there."""

    def __init__(self) -> None:
        self._shapes: list[Shape] = []

    def line(self, x0: float, top: float, x1: float, bottom: float) -> "Sheet":
        points = ((x0, top), (x1, bottom))
        self._shapes.append(Shape("line", (x0, top, x1, bottom), points, False, True, None, "#000000"))
        return self

    def paint(self, x0: float, top: float, x1: float, bottom: float, colour: str = "#ff0000") -> "Sheet":
        points = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
        self._shapes.append(Shape("rect", (x0, top, x1, bottom), points, True, False, colour))
        return self

    def rulings(self) -> Rulings:
        page = PageGeometry(number=1, width=612, height=792, runs=(), make_chars=lambda: (), shapes=self._shapes)
        return page_rulings(page)


def test_a_rule_drawn_in_pieces_is_one() -> None:
    sheet = Sheet().line(50, 100, 150, 100).line(151, 100.4, 300, 100.4).line(320, 100, 400, 100)
    spans = [(round(rule.start), round(rule.end)) for rule in sheet.rulings().horizontal]
    assert spans == [(50, 300), (320, 400)]


def test_a_row_of_dots_is_a_rule_whichever_way_it_runs() -> None:
    sheet = Sheet()
    for step in range(30):
        sheet.line(50 + 3 * step, 100, 51.2 + 3 * step, 100).line(50, 100 + 3 * step, 50, 101.2 + 3 * step)
    rulings = sheet.rulings()
    assert [(round(rule.start), round(rule.end)) for rule in rulings.horizontal] == [(50, 138)]
    assert [(round(rule.start), round(rule.end)) for rule in rulings.vertical] == [(100, 188)]


def test_rules_that_stop_short_of_the_one_that_crosses_them_are_one() -> None:
    crossed = Sheet().line(50, 100, 98, 100).line(102, 100, 150, 100).line(100, 60, 100, 140)
    assert [(rule.start, rule.end) for rule in crossed.rulings().horizontal] == [(50, 150)]
    apart = Sheet().line(50, 100, 98, 100).line(102, 100, 150, 100).line(100, 120, 100, 140)
    assert [(rule.start, rule.end) for rule in apart.rulings().horizontal] == [(50, 98), (102, 150)]


def test_a_rule_down_the_rows_is_one_where_each_row_draws_its_part() -> None:
    sheet = Sheet().line(50, 100, 50, 116).line(50, 120.5, 50, 136).line(50, 150, 50, 166)
    assert [(rule.start, rule.end) for rule in sheet.rulings().vertical] == [(100, 136), (150, 166)]


def test_a_thin_area_is_a_rule_and_a_thick_one_has_edges() -> None:
    thin = Sheet().paint(50, 100, 300, 101).rulings()
    assert len(thin.horizontal) == 1
    assert not thin.fills
    thick = Sheet().paint(50, 100, 300, 140).rulings()
    assert [rule.at for rule in thick.horizontal] == [100, 140]
    assert [fill.colour for fill in thick.fills] == ["#ff0000"]


def test_abutting_areas_of_one_colour_are_one_area_to_the_eye() -> None:
    sheet = (
        Sheet().paint(50, 100, 150, 120).paint(150, 100, 250, 120).paint(50, 120, 150, 140).paint(150, 120, 250, 140)
    )
    rulings = sheet.rulings()
    assert [rule.at for rule in rulings.horizontal] == [100, 140]
    assert [rule.at for rule in rulings.vertical] == [50, 250]


def test_a_white_area_and_the_paper_itself_are_no_paint() -> None:
    rulings = Sheet().paint(0, 0, 612, 792, "#e5e5e5").paint(50, 100, 300, 101, "#ffffff").rulings()
    assert rulings.horizontal == rulings.vertical == ()
    assert rulings.fills == ()


@pytest.mark.parametrize(
    ("colour", "text"),
    [
        ((1, 0, 0), "#ff0000"),
        (0.5, "#808080"),
        ((0,), "#000000"),
        ((0, 0, 1, 0), "#ffff00"),
        ((0, 0, 0, 1), "#000000"),
        (None, None),
        ((), None),
        (("P1",), None),
        ((1, 0), None),
        ((2.0, -1.0, 0), "#ff0000"),
    ],
)
def test_colours_of_three_spaces(colour: Any, text: str | None) -> None:
    assert colour_to_hex(colour) == text


def test_the_last_paint_over_most_of_a_cell_counts() -> None:
    cell = (100.0, 100.0, 200.0, 120.0)
    under = Fill((90.0, 90.0, 210.0, 130.0), "#ff0000")
    assert fill_of(cell, [under]) == "#ff0000"
    assert fill_of(cell, [under, Fill(cell, "#00ff00")]) == "#00ff00"
    assert fill_of(cell, [under, Fill(cell, "#ffffff")]) is None
    assert fill_of(cell, [Fill((100.0, 100.0, 130.0, 120.0), "#00ff00")]) is None


SPAN = st.tuples(st.integers(0, 500), st.integers(8, 100)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN, min_size=1, max_size=8))
def test_rules_cover_what_was_drawn_and_no_more_than_small_gaps(spans: list[tuple[int, int]]) -> None:
    sheet = Sheet()
    for start, end in spans:
        sheet.line(start, 300, end, 300)
    rules = sheet.rulings().horizontal
    for start, end in spans:
        assert any(rule.start <= start and end <= rule.end for rule in rules)
    for rule in rules:
        drawn = {x for start, end in spans for x in range(start, end + 1)}
        gaps = [x for x in range(round(rule.start), round(rule.end) + 1) if x not in drawn]
        assert len(gaps) <= 3 * len(spans)


@given(st.lists(st.floats(0, 800), max_size=30), st.floats(0.1, 5))
def test_clustered_positions_lie_further_apart_than_the_tolerance_allows(values: list[float], tolerance: float) -> None:
    found = cluster(values, tolerance=tolerance)
    assert found == sorted(found)
    assert len(found) <= len(values)
    for value in values:
        assert min(abs(value - at) for at in found) <= tolerance * len(values)


@given(st.lists(st.floats(0, 500), min_size=2, max_size=10, unique=True).map(sorted), st.floats(-100, 700))
def test_every_value_has_a_band(edges: list[float], value: float) -> None:
    band = band_of(value, edges)
    assert 0 <= band <= len(edges) - 2
    if edges[0] <= value < edges[-1]:
        assert edges[band] <= value < edges[band + 1]
