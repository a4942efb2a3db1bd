"""Counts of projects in sentences against the projects that the memo names, and announced lists against their items.

"Three projects were completed" beside two found ones is a note: memolens may have overlooked the third. It is a warning
where the memo says that it lists them all; where it says that it lists some, and fewer are found, there is no finding.
A sentence about another year is not read.
"""

import re
from collections.abc import Iterator, Sequence

from answer.checks.numbers import WHOLE, WORD, whole_number
from answer.checks.partial_lists import declares_part, declares_whole
from answer.checks.status_counts import STATUS_PHRASES, ProjectTotals
from answer.checks.told_times import sentence_periods
from answer.comparison.changes import field_to_places, is_open
from answer.comparison.statements import Statement
from records.answer import Finding
from records.document import Block, span_to_places
from records.facts import Project
from records.memo import Memo, Section

_NOUN = (
    r"(?:projects?|initiatives?|efforts?|schemes?|programmes?|contracts?|developments?|workstreams?|deliverables?|"
    r"actions?)"
)
_DONE = r"(?:completed|finished|implemented|launched|delivered|deployed|closed out|handed over)"
_FINISHED = re.compile(
    rf"\b(?:(?P<a>{WHOLE})\s(?:\w+\s){{0,2}}{_NOUN}\s(?:were|was|have been|has been|are now)\s(?:\w+\s)?{_DONE}|"
    rf"(?:has|have|team|office|department|division|staff|city)\s(?:also\s|successfully\s)?{_DONE}\s(?P<b>{WHOLE})\s"
    rf"(?:\w+\s){{0,1}}{_NOUN})\b"
    r"(?!\s(?:on time|late|under|over|within|ahead))",
    re.IGNORECASE,
)
_COLOUR = (
    r"(?P<colour>(?:red|yellow|amber)\s?/\s?(?:red|yellow|amber|green)|"
    r"red|yellow|amber|green|on hold|on (?:track|schedule|time)|at risk|off track|delayed|late|"
    r"behind schedule)"
)
_PRESENT = re.compile(
    rf"(?<!of\s)(?<!of\sthe\s)(?<!of\sour\s)(?<![\d.,$])\b(?P<count>{WHOLE})\s(?:(?:of\s(?:the|these|our)\s)?(?:other\s)?(?:active\s)?{_NOUN}\s)?"
    rf"(?:is|are|remains?|stands?|is now|are now)\s(?:currently\s|now\s)?"
    r"(?:marked\s|rated\s|flagged\s|coded\s|classified as\s|in\s|at\s)?"
    rf"[“\"']?{_COLOUR}\b(?!/)",
    re.IGNORECASE,
)
_ALL_SHOWN = re.compile(
    rf"(?<!of\sthe\s)(?<![\d.,$])\b(?P<count>{WHOLE})\s(?:\w+\s){{0,2}}?{_NOUN},?\s(?:and\s)?(?:all|each)\s"
    r"(?:of (?:them|which|these)\s)?(?:(?:is|are)\s)?(?:shown|listed|named|given|set out|included)\s"
    r"(?:in|above|below)\b",
    re.IGNORECASE,
)
_ELSEWHEN = re.compile(
    r"\b(?:a year ago|last year|previous\w*|in the past|to date|since inception|over the (?:past|last)|so far|"
    r"would|if|when|each|every|any)\b",
    re.IGNORECASE,
)
_LIST_INTRO = re.compile(
    rf"(?<![\d.,$-])\b(?P<count>{WORD}|\d{{1,2}})\s(?!of\b)(?:\w+(?:[-’']\w+)?\s){{0,3}}?(?P<noun>[a-z]+s)\b[^.:;,]{{0,80}}:$",
    re.IGNORECASE,
)
_NOT_A_LIST = re.compile(r"\b(?:days|weeks|months|years|hours|minutes|percent|dollars|times|points)\b", re.IGNORECASE)


def check_counts(memo: Memo, statements: Sequence[Statement], totals: ProjectTotals) -> Iterator[Finding]:
    partial = declares_part(memo, statements)
    for statement in statements:
        if not _ELSEWHEN.search(statement.text):
            found = (
                *_finished_projects(memo, statement),
                *_projects_by_colour(memo, statement, totals),
                *_all_shown(memo, statement),
            )
            yield from (finding for finding in found if not (partial and _names_fewer(finding)))
    yield from _announced_lists(memo)


