"""What memos promised and what came of it: by the later memo's own words, never by its silence."""

from collections.abc import Callable
from datetime import date

import pytest

from answer.ledger.days import text_to_due
from answer.ledger.verdicts import steps_to_verdict
from answer.promises import promises, promises_in_order
from extract.memo import document_to_memo
from records.memo import Memo
from records.promises import Promise, PromiseStep
from records.values import Period

MemoOf = Callable[..., Memo]

TABLE = "| Project | Status | Target Completion | Next Step |\n|---|---|---|---|\n"


@pytest.fixture(scope="module")
def memos_of(memo_of: MemoOf) -> Callable[..., list[Memo]]:
    """One memo a text, a year apart, each read as a file would be."""

    def make(*texts: str, body: str = "Harbor Committee") -> list[Memo]:
        return [
            document_to_memo(memo_of(_with_head(text, year, body), id=f"m{year}").document)
            for year, text in enumerate(texts, start=2031)
        ]

    return make


def _with_head(text: str, year: int, body: str) -> str:
    head = f"TO: {body}\n\nFROM: Ida Quill\n\nDATE: March 3, {year}\n\nSUBJECT: Harbor Projects\n\n"
    return head + "# Status\n\n" + TABLE + text


ROW = "| Ferry Ticketing | Green | | |\n\n"


def one(found: tuple[Promise, ...], kind: str = "statement") -> Promise:
    (promise,) = (promise for promise in found if promise.kind == kind)
    return promise


REPLIES = [
    # (promise, what the later memo says, state, days late)
    ("Crews will dredge the basin by June 2031.", "The basin was dredged in May 2031.", "kept", None),
    ("Crews will dredge the basin by June 2031.", "The basin was dredged in August 2031.", "late", 62),
    ("Crews will dredge the basin by June 2031.", "The basin was dredged in August rather than June.", "late", 62),
    ("Crews will dredge the basin by June 2031.", "Gulls nest on the pier.", "unmentioned", None),
    ("Crews will dredge the basin by June 2031.", "The basin has not been dredged and remains closed.", "late", 247),
    ("Crews will dredge the basin by June 2031.", "Crews will dredge the basin by May 2032.", "late", 247),
    ("Crews will dredge the basin by June 2033.", "Crews will dredge the basin by May 2034.", "changed", None),
    ("Crews will dredge the basin by June 2033.", "Crews will dredge the basin by June 2033.", "not_due", None),
    ("Crews will dredge the basin by June 2031.", "The dredging of the basin was abandoned.", "withdrawn", None),
    ("Crews will dredge the basin by June 2031.", "Sand in the basin is a concern.", "unclear", None),
    ("Staff will return to the Committee with a fare plan by May 2031.",
     "As promised, staff returned to the Committee in May 2031 with a fare plan.", "kept", None),
    ("Staff will return to the Committee with a fare plan by May 2031.",
     "Staff will return to the Committee with a bond plan by May 2033.", "unmentioned", None),
    ("The City will award the Lot 2 contract by June 2031.", "The Lot 3 contract was awarded in May 2031.",
     "unmentioned", None),
    ("Crews will replace 40 lamps by June 2031.", "Crews replaced 12 lamps in May 2031.", "unclear", None),
    ("Crews will replace 40 lamps by June 2031.", "All 40 lamps were replaced in May 2031.", "kept", None),
    ("Crews will replace the lamps by June 2031.", "Half of the lamps were replaced in May 2031.", "unclear", None),
    ("Crews will replace the lamps by June 2031.", "No lamps were replaced in June.", "unclear", None),
    ("The lift is scheduled to go live by June 2031.", "The lift went live on June 3, 2031.", "kept", None),
    ("The lift is scheduled to go live by June 2031.", "The lift was to be in service by June 2031.", "unclear", None),
    ("Staff will publish the audit by June 2031.",
     "Staff published the budget in May 2031, while the audit is still being reviewed.", "late", 247),
    ("Divers will begin laying cable by June 2031.", "Cable laying began on June 9, 2031.", "kept", None),
    ("The first forty berths are expected to be handed over by June 2031.",
     "The first forty berths were handed over on June 2, 2031.", "kept", None),
    ("Staff expects to open the north gangway by June 2031.", "The gangway could have been opened in June 2031.",
     "unclear", None),
]  # fmt: skip


