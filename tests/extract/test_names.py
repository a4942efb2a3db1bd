"""Names: which phrase is one, which two are one project, and when neither can be said."""

import pytest

from extract.projects.names import (
    find_short_forms,
    is_acronym,
    is_short_for,
    one_match,
    phrase_to_subject,
    phrase_to_subjects,
    same_name,
    split_acronym,
)
from extract.projects.renames import find_renames


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The Harbor Lights Upgrade", "Harbor Lights Upgrade"),
        ("One project, the Harbor Lights Upgrade,", "Harbor Lights Upgrade"),
        ("The Pier Lift (PL)", "Pier Lift"),
        ("The City's new Permit Desk system", "Permit Desk"),
        ("The Pier Lift, which replaces a ramp from 1961,", "Pier Lift"),
        ("Construction of the Eastside Pump House", "Eastside Pump House"),
        ("The vehicle booking (VB) system", "VB"),
        ("eBilling", "eBilling"),
    ],
)
def test_the_name_in_a_subject_is_found(phrase: str, name: str) -> None:
    subject = phrase_to_subject(phrase)
    assert subject is not None
    assert subject.name == name


@pytest.mark.parametrize("phrase", ["It", "The project", "This new system", "The Portal", "Construction"])
def test_words_that_point_back_have_no_name(phrase: str) -> None:
    subject = phrase_to_subject(phrase)
    assert subject is not None
    assert subject.anaphor
    assert subject.name is None


@pytest.mark.parametrize(
    "phrase", ["vendor negotiations", "The Finance Department", "Staff", "92% of the projects", "12"]
)
def test_what_is_no_project_is_no_subject(phrase: str) -> None:
    assert phrase_to_subject(phrase) is None


def test_several_projects_are_split_only_if_their_number_fits() -> None:
    two = phrase_to_subjects("Two projects, the Pier Lift and the Harbor Lights Upgrade,")
    assert [subject.name for subject in two] == ["Pier Lift", "Harbor Lights Upgrade"]
    assert phrase_to_subjects("Two projects, the Parks and Trails Map and the Pier Lift,") == ()


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("HLU", "Harbor Lights Upgrade", True),
        ("HTN", "Harbor Traffic Signal Network", True),
        ("HQ", "Harbor Lights Upgrade", False),
        ("H", "Harbor", False),
    ],
)
def test_an_acronym_is_initials_in_order(short: str, long: str, fits: bool) -> None:
    assert is_acronym(short, long) == fits


def test_an_acronym_in_brackets_is_an_alias_and_another_remark_stays() -> None:
    assert split_acronym("Harbor Lights Upgrade (HLU)") == ("Harbor Lights Upgrade", ("HLU",))
    assert split_acronym("Harbor Lights Upgrade (Phase 2)") == ("Harbor Lights Upgrade (Phase 2)", ())


def test_generic_words_tell_no_projects_apart() -> None:
    assert same_name("The Atlas Ledger Project", "Atlas Ledger")
    assert not same_name("Fire Station 12", "Fire Station 20")


def test_a_part_of_a_name_is_short_for_it_but_a_phase_is_another_project() -> None:
    assert is_short_for("Camera Hub", "Waterfront Camera and Video Hub")
    assert not is_short_for("Payroll System", "Payroll System Phase 2")
    assert not is_short_for("Hub", "Waterfront Camera Hub")


def test_a_name_that_could_be_two_projects_is_neither() -> None:
    assert one_match("Fire Station", ["Fire Station 12", "Fire Station 20"]) is None
    assert one_match("Camera Hub", ["North Camera Signal Hub", "South Camera Signal Hub"]) is None
    assert one_match("Camera Hub", ["North Camera Signal Hub", "Pier Lift"]) == "North Camera Signal Hub"


def test_short_forms_are_found_in_the_text() -> None:
    text = "The Waterfront Camera and Video Hub opened. Staff like the Camera Hub. Video Hub is a shop."
    assert "Camera Hub" in find_short_forms("Waterfront Camera and Video Hub", text)
    assert find_short_forms("Pier Lift", text) == ()


def test_renamings_are_read_both_ways_round() -> None:
    assert find_renames("The Pier Desk has been renamed the Harbor Desk.") == (("Pier Desk", "Harbor Desk"),)
    assert find_renames("Harbor Desk (formerly the Pier Desk) opened.") == (("Pier Desk", "Harbor Desk"),)
    assert find_renames("Known until this year as the Pier Desk, the Harbor Desk is on track.") == (
        ("Pier Desk", "Harbor Desk"),
    )
    assert find_renames("The Harbor Asset Register, known to staff as HAR, is late.") == (
        ("HAR", "Harbor Asset Register"),
    )
