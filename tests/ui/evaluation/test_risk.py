"""The curve of risk and coverage: each point is what would be, were only the surer answers given."""

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.evaluation.picture import curves_to_svg
from ui.evaluation.risk import area_under, risk_curve, safest
from ui.evaluation.scoring import Verdict


def _verdict(confidence: float, right: bool, claimed: bool = True) -> Verdict:
    return Verdict(right=right, claimed=claimed, cited=True, wrong_year=False, confidence=confidence)


SIX = (
    _verdict(0.9, True),
    _verdict(0.8, True),
    _verdict(0.7, False),
    _verdict(0.7, True),
    _verdict(0.0, True, claimed=False),
    _verdict(0.0, False, claimed=False),
)
verdicts = st.lists(st.builds(_verdict, st.sampled_from([0.2, 0.5, 0.7, 0.9]), st.booleans(), st.booleans()))


def test_answers_of_one_confidence_come_together() -> None:
    curve = [(point.confidence, point.coverage, point.risk) for point in risk_curve(SIX)]
    assert curve == [(0.9, 1 / 6, 0.0), (0.8, 2 / 6, 0.0), (0.7, 4 / 6, 1 / 4)]


def test_the_safest_point_is_the_farthest_with_few_errors() -> None:
    point = safest(risk_curve(SIX))
    assert point is not None
    assert (point.confidence, point.coverage) == (0.8, 2 / 6)
    assert safest(risk_curve([_verdict(0.9, False)])) is None


def test_the_area_is_the_mean_risk() -> None:
    assert area_under(risk_curve(SIX)) == (2 / 6) * (0 + 1 / 4) / 2 / (4 / 6)
    assert area_under(()) is None


@given(verdicts)
def test_coverage_rises_and_ends_with_all_that_were_answered(listed: list[Verdict]) -> None:
    curve = risk_curve(listed)
    assert [point.coverage for point in curve] == sorted({point.coverage for point in curve})
    claimed = [verdict for verdict in listed if verdict.claimed]
    if claimed:
        assert curve[-1].coverage == len(claimed) / len(listed)
        assert curve[-1].risk == sum(verdict.wrong for verdict in claimed) / len(claimed)
        area = area_under(curve)
        assert area is not None
        assert min(point.risk for point in curve) <= area + 1e-9
        assert area <= max(point.risk for point in curve) + 1e-9


@settings(max_examples=10)
@given(verdicts)
def test_the_picture_is_an_svg_with_a_line_for_each_curve(listed: list[Verdict]) -> None:
    curves = {"open": risk_curve(listed), "held": risk_curve(SIX)}
    root = ElementTree.fromstring(curves_to_svg(curves))
    lines = [path for path in root.iter("{http://www.w3.org/2000/svg}path") if path.get("stroke-width") == "2"]
    assert len(lines) == sum(bool(curve) for curve in curves.values())
    assert "held: 25.0% wrong at 67% answered" in {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
