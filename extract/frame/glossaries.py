"""Lists that explain a memo's own words: a key under a table, a glossary, a table of ratings and what they mean.

A list counts only where the memo says that it is one (its heading, the words that lead it in, its table's header), or
where its terms stand as ratings elsewhere. Refused in any case: an entry whose meaning is a value, a name or a status.
"""

import re
from collections.abc import Iterator, Sequence

from extract.frame.colour_legends import LegendEntry
from extract.frame.glossary_entries import Entry, block_to_entries, block_to_equations, leads_in
from extract.frame.rating_terms import plain_term, terms_to_statuses
from extract.lists.column_roles import header_to_role
from extract.projects.status_words import cell_to_status, find_statuses
from extract.statements import Context
from records.document import Block, Document
from records.table import Table

_DECLARES = re.compile(
    r"\b(?:legend|key$|key to|glossary|definitions?|terminology|terms(?: used| and)|abbreviations?|acronyms|"
    r"(?:rating|status|risk|colou?r)s? (?:scale|key|codes?|categor\w+|levels?|criteria|guide|system)|"
    r"(?:what|how) (?:\w+ ){0,4}?(?:means?|rate[ds]?|measured?|judged?|defined?|scored?|say|stands? for)|meanings?|"
    r"(?:words?|terms?|ratings?|colou?rs?|symbols?) (?:is |are )?(?:used|explained|defined)|"
    r"explanation of (?:\w+ ){0,3}?(?:ratings?|terms|status\w*|colou?rs?|words))\b",
    re.IGNORECASE,
)
_RATINGS = re.compile(r"(?:the |our |project |status |health |delivery )*(?:ratings?|scale)", re.IGNORECASE)
"""A heading that stands over a list of ratings, or over one of projects with theirs."""
_MEANING_HEADER = re.compile(
    r"(?:what (?:it|this|that|they) means?|meanings?|means|definitions?|explanations?|interpretation|criteri(?:a|on)|"
    r"stands for|(?:used|given|assigned|applied) (?:when|if|where))\b",
    re.IGNORECASE,
)
_TERM_HEADER = re.compile(
    r"(?:project |overall |status )?(?:rating|status|colou?r|symbol|code|grade|level|category|word|term|measure|"
    r"indicator|abbreviation|acronym|flag|light|letter|score|rag|health)e?s?\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:the|an?|any|all|those|number|share|percentage|proportion|count|time|days|average|total|money)\b", re.IGNORECASE
)
_VALUE = re.compile(r"[$£€]?\d[\d,.]*\s?(?:%|percent|million|billion|[A-Z]|$)", re.IGNORECASE)
_RATED = re.compile(
    r"\b(?:Status|Rating|Health|RAG)\s?:\s?(?P<word>[A-Z][a-z-]{1,15}(?:\s[a-z]{2,12}){0,2})(?=[.;,|\n]|$)"
)
_FEWEST_WORDS = 3


def context_to_glossary(context: Context, read: frozenset[int]) -> tuple[LegendEntry, ...]:
    """The entries of all such lists in reading order; ``read`` are the blocks that a legend of colours has told."""
    blocks, tables = context.document.blocks, context.document.tables
    ratings = _ratings(context.document)
    found: list[LegendEntry] = []
    for run in _runs(blocks):
        if run[0].block not in read and _is_glossary(run, ratings, context):
            found += _to_legend(run, blocks)
    for index, block in enumerate(blocks):
        if block.kind == "table" and block.table is not None and index not in read:
            found += _table_entries(tables[block.table], index, ratings)
            continue
        equations = block_to_equations(block, index) if index not in {*read, *(entry.block for entry in found)} else []
        if len([status for status in terms_to_statuses([entry.term for entry in equations]) if status]) > 1:
            found += _to_legend(equations, blocks)
        elif block.kind == "footnote":
            found += _to_legend(list(_footnote_entries(block, index, blocks)), blocks)
    return tuple(sorted(found, key=lambda entry: entry.block))


def _runs(blocks: Sequence[Block]) -> Iterator[list[Entry]]:
    """Neighbours of one kind that are an entry each; the entries of one block."""
    run: list[Entry] = []
    for index, block in enumerate(blocks):
        entries = list(block_to_entries(block, index)) if block.kind in ("item", "paragraph", "caption") else []
        goes_on = len(entries) == 1 and (not run or block.kind == blocks[run[-1].block].kind)
        if goes_on:
            run += entries
            continue
        if len(run) > 1:
            yield run
        run = entries if len(entries) == 1 else []
        if len(entries) > 1:
            yield entries
    if len(run) > 1:
        yield run


