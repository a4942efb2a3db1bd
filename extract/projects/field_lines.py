"""Labelled fields outside tables: "Status: At Risk", "Budget: $2.1M | Target: June 2027", one a line or an item.

The label's meaning is read as a column header's is. Refused: labels that mean nothing known, and a second value for a
field that has one already.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.language.blanks import is_blank
from extract.language.dates import find_periods, parse_period
from extract.language.money import find_money, parse_money
from extract.language.sentences import split_sentences
from extract.language.word_sets import word_set
from extract.lead_ins import find_label
from extract.lists.columns import Role, header_to_role, plain_header
from extract.projects.house_words import status_in
from extract.statements import Context, trail_to_section
from records.document import Block, span_to_places
from records.facts import Project
from records.place import Place

_PIECE = re.compile(r"[^\n|•]+")
_FIELD = re.compile(r"^\s*(?P<label>[A-Za-z][\w’'/&. -]{1,40}?)\s?[:–—]\s*(?P<value>\S.*?)\s*$")
# The value of such a field is one short phrase; what follows it in the line is prose.
_SHORT_ROLES = ("project", "status", "budget", "spent", "start", "end", "completed", "owner", "department")
_NAMES_PROJECT = re.compile(r"(?:project|initiative)(?: (?:name|title))?|name of (?:project|initiative)", re.I)
_OLDER = re.compile(r"(?:original|baseline|previous|prior|initial)\b", re.I)
_INLINE = re.compile(r"(?<=\s)(?=[A-Z][a-z]+(?:\s[a-z]+){0,2}:\s)", re.M)
_AFTER_SIGN = re.compile(r"(?<=[;(/,])\s?(?=[A-Za-z][a-z]+(?:\s[a-z]+){0,2}:\s)")
_SPENT_BEFORE = re.compile(r"\b(?:spent|expended|expenditures?)(?: to date)?:?\s?$", re.I)
_SPENT_AFTER = re.compile(r"\s(?:(?:is|was|has been|have been)\s)?(?:already\s)?(?:spent|expended)\b")
_WAS = re.compile(r"\s?\((?:was|from|previously|originally|formerly)\b[^()]{3,40}\)")
_NOW = re.compile(r"\b(?:now|revised(?: to)?|currently|new)\b[: ]", re.I)


# A field's name consists of such words alone: "Cross-Department Coordination" is no department.
_FIELD_WORDS = word_set(
    "status health rating rag overall current project budget total approved cost costs estimated funding funds "
    "spent to "
    "date dates expended expenditures start target completion completed end due expected launch go live anticipated "
    "planned revised forecast owner sponsor manager lead department executive issue issues risk risks concern concerns "
    "challenge challenges key reason reasons mitigation mitigating mitigations corrective action actions next "
    "step steps "
    "response resolution plan recovery description comments comment summary notes update scope and of for delay delays "
    "schedule actual original initiative path green practical substantial handover opening"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """``role`` is what ``value`` is; it stands at ``block.text[start:end]`` together with its label."""

    role: Role
    value: str
    block: Block
    index: int
    start: int
    end: int


def block_to_fields(block: Block, index: int) -> tuple[FieldLine, ...]:
    """The labelled values of a paragraph or list item: one a line, between bars, or one a sentence.

    A value runs on to the next field of its line; ``()`` where the labels are no field names.
    """
    fields: list[FieldLine] = []
    for piece in _PIECE.finditer(block.text):
        starts = _field_starts(block, piece)
        fields_here = [(start, found) for start in starts if (found := _field_at(block.text, start, piece.end()))]
        ends = [*(start for start, _ in fields_here), piece.end()][1:]
        for (start, (role, value)), end in zip(fields_here, ends, strict=True):
            text = _closed(block.text[value:end])
            if role in _SHORT_ROLES and text:
                text = text[: split_sentences(text)[0][1]].rstrip(".")
            if not text:  # a label without a value, right before the next label
                continue
            fields.append(
                FieldLine(role=role, value=text, block=block, index=index, start=start, end=value + len(text))
            )
    return tuple(fields)


def _closed(value: str) -> str:
    """Without the sign that parts it from the next field, or the bracket in which it stands alone."""
    value = value.rstrip(" ;,(/")
    return value.removesuffix(")") if value.count(")") > value.count("(") else value


def _field_starts(block: Block, piece: re.Match[str]) -> list[int]:
    """Where a field may begin: a sentence, the end of a label, or a word that a field's name and colon begin with."""
    text = piece.group()
    starts = {piece.start() + start for start, _ in split_sentences(text)}
    starts |= {piece.start() + match.end() for pattern in (_INLINE, _AFTER_SIGN) for match in pattern.finditer(text)}
    label, label_end = find_label(block)
    opens_field = label is not None and is_field_name(label)  # "Status: Green / Budget: ..." has no "Green / Budget"
    return sorted(starts | ({label_end} if piece.start() <= label_end < piece.end() and not opens_field else set()))


