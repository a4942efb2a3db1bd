"""Answers about footnotes: what one says or points to, and which statement bears its mark."""

import re

from answer.questions.reading.question_parts import split_question
from answer.questions.reading.spans import spans_of, word_to_number
from answer.questions.reading.words import covers, stem, stems
from answer.questions.reply import Case, answered, sentence_text
from extract.language.sentences import split_sentences
from records.answer import Answer
from records.document import Block, span_to_places
from records.memo import Memo
from records.place import Place

_NUMBERED = (
    re.compile(r"\b(?:foot|end)note (?:number |no\.? |#)?(\w+)", re.IGNORECASE),
    re.compile(r"\b(\w+) (?:foot|end)note\b", re.IGNORECASE),
)
_ASKS_NOTE = re.compile(
    r"\b(?:foot|end)note\b|\bsource\b|\bcit(?:ed|es?|ation)\b|\blinks?\b|\burl\b|\bweb address\b", re.IGNORECASE
)
_HOW_MANY = re.compile(r"\bhow many (?:foot|end)notes\b", re.IGNORECASE)
_MOST_WORDS = 80
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_BEARER = re.compile(
    r"\b(?:attach|support|belong|bears?\b|carr(?:y|ies)|appears?\b|mark|where"
    r"|(?:which|what) (?:statement|sentence|claim|passage|program|project)|cited|refer(?:s|red)? to by)",
    re.IGNORECASE,
)


_CONTENT = re.compile(
    r"\b(?:link|says?|point|leads?|reads?|cites?|refers? to|contain|url|web address|source|text)\b", re.IGNORECASE
)
_WHERE_IT_LEADS = re.compile(
    r"\bwhere\b(?: (?:does|do))? (?:it|(?:the )?(?:link|url|(?:foot)?note)[\w ]{0,30}) "
    r"(?:leads?|links?|points?|goe?s?|takes?)\b",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"\bwhere\b.*\b(?:online|on the (?:web|internet)|web ?page|web ?site)\b|\bwhere (?:can|could|do|may) (?:i|we|one) "
    r"(?:find|read|see|get|access|download)\b|\b(?:links?|urls?|web ?(?:site|page|address)(?:es)?)\b",
    re.IGNORECASE,
)
_FINDING = stems(
    "find read see get access download online web internet website webpage page site link url address more available "
    "lead about go point give information i we"
)
_INSTRUMENT = re.compile(
    r"\b(?:(?:by|under|in|through|with|per|on) )?(?:which|what) (?P<noun>resolution|ordinance|motion|contract|agreement"
    r"|lease|notice|order|permit|case|statute|law|bill|act|memo|memorandum|report|study|file|docket|grant|decision)\b",
    re.IGNORECASE,
)


def footnote_answer(case: Case) -> Answer | None:
    """ "What does footnote 2 say?", "Which sentence does footnote 1 support?", "How many footnotes are there?" """
    text = case.question.text
    notes = [block for block in case.memo.document.blocks if block.kind == "footnote"]
    if _HOW_MANY.search(text) and notes:
        places = [place for block in notes for place in _places(case.memo, block)]
        return answered(case, f"The memo has {len(notes)} footnotes.", places, method="computed", confidence=0.85,
                        values=[str(len(notes))], working=f"counted {len(notes)} footnotes")  # fmt: skip
    mark = asked_mark(text)
    if mark is None:
        return _footnote_of(case, notes) or _instrument(case, notes) or _link_to(case, notes)
    if _BEARER.search(text) and not _asks_content(text):
        return _bearer(case, mark)
    return _footnote(case, mark, notes)


def _asks_content(text: str) -> bool:
    """Whether the question, or one of its two parts, asks what the footnote says."""
    split = split_question(text)
    parts = split.texts if split else (text,)
    return any(_CONTENT.search(part) for part in parts) and (
        len(parts) == 2 or not _BEARER.search(text) or bool(_WHERE_IT_LEADS.search(text))
    )


def _instrument(case: Case, notes: list[Block]) -> Answer | None:
    """ "By which resolution was the dock fee raised?" where the sentence on that has a footnote that names one."""
    found = _INSTRUMENT.search(case.question.text)
    if found is None:
        return None
    noun = stem(found["noun"].lower())
    rest = [term.stem for term in case.asked.terms if term.stem != noun]
    marks = {(block.marker or "").strip("[]^.)"): block for block in notes if noun in stems(split_first(block.text))}
    bearing = {mark: _bearing_words(case.memo, mark) for mark in marks}
    fits = [mark for mark, words in bearing.items() if rest and all(covers(base, words) for base in rest)]
    if len(fits) != 1:
        return None
    said = _bearing_sentence(case, fits[0])
    places = [*_places(case.memo, marks[fits[0]]), *(said[1] if said else ())]
    return answered(case, sentence_text(marks[fits[0]].text), places, method="quoted", confidence=0.8,
                    values=[marks[fits[0]].text])  # fmt: skip


