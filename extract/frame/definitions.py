"""What the memo says its terms mean: status colours, words that are "defined as", and lists of criteria.

A sentence that uses a term without explaining it defines nothing.
"""

import re
from collections.abc import Iterator, Sequence

from extract.frame.colour_definitions import statement_to_colours
from extract.frame.colour_legends import LegendEntry, document_to_legends
from extract.frame.glossaries import context_to_glossary
from extract.frame.rating_chains import sentence_to_chain
from extract.frame.rating_terms import plain_term, terms_to_statuses
from extract.frame.term_sentences import Reading, sentence_to_called, sentence_to_reading
from extract.language.sentences import split_sentences
from extract.projects.status_words import COLOURS
from extract.statements import Context, Statement, context_to_statements, statement_to_places, trail_to_section
from records.document import Block, span_to_places, words_to_places
from records.facts import Definition

_LONGEST_SENTENCE = 1500
"""Characters: what is longer is no sentence, and patterns would take long over it."""
_FEWEST_CALLED = 3
_OF_COLOUR = re.compile(
    rf"(?P<colour>{'|'.join(COLOURS)})\s(?:projects?|schemes?|works?|items?|lights?|flags?|status|ratings?|marks?)$",
    re.IGNORECASE,
)
_CRITERIA = re.compile(
    r"^(?P<term>[^.;]{5,200}?),?\s(?P<when>(?:when|if|where|only\sif|provided)\s[^.;]{0,120}?\b"
    r"(?:criteria|criterion|conditions|requirements|thresholds|tests|following)\b[^.;]{0,60}):$",
    re.IGNORECASE,
)


def context_to_definitions(context: Context) -> tuple[Definition, ...]:
    """Every definition in reading order, one for each term and meaning."""
    statements = [s for s in context_to_statements(context) if s.end - s.start <= _LONGEST_SENTENCE]
    legends = tuple(document_to_legends(context.document))
    glossary = context_to_glossary(context, frozenset(entry.block for entry in legends))
    listed = frozenset((entry.block, entry.term) for entry in (*legends, *glossary))
    told = frozenset(entry.block for entry in glossary)
    found = [
        *_legends((*legends, *glossary), context),
        *_in_sentences([s for s in statements if s.index not in told], listed, context),
        *_criteria(context),
    ]
    return tuple({(d.term.casefold(), d.meaning): d for d in reversed(found)}.values())[::-1]


def _in_sentences(
    statements: Sequence[Statement], listed: frozenset[tuple[int, str]], context: Context
) -> Iterator[Definition]:
    """``listed`` are the terms that a list in the same block has explained."""
    called = _called(statements)
    for number, statement in enumerate(statements):
        if number in called:
            yield _define(called[number], statement, context)
            continue
        chain = _chain(statement, context)
        if chain:
            yield from (d for d in chain if (statement.index, d.term) not in listed)
            continue
        after = statements[number + 1] if number + 1 < len(statements) else None
        yield from _colours(statement, after, listed, context)
        yield from _term(statement, context)


def _called(statements: Sequence[Statement]) -> dict[int, Reading]:
    """The readings that name a rating last, by their sentence: three words at least, one sentence after the other."""
    found = {n: reading for n, s in enumerate(statements) if (reading := sentence_to_called(_whole(s))) is not None}
    rows = [[n + k for k in range(_FEWEST_CALLED)] for n in found]
    full = {n for row in rows if all(k in found for k in row) for n in row}
    words = {found[n].term.casefold() for n in full}
    return {n: found[n] for n in sorted(full)} if len(words) == len(full) else {}


def _define(reading: Reading, statement: Statement, context: Context) -> Definition:
    (status,) = terms_to_statuses([reading.term])
    return Definition(
        term=plain_term(reading.term, status),
        meaning=reading.meaning,
        status=status,
        memo=context.memo,
        places=statement_to_places(statement, context),
    )


def _chain(statement: Statement, context: Context) -> tuple[Definition, ...]:
    places = statement_to_places(statement, context)
    links = sentence_to_chain(_whole(statement))
    statuses = terms_to_statuses([link.term for link in links])
    return tuple(
        Definition(
            term=plain_term(link.term, status), meaning=link.meaning, status=status, memo=context.memo, places=places
        )
        for link, status in zip(links, statuses, strict=True)
    )


def _colours(
    statement: Statement, after: Statement | None, listed: frozenset[tuple[int, str]], context: Context
) -> Iterator[Definition]:
    """The colours that a sentence explains, where the next one of its block may go on to do so."""
    follows = after if after is not None and after.index == statement.index else None
    for colour in statement_to_colours(_whole(statement), follows.text if follows else None):
        if (statement.index, colour.term) in listed:
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


def _term(statement: Statement, context: Context) -> Iterator[Definition]:
    reading = sentence_to_reading(statement.text)
    if reading is None or statement_to_colours(_whole(statement), None):
        return
    colour = _OF_COLOUR.match(reading.term)
    places = statement_to_places(statement, context)
    if colour is not None:
        yield _define(Reading(term=colour["colour"], meaning=reading.meaning), statement, context)
    else:
        yield Definition(term=reading.term, meaning=reading.meaning, memo=context.memo, places=places)


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
