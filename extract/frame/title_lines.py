"""Title lines: what a plain text has for headings, a name on a line of its own above labelled lines or a paragraph.

"1. Pier Lift" above "The mast is late.", "Pier Lift" above "Status: Amber". Refused: one such line alone, lists
of names, and lines that read as a sentence.
"""

import re
from collections.abc import Sequence

from extract.frame.letterhead_labels import is_label_line
from extract.projects.field_lines import block_to_fields
from extract.projects.scope import could_name_project, heading_to_name, reads_as_name
from records.document import Block

_MOST_WORDS = 10
_FEWEST_WORDS_OF_PROSE = 5
_FEWEST = 2


def find_title_lines(blocks: Sequence[Block], *, after: int) -> tuple[int, ...]:
    """The indices of such lines from block ``after`` on, if two at least are of one kind."""
    found = tuple(n for n in range(after, len(blocks) - 1) if _stands_above(blocks, n))
    return found if len(found) >= _FEWEST else ()


def _stands_above(blocks: Sequence[Block], index: int) -> bool:
    if not _could_title(blocks[index]) or block_to_fields(blocks[index], index):
        return False
    return _tells_fields(blocks, index + 1) or (_is_numbered(blocks[index]) and _is_prose(blocks[index + 1]))


def _could_title(block: Block) -> bool:
    text = block.text
    if block.kind not in ("paragraph", "item") or "\n" in text or len(text.split()) > _MOST_WORDS:
        return False
    if re.search(r"[.,;:!?]$", text) or is_label_line(text):
        return False
    name = heading_to_name(text)[0]
    return could_name_project(name) and reads_as_name(name)


def _is_numbered(block: Block) -> bool:
    return bool(re.fullmatch(r"\(?(?:\d{1,2}|[A-Za-z])[.)]", block.marker or ""))


def _tells_fields(blocks: Sequence[Block], index: int) -> bool:
    """Whether "Status: ..." stands here, or the first of several labelled lines."""
    fields = [field for block in blocks[index : index + 2] for field in block_to_fields(block, index)]
    opens = bool(fields) and fields[0].start == 0 and fields[0].role != "project" and fields[0].block is blocks[index]
    return opens and (fields[0].role == "status" or len(fields) > 1)


def _is_prose(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text.split()) >= _FEWEST_WORDS_OF_PROSE
