"""Does the later memo itself say that something changed, or does it only state the new value?

"Now expected in June", "up from $2 million" and the old value beside the new one are mentions; a table cell that
holds another date than last year's is not. What is looked at: the sentences that name the project, or stand under a
heading that does, and the record's own issue and mitigation.
"""

import re
from collections.abc import Sequence

from answer.comparison.names import fold_name, name_stems, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.facts import Project

_TIME = (
    r"delay\w{0,3}|extend\w{0,3}|extension|postpon\w{1,4}|push\w{0,3} back|pushed|slip\w{0,4}|reschedul\w{1,3}|behind|"
    r"later than|earlier than|brought forward|accelerat\w{1,3}|ahead of schedule|moved (?:from|to)|new (?:date|target)|"
    r"(?:now|currently) (?:expected|scheduled|planned|due|set|anticipated)|lost \w{1,12} (?:weeks|months)"
)
_MONEY = (
    r"increas\w{1,3}|decreas\w{1,3}|reduc\w{1,4}|grew|rose|raised|cut|added|additional|overrun\w?|savings|amend\w{0,5}|"
    r"higher|lower|up from|down from|supplement\w{0,4}"
)
_STATE = (
    r"moved|turned|went|upgraded|downgraded|improved|worsened|recovered|no longer|back (?:to|on)|return\w{0,3} to|"
    r"became|escalat\w{1,3}|resolved|now (?:red|yellow|amber|green|on hold|at risk|on track|on schedule)|"
    r"from (?:red|yellow|amber|green)|(?:was|previously|formerly) (?:red|yellow|amber|green)"
)
_PEOPLE = (
    r"transferred|took over|takes over|succeed\w{0,3}|reassigned|handed|moved to|now (?:led|managed|owned)|new project"
)
_ANY = r"chang\w{1,3}|revis\w{1,4}|rebaselin\w{1,3}|redefin\w{1,3}|restat\w{1,3}"
_THEN = r"originally|previously|formerly|instead of"
_MEANING = r"now|no longer|new|updat\w{1,3}|from this (?:year|report) on|going forward|tighten\w{0,3}|loosen\w{0,3}"

_WORDS = {"end": _TIME, "start": _TIME, "budget": _MONEY, "status": _STATE, "owner": _PEOPLE, "department": _PEOPLE}


def is_mentioned(field: str, old_value: str, project: Project, statements: Sequence[Statement]) -> bool:
    """Whether the later memo speaks of the change of ``field`` of ``project`` (its later record)."""
    then = "" if field == "status" else f"|{_THEN}"  # "formerly" beside a name says nothing of its status
    pattern = re.compile(rf" (?:{_WORDS[field]}|{_ANY}{then}) ")
    old_folded = f" {fold_name(old_value)} "
    return any(
        pattern.search(text) or (field != "status" and old_folded in text) for text in _texts_about(project, statements)
    )


def is_definition_change_mentioned(sentence: str) -> bool:
    """ "Yellow now means ..."."""
    return bool(re.search(rf" (?:{_MEANING}|{_ANY}|{_THEN}) ", f" {fold_name(sentence)} "))


def _texts_about(project: Project, statements: Sequence[Statement]) -> list[str]:
    names = names_index([name_to_forms(project.project, project.aliases)])
    whole = frozenset(name_stems(project.project))
    own = [f" {fold_name(text)} " for text in (project.issue, project.mitigation, project.description) if text]
    return own + [
        statement.folded
        for statement in statements
        if _is_title_of(statement.section, whole) or find_names(statement.folded, names)
    ]


def _is_title_of(section: str, name: frozenset[str]) -> bool:
    """A heading of two or more words, all of them the project's: "Police Records" over "Police Records Replacement"."""
    stems = frozenset(name_stems(section)) if section else frozenset()
    return len(stems) >= 2 and stems <= name
