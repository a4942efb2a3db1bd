"""A line of a memo's head -> the labelled fields on it.

A label that merely looks like one (``HEARING DATE:`` for the memo's date) is read as "other": it ends the value before
it and fills no field.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.frame.front_lines import Line, cut_line
from extract.frame.label_words import COMMON, LABEL, Labelled, label_to_field
from extract.frame.title_fields import line_to_title_fields
from extract.frame.wrapped_labels import join_wrapped_labels

_STAMP_REST = re.compile(r"\s{0,3}(?:$|by\b|date\b|on\b|\d|[A-Z][a-z]{2,8}\.?\s\d|_|/s/)", re.IGNORECASE)
_NUMBERED = re.compile(r"\s{0,2}(?=[\w./-]{0,30}\d)[\w./-]{1,30}(?=$|\t|\s[A-Z][\w ]{1,30}:)")
_NUMBER_WORD = re.compile(r"(?:no\.?|number|\#)$", re.IGNORECASE)
_ALONE = frozenset(("approved", "approved_by", "date", "day", "reference", "meeting"))
"""Fields whose label counts without a sign and alone: what follows it tells."""
_LABEL_GAP = 9.0
"""Points: wider than a space, even in a justified line of a letterhead's type."""


def line_to_fields(line: Line) -> list[Labelled]:
    """``TO: City Council  FROM: R. Vale`` -> two fields; ``DATE<tab>May 4, 2027`` one; a line of prose none."""
    matches = list(LABEL.finditer(line.text))
    found = matches if _only_labels(matches, line.text) else [match for match in matches if _is_label(match, line)]
    if line.heading:  # the memo's own headings: PURPOSE, ATTACHMENTS
        found = [match for match in found if match.group("colon") or label_to_field(match) != "other"]
    found = _same_style(found)
    if not found:
        return line_to_title_fields(line)
    ends = [match.start() for match in found[1:]] + [len(line.text)]
    return [_labelled(match, line, end) for match, end in zip(found, ends, strict=True)]


def _labelled(match: re.Match[str], line: Line, end: int) -> Labelled:
    field, start = label_to_field(match), match.end()
    value = len(line.text) - len(line.text[start:].lstrip(" \t"))
    cell_end = line.text.find("\t", value)  # only tables have tabs: a value ends with its cell
    return Labelled(
        field=field,
        line=line,
        label=match.start(),
        start=start,
        end=min(end, cell_end) if cell_end >= 0 else end,
        sure=bool(match.group("colon")) or line.text[start : start + 1] == "\t" or _is_bold(match, line),
    )


def _only_labels(matches: list[re.Match[str]], text: str) -> bool:
    """``Meeting Date  Prepared By``: two or more labels and no more, whose values stand below."""
    fields = {label_to_field(match) for match in matches} - {"other"}
    capitals = all(match.group()[0].isupper() for match in matches)
    return len(fields) > 1 and len(fields) == len(matches) and capitals and not LABEL.sub("", text).strip()


def _is_bold(match: re.Match[str], line: Line) -> bool:
    """A bold stretch that is the label and nothing else: ``**From** R. Vale``."""
    span = (match.start(), match.end())
    return any((first, last) in (span, (span[0], span[1] + 1)) for first, last in line.bold)


def _stands_apart(match: re.Match[str], line: Line) -> bool:
    """On a page, a gap wider than a space parts a label from its value."""
    before, after = line.between(match.start(), match.end()), line.between(match.end(), len(line.text))
    if not before or not after or before[-1].box is None or after[0].box is None:
        return False
    return before[-1].page == after[0].page and after[0].box[0] - before[-1].box[2] > _LABEL_GAP


