"""Statuses on different scales: what may mean the same is marked, what cannot has changed."""

from dataclasses import replace
from datetime import date

import pytest

from answer.compare import compare
from answer.comparison.scales import find_scales
from records.comparison import Comparison
from records.document import Document, Page
from records.facts import Definition, Project
from records.memo import Letterhead, Memo
from records.place import Place

FIVE = ("red", "red_yellow", "yellow", "yellow_green", "green")
THREE = ("red", "yellow", "green")
WORDS = {"red_yellow": "Amber/Red", "yellow": "Amber", "yellow_green": "Amber/Green"}
LATE = {"green": "On Schedule", "yellow": "Delayed"}
NAMES = ("Dock Lights", "Ferry Map", "Gull Survey", "Seawall", "Tide Tables", "Crane")


def a_memo(*statuses: str, year: int = 2031, words: dict[str, str] | None = None, **records: object) -> Memo:
    """Its projects are always the same ones."""
    written = WORDS if words is None else words
    projects = tuple(
        Project(
            project=name, status=status, status_text=written.get(status, status.title()), memo=str(year), as_of=None,
            places=(a_place(f"{name} {status}", year),),
        )
        for name, status in zip(NAMES, statuses, strict=False)
    )  # fmt: skip
    document = Document(
        file="m.md", sha256="ab", media="markdown", pages=(Page(number=1, width=None, height=None),), blocks=()
    )
    return Memo(
        id=str(year), letterhead=Letterhead(date=date(year, 3, 1)), sections=(), projects=projects, document=document,
        **records,  # type: ignore[arg-type]
    )  # fmt: skip


def a_place(quote: str, year: int) -> Place:
    return Place(memo=str(year), file="m.md", page=1, box=None, section=None, quote=quote, sha256="ab")


def changed(found: Comparison) -> list[tuple[str | None, str | None]]:
    return [(change.old, change.new) for change in found.changes if change.kind == "status_changed"]


def a_definition(status: str) -> Definition:
    return Definition(term=status, meaning="m", status=status, memo="2031", places=(a_place(status, 2031),))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("yellow_green", "green"), ("yellow_green", "yellow"), ("red_yellow", "red"), ("red_yellow", "yellow"),
        ("green", "green"), ("yellow", "yellow"), ("red", "red"),
    ],
)  # fmt: skip
def test_a_value_that_may_mean_the_same_on_the_other_scale_has_not_changed(old: str, new: str) -> None:
    found = compare(a_memo(old, *FIVE), a_memo(new, "red", "yellow", "yellow", "green", "green", year=2032))
    assert changed(found) == []
    assert found.bridge.residual == 0
    assert {(f.worsened, f.improved, f.residual) for f in found.bridge.flows} == {(0, 0, 0)}
    assert compare(a_memo(new, *THREE, "red"), a_memo(old, *FIVE, year=2032)).scale is not None


@pytest.mark.parametrize(
    ("old", "new"), [("yellow_green", "red"), ("red_yellow", "green"), ("green", "yellow"), ("red", "yellow")]
)
def test_a_value_that_cannot_mean_the_same_has_changed(old: str, new: str) -> None:
    found = compare(a_memo(old, *FIVE), a_memo(new, "red", "yellow", "yellow", "green", "green", year=2032))
    assert changed(found) == [(old, new)]


def test_what_only_reads_differently_is_marked() -> None:
    found = compare(a_memo(*FIVE), a_memo("red", "red", "yellow", "green", "green", year=2032))
    assert found.scale is not None
    assert (found.scale.old, found.scale.new) == (FIVE, THREE)
    assert [(r.project_new, r.old, r.new, r.note) for r in found.scale.rescaled] == [
        ("Ferry Map", "red_yellow", "red", "scale changed: Amber/Red of five levels may be Red of three"),
        ("Seawall", "yellow_green", "green", "scale changed: Amber/Green of five levels may be Green of three"),
    ]
    assert [pair.note is not None for pair in found.unchanged] == [False, True, False, True, False]
    (change,) = found.changes
    assert (change.kind, change.field, change.silent) == ("definition_changed", "status scale", True)
    assert change.old == "five levels: Red, Amber/Red, Amber, Amber/Green, Green"
    assert change.new == "three levels: Red, Amber, Green"
    assert change.evidence_old
    assert change.evidence_new
    assert "rate on different scales" in " ".join(found.notes)


def test_on_schedule_or_delayed_is_a_scale_of_two() -> None:
    found = compare(
        a_memo("yellow", "yellow", "green", "green", "green", words=LATE),
        a_memo("red", "yellow", "green", "green", "red", year=2032),
    )
    assert changed(found) == [("green", "red")]
    assert found.scale is not None
    assert [rescaled.project_new for rescaled in found.scale.rescaled] == ["Dock Lights"]


def test_late_may_be_red_where_the_scale_knows_at_risk_as_well() -> None:
    """Of three projects that read the same, "Delayed" was the worst there was, and "At Risk" was not."""
    old = a_memo("yellow", "yellow", "green", words=LATE)
    at_risk = replace(old.projects[1], status_text="At Risk")
    old = replace(old, projects=(old.projects[0], at_risk, old.projects[2]))
    found = compare(old, a_memo("red", "red", "green", "green", year=2032))
    assert changed(found) == [("yellow", "red")]
    assert found.scale is not None
    assert [(r.project_new, r.note) for r in found.scale.rescaled] == [
        ("Dock Lights", "scale changed: Delayed was worse than At Risk and may be Red")
    ]


def test_few_ratings_tell_of_no_scale() -> None:
    """That neither of two projects is between two colours may be chance: what changed is told as changed."""
    found = compare(a_memo("yellow_green", "yellow", "red_yellow"), a_memo("green", "green", year=2032))
    assert found.scale is None
    assert changed(found) == [("yellow_green", "green"), ("yellow", "green")]


def test_a_memo_that_defines_all_five_is_on_that_scale_whatever_it_uses() -> None:
    five = tuple(a_definition(status) for status in FIVE)
    found = compare(a_memo(*FIVE), a_memo(*("green",) * 5, year=2032, definitions=five))
    assert found.scale is None
    assert len(changed(found)) == 4


def test_words_for_the_same_three_steps_are_one_scale() -> None:
    tracks = {"red": "Off Track", "yellow": "At Risk", "green": "On Track"}
    scales = find_scales(a_memo(*THREE, "red"), a_memo(*THREE, "red", words=tracks))
    assert not scales.differ
