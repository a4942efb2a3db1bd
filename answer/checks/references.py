"""Tables, figures, sections and pages that a sentence sends the reader to and that are not in the file.

Read are references to the memo's own parts: "see Table 4", "as Section 7 shows". Where nothing in the file bears such
numbers (no table has a caption, no heading is numbered) the numbers mean another count than ours, and nothing is said;
nor of another document's parts ("Section 5 of the Code").
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from answer.comparison.statements import Statement
from records.answer import Finding
from records.memo import Memo

_REFERENCE = re.compile(
    r"\b(?P<kind>Tables?|Figures?|Charts?|Sections?|pages?)\s(?P<number>\d{1,3}|[A-Z](?=\W|$)|[IVX]{1,5}(?=\W|$))(?![\d.-]*\d)"
    r"(?!\s?(?:of|in|to)\s(?:the|this|that|a|an|its)?\s?[A-Z(])",
)
_POINTS = re.compile(
    r"(?:\b(?:see|in|on|from|per|under|by|and|with|as|to|refer to|shown in|listed in|following)\s"
    r"(?:the\s|also\s)?|\(|^)$",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"^\s(?:below\s|above\s)?(?:shows?|lists?|gives?|summari[sz]es|presents|contains|details|provides|has|includes)\b"
)
_OTHERS = re.compile(
    r"\b(?:Code|Act|Charter|Ordinance|Resolution|Statute|U\.S\.C|CFR|Title|Bill|Standard|Manual|Policy|Constitution|"
    r"agreement|lease|contract|regulations?|guidelines|report dated|et al|Volume|Vol|law|statutes?|Municipal|Rule|"
    r"Chapter|Budget Book|packet|Handbook)\b|\bpp?\.\s?\d|\bof\s[“\"]"
)
_LABEL = r"(?P<number>\d{1,3}|[A-Z]|[IVX]{1,5})(?:[.:)\s–—-]|$)"
_LEAST_LABELLED = 1
_SHORTEST = 4
"""Words: "Table 5." alone is a caption, not a reference."""


def check_references(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    held = {kind: _numbers(memo, kind) for kind in ("table", "figure", "chart", "section")}
    for statement in statements:
        if _OTHERS.search(statement.text):
            continue
        for match in _REFERENCE.finditer(statement.text):
            kind = match["kind"].lower().rstrip("s")
            if _is_reference(statement.text, match) and not _is_there(memo, held, kind, match["number"]):
                yield _finding(memo, statement, f"{kind.capitalize()} {match['number']}", held.get(kind, set()))


def _is_reference(text: str, match: re.Match[str]) -> bool:
    if len(text.split()) < _SHORTEST:
        return False
    return bool(_POINTS.search(text[: match.start()]) or _SAYS_SO.match(text[match.end() :]))


def _is_there(memo: Memo, held: Mapping[str, set[str]], kind: str, number: str) -> bool:
    if kind == "page":
        pages = len(memo.document.pages)
        return memo.document.media != "pdf" or not number.isdigit() or int(number) <= max(pages, 3)
    return len(held[kind]) < _LEAST_LABELLED or number in held[kind]


def _numbers(memo: Memo, kind: str) -> set[str]:
    """The numbers that captions, titles and headings of this kind bear."""
    named = re.compile(rf"^\W{{0,3}}{kind}\s{_LABEL}", re.IGNORECASE)
    plain = re.compile(rf"^\W{{0,3}}{_LABEL}") if kind == "section" else named
    texts = [block.text for block in memo.document.blocks]
    titles = [block.text for block in memo.document.blocks if block.kind == "heading"]
    titles += [table.title for table in memo.document.tables if table.title]
    found = [named.match(text) for text in (*texts, *titles)] + [plain.match(text) for text in titles]
    labels = [match for match in found if match and not _SAYS_SO.match(match.string[match.end("number") :])]
    return {match["number"].upper() for match in labels}


def _finding(memo: Memo, statement: Statement, label: str, held: set[str]) -> Finding:
    pages = len(memo.document.pages)
    there = (
        f"the file has {', '.join(sorted(held))}" if held else f"the file has {pages} page{'s' if pages > 1 else ''}"
    )
    return Finding(
        kind="omission",
        severity="warning",
        message=f"The memo refers to {label}, which is not part of the file; {there}.",
        stated=label,
        computed=None,
        memo=memo.id,
        evidence=statement.places[:1],
    )