def _is_label(match: re.Match[str], line: Line) -> bool:
    text = line.text
    label = match.group().rstrip(": ")
    rest = text[match.end() :]
    starts = not text[: match.start()].strip(" *|\t") or text[: match.start()].endswith("\t")
    field = label_to_field(match)
    if match.group("colon"):
        if COMMON.fullmatch(label):
            return starts
        return starts or (label[0].isupper() and (label.isupper() or label.lower() != "re"))
    if rest.startswith("\t"):
        return starts
    if starts and label[0].isupper() and (_is_bold(match, line) or _stands_apart(match, line)):
        return True
    if field == "reference":
        alone = not rest.strip() and _NUMBER_WORD.search(label) is not None
        return starts and label[0].isupper() and (alone or _NUMBERED.match(rest) is not None)
    if COMMON.fullmatch(label):
        return False
    if field == "approved":
        return starts and label[0].isupper() and _STAMP_REST.match(rest) is not None
    if field == "approved_by":
        return starts and label[0].isupper() and bool(rest.strip())
    if field == "date":
        return label[0].isupper() and (not rest.strip() or rest.lstrip()[:1].isdigit() or (starts and label.isupper()))
    if starts and not rest.strip() and label[0].isupper() and not text[: match.start()].strip():
        return True  # alone on its line: its value stands below, if other labels stand so too
    return starts and label.isupper() and len(text) < 120


def _same_style(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """In ``SUBJECT: New Release Date: Spring`` the second is part of the subject: it is not written like a label."""
    if not found or not found[0].group("colon"):
        return found
    capitals = found[0].group().isupper()
    return [match for match in found if match is found[0] or not capitals or match.group().isupper()]


def is_label_line(text: str) -> bool:
    """Whether ``text`` begins with a label of a memo's head and its sign: ``TO:``, ``FROM: R. Vale``."""
    fields = line_to_fields(Line(text=text, words=(), block=0))
    if not fields or fields[0].label != 0 or fields[0].field == "other" or fields[0].bare:
        return False
    return text[fields[0].start - 1] == ":" and COMMON.fullmatch(fields[0].label_text) is None


def lines_to_fields(lines: list[Line]) -> Iterator[tuple[Line, list[Labelled]]]:
    """Each line with its fields. Labels without a sign count only where at least two different ones stand so."""
    whole = list(join_wrapped_labels(lines, _is_whole_label))
    read = [(line, line_to_fields(line)) for line in stacked_to_pairs(whole)]
    unsure = {field.field for _, fields in read for field in fields if not field.sure}
    sure = {field.field for _, fields in read for field in fields if field.sure} - {"other", "subject"}
    for line, fields in read:
        # "SUBJECT" alone on its line, above its value, in a head whose other labels have signs.
        alone = len(sure) > 1 and len(fields) == 1 and fields[0].field == "subject" and not fields[0].value
        kept = [f for f in fields if f.sure or f.field in _ALONE or len(unsure) > 1 or alone]
        yield line, kept


def _is_whole_label(text: str) -> bool:
    """Of two words at least, with its colon."""
    match = LABEL.fullmatch(text)
    return match is not None and match["colon"] is not None and " " in text


def stacked_to_pairs(lines: list[Line]) -> Iterator[Line]:
    """A table's row of labels above its row of values -> a line for each label with its value; other lines stay."""
    taken = False
    for line, below in pairwise([*lines, Line(text="", words=(), block=-1)]):
        labels, values = line.text.split("\t"), below.text.split("\t")
        if taken:
            taken = False
        elif len(labels) == len(values) and line.block == below.block and _all_labels(labels, values):
            taken = True
            yield from (_pair(line, below, column) for column in range(len(labels)))
        else:
            yield line


def _all_labels(cells: list[str], below: list[str]) -> bool:
    """Every cell is a label and nothing else, two of them fill a field, and none stands in the row below."""
    found = [LABEL.fullmatch(cell.strip()) for cell in cells]
    fields = {label_to_field(match) for match in found if match} - {"other"}
    return all(found) and len(fields) > 1 and not any(LABEL.fullmatch(cell.strip()) for cell in below)


def _pair(above: Line, below: Line, column: int) -> Line:
    label, value = _cell(above, column), _cell(below, column)
    shift = len(label.text) + 1
    words = [replace(w, start=w.start + shift, end=w.end + shift) for w in value.words]
    words[:1] = [replace(w, lead=None) for w in words[:1]]
    return Line(text=f"{label.text}\t{value.text}", words=(*label.words, *words), block=above.block)


def _cell(line: Line, column: int) -> Line:
    cells = line.text.split("\t")
    start = sum(len(cell) + 1 for cell in cells[:column])
    return cut_line(cells[column], start, line.words, line.block)
