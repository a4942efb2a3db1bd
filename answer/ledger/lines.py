"""A later memo, cut into the lines that a promise may be answered in: sentences, and the sentences in table cells.

A line knows what it is about: the project that it names, whose row it stands in, or whose heading it stands under; and
which words stand around it in its paragraph.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from answer.comparison.mentions import ShortForms, project_to_forms
from answer.comparison.names import fold_name
from answer.comparison.statements import find_names, memo_to_statements, names_index
from answer.ledger.headings import title_to_heading
from answer.ledger.matters import COMMON, text_to_keys
from extract.language.sentences import split_sentences
from records.document import Block, span_to_places, words_to_places
from records.memo import Memo
from records.place import Place

_FEWEST_WORDS = 3
"""A cell of two words is a value, not a sentence."""

_LONGEST_PARAGRAPH = 6
"""Sentences of a longer one are no context of each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``about`` holds the positions of the memo's projects that the line speaks of; ``keys`` its content words (see
    ``word_key``), ``around`` those of its whole paragraph; ``heading`` what it stands under, where that tells of one
    thing (see ``headings``)."""

    text: str
    keys: frozenset[str]
    around: frozenset[str]
    about: frozenset[int]
    heading: str | None = None
    places: tuple[Place, ...] = field(compare=False, repr=False)


class Lines:
    """All lines of a memo, and which of them hold a word."""

    def __init__(self, memo: Memo) -> None:
        names = _Names(memo)
        self.all = (*_sentence_lines(memo, names), *_cell_lines(memo, names))
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.all):
            for key in line.keys:
                self._by_key[key].append(number)

    def with_any(self, wanted: frozenset[str]) -> list[Line]:
        numbers = sorted({number for key in wanted for number in self._by_key.get(key, ())})
        return [self.all[number] for number in numbers]

    def under(self, heading: str | None) -> list[Line]:
        """The lines under a heading that tells of one thing."""
        return [line for line in self.all if heading is not None and line.heading == heading]

    def about(self, position: int | None) -> list[Line]:
        return [line for line in self.all if position is not None and position in line.about]


class _Names:
    """Which projects a text speaks of: by a name, or by two telling words of the name that no other project has."""

    def __init__(self, memo: Memo) -> None:
        texts = [statement.text for statement in memo_to_statements(memo)]
        short = ShortForms(texts, names=[project.project for project in memo.projects])
        self._index = names_index([project_to_forms(project, short) for project in memo.projects])
        self._keys = [text_to_keys(project.project) for project in memo.projects]
        often = Counter(key for name in self._keys for key in name)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._telling = {key for key, count in often.items() if count == 1}
        for number, name in enumerate(self._keys):
            for key in name:
                self._by_key[key].append(number)

    def named(self, text: str) -> frozenset[int]:
        return frozenset(key for _, key in find_names(f" {fold_name(text)} ", self._index))

    def meant(self, keys: frozenset[str]) -> frozenset[int]:
        shared = Counter(number for key in keys for number in self._by_key.get(key, ()))
        own = Counter(number for key in keys & self._telling for number in self._by_key[key])
        fit = [number for number, count in shared.items() if count >= 2 and own[number]]
        return frozenset(fit) if len(fit) == 1 else frozenset()

    def headed(self, title: str) -> frozenset[int]:
        """Those under a heading: named or meant in it, or all its words are of one name ("Fire Station 7")."""
        found = self.of(title)
        keys = text_to_keys(title)
        if found or not keys or not keys & self._telling - COMMON:
            return found
        fit = [number for number, name in enumerate(self._keys) if keys <= name]
        return frozenset(fit) if len(fit) == 1 else frozenset()

    def of(self, text: str) -> frozenset[int]:
        return self.named(text) or self.meant(text_to_keys(text))


def _sentence_lines(memo: Memo, names: _Names) -> Iterator[Line]:
    blocks = memo.document.blocks
    for section in memo.sections:
        headed = names.headed(section.title) if section.title else frozenset()
        for block in blocks[section.first : section.last]:
            if block.kind not in ("heading", "table"):
                yield from _block_lines(block, memo, names, headed, section.title or None)
    if not memo.sections:
        for block in blocks:
            if block.kind not in ("heading", "table"):
                yield from _block_lines(block, memo, names, frozenset(), None)


def _block_lines(
    block: Block, memo: Memo, names: _Names, headed: frozenset[int], section: str | None
) -> Iterator[Line]:
    spans = split_sentences(block.text)
    around = text_to_keys(block.text) if len(spans) <= _LONGEST_PARAGRAPH else frozenset()
    whole = names.of(block.text) if around else frozenset()
    for start, end in spans:
        text = block.text[start:end]
        yield Line(
            text=text,
            keys=text_to_keys(text),
            around=around or text_to_keys(text),
            about=names.of(text) or headed or (whole if len(whole) == 1 else frozenset()),
            heading=title_to_heading(section),
            places=span_to_places(block, start, end, document=memo.document, memo=memo.id, section=section),
        )


def _cell_lines(memo: Memo, names: _Names) -> Iterator[Line]:
    for table in memo.document.tables:
        for number in range(table.header_rows, table.rows):
            row = table.row(number)
            text = " ; ".join(cell.text for cell in row)
            sentences = [
                cell.text[start:end]
                for cell in row
                for start, end in split_sentences(cell.text)
                if len(cell.text[start:end].split()) >= _FEWEST_WORDS
            ]
            if not sentences:
                continue
            about, around = names.named(text), text_to_keys(text)
            words = tuple(word for cell in row for word in cell.words)
            places = words_to_places(words, document=memo.document, memo=memo.id, section=table.title)
            for sentence in sentences:
                yield Line(text=sentence, keys=text_to_keys(sentence), around=around, about=about, places=places)
