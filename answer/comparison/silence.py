"""Does the later memo itself say that something changed, or does it only state the new value?

"Now expected in June", "up from $2 million" and the old value beside the new one are mentions; a table cell that
holds another date than last year's is not. What is looked at: the sentences that name the project, or stand under a
heading of two or more words that are all the project's ("Police Records" over "Police Records Replacement"), and the
record's own issue and mitigation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from answer.comparison.change_words import speaks_of
from answer.comparison.names import fold_name, name_stems, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.facts import Definition, Project

_MEANING = re.compile(
    r" (?:now|no longer|new|updat\w{1,3}|from (?:this|now)|going forward|tighten\w{0,3}|loosen\w{0,3}|chang\w{1,3}|"
    r"revis\w{1,4}|redefin\w{1,3}|restat\w{1,3}|originally|previously|formerly|instead of|rather than) "
)
_OF_MEANING = re.compile(
    r" (?:means?|meanings?|wording|defin\w{1,9}|criteri\w{1,2}|stands for|asks? for|standards?|thresholds?|scale) "
)
_OTHER_SUBJECT = re.compile(r"(?:The |This |Our )?[A-Z][\w&'’-]*\s(?:(?:of|and)\s)?[A-Z]")
"""``The Ferry Map slipped``, after a sentence on another project."""

_GOES_ON = re.compile(
    r" (?:it|its|this|that|both|(?:the|its) (?:project|program|programme|scheme|initiative|effort|work|forecast|"
    r"schedule|budget|cost|finish|date|completion|approved|new|revised|rating|status)) |.{1,200} (?:for|to|of) it "
)
_MOST_AFTER_TITLE = 2
_BRACKETED = re.compile(r"\([^()]{1,60}\)")


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
        return any(speaks_of(field, old_value, project, text, folded) for text, folded in sentences)

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
        leads_in = any(_is_title(named, name) for name in names)
        opens = self._opens_paragraph(first) and any(re.match(f" (?:the )?{name} ", named.folded) for name in names)
        for number in range(first + 1, len(self._statements)):
            statement = self._statements[number]
            same = statement.paragraph == named.paragraph >= 0
            goes_on = opens and not _OTHER_SUBJECT.match(statement.text)
            if not same or not (leads_in or goes_on or _GOES_ON.match(statement.folded)):
                return
            yield number

    def _opens_paragraph(self, number: int) -> bool:
        return number == 0 or self._statements[number - 1].paragraph != self._statements[number].paragraph

    def _with_words(self, name: str) -> set[int]:
        found = [self._by_word.get(word, set()) for word in name.split()]
        return set.intersection(*found) if found else set()


def _is_title(statement: Statement, name: str) -> bool:
    """``Harbor Pass.``, ``Harbor Pass (Red).``, ``Harbor Pass ($18.6 million).``: a name, and hardly more."""
    bare = f" {fold_name(_BRACKETED.sub(' ', statement.text))} "
    return any(
        folded.startswith(f" {name} ") and len(folded[len(name) + 2 :].split()) <= _MOST_AFTER_TITLE
        for folded in (statement.folded, bare)
    )


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


def _own_sentences(project: Project) -> list[tuple[str, str]]:
    texts = [text for text in (project.issue, project.mitigation, project.description) if text]
    return [(text, f" {fold_name(text)} ") for text in texts]
