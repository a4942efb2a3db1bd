"""One thing under two names: a heading "Ferry Ticketing Portal" over a text that speaks of the "Ferry Booking Portal".

Read are capitalised names of three or more words that differ in one word, where one is the heading (or the project's
recorded name) and the other stands only in the text under it. Numbers, years and phases are different things, not
different names, and a sentence that declares a rename is no finding.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from answer.comparison.names import fold_name
from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_WORD = r"[A-Z][\w’'&-]{0,30}"
_NAME = re.compile(rf"\b{_WORD}(?:\s(?:(?:and|of|for|the|&)\s)?{_WORD}){{2,7}}")
_LEADING = re.compile(r"^(?:The|A|An|This|In|On|At|For|And|By|With|Our|Its|Each|All)\s")
_DECLARED = re.compile(
    r"\b(?:formerly|previously|formally|renamed|rebranded|known as|now called|also called|referred to as)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"^(?:\d+|first|second|third|fourth|one|two|three|i{1,3}|iv|v|phase|north|south|east|west|northern|southern|eastern|"
    r"western|annual|new|monthly|quarterly|spring|summer|fall|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|[a-z])$"
)


def check_naming(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    places = _names_in_text(statements)
    sections = {name: {statement.section for statement in found} for name, found in places.items()}
    known = _own_names(memo)
    reported = set()
    for section in memo.sections:
        title = fold_name(section.title)
        for name in places:
            if sections[name] != {section.title} or name in known or not _differ_in_one_word(title, name):
                continue
            if (title, name) not in reported:
                reported.add((title, name))
                yield _finding(memo, section.title, _written(name, places[name][0]), places[name])


def _names_in_text(statements: Sequence[Statement]) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if _DECLARED.search(statement.text):
            continue
        for match in _NAME.finditer(statement.text):
            found[fold_name(_LEADING.sub("", match.group()))].append(statement)
    return found


def _own_names(memo: Memo) -> set[str]:
    """What is named in its own right: headings and recorded projects."""
    titles = {fold_name(section.title) for section in memo.sections}
    return titles | {fold_name(project.project) for project in memo.projects}


def _differ_in_one_word(title: str, name: str) -> bool:
    left, right = title.split(), name.split()
    if len(left) != len(right) or len(left) < 3 or title == name:
        return False
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    a, b = pairs[0]
    return not (_COUNTING.match(a) or _COUNTING.match(b) or a.rstrip("s") == b.rstrip("s"))


def _written(name: str, statement: Statement) -> str:
    return next(
        _LEADING.sub("", match.group())
        for match in _NAME.finditer(statement.text)
        if fold_name(_LEADING.sub("", match.group())) == name
    )


def _finding(memo: Memo, title: str, name: str, statements: Sequence[Statement]) -> Finding:
    return Finding(
        kind="naming",
        severity="note",
        message=f'Under the heading "{title}" the text speaks of the "{name}": perhaps one thing under two names.',
        stated=name,
        computed=title,
        memo=memo.id,
        evidence=statements[0].places[:1],
    )
