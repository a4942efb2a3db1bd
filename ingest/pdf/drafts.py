"""Lines in reading order -> drafts of blocks: which lines belong to one paragraph, item, heading or label.

What speaks for a new block: a wider step to the next line, another size or weight, a list sign, a label, an indent, or
a line that was broken although the next word had room on it. What runs over the end of a column or page is joined.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.pdf.line import Line, PdfWord
from ingest.pdf.markers import follows, is_bullet, list_marker, marks_in, opens_note
from ingest.pdf.segments import LABEL, starts_with_label
from ingest.pdf.text import Piece, line_pieces

Stretch = list[Line]
"""The lines of one column, or of what runs over the full width."""

_WIDER = 1.22
"""A step this much wider than the usual one begins a new block."""
_USUAL = 1.2
"""The usual step in units of the type size, where the document does not tell."""
_HANGING_STEP = 2.1
"""Under a label's value lines may stand further apart, in units of the type size."""
_TABULAR = 2.0
_INDENT = 0.8
_SLACK = 0.6
_ENDS = re.compile(r"""[.!?:;]["'”’)\]]*$""")


@dataclass(slots=True)
class Draft:
    """Lines of one block. ``breaks`` holds the places (line numbers) before which the author broke the line."""

    lines: list[Line]
    marker: str | None = None
    marker_words: int = 0
    breaks: set[int] = field(default_factory=set)
    label: bool = False
    note: bool = False
    """A raised sign opens it: a note beneath a table or picture."""

    @property
    def table(self) -> int | None:
        return self.lines[0].table

    @property
    def text_x0(self) -> float:
        """Where the block's text begins, behind its sign."""
        return self.lines[0].words[self.marker_words].x0

    @property
    def words(self) -> list[PdfWord]:
        return [word for line in self.lines for word in line.words][self.marker_words :]

    def pieces(self, *, with_marker: bool = False) -> Iterable[Piece]:
        for number, line in enumerate(self.lines):
            words = line.words if number or with_marker else line.words[self.marker_words :]
            gap = "" if number == 0 else "\n" if number in self.breaks else None
            yield from line_pieces(words, first_gap=gap)


def usual_steps(stretches: Sequence[Stretch]) -> dict[float, float]:
    """For each type size the commonest step below a line that ran full: there the text goes on.

    Where hardly any line is full, the narrowest step that is common: the wider ones part paragraphs.
    """
    full: dict[float, Counter[float]] = {}
    every: dict[float, Counter[float]] = {}
    for stretch in stretches:
        for before, line in itertools.pairwise(stretch):
            step = line.baseline - before.baseline
            if line.size == before.size and line.table is None and 0.9 * line.size < step < 2.6 * line.size:
                every.setdefault(line.size, Counter())[round(step * 2) / 2] += 1
                if before.x1 + line.words[0].x1 - line.x0 > before.limit:
                    full.setdefault(line.size, Counter())[round(step * 2) / 2] += 1
    narrowest = {size: _narrowest_common(counts) for size, counts in every.items()}
    commonest = {
        size: max(counts, key=lambda s: (counts[s], -s)) for size, counts in full.items() if counts.total() > 2
    }
    return narrowest | commonest


def _narrowest_common(counts: Counter[float]) -> float:
    most = max(counts.values())
    return min(step for step, count in counts.items() if count >= 0.25 * most)


def stretch_to_drafts(stretch: Stretch, *, steps: Mapping[float, float]) -> list[Draft]:
    drafts: list[Draft] = []
    for line in stretch:
        draft = drafts[-1] if drafts else None
        marker = list_marker(line.words) if line.chart is None else None
        if draft is not None and _continues(draft, line, marker, steps=steps):
            if line.chart is not None or _has_room(draft, line):
                draft.breaks.add(len(draft.lines))
            draft.lines.append(line)
        else:
            drafts.append(_line_to_draft(line, marker))
    return drafts


def _line_to_draft(line: Line, marker: tuple[str, int] | None) -> Draft:
    if opens_note(line):
        return Draft(lines=[line], marker=marks_in(line.words[0])[0], marker_words=1, note=True)
    sign, count = marker or (None, 0)
    label = starts_with_label(line.words[count:])
    return Draft(lines=[line], marker=sign, marker_words=count, label=label)


