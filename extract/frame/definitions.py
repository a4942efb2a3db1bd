"""What the memo says its terms mean: status colours, words that are "defined as", and lists of criteria.

A sentence that uses a term without explaining it defines nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.frame.colour_definitions import statement_to_colours
from extract.frame.colour_legends import LegendEntry, document_to_legends
from extract.language.sentences import split_sentences
from extract.statements import Context, Statement, context_to_statements, statement_to_places, trail_to_section
from records.document import Block, span_to_places, words_to_places
from records.facts import Definition

_LONGEST_SENTENCE = 1500
"""Characters: what is longer is no sentence, and patterns would take long over it."""
_IS_DEFINED = re.compile(
    r"^(?P<term>[\"“‘']?[A-Z][^.;:]{1,80}?)\s(?:is|are)\s(?:defined\sas|defined\sto\smean|understood\sto\smean)\s(?P<meaning>.{3,600})$",
    re.DOTALL,
)
_MEANS = re.compile(
    r"^(?P<term>[\"“‘][^\"”’.;]{1,60}[,.]?[\"”’]|(?:An?\s|The\s)?[A-Z][\w-]*(?:\s[\w-]+){0,5})\s(?:means|refers\sto|stands\sfor)\s"
    r"(?P<meaning>.{3,600})$",
    re.DOTALL,
)
# 'A project that "needs attention" varies from plan by 5% and has a recovery plan.'
_THAT = re.compile(
    r"^(?:An?|Any|Each|Every)\s(?:[a-z]+\s){0,2}(?:project|scheme|programme|program|initiative|item|work|task|milestone)\s"
    r"(?:that|which)\s(?:is\s)?(?P<term>[\"“][^\"”.;]{3,40}[,.]?[\"”])\s(?P<meaning>[a-z]+s\s.{3,400})$",
    re.DOTALL,
)
_NO_TERM = re.compile(r"^(?:this|that|it|which|these|those|they|what|he|she|we|there|doing|each)\b", re.IGNORECASE)
_CRITERIA = re.compile(
    r"^(?P<term>[^.;]{5,200}?),?\s(?P<when>(?:when|if|where|only\sif|provided)\s[^.;]{0,120}?\b"
    r"(?:criteria|criterion|conditions|requirements|thresholds|tests|following)\b[^.;]{0,60}):$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    term: str
    meaning: str


def context_to_definitions(context: Context) -> tuple[Definition, ...]:
    """Every definition in reading order, one for each term and meaning."""
    statements = [s for s in context_to_statements(context) if s.end - s.start <= _LONGEST_SENTENCE]
    legends = tuple(document_to_legends(context.document))
    told = frozenset((entry.block, entry.term) for entry in legends)
    found = [
        *_legends(legends, context),
        *_colours(statements, told, context),
        *_terms(statements, context),
        *_criteria(context),
    ]
    return tuple({(d.term.casefold(), d.meaning): d for d in reversed(found)}.values())[::-1]


def _colours(
    statements: Sequence[Statement], told: frozenset[tuple[int, str]], context: Context
) -> Iterator[Definition]:
    """Sentences that explain a colour; ``told`` are those that a legend in the same block has explained."""
    for number, statement in enumerate(statements):
        after = statements[number + 1] if number + 1 < len(statements) else None
        follows = after if after is not None and after.index == statement.index else None
        for colour in statement_to_colours(_whole(statement), follows.text if follows else None):
            if (statement.index, colour.term) in told:
                continue
            places = statement_to_places(statement, context)
            if colour.uses_next and follows is not None:
                places += statement_to_places(follows, context)
            yield Definition(
                term=colour.term, meaning=colour.meaning, status=colour.status, memo=context.memo, places=places
            )


def _whole(statement: Statement) -> str:
    """The sentence with its label, which may be the colour itself: ``**Green** means that ...``"""
    return statement.block.text[statement.start : statement.end]


def _legends(legends: Sequence[LegendEntry], context: Context) -> Iterator[Definition]:
    for entry in legends:
        section = trail_to_section(context.trail_of(entry.block))
        places = words_to_places(entry.words, document=context.document, memo=context.memo, section=section)
        yield Definition(term=entry.term, meaning=entry.meaning, status=entry.status, memo=context.memo, places=places)


def _terms(statements: Sequence[Statement], context: Context) -> Iterator[Definition]:
    for statement in statements:
        reading = sentence_to_reading(statement)
        if reading is not None and not statement_to_colours(_whole(statement), None):
            places = statement_to_places(statement, context)
            yield Definition(term=reading.term, meaning=reading.meaning, memo=context.memo, places=places)


def sentence_to_reading(statement: Statement) -> _Reading | None:
    """``A capital project is defined as one over $1 million.`` and ``"Ready" means that funds are in hand.``"""
    text = statement.text
    match = _IS_DEFINED.match(text) or _MEANS.match(text) or _THAT.match(text)
    if match is None or _NO_TERM.match(match["term"]):
        return None
    term = re.sub(r"^(?:An?|The)\s", "", match["term"]).strip("\"“”‘’', .")
    meaning = re.sub(r"^that\s", "", match["meaning"]).rstrip(" .")
    return _Reading(term=term, meaning=meaning)


def _criteria(context: Context) -> Iterator[Definition]:
    """``Projects join the watch list when they meet one of these criteria:`` and the items under it."""
    blocks = context.document.blocks
    for index, block in enumerate(blocks):
        start, end = (split_sentences(block.text) or ((0, 0),))[-1]
        readable = block.kind == "paragraph" and end - start <= _LONGEST_SENTENCE
        match = _CRITERIA.match(block.text[start:end]) if readable else None
        items = _items_after(blocks, index)
        if match is None or len(items) < 2:
            continue
        section = trail_to_section(context.trail_of(index))
        spans = [(block, start, end), *((item, 0, len(item.text)) for item in items)]
        places = tuple(
            place
            for b, first, last in spans
            for place in span_to_places(b, first, last, document=context.document, memo=context.memo, section=section)
        )
        meaning = f"{match['when']}: {'; '.join(item.text.rstrip(' .;,') for item in items)}"
        yield Definition(term=match["term"], meaning=meaning, memo=context.memo, places=places)


def _items_after(blocks: tuple[Block, ...], index: int) -> list[Block]:
    items = []
    for block in blocks[index + 1 :]:
        if block.kind != "item":
            break
        items.append(block)
    return items
