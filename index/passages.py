"""A memo cut into passages that a reader understands each alone: what full text and vectors search.

A passage stays inside one section. A list keeps the sentence that opens it and a table its title, repeated where
they are divided; a footnote stands beside the sentence that bears its mark. No text of the memo is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from index.letterhead import letterhead_end
from index.sentences import SentenceReader
from records.document import Block
from records.memo import Memo, Section
from records.passage import Passage, Sentence

FEWEST, MOST = 60, 180
"""Words: a passage is closed at a paragraph's end from ``FEWEST`` on; no sentence is added beyond ``MOST``."""
RULES = "passages-1"
"""Raise the number when these rules change: libraries then cut and embed their memos again."""
TITLE_WORDS = 20
"""A line of so few words right above a table is taken for its title."""

Piece = tuple[tuple[str, ...], tuple[Sentence, ...]]
"""A trail and sentences: a passage that has no number yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sentences that belong together; ``lead`` opens every passage that holds some of them."""

    lead: tuple[Sentence, ...] = ()
    sentences: tuple[Sentence, ...]


def memo_to_passages(memo: Memo) -> tuple[Passage, ...]:
    pieces = [piece for piece in _memo_to_pieces(memo) if piece[1]]
    return tuple(
        Passage(
            id=passage_id(memo, number), memo=memo.id, sha256=memo.document.sha256, trail=trail, sentences=sentences
        )
        for number, (trail, sentences) in enumerate(pieces)
    )


def passage_id(memo: Memo, ordinal: int) -> str:
    return sha256(f"{memo.id}\n{memo.document.sha256}\n{ordinal}".encode()).hexdigest()[:32]


def passage_to_text(passage: Passage) -> str:
    """What is embedded: the headings say what a passage is about where its sentences do not."""
    return "\n".join(filter(None, (" / ".join(passage.trail), passage.text)))


def sentence_to_text(passage: Passage, sentence: Sentence) -> str:
    return "\n".join(filter(None, (*passage.trail[-1:], sentence.text)))


def _memo_to_pieces(memo: Memo) -> Iterator[Piece]:
    reader = SentenceReader(memo)
    body = letterhead_end(memo)
    yield (), tuple(line for number in range(body) for line in reader.lines(number))
    seen = set(range(body)) | reader.placed_footnotes
    for section in memo.sections:
        numbers = [number for number in range(section.first, section.last) if number not in seen]
        seen.update(numbers)
        yield from _section_to_pieces(section, numbers, memo, reader)
    outside = [number for number in range(len(memo.document.blocks)) if number not in seen]
    yield from (((), sentences) for sentences in groups_to_passages(_blocks_to_groups(outside, None, reader)))


def _section_to_pieces(section: Section, numbers: list[int], memo: Memo, reader: SentenceReader) -> Iterator[Piece]:
    """A section's heading is its passages' trail; one that nothing stands under is itself what the memo says."""
    text = [number for number in numbers if memo.document.blocks[number].kind != "heading"]
    if not text and not _has_parts(section, memo):
        text = numbers
    groups = _blocks_to_groups(text, section.title or None, reader)
    yield from ((section.trail, sentences) for sentences in groups_to_passages(groups))


def _has_parts(section: Section, memo: Memo) -> bool:
    depth = len(section.trail)
    return any(len(other.trail) > depth and other.trail[:depth] == section.trail for other in memo.sections)


def _blocks_to_groups(numbers: Sequence[int], title: str | None, reader: SentenceReader) -> list[Group]:
    """A list's items are one group, so are a table's rows; what opens them becomes their lead."""
    groups: list[Group] = []
    previous: Block | None = None
    for number in numbers:
        block, sentences = reader.document.blocks[number], reader.block(number, section=title)
        if not sentences:
            continue
        if previous is not None and _list_kind(block) == _list_kind(previous) is not None:
            groups[-1] = Group(lead=groups[-1].lead, sentences=groups[-1].sentences + sentences)
        elif previous is not None and _is_opened_by(block, previous, groups[-1]):
            groups[-1:] = _with_lead(groups[-1], sentences)
        else:
            groups.append(Group(sentences=sentences))
        previous = block
    return groups


def _list_kind(block: Block) -> str | None:
    """An item of a list, or a paragraph that opens with its title in bold: "**First year:** Nine ferries"."""
    if block.kind == "item":
        return "item"
    titles = [block.text[:end].rstrip() for start, end in block.bold if start == 0 and end < len(block.text)]
    return "titled" if block.kind == "paragraph" and any(title.endswith((":", ".")) for title in titles) else None


def _is_opened_by(block: Block, previous: Block, group: Group) -> bool:
    """A list by "The plan has three aims:", a table by a caption or a short line."""
    if previous.kind not in ("paragraph", "caption"):
        return False
    if _list_kind(block) == "titled":
        return previous.text.rstrip().endswith(":")
    title_like = previous.kind == "caption" or len(group.sentences[-1].text.split()) <= TITLE_WORDS
    return block.kind == "item" or (block.table is not None and title_like)


def _with_lead(opening: Group, sentences: tuple[Sentence, ...]) -> list[Group]:
    rest = opening.sentences[:-1]
    led = Group(lead=opening.sentences[-1:], sentences=sentences)
    return [Group(lead=opening.lead, sentences=rest), led] if rest else [led]


def groups_to_passages(groups: Sequence[Group]) -> list[tuple[Sentence, ...]]:
    """Fills passages with whole groups while they fit, else sentence by sentence with the lead repeated."""
    done: list[tuple[Sentence, ...]] = []
    current: tuple[Sentence, ...] = ()
    for group in groups:
        if current and (_words(current) >= FEWEST or _words(current + group.lead) > MOST):
            done.append(current)
            current = ()
        current += group.lead
        for sentence in group.sentences:
            if current and _words((*current, sentence)) > MOST and current != group.lead:
                done.append(current)
                current = group.lead
            current += (sentence,)
    return _with_tail(done, current)


def _with_tail(done: list[tuple[Sentence, ...]], tail: tuple[Sentence, ...]) -> list[tuple[Sentence, ...]]:
    """A section's last words join the passage before, if they are few and there is room."""
    if not tail:
        return done
    if done and _words(tail) < FEWEST and _words(done[-1] + tail) <= MOST and tail[0] not in done[-1]:
        return [*done[:-1], done[-1] + tail]
    return [*done, tail]


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)
