"""Answers about projects from their records: a status, issue, budget or date; the projects of a status, or how many.

A record answers only a question that it explains in full: beside the project's name and the attribute no content word
may be left over. Lists name every record and cite each. What a record does not hold is left to others to find.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.checks.status_counts import ProjectTotals, count_projects
from answer.comparison.statements import memo_to_statements
from answer.questions.arithmetic import plain
from answer.questions.named_projects import Named, find_named
from answer.questions.question_parse import Asked
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.spans import spans_of
from answer.questions.status_words import OPEN, STATED, asked_statuses, statuses_to_words
from answer.questions.unfilled import is_open, refused_as_open
from answer.questions.words import PROJECT_WORD, stems
from records.answer import Answer
from records.facts import Project
from records.place import Place
from records.values import Money, Period

_ATTRIBUTES: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE), stems(words))
    for name, pattern, words in (
        ("mitigation", r"\bmitigat|\bcorrective\b|\bremed|\b(?:being|been) done\b|\baddress(?:ed|ing)?\b"
r"|\bnext step|\bresolv|\bget .{1,60} back on track|\bresponse\b|\baction\b|\brecover",
         "mitigation mitigate mitigating action corrective remedy remedies step next address "
"resolve response plan taken back track recover delay delayed issue problem risk fix "
"status"),
        ("issue", r"\bissues?\b|\bproblems?\b|\bchallenges?\b|\bwrong\b|\bconcerns?\b|\bwhy\b|\b(?:reason|cause)d?\b",
         "issue problem challenge wrong went go concern reason cause caused delay delayed late behind "
"schedule risk red yellow amber status flagged marked rated hold slip table listed"),
        ("status", r"\bstatus\b|\bcolou?r\b|\brat(?:ed|ing)\b|\bflag|\bmarked\b|\bstands?\b(?! for)"
r"|\bstate of\b|\bdoing\b|\bgoing\b|\bprogressing\b",
         "status color colour rated rating flagged flag marked stand state progress progressing "
"doing going current today"),
        ("spent", r"\bspen[dt]\b|\bexpend", "spend spent expended expenditure date far amount money"),
        ("budget", r"\bbudget|\bcosts?\b|\bfunding\b|\bprice\b", "budget budgeted cost total funding price "
            "estimate estimated amount approved"),
        ("owner", r"\bwho\b|\bowner\b|\bproject manager\b|\bsponsor\b",
         "owner own lead leads led manage manages managing "
            "manager responsible run runs charge "
"sponsor head oversee"),
        ("department", r"\bdepartment\b|\boffice\b|\bagency\b", "department office agency own lead leads "
            "manage responsible run charge sponsor"),
        ("completed", r"\b(?:when|(?:which|what) (?:month|year|date|quarter)) (?:was|did)\b.*\b(?:complete"
r"|finish|done|launch|implement|go live|went live|deliver|open)|\bcompletion date\b"
r"|\bdate of completion\b",
         "complete completed completion finish finished done launch launched implement "
"implemented live deliver delivered open opened date month year"),
        ("end", r"\b(?:when (?:will|is|are)|target|expected|estimated|planned|scheduled"
r"|due)\b.*\b(?:complete|completion|completed|finish|finished|done|end|due|live|launch"
r"|date)|\bdeadline\b|\bend date\b",
         "complete completed completion finish finished done end due live launch launched target "
"expected expect estimated planned scheduled schedule deadline date month year"),
        ("start", r"\b(?:when|what date)\b.*\b(?:start|began|begin|begun|kick)|\bstart date\b",
         "start started begin began begun "
            "kick kicked date month year"),
    )
)  # fmt: skip
_PROJECT_WORDS = stems(
    "project initiative scheme program effort system table row column listed report reported currently total"
)
_ABOUT_PROJECTS = re.compile(rf"\b{PROJECT_WORD}\b", re.IGNORECASE)
_HEAD_BLOCKS = 8
_CITY = re.compile(r"\b(?:City|County|Town|Village|Borough) of ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})", re.IGNORECASE)
_LABELS = {"issue": "Issue", "mitigation": "Mitigating action", "owner": "Owner", "department": "Department"}
_STATUS_TALK = stems(
    """red yellow amber green status color colour flagged marked rated classified listed considered track schedule time
    risk hold paused suspended stalled behind delay delayed late critical troubled trouble slipping started begun start
    begin complete completed finish finished done delivered closed implemented launched cancelled canceled terminated
    abandoned dropped discontinued open active ongoing last since report reported period update highlight highlighted
    far date city portfolio""".replace("\n", " ")
)
_LONGEST_LIST = 25
_LISTED_WHOLE = frozenset({"red", "red_yellow", "yellow", "on_hold"})
"""Memos name every project of these; of the green and completed ones some."""
_ENOUGH_RATED = 4
"""So many rated projects are a list; fewer may be examples."""
_PROSPECT = re.compile(
    r"\b(?:recover\w*|sav(?:e|ed|able)|rescue\w*|salvage\w*|turned around|(?:brought|bring|get|got) back)\b",
    re.IGNORECASE,
)
_PROSPECT_TALK = stems(
    "recover recovered recoverable save saved rescue rescued salvage turned around brought bring get got back track "
    "still possible time"
)
_CAN = re.compile(
    r"\brecover\w*|\b(?:can|could|may|way) (?:\w+ ){0,5}?(?:back|save|rescue)|\bway back\b", re.IGNORECASE
)
_CANNOT = re.compile(
    r"\b(?:cannot|can no longer|can not|no longer|beyond recovery|not (?:be )?recover\w*|unrecoverable"
    r"|irrecoverabl\w+|lost)\b",
    re.IGNORECASE,
)


def record_answer(case: Case) -> Answer | None:
    """ "What is the status of the ferry dock?", "Which projects are on hold?", "How many are red?" """
    named = find_named(case.question.text, case.memo.projects) or _only_of_status(case)
    if len(named) == 1:
        return _attribute_answer(case, named[0])
    if len(named) > 1:
        return _ambiguous(case, named)
    if _ABOUT_PROJECTS.search(case.question.text):
        return _named_count(case) or _status_list(case)
    return None


def _only_of_status(case: Case) -> tuple[Named, ...]:
    """ "the red project" where the memo has one."""
    found = re.search(
        r"\b(?:the|that) (red|yellow|amber|green) (?:project|initiative|one)\b", case.asked.text, re.IGNORECASE
    )
    if found is None:
        return ()
    rows = [project for project in case.memo.projects if project.status in asked_statuses(found.group(1))]
    return tuple(Named(row, stems(found.group(0)), False, 1.0) for row in rows)


def asked_attribute(asked: Asked) -> tuple[str, frozenset[str]] | None:
    """The record field that is asked for, with the stems that asking for it may use."""
    for name, pattern, words in _ATTRIBUTES:
        if pattern.search(asked.text) and _shape_fits(name, asked):
            return name, words
    return None


def left_over(asked: Asked, *explained: frozenset[str]) -> frozenset[str]:
    """The question's content that none of ``explained`` accounts for."""
    years = {str(year) for year in asked.years}
    return asked.stems - frozenset().union(*explained) - _PROJECT_WORDS - years