def _continues(draft: Draft, line: Line, marker: tuple[str, int] | None, *, steps: Mapping[float, float]) -> bool:
    last = draft.lines[-1]
    if line.table is not None or draft.table is not None or opens_note(line):
        return False
    if line.chart is not None or last.chart is not None:
        return line.chart == last.chart
    if line.goes_on or _hangs_below(draft, line):
        return True
    step = line.baseline - last.baseline
    if not 0.5 * line.size < step <= _WIDER * steps.get(last.size, _USUAL * last.size):
        return False
    if abs(line.size - last.size) > 0.08 * last.size or line.x1 < last.x0 or line.x0 > last.x1:
        return False
    if is_tabular(line) or is_tabular(last):
        return False
    room = _has_room(draft, line)
    if marker and _opens_item(draft, line, marker[0], room=room):
        return False
    if _opens_label(draft, line, room=room):
        return False
    if _style_breaks(draft, line, room=room) or _indent_breaks(draft, line, room=room):
        return False
    return not room or not _ENDS.search(last.text) or draft.label


def is_tabular(line: Line) -> bool:
    """A wide gap inside, other than behind a sign or a label: the row of a table or chart, and a block of its own."""
    return any(
        word.x0 - before.x1 > _TABULAR * word.size and not before.text.endswith(":")
        for before, word in itertools.pairwise(line.words[1:])
    ) or (line.words[-1].x0 - line.words[0].x1 > _TABULAR * line.size and len(line.words) == 2 and _is_figure(line))


def _is_figure(line: Line) -> bool:
    return any(char.isdigit() for char in line.words[-1].text)


def _has_room(draft: Draft, line: Line) -> bool:
    """Whether the next line's first word would have fitted on the last one: the break was meant.

    A line that goes on with a small letter was not broken on purpose.
    """
    last = draft.lines[-1]
    first = line.words[0]
    width = sum(word.x1 - word.x0 for word in _whole_word(line.words))
    edge = _measure(draft)
    slack = max(_SLACK * first.size, 0.04 * (edge - draft.lines[0].x0))
    if last.text.endswith("___"):
        return True
    return not first.text[0].islower() and last.x1 + 0.3 * first.size + width < edge - slack


def _whole_word(words: Sequence[PdfWord]) -> list[PdfWord]:
    count = 1
    while count < len(words) and words[count].glued:
        count += 1
    return list(words[:count])


def _measure(draft: Draft) -> float:
    """The right edge the block's lines run to: the column's, or a nearer one if its own full lines show it."""
    prose = [line for line in draft.lines if len(line.words) >= 6]
    if len(prose) >= 3 and len(prose) == len(draft.lines):
        return max(line.x1 for line in prose)
    return draft.lines[-1].limit


def _opens_item(draft: Draft, line: Line, marker: str, *, room: bool) -> bool:
    """A sign in the middle of a sentence (``on May`` / ``5. The``) opens nothing."""
    if is_bullet(marker) or follows(marker, draft.marker):
        return True
    flush = abs(line.x0 - draft.lines[-1].x0) < 0.5 * line.size
    return room or not flush or bool(_ENDS.search(draft.lines[-1].text))


def _opens_label(draft: Draft, line: Line, *, room: bool) -> bool:
    """A label opens a block, unless it is plain text in the middle of a paragraph (``welded.`` / ``Target: May.``)."""
    if (room or draft.label) and LABEL.match(line.text):
        return True
    return starts_with_label(line.words) and line.words[0].bold and not draft.lines[-1].words[-1].bold


def _style_breaks(draft: Draft, line: Line, *, room: bool) -> bool:
    """A line all in bold (or italics) ends where the next begins otherwise, unless it only ran full."""
    last = draft.lines[-1]
    for before, after in ((last.bold, line.bold), (last.italic, line.italic)):
        whole = before and all(_same(other, last) for other in draft.lines)
        if before != after and (room or (whole and _first_differs(last, line)) or (after and room)):
            return whole or room
    return last.caps != line.caps and room


def _same(line: Line, other: Line) -> bool:
    return (line.bold, line.italic) == (other.bold, other.italic)


