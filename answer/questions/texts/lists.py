"""Lists of a memo, whole: the sentence that opens one, its items, and the heading they stand under.

A list is given with all of its items or not at all. Where it would be too long to read as an answer, items that begin
with a label ("Outreach: ...") are given by their labels.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import stems
from records.document import Block, span_to_places
from records.memo import Memo, Section
from records.place import Place

_LABEL = re.compile(r"^([^:.;]{2,80}):\s")
_MOST_WORDS = 70
_LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFound:
    """``lead`` is the sentence before the items, "" where a heading opens them."""

    lead: str
    items: tuple[str, ...]
    labels: tuple[str, ...]
    trail: tuple[str, ...]
    places: tuple[Place, ...]

    def text(self) -> str:
        """The items, or their labels where all have one and the items are long."""
        whole = "; ".join(item.rstrip(" .;,") for item in self.items)
        if len(whole.split()) > _MOST_WORDS and len(self.labels) == len(self.items):
            whole = "; ".join(self.labels)
        return f"{whole}."

    @property
    def own(self) -> frozenset[str]:
        return stems(self.lead)


def memo_to_lists(memo: Memo) -> tuple[ListFound, ...]:
    """Every list of the memo in order: runs of items, and runs of paragraphs that begin with a label in bold."""
    return tuple(found for section in memo.sections for found in _section_lists(memo, section))


def _section_lists(memo: Memo, section: Section) -> Iterator[ListFound]:
    lead: Block | None = None
    run: list[Block] = []
    for block in (*memo.document.blocks[section.first : section.last], None):
        if block is not None and _is_item(block, lead, run):
            run.append(block)
            continue
        if len(run) >= 2:
            yield _list(memo, section, lead, run)
        if block is not None and block.kind == "footnote":
            continue
        lead, run = block, []


def _is_item(block: Block, lead: Block | None, run: list[Block]) -> bool:
    """A list item; a paragraph with a bold label in a run of such, or to make up the number that the lead gives."""
    if block.kind == "item":
        return True
    opened = bool(run) or (lead is not None and lead.text.rstrip().endswith(":"))
    if not opened or block.kind != "paragraph" or _bold_label(block) is None:
        return False
    return not any(other.kind == "item" for other in run) or len(run) + 1 in _numbers(lead)


def _numbers(lead: Block | None) -> frozenset[int]:
    return frozenset(int(s.value) for s in spans_of(lead.text, "count") if s.value is not None) if lead else frozenset()


def _label(block: Block) -> str | None:
    """What stands before an item's colon, or its opening words in bold: "Outreach: ...", "**Outreach.** ..."."""
    if found := _LABEL.match(block.text):
        return found.group(1)
    if block.bold and block.bold[0][0] == 0 and 0 < block.bold[0][1] <= min(_LONGEST_LABEL, len(block.text) - 1):
        return block.text[: block.bold[0][1]].rstrip(" .:")
    return None


def _bold_label(block: Block) -> str | None:
    """ "Year one" of a paragraph that begins with it in bold, followed by a colon."""
    found = _LABEL.match(block.text)
    if found is None or not block.bold or block.bold[0][0] != 0:
        return None
    return found.group(1) if block.bold[0][1] >= len(found.group(1)) else None


def _list(memo: Memo, section: Section, lead: Block | None, run: list[Block]) -> ListFound:
    opening = lead.text if lead is not None and lead.kind in ("paragraph", "heading", "caption") else ""
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", opening)
    blocks = [*([lead] if lead is not None and opening else []), *run]
    labels = tuple(label for block in run if (label := _label(block)) is not None)
    places = tuple(
        place
        for block in blocks
        for place in span_to_places(
            block, 0, len(block.text), document=memo.document, memo=memo.id, section=section.title or None
        )
    )
    return ListFound(
        lead=sentences[-1], items=tuple(" ".join(b.text.split()) for b in run), labels=labels, trail=section.trail,
        places=places,
    )  # fmt: skip
