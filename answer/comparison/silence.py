"""Does the later memo itself say that something changed, or does it only state the new value?

"Now expected in June", "up from $2 million" and the old value beside the new one are mentions; a table cell that
holds another date than last year's is not. What is looked at: the sentences that name the project, or stand under a
heading of two or more words that are all the project's ("Police Records" over "Police Records Replacement"), and the
record's own issue and mitigation.
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
_PATTERNS = {
    # "formerly" beside a name says nothing of its status.
    field: re.compile(rf" (?:{words}|{_ANY}{'' if field == 'status' else f'|{_THEN}'}) ")
    for field, words in _WORDS.items()
}


class Spoken:
    """What the later memo says in sentences, looked up by project."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._headings = {s.section: frozenset(name_stems(s.section)) for s in statements if s.section}
        self._by_word: dict[str, set[int]] = {}
        for number, statement in enumerate(statements):
            for word in statement.folded.split():
                self._by_word.setdefault(word, set()).add(number)
        self._about: dict[tuple[str, ...], list[Statement]] = {}

    def is_mentioned(self, field: str, old_value: str, project: Project) -> bool:
        """Whether the later memo speaks of the change of ``field`` of ``project`` (its later record)."""
        old_folded = f" {fold_name(old_value)} "
        return any(
            _PATTERNS[field].search(text) or (field != "status" and old_folded in text)
            for text in (*_own_texts(project), *(statement.folded for statement in self.about(project)))
        )

    def about(self, project: Project) -> list[Statement]:
        """The sentences that name it, or stand under a heading that does."""
        key = (project.project, *project.aliases)
        if key not in self._about:
            whole = frozenset(name_stems(project.project))
            titles = {title for title, stems in self._headings.items() if len(stems) >= 2 and stems <= whole}
            names = names_index([name_to_forms(project.project, project.aliases)])
            near = set().union(*(self._with_words(name) for name in names))
            self._about[key] = [
                statement
                for number, statement in enumerate(self._statements)
                if statement.section in titles or (number in near and find_names(statement.folded, names))
            ]
        return self._about[key]

    def _with_words(self, name: str) -> set[int]:
        found = [self._by_word.get(word, set()) for word in name.split()]
        return set.intersection(*found) if found else set()


def is_definition_change_mentioned(sentence: str) -> bool:
    """ "Yellow now means ..."."""
    return bool(re.search(rf" (?:{_MEANING}|{_ANY}|{_THEN}) ", f" {fold_name(sentence)} "))


def _own_texts(project: Project) -> list[str]:
    return [f" {fold_name(text)} " for text in (project.issue, project.mitigation, project.description) if text]