def record_place(project: Project, name: str) -> Place:
    return dict(project.field_places).get(name, project.place)


def _shape_fits(name: str, asked: Asked) -> bool:
    if name in ("completed", "end", "start"):
        return asked.shape == "date"
    if name in ("budget", "spent"):
        return asked.shape == "money"
    if name == "owner":
        return asked.shape == "entity" and not asked.head
    return asked.shape not in ("date", "money", "count", "percent", "duration", "yes_no")


def _attribute_answer(case: Case, named: Named) -> Answer | None:
    if case.asked.shape == "yes_no":
        return _prospect(case, named) or _whether(case, named)
    attribute = asked_attribute(case.asked)
    if attribute is None:
        return None
    name, words = attribute
    if left_over(case.asked, named.used, words):
        return None
    said = _statement(named.project, name)
    if said is None:
        return None
    text, value = said
    if is_open(value):
        return refused_as_open(case, value)
    sure = 0.95 if named.whole else 0.85
    places = [record_place(named.project, name), *named.project.places[:1]]
    return answered(case, text, places, method="record", confidence=sure, values=[value])


def _whether(case: Case, named: Named) -> Answer | None:
    """ "Is the pier on schedule?", "Has it been completed?" from the project's status."""
    project, asked = named.project, case.asked
    statuses = asked_statuses(asked.text)
    if project.status is None or not statuses or left_over(asked, named.used, _STATUS_TALK):
        return None
    if asked.negated or re.search(r"\b(?:will|would|could|should|can|by|before)\b", asked.text, re.IGNORECASE):
        return None
    said = _status_statement(project)
    if said is None:
        return None
    opening = "Yes" if project.status in statuses else "No"
    if opening == "Yes" and project.status == "complete" and project.residual:
        opening = "In the main"
    issue = f" {sentence_text(project.issue)}" if opening == "No" and project.issue else ""
    places = [record_place(project, "status"), *project.places[:1]]
    return answered(case, f"{opening}: {said[0]}{issue}", places, method="record", confidence=0.88, values=[said[1]])


