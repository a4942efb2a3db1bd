"""What changed between two memos: every kind of change, and what is never claimed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from answer.compare import compare
from extract.language.dates import parse_period
from records.comparison import Change
from records.document import UNREAD_PROJECTS, Document, Page, Problem
from records.facts import Definition, Metric, Omission, Project
from records.memo import Letterhead, Memo
from records.place import Place
from records.values import Money

OLD, NEW, OLDEST = date(2031, 3, 3), date(2032, 3, 3), date(2030, 3, 3)
MemoOf = Callable[..., Memo]


def a_place(quote: str, memo: str = "m") -> Place:
    return Place(memo=memo, file=f"{memo}.md", page=1, box=None, section=None, quote=quote, sha256="ab")


def a_project(name: str, status: str | None = "green", **fields: object) -> Project:
    if isinstance(fields.get("end"), str):
        fields["end"] = parse_period(str(fields["end"]))
    if isinstance(fields.get("budget"), int):
        fields["budget"] = Money(amount=Decimal(str(fields["budget"])), text=f"${fields['budget']:,}")
    return Project(project=name, status=status, memo="m", as_of=None, places=(a_place(name),), **fields)  # type: ignore[arg-type]


def a_memo(*projects: Project, day: date = OLD, **records: object) -> Memo:
    document = Document(
        file=f"{day}.md", sha256="ab", media="markdown", pages=(Page(number=1, width=None, height=None),), blocks=()
    )
    head = Letterhead(date=day, subject="Harbor Report")
    return Memo(id=str(day), letterhead=head, sections=(), projects=projects, document=document, **records)  # type: ignore[arg-type]


def told(changes: tuple[Change, ...]) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    return [(c.kind, c.project_old, c.project_new, c.old, c.new) for c in changes]


def test_a_status_that_moved_is_a_change_with_both_places() -> None:
    found = compare(a_memo(a_project("Dock Lights", "green")), a_memo(a_project("Dock Lights", "red"), day=NEW))
    (change,) = found.changes
    assert (change.kind, change.field, change.old, change.new) == ("status_changed", "status", "green", "red")
    assert change.evidence_old
    assert change.evidence_new
    assert change.silent


def test_a_status_with_an_issue_beside_it_is_not_silent() -> None:
    new = a_memo(a_project("Dock Lights", "red", issue="The lamps were recalled."), day=NEW)
    (change,) = compare(a_memo(a_project("Dock Lights")), new).changes
    assert not change.silent


@pytest.mark.parametrize(
    ("status", "residual", "kind"),
    [
        ("complete", None, "completed"),
        ("complete", "two piers remain", "completed_with_residual"),
        ("cancelled", None, "cancelled"),
        ("on_hold", None, "status_changed"),
    ],
)
def test_how_a_project_ends(status: str, residual: str | None, kind: str) -> None:
    new = a_memo(a_project("Dock Lights", status, residual=residual), day=NEW)
    (change,) = compare(a_memo(a_project("Dock Lights")), new).changes
    assert (change.kind, change.old, change.new) == (kind, "green", status)


def test_absence_is_dropped_and_never_completed() -> None:
    found = compare(a_memo(a_project("Dock Lights"), a_project("Ferry Map")), a_memo(a_project("Ferry Map"), day=NEW))
    (change,) = found.changes
    assert (change.kind, change.project_old, change.silent, change.evidence_new) == ("dropped", "Dock Lights", True, ())
    assert found.bridge.left == 1


def test_a_project_that_was_complete_already_leaves_without_a_word() -> None:
    found = compare(a_memo(a_project("Dock Lights", "complete")), a_memo(day=NEW))
    assert found.changes == ()
    assert found.bridge.left == 0


def test_a_project_done_between_the_memos_is_completed_not_joined() -> None:
    found = compare(a_memo(), a_memo(a_project("Dock Lights", "complete"), day=NEW))
    assert told(found.changes) == [("completed", None, "Dock Lights", None, "complete")]
    assert (found.bridge.joined, found.bridge.closing) == (0, 0)


def test_joined_and_re_entered_differ_by_the_memos_before() -> None:
    new = a_memo(a_project("Dock Lights"), a_project("Tide Tables"), day=NEW)
    earliest = a_memo(a_project("Dock Lights"), day=OLDEST)
    found = compare(a_memo(), new, earlier=[earliest])
    assert [(c.kind, c.project_new) for c in found.changes] == [
        ("re_entered", "Dock Lights"),
        ("joined", "Tide Tables"),
    ]
    assert found.changes[0].evidence_old


def test_a_return_that_the_memo_tells_of(memo_of: MemoOf) -> None:
    text = "# Summary\n\nThe Seawall Survey returns to the register after a year."
    new = memo_of(text, id="new", letterhead=Letterhead(date=NEW), projects=[a_project("Seawall Survey")])
    (change,) = compare(a_memo(), new).changes
    assert (change.kind, change.silent) == ("re_entered", False)


RENAMES = [
    "The Dock Ticketing System has been renamed the Harbor Pass.",
    "The Harbor Pass (formerly Dock Ticketing System) is on schedule.",
    "The Dock Ticketing System is now called the Harbor Pass.",
]


@pytest.mark.parametrize("sentence", RENAMES)
def test_a_rename_that_the_memo_states(sentence: str, memo_of: MemoOf) -> None:
    new = memo_of(f"# Summary\n\n{sentence}", id="new", letterhead=Letterhead(date=NEW), projects=[
        a_project("Harbor Pass", "yellow"), a_project("Tide Tables")])  # fmt: skip
    found = compare(a_memo(a_project("Dock Ticketing System"), a_project("Tide Tables")), new)
    assert [(c.kind, c.project_old, c.project_new, c.silent) for c in found.changes] == [
        ("renamed", "Dock Ticketing System", "Harbor Pass", False),
        ("status_changed", "Dock Ticketing System", "Harbor Pass", True),
    ]


def test_a_former_name_in_the_record_is_a_rename() -> None:
    new = a_memo(a_project("Harbor Pass", aliases=("Dock Ticketing System",)), day=NEW)
    assert [c.kind for c in compare(a_memo(a_project("Dock Ticketing System")), new).changes] == ["renamed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Harbor Lights", "Harbor Lights Project"),
        ("Harbor Light Controller", "Harbor Light Controller (HLC)"),
        ("The Harbor Lights Program", "HARBOR LIGHTS"),
    ],
)
def test_the_same_name_in_other_dress_is_no_rename(old: str, new: str) -> None:
    found = compare(a_memo(a_project(old), a_project("Tide Tables")), a_memo(a_project(new), a_project("Tide Tables")))
    assert found.changes == ()
    assert len(found.unchanged) == 2


def test_two_projects_merged_into_one(memo_of: MemoOf) -> None:
    text = "# Summary\n\nThe Dock Phone Line and the Dock Web Desk were merged in May 2031 into the Harbor Desk."
    new = memo_of(text, id="new", letterhead=Letterhead(date=NEW), projects=[a_project("Harbor Desk")])
    found = compare(a_memo(a_project("Dock Phone Line"), a_project("Dock Web Desk")), new)
    assert [(c.kind, c.project_old, c.project_new) for c in found.changes] == [
        ("merged", "Dock Phone Line", "Harbor Desk"),
        ("merged", "Dock Web Desk", "Harbor Desk"),
    ]
    assert (found.bridge.joined, found.bridge.left, found.bridge.residual) == (1, 2, 0)


def test_one_project_split_into_two(memo_of: MemoOf) -> None:
    text = "# Summary\n\nThe Pier Renewal was split into the North Pier Deck and the South Pier Piles."
    new = memo_of(text, id="new", letterhead=Letterhead(date=NEW), projects=[
        a_project("North Pier Deck"), a_project("South Pier Piles")])  # fmt: skip
    found = compare(a_memo(a_project("Pier Renewal")), new)
    assert [(c.kind, c.project_old, c.project_new) for c in found.changes] == [
        ("split", "Pier Renewal", "North Pier Deck"),
        ("split", "Pier Renewal", "South Pier Piles"),
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Dock Lights were cancelled by the Council in May.", "cancelled"),
        ("The Dock Lights will not proceed.", "cancelled"),
        ("The Dock Lights could be cancelled next year.", "dropped"),
        ("The Dock Lights were not cancelled.", "dropped"),
        ("The Dock Lights are mentioned in passing.", "dropped"),
    ],
)
def test_a_cancellation_in_prose_counts_only_in_the_indicative(sentence: str, kind: str, memo_of: MemoOf) -> None:
    new = memo_of(f"# Summary\n\n{sentence}", id="new", letterhead=Letterhead(date=NEW))
    (change,) = compare(a_memo(a_project("Dock Lights")), new).changes
    assert change.kind == kind


NAMED = [
    "Residents liked the Dock Lights Upgrade.",
    "Residents liked the Dock Lights.",
    "The DLU will be completed next year.",
    "The Dock Lights Upgrade was not completed.",
    "The design phase of the Dock Lights Upgrade was completed.",
    "The Dock Lights Upgrade is 80 percent complete.",
    "If the Dock Lights Upgrade is completed, the pier opens.",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_a_project_that_is_named_without_a_status_is_not_dropped_in_silence(sentence: str, memo_of: MemoOf) -> None:
    new = memo_of(f"# Summary\n\nA word first. {sentence}", id="new", letterhead=Letterhead(date=NEW))
    (change,) = compare(a_memo(a_project("Dock Lights Upgrade (DLU)")), new).changes
    assert (change.kind, change.silent, change.note) == ("dropped", False, "named on page 1, without a status")
    assert [place.quote for place in change.evidence_new] == [sentence]


@pytest.mark.parametrize(
    "text", ["# Dock Lights Upgrade\n\nNone.", "| Project | Lamps |\n|---|---|\n| Dock Lights Upgrade | 9 |"]
)
def test_a_heading_or_a_row_names_a_project_too(text: str, memo_of: MemoOf) -> None:
    new = memo_of(text, id="new", letterhead=Letterhead(date=NEW))
    (change,) = compare(a_memo(a_project("Dock Lights Upgrade")), new).changes
    assert (change.kind, change.silent) == ("dropped", False)


@pytest.mark.parametrize(
    ("sentence", "kind", "new_status"),
    [
        ("The Dock Lights Upgrade was completed in June 2031.", "completed", "complete"),
        ("Staff completed the Dock Lights Upgrade ahead of schedule.", "completed", "complete"),
        ("The Dock Lights Upgrade (DLU) was closed out in June.", "completed", "complete"),
        ("The crew wrapped up work on the Dock Lights in June.", "completed", "complete"),
        ("The Dock Lights Upgrade has been cancelled.", "cancelled", "cancelled"),
        ("The Dock Lights Upgrade was put on hold in May.", "status_changed", "on_hold"),
        ("The Dock Lights Upgrade was merged into a study of the whole pier.", "merged", None),
    ],
)
def test_what_a_sentence_says_of_a_project_without_a_record(
    sentence: str, kind: str, new_status: str | None, memo_of: MemoOf
) -> None:
    new = memo_of(f"# Summary\n\n{sentence}", id="new", letterhead=Letterhead(date=NEW))
    (change,) = compare(a_memo(a_project("Dock Lights Upgrade"), a_project("Tide Tables", "complete")), new).changes
    assert (change.kind, change.new, change.silent) == (kind, new_status, False)
    assert change.evidence_new[0].quote == sentence


def test_words_of_a_name_in_small_letters_are_not_the_name(memo_of: MemoOf) -> None:
    new = memo_of("# Summary\n\nThe dock lights were cleaned.", id="new", letterhead=Letterhead(date=NEW))
    (change,) = compare(a_memo(a_project("Dock Lights Upgrade")), new).changes
    assert (change.kind, change.silent) == ("dropped", True)


def test_memos_to_different_bodies_say_so_first(memo_of: MemoOf) -> None:
    def to(body: str) -> Memo:
        return memo_of("# S\n\nNone.", letterhead=Letterhead(date=OLD, body=body))

    assert (
        compare(to("Harbor Board"), to("Parks Committee"))
        .notes[0]
        .startswith("These memos are addressed to different bodies (Harbor Board; Parks Committee)")
    )
    assert compare(to("Harbor Board"), to("The Honorable Members of the Harbor Board")).notes == ()


def test_a_project_that_is_no_longer_rated_is_noted() -> None:
    found = compare(a_memo(a_project("Dock Lights", "red")), a_memo(a_project("Dock Lights", None), day=NEW))
    assert found.notes == ("The later memo gives no status for Dock Lights (in the earlier memo: red).",)


def test_a_list_that_rates_nobody_is_noted_once() -> None:
    names = [f"Pier {letter}" for letter in "ABCDEFG"]
    rated, unrated = (
        a_memo(*(a_project(n, "red") for n in names)),
        a_memo(*(a_project(n, None) for n in names), day=NEW),
    )
    (note,) = compare(rated, unrated).notes
    assert note.startswith("The later memo gives no status for 7 projects that the earlier memo rates: Pier A; Pier B")
    assert note.endswith("and 2 more.")


def test_a_slipped_date_says_by_how_many_days() -> None:
    old, new = a_project("Dock Lights", end="June 2032"), a_project("Dock Lights", end="December 2032")
    (change,) = compare(a_memo(old), a_memo(new, day=NEW)).changes
    assert (change.field, change.old, change.new, change.note, change.silent) == (
        "end", "2032-06", "2032-12", "184 days later", True,
    )  # fmt: skip


def test_a_field_is_cited_where_it_stands_and_once() -> None:
    status_row, money_row = a_place("Dock Lights GREEN None"), a_place("Dock Lights June 2032 $100")

    def dated(end: str) -> Project:
        found = a_project("Dock Lights", end=end)
        fields = (("status", a_place("GREEN")), ("end", a_place("June 2032")))
        return replace(found, places=(status_row, money_row), field_places=fields)

    (change,) = compare(a_memo(dated("June 2032")), a_memo(dated("December 2032"), day=NEW)).changes
    assert (change.evidence_old, change.evidence_new) == ((money_row,), (money_row,))


def test_a_field_on_a_line_of_its_own_is_cited_with_the_title_after_it() -> None:
    title, line = a_place("Dock Lights"), a_place("Status: Green")
    card = replace(a_project("Dock Lights"), places=(title, line), field_places=(("status", line),))
    (change,) = compare(a_memo(card), a_memo(day=NEW)).changes
    assert change.evidence_old == (line, title)


def test_a_slip_that_the_issue_explains_is_not_silent() -> None:
    old = a_project("Dock Lights", end="June 2032", issue="None known.")
    new = a_project("Dock Lights", end="December 2032", issue="Delayed by the lamp recall.")
    changes = {c.field: c for c in compare(a_memo(old), a_memo(new, day=NEW)).changes}
    assert set(changes) == {"end", "issue"}
    assert not changes["end"].silent


@pytest.mark.parametrize(
    ("old", "new"), [("2032", "June 2032"), ("June 2032", "June 30, 2032"), ("May 2032", "May 2032")]
)
def test_a_date_that_became_more_exact_has_not_moved(old: str, new: str) -> None:
    found = compare(a_memo(a_project("Dock Lights", end=old)), a_memo(a_project("Dock Lights", end=new), day=NEW))
    assert found.changes == ()


def test_a_budget_change_is_given_in_money_and_per_cent() -> None:
    old, new = a_project("Dock Lights", budget=2_000_000), a_project("Dock Lights", budget=2_500_000)
    (change,) = compare(a_memo(old), a_memo(new, day=NEW)).changes
    assert (change.old, change.new, change.note) == ("$2,000,000", "$2,500,000", "+$500,000, +25.0 %")


def test_a_budget_written_shorter_has_not_changed() -> None:
    short = Money(amount=Decimal(1_200_000), text="$1.2 million")
    old, new = a_project("Dock Lights", budget=1_204_000), a_project("Dock Lights", budget=short)
    assert compare(a_memo(old), a_memo(new, day=NEW)).changes == ()


def test_what_one_memo_leaves_out_has_not_changed() -> None:
    old = a_project("Dock Lights", end="June 2032", budget=100, owner="A. Mate", issue="Lamps.")
    assert compare(a_memo(old), a_memo(a_project("Dock Lights"), day=NEW)).changes == ()


def test_a_figure_in_like_sentences_is_one_figure(memo_of: MemoOf) -> None:
    old = memo_of("# Ferries\n\nThe ferries carried 41,200 riders in 2030.", id="old", letterhead=Letterhead(date=OLD))
    new = memo_of(
        "# Ferries\n\nThe ferries carried 44,000 riders in 2031, up from 41,200.",
        id="new", letterhead=Letterhead(date=NEW),
    )  # fmt: skip
    (change,) = compare(old, new).changes
    assert (change.kind, change.old, change.new, change.silent) == (
        "metric_changed", "41,200 riders", "44,000 riders", False,
    )  # fmt: skip


def test_a_figure_of_what_was_merged_is_not_held_against_the_whole(memo_of: MemoOf) -> None:
    old = memo_of(
        "# Questions From Boaters\n\nThe desk answered 900 questions in 2030.",
        id="old", letterhead=Letterhead(date=OLD),
        projects=(a_project("Boater Question Desk"), a_project("Pier Phone Line")),
    )  # fmt: skip
    new = memo_of(
        "# Two Desks Become One\n\nThe Boater Question Desk was merged into the Harbor Front Door.\n\n"
        "Together they answered 1,400 questions in 2031.",
        id="new", letterhead=Letterhead(date=NEW),
        projects=(a_project("Harbor Front Door"), a_project("Pier Phone Line")),
    )  # fmt: skip
    assert [change.kind for change in compare(old, new).changes] == ["merged"]


def test_records_of_figures_are_compared_by_subject_measure_and_unit() -> None:
    def riders(value: int, subject: str = "Ferries") -> Metric:
        return Metric(
            subject=subject, measure="riders", value=Decimal(value), unit="riders", text=f"{value} riders", memo="m",
            places=(a_place(f"{value} riders"),),
        )  # fmt: skip

    old, new = a_memo(metrics=(riders(4),)), a_memo(metrics=(riders(5), riders(9, "Buses")), day=NEW)
    assert [(c.kind, c.field, c.old, c.new) for c in compare(old, new).changes] == [
        ("metric_changed", "Ferries: riders", "4 riders", "5 riders")
    ]


def test_a_definition_that_changed_in_silence() -> None:
    def yellow(meaning: str) -> Definition:
        return Definition(term="Yellow", meaning=meaning, status="yellow", memo="m", places=(a_place(meaning),))

    old = a_memo(definitions=(yellow("at risk, but recoverable"),))
    new = a_memo(definitions=(yellow("late by up to 90 days"),), day=NEW)
    (change,) = compare(old, new).changes
    assert (change.kind, change.field, change.silent) == ("definition_changed", "Yellow", True)


def test_two_readings_are_claimed_as_neither() -> None:
    old = a_memo(a_project("Harbor Camera System"), a_project("Tide Tables"))
    new = a_memo(
        a_project("Harbor Camera System North"), a_project("Harbor Camera System South"), a_project("Tide Tables"),
        day=NEW,
    )  # fmt: skip
    found = compare(old, new)
    assert [c for c in found.changes if "dropped" in c.kind or "renamed" in c.kind] == []
    assert any("nothing is claimed" in note for note in found.notes)
    bridge = found.bridge
    assert bridge.opening + bridge.joined - bridge.left + bridge.residual == bridge.closing


def test_notes_name_what_was_not_read_and_what_is_not_named() -> None:
    lost = Problem(kind="no_text", page=4, message="Page 4 has no text", loses_text=True)
    unnamed = Omission(kind="unnamed_projects", message="11 projects are counted, 3 named", memo="m", places=())
    new = a_memo(day=NEW, problems=(lost,), omissions=(unnamed,))
    notes = " ".join(compare(a_memo(a_project("Dock Lights")), new).notes)
    assert "page 4 was not read" in notes
    assert "11 projects are counted" in notes


def test_who_may_stand_in_a_table_that_was_not_read_is_not_surely_gone() -> None:
    unread = Problem(kind=UNREAD_PROJECTS, page=2, message="A table on page 2 looks like a list of projects")
    new = a_memo(a_project("Ferry Map"), day=NEW, problems=(unread,))
    found = compare(a_memo(a_project("Ferry Map"), a_project("Dock Lights", "red")), new)
    assert [(change.kind, change.uncertain) for change in found.changes] == [("dropped", True)]
    assert any("A table on page 2 looks like a list of projects" in note for note in found.notes)


def test_memos_in_the_wrong_order_are_told_apart() -> None:
    assert "before the other" in compare(a_memo(day=NEW), a_memo(day=OLD)).notes[0]


def test_what_may_be_one_project_is_told_with_each_of_the_two() -> None:
    rest = [a_project(name) for name in ("Ferry Map", "Crane Survey", "Gull Count")]
    old = a_memo(*rest, a_project("Customs House Lifts", "red", end="March 2034"))
    new = a_memo(*rest, a_project("Old Town Hall Elevator Upgrade", "red", end="March 2034"), day=NEW)
    found = compare(old, new)
    dropped, joined = found.changes
    assert (dropped.kind, joined.kind) == ("dropped", "joined")
    assert dropped.uncertain
    assert joined.uncertain
    assert dropped.note == "it may be Old Town Hall Elevator Upgrade (both have the end March 2034)"
    assert joined.note == "it may be Customs House Lifts (both have the end March 2034)"
    assert [(p.project_old, p.project_new) for p in found.possible] == [
        ("Customs House Lifts", "Old Town Hall Elevator Upgrade")
    ]
    assert (found.bridge.dropped, found.bridge.new) == (1, 1)


def test_two_projects_with_nothing_in_common_are_not_told_as_possibly_one() -> None:
    rest = [a_project(name) for name in ("Ferry Map", "Crane Survey", "Gull Count")]
    found = compare(a_memo(*rest, a_project("Customs House Lifts")), a_memo(*rest, a_project("Fish Quota"), day=NEW))
    assert not any(change.uncertain for change in found.changes)
    assert found.possible == ()
