"""Projects chosen by their records: by date, sum, department, owner, or by what they have; the most and the least.

"Which red projects cost over $5 million?" names every record that fits all that is asked. A word that no criterion
explains, and a field that no record has, leave the question to others.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.questions.projects.project_lists import whole_names
from answer.questions.projects.record_statements import field_text
from answer.questions.projects.whether import STATUS_TALK
from answer.questions.reading.attributes import left_over
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import text_to_spans
from answer.questions.reading.status_words import asked_statuses, statuses_to_words
from answer.questions.reading.words import stems
from answer.questions.reply import Case, answered, denied
from extract.language.dates import find_periods
from records.answer import Answer
from records.facts import Project
from records.memo import Memo
from records.values import Period

_LONGEST_LIST = 25
_LEAST_SHARE = 0.4
"""A field that so few projects have says little of all of them."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """``field`` is what it looks at, ``explains`` the question's stems that it accounts for."""

    field: str
    fits: Callable[[Project], bool]
    explains: frozenset[str]


_END = re.compile(
    r"\b(?:finish\w*|complet\w+|end(?:s|ing)?|due|deliver\w*|done|go(?:es)? live|ready|open|launch\w*|scheduled for"
    r"|deadline)\b",
    re.IGNORECASE,
)
_START = re.compile(r"\b(?:start\w*|beg[ai]n\w*|kick\w* off)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|did|has been|have been|had been)\b", re.IGNORECASE)
_FORESEEN = re.compile(r"\b(?:planned|due|scheduled|expected|forecast|supposed|to be|target\w*|will)\b", re.IGNORECASE)
_DATE_TALK = stems(
    """finish finished finishing finishes complete completed completion end ends ending due deliver delivered
    delivery done
    go goes live ready open opened launch launched scheduled schedule deadline start started starts begin began
    beginning
    planned expected expect forecast projected supposed target date month year set later earlier early late than before
    after by until in during have has their as quarter first second third fourth january february march april may june
    july august september october november december spring summer fall autumn winter""".replace("\n", " ")
)
_SUM = re.compile(
    r"\b(?P<more>more than|over|above|exceed\w*|at least|greater than|larger than|higher than)\b"
    r"|\b(?P<less>less than|under|below|at most|smaller than|lower than|up to)\b",
    re.IGNORECASE,
)
_SUM_TALK = stems(
    "cost costs costing budget budgets budgeted more less than over under above below exceed exceeds exceeding "
    "least most "
    "greater larger higher smaller lower up million billion thousand approved price worth have has of with"
)
_HAS = re.compile(
    r"\b(?P<not>without|lack\w*|no|not have|missing|do not|don['’]t)?\b ?(?:an? |any |the )?"
    r"(?P<what>mitigat\w+(?: actions?)?|corrective actions?|issues?|problems?|budgets?|project managers?|owners?"
    r"|end dates?|completion dates?|start dates?)\b",
    re.IGNORECASE,
)
_HAS_FIELDS = (
    ("mitigation", "mitigat"), ("mitigation", "corrective"), ("issue", "issue"), ("issue", "problem"),
    ("budget", "budget"),
    ("owner", "project manager"), ("owner", "owner"), ("end", "end date"), ("end", "completion"), ("start", "start"),
)  # fmt: skip
_HAS_TALK = stems(
    "have has having with without lack lacking lacks no listed list given stated shown named any mitigation mitigating "
    "action actions corrective issue issues problem problems budget manager owner end completion start date missing do"
)
_MOST = re.compile(
    r"\b(?:(?P<most>most expensive|costliest|(?:highest|largest|biggest|greatest) (?:\w+ )?(?:budget|cost|price))"
    r"|(?P<least>cheapest|least expensive|(?:lowest|smallest) (?:\w+ )?(?:budget|cost|price))"
    r"|(?P<last>(?:finish\w*|end\w*|complet\w+|due) (?:the )?(?:last|latest)|(?:last|latest) (?:to (?:finish"
    r"|be completed)|(?:\w+ )?(?:completion|finish|end)(?: date)?))"
    r"|(?P<first>(?:finish\w*|end\w*|complet\w+|due) (?:the )?(?:first|earliest|soonest|next)|(?:first|earliest"
    r"|next) (?:to (?:finish|be completed)|(?:\w+ )?(?:completion|finish|end)(?: date)?))"
    r"|(?P<spent>(?:has |have )?spent (?:the )?most))\b",
    re.IGNORECASE,
)  # fmt: skip
_MOST_TALK = stems(
    "most expensive costliest highest largest biggest greatest budget cost price cheapest least lowest smallest finish "
    "finishes end ends completed completion due last latest first earliest soonest next spent has have approved "
    "total date "
    "planned forecast expected to be money all"
)
_MANY = re.compile(
    r"^(?:who|which (?P<of>person|people|manager|managers|owner|lead officers?|officers?|departments?"
    r"|directorates?|office|offices))\b.*"
    r"\b(?P<how>more than one|several|multiple|two or more|(?:the )?most)\b",
    re.IGNORECASE,
)
_MANY_TALK = stems(
    "person people manager managers owner owners lead leads leading officer officers department departments "
    "directorate "
    "directorates office offices has have more than one several multiple two most manage manages run runs own owns "
    "responsible charge at once assigned"
)


