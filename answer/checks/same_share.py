"""One share told twice, once as it is and once as more (or less) than that: "92 % are on schedule" and "over 92 %".

Both cannot be exact. Read are equal percentages of the same things; "about" and "nearly" are roundings and fit.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from answer.checks.hedges import hedge_words, read_hedge
from answer.checks.quantities import Quantity, find_quantities
from answer.comparison.statements import Statement
from answer.questions.reading.words import content_words, stem
from records.answer import Finding
from records.memo import Memo

_CLASHING = {
    frozenset(("none", "over")), frozenset(("none", "under")), frozenset(("over", "under")),
    frozenset(("over", "just_under")), frozenset(("under", "just_over")), frozenset(("just_over", "just_under")),
}  # fmt: skip
_CONDITION = re.compile(
    r"\b(?:if|or (?:more|less|fewer|above|below|greater)|classified|defined|means|when|vary|varies|between|target\w*|"
    r"goal\w*|threshold)\b",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"^\W*(?:green|yellow|amber|red)\b\W", re.IGNORECASE)
_LEAST_SHARED = 2
_AROUND = 70


def check_same_share(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    told = [s for s in statements if not _CONDITION.search(s.text) and not _COLOUR.match(s.text)]
    shares = [(q, s) for s in told for q in find_quantities(s.text) if q.kind == "percent"]
    for (one, first), (other, second) in combinations(shares, 2):
        if one.value != other.value or first is second:
            continue
        hedges = frozenset(read_hedge(s.text[: q.start]) for q, s in ((one, first), (other, second)))
        if hedges in _CLASHING and len(_about(one, first) & _about(other, second)) >= _LEAST_SHARED:
            yield _finding(memo, one, first, other, second)


def _about(quantity: Quantity, statement: Statement) -> set[str]:
    """The words of what the share is of, up to the clause's end."""
    after = re.split(r"[;.:]|,\s", statement.text[quantity.end : quantity.end + _AROUND])[0]
    return {stem(word) for word in content_words(after)}


def _finding(memo: Memo, one: Quantity, first: Statement, other: Quantity, second: Statement) -> Finding:
    told, again = (hedge_words(s.text, q.start).lower() + q.text for q, s in ((one, first), (other, second)))
    return Finding(
        kind="restatement",
        severity="note",
        message=f'The memo says "{told}" in one place and "{again}" of the same in another.',
        stated=again,
        computed=told,
        memo=memo.id,
        evidence=(*first.places[:1], *second.places[:1]),
    )
