"""One figure of one year told twice with two values: "hosted 1,240 events in 2030" and, elsewhere, "1,420 events".

Read are two plain sentences that name the same one year, hold one count each of the same thing, and share most of their
words. Hedged figures, parts of a year, goals and openly corrected figures are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from answer.checks.hedges import read_hedge
from answer.comparison.statements import Statement
from answer.comparison.told_figures import Figure, statement_to_figures
from answer.questions.reading.words import content_words, stem
from records.answer import Finding
from records.memo import Memo

_YEAR = re.compile(r"\b(?:FY\s?)?(?:19|20)\d{2}\b")
_OTHERWISE = re.compile(
    r"\b(?:correct\w*|revis\w*|restat\w*|earlier|previous\w*|report(?:ed)?|estimat\w*|preliminary|goal|target\w*|"
    r"expect\w*|forecast\w*|plan\w*|will|would|average|through|since|by|until|so far|to date|quarter|half|month|spring|"
    r"summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"weekday|weekend|first|second|another|other|additional|remaining|new|of the|out of|than|from|up|down|excluding|"
    r"without|only|including)\b",
    re.IGNORECASE,
)
_LEAST_SHARED = 0.7
_LEAST_VALUE = 100
_MOST_APART = 2


def check_told_twice(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    told = [(figure, year, words) for s in statements for figure, year, words in _plain_figure(s)]
    for (one, year, words), (other, again, others) in combinations(told, 2):
        if year == again and one.value != other.value and _is_one_thing(words, others) and _are_near(one, other):
            yield Finding(
                kind="restatement",
                severity="note",
                message=f"The memo gives {one.text} for {year}, and elsewhere {other.text}.",
                stated=one.text,
                computed=other.text,
                memo=memo.id,
                evidence=(*one.statement.places[:1], *other.statement.places[:1]),
            )


def _plain_figure(statement: Statement) -> Iterator[tuple[Figure, str, frozenset[str]]]:
    """The one count of a sentence about one year: ``The park hosted 1,240 events in 2030``."""
    years = {match.group() for match in _YEAR.finditer(statement.text)}
    if len(years) != 1 or _OTHERWISE.search(statement.text):
        return
    figures = [figure for figure in statement_to_figures(statement) if figure.text not in years]
    if len(figures) != 1 or figures[0].kind != "count" or figures[0].part or figures[0].value < _LEAST_VALUE:
        return
    if read_hedge(statement.text[: figures[0].start]) == "none":
        words = frozenset(stem(word) for word in content_words(statement.text) if not word[0].isdigit())
        yield figures[0], years.pop(), words


def _is_one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = one & other
    return len(shared) >= 2 and len(shared) >= _LEAST_SHARED * min(len(one), len(other))


def _are_near(one: Figure, other: Figure) -> bool:
    return max(one.value, other.value) <= _MOST_APART * min(one.value, other.value)
