"""``Calm: cost and finish are as approved`` as it is written: the term, its sign and the words that explain it.

Nothing is judged here: "Harbor Portal: the mast is up" has the same shape.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from records.document import Block

_KEY = re.compile(
    r"(?:Key|Legend|Scale|Ratings?|Status key|Definitions?|Terms)(?: used)?\s?(?::|[–—-]\s|\.)\s", re.IGNORECASE
)
_TERM = r"[\"“]?(?P<term>[A-Z0-9][\w/&'’-]*(?:\s[\w/&'’()-]+){0,4}?)[\"”]?"
_SIGN = r"(?P<sign>\s?(?::|=|\s[–—-])\s|\s(?:means|indicates|denotes)(?:\sthat)?\s)"
_ENTRY = re.compile(rf"(?:^|(?<=[.;]\s)|(?<=,\s)(?=[^.,;:]{{1,40}}\s?=)|(?<=\n))(?:and\s)?{_TERM}{_SIGN}(?=\S)")
_LEADS_IN = re.compile(
    r"(?:\bas follows|\bfollowing (?:\w+ ){0,3}?(?:ratings?|terms|words|meanings?|definitions|scale|categories|levels)"
    r"(?: are used)?|\b(?:words|ratings|terms|levels|categories|colou?rs|grades) (?:are|is) used)\s?[:.]$",
    re.IGNORECASE,
)
# "(G = on track, Y = at risk, R = behind)", anywhere in a line.
_BEFORE_EQUALS = r"[\"“]?[A-Za-z][\w/-]{0,15}(?:\s[\w-]{1,15}){0,2}[\"”]?\s?="
_EQUALS = re.compile(
    rf"(?:^|[(;,:.]\s?|\sand\s)(?P<term>{_BEFORE_EQUALS})\s?(?P<meaning>[^=;()]{{2,200}}?)"
    rf"(?=[,;]?\s(?:and\s)?{_BEFORE_EQUALS}|[;()]|\.?$|\.\s)"
)
_AFTER_BOLD = re.compile(r"[\s:=–—.-]*")
_MOST_WORDS = 5
_LONGEST_BLOCK = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``block.text[start:end]`` of block number ``block``; ``declared`` says that it follows a word such as "Key:" or
    an equals sign, as no value does."""

    term: str
    meaning: str
    start: int
    end: int
    block: int
    declared: bool = False


def leads_in(text: str) -> bool:
    """``Projects are rated as follows:``, ``Three words are used.``"""
    return _LEADS_IN.search(text.strip()) is not None


def block_to_equations(block: Block, index: int) -> list[Entry]:
    """``Active Works (G = on track, R = behind)``, where two stand: no words are too few for an equals sign."""
    found = list(_EQUALS.finditer(block.text)) if len(block.text) <= _LONGEST_BLOCK else []
    return [
        Entry(
            term=_plain(match["term"]),
            meaning=match["meaning"].strip(" .,"),
            start=match.start("term"),
            end=match.end(),
            block=index,
            declared=True,
        )
        for match in (found if len(found) > 1 else ())
    ]


def block_to_entries(block: Block, index: int) -> Iterator[Entry]:
    """All of a block, from its start (or from what leads them in) to its end."""
    text = block.text
    if len(text) > _LONGEST_BLOCK:
        return
    bold = next((end for start, end in block.bold if start == 0 and end < len(text)), 0)
    if 0 < len(text[:bold].split()) <= _MOST_WORDS and _KEY.match(text) is None:
        after = _AFTER_BOLD.match(text, bold)
        first = after.end() if after else bold
        yield Entry(term=_plain(text[:bold]), meaning=text[first:].strip(" ."), start=0, end=len(text), block=index)
        return
    key = _KEY.match(text)
    opening = key.end() if key else 0
    starts = list(_ENTRY.finditer(text[opening:]))
    before = text[opening : opening + starts[0].start()].strip() if starts else ""
    if before and not leads_in(before):
        return
    ends = [*(opening + match.start() for match in starts), len(text)][1:]
    for match, end in zip(starts, ends, strict=True):
        yield Entry(
            term=_plain(match["term"]),
            meaning=text[opening + match.end() : end].strip(" .;,\n"),
            start=opening + match.start(),
            end=end,
            block=index,
            declared=key is not None or bool(before) or "=" in match["sign"],
        )


def _plain(term: str) -> str:
    return term.strip(' "“”:.=–—-')