def _prospect(case: Case, named: Named) -> Answer | None:
    """ "Can it still be saved?" from what the memo says that its status means, where that speaks of recovery."""
    project = named.project
    if not _PROSPECT.search(case.asked.text):
        return None
    definition = next((d for d in case.memo.definitions if d.status == project.status), None)
    if project.status is None or definition is None or left_over(case.asked, named.used, _PROSPECT_TALK):
        return None
    can, cannot = _CAN.search(definition.meaning), _CANNOT.search(definition.meaning)
    if bool(can) == bool(cannot):
        return None
    stated = project.status_text or STATED[project.status]
    text = f"{'Yes' if can else 'No'}: {project.project} is {stated}, which means: {sentence_text(definition.meaning)}"
    return answered(case, text, [record_place(project, "status"), *definition.places], method="record", confidence=0.8,
                    values=[definition.meaning])  # fmt: skip


def _statement(project: Project, name: str) -> tuple[str, str] | None:
    """The field as a sentence and as a bare value; ``None`` where the record does not hold it."""
    value = getattr(project, name)
    if name == "status":
        return _status_statement(project)
    if value is None:
        return None
    if isinstance(value, Money):
        return (
            f"The {'amount spent' if name == 'spent' else 'budget'} of {project.project} is {value.text}.",
            value.text,
        )
    if isinstance(value, Period):
        verb = {"completed": "was completed", "end": "is to be completed", "start": "starts"}[name]
        return sentence_text(f"{project.project} {verb} {when_text(value)}"), value.text
    if name in ("owner", "department"):
        return sentence_text(f"The {name} of {project.project} is {value}"), value
    return f"{_LABELS[name]} for {project.project}: {sentence_text(value)}", value


def when_text(period: Period) -> str:
    """ "in March 2031", "on May 2, 2031"; what is no plain date ("spring", "end of 2031") as it stands, in brackets."""
    text = period.text.strip()
    if re.match(r"(?:in|on|by|at|before|after|during|since) ", text, re.IGNORECASE):
        return text
    one_day = period.first is not None and period.first == period.last
    if re.fullmatch(r"[A-Z][a-z]+\.? \d{4}|\d{4}|(?:Q\d|[A-Z][a-z]+) (?:FY ?)?\d{4}(?:-\d{2,4})?", text):
        return f"in {text}"
    return f"on {text}" if one_day else f"({text})"


def _status_statement(project: Project) -> tuple[str, str] | None:
    if project.status is None:
        return None
    stated = project.status_text or STATED[project.status]
    if project.status != "complete":
        return f"The status of {project.project} is {stated}.", stated
    when = f" {when_text(project.completed)}" if project.completed else ""
    left = f" {sentence_text(project.residual)}" if project.residual else ""
    return f"{sentence_text(f'{project.project} was completed{when}')}{left}", stated


def _status_list(case: Case) -> Answer | None:
    asked = case.asked
    statuses = asked_statuses(asked.text)
    own = frozenset(t.stem for t in asked.terms if t.named and case.gate.weights.is_everywhere(t))
    unexplained = left_over(asked, _STATUS_TALK, _in_letterhead(case), own)
    if not statuses or asked.shape not in ("list", "entity", "count", "percent") or unexplained:
        return None
    rows = [project for project in case.memo.projects if project.status in statuses]
    if asked.shape == "count":
        return _count(case, rows, statuses)
    if asked.shape == "percent":
        return _share(case, rows, statuses)
    if not rows:
        return _none_listed(case, statuses)
    if len(rows) > _LONGEST_LIST:
        return None
    return answered(case, _listed(rows, statuses), [row.place for row in rows], method="record", confidence=0.9,
                    values=[row.project for row in rows], notes=_unnamed(case, statuses))  # fmt: skip


def _none_listed(case: Case, statuses: Sequence[str]) -> Answer | None:
    """A memo that rates its projects in a table and none of them so: an older memo's list would be no answer."""
    rated = [p for p in case.memo.projects if p.status in OPEN and p.source != "prose"]
    if not set(statuses) <= _LISTED_WHOLE or len(rated) < _ENOUGH_RATED:
        return None
    how = statuses_to_words(statuses)
    text = f"The memo reports no project as {how}: memolens finds {len(rated)} rated projects, all of another status."
    places = [row.place for row in rated]
    return answered(case, text, places, method="record", confidence=0.75, outcome="false_premise")


def _listed(rows: Sequence[Project], statuses: Sequence[str]) -> str:
    """ "One project is reported as red: Pier 4." and, of several statuses, each with its own."""
    stated = {row.status_text or STATED[str(row.status)] for row in rows}
    names = [
        row.project if len(stated) == 1 else f"{row.project} ({row.status_text or STATED[str(row.status)]})"
        for row in rows
    ]
    how = stated.pop() if len(stated) == 1 else statuses_to_words(statuses)
    opening = "One project is" if len(rows) == 1 else "These projects are"
    return f"{opening} reported as {how}: {'; '.join(names)}."