def _is_glossary(run: Sequence[Entry], ratings: frozenset[str], context: Context) -> bool:
    if not all(_explains(entry) for entry in run) or len({entry.term.casefold() for entry in run}) < len(run):
        return False
    section = context.section_of(run[0].block)
    title = section.title if section else ""
    before = context.document.blocks[run[0].block - 1] if run[0].block else None
    declared = any(entry.declared for entry in run) or (before is not None and leads_in(before.text))
    if declared or _DECLARES.search(title):
        return not any(_is_name(entry.term) and _tells_status(entry.meaning) for entry in run)
    if any(_tells_status(entry.meaning) or _is_name(entry.term) for entry in run):
        return False
    rated = sum(entry.term.casefold() in ratings or cell_to_status(entry.term) is not None for entry in run)
    return rated >= max(2, len(run) - 1) or (len(run) > 2 and _RATINGS.fullmatch(title.strip()) is not None)


def _explains(entry: Entry) -> bool:
    """Whether the meaning is a phrase and no value, name or count."""
    words = re.findall(r"[^\W\d_][\w'’-]*", entry.meaning)
    small = sum(word[0].islower() for word in words)
    return (
        bool(entry.term) and len(words) >= _FEWEST_WORDS and 2 * small > len(words) and not _VALUE.match(entry.meaning)
    )


def _is_name(term: str) -> bool:
    """Two words with capitals: "Harbor Portal", not "On course" nor "GIS"."""
    return sum(word[0].isupper() and not word.isupper() for word in term.split()) > 1


def _tells_status(meaning: str) -> bool:
    return any(span.start == 0 for span in find_statuses(meaning))


def _ratings(document: Document) -> frozenset[str]:
    """The words that stand as a status in tables and after "Status:", in small letters."""
    found = {match["word"] for block in document.blocks for match in _RATED.finditer(block.text)}
    for table in document.tables:
        header = [cell for cell in table.cells if cell.row < table.header_rows]
        columns = {cell.column for cell in header if cell.column and header_to_role(cell.text) == "status"}
        found |= {cell.text for cell in table.cells if cell.row >= table.header_rows and cell.column in columns}
    return frozenset(text.strip(" .").casefold() for text in found)


def _table_entries(table: Table, index: int, ratings: frozenset[str]) -> Iterator[LegendEntry]:
    """``Rating | What it means`` over ``Calm | Cost and finish are as approved``."""
    header = {cell.column: cell.text.strip() for cell in table.cells if cell.row < table.header_rows}
    meaning = next((column for column, text in header.items() if column and _MEANING_HEADER.match(text)), None)
    if meaning is None and table.columns == 2 and re.match("description", header.get(1, ""), re.IGNORECASE):
        terms = {
            cell.text.strip().casefold() for cell in table.cells if cell.row >= table.header_rows and not cell.column
        }
        meaning = 1 if len(terms & ratings) > 1 else None
    if meaning is None or not _TERM_HEADER.match(header.get(0, "")):
        return
    rows = [{cell.column: cell for cell in table.row(n)} for n in range(table.header_rows, table.rows)]
    rows = [row for row in rows if 0 in row and meaning in row and row[0].text and row[meaning].text]
    statuses = terms_to_statuses([row[0].text.strip() for row in rows])
    for row, status in zip(rows, statuses, strict=True):
        yield LegendEntry(
            term=plain_term(row[0].text.strip(), status),
            status=status,
            meaning=" ".join(row[meaning].text.split()).rstrip(" ."),
            words=(*row[0].words, *row[meaning].words),
            block=index,
        )


def _footnote_entries(block: Block, index: int, blocks: Sequence[Block]) -> Iterator[Entry]:
    """``Vacancy rate: the share of positions that nobody holds``, where the text speaks of a vacancy rate."""
    entries = list(block_to_entries(block, index))
    for entry in entries if len(entries) == 1 else ():
        told = any(entry.term.casefold() in other.text.casefold() for other in blocks if other is not block)
        if told and _explains(entry) and _NOUN.match(entry.meaning):
            yield entry


def _to_legend(run: Sequence[Entry], blocks: Sequence[Block]) -> Iterator[LegendEntry]:
    statuses = terms_to_statuses([entry.term for entry in run])
    for entry, status in zip(run, statuses, strict=True):
        words = blocks[entry.block].words
        yield LegendEntry(
            term=plain_term(entry.term, status),
            status=status,
            meaning=" ".join(entry.meaning.split()),
            words=tuple(word for word in words if word.start < entry.end and word.end > entry.start),
            block=entry.block,
        )
