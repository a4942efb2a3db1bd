"""Which project is which: names in other dress, renamings, numbers that differ, and readings left open."""

import math
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer.comparison.match import explain_pair, match_projects
from answer.comparison.names import find_acronyms, initials, name_to_forms
from records.facts import Project
from records.values import Money, Period

# So many others that a likeness between two names means something.
OTHERS = (
    "Tide Tables", "Dredging Plan", "Crane Inspection", "Gull Survey", "Slipway Repair", "Buoy Renewal",
    "Cargo Scheduling", "Pilot Roster", "Marina Billing", "Ballast Records",
)  # fmt: skip


def a_project(name: str, **fields: object) -> Project:
    if isinstance(fields.get("budget"), int):
        fields["budget"] = Money(amount=Decimal(str(fields["budget"])), text=f"${fields['budget']}")
    return Project(project=name, memo="m", as_of=None, places=(), **fields)  # type: ignore[arg-type]


def pairs(old: list[Project], new: list[Project]) -> set[tuple[str, str]]:
    rest = [a_project(name) for name in OTHERS]
    left, right = [*old, *rest], [*rest, *new]
    found = {(left[m.old].project, right[m.new].project) for m in match_projects(left, right).pairs}
    return found - {(name, name) for name in OTHERS}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ferry Ticketing System", "Ferry Ticketing System"),
        ("Ferry Ticketing System", "FERRY TICKETING SYSTEM (FTS)"),
        ("Ferry Ticketing", "Ferry Ticketing Project"),
        ("e-Permit Counter", "ePermit Counter"),
        ("Harbour Lights & Signals", "Harbour Lights and Signals"),
        ("Quay Wall Rehabilitation", "Quay Wall Rehabilitaton"),
        ("FTS (Ferry Ticketing System)", "Ferry Ticketing System"),
        ("Fish Market Cold Storage", "Fish Market Cold Storage Replacement"),
        ("Rec Center Gym Floor", "Recreation Center Gymnasium Floor"),
    ],
)
def test_one_name_in_other_dress(old: str, new: str) -> None:
    assert pairs([a_project(old)], [a_project(new)]) == {(old, new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [("Fish Market Cold Storage", "Harbor Office Roof"), ("Water Meter System", "Parking Meter System")],
)
def test_two_names_that_share_little_are_two_projects(old: str, new: str) -> None:
    assert pairs([a_project(old)], [a_project(new)]) == set()


DECEMBER = Period(first=date(2033, 12, 1), last=date(2033, 12, 31), text="December 2033")


def test_an_unusual_sum_and_the_same_end_speak_for_a_new_name() -> None:
    same = {"budget": 4_750_000, "end": DECEMBER}
    old, new = a_project("Downriver Fibre Loop", **same), a_project("Harbourside Network Ring", **same)
    assert pairs([old], [new]) == {("Downriver Fibre Loop", "Harbourside Network Ring")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"budget": 2_000_000}, {"budget": 2_000_000}),  # a round sum is shared by many
        ({"budget": 4_750_000}, {"budget": 4_750_000}),  # one value alone may be chance
        ({"end": DECEMBER}, {"end": DECEMBER}),
        ({"owner": "Ada Mate", "end": DECEMBER}, {"owner": "Ada Mate", "end": DECEMBER}),
    ],
)
def test_one_equal_value_is_not_enough_for_names_without_a_common_word(old: Any, new: Any) -> None:
    assert pairs([a_project("Downriver Fibre Loop", **old)], [a_project("Clinic Roof", **new)]) == set()


def test_two_phases_of_one_work_may_cost_the_same() -> None:
    same = {"budget": 4_750_000, "end": DECEMBER}
    old, new = a_project("Ferry Terminal Phase 1", **same), a_project("Ferry Terminal Phase 2", **same)
    assert pairs([old], [new]) == set()


def test_where_few_are_left_over_a_likeness_proves_more() -> None:
    old, new = a_project("Lantern Street School Gym"), a_project("Lantern Street School Sports Hall")
    assert pairs([old], [new]) == {("Lantern Street School Gym", "Lantern Street School Sports Hall")}
    crowd = [a_project(name) for name in ("Swan Lane Clinic", "Coal Wharf Crane", "Bandstand", "Moat Bridge")]
    crowd_new = [a_project(name) for name in ("Tram Depot", "Mill Race", "Lido Pumps", "Town Band Room")]
    assert pairs([old, *crowd], [new, *crowd_new]) == set()