def _field_at(text: str, start: int, end: int) -> tuple[Role, int] | None:
    """The role of the field that begins at ``start``, and where its value does."""
    match = _FIELD.match(text[start:end])
    role = header_to_role(match["label"]) if match and is_field_name(match["label"]) else None
    if match is not None and _NAMES_PROJECT.fullmatch(match["label"]):
        return "project", start + match.start("value")
    if match is None or role is None or role in ("ignored", "project"):
        return None
    return role, start + match.start("value")


def is_field_name(label: str) -> bool:
    return not re.search(r"[a-z]{3}\.\s", label) and set(plain_header(label).split()) <= _FIELD_WORDS


def with_fields(project: Project, fields: Iterable[FieldLine], context: Context) -> Project:
    """The project with what the labelled lines say; a field that has a value keeps it."""
    for field in _newest(list(fields)):
        values = field_to_values(field, context)
        new = {name: value for name, value in values.items() if value is not None and getattr(project, name) is None}
        if new:
            places = field_to_places(field, context)
            project = replace(
                project,
                **new,  # type: ignore[arg-type]
                places=(*project.places, *places),
                field_places=(*project.field_places, *((name, places[0]) for name in new if places)),
            )
    return project


def _newest(fields: list[FieldLine]) -> list[FieldLine]:
    """Without "Original go-live" where "Revised go-live" stands too, even if that one is not known yet."""
    older = [field for field in fields if _OLDER.match(field.block.text[field.start :])]
    renewed = {field.role for field in fields if field not in older}
    return [field for field in fields if field not in older or field.role not in renewed]


def field_to_values(field: FieldLine, context: Context) -> dict[str, object]:
    """{"budget": Money(...)} for "Budget: $2.1M"; "was May 2027; now July 2027" is July."""
    if field.role == "project" or is_blank(field.value):
        return {}
    if field.role == "status":
        return {"status": status_in(field.value, context.words), "status_text": field.value}
    if field.role == "budget":
        return _budget_and_spent(field.value)
    if field.role == "spent":
        return {"spent": parse_money(field.value)}
    if field.role in ("start", "end", "completed"):
        return {field.role: _present_period(field.value, context)}
    return {field.role: field.value}


def _budget_and_spent(text: str) -> dict[str, object]:
    """ "$1.2M, of which $0.7M is spent", "$1.2M ($0.7M spent)"; two sums of which neither is called spent are none."""
    spans = find_money(text)
    spent = [s for s in spans if _SPENT_AFTER.match(text, s.end) or _SPENT_BEFORE.search(text[: s.start])]
    if len(spans) == 2 and len(spent) == 1:
        budget = spans[0] if spent[0] is spans[1] else spans[1]
        return {"budget": budget.money, "spent": spent[0].money}
    return {"budget": parse_money(text)}


def field_to_places(field: FieldLine, context: Context) -> tuple[Place, ...]:
    return span_to_places(
        field.block,
        field.start,
        field.end,
        document=context.document,
        memo=context.memo,
        section=trail_to_section(context.trail_of(field.index)),
    )


def _present_period(text: str, context: Context) -> object:
    text = _WAS.sub("", text)
    now = _NOW.search(text)
    if now and len(find_periods(text)) > 1:
        return parse_period(text[now.end() :], fiscal_start=context.fiscal_start)
    return parse_period(text, fiscal_start=context.fiscal_start)