def filtered_projects(case: Case) -> Answer | None:
    """ "Which projects finish in 2031?", "How many cost over $2 million?", "Which projects does Dana Ortiz lead?" """
    asked = case.asked
    if asked.shape in ("yes_no", "reason", "percent"):
        return None
    if (found := _people_with_many(case) or _extreme(case)) is not None:
        return found
    criteria = _criteria(asked, case.memo)
    if not any(each.field != "status" for each in criteria):
        return None
    if left_over(asked, whole_names(case), *(each.explains for each in criteria)):
        return None
    rows = [p for p in case.memo.projects if all(each.fits(p) for each in criteria)]
    return _told(case, rows, criteria)


def _criteria(asked: Asked, memo: Memo) -> list[Criterion]:
    found = [_by_date(asked), _by_sum(asked), _by_name(asked, memo, "department"), _by_name(asked, memo, "owner")]
    criteria = [each for each in found if each is not None]
    if not criteria and (has := _by_having(asked)) is not None:
        criteria.append(has)
    statuses = asked_statuses(asked.text)
    if any(each.field in ("end", "start", "completed") for each in criteria):
        statuses = tuple(status for status in statuses if status not in ("complete", "not_started"))
        criteria.append(Criterion("status", lambda _: True, stems("complete finish done")))
    if statuses and criteria:
        criteria.append(Criterion("status", lambda p: p.status in statuses, STATUS_TALK))
    return criteria


def _by_date(asked: Asked) -> Criterion | None:
    spans = find_periods(asked.text)
    if len(spans) != 1 or spans[0].period.first is None or spans[0].period.last is None:
        return None
    before = f"{asked.text[: spans[0].start]} {spans[0].period.text}".lower()
    field = "end"
    if _START.search(asked.text) and not _END.search(asked.text):
        field = "start"
    elif not _END.search(asked.text):
        return None
    elif _PAST.search(asked.text) and not _FORESEEN.search(asked.text):
        field = "completed"
    period = spans[0].period
    explains = _DATE_TALK | stems(period.text)
    return Criterion(field, lambda p: _in(getattr(p, field), period, before), explains)


def _in(value: Period | None, asked: Period, before: str) -> bool:
    if value is None or value.first is None or value.last is None or asked.first is None or asked.last is None:
        return False
    if re.search(r"\b(?:before|earlier than)\b", before):
        return value.last < asked.first
    if re.search(r"\b(?:after|later than|beyond)\b", before):
        return value.first > asked.last
    if re.search(r"\b(?:by|until)\b", before):
        return value.last <= asked.last
    return asked.first <= value.first and value.last <= asked.last


def _by_sum(asked: Asked) -> Criterion | None:
    sums = [span for span in text_to_spans(asked.text) if span.kind == "money" and span.value is not None]
    how = _SUM.search(asked.text)
    if len(sums) != 1 or how is None or re.search(r"\bspen[dt]\b", asked.text, re.IGNORECASE):
        return None
    limit, even = Decimal(sums[0].value or 0), how.group().lower() in ("at least", "at most", "up to")
    more = how["more"] is not None

    def fits(project: Project) -> bool:
        if project.budget is None:
            return False
        amount = project.budget.amount
        return (amount > limit if more else amount < limit) or (even and amount == limit)

    return Criterion("budget", fits, _SUM_TALK | stems(sums[0].text))


def _by_name(asked: Asked, memo: Memo, field: str) -> Criterion | None:
    """ "the Transport department's projects", "led by Dana Ortiz": a department or person that a record names."""
    values = dict.fromkeys(value for p in memo.projects if (value := getattr(p, field)))
    named = [value for value in values if stems(value) and stems(value) <= asked.stems]
    if not named:
        words = {value: stems(value) & asked.stems for value in values} if field == "owner" else {}
        named = [value for value, shared in words.items() if shared]
    if len(named) != 1:
        return None
    return Criterion(
        field,
        lambda p: getattr(p, field) == named[0],
        _MANY_TALK | stems(named[0]) | stems("do does of in for led by manages"),
    )


def _by_having(asked: Asked) -> Criterion | None:
    found = _HAS.search(asked.text)
    if found is None or not re.search(
        r"\b(?:ha(?:s|ve)|with|without|lack\w*|listed|list)\b", asked.text, re.IGNORECASE
    ):
        return None
    what = found["what"].lower()
    field = next(name for name, word in _HAS_FIELDS if what.startswith(word))
    absent = found["not"] is not None or asked.negated
    return Criterion(field, lambda p: (getattr(p, field) is None) == absent, _HAS_TALK)


