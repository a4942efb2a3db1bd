"""One plan under several names: "the 2031-2035 Harbor and Coast Strategic Plan", "the Harbor Strategic Plan 2031-2035".

Names with the same span of years and the same last word (plan, program, strategy ...) are taken for one where they
share most of their other words, with the memo's own short forms spelled out. Names that differ in a word on each side
("Water Strategic Plan", "Sewer Strategic Plan") are two plans.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from answer.comparison.names import find_acronyms, fold_name
from answer.comparison.statements import Statement
from answer.questions.reading.words import STOP, stem
from records.answer import Finding
from records.memo import Memo
from records.place import Place

_YEARS = r"(?:19|20)\d{2}\s?[-–/]\s?(?:20)?\d{2}"
_HEAD = r"(?:Plan|Program|Strategy|Roadmap|Framework|Agenda|Initiative|Policy)"
_WORD = r"[A-Z][\w’'&-]*"
_WORDS = rf"(?:{_WORD}(?:\s(?:and|of|for|the|&))?\s){{1,6}}"
_NAME = re.compile(
    rf"(?:(?P<y1>{_YEARS})\s(?P<a>{_WORDS}{_HEAD})|(?P<b>{_WORDS})(?P<y2>{_YEARS})\s(?P<b2>(?:{_WORD}\s){{0,3}}{_HEAD})|"
    rf"(?P<c>{_WORDS}{_HEAD})(?:,?\s(?:for\s)?|\s\()(?P<y3>{_YEARS}))(?!\w)"
)
_ARTICLES = re.compile(r"^(?:The|This|That|Our|Its|In|For|Of|A|An)\s")
_LEAST_SHARED = 0.6


def check_plan_names(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    acronyms = find_acronyms(" ".join(s.text for s in statements) + " " + " ".join(s.title for s in memo.sections))
    groups: dict[tuple[str, str], dict[str, tuple[str, tuple[Place, ...]]]] = defaultdict(dict)
    for statement in statements:
        for match in _NAME.finditer(statement.text):
            years = re.sub(r"\W+", "-", match["y1"] or match["y2"] or match["y3"])
            name = _ARTICLES.sub("", match["a"] or (f"{match['b']}{match['b2']}" if match["b"] else match["c"]))
            head = name.split()[-1].lower()
            groups[years, head].setdefault(
                fold_name(name), (_ARTICLES.sub("", match.group()).strip(" ("), statement.places)
            )
    for names in groups.values():
        alike = [key for key in names if any(_are_one(key, other, acronyms) for other in names if other != key)]
        if len(alike) > 1:
            yield _finding(memo, [names[key] for key in alike])


def _are_one(one: str, other: str, acronyms: dict[str, str]) -> bool:
    left, right = _words(one, acronyms), _words(other, acronyms)
    return len(left & right) >= _LEAST_SHARED * min(len(left), len(right)) and not (
        len(left) == len(right) and len(left - right) == 1 and len(left) < 3
    )


def _words(name: str, acronyms: dict[str, str]) -> set[str]:
    """The words before the last, short forms spelled out."""
    spelled = {short.lower(): fold_name(long) for short, long in acronyms.items()}
    words = " ".join(spelled.get(word, word) for word in name.split()[:-1]).split()
    return {stem(word) for word in words if word not in STOP}


def _finding(memo: Memo, names: Sequence[tuple[str, tuple[Place, ...]]]) -> Finding:
    written = [name for name, _ in names]
    return Finding(
        kind="naming",
        severity="note",
        message=f"Perhaps one thing under {len(written)} names: " + "; ".join(f'"{name}"' for name in written) + ".",
        stated=written[-1],
        computed=written[0],
        memo=memo.id,
        evidence=tuple(place for _, places in names for place in places[:1]),
    )
