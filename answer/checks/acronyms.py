"""One short form for two names: "the Capital Improvement Program (CIP)" here, "the Customer Information Portal (CIP)"
there.

Read are capitalised names whose initials fit the short form in brackets after them. Two spellings of one name, a plural
or a name with one more word are no finding.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from answer.comparison.names import find_acronyms, fold_name
from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo
from records.place import Place

_LEAST_LETTERS = 2


def check_acronyms(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    meanings: dict[str, dict[str, tuple[str, tuple[Place, ...]]]] = defaultdict(dict)
    for statement in statements:
        for acronym, name in find_acronyms(statement.text).items():
            if len(acronym) >= _LEAST_LETTERS and name[:1].isupper():
                meanings[acronym].setdefault(_plain(name), (name, statement.places))
    for acronym, names in meanings.items():
        (first, places), *others = names.values()
        for other, again in others:
            if not _are_one(first, other):
                yield _finding(memo, acronym, first, other, (*places[:1], *again[:1]))


def _plain(name: str) -> str:
    return " ".join(word.rstrip("s") for word in fold_name(name).split())


def _are_one(one: str, other: str) -> bool:
    """All but one word in common, or one holds the other."""
    left, right = set(_plain(one).split()), set(_plain(other).split())
    return left <= right or right <= left or len(left & right) >= max(len(left), len(right)) - 1


def _finding(memo: Memo, acronym: str, first: str, other: str, evidence: tuple[Place, ...]) -> Finding:
    return Finding(
        kind="naming",
        severity="warning",
        message=f'The memo uses "{acronym}" for "{first}" and for "{other}".',
        stated=f"{other} ({acronym})",
        computed=f"{first} ({acronym})",
        memo=memo.id,
        evidence=evidence,
    )
