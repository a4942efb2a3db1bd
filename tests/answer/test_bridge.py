"""How the count of open projects gets from one memo to the next: always balanced, or with a residual that says so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from answer.compare import compare
from answer.comparison.bridge import Fates, build_bridge
from records.comparison import Bridge, StatusFlow
from records.document import Document, Page
from records.facts import STATUSES, Project
from records.memo import Letterhead, Memo
from records.place import Place

OLD, NEW = date(2031, 3, 3), date(2032, 3, 3)
MemoOf = Callable[..., Memo]
GONE = ("completed", "cancelled", "dropped", "merged", "split", "named_only", "not_listed")
COME = ("new", "re_entered", "reopened", "formed", "first_listed")


def a_project(name: str, status: str | None = "green") -> Project:
    place = Place(memo="m", file="m.md", page=1, box=None, section=None, quote=name, sha256="ab")
    return Project(project=name, status=status, memo="m", as_of=None, places=(place,))


def a_memo(*projects: Project, day: date = OLD) -> Memo:
    document = Document(
        file=f"{day}.md", sha256="ab", media="markdown", pages=(Page(number=1, width=None, height=None),), blocks=()
    )
    return Memo(id=str(day), letterhead=Letterhead(date=day), sections=(), projects=projects, document=document)


def parts(bridge: Bridge, names: tuple[str, ...]) -> dict[str, int]:
    return {name: getattr(bridge, name) for name in names if getattr(bridge, name)}


def flow_of(bridge: Bridge, status: str) -> StatusFlow:
    return next(flow for flow in bridge.flows if flow.status == status)


def test_the_change_in_reds_is_split_into_who_worsened_joined_improved_and_left() -> None:
    old = [("Pier", "red"), ("Crane", "red"), ("Buoy", "red"), ("Quay", "green"), ("Mast", "yellow"), ("Rope", "green")]
    new = [("Pier", "red"), ("Crane", "yellow"), ("Quay", "red"), ("Mast", "red"), ("Tug", "red"), ("Rope", "on_hold")]
    bridge = compare(a_memo(*(a_project(*p) for p in old)), a_memo(*(a_project(*p) for p in new), day=NEW)).bridge
    assert flow_of(bridge, "red") == StatusFlow(
        status="red", opening=3, worsened=2, improved_into=0, joined=1, improved=1, worsened_out=0, left=1, other=0,
        rescaled=0, closing=4, residual=0,
    )  # fmt: skip
    assert flow_of(bridge, "yellow").worsened_out == flow_of(bridge, "yellow").improved_into == 1
    assert flow_of(bridge, "green").other == -1


def test_every_way_out_and_in_has_its_count(memo_of: MemoOf) -> None:
    old = a_memo(
        *(a_project(name) for name in ("Dock Phone Line", "Dock Web Desk", "Pier Renewal", "Gull Survey", "Seawall")),
        a_project("Ferry Map", "complete"),
    )
    text = (
        "# News\n\nThe Dock Phone Line and the Dock Web Desk were merged into the Harbor Desk. The Pier Renewal was "
        "split into the North Pier Deck and the South Pier Piles. The Gull Survey was completed in May 2031."
    )
    names = ("Harbor Desk", "North Pier Deck", "South Pier Piles", "Ferry Map", "Tide Tables")
    new = memo_of(text, id="new", letterhead=Letterhead(date=NEW), projects=[a_project(name) for name in names])
    bridge = compare(old, new).bridge
    assert parts(bridge, GONE) == {"completed": 1, "dropped": 1, "merged": 2, "split": 1}
    assert parts(bridge, COME) == {"new": 1, "reopened": 1, "formed": 3}
    assert (bridge.opening, bridge.joined, bridge.left, bridge.closing, bridge.residual) == (5, 5, 5, 5, 0)


@pytest.mark.parametrize(
    ("sentence", "counted", "share"),
    [
        ("The office oversees a total of three projects.", {"not_listed": 2}, 2 / 3),
        ("The office oversees a total of two projects.", {"dropped": 2}, 1.0),
        ("The office has moved.", {"dropped": 2}, 1.0),
        ("The table below shows selected projects.", {"not_listed": 2}, 0.5),
    ],
)
def test_absence_from_a_list_of_some_is_claimed_the_less_the_more_are_not_named(
    sentence: str, counted: dict[str, int], share: float, memo_of: MemoOf
) -> None:
    new = memo_of(
        f"# News\n\n{sentence}", id="new", letterhead=Letterhead(date=NEW),
        projects=[a_project("Tide Tables", "red"), a_project("Crane", "yellow")],
    )  # fmt: skip
    old = [a_project(name, "red") for name in ("Seawall", "Gull Survey", "Tide Tables", "Crane")]
    found = compare(a_memo(*old), new)
    gone = next(change for change in found.changes if change.project_old == "Seawall")
    assert parts(found.bridge, GONE) == counted
    assert gone.confidence == pytest.approx(share, abs=0.01)
    assert (gone.note is not None) == (share < 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "The office oversees a total of nine projects.",
        "The programme consists of nine schemes.",
        "All other 4 projects remain on schedule.",
    ],
)
def test_nothing_is_claimed_of_whom_an_exceptions_memo_may_just_not_name(sentence: str, memo_of: MemoOf) -> None:
    some = memo_of(f"# News\n\n{sentence}", letterhead=Letterhead(date=OLD), projects=[a_project("Seawall", "red")])
    whole = a_memo(a_project("Seawall", "red"), a_project("Crane"), day=NEW)
    coming, going = compare(some, whole, earlier=[a_memo(a_project("Crane"))]), compare(whole, some)
    assert coming.changes == going.changes == ()
    assert (coming.first_listed, going.not_listed) == (("Crane",), ("Crane",))
    assert parts(coming.bridge, COME) == {"first_listed": 1}
    assert parts(going.bridge, GONE) == {"not_listed": 1}
    assert coming.bridge.stated_opening is not None
    assert (coming.bridge.stated_opening.stated, coming.bridge.stated_opening.named) in ((9, 1), (5, 1))
    assert any("may have been there" in note for note in coming.notes)


@pytest.mark.parametrize(
    "sentence",
    [
        "This report covers only the projects that need Council attention.",
        "All other schemes are on programme and are not reported here.",
        "The remaining projects continue to progress as planned.",
        "The rest of the portfolio is on schedule.",
        "The table sets out the five largest schemes in the capital programme.",
        "The list is limited to projects with a budget of more than $5 million.",
        "Projects are reported by exception.",
    ],
)
def test_who_is_absent_from_a_list_of_exceptions_is_not_gone_nor_new_after_it(sentence: str, memo_of: MemoOf) -> None:
    some = memo_of(f"# News\n\n{sentence}", letterhead=Letterhead(date=OLD), projects=[a_project("Seawall", "red")])
    whole = a_memo(a_project("Seawall", "red"), a_project("Crane"), day=NEW)
    coming, going = compare(some, whole, earlier=[a_memo(a_project("Crane"))]), compare(whole, some)
    assert coming.changes == going.changes == ()
    assert (coming.first_listed, going.not_listed) == (("Crane",), ("Crane",))
    assert any("lists only some of its projects" in note for note in going.notes)


@pytest.mark.parametrize(
    "sentence",
    [
        "All other projects are on schedule.",
        "This section describes the projects that are delayed.",
        "The report highlights the progress of all projects.",
    ],
)
def test_a_list_that_names_those_on_schedule_leaves_nobody_out(sentence: str, memo_of: MemoOf) -> None:
    rest = [a_project("Seawall", "red"), *(a_project(name) for name in ("Tide Tables", "Gull Survey"))]
    new = memo_of(f"# News\n\n{sentence}", letterhead=Letterhead(date=NEW), projects=rest)
    (change,) = compare(a_memo(*rest, a_project("Crane")), new).changes
    assert (change.kind, change.uncertain) == ("dropped", False)


def test_a_memo_in_which_no_project_was_found_drops_nobody(memo_of: MemoOf) -> None:
    bare = memo_of("# News\n\nThe status of all projects is shown in Table 1.", letterhead=Letterhead(date=NEW))
    whole = a_memo(a_project("Seawall", "red"), a_project("Crane"), a_project("Gull Survey"))
    assert compare(whole, bare).changes == compare(bare, whole).changes == ()
    assert compare(whole, bare).not_listed == ("Seawall", "Crane", "Gull Survey")
    assert any("No list of projects was found in the later memo" in note for note in compare(whole, bare).notes)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The Crane is on track for completion in May 2033.", []),
        ("The Crane is at risk.", ["status_changed"]),
        ("The Crane went live on May 3, 2031, two weeks early.", ["completed"]),
    ],
)
def test_a_project_that_only_a_sentence_reports_is_not_dropped(
    sentence: str, kinds: list[str], memo_of: MemoOf
) -> None:
    new = memo_of(f"# News\n\n{sentence}", letterhead=Letterhead(date=NEW))
    found = compare(a_memo(a_project("Crane")), new)
    assert [change.kind for change in found.changes] == kinds
    assert [pair.note for pair in found.unchanged] == ([] if kinds else ["named on page 1 of the later memo, as green"])
    assert found.bridge.residual == 0


@pytest.mark.parametrize(
    ("sentence", "old", "new", "kind"),
    [
        ("The two phases of the harbor network were combined in May.",
         ["Harbor Network - Phase 1", "Harbor Network - Phase 2"], ["Harbor Network"], "merged"),
        ("The upper and lower fencing projects were merged.",
         ["Weir Fencing - Upper Bank", "Weir Fencing - Lower Bank"], ["Weir Fencing"], "merged"),
        ("The Ferry Hall was split into a ticket desk package and a baggage room package.",
         ["Ferry Hall"], ["Ferry Hall: Ticket Desk", "Ferry Hall: Baggage Room"], "split"),
        ("The lights of the ferry pier were approved in May; the work is now called Quay Lamp Renewal.",
         ["Ferry Pier Lights"], ["Quay Lamp Renewal"], "renamed"),
    ],
)  # fmt: skip
def test_a_sentence_may_name_projects_by_their_words_alone(
    sentence: str, old: list[str], new: list[str], kind: str, memo_of: MemoOf
) -> None:
    later = memo_of(
        f"# News\n\n{sentence}", letterhead=Letterhead(date=NEW), projects=[a_project(name) for name in new]
    )
    found = compare(a_memo(*(a_project(name) for name in old)), later)
    assert {(c.kind, c.project_old, c.project_new) for c in found.changes} == {
        (kind, was, now) for was in old for now in new
    }
    assert found.bridge.residual == 0


def test_a_row_that_says_merged_is_no_project_under_way() -> None:
    merged = [
        replace(a_project(name, None), places=(replace(a_project(name).place, quote=f"{name} Parks {said}"),))
        for name, said in (("Dock Phones", "Merged with Harbor Desk"), ("Dock Web", "Now part of the Harbor Desk"))
    ]
    old = a_memo(a_project("Dock Phones"), a_project("Dock Web"), a_project("Crane"))
    new = a_memo(*merged, a_project("Harbor Desk"), a_project("Crane"), day=NEW)
    found = compare(old, new)
    assert {(c.kind, c.project_old, c.project_new) for c in found.changes} == {
        ("merged", "Dock Phones", "Harbor Desk"), ("merged", "Dock Web", "Harbor Desk"),
    }  # fmt: skip
    assert (found.bridge.closing, found.bridge.merged, found.bridge.formed, found.bridge.residual) == (2, 2, 1, 0)
    assert compare(new, a_memo(a_project("Harbor Desk"), a_project("Crane"))).changes == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Completions\n\nFerries moor at both sides of Quay Phase 2 since May.", "completed"),
        ("# Completed This Quarter\n\nThe first ferry moored at Quay Phase 2.", "completed"),
        ("# Completions\n\nQuay Phase 2 will be finished in June.", "dropped"),
        ("# Questions\n\nFerries moor at both sides of Quay Phase 2 since May.", "dropped"),
        ("# N\n\nThe Quay Phase 2 reached substantial completion in May; two lamps are still to be set.",
         "completed_with_residual"),
    ],
)  # fmt: skip
def test_what_stands_under_completions_is_complete(text: str, kind: str, memo_of: MemoOf) -> None:
    later = memo_of(text, letterhead=Letterhead(date=NEW))
    (change,) = compare(a_memo(a_project("Quay Phase 2")), later).changes
    assert change.kind == kind


names = st.sampled_from(["anchor", "beacon", "cargo", "delta", "ember", "fathom", "gulf", "haven", "isle", "jetty"])
statuses = st.sampled_from([*STATUSES, None])


@st.composite
def memos(draw: st.DrawFn, day: date = OLD) -> Memo:
    chosen = draw(st.lists(st.tuples(names, names).map(" ".join), max_size=8, unique=True))
    return a_memo(*(a_project(name, draw(statuses)) for name in chosen), day=day)


@given(memos(), memos(day=NEW))
@settings(deadline=None, max_examples=80)
def test_every_sum_of_the_bridge_and_of_its_flows_holds(old: Memo, new: Memo) -> None:
    bridge = compare(old, new).bridge
    assert_balanced(bridge)
    if bridge.residual == 0:
        assert sum(flow.residual for flow in bridge.flows) == 0


@given(st.data())
@settings(deadline=None, max_examples=80)
def test_whatever_the_fates_the_flows_balance_or_show_a_residual(data: st.DataObject) -> None:
    """Also where fates are incomplete, as those of unclear projects are."""
    old = [a_project(f"o{i}", data.draw(statuses)) for i in range(data.draw(st.integers(0, 7)))]
    new = [a_project(f"n{i}", data.draw(statuses)) for i in range(data.draw(st.integers(0, 7)))]
    rows, columns = list(range(len(old))), data.draw(st.permutations(range(len(new))))
    pairs = [pair for pair in zip(rows, columns, strict=False) if data.draw(st.booleans())]
    left = set(rows) - {was for was, _ in pairs}
    come = set(columns) - {now for _, now in pairs}
    fates = Fates(
        pairs=pairs,
        went={row: data.draw(st.sampled_from(GONE)) for row in left if data.draw(st.booleans())},
        came={column: data.draw(st.sampled_from(COME)) for column in come if data.draw(st.booleans())},
        rescaled=[pair for pair in pairs if data.draw(st.booleans())],
    )
    assert_balanced(build_bridge(old, new, fates))


def assert_balanced(bridge: Bridge) -> None:
    assert bridge.opening + bridge.joined - bridge.left + bridge.residual == bridge.closing
    assert sum(parts(bridge, GONE).values()) == bridge.left
    assert sum(parts(bridge, COME).values()) == bridge.joined
    for flow in bridge.flows:
        come = flow.worsened + flow.improved_into + flow.joined
        gone = flow.improved + flow.worsened_out + flow.left
        assert flow.opening + come - gone + flow.other + flow.rescaled + flow.residual == flow.closing
        assert min(come, gone, flow.opening, flow.closing) >= 0
    assert sum(flow.opening for flow in bridge.flows) == bridge.opening
    assert sum(flow.closing for flow in bridge.flows) == bridge.closing
    assert sum(flow.joined for flow in bridge.flows) == bridge.joined
    assert sum(flow.left for flow in bridge.flows) == bridge.left


@given(memos())
@settings(deadline=None, max_examples=60)
def test_a_memo_has_not_changed_from_itself(memo: Memo) -> None:
    found = compare(memo, replace(memo))
    assert found.changes == ()
    assert found.bridge.joined == found.bridge.left == 0


_SHARED = ("anchor anchor", "anchor beacon", "anchor cargo", "anchor ember", "beacon anchor")


@given(memos(), memos(day=NEW))
@settings(deadline=None, max_examples=60)
@example(
    a_memo(*(a_project(name, "red") for name in (*_SHARED, "anchor fathom", "delta gulf"))),
    a_memo(*(a_project(name, "red") for name in (*_SHARED, "delta delta", "gulf gulf")), day=NEW),
)
def test_what_joins_one_way_is_dropped_the_other(old: Memo, new: Memo) -> None:
    joined = {c.project_new for c in compare(old, new).changes if c.kind == "joined"}
    dropped = {c.project_old for c in compare(new, old).changes if c.kind == "dropped"}
    assert joined == dropped


def test_a_project_that_is_named_without_a_status_is_not_dropped_where_the_memo_counts_more_than_are_read(
    memo_of: MemoOf,
) -> None:
    text = "# News\n\nThe programme consists of three schemes. The Gull Survey has a new office."
    new = memo_of(text, id="new", letterhead=Letterhead(date=NEW), projects=[a_project("Seawall", "red")])
    found = compare(a_memo(a_project("Seawall", "red"), a_project("Gull Survey"), a_project("Crane")), new)
    assert found.changes == ()
    assert found.not_listed == ("Gull Survey", "Crane")
