"""Yes or no on one project, from its record: its status, its date or sum held against the question's, who leads it.

"Will the pier be finished by June 2031?" is answered from the date in the record, which is told with the answer. What
overlaps (a year asked against a season) is neither yes nor no; a record without the field has no answer.
"""

import re
from datetime import date

from answer.questions.projects.record_statements import field_statement, money_text, stated, status_statement
from answer.questions.reading.attributes import left_over, record_place
from answer.questions.reading.named_projects import Named
from answer.questions.reading.spans import text_to_spans
from answer.questions.reading.status_words import asked_statuses
from answer.questions.reading.words import stems
from answer.questions.reply import Case, answered, sentence_text
from extract.language.dates import find_periods
from records.answer import Answer
from records.values import Period

STATUS_TALK = stems(
    """red yellow amber green status color colour flagged marked rated classified listed considered track schedule time
    risk hold paused suspended stalled behind delay delayed late critical troubled trouble slipping started begun start
    begin complete completed finish finished done delivered closed implemented launched cancelled canceled terminated
    abandoned dropped discontinued open active ongoing last since report reported period update highlight highlighted
    far date city portfolio course running going completely fully entirely actually yet already now still ever
    live gone target budget plan ready end""".replace("\n", " ")
)
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
_ENDS = re.compile(
    r"\b(?:complet\w+|finish\w*|done|end|ends|ready|open|live|deliver\w*|launch\w*|over|due)\b", re.IGNORECASE
)
_DATE_TALK = stems(
    """complete completed completion finish finished done end ends ready open opened live go delivered deliver launch
    launched over due expected scheduled planned forecast projected supposed target set time schedule likely still by
    before after in later than early late year month january february march april may june july august september october
    november december spring summer fall autumn winter quarter first second third fourth middle mid"""
    .replace("\n", " ")
)  # fmt: skip
_SUM = re.compile(
    r"\b(?P<how>more than|over|above|exceed\w*|at least|less than|under|below|at most|within)\b", re.IGNORECASE
)
_MORE = ("more than", "over", "above", "at least")
_SUM_TALK = stems(
    "cost costs budget budgeted more less than over under above below exceed million billion thousand price"
)
_LED = re.compile(
    r"\b(?:lead|leads|led|manage[sd]?|own(?:s|ed|er)|run|runs|responsible|in charge|manager)\b", re.IGNORECASE
)
_LED_TALK = stems("lead leads led manage manages managed own owns owned owner run runs responsible charge manager by")


def whether_answer(case: Case, named: Named) -> Answer | None:
    """ "Is the pier on schedule?", "Will it be open by 2031?", "Does it cost more than $2 million?" """
    return (
        _prospect(case, named)
        or _by_date(case, named)
        or _by_sum(case, named)
        or _led_by(case, named)
        or _by_status(case, named)
    )


def _by_status(case: Case, named: Named) -> Answer | None:
    project, asked = named.project, case.asked
    statuses = asked_statuses(asked.text)
    if project.status is None or not statuses or left_over(asked, named.used, STATUS_TALK):
        return None
    if asked.negated or re.search(r"\b(?:will|would|could|should|can|by|before|budget)\b", asked.text, re.IGNORECASE):
        return None
    said = status_statement(project, case.memo.definitions)
    if said is None:
        return None
    opening = "Yes" if project.status in statuses else "No"
    if opening == "Yes" and project.status == "complete" and project.residual:
        entirely = re.search(r"\b(?:complete(?:ly)? |fully|entirely|all)\b", asked.text, re.IGNORECASE)
        opening = "No, not entirely" if entirely else "In the main"
    issue = f" {sentence_text(project.issue)}" if opening == "No" and project.issue else ""
    places = [record_place(project, "status"), *project.places[:1]]
    return answered(case, f"{opening}: {said[0]}{issue}", places, method="record", confidence=0.88, values=[said[1]])