def _in_letterhead(case: Case) -> frozenset[str]:
    letterhead = case.memo.letterhead
    blocks = (*case.memo.document.blocks[:_HEAD_BLOCKS], *case.memo.document.furniture)
    cities = [found.group(1) for block in blocks for found in _CITY.finditer(block.text)]
    return stems(" ".join(part for part in (letterhead.body, letterhead.district, letterhead.to, *cities) if part))


def _count(case: Case, rows: Sequence[Project], statuses: Sequence[str]) -> Answer | None:
    """Counted where every project of these statuses must be known; memos name only some of the completed ones."""
    totals = count_projects(case.memo, memo_to_statements(case.memo))
    counts = [totals.count(status) for status in statuses]
    listed = set(statuses) <= _LISTED_WHOLE and not any(row.source == "prose" for row in rows)
    known = [count for count in counts if count is not None]
    if len(known) == len(counts) and sum(known) >= len(rows):
        number = sum(known)
    elif listed:
        number = len(rows)
    else:
        return None
    return _counted(case, rows, statuses, number, totals)


def _share(case: Case, rows: Sequence[Project], statuses: Sequence[str]) -> Answer | None:
    """ "What percentage of the projects is red?" where the memo counts its projects and lists every red one."""
    totals = count_projects(case.memo, memo_to_statements(case.memo))
    if not rows or not totals.total or not set(statuses) <= _LISTED_WHOLE or not totals.places:
        return None
    if any(row.source == "prose" for row in rows):
        return None
    value = f"{plain(Decimal(100 * len(rows)) / totals.total)}%"
    working = f"{len(rows)} / {totals.total} = {value}"
    stated = statuses_to_words(statuses)
    names = ", ".join(row.project for row in rows)
    verb = "is" if len(rows) == 1 else "are"
    text = f"{value} of the projects ({len(rows)} of {totals.total}) {verb} {stated}: {names}."
    places = [*totals.places, *(row.place for row in rows)]
    return answered(case, text, places, method="computed", confidence=0.78, values=[value], working=working)


def _counted(
    case: Case, rows: Sequence[Project], statuses: Sequence[str], number: int, totals: ProjectTotals
) -> Answer | None:
    stated = statuses_to_words(statuses)
    plural = "project is" if number == 1 else "projects are"
    if number == len(rows):
        names = ", ".join(row.project for row in rows)
        text, working, places = f"{number} {plural} {stated}: {names}.", f"counted {names}", [row.place for row in rows]
    else:
        others = [row for row in case.memo.projects if row.status in OPEN and row.status not in statuses]
        working = f"{totals.total} - {len(others)} = {number}"
        names = ", ".join(f"{row.project} ({row.status_text or STATED[str(row.status)]})" for row in others)
        text = f"{number} {plural} {stated} ({totals.total} - {len(others)}): all but {names}."
        places = [*totals.places, *(row.place for row in others)]
    return answered(case, text, places, method="computed", confidence=0.8, values=[str(number)], working=working)


def _named_count(case: Case) -> Answer | None:
    """ "How many of the completed projects are (not) named?" from what the memo counts and what it names."""
    if case.asked.shape != "count" or not re.search(r"\b(?:un)?named?\b|\blist(?:ed|s)?\b|\bidentif", case.asked.text):
        return None
    for omission in case.memo.omissions:
        figures = [int(s.value) for s in spans_of(omission.message, "count") if s.value is not None]
        about_done = "complete" in asked_statuses(case.asked.text)
        if (
            omission.kind != "unnamed_projects"
            or len(figures) < 2
            or about_done != ("completed projects" in omission.message)
        ):
            continue
        counted, named = figures[0], figures[-1]
        negative = case.asked.negated or re.search(r"\bunnamed\b", case.asked.text)
        number = counted - named if negative else named
        working = f"{counted} - {named} = {number}" if negative else None
        text = f"{number}{f' ({counted} - {named})' if negative else ''}: {omission.message}"
        return answered(
            case, text, omission.places, method="computed", confidence=0.78, values=[str(number)], working=working
        )
    return None


def _unnamed(case: Case, statuses: Sequence[str]) -> tuple[str, ...]:
    """What the memo leaves unnamed of projects like those that are listed."""
    unnamed = [omission.message for omission in case.memo.omissions if omission.kind == "unnamed_projects"]
    return tuple(message for message in unnamed if ("completed projects" in message) == ("complete" in statuses))


def _ambiguous(case: Case, named: Sequence[Named]) -> Answer | None:
    attribute = asked_attribute(case.asked)
    if attribute is None or left_over(case.asked, attribute[1], *(n.used for n in named)):
        return None
    names = "; ".join(n.project.project for n in named)
    return answered(case, f"Several projects fit: {names}.", [n.project.place for n in named], method="record",
                    confidence=0.3, values=[n.project.project for n in named], outcome="ambiguous")  # fmt: skip