def _link_to(case: Case, notes: list[Block]) -> Answer | None:
    """ "Where can I find the tide tables online?" where one linked footnote hangs on the sentence about them."""
    if not _ONLINE.search(case.question.text):
        return None
    linked = [block for block in notes if spans_of(block.text, "url")]
    marks = [(block.marker or "").strip("[]^.)") for block in linked]
    wanted = [base for base in case.asked.stems if base not in _FINDING and base not in case.gate.context]
    fits = [mark for mark in marks if wanted and all(covers(b, _bearing_words(case.memo, mark)) for b in wanted)]
    return _footnote(case, fits[0], notes) if len(fits) == 1 else None


def split_first(text: str) -> str:
    start, end = next(iter(split_sentences(text)), (0, len(text)))
    return text[start:end]


def _bearing_words(memo: Memo, mark: str) -> frozenset[str]:
    """The stems of the sentence that bears the mark and of the headings above it."""
    for section in memo.sections:
        for block in memo.document.blocks[section.first : section.last]:
            for found in block.marks:
                if found.mark.strip("[]^.)") == mark:
                    start, end = _sentence_at(block, found.offset)
                    return stems(" ".join((block.text[start:end], *section.trail)))
    return frozenset()


def _footnote_of(case: Case, notes: list[Block]) -> Answer | None:
    """ "Which footnote belongs to the swim program?": that of the one sentence with a mark that holds all its names."""
    named = [term.stem for term in case.asked.terms if term.named]
    if not named or not _ASKS_NOTE.search(case.question.text):
        return None
    marks = {
        found.mark.strip("[]^.)")
        for block in case.memo.document.blocks
        for found in block.marks
        if all(covers(base, stems(block.text[slice(*_sentence_at(block, found.offset))])) for base in named)
    }
    return _footnote(case, marks.pop(), notes) if len(marks) == 1 else None


def asked_mark(text: str) -> str | None:
    """ "footnote 2", "footnote two", "the second footnote" all give "2"."""
    for found in filter(None, (pattern.search(text) for pattern in _NUMBERED)):
        word = found.group(1).lower()
        number = _ORDINALS.get(word) or word_to_number(word)
        if number is not None:
            return str(number)
    return None


def _footnote(case: Case, mark: str, notes: list[Block]) -> Answer | None:
    """The footnote's text and, where it fits, the sentence that bears its mark: "refers to" may mean either."""
    block = next((block for block in notes if (block.marker or "").strip("[]^.)") == mark), None)
    if block is None:
        return None
    found = spans_of(block.text, "url", "email")
    verb = "points to" if found and found[0].text == block.text.strip(" <>.") else "says"
    text = f"Footnote {mark} {verb}: {block.text if found else sentence_text(block.text)}"
    places = [*_places(case.memo, block)]
    bearer = _bearing_sentence(case, mark)
    if bearer is not None and len(f"{text} {bearer[0]}".split()) <= _MOST_WORDS:
        text = f"{text} It is attached to this: {bearer[0]}"
        places += bearer[1]
    elif _BEARER.search(case.question.text) and split_question(case.question.text):
        return None
    return answered(case, text, places, method="record", confidence=0.93,
                    values=[span.text for span in found] or [block.text])  # fmt: skip


def _bearer(case: Case, mark: str) -> Answer | None:
    bearer = _bearing_sentence(case, mark)
    if bearer is None:
        return None
    text = f"Footnote {mark} is attached to this: {sentence_text(bearer[0])}"
    return answered(case, text, bearer[1], method="quoted", confidence=0.85, values=[bearer[0]])


def _bearing_sentence(case: Case, mark: str) -> tuple[str, tuple[Place, ...]] | None:
    for block in case.memo.document.blocks:
        for found in block.marks:
            if found.mark.strip("[]^.)") == mark:
                start, end = _sentence_at(block, found.offset)
                places = span_to_places(block, start, end, document=case.memo.document, memo=case.memo.id, section=None)
                return block.text[start:end], places
    return None


def _sentence_at(block: Block, offset: int) -> tuple[int, int]:
    """The sentence that ends at or holds ``offset``: a mark stands after the full stop as often as before it."""
    spans = split_sentences(block.text)
    return next(((a, b) for a, b in spans if a < offset <= b + 1), (0, len(block.text)))


def _places(memo: Memo, block: Block) -> tuple[Place, ...]:
    return span_to_places(block, 0, len(block.text), document=memo.document, memo=memo.id, section=None)
