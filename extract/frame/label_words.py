"""The labels of memos' heads, each with the field that it fills, and what is labelled by one."""

import re
from dataclasses import dataclass
from typing import Literal

from extract.frame.front_lines import Line

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
LABEL = re.compile(
    rf"(?:^|(?<=[\t\s|]))(?:{_ANY})(?:\s{{0,2}}(?P<colon>:)|(?=\t)|(?=\s|$)|(?<=\#)(?=\d))", re.IGNORECASE
)
# Words that head many other things: labels only with a colon or in a cell of their own, at the start of a line.
COMMON = re.compile(r"meeting|committee|areas?|divisions?|item|file|reference|report for", re.IGNORECASE)
_OWN_DATE = re.compile(r"report|memo|issue|prepared|written|submitted", re.IGNORECASE)
_AGENDA_ITEM = re.compile(r"(?:agenda\s)?item", re.IGNORECASE)


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


def label_to_field(match: re.Match[str]) -> Field:
    """Of a match of ``LABEL``."""
    return next(_NAMES[n] for n in range(len(_NAMES)) if match.group(f"f{n}") is not None)
