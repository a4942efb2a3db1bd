"""What a memo says, sentence by sentence, each with its place: for looking things up in the memo's own words.

Table rows are not sentences; what they hold is in the records. Nothing is interpreted here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answer.comparison.names import fold_name
from answer.questions.reading.words import word_set
from extract.language.sentences import split_sentences
from records.document import span_to_places
from records.memo import Memo, Section
from records.place import Place

_COMMON_HEADING_WORDS = word_set(
    "glance summary overview background discussion introduction highlights report update status purpose analysis "
    "results findings conclusion appendix attachment exhibit section recommendation information figures numbers "
    "context history year review progress dashboard snapshot memorandum memo"
)
_HEADING_FILLERS = word_set(
    "at a an and as by for from in of on our the this to executive annual general key main quarterly monthly "
    "current project projects program programs initiative initiatives portfolio ii iii iv vi vii viii ix"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """``folded`` is the sentence as ``" word word "``: lower case, no punctuation, for searching whole words.
    ``paragraph`` is the number of its block, -1 where it is none of the text's."""

    text: str
    folded: str
    section: str
    places: tuple[Place, ...]
    paragraph: int = -1


def memo_to_statements(memo: Memo) -> tuple[Statement, ...]:
    return tuple(
        statement for section in memo.sections or (_whole(memo),) for statement in _section_statements(memo, section)
    )


def is_common_heading(title: str) -> bool:
    """``At a Glance``, ``II. Executive Summary``, ``Appendix B``: a heading that says nothing of what is under it."""
    return not _COMMON_HEADING_WORDS.isdisjoint(fold_name(title).split()) and all(
        word in _COMMON_HEADING_WORDS or word in _HEADING_FILLERS or len(word) < 2 or word.isdigit()
        for word in fold_name(title).split()
    )


def find_names(folded: str, names: Mapping[str, int]) -> list[tuple[int, int]]:
    """``(position, key)`` of each name in ``folded``, first to last; a longer name hides a shorter one inside it.

    ``names`` maps folded names to keys.
    """
    found = []
    rest = folded
    for name in sorted((name for name in names if name in folded), key=len, reverse=True):
        wanted = f" {name} "
        at = rest.find(wanted)
        while at >= 0:
            found.append((at, names[name]))
            rest = rest[: at + 1] + "\0" * len(name) + rest[at + 1 + len(name) :]
            at = rest.find(wanted)
    return sorted(found)


def names_index(forms: Sequence[Sequence[str]]) -> dict[str, int]:
    """Folded names to positions, for ``find_names``; a form that two of them share names neither."""
    index: dict[str, int] = {}
    shared = set()
    for position, names in enumerate(forms):
        for name in dict.fromkeys(fold_name(form) for form in names):
            if index.get(name, position) != position:
                shared.add(name)
            index[name] = position
    return {name: position for name, position in index.items() if name and name not in shared}


def _whole(memo: Memo) -> Section:
    return Section(title="", level=0, page=1, trail=(), first=0, last=len(memo.document.blocks))


def _section_statements(memo: Memo, section: Section) -> Iterator[Statement]:
    for number in range(section.first, section.last):
        block = memo.document.blocks[number]
        if block.kind in ("heading", "table"):
            continue
        for start, end in split_sentences(block.text):
            text = block.text[start:end]
            yield Statement(
                text=text,
                folded=f" {fold_name(text)} ",
                section=section.title,
                places=span_to_places(
                    block, start, end, document=memo.document, memo=memo.id, section=section.title or None
                ),
                paragraph=number,
            )
