"""Says of one part of a question that the memo does not state it, where that can be known.

It can be known of a project's own details only: no sentence, cell or heading that speaks of the project holds the word
asked for, nor any value of its kind. Everywhere else nothing is said, since what was not found may still be there.
"""

import re

from answer.comparison.statements import memo_to_statements
from answer.questions.reading.name_spans import new_names
from answer.questions.reading.named_projects import find_named, project_names
from answer.questions.reading.question_parse import Asked, parse_question
from answer.questions.reading.spans import SpanKind, spans_of
from answer.questions.reading.words import covers, stems
from records.facts import Project
from records.memo import Memo

_VALUES: dict[str, tuple[SpanKind, ...]] = {
    "money": ("money",), "date": ("date",), "percent": ("percent",), "phone": ("phone",), "address": ("url", "email"),
}  # fmt: skip
_DETAIL = stems(
    "vendor contractor supplier owner manager lead leader sponsor architect consultant budget cost price spent address "
    "deadline engineer developer"
)
_INVERTED = re.compile(
    r"^(?P<wh>(?:who|what|which [\w ]+?|how much)) (?P<be>is|was|are|were) (?P<rest>the .+)$", re.IGNORECASE
)


def unstated_text(text: str, memo: Memo) -> str | None:
    """ "The memo does not say who the vendor of the pier is." """
    asked = parse_question(text)
    named = find_named(text, memo.projects)
    if len(named) != 1 or not _is_silent(asked, named[0].used, named[0].project, memo):
        return None
    plain = text.rstrip("? ")
    found = _INVERTED.match(plain)
    clause = f"{found['wh']} {found['rest']} {found['be']}" if found else plain
    return f"The memo does not say {clause[:1].lower()}{clause[1:]}."


def _is_silent(asked: Asked, used: frozenset[str], project: Project, memo: Memo) -> bool:
    wanted = [term.stem for term in asked.terms if term.stem not in used and covers(term.stem, _DETAIL)]
    wanted = wanted or list(stems(asked.text) & _DETAIL)
    if len(wanted) != 1:
        return False
    said = _said_of(project, memo)
    titled = stems(" ".join([*(c.text for t in memo.document.tables for c in t.cells if c.row < t.header_rows),
                             *(section.title for section in memo.sections)]))  # fmt: skip
    if asked.shape == "entity" and any(" " in name for text in said for name in new_names(text, used | titled)):
        return False  # a name that is told may be the very one that is asked for
    kinds = _VALUES.get(asked.shape, ())
    return not any(covers(wanted[0], stems(text)) or (kinds and spans_of(text, *kinds)) for text in said)


def _said_of(project: Project, memo: Memo) -> list[str]:
    """Every sentence, row and title that speaks of the project or stands under its name."""
    names = [stems(name) for name in project_names(project) if stems(name)]
    said = [
        f"{statement.section} {statement.text}"
        for statement in memo_to_statements(memo)
        if any(name <= stems(f"{statement.section} {statement.text}") for name in names)
    ]
    for table in memo.document.tables:
        rows = {cell.row for cell in table.cells if any(name <= stems(cell.text) for name in names)}
        said += [cell.text for cell in table.cells if cell.row in rows or (rows and cell.row < table.header_rows)]
    return said