@pytest.mark.parametrize(("promised", "later", "state", "days"), REPLIES)
def test_a_sentence_is_held_against_the_later_words(
    memos_of: Callable[..., list[Memo]], promised: str, later: str, state: str, days: int | None
) -> None:
    found = one(promises(memos_of(f"{ROW}# Ferry Ticketing\n\n{promised}", f"{ROW}# Ferry Ticketing\n\n{later}"))[:1])
    assert (found.state, found.days_late) == (state, days)
    assert found.text == promised
    assert found.places[0].quote == promised
    assert (found.deciding is None) == (state == "unmentioned")
    if found.deciding is not None:
        assert found.deciding.places[0].quote in later


FINISHES = [
    # (row then, row now, state, days late, day now)
    ("| Tide Gauge | Green | June 2033 | |", "| Tide Gauge | Green | June 2033 | |", "not_due", None, None),
    ("| Tide Gauge | Green | June 2033 | |", "| Tide Gauge | Green | May 2034 | |", "changed", None, "2034-05"),
    ("| Tide Gauge | Green | June 2033 | |", "| Tide Gauge | Green | 2033 | |", "not_due", None, None),
    ("| Tide Gauge | Green | June 2031 | |", "| Tide Gauge | Red | May 2032 | |", "late", 247, "2032-05"),
    ("| Tide Gauge | Green | June 2031 | |", "| Tide Gauge | Red | | |", "late", 247, None),
    ("| Tide Gauge | Green | June 2031 | |", "| Net Loft | Green | | |", "unmentioned", None, None),
    ("| Tide Gauge | Green | June 2031 | |", "| Tide Gauge | Cancelled | | |", "withdrawn", None, None),
    ("| Tide Gauge | Green | June 2031 | |", "| Net Loft | Green | | |\n\nThe Tide Gauge was completed in May 2031.",
     "kept", None, None),
    ("| Tide Gauge | Green | June 2031 | |",
     "| Net Loft | Green | | |\n\nThe Tide Gauge was merged into the Net Loft in May 2031.", "changed", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("then", "now", "state", "days", "due_now"), FINISHES)
def test_an_end_date_is_held_against_the_later_record(
    memos_of: Callable[..., list[Memo]], then: str, now: str, state: str, days: int | None, due_now: str | None
) -> None:
    found = next(p for p in promises(memos_of(then, now)) if p.project == "Tide Gauge")
    assert found.kind == "finish"
    assert (found.state, found.days_late) == (state, days)
    assert (found.due_now and found.due_now.label()) == due_now


def test_a_dated_action_of_a_table_is_a_promise(memos_of: Callable[..., list[Memo]]) -> None:
    memos = memos_of(
        "| Ferry Ticketing | Yellow | | Go-live rescheduled to June; meeting every other week. |",
        "| Ferry Ticketing | Green | | |\n\n# Ferry Ticketing\n\nGo-live was on June 9, 2031.",
    )
    found = one(promises(memos), "action")
    assert (found.text, found.due.label() if found.due else None) == ("Go-live rescheduled to June", "2031-06")


def test_a_sentence_about_the_end_date_is_no_second_promise(memos_of: Callable[..., list[Memo]]) -> None:
    (memo,) = memos_of(
        "| Tide Gauge | Green | June 2031 | |\n\nThe Tide Gauge is expected to be completed by June 2031."
    )
    (found,) = promises([memo])
    assert found.kind == "finish"
    assert len(found.places) == 2
    assert found.state == "not_due"


def test_a_promise_moved_twice_is_one_and_late_against_its_first_day(memos_of: Callable[..., list[Memo]]) -> None:
    rows = ("June 2031", "June 2032", "June 2033")
    (found,) = promises(memos_of(*(f"| Tide Gauge | Green | {day} | |" for day in rows)))
    assert [step.reply for step in found.steps] == ["moved", "moved"]
    assert (found.state, found.due and found.due.label(), found.due_now and found.due_now.label()) == (
        "late",
        "2031-06",
        "2033-06",
    )


def test_what_was_once_told_as_done_is_not_undone_by_silence(memos_of: Callable[..., list[Memo]]) -> None:
    memos = memos_of(
        f"{ROW}# Ferry Ticketing\n\nCrews will dredge the basin by June 2031.",
        f"{ROW}# Ferry Ticketing\n\nThe basin was dredged in May 2031.",
        ROW,
    )
    assert one(promises(memos)).state == "kept"


def test_memos_of_another_body_answer_nothing(memos_of: Callable[..., list[Memo]]) -> None:
    promised = "# Ferry Ticketing\n\nCrews will dredge the basin by June 2031."
    first = memos_of(ROW + promised)[0]
    dredged = "# Ferry Ticketing\n\nThe basin was dredged in May 2031."
    other = memos_of(ROW, ROW + dredged, body="Airport Board")[1]
    assert one(promises([first, other])).state == "not_due"
    assert one(promises_in_order([first, other])).state == "kept"


DUES = [
    ("in the fall", date(2031, 9, 1), date(2031, 11, 30)),
    ("by the end of the year", date(2031, 3, 3), date(2031, 12, 31)),
    ("within 90 days", date(2031, 3, 3), date(2031, 6, 1)),
    ("next month", date(2031, 4, 1), date(2031, 4, 30)),
    ("next quarter", date(2031, 4, 1), date(2031, 6, 30)),
    ("in two months", date(2031, 3, 3), date(2031, 5, 3)),
    ("after September 15", date(2031, 9, 15), date(2031, 9, 15)),
    ("on February 2", date(2032, 2, 2), date(2032, 2, 2)),
    ("this spring", date(2031, 3, 1), date(2031, 5, 31)),
    ("in June", date(2031, 6, 1), date(2031, 6, 30)),
]


@pytest.mark.parametrize(("words", "first", "last"), DUES)
def test_a_day_counts_from_the_memo(words: str, first: date, last: date) -> None:
    due = text_to_due(f"Crews dredge the basin {words}", memo_day=date(2031, 3, 3))
    assert due is not None
    assert (due.first, due.last) == (first, last)


@pytest.mark.parametrize("words", ["until July", "through August", "between May and July 2031 or in June 2032", "soon"])
def test_a_duration_and_two_days_are_no_day(words: str) -> None:
    assert text_to_due(f"Crews dredge the basin {words}", memo_day=date(2031, 3, 3)) is None


def month(year: int, number: int) -> Period:
    return Period(first=date(year, number, 1), last=date(year, number, 28), text=f"{year}-{number:02}")


def step(reply: str, day: date, **told: object) -> PromiseStep:
    return PromiseStep(memo="m", date=day, reply=reply, **told)  # type: ignore[arg-type]


VERDICTS = [
    ([], "not_due"),
    ([step("silent", date(2031, 3, 1))], "unmentioned"),
    ([step("done", date(2031, 3, 1))], "kept"),
    ([step("open", date(2031, 3, 1)), step("done", date(2032, 3, 1))], "late"),
    ([step("done", date(2032, 3, 1), done=Period(first=date(2030, 1, 1), last=date(2030, 12, 31), text="2030"))],
     "unclear"),
    ([step("moved", date(2030, 3, 1), due=month(2031, 6)), step("silent", date(2031, 3, 1))], "unmentioned"),
    ([step("unclear", date(2031, 3, 1)), step("silent", date(2032, 3, 1))], "unclear"),
    ([step("open", date(2031, 3, 1)), step("merged", date(2032, 3, 1))], "late"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "state"), VERDICTS)
def test_steps_make_a_state(steps: list[PromiseStep], state: str) -> None:
    assert steps_to_verdict(month(2030, 6), steps).state == state