def test_a_description_speaks_for_a_new_name() -> None:
    text = "Replaces the paper tickets of the northern ferry line with cards that riders can load at kiosks."
    old, new = a_project("Ferry Ticketing", description=text), a_project("Ferry Fare Cards", description=text)
    assert pairs([old], [new]) == {("Ferry Ticketing", "Ferry Fare Cards")}
    other = a_project("Ferry Fare Cards", description="Prints the boarding cards of the marina in colour.")
    assert pairs([old], [other]) == set()


def test_the_department_tells_namesakes_apart() -> None:
    old = [a_project("Records Migration", department="Port"), a_project("Records Migration", department="Library")]
    new = [a_project("Records Migration", department="Library"), a_project("Records Migration", department="Port")]
    found = match_projects(old, new)
    assert {(match.old, match.new) for match in found.pairs} == {(0, 1), (1, 0)}


def test_namesakes_without_a_difference_are_not_claimed() -> None:
    twins = [a_project("Records Migration"), a_project("Records Migration")]
    found = match_projects(twins, list(twins))
    assert found.pairs == ()
    assert len(found.ambiguous) == 2


def test_a_phase_is_not_another_phase() -> None:
    old = [a_project("Seawall Phase 1"), a_project("Seawall Phase 2")]
    new = [a_project("Seawall Phase 2"), a_project("Seawall Phase 3")]
    assert ("Seawall Phase 2", "Seawall Phase 2") in pairs(old, new)
    assert ("Seawall Phase 1", "Seawall Phase 2") not in pairs(old, new)


def test_a_stated_pair_wins_over_likeness() -> None:
    old, new = [a_project("Dock Sales")], [a_project("Dock Sails"), a_project("Harbor Pass")]
    found = match_projects(old, new, stated=[(0, 1)])
    assert [(match.old, match.new) for match in found.pairs] == [(0, 1)]
    assert found.pairs[0].confidence > 0.99


def test_a_stated_pair_is_never_ambiguous() -> None:
    twins = [a_project("Records Migration"), a_project("Records Migration")]
    found = match_projects(twins, list(twins), stated=[(0, 1)])
    assert {(match.old, match.new) for match in found.pairs} == {(0, 1), (1, 0)}
    assert found.ambiguous == ()


def test_two_statements_about_one_project_are_not_settled_here() -> None:
    old, new = [a_project("Dock Sales")], [a_project("Harbor Pass"), a_project("Harbor Card")]
    found = match_projects(old, new, stated=[(0, 0), (0, 1)])
    assert found.pairs == ()
    assert len(found.ambiguous) == 1


def test_a_pair_said_to_be_apart_is_not_made_even_under_one_name() -> None:
    old, new = [a_project("Dock Sales")], [a_project("Dock Sales"), a_project("Harbor Pass")]
    found = match_projects(old, new, apart=[(0, 0)])
    assert found.pairs == found.ambiguous == ()
    found = match_projects(old, new, stated=[(0, 0), (0, 1)], apart=[(0, 0)])
    assert [(match.old, match.new) for match in found.pairs] == [(0, 1)]


@pytest.mark.parametrize(
    ("name", "aliases", "expected"),
    [
        ("Ferry Ticketing (FTS)", (), ["Ferry Ticketing (FTS)", "Ferry Ticketing"]),
        ("Harbor Pass (formerly Dock Sales)", (), ["Harbor Pass (formerly Dock Sales)", "Harbor Pass", "Dock Sales"]),
        ("Harbor Pass", ("Dock Sales",), ["Harbor Pass", "Dock Sales"]),
        ("Quay Rd. N Paving", (), ["Quay Rd. N Paving", "Quay Road North Paving"]),
        ("St. Ann Lot E 2", (), ["St. Ann Lot E 2"]),
    ],
)
def test_the_forms_of_a_name(name: str, aliases: tuple[str, ...], expected: list[str]) -> None:
    assert name_to_forms(name, aliases) == expected


def test_acronyms_are_learned_where_the_initials_fit() -> None:
    assert find_acronyms("Staff of the Harbor Emission Register (HER) met the mayor (ABC).") == {
        "HER": "Harbor Emission Register"
    }
    assert initials("Office of Harbor Safety") == {"OOHS", "OHS"}


names = st.text("abcdefg hij", min_size=1, max_size=12)


@given(st.lists(names, max_size=7), st.lists(names, max_size=7))
@settings(deadline=None, max_examples=80)
def test_nobody_is_claimed_twice(old: list[str], new: list[str]) -> None:
    found = match_projects([a_project(name) for name in old], [a_project(name) for name in new])
    claimed = (*found.pairs, *found.ambiguous)
    assert len({match.old for match in claimed}) == len({match.new for match in claimed}) == len(claimed)
    assert all(0 <= match.confidence <= 1 for match in claimed)


