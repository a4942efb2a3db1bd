"""A history at the terminal and as JSON: the first plan, every move from it, and how it was told."""

from datetime import date
from decimal import Decimal

from extract.language.dates import parse_period
from records.comparison import Shift
from records.facts import Project
from records.history import Baseline, History, Kin, Silence, Step
from records.place import Place
from ui.commands.history_text import history_to_lines
from ui.wire_history import history_to_json

DAYS = (date(2030, 3, 1), date(2031, 3, 1), date(2032, 3, 1))


def a_record(name: str, status: str | None, *, year: int, end: str | None = None, issue: str | None = None) -> Project:
    place = Place(memo=f"m{year}", file=f"memo-{year}.pdf", page=3, box=None, section=None, quote=name, sha256="ab")
    return Project(
        project=name, status=status, issue=issue, end=parse_period(end) if end else None, memo=f"m{year}",
        as_of=date(year, 3, 1), places=(place,),
    )  # fmt: skip


def a_history() -> History:
    slip = Shift(
        unit="days", by=Decimal(184), first="2031-06", first_memo=DAYS[0], from_first=Decimal(184),
    )  # fmt: skip
    back = Shift(
        unit="days", by=Decimal(366), first="2031-06", first_memo=DAYS[0], from_first=Decimal(550),
    )  # fmt: skip
    kin = Kin(
        kind="merged_into", name="Quay Desk", memo="m2033", date=date(2033, 3, 1),
        text="merged into Quay Desk, as the memo of 2033-03-01 says",
    )  # fmt: skip
    silence = Silence(memo="m2031b", date=date(2031, 9, 1), text="not mentioned in the memo of 2031-09-01")
    first = a_record("Dock Ticketing System", "green", year=2030, end="June 2031")
    return History(
        steps=(
            Step(project=first),
            Step(
                project=a_record("Harbor Pass", "red", year=2031, end="December 2031", issue="The vendor is late."),
                end_shift=slip, moved="silent", status_move="worse", silences=(silence,),
            ),
            Step(
                project=a_record("Harbor Pass", "on_hold", year=2032, end="December 2032"),
                end_shift=back, moved="rebaselined", status_move="other", kin=(kin,),
            ),
        ),
        names=("Dock Ticketing System", "Harbor Pass"),
        baseline=Baseline(end=first.end, end_memo=DAYS[0], end_places=first.places),
        slips=2, rebaselines=1, silent_moves=1,
    )  # fmt: skip


def test_a_history_reads_from_the_first_plan_to_what_became_of_it() -> None:
    assert list(history_to_lines(a_history())) == [
        "Harbor Pass (before: Dock Ticketing System)",
        "  first plan  finish 2031-06 (memo of 2030-03-01)",
        "  since then  2 slips, the finish now 550 days later than first stated; given a new baseline once; "
        "moved without a word once",
        "",
        "2030-03-01  green  Dock Ticketing System",
        "  finish      2031-06",
        "  place       memo-2030.pdf, page 3",
        "",
        "2031-03-01  red (worse)  Harbor Pass",
        "  finish      2031-12: 184 days later (without a word)",
        "  issue       The vendor is late.",
        "  place       memo-2031.pdf, page 3",
        "2031-09-01  not mentioned in the memo of 2031-09-01",
        "",
        "2032-03-01  on hold  Harbor Pass",
        "  finish      2032-12: 366 days later (told as a new baseline)",
        "  became      merged into Quay Desk, as the memo of 2033-03-01 says",
        "  place       memo-2032.pdf, page 3",
    ]


def test_a_history_without_a_plan_says_so() -> None:
    history = History(steps=(Step(project=a_record("Pier", None, year=2030)),), names=("Pier",), baseline=Baseline())
    assert list(history_to_lines(history))[:4] == [
        "Pier", "  first plan  no memo states an end or a budget", "", "2030-03-01  no status stated",
    ]  # fmt: skip


def test_every_record_in_json_has_the_first_plan_and_the_counts_so_far() -> None:
    shown = history_to_json(a_history())
    assert [(item["project"], item["slips"], item["rebaselines"], item["moved"]) for item in shown] == [
        ("Dock Ticketing System", 0, 0, None), ("Harbor Pass", 1, 0, "silent"), ("Harbor Pass", 2, 1, "rebaselined"),
    ]  # fmt: skip
    assert {tuple(item["names"]) for item in shown} == {("Dock Ticketing System", "Harbor Pass")}  # type: ignore[arg-type]
    baseline = shown[0]["baseline"]
    assert isinstance(baseline, dict)
    assert (baseline["end"], baseline["end_memo"], baseline["budget"]) == ("2031-06", "2030-03-01", None)
    assert shown[1]["end_shift"]["from_first"] == 184  # type: ignore[index]
    assert shown[1]["unreported_after"][0]["text"] == "not mentioned in the memo of 2031-09-01"  # type: ignore[index]
    assert shown[2]["kin"][0]["kind"] == "merged_into"  # type: ignore[index]
