"""Lists inside a sentence that are announced with a count: "three pillars: (1) ... and (2) ...", "Two projects are
delayed: A, B and C".

Read are lists after a colon that end with their sentence, with items that are numbered, or set apart by commas with an
"and" before the last. Examples ("such as", "including") are no whole lists, and items that hold commas of their own
are not counted.
"""

import re
from collections.abc import Iterator, Sequence

from answer.checks.numbers import WORD, whole_number
from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_ANNOUNCED = re.compile(
    rf"(?<![\w.,$-])(?P<count>{WORD}|\d{{1,2}})\s(?!of\b|percent\b)(?:[\w’'-]+\s){{0,3}}?(?P<noun>[a-z][a-z-]+s)\b"
    r"(?P<between>[^:.;()\d]{0,60}):\s(?P<list>.+)$",
    re.IGNORECASE,
)
_NO_LIST = re.compile(
    r"\b(?:days|weeks|months|years|hours|minutes|percent|dollars|times|points|people|persons|ways)\b", re.IGNORECASE
)
_EXAMPLES = re.compile(
    r"\b(?:such as|including|includes?|e\.g\.|for example|among (?:them|others)|etc|at least|over|about)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<!\w)\(?(?P<number>\d{1,2}|[a-h]|i{1,3}|iv|v|vi{0,3})\)\s", re.IGNORECASE)
_LONGEST_ITEM = 9


def check_inline_lists(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        match = _ANNOUNCED.search(statement.text.rstrip(" ."))
        if match is None or _NO_LIST.search(match["noun"]) or _EXAMPLES.search(match.group()):
            continue
        announced, items = whole_number(match["count"]), _items(match["list"])
        if announced >= 2 and len(items) >= 2 and len(items) != announced:
            yield Finding(
                kind="count",
                severity="note",
                message=f"The memo announces {match['count'].lower()} {match['noun']} and names {len(items)}: "
                f"{'; '.join(items)}.",
                stated=match["count"].lower(),
                computed=str(len(items)),
                memo=memo.id,
                evidence=statement.places[:1],
            )


def _items(text: str) -> Sequence[str]:
    """``(1) Open Shelves, and (2) Quiet Rooms`` or ``A, B and C``; nothing where it may be cut otherwise."""
    marks = list(_NUMBERED.finditer(text))
    if len(marks) > 1 and marks[0].start() == 0:
        return _numbered(text, marks)
    return _by_commas(text)


def _numbered(text: str, marks: Sequence[re.Match[str]]) -> Sequence[str]:
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    items = (text[mark.end() : end] for mark, end in zip(marks, ends, strict=True))
    return [re.sub(r"(?:[,;]?\s(?:and|or))?[\s,;]*$", "", item) for item in items]


def _by_commas(text: str) -> Sequence[str]:
    sign = ";" if ";" in text else ","
    parts = [part.strip() for part in text.split(sign)]
    last = re.match(r"^(?:and|or)\s(.+)$", parts[-1])
    if last:
        items = [*parts[:-1], last[1]]
    else:
        pair = re.split(r"\s(?:and|or)\s", parts[-1])
        if len(pair) != 2 or sign == ";":
            return ()
        items = [*parts[:-1], *pair]
    return items if len(items) > 2 - (not last) and all(_is_one(item) for item in items) else ()


def _is_one(item: str) -> bool:
    """A short item without an "and", a verb's clause or a figure of its own."""
    if re.match(rf"(?:{WORD}\b|[\d$])", item, re.IGNORECASE):
        return False
    return 0 < len(item.split()) <= _LONGEST_ITEM and not re.search(
        r"\s(?:and|or|which|who|that|is|are|was|will)\s|\d{3}", item
    )
