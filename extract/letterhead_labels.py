"""The labels of a memo's head, and a line of it -> the labelled fields on that line.

A label that merely looks like one (``HEARING DATE:`` for the memo's date) is read as "other": it ends the value before
it and fills no field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.front_lines import Line

Field = Literal["to", "from_", "subject", "date", "meeting", "approved", "approved_by", "district", "contact", "other"]

# Longer labels come before those they contain.
_LABELS: tuple[tuple[Field, str], ...] = (
    ("meeting", r"(?:(?:council|committee|board|commission)\s)?(?:meeting|agenda)\sdate|(?:date\sof|for\sthe)\smeeting|"
                r"(?:for\s(?:the\s)?)?meeting\sof"),
    ("other", r"(?:hearing|due|effective|start|end|completion|revised|revision|publication|posted|event|received|"
              r"expiration|closing|release|submittal|reply|response)\sdate"),
    ("approved", r"(?:date\sapproved|approval\sdate|approved\son)"),
    ("approved_by", r"approved\s(?:for\s\w+\s)?by|approval"),
    ("approved", r"approved"),
    ("district", r"(?:council\s|supervisorial\s|affected\s)?(?:district|ward)(?:\(s\)|s)?(?:\saffected)?"),
    ("contact", r"(?:staff\s|project\s)?contact(?:\sperson|\sinformation)?"),
    ("date", r"(?:memo(?:randum)?\s|report\s|issue\s)?date|dated|date\sissued"),
    ("to", r"to|memo(?:randum)?\sto|report\sto"),
    ("from_", r"from|submitted\sby|report\sfrom"),
    ("other", r"(?:prepared|reviewed|presented|written|requested|initiated)\sby|cc|bcc|via|through|thru|attn|attention|"
              r"(?:agenda\s)?item(?:\s(?:no\.?|number|\#))?|agenda|file(?:\s(?:no\.?|number|id|\#))?|department|division|"
              r"attachments?|enclosures?|phone|telephone|e-?mail|ceqa|type|presenter|reference|action|purpose|status"),
    ("subject", r"subject|subj\.?|regarding|re|(?:agenda\s|report\s)?title|topic"),
)  # fmt: skip
_NAMES = tuple(field for field, _ in _LABELS)
_ANY = "|".join(f"(?P<f{number}>{pattern})" for number, (_, pattern) in enumerate(_LABELS))
_LABEL = re.compile(rf"(?:^|(?<=[\t\s|]))(?:{_ANY})(?:\s{{0,2}}(?P<colon>:)|(?=\t)|(?=\s|$))", re.IGNORECASE)
_PREPARED = re.compile(r"prepared\sby", re.IGNORECASE)
_STAMP_REST = re.compile(r"\s{0,3}(?:$|by\b|date\b|on\b|\d|[A-Z][a-z]{2,8}\.?\s\d|_|/s/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """``line.text[label:start]`` is the label, ``[start:end]`` its value there; ``sure`` if a sign parts them."""

    field: Field
    line: Line
    label: int
    start: int
    end: int
    sure: bool
    prepared: bool = False

    @property
    def value(self) -> str:
        return self.line.text[self.start : self.end].strip(" \t|")


def line_to_fields(line: Line) -> list[Labelled]:
    """``TO: City Council  FROM: R. Vale`` -> two fields; ``DATE<tab>May 4, 2027`` one; a line of prose none."""
    found = [match for match in _LABEL.finditer(line.text) if _is_label(match, line.text)]
    if line.heading:  # the memo's own headings: PURPOSE, ATTACHMENTS
        found = [match for match in found if match.group("colon") or _field(match) != "other"]
    found = _same_style(found)
    if not found:
        return []
    ends = [match.start() for match in found[1:]] + [len(line.text)]
    return [_labelled(match, line, end) for match, end in zip(found, ends, strict=True)]


def _labelled(match: re.Match[str], line: Line, end: int) -> Labelled:
    colon = match.group("colon")
    return Labelled(
        field=_field(match),
        line=line,
        label=match.start(),
        start=match.end(),
        end=end,
        sure=bool(colon) or line.text[match.end() : match.end() + 1] in ("\t", ""),
        prepared=_PREPARED.match(match.group()) is not None,
    )


def _field(match: re.Match[str]) -> Field:
    return next(_NAMES[n] for n in range(len(_NAMES)) if match.group(f"f{n}") is not None)


def _is_label(match: re.Match[str], text: str) -> bool:
    label = match.group().rstrip(": ")
    rest = text[match.end() :]
    starts = not text[: match.start()].strip(" *|\t") or text[: match.start()].endswith("\t")
    field = _field(match)
    if match.group("colon"):
        return starts or (label[0].isupper() and (label.isupper() or label.lower() != "re"))
    if rest.startswith("\t"):
        return starts
    if field == "approved":
        return starts and label[0].isupper() and _STAMP_REST.match(rest) is not None
    if field == "approved_by":
        return starts and label[0].isupper() and bool(rest.strip())
    if field == "date":
        return label[0].isupper() and (not rest.strip() or rest.lstrip()[:1].isdigit() or (starts and label.isupper()))
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
    return bool(fields) and fields[0].label == 0 and fields[0].field != "other" and text[fields[0].start - 1] == ":"


def lines_to_fields(lines: list[Line]) -> Iterator[tuple[Line, list[Labelled]]]:
    """Each line with its fields. Labels without a sign count only where at least two different ones stand so."""
    read = [(line, line_to_fields(line)) for line in lines]
    unsure = {field.field for _, fields in read for field in fields if not field.sure}
    for line, fields in read:
        kept = [f for f in fields if f.sure or f.field in ("approved", "approved_by", "date") or len(unsure) > 1]
        yield line, kept
