"""Does the later memo itself say that something changed, or does it only state the new value?

"Now expected in June", "up from $2 million" and the old value beside the new one are mentions; a table cell that
holds another date than last year's is not. What is looked at: the sentences that name the project, or stand under a
heading of two or more words that are all the project's ("Police Records" over "Police Records Replacement"), and the
record's own issue and mitigation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from answer.comparison.names import fold_name, name_stems, name_to_forms
from answer.comparison.periods import periods_differ
from answer.comparison.statements import Statement, find_names, names_index
from extract.language.dates import find_periods
from records.facts import Definition, Project

_SPAN = r"(?:\w{1,12} )?(?:days?|weeks?|months?|quarters?|years?)"
_TIME = (
    r"delay\w{0,3}|extend\w{0,3}|extension|postpon\w{1,4}|push\w{0,3} back|pushed|slip\w{0,4}|reschedul\w{1,3}|behind|"
    r"later than|earlier than|brought forward|accelerat\w{1,3}|ahead of schedule|new (?:date|target)|"
    r"moved (?:from|to)(?! (?:red|yellow|amber|green|on|off|at) )|"
    rf"mov(?:es|ed) (?:\w{{1,12}} ){{0,5}}(?:back )?by (?:another )?{_SPAN}|lost {_SPAN}|"
    rf"{_SPAN} (?:late|later|earlier|longer)|longer than|put back|drifted|overran|overrun\w{{0,2}}|new baseline|"
    r"rebaselin\w{1,3}|re baselin\w{1,3}"
)
_TIME_IF_ITS_OWN = (
    r"(?:now|currently) (?:expected|scheduled|planned|due|set|anticipated)|chang\w{1,3}|revis\w{1,4}|originally|"
    r"previously|formerly|instead of|rather than"
)
"""Said of a date: only where a date stands in the sentence that is the old or the new one, or none but its subject."""

_TIME_SUBJECT = re.compile(
    r" (?:schedule|dates?|finish|completion|complete|completed|forecast|deadline|timeline|plan) "
)
_MONEY = (
    r"increas\w{1,3}|decreas\w{1,3}|reduc\w{1,4}|grew|grown|rose|risen|raised|gone up|went up|fell|fallen|cut|added|"
    r"additional|overrun\w?|savings|amend\w{0,5}|"
    r"higher|lower|up from|down from|supplement\w{0,4}|chang\w{1,3}|revis\w{1,4}|new baseline|re ?baselin\w{1,3}|"
    r"originally|previously|formerly|instead of|rather than"
)
_STATE = (
    r"moved|turned|went|upgraded|downgraded|improved|worsened|recovered|no longer|back (?:to|on)|return\w{0,3} to|"
    r"became|escalat\w{1,3}|resolved|resum\w{1,3}|restart\w{0,3}|released from|off hold|"
    r"put\w{0,4} (?:\w{1,12} ){1,4}in (?:red|yellow|amber|green)|"
    r"now (?:red|yellow|amber|green|on hold|at risk|on track|on schedule)|"
    r"from (?:red|yellow|amber|green)|(?:was|previously|formerly) (?:red|yellow|amber|green)"
)
_PEOPLE = (
    r"transferred|replaced|(?:took|takes?|taken|taking) over|appointed|succeed\w{0,3}|reassigned|handed|moved to|"
    r"now (?:led|managed|owned)|new project"
)
_ANY = r"chang\w{1,3}|revis\w{1,4}|rebaselin\w{1,3}|redefin\w{1,3}|restat\w{1,3}"
_THEN = r"originally|previously|formerly|instead of"
_PATTERNS = {
    "end": re.compile(rf" (?:{_TIME}) "),
    "start": re.compile(rf" (?:{_TIME}) "),
    "budget": re.compile(rf" (?:{_MONEY}) "),
    "status": re.compile(rf" (?:{_STATE}|{_ANY}) "),  # "formerly" beside a name says nothing of its status
    "owner": re.compile(rf" (?:{_PEOPLE}|{_ANY}|{_THEN}) "),
    "department": re.compile(rf" (?:{_PEOPLE}|{_ANY}|{_THEN}) "),
}
_IF_ITS_OWN = re.compile(rf" (?:{_TIME_IF_ITS_OWN}) ")

_MEANING = re.compile(
    r" (?:now|no longer|new|updat\w{1,3}|from (?:this|now)|going forward|tighten\w{0,3}|loosen\w{0,3}|chang\w{1,3}|"
    r"revis\w{1,4}|redefin\w{1,3}|restat\w{1,3}|originally|previously|formerly|instead of|rather than) "
)
_OF_MEANING = re.compile(
    r" (?:means?|meanings?|wording|defin\w{1,9}|criteri\w{1,2}|stands for|asks? for|standards?|thresholds?|scale) "
)


_GOES_ON = re.compile(
    r" (?:it|its|this|that|both|(?:the|its) (?:project|program|programme|scheme|initiative|effort|work|forecast|"
    r"schedule|budget|cost|finish|date|completion|approved|new|revised|rating|status)) |.{1,200} (?:for|to|of) it "
)


_MOST_AFTER_TITLE = 2


class Spoken:
    """What the later memo says in sentences, looked up by project."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._headings = {
            title: [frozenset(name_stems(form)) for form in name_to_forms(title)]
            for title in {statement.section for statement in statements if statement.section}
        }
        self._by_word: dict[str, set[int]] = {}
        for number, statement in enumerate(statements):
            for word in statement.folded.split():
                self._by_word.setdefault(word, set()).add(number)
        self._about: dict[tuple[str, ...], list[Statement]] = {}

    def is_mentioned(self, field: str, old_value: str, project: Project) -> bool:
        """Whether the later memo speaks of the change of ``field`` of ``project`` (its later record)."""
        sentences = (*_own_sentences(project), *((s.text, s.folded) for s in self.about(project)))
        return any(_speaks_of(field, old_value, project, text, folded) for text, folded in sentences)

    def about(self, project: Project) -> list[Statement]:
        """The sentences that name it, that go on about it, or stand under a heading that does.

        ``Harbor Pass. The Board approved a new date.``: what follows a name that leads a paragraph in is about it; so
        is a sentence beginning with "It" or "The project" after one that names it.
        """
        key = (project.project, *project.aliases)
        if key not in self._about:
            whole = frozenset(name_stems(project.project))
            titles = {
                title
                for title, forms in self._headings.items()
                if any(len(stems) >= 2 and stems <= whole for stems in forms)
            }
            names = names_index([name_to_forms(project.project, project.aliases)])
            near = set().union(*(self._with_words(name) for name in names))
            naming = [n for n in sorted(near) if find_names(self._statements[n].folded, names)]
            about = {n for first in naming for n in self._going_on(first, names)}
            self._about[key] = [
                statement
                for number, statement in enumerate(self._statements)
                if statement.section in titles or number in about
            ]
        return self._about[key]

    def _going_on(self, first: int, names: Mapping[str, int]) -> Iterator[int]:
        """The sentence that names it, and those of its paragraph that go on about it."""
        yield first
        named = self._statements[first]
        leads_in = any(_is_title(named.folded, name) for name in names)
        for number in range(first + 1, len(self._statements)):
            statement = self._statements[number]
            same = statement.paragraph == named.paragraph >= 0
            if not same or not (leads_in or _GOES_ON.match(statement.folded)):
                return
            yield number

    def _with_words(self, name: str) -> set[int]:
        found = [self._by_word.get(word, set()) for word in name.split()]
        return set.intersection(*found) if found else set()