def _first_differs(last: Line, line: Line) -> bool:
    end, start = last.body[-1], line.body[0]
    return (end.bold, end.italic) != (start.bold, start.italic) and _ENDS.search(last.text) is None


def _indent_breaks(draft: Draft, line: Line, *, room: bool) -> bool:
    """Text that steps in after a full paragraph, or back out of an item, is a new block."""
    slack = _INDENT * line.size
    left = draft.text_x0 if len(draft.lines) == 1 else draft.lines[-1].x0
    if abs(_centre(draft.lines[-1]) - _centre(line)) < 2 and abs(line.x0 - draft.lines[-1].x0) > slack:
        return False
    if draft.marker is not None:
        return line.x0 < draft.lines[0].x0 - slack or (line.x0 < draft.text_x0 - slack and room)
    if draft.label:
        flush = line.x0 < draft.lines[0].x0 + slack
        return line.x0 < draft.lines[0].x0 - slack or (flush and room and not _goes_on_below(draft, line))
    if line.x0 > left + slack:
        return len(draft.lines) > 1 or room
    return line.x0 < left - slack and len(draft.lines) > 1


def _goes_on_below(draft: Draft, line: Line) -> bool:
    """A label's value may go on flush with the label: ``TO: HONORABLE MAYOR`` / ``AND CITY COUNCIL``."""
    last = draft.lines[-1]
    return len(line.words) <= 6 and (last.caps, last.words[-1].bold) == (line.caps, line.bold)


def _hangs_below(draft: Draft, line: Line) -> bool:
    """The next line of a label's value, under the value and not under the label, whatever the step between lines."""
    last = draft.lines[-1]
    words = draft.lines[0].words
    start = next((n + 1 for n, word in enumerate(words[:-1]) if word.text.endswith(":")), None)
    if not draft.label or start is None or abs(line.x0 - words[start].x0) > 2:
        return False
    step = (line.baseline - last.baseline) / line.size
    clear = line.x0 - words[0].x0 > 2 * line.size
    same = abs(line.size - last.size) < 1 and line.words[0].bold == last.words[-1].bold
    return clear and same and 0.5 < step < _HANGING_STEP and not LABEL.match(line.text)


def _centre(line: Line) -> float:
    return (line.x0 + line.x1) / 2


def join_over_breaks(stretches: Sequence[Sequence[Draft]]) -> list[Draft]:
    """All drafts in order; the first of a column continues a text before it where the sentence runs on."""
    drafts: list[Draft] = []
    for stretch in stretches:
        rest = list(stretch)
        first = next((draft for draft in rest[:2] if draft.table is None), None)
        before = None if first is None else _continued(drafts, first)
        if before is not None and first is not None:
            before.lines += first.lines
            rest.remove(first)
        drafts += rest
    return drafts


def _continued(drafts: Sequence[Draft], first: Draft) -> Draft | None:
    """The text that ``first`` goes on with: the last one, or one above a table or picture with its caption."""
    near = [draft for draft in reversed(drafts[-4:]) if draft.table is None]
    for number, draft in enumerate(near):
        if _runs_on(draft, first) and (number == 0 or first.lines[0].text[:1].islower()):
            return draft
    return None


def _runs_on(before: Draft, first: Draft) -> bool:
    last, line = before.lines[-1], first.lines[0]
    if first.marker is not None or first.label or abs(last.size - line.size) > 0.08 * last.size:
        return False
    if last.bold != line.bold or last.italic != line.italic or last.caps != line.caps:
        return False
    opening = line.text.lstrip("\"'“‘(")[:1]
    if _ENDS.search(last.text):
        return opening.islower() or _hangs(before, first)
    return not _has_room(before, line) and (opening.islower() or not _stands_alone(before))


def _hangs(before: Draft, first: Draft) -> bool:
    """The rest of an item that is indented as the item's text is, deeper than the item's sign."""
    same = abs(first.lines[0].x0 - before.text_x0) < 3
    return before.marker is not None and same and before.text_x0 - before.lines[0].x0 > 3


def _stands_alone(draft: Draft) -> bool:
    """One short line, as headings and labels are."""
    return len(draft.lines) == 1 and len(draft.words) < 6
