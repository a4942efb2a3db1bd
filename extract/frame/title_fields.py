"""Lines of a memo's title that say what labels say elsewhere: ``Report to the Parks Committee``, ``May 4, 2027``."""

import re

from extract.frame.committee_names import names_body
from extract.frame.front_lines import Line
from extract.frame.label_words import Field, Labelled
from extract.language.dates import PeriodSpan, find_periods

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
