"""The promises that one memo makes: its sentences, its projects' end dates, and the dated actions of its tables.

A sentence that only repeats a project's end date is no second promise; it stands beside it as a place. An action counts
where its clause names a day ahead: "Go-live rescheduled to June", not "Meeting every other week".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer.comparison.changes import field_to_places, is_open
from answer.ledger.days import text_to_due
from answer.ledger.headings import title_to_heading
from answer.ledger.matters import Matter, sentence_to_matter
from extract.language.dates import find_fiscal_start
from records.facts import Commitment, Project
from records.memo import Memo
from records.place import Place
from records.promises import PromiseKind
from records.values import Period

_CLAUSE = re.compile(r"[^;.]+(?:\.(?=\S)[^;.]*)*")
_PROMISES = re.compile(
    r"\b(?:will|shall|(?:is|are|remains?)\s(?:\w+\s){0,2}(?:expected|scheduled|planned|anticipated|slated|targeted|due|set|"
    r"to)|expects?|plans?|intends?|anticipates?|aims?|proposes|commits?|expected|scheduled|planned|due|to be)\b"
)
_OF_ITSELF = re.compile(r"^(?:This|The present) (?:memo(?:randum)?|report|update|item)\b")
"""What the memo says of itself ("This memorandum will be posted") is no promise of its work."""

_LABEL = re.compile(
    r"^(?:issues?|mitigat(?:ion|ing actions?)|(?:corrective )?actions?|responses?|next steps?|status|outlook)\s?:\s",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|has been|have been|had|completed|finished|began|started|approved|received|held|signed|issued|"
    r"awarded|adopted|met)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:until|through|till|each|every|weekly|monthly|since)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One promise as its memo makes it; ``position`` is the project's among the memo's projects.

    ``heading`` is what the sentence stands under, where that tells of one thing;
    ``repeats`` is which of the memo's openings, an end date, the sentence says once more.
    """

    kind: PromiseKind
    text: str
    matter: Matter | None
    project: str | None
    position: int | None
    due: Period | None
    places: tuple[Place, ...]
    heading: str | None = None
    repeats: int | None = None
    is_of_end: bool = False
    """A sentence that names a project's end where no record of the memo has one."""


def memo_to_openings(memo: Memo) -> tuple[Opening, ...]:
    """End dates first, then sentences in reading order, then actions."""
    finishes = list(_finishes(memo.projects))
    statements = []
    for commitment in memo.commitments:
        if _OF_ITSELF.search(commitment.text):
            continue
        opening = _statement(commitment, memo)
        same = _same_finish(opening, finishes)
        if same is not None:
            finishes[same] = _with_places(finishes[same], opening.places)
        is_of_end = same is None and _is_of_end(opening, finishes)
        statements.append(replace(opening, repeats=same, is_of_end=is_of_end))
    return (*finishes, *statements, *_actions(memo, statements))


def periods_agree(one: Period | None, other: Period | None) -> bool:
    """``2027`` and ``June 2027`` do not contradict each other."""
    if one is None or other is None or one.last is None or other.last is None:
        return False
    if one.first is None or other.first is None:
        return one.last == other.last
    return (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )


def _finishes(projects: Sequence[Project]) -> Iterator[Opening]:
    for position, project in enumerate(projects):
        if project.end is not None and project.end.last is not None and is_open(project):
            yield Opening(
                kind="finish",
                text=project.project,
                matter=None,
                project=project.project,
                position=position,
                due=project.end,
                places=field_to_places(project, "end"),
            )


def _statement(commitment: Commitment, memo: Memo) -> Opening:
    text = _LABEL.sub("", commitment.text)
    position = _position(commitment.project, memo.projects)
    heading = title_to_heading((commitment.places[0].section or "").rsplit(" / ")[-1]) if commitment.places else None
    return Opening(
        kind="statement",
        text=text,
        matter=sentence_to_matter(text, start=_start(text), names=_names(position, memo.projects) or (heading or "",)),
        project=commitment.project,
        position=position,
        due=commitment.due if commitment.due and commitment.due.last else _due_of(commitment, memo),
        places=commitment.places,
        heading=heading,
    )


def _due_of(commitment: Commitment, memo: Memo) -> Period | None:
    text = commitment.text[_start(commitment.text) :]
    return text_to_due(text, memo_day=memo.letterhead.date, fiscal_start=_fiscal_start(memo)) or commitment.due


def _start(text: str) -> int:
    """Where the promising words of a sentence begin: "The yard is shut and **will open**"."""
    found = _PROMISES.search(text)
    return found.start() if found else 0


def _fiscal_start(memo: Memo) -> int:
    return find_fiscal_start("\n".join(block.text for block in memo.document.blocks))


def _position(name: str | None, projects: Sequence[Project]) -> int | None:
    found = [position for position, project in enumerate(projects) if project.project == name]
    return found[0] if len(found) == 1 else None


def _names(position: int | None, projects: Sequence[Project]) -> tuple[str, ...]:
    return () if position is None else (projects[position].project, *projects[position].aliases)


def _same_finish(opening: Opening, finishes: Sequence[Opening]) -> int | None:
    """ "The pier is expected to be completed by June 2031" beside the pier's own end date."""
    if opening.position is None or opening.matter is None or not opening.matter.finishes or opening.matter.own:
        return None
    for number, finish in enumerate(finishes):
        if finish.position == opening.position and periods_agree(finish.due, opening.due):
            return number
    return None


def _is_of_end(opening: Opening, finishes: Sequence[Opening]) -> bool:
    """ "The branch will welcome readers again by May 2032" of the branch, whose row has no end date."""
    if opening.matter is None or opening.due is None or opening.position is None:
        return False
    is_told = any(finish.position == opening.position for finish in finishes)
    return not is_told and opening.matter.finishes and opening.matter.whole and not opening.matter.numbers


def _with_places(finish: Opening, places: tuple[Place, ...]) -> Opening:
    return replace(finish, places=tuple(dict.fromkeys((*finish.places, *places))))


def _actions(memo: Memo, statements: Sequence[Opening]) -> Iterator[Opening]:
    day, fiscal = memo.letterhead.date, _fiscal_start(memo)
    for position, project in enumerate(memo.projects):
        for clause in _clauses(project.mitigation if is_open(project) else None):
            due = _action_due(clause, day, fiscal)
            if due is not None and not _is_told(position, due, statements):
                yield Opening(
                    kind="action",
                    text=clause,
                    matter=sentence_to_matter(clause, names=(project.project, *project.aliases)),
                    project=project.project,
                    position=position,
                    due=due,
                    places=field_to_places(project, "mitigation"),
                )


def _is_told(position: int, due: Period, statements: Sequence[Opening]) -> bool:
    """A sentence about the same project promises something for the same day: the action is the same one, in short."""
    return any(opening.position == position and periods_agree(opening.due, due) for opening in statements)


def _clauses(text: str | None) -> list[str]:
    return [clause.group().strip() for clause in _CLAUSE.finditer(text or "") if clause.group().strip()]


def _action_due(clause: str, day: date | None, fiscal: int) -> Period | None:
    """A clause that tells of the past, of something lasting or of a condition promises nothing for a day."""
    if day is None or _PAST.search(clause) or _LASTING.search(clause):
        return None
    due = text_to_due(clause, memo_day=day, fiscal_start=fiscal)
    at = clause.find(due.text) if due else -1
    return due if due and not re.search(r"\b(?:before|after|once|when)\b[^,]*$", clause[: max(at, 0)]) else None