def _is_title(folded: str, name: str) -> bool:
    """``Harbor Pass.``, ``Harbor Pass (Red).``: a name, and hardly more."""
    return folded.startswith(f" {name} ") and len(folded[len(name) + 2 :].split()) <= _MOST_AFTER_TITLE


def is_definition_change_mentioned(definition: Definition, statements: Sequence[Statement]) -> bool:
    """``Yellow now means ...``, or in another sentence ``Amber now asks for more``.

    Words of the meaning itself ("can no longer be held") say nothing of a change.
    """
    meaning, term = fold_name(definition.meaning), f" {fold_name(definition.term)} "
    quotes = {fold_name(place.quote) for place in definition.places}
    around = [f" {quote} ".replace(f" {meaning} ", " ; ") for quote in quotes]
    if any(_MEANING.search(text) for text in around):
        return True
    return any(
        term in statement.folded
        and meaning not in statement.folded
        and _MEANING.search(statement.folded)
        and _OF_MEANING.search(statement.folded)
        for statement in statements
    )


def _speaks_of(field: str, old_value: str, project: Project, text: str, folded: str) -> bool:
    if _PATTERNS[field].search(folded) or (field != "status" and f" {fold_name(old_value)} " in folded):
        return True
    if field not in ("start", "end") or not _IF_ITS_OWN.search(folded):
        return False
    dates = [span.period for span in find_periods(text)]
    if not dates:
        return bool(_TIME_SUBJECT.search(folded))
    new = getattr(project, field)
    return new is not None and any(not periods_differ(new, day) for day in dates)


def _own_sentences(project: Project) -> list[tuple[str, str]]:
    texts = [text for text in (project.issue, project.mitigation, project.description) if text]
    return [(text, f" {fold_name(text)} ") for text in texts]