def _finished_projects(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``Three projects were completed since the last report``."""
    match = _FINISHED.search(statement.text)
    named = [project for project in memo.projects if project.status == "complete"]
    if match is None or not named or _names_another_time(memo, statement):
        return
    written = match["a"] or match["b"]
    yield from _count_finding(memo, statement, written, named, "completed")


def _all_shown(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``consists of six schemes, all shown in the table above``, of five lines."""
    match = _ALL_SHOWN.search(statement.text)
    listed = [project for project in memo.projects if project.source != "prose"]
    if match is None or len(listed) < 2 or len(listed) != len(memo.projects):
        return
    stated, fitting = whole_number(match["count"]), {len(listed), sum(is_open(project) for project in listed)}
    if stated not in fitting and stated <= 2 * len(listed):
        yield Finding(
            kind="count",
            severity="warning",
            message=f"The memo counts {match['count'].lower()} projects and says that all are shown; "
            f"memolens found {len(listed)} listed.",
            stated=match["count"].lower(),
            computed=str(len(listed)),
            memo=memo.id,
            evidence=(*statement.places[:1], *(project.place for project in listed[:8])),
        )


def _projects_by_colour(memo: Memo, statement: Statement, totals: ProjectTotals) -> Iterator[Finding]:
    """``Four are yellow and two are red``, where every open project is named with its status."""
    if not totals.complete_list:
        return
    for match in _PRESENT.finditer(statement.text):
        named = _named_so(memo, match["colour"].lower())
        if named is not None:
            yield from _count_finding(memo, statement, match["count"], named, match["colour"].lower())


def _named_so(memo: Memo, told: str) -> list[Project] | None:
    """The open projects of a status, by the memo's own word for it where it has one; ``None`` for another scale."""
    listed = [project for project in memo.projects if is_open(project) and project.status is not None]
    own = [project for project in listed if (project.status_text or "").strip().lower() == told]
    if own:
        return own
    status = next((s for s, pattern in STATUS_PHRASES.items() if pattern.fullmatch(told)), None)
    return None if status is None else [project for project in listed if project.status == status]


def _count_finding(
    memo: Memo, statement: Statement, written: str, named: Sequence[Project], what: str
) -> Iterator[Finding]:
    stated = whole_number(written)
    if stated == len(named):
        return
    around = " ".join(s for s in (statement.section, statement.text) if s)
    yield Finding(
        kind="count",
        severity="warning" if declares_whole(around) else "note",
        message=f"The memo counts {written.lower()} {what} project{'' if stated == 1 else 's'}; "
        f"memolens found {len(named) or 'none'} named.",
        stated=written.lower(),
        computed=str(len(named)),
        memo=memo.id,
        evidence=(*statement.places[:1], *(p for project in named[:8] for p in field_to_places(project, "status"))),
    )


def _names_fewer(finding: Finding) -> bool:
    return int(finding.computed or 0) < whole_number(finding.stated or "no")


def _names_another_time(memo: Memo, statement: Statement) -> bool:
    """A sentence about a year long before the memo's own counts other projects."""
    day = memo.letterhead.date
    periods = [span.period for span in sentence_periods(statement.text)]
    return day is not None and any(p.last is not None and (day - p.last).days > 730 for p in periods)


def _announced_lists(memo: Memo) -> Iterator[Finding]:
    """``one of these four conditions:`` followed by three items."""
    for section in memo.sections:
        blocks = memo.document.blocks[section.first : section.last]
        for number, block in enumerate(blocks):
            match = _LIST_INTRO.search(block.text) if block.kind in ("paragraph", "item") else None
            items = _items_after(blocks, number) if match else []
            if match is None or len(items) < 2 or _NOT_A_LIST.search(match["noun"]):
                continue
            announced = whole_number(match["count"])
            if announced < 2 or announced == len(items) or _is_open_ended(blocks, number, items):
                continue
            yield _list_finding(memo, section, block, match, len(items))


def _items_after(blocks: Sequence[Block], number: int) -> list[Block]:
    """The list that follows, without the items of lists inside it."""
    items: list[Block] = []
    for block in blocks[number + 1 :]:
        if block.kind == "footnote":
            continue
        if block.kind != "item":
            break
        items.append(block)
    top = min((item.level or 0 for item in items), default=0)
    return [item for item in items if (item.level or 0) == top]


def _is_open_ended(blocks: Sequence[Block], number: int, items: Sequence[Block]) -> bool:
    """A list that numbers itself on after an interruption, or that was cut by something else, is not counted."""
    after = blocks[number + 1 :]
    end = next((i for i, block in enumerate(after) if block.kind not in ("item", "footnote")), len(after))
    continued = any(block.kind == "item" for block in after[end : end + 3])
    markers = [item.marker for item in items]
    return continued or len({bool(marker and marker[0].isdigit()) for marker in markers}) > 1


def _list_finding(memo: Memo, section: Section, block: Block, match: re.Match[str], count: int) -> Finding:
    places = span_to_places(
        block, match.start(), match.end(), document=memo.document, memo=memo.id, section=section.title or None
    )
    return Finding(
        kind="count",
        severity="note",
        message=f"The memo announces {match['count']} {match['noun']} and lists {count}.",
        stated=match["count"],
        computed=str(count),
        memo=memo.id,
        evidence=places,
    )