def _told(case: Case, rows: Sequence[Project], criteria: Sequence[Criterion]) -> Answer | None:
    fields = [each.field for each in criteria if each.field != "status"]
    having = [p for p in case.memo.projects if all(getattr(p, field) is not None for field in fields)]
    if not having or len(rows) > _LONGEST_LIST:
        return None
    wanted = case.asked.wanted
    if not rows:
        if len(having) < _LEAST_SHARE * len(case.memo.projects):
            return None
        text = f"No project in the memo fits: memolens looked at the {len(having)} whose records tell it."
        return denied(case, text, [p.place for p in having], confidence=0.7)
    names = [_named(row, fields) for row in rows]
    if case.asked.shape == "count":
        text = f"{len(rows)}: {'; '.join(names)}."
        working = f"counted {', '.join(row.project for row in rows)}"
        return answered(case, text, [row.place for row in rows], method="computed", confidence=0.78,
                        values=[str(len(rows))], working=working)  # fmt: skip
    text = f"{'; '.join(names)}."
    if wanted is not None and wanted > 1 and wanted != len(rows):
        return denied(case, f"There are {len(rows)}, not {wanted}: {text}", [r.place for r in rows], confidence=0.75)
    return answered(case, text, [row.place for row in rows], method="record", confidence=0.82,
                    values=[row.project for row in rows], notes=_unknown(case, fields))  # fmt: skip


def _named(row: Project, fields: Sequence[str]) -> str:
    told = [
        text
        for field in fields
        if field in ("end", "start", "completed", "budget") and (text := field_text(row, field))
    ]
    return f"{row.project} ({', '.join(told)})" if told else row.project


def _unknown(case: Case, fields: Sequence[str]) -> tuple[str, ...]:
    """How many records hold nothing to go by."""
    without = [p for p in case.memo.projects if any(getattr(p, f) is None for f in fields if f in ("end", "budget"))]
    return (f"{len(without)} more projects have no such date or sum in this memo.",) if without else ()


def _extreme(case: Case) -> Answer | None:
    """ "Which project has the largest budget?", "Which finishes last?" among the records that tell it."""
    found = _MOST.search(case.asked.text)
    if found is None or case.asked.shape == "count":
        return None
    statuses = asked_statuses(re.sub(_MOST, " ", case.asked.text))
    if left_over(case.asked, _MOST_TALK, whole_names(case), STATUS_TALK if statuses else frozenset()):
        return None
    kind = next(name for name, said in found.groupdict().items() if said)
    field = {"most": "budget", "least": "budget", "spent": "spent"}.get(kind, "end")
    rows = [p for p in case.memo.projects if not statuses or p.status in statuses]
    sized = [(size, row) for row in rows if (size := _size(row, field)) is not None]
    if len(sized) < 2 or len(sized) < _LEAST_SHARE * len(rows):
        return None
    best = (max if kind in ("most", "last", "spent") else min)(size for size, _ in sized)
    top = [row for size, row in sized if size == best]
    which = f" of the {statuses_to_words(statuses)} projects" if statuses else ""
    text = f"{'; '.join(f'{row.project} ({field_text(row, field)})' for row in top)}."
    working = f"compared the {len(sized)} projects{which} whose records tell it"
    return answered(case, text, [row.place for row in top], method="computed", confidence=0.8,
                    values=[row.project for row in top], working=working)  # fmt: skip


def _size(row: Project, field: str) -> Decimal | None:
    value = getattr(row, field)
    if isinstance(value, Period):
        return Decimal(value.last.toordinal()) if value.last is not None else None
    return value.amount if value is not None else None


def _people_with_many(case: Case) -> Answer | None:
    """ "Who has more than one project?", "Which department has the most projects?" """
    found = _MANY.search(case.asked.text)
    if found is None or left_over(case.asked, _MANY_TALK, whole_names(case)):
        return None
    field = "department" if re.match(r"depart|direct|office", found["of"] or "", re.IGNORECASE) else "owner"
    counts = Counter(value for p in case.memo.projects if (value := getattr(p, field)))
    if not counts:
        return None
    most = found["how"].lower().endswith("most")
    chosen = [value for value, n in counts.items() if (n == max(counts.values()) if most else n > 1)]
    if not chosen:
        return None
    rows = [p for p in case.memo.projects if getattr(p, field) in chosen]
    told = [
        f"{value} ({counts[value]}: {', '.join(p.project for p in rows if getattr(p, field) == value)})"
        for value in chosen
    ]
    return answered(case, f"{'; '.join(told)}.", [p.place for p in rows], method="computed", confidence=0.8,
                    values=chosen, working="counted the projects of each")  # fmt: skip