def test_a_reference_tells_a_project_under_a_new_name() -> None:
    old = [a_project(name, reference=f"DPW-{1200 + n}") for n, name in enumerate(OTHERS)]
    new = [a_project(name, reference=f"DPW-{1200 + n}") for n, name in enumerate(("Shoreline Atlas", *OTHERS[1:]))]
    found = {(match.old, match.new) for match in match_projects(old, new).pairs}
    assert found == {(n, n) for n in range(len(OTHERS))}


def test_row_numbers_are_no_references() -> None:
    old = [a_project(name, reference=str(n)) for n, name in enumerate(OTHERS)]
    new = [a_project(name, reference=str(n)) for n, name in enumerate(("Shoreline Atlas", *OTHERS[1:]))]
    assert (0, 0) not in {(match.old, match.new) for match in match_projects(old, new).pairs}


def test_references_given_out_again_are_not_believed() -> None:
    old = [a_project(name, reference=f"DPW-{1200 + n}") for n, name in enumerate(OTHERS)]
    new = [a_project(name, reference=f"DPW-{1205 - n}") for n, name in enumerate(OTHERS)]
    assert {(match.old, match.new) for match in match_projects(old, new).pairs} == {(n, n) for n in range(len(OTHERS))}


def test_one_name_in_two_departments_may_be_two_projects() -> None:
    old = [a_project("Desktop Renewal", department="Port"), a_project("Tide Tables", department="Library")]
    new = [a_project("Desktop Renewal", department="Library"), a_project("Gull Survey", department="Port")]
    found = match_projects(old, new)
    assert found.pairs == ()
    assert [(match.old, match.new) for match in found.ambiguous] == [(0, 0)]


def test_a_renamed_department_keeps_its_projects() -> None:
    old = [a_project(name, department="Harbour Works") for name in OTHERS]
    new = [a_project(name, department="Marine Infrastructure") for name in OTHERS]
    assert len(match_projects(old, new).pairs) == len(OTHERS)


def test_a_list_in_millions_is_compared_with_one_in_dollars() -> None:
    old = [a_project(name, budget=(n + 2) * 1_000_000) for n, name in enumerate(OTHERS)]
    new = [a_project(name, budget=n + 2) for n, name in enumerate(OTHERS)]
    pieces = dict(explain_pair(old, new, 3, 3))
    assert pieces.get("budget", 0) > -0.5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("HR Counter Renewal", "Human Resources Counter Renewal"),
        ("Re-roofing of the Ferry Hall", "Reroofing of the Ferry Hall"),
        ("Seawall Phase Two", "Seawall Phase 2"),
    ],
)
def test_one_wording_spelled_two_ways(old: str, new: str) -> None:
    assert pairs([a_project(old)], [a_project(new)]) == {(old, new)}


def test_a_description_that_gives_the_full_name_speaks_for_it() -> None:
    text = "The Berth Allocation and Pilot Dispatch System replaces three spreadsheets of the harbour master."
    old, new = a_project("Dispatch System", description=text), a_project("Berth Allocation and Pilot Dispatch System")
    assert pairs([old], [new]) == {("Dispatch System", "Berth Allocation and Pilot Dispatch System")}


def test_a_pair_is_explained_piece_by_piece() -> None:
    text = "Replaces the paper tickets of the northern ferry line with cards that riders can load at kiosks."
    old = [a_project("Ferry Ticketing", description=text, budget=900_000), *map(a_project, OTHERS)]
    new = [a_project("Ferry Fare Cards", description=text, budget=300_000), *map(a_project, OTHERS)]
    pieces = dict(explain_pair(old, new, 0, 0))
    assert pieces["description"] > 2
    assert pieces["budget"] < 0
    match = match_projects(old, new).pairs[0]
    assert sum(pieces.values()) == pytest.approx(math.log(match.confidence / (1 - match.confidence)), abs=0.5)


names_and_values = st.lists(
    st.tuples(names, st.sampled_from(["Port", "Library", None]), st.sampled_from([None, 1, 2_000_000])), max_size=6
)


@given(names_and_values, names_and_values)
@settings(deadline=None, max_examples=60)
def test_any_mixture_of_known_and_unknown_has_finite_evidence(old: list[Any], new: list[Any]) -> None:
    left, right = [[a_project(n, department=d, budget=b) for n, d, b in side] for side in (old, new)]
    for row in range(len(left)):
        for column in range(len(right)):
            assert all(math.isfinite(score) for _, score in explain_pair(left, right, row, column))