def _by_date(case: Case, named: Named) -> Answer | None:
    """ "Will it be done by June 2031?" against the date of its completion, kept or foreseen."""
    asked, project = case.asked, named.project
    spans = find_periods(asked.text)
    name = "completed" if project.completed is not None else "end"
    when: Period | None = getattr(project, name)
    if len(spans) != 1 or when is None or not _ENDS.search(asked.text) or asked.negated:
        return None
    numbers = stems(spans[0].period.text)
    if left_over(asked, named.used, _DATE_TALK, numbers):
        return None
    before = asked.text[: spans[0].start].lower() + spans[0].period.text.lower()
    held = _holds(before, when, spans[0].period)
    said = field_statement(project, name)
    if held is None or said is None:
        return None
    text = f"{'Yes' if held else 'No'}: {said[0]}"
    places = [record_place(project, name), *project.places[:1]]
    return answered(case, text, places, method="record", confidence=0.85, values=[said[1]])


def _holds(before: str, when: Period, asked: Period) -> bool | None:
    """Whether ``when`` lies as asked: by, before, after or in the time that is asked for; ``None`` where it may."""
    ours, theirs = _bounds(when), _bounds(asked)
    if ours is None or theirs is None:
        return None
    if re.search(r"\b(?:before|earlier than|ahead of)\b", before):
        return _decided(yes=ours[1] < theirs[0], no=ours[0] >= theirs[0])
    if re.search(r"\b(?:after|later than|beyond)\b", before):
        return _decided(yes=ours[0] > theirs[1], no=ours[1] <= theirs[1])
    if re.search(r"\b(?:by|until|till|within)\b", before):
        return _decided(yes=ours[1] <= theirs[1], no=ours[0] > theirs[1])
    return _decided(yes=theirs[0] <= ours[0] and ours[1] <= theirs[1], no=ours[1] < theirs[0] or ours[0] > theirs[1])


def _decided(*, yes: bool, no: bool) -> bool | None:
    return yes if yes != no else None


def _bounds(period: Period) -> tuple[date, date] | None:
    return (period.first, period.last) if period.first is not None and period.last is not None else None


def _by_sum(case: Case, named: Named) -> Answer | None:
    """ "Does it cost more than $2 million?" against its budget."""
    asked, budget = case.asked, named.project.budget
    found = _SUM.search(asked.text)
    sums = [span for span in text_to_spans(asked.text) if span.kind == "money" and span.value is not None]
    if found is None or len(sums) != 1 or budget is None or asked.negated:
        return None
    if left_over(asked, named.used, _SUM_TALK, stems(sums[0].text)):
        return None
    how, limit = found["how"].lower(), sums[0].value
    assert limit is not None
    more = how in _MORE or how.startswith("exceed")
    held = (budget.amount > limit or (how == "at least" and budget.amount == limit)) if more else budget.amount < limit
    if not more and how in ("at most", "within"):
        held = budget.amount <= limit
    text = f"{'Yes' if held else 'No'}: the budget of {named.project.project} is {money_text(budget)}."
    places = [record_place(named.project, "budget"), *named.project.places[:1]]
    return answered(case, text, places, method="record", confidence=0.85, values=[money_text(budget)])


def _led_by(case: Case, named: Named) -> Answer | None:
    """ "Does Dana Ortiz lead the pier?" where the record names who does."""
    asked, owner = case.asked, named.project.owner
    if owner is None or not _LED.search(asked.text) or asked.negated:
        return None
    others = left_over(asked, named.used, _LED_TALK, stems(owner))
    people = [name for name in asked.names if stems(name) & (others | stems(owner)) and not stems(name) <= named.used]
    if len(people) != 1 or others - stems(people[0]):
        return None
    held = stems(people[0]) <= stems(owner)
    text = f"{'Yes' if held else 'No'}: {named.project.project} is led by {owner}."
    places = [record_place(named.project, "owner"), *named.project.places[:1]]
    return answered(case, text, places, method="record", confidence=0.8, values=[owner])


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
    said = stated(project, case.memo.definitions)
    text = f"{'Yes' if can else 'No'}: {project.project} is {said}, which means: {sentence_text(definition.meaning)}"
    return answered(case, text, [record_place(project, "status"), *definition.places], method="record", confidence=0.8,
                    values=[definition.meaning])  # fmt: skip
