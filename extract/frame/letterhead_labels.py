"""The labels of a memo's head, and a line of it -> the labelled fields on that line.

A label that merely looks like one (``HEARING DATE:`` for the memo's date) is read as "other": it ends the value before
it and fills no field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.frame.committee_names import names_body
from extract.frame.front_lines import Line, cut_line
from extract.frame.wrapped_labels import join_wrapped_labels
from extract.language.dates import PeriodSpan, find_periods

Field = Literal["to", "from_", "prepared", "subject", "date", "day", "meeting", "approved", "approved_by", "district",
                "contact", "reference", "other"]  # fmt: skip

_BODIES = (
    r"(?:city|town|village|regional|county|regular|special|ordinary|council|committee|board|commission|cabinet|"
    r"executive)"
)
_NUMBER = r"(?:no\.?|nos\.?|number|num\.?|\#|id)"
# Longer labels come before those they contain.
_LABELS: tuple[tuple[Field, str], ...] = (
    ("meeting", rf"(?:{_BODIES}\s){{0,2}}(?:meeting|agenda)\sdate|date\sof\s(?:the\s)?(?:{_BODIES}\s){{0,2}}meeting|"
                rf"(?:for\s(?:the\s)?)?(?:{_BODIES}\s){{0,2}}meeting\s(?:of|on)|for\sthe\smeeting|"
                rf"(?:{_BODIES}\s){{0,2}}meeting"),
    ("other", r"(?:hearing|due|effective|start|end|completion|revised|revision|publication|posted|event|received|"
              r"expiration|closing|release|submittal|reply|response|review|decision|implementation)\sdate|"
              r"(?:service|programme|program|focus|subject|policy|business|functional|portfolio|priority)\sareas?"),
    ("approved", r"(?:date\sapproved|approval\sdate|approved\son)"),
    ("approved_by", r"approved\s(?:for\s\w+\s)?by|approval"),
    ("approved", r"approved"),
    ("district", r"(?:council\s|supervisorial\s|affected\s|electoral\s)?(?:district|ward)(?:\(s\)|s)?"
                 r"(?:\s(?:affected|involved|concerned))?|(?:affected\s|electoral\s)divisions?(?:\(s\))?|"
                 r"(?:electoral\s)?division(?:\(s\)|s)?\s(?:affected|involved)|electoral\sdivision(?:\(s\)|s)?|"
                 r"divisions|division\(s\)|(?:local\s|affected\s)?area(?:\(s\)|s)?(?:\saffected)?"),
    ("contact", r"(?:staff\s|project\s|officer\s|lead\s)?contact(?:\sperson|\sinformation|\sofficer)?"),
    ("date", r"date\sof\s(?:the\s|this\s)?(?:report|memo(?:randum)?)|date\s(?:issued|prepared|written|submitted)|"
             r"(?:memo(?:randum)?\s|report\s|issue\s)?date|dated"),
    ("reference", rf"(?:(?:staff\s|council\s|committee\s)?report|memo|file|document|record|matter|legistar|"
                  rf"reference|ref\.?)\s?{_NUMBER}|(?:report|file|our)\sref(?:erence|\.)?|file|reference|ref\.?|"
                  rf"(?:agenda\s)?item(?:\s?{_NUMBER})?"),
    ("to", r"to|memo(?:randum)?\sto|report(?:ing)?\sto|report\sfor|committee|decision(?:\s|-)maker"),
    ("from_", r"from|submitted\sby|report\s(?:from|of|by)|"
              r"(?:lead|responsible|reporting|accountable)\sofficer(?:\(s\))?"),
    ("prepared", r"(?:report\s)?(?:prepared|written|drafted)\sby|(?:report\s)?author(?:\(s\)|s)?|report\swriter"),
    ("other", r"(?:reviewed|presented|requested|initiated|endorsed|authori[sz]ed)\sby|cc|bcc|via|through|thru|attn|"
              r"attention|agenda|department|division|directorate|attachments?|enclosures?|appendices|phone|telephone|"
              r"e-?mail|ceqa|type|presenter|action|purpose|status|detail|(?:key\s)?decision|portfolio(?:\sholder)?|"
              r"(?:cabinet|executive|lead)\s(?:member|councillor)"),
    ("subject", r"subject(?:\smatter)?|subj\.?|regarding|re|title\sof\s(?:the\s)?report|"
                r"(?:agenda\s|report\s)?title|topic"),
)  # fmt: skip
_NAMES = tuple(field for field, _ in _LABELS)
_ANY = "|".join(f"(?P<f{number}>{pattern})" for number, (_, pattern) in enumerate(_LABELS)).replace(r"\s", r"[^\S\t]")
_LABEL = re.compile(
    rf"(?:^|(?<=[\t\s|]))(?:{_ANY})(?:\s{{0,2}}(?P<colon>:)|(?=\t)|(?=\s|$)|(?<=\#)(?=\d))", re.IGNORECASE
)
# Words that head many other things: labels only with a colon or in a cell of their own, at the start of a line.
_COMMON = re.compile(r"meeting|committee|areas?|divisions?|item|file|reference|report for", re.IGNORECASE)
_OWN_DATE = re.compile(r"report|memo|issue|prepared|written|submitted", re.IGNORECASE)
_AGENDA_ITEM = re.compile(r"(?:agenda\s)?item", re.IGNORECASE)
_STAMP_REST = re.compile(r"\s{0,3}(?:$|by\b|date\b|on\b|\d|[A-Z][a-z]{2,8}\.?\s\d|_|/s/)", re.IGNORECASE)
_NUMBERED = re.compile(r"\s{0,2}(?=[\w./-]{0,30}\d)[\w./-]{1,30}(?=$|\t|\s[A-Z][\w ]{1,30}:)")
_NUMBER_WORD = re.compile(r"(?:no\.?|number|\#)$", re.IGNORECASE)
_ALONE = frozenset(("approved", "approved_by", "date", "day", "reference", "meeting"))
"""Fields whose label counts without a sign and alone: what follows it tells."""
_LABEL_GAP = 9.0
"""Points: wider than a space, even in a justified line of a letterhead's type."""
_LONGEST_TITLE = 14
_REPORT_TO = re.compile(
    r"^(?:(?:staff|officers?|information|progress|joint|monitoring)\s)?(?:report|memorandum|memo|briefing(?:\snote)?)"
    r"\sto(?=\s)",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(r"^(?:joint\s)?report\s(?:of|by|from)(?=\s)", re.IGNORECASE)
_ITEM_AFTER = re.compile(r"[\s,–—-]{0,3}(?P<item>(?:agenda\s)?item(?:\sno\.?)?)(?=\s[\w.]{1,8}$)", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:director|officer|head|manager|chief|executive|treasurer|clerk|secretary|solicitor|administrator)\b",
    re.IGNORECASE,
)
_GATHERING = re.compile(r"\b(?:meeting|session|sitting)\b", re.IGNORECASE)
_LOWER_WORD = re.compile(
    r"(?<![\w'’])(?!(?:a|an|and|at|by|for|held|in|meeting|of|on|session|the|to|am|pm|p\.m|a\.m)\b)[a-z][a-z]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """``line.text[label:start]`` is the label, ``[start:end]`` its value there; ``sure`` if a sign parts them."""

    field: Field
    line: Line
    label: int
    start: int
    end: int
    sure: bool
    bare: bool = False
    """It has no label of its own: a line of the title, or a date that stands alone."""

    @property
    def value(self) -> str:
        return self.line.text[self.start : self.end].strip(" \t|")

    @property
    def label_text(self) -> str:
        return self.line.text[self.label : self.start].rstrip(" :")

    @property
    def numbers_an_agenda(self) -> bool:
        return self.field == "reference" and _AGENDA_ITEM.match(self.label_text) is not None

    @property
    def dates_the_report(self) -> bool:
        """``Report date`` says more than ``Date``, which may be the meeting's."""
        return self.field == "date" and _OWN_DATE.search(self.label_text) is not None


def line_to_fields(line: Line) -> list[Labelled]:
    """``TO: City Council  FROM: R. Vale`` -> two fields; ``DATE<tab>May 4, 2027`` one; a line of prose none."""
    matches = list(_LABEL.finditer(line.text))
    found = matches if _only_labels(matches, line.text) else [match for match in matches if _is_label(match, line)]
    if line.heading:  # the memo's own headings: PURPOSE, ATTACHMENTS
        found = [match for match in found if match.group("colon") or _field(match) != "other"]
    found = _same_style(found)
    if not found:
        return line_to_title_fields(line)
    ends = [match.start() for match in found[1:]] + [len(line.text)]
    return [_labelled(match, line, end) for match, end in zip(found, ends, strict=True)]


def _labelled(match: re.Match[str], line: Line, end: int) -> Labelled:
    field, start = _field(match), match.end()
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


def line_to_title_fields(line: Line) -> list[Labelled]:
    """Lines of a title that say what labels say elsewhere: ``Report to the Parks Committee``, ``Report of the Clerk``,
    ``Regular Council Meeting - May 4, 2027``, ``May 4, 2027``. A sentence is none of them."""
    text = line.text
    days = [span for span in find_periods(text) if span.period.first == span.period.last is not None]
    if len(text.split()) > _LONGEST_TITLE or text.rstrip().endswith(".") or len(days) > 1 or "\t" in text:
        return []
    head = (text[: days[0].start] if days else text).rstrip(" ,–—-|(")
    to, by = _REPORT_TO.match(head), _REPORT_OF.match(head)
    dated = [_title_field("day", line, days[0].start, days[0].start, days[0].end)] if days else []
    if _LOWER_WORD.search(_without_day(text, days)):
        return []
    if to and names_body(head[to.end() :]):
        return [_title_field("to", line, 0, to.end(), len(head)), *dated]
    if by and _OFFICE.search(head):
        return [_title_field("from_", line, 0, by.end(), len(head)), *dated]
    if days and head and (_GATHERING.search(head) or names_body(head)):
        item = _ITEM_AFTER.match(text, days[0].end)
        numbered = [_title_field("reference", line, item.start("item"), item.end(), len(text))] if item else []
        return [_title_field("meeting", line, 0, days[0].start, days[0].end), *numbered]
    return dated if days and not _without_day(text, days).strip() else []


def _title_field(field: Field, line: Line, label: int, start: int, end: int) -> Labelled:
    return Labelled(field=field, line=line, label=label, start=start, end=end, sure=True, bare=True)


def _without_day(text: str, days: list[PeriodSpan]) -> str:
    """The rest of a line without its day and the day of the week before it."""
    if not days:
        return text
    before = re.sub(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*$", "", text[: days[0].start])
    return f"{before} {text[days[0].end :]}"


def _field(match: re.Match[str]) -> Field:
    return next(_NAMES[n] for n in range(len(_NAMES)) if match.group(f"f{n}") is not None)


def _only_labels(matches: list[re.Match[str]], text: str) -> bool:
    """``Meeting Date  Prepared By``: two or more labels and no more, whose values stand below."""
    fields = {_field(match) for match in matches} - {"other"}
    capitals = all(match.group()[0].isupper() for match in matches)
    return len(fields) > 1 and len(fields) == len(matches) and capitals and not _LABEL.sub("", text).strip()


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
    field = _field(match)
    if match.group("colon"):
        if _COMMON.fullmatch(label):
            return starts
        return starts or (label[0].isupper() and (label.isupper() or label.lower() != "re"))
    if rest.startswith("\t"):
        return starts
    if starts and label[0].isupper() and (_is_bold(match, line) or _stands_apart(match, line)):
        return True
    if field == "reference":
        alone = not rest.strip() and _NUMBER_WORD.search(label) is not None
        return starts and label[0].isupper() and (alone or _NUMBERED.match(rest) is not None)
    if _COMMON.fullmatch(label):
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
    return text[fields[0].start - 1] == ":" and _COMMON.fullmatch(fields[0].label_text) is None


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
    match = _LABEL.fullmatch(text)
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
    found = [_LABEL.fullmatch(cell.strip()) for cell in cells]
    fields = {_field(match) for match in found if match} - {"other"}
    return all(found) and len(fields) > 1 and not any(_LABEL.fullmatch(cell.strip()) for cell in below)


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
