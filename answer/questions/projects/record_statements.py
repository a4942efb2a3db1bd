"""A project's record in words: each field as a sentence and as a bare value, and how its status is stated.

What a record does not hold has no statement. A status that only a cell's colour tells is put in words and says so.
"""

import re
from collections.abc import Sequence

from answer.questions.reading.status_words import STATED
from answer.questions.reply import sentence_text
from records.facts import Definition, Project
from records.values import Money, Period

_LABELS = {
    "issue": "Issue", "mitigation": "Mitigating action", "residual": "Still open", "reference": "Reference",
    "description": "About",
}  # fmt: skip
_OWN_UNIT = re.compile(r"[^\d.,()\s-]")


def stated(project: Project, definitions: Sequence[Definition] = ()) -> str:
    """ "At Risk", "red"; "Off Track (red, by the colour of its cell)" where no word stands in the cell."""
    colour = STATED.get(str(project.status), str(project.status))
    text = project.status_text
    if not text:
        return colour
    if not text.startswith("cell colo"):
        return text
    term = next((d.term for d in definitions if d.status == project.status), colour)
    own = f"{colour}, " if term.casefold() != colour else ""
    return f"{term if own else colour} ({own}by the colour of its cell)"


def field_statement(project: Project, name: str, definitions: Sequence[Definition] = ()) -> tuple[str, str] | None:
    """The field as a sentence and as a bare value; ``None`` where the record does not hold it."""
    if name == "status":
        return status_statement(project, definitions)
    value = getattr(project, name)
    if value is None:
        return None
    if isinstance(value, Money):
        what = "amount spent" if name == "spent" else "budget"
        return f"The {what} of {project.project} is {money_text(value)}.", money_text(value)
    if isinstance(value, Period):
        verb = {"completed": "was completed", "end": "is to be completed", "start": "starts"}[name]
        return sentence_text(f"{project.project} {verb} {when_text(value)}"), value.text
    if name in ("owner", "department"):
        return sentence_text(f"The {name} of {project.project} is {value}"), value
    return f"{_LABELS[name]} for {project.project}: {sentence_text(value)}", value


def status_statement(project: Project, definitions: Sequence[Definition] = ()) -> tuple[str, str] | None:
    if project.status is None:
        return None
    said = stated(project, definitions)
    if project.status != "complete":
        return f"The status of {project.project} is {said}.", said
    when = f" {when_text(project.completed)}" if project.completed else ""
    left = f" {sentence_text(project.residual)}" if project.residual else ""
    return f"{sentence_text(f'{project.project} was completed{when}')}{left}", said


def money_text(value: Money) -> str:
    """As written; a bare number whose unit stands in its column's head with the whole sum beside it."""
    if _OWN_UNIT.search(value.text) or f"{value.amount:,.0f}" == value.text.strip():
        return value.label()
    return f"{value.text} ({value.label()})"


def field_text(project: Project, name: str, definitions: Sequence[Definition] = ()) -> str | None:
    """The bare value of a field, for lists and steps."""
    value = getattr(project, name)
    if name == "status":
        return stated(project, definitions) if project.status else None
    if isinstance(value, Money):
        return money_text(value)
    return value.text if isinstance(value, Period) else value


def when_text(period: Period) -> str:
    """ "in March 2031", "on May 2, 2031"; what is no plain date ("spring", "end of 2031") as it stands, in brackets."""
    text = period.text.strip()
    if re.match(r"(?:in|on|by|at|before|after|during|since) ", text, re.IGNORECASE):
        return text
    one_day = period.first is not None and period.first == period.last
    if re.fullmatch(r"[A-Z][a-z]+\.? \d{4}|\d{4}|(?:Q\d|[A-Z][a-z]+) (?:FY ?)?\d{4}(?:-\d{2,4})?", text):
        return f"in {text}"
    return f"on {text}" if one_day else f"({text})"
