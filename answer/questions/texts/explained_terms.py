"""What a word means, from the sentence that explains it in passing: "A berth line is the rope that ...", "swing days,
on which ...", '... are called "loose berths"'.

The question must ask for nothing but one term. A sentence that only uses the term explains nothing, and a question with
"of" or "for" in it asks for a detail and not for a meaning.
"""

import re
from collections.abc import Iterator

from answer.questions.reply import Case, answered, sentence_text
from extract.language.sentences import split_sentences
from records.answer import Answer
from records.document import Block, span_to_places

_FRAMES = (
    r"what (?:do|does|did) (?:they|it|staff|the \w+) mean by",
    r"what (?:is|are) (?:meant by|the (?:meaning|definition) of)",
    r"(?:define|definition of|meaning of|explain)",
    r"(?:what|who|which) counts? as",
    r"what(?: exactly)? (?:is|are)",
    r"what(?:['’]s)",
    r"what (?:do|does)(?= .* mean\b)",
)
_OPENING = r"^(?:[^?]{0,60}[,!–—:-] )?"
_CLOSING = (
    r"(?: mean(?:ing|s)?| refers? to| used for)?"
    r"(?: (?:in|under|by) (?:this|the|its|their|plain) [\w'’-]+(?: usage)?)?\W*$"
)
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        *(rf"{_OPENING}{frame} (?P<term>[^?]+?){_CLOSING}" for frame in _FRAMES),
        r"^(?P<term>[^?]+?) (?:meaning|definition)\W*$",
    )
)
_ARTICLE = re.compile(r"^(?:an?|the|considered an?) ", re.IGNORECASE)
_KIND = re.compile(r" (?:method|status|rating|term|concept|approach)$", re.IGNORECASE)
_DETAIL = re.compile(
    r"\b(?:of|for|to|by|on|at|with|from|about|and|or|this|that|its|their|new|next|last|first|most|being|not|done|said"
    r"|called|named)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 4
_MOST_TOLD = 75
_ASIDE = r"(?:,[^,.;]{1,70},)?"
_EXPLAINS = (
    # "A berth line is the rope that ...", "Berth line means ...", "Berth line: ..."
    r"^\W{0,2}(?:an? |the )?\W{0,2}TERM\W{0,3}" + _ASIDE +
    r"\s*(?:means?\b|refers? to\b|stands? for\b|(?:is|are) (?:an?|the|one|ones|any|those|when|where|what|defined"
    r"|said|said to|our|its|[\w’']+['’]s?) |: )",
    # "In this memo, berth line means ..."
    r"\bTERM\W{1,3}means?\b",
    # 'A check is "on time" when ...', '... are called "loose berths"'
    r"\b(?:is|are|counts? as|called|known as|termed|as) (?:an? )?[\"“]?TERM[,.]?[\"”]?,? (?:when|if|where|once)\b",
    r"\b(?:called|known as|termed|spoken of (?:\w+ )?as|referred to as) (?:an? |the )?[\"“]?TERM\b",
    r"[\"“]TERM[,.]?[\"”]",
    # "swing days, on which ...", 'the Outer Line ("OL"), the two miles of ...', "a swing day (from noon to noon)"
    r"\bTERM[\"”)]{0,2}, (?:in |by |under |on |for |with )?(?:which|who|where)\b",
    r"\bTERM[\"”)]{1,2}, (?:an?|the|those) ",
    r"\bTERM \((?:[^()\s]+ ){3,}[^()\s]+\)",
)  # fmt: skip
"""How a sentence explains a term, the plainest way first; ``TERM`` is put in."""


def explained_term_answer(case: Case) -> Answer | None:
    """ "What is a berth line?", "What do they mean by swing days?" """
    if case.asked.shape not in ("definition", "text", "list", "entity"):
        return None
    term = asked_term(case.question.text)
    if term is None:
        return None
    written = _term_pattern(term)
    for pattern in _EXPLAINS:
        explains = re.compile(pattern.replace("TERM", written), re.IGNORECASE)
        for block, start, end in _sentences(case):
            sentence = block.text[start:end]
            if explains.search(sentence) and len(sentence.split()) <= _MOST_TOLD:
                places = span_to_places(block, start, end, document=case.memo.document, memo=case.memo.id, section=None)
                return answered(case, sentence_text(sentence), places, method="quoted", confidence=0.8,
                                values=[sentence])  # fmt: skip
    return None


def asked_term(text: str) -> str | None:
    """ "berth line" of "What is a berth line?"; ``None`` where a detail is asked for."""
    found = next((match for frame in _ASKED if (match := frame.search(text.strip()))), None)
    if found is None:
        return None
    term = _KIND.sub("", _ARTICLE.sub("", found["term"].strip(" \"“”'‘’")))
    words = term.split()
    return term if words and len(words) <= _MOST_WORDS and len(term) > 1 and not _DETAIL.search(term) else None


def _term_pattern(term: str) -> str:
    """The term in either number, its words parted by spaces or hyphens."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", term) if word]
    last = words[-1]
    words[-1] = rf"{last[:-1]}(?:s|es)?" if last.endswith("s") and len(last) > len("gas") else rf"{last}(?:s|es)?"
    return r"[\s-]+".join(words)


def _sentences(case: Case) -> Iterator[tuple[Block, int, int]]:
    for block in case.memo.document.blocks:
        if block.kind in ("paragraph", "item", "footnote"):
            for start, end in split_sentences(block.text):
                yield block, start, end
