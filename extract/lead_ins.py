"""What leads a block in: a status sign, a paragraph number, and the few words that say what the block is about.

A lead-in is told by how it is set (bold, italic, before a colon or dash, a name in capitals as a sentence of its own),
not by what it says. Refused: an opening sentence with a verb, and more words than a name has.
"""

import re
from dataclasses import dataclass

from extract.language.sentences import split_sentences
from extract.projects.status_words import cell_to_status
from records.document import Block

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\))\s"
_SIGN = r"[^\w\s\"“‘'’(\[$£€#&@+<>=%/*.,;:!?~^`|\\–—-]{1,3}\s?"
_OPENING = re.compile(rf"(?P<number>{_NUMBER})?(?P<sign>{_SIGN})?")
_CAPITAL = re.compile(r"[\"“]?[A-Z]")
# "Second Year: ..." and "Harbor Portal - ...": a few words before a colon or dash.
_BEFORE_SIGN = re.compile(r"(?P<label>[A-Z0-9“\"][^.:;!?\n]{1,90}?)\s?(?::|\s[–—-]\s)\s?(?=\S)")
# "Harbor Portal (RAG: Amber). ..."
_BRACKETED = re.compile(r"(?P<label>[A-Z0-9][^.:;()\n]{2,90}\([^()\n]{1,40}\))\s?(?:[.:]|[–—-]\s)\s?(?=\S)")
_WORD = r"(?:[A-Z0-9][\w’'/&.-]{0,25}|of|the|and|for|to|in|at|on|with|a|&|-|–)"
# "Harbor Portal. Work began ...": nothing but words with capitals and the small ones between them.
_NAME_ALONE = re.compile(rf"[A-Z0-9][\w’'/&-]{{0,25}}(?:\s{_WORD}){{1,8}}\.")
# "Launched in May.", "Completed.": no name, though its words have capitals.
_OPENS_WITH_STATUS = re.compile(
    r"(?:Launched|Completed?|Opened|Delivered|Delayed|Paused|Closed|Finished|Live|Started|Begun|Cancell?ed|Approved|"
    r"Postponed|Deferred|Implemented|Deployed|On\s(?:Track|Hold|Schedule|Target|Time)|At\sRisk|Off\sTrack|"
    r"Behind\sSchedule|Not\sStarted|In\sProgress)(?:$|\s(?![A-Z]))"
)
_MOST_WORDS = 10
_MOST_LETTERS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadIn:
    """``block.text[start:end]`` is the lead-in with what parts it from the text; ``sign`` stands before it."""

    label: str | None
    start: int
    end: int
    sign: str | None = None


def find_lead_in(block: Block) -> LeadIn:
    """ "🟡 **Pier Lift** - The mast ...", "3.1 Pier Lift (Amber). The mast ...", "*Pier Lift.* The mast ..." """
    opening = _OPENING.match(block.text)
    start = opening.end() if opening else 0
    sign = (opening["sign"] or "").strip() or None if opening else None
    named = _set_apart(block, start) or _before_sign(block.text, start)
    label, end = named or (None, _end_of_opening(block.text, opening))
    return LeadIn(label=label, start=start, end=end, sign=sign)


def _end_of_opening(text: str, opening: re.Match[str] | None) -> int:
    """Where the text begins after a sign, and after the number of a paragraph: "3.3 The mast", not "2.6 days"."""
    if opening is None:
        return 0
    numbered = opening["number"] and _CAPITAL.match(text, opening.end())
    return opening.end() if opening["sign"] or numbered else 0


def find_label(block: Block) -> tuple[str | None, int]:
    """The lead-in's words and where the text after them begins."""
    found = find_lead_in(block)
    return found.label, found.end


def _set_apart(block: Block, start: int) -> tuple[str, int] | None:
    """Bold words at the start, or italic ones that a sign closes."""
    # A page's list may lose the full stop behind its numbers: "1 **Pier Lift** - the mast".
    bare = re.match(r"\d{1,2}\s", block.text)
    start = bare.end() if bare and not start and any(first == bare.end() for first, _ in block.bold) else start
    for spans, closed in ((block.bold, False), (block.italic, True)):
        end = next((last for first, last in spans if first in (0, start) and start + 1 < last), 0)
        if not start < end < len(block.text) or end - start > _MOST_LETTERS:
            continue
        label = block.text[start:end].rstrip(" :–—-.")
        rest = re.match(r"[\s:–—.-]*", block.text[end:])
        signed = re.search(r"[.:–—-]\s*$", block.text[start:end]) or (rest and rest.group().strip())
        if not closed or (signed and len(label.split()) <= _MOST_WORDS):
            return label, end + (rest.end() if rest else 0)
    return None


def _before_sign(text: str, start: int) -> tuple[str, int] | None:
    bracketed = _BRACKETED.match(text, start)
    if bracketed and cell_to_status(_in_brackets(bracketed["label"])):
        return bracketed["label"], bracketed.end()
    match = _BEFORE_SIGN.match(text, start)
    if match and len(match["label"].split()) <= _MOST_WORDS and match["label"].count("(") == match["label"].count(")"):
        return match["label"].strip('“" '), match.end()
    return _name_alone(text, start)


def _in_brackets(label: str) -> str:
    """ "Amber" of "Pier Lift (RAG: Amber)"."""
    return re.split(r":\s?", label[label.rindex("(") + 1 : -1])[-1]


def _name_alone(text: str, start: int) -> tuple[str, int] | None:
    sentences = split_sentences(text[start:])
    first = sentences[0][1] if len(sentences) > 1 else 0
    if first > _MOST_LETTERS or "\n" in text[start : start + (sentences[1][0] if first else 0)]:
        return None
    if not first or not _NAME_ALONE.fullmatch(text, start, start + first):
        return None
    name = text[start : start + first].rstrip(".")
    return None if _OPENS_WITH_STATUS.match(name) else (name, start + sentences[1][0])
