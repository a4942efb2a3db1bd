"""What the sentences say of a project against the status that it has: "is at risk" of a red one, where the memo's own
words make "at risk" yellow; "remains on track" of a red one; one project with two statuses.

Read is what a sentence says of one project in the present tense. A phrase that the memo uses to define two of its
colours belongs to neither, and a sentence about a date yet to come, a hope or a doubt is not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from answer.comparison.changes import field_to_places, is_open
from answer.comparison.names import name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.answer import Finding
from records.facts import Project
from records.memo import Memo

_PHRASES: Mapping[str, str] = {
    "at risk": r"at[- ]risk",
    "on track": r"on[- ]track|on schedule|on time|on course",
    "behind schedule": r"behind schedule|(?:is|are) delayed|(?:experiencing|facing) delays?",
    "off track": r"off[- ]track|off course",
    "over budget": r"over budget|over its budget",
    "on hold": r"on hold|suspended|paused",
    "stopped": r"stopped|halted",
    "recoverable": r"recoverable",
    "significant deviations": r"significant(?:ly)? deviat\w+",
}
_PATTERNS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _PHRASES.items()}
_USUAL_CLASHES = {
    ("on track", "red"), ("on track", "on_hold"), ("at risk", "green"), ("behind schedule", "green"),
    ("off track", "green"), ("over budget", "green"), ("on hold", "green"), ("stopped", "green"),
}  # fmt: skip
"""Where the memo defines nothing: what a phrase cannot be said of, in any report."""

_LATE_WORDS = re.compile(r"^(?:delayed|behind(?: schedule)?|late|off[- ]track|at[- ]risk)$", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:no|not|never|without|nor|yet to|cannot|if|unless|no longer|neither)\b[^.;]{0,30}$", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:is|are|remains?|stays?|continues? to be|runs?|running)\s(?:currently\s|now\s|still\s|also\s|therefore\s)?"
    r"(?:considered\s|reported\s|rated\s|marked\s)?[“\"']?$",
    re.IGNORECASE,
)
_ITS_OWN_VERB = re.compile(r"^(?:is|are|experiencing|facing)\b", re.IGNORECASE)
_HOPE = re.compile(
    r"\b(?:would|could|should|may|might|if|until|once|to (?:get|bring|keep|stay|remain)|back on|put\w* .{0,20} at risk|"
    r"new (?:date|schedule|baseline)|revised|rebaselined|other\w*|except)\b",
    re.IGNORECASE,
)


def check_colour_words(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for project in memo.projects:
        yield from _two_statuses(memo, project)
    rated = [project for project in memo.projects if is_open(project) and project.status]
    owners = _defined_phrases(memo)
    names = names_index([name_to_forms(project.project, project.aliases) for project in rated])
    for statement in statements:
        named = {key for _, key in find_names(statement.folded, names)}
        if len(named) == 1 and not _HOPE.search(statement.text):
            yield from _other_colours(memo, rated[named.pop()], statement, owners)


def _two_statuses(memo: Memo, project: Project) -> Iterator[Finding]:
    """``Green; Red``: two rows, or a row and a sentence, that could not be joined into one status."""
    words = [word.strip() for word in (project.status_text or "").split(";")]
    if project.status is None and len({word.lower() for word in words if word}) > 1:
        yield Finding(
            kind="colour_vs_definition",
            severity="warning",
            message=f"{project.project} stands as {' and as '.join(words)} in one memo.",
            stated=words[0],
            computed=words[1],
            memo=memo.id,
            evidence=field_to_places(project, "status"),
        )


def _defined_phrases(memo: Memo) -> dict[str, str | None]:
    """``{"at risk": "yellow"}`` where the memo's definitions use a phrase for one colour alone, else ``None``."""
    owners: dict[str, set[str]] = {}
    for definition in memo.definitions:
        for name, pattern in _PATTERNS.items():
            match = pattern.search(definition.meaning)
            if definition.status and match and not _NOT.search(definition.meaning[: match.start()]):
                owners.setdefault(name, set()).add(definition.status)
    return {name: next(iter(found)) if len(found) == 1 else None for name, found in owners.items()}


def _other_colours(
    memo: Memo, project: Project, statement: Statement, owners: Mapping[str, str | None]
) -> Iterator[Finding]:
    for name, pattern in _PATTERNS.items():
        match = pattern.search(statement.text)
        if match is None or not _is_said(statement.text, match):
            continue
        owner = owners.get(name)
        if (owner and owner != project.status) or (name not in owners and _clash(name, project)):
            yield _finding(memo, project, statement, match.group(), owner)
            return


def _clash(name: str, project: Project) -> bool:
    """Where the memo defines nothing: by the status, or by the memo's own word for it ("Delayed")."""
    own = (project.status_text or "").strip()
    return (name, project.status) in _USUAL_CLASHES or (name == "on track" and bool(_LATE_WORDS.match(own)))


def _is_said(text: str, match: re.Match[str]) -> bool:
    if _NOT.search(text[: match.start()]):
        return False
    return bool(_SAYS.search(text[: match.start()]) or _ITS_OWN_VERB.match(match.group()))


def _finding(memo: Memo, project: Project, statement: Statement, told: str, owner: str | None) -> Finding:
    colour = (project.status or "").replace("_", " ")
    use = f", which this memo uses to define {owner.replace('_', ' ')}" if owner else ""
    defined = [d for d in memo.definitions if owner and d.status == owner]
    return Finding(
        kind="colour_vs_definition",
        severity="note" if owner else "warning",
        message=f'{project.project} is marked {colour}; the text says "{told}"{use}.',
        stated=told,
        computed=colour,
        memo=memo.id,
        evidence=(
            *statement.places[:1],
            *field_to_places(project, "status"),
            *(p for d in defined for p in d.places[:1]),
        ),
    )
