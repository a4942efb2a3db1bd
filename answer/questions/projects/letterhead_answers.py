"""Answers what the letterhead itself says: to whom, from whom, about what, dated, approved, for which district.

Only questions about the memo as a whole are answered here. A question with any further subject ("When was the bridge
approved?") is left to others: every content word must belong to the asking or to the letterhead.
"""

import re
from datetime import date

from answer.questions.projects.head_line_answers import asks_missing_line, head_line_answer, special_line_answer
from answer.questions.reading.spans import SpanKind, spans_of
from answer.questions.reading.words import fold, stems
from answer.questions.reply import Case, answered
from records.answer import Answer
from records.memo import Letterhead
from records.place import Place

_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("reference", r"\b(?:report|file|item|reference|memo|memorandum|document|record)(?:['’]s)? "
r"(?:numbers?|no\.|id)(?!\w)"
r"|\breference\b|\b(?:what|which) number (?:does|is|was|has)\b.*\b(?:report|file|memo|memorandum|document)\b"),
        ("contact", r"\bcontact|\bquestions\b.*\b(?:to|about|directed|answer)|\b(?:write|turn|talk|speak) to\b"
r"|\breach(?:ed)?\b|\be-?mail\b|\bphone\b"),
        ("signed_by", r"\bsign(?:ed|s|atory|ature|er)?\b|\b(?:title|position|role|job)\b.*\b(?:author|signer"
r"|sender)\b"),
        ("approved_by", r"\b(?:who|whom|by whom)\b.*\bapprov"),
        ("approved", r"\bapprov"),
        ("meeting", r"\bmeeting\b|\bagenda\b|\bhear(?:d|ing)\b"),
        ("district", r"\bdistricts?\b"),
        ("subject", r"\bsubject\b|\btitled?\b|\btopic\b|\bre(?:garding)? line\b|\bwhat is (?:the|this) (?:memo"
r"|memorandum|report) about\b"),
        ("date", r"\bdated?\b|\bwhen (?:was|is)\b|\bhow (?:old|recent)\b|\bwhich (?:day|month|year)\b"),
        ("prepared_by", r"\b(?:author(?:s|ed)?|wrote|writ(?:es|er|ten)|prepar(?:ed|es|er)"
r"|draft(?:ed|s|er))\b(?! to\b)"),
        ("from_", r"\b(?:from|submit(?:ted|s)?|sen(?:t|ds) (?:the|this)|sender|issu(?:ed|es))\b(?! to\b)"),
        ("to", r"\baddress(?:ed|ee)|\b(?:sent|directed|written|submitted|presented|report(?:ed|s)?|goes?"
r"|went)\b.*\bto\b|\bto (?:whom|which|what)\b|\brecipient|\breceiv|\b(?:which"
r"|what) (?:committee|body|council|board|commission)\b"),
    )
)  # fmt: skip
_VOCABULARY = stems(
    """contact question direct reach email mail phone number person sign signatory signature signer title position role
    author sender approve approval meeting agenda heard hear council district subject topic line regarding about date
    dated day month year issue issued prepare prepared submit submitted write wrote written sent send address addressed
    addressee recipient receive committee body board commission city department letterhead heading header cover cite
    concern concerned affect apply carry bear turn talk speak
    draft drafted writer preparer file item reference record id bear carry
    project status update""".replace("\n", " ")
)
_STATEMENTS = {
    "to": "The memo is addressed to {}.",
    "from_": "The memo is from {}.",
    "subject": "The subject of the memo is {}.",
    "date": "The memo is dated {}.",
    "approved": "The memo was approved on {}.",
    "approved_by": "The memo was approved by {}.",
    "district": "The council district is {}.",
    "meeting": "The memo is for the meeting of {}.",
    "contact": "The contact is {}.",
    "signed_by": "The memo is signed by {}.",
    "prepared_by": "The memo was prepared by {}.",
    "reference": "The number of the memo is {}.",
}
_FIGURES_ONLY = re.compile(r"(?<!\d)\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)")
_ASKS_TITLE = re.compile(r"\b(?:title|position|role|job|who is)\b", re.IGNORECASE)
_ASKS_HOLDER = re.compile(r"who (?:is|was|serves as|acts as|holds)\b", re.IGNORECASE)
_TITLE_WORDS = stems("title position role job hold holds")
_ABOUT_MEMO = re.compile(
    r"\b(?:memo|memorandum|report|letter|document|letterhead|header|subject|recipient|addressee|council district|it)\b"
    r"|\b(?:file|reference|(?:agenda )?item) (?:number|no\.|id)"
    r"|\b(?:which|what) districts?\b|\b(?:contact|questions)\b",
    re.IGNORECASE,
)


def letterhead_answer(case: Case) -> Answer | None:
    """ "Who sent this memo?", "When was the report approved?", "Who had a copy?", "Which district is it for?" """
    if (special := special_line_answer(case)) is not None:
        return special
    if asks_missing_line(case):
        return None
    return _field_answer(case) or head_line_answer(case)


def _field_answer(case: Case) -> Answer | None:
    if (titled := _title_of_signer(case) or _holder_of_title(case)) is not None:
        return titled
    name = letterhead_field(case)
    if name is None or case.asked.operation == "elapsed":
        return None
    letterhead = case.memo.letterhead
    if name == "prepared_by" and letterhead.prepared_by is None:
        name = "from_"
    value = _value(letterhead, name)
    place = field_place(letterhead, name)
    if value is None or place is None or (case.asked.shape == "yes_no" and not _is_of(value, case)):
        return None
    if case.asked.shape in ("address", "phone"):
        return _address(case, value, place)
    text = _STATEMENTS[name].format(value) + _as_written(place)
    if case.asked.shape == "yes_no":
        text = f"Yes. {text}"
    return answered(case, text, [place], method="record", confidence=0.95, values=[value])


def _is_of(value: str, case: Case) -> bool:
    """A "yes" only where the field holds what the question names: "Is it from the Harbor Office?" """
    return all(term.stem in stems(value) for term in case.asked.terms if term.stem not in _VOCABULARY)


def _title_of_signer(case: Case) -> Answer | None:
    """ "What is Dana Ortiz's title?" where the memo is signed "Dana Ortiz, Harbor Master"."""
    for name in ("signed_by", "contact"):
        value, place = _with_title(case.memo.letterhead, name), field_place(case.memo.letterhead, name)
        if value is None or place is None or not _ASKS_TITLE.search(case.question.text):
            continue
        person = stems(value.split(",")[0])
        title = value.partition(",")[2].strip()
        if person and person & case.asked.stems and case.asked.stems <= person | _TITLE_WORDS and _is_title(title):
            return answered(case, value, [place], method="record", confidence=0.9, values=[title])
    return None


def _as_written(place: Place) -> str:
    """ " (Written 04/05/2031.)": which of two figures is the month shall be seen."""
    found = _FIGURES_ONLY.search(place.quote)
    return f" (Written {found.group()}.)" if found else ""


def _is_title(text: str) -> bool:
    """A telephone's number or an address after the name is no title."""
    return bool(text) and not re.search(r"\d|@", text)


def _holder_of_title(case: Case) -> Answer | None:
    """ "Who is the harbor master?" where the memo is signed "Dana Ortiz, Harbor Master"."""
    if not _ASKS_HOLDER.match(case.question.text):
        return None
    for name in ("signed_by", "from_", "contact"):
        value, place = _with_title(case.memo.letterhead, name), field_place(case.memo.letterhead, name)
        title = stems(value.partition(",")[2]) if value else frozenset()
        if value and place and len(case.asked.stems) > 1 and case.asked.stems <= title:
            return answered(case, value, [place], method="record", confidence=0.85, values=[value.split(",")[0]])
    return None


def _with_title(letterhead: Letterhead, name: str) -> str | None:
    """ "Dana Ortiz, Harbor Master" for the signer, who may be read with the title apart."""
    value: str | None = getattr(letterhead, name)
    if name == "signed_by" and value and letterhead.signer_title and letterhead.signer_title not in value:
        return f"{value}, {letterhead.signer_title}"
    return value


def letterhead_field(case: Case) -> str | None:
    """The letterhead field that the question asks for, if it asks for nothing else."""
    text = case.question.text
    if not _ABOUT_MEMO.search(text):
        return None
    letterhead = case.memo.letterhead
    allowed = _VOCABULARY | stems(" ".join(filter(None, (letterhead.body, letterhead.to, letterhead.subject))))
    allowed |= {str(letterhead.date.year)} if letterhead.date else frozenset()
    if any(term.stem not in allowed for term in case.asked.terms):
        return None
    found = next((name for name, pattern in _FIELDS if pattern.search(text)), None)
    if found == "date" and case.asked.shape not in ("date", "text", "yes_no"):
        return None
    return found if _fits(found, case) else None


def field_place(letterhead: Letterhead, name: str) -> Place | None:
    places = dict(letterhead.places)
    fallback = {"body": "to", "to": "body"}.get(name, name)
    return places.get(name) or places.get(fallback)


def written_date(day: date) -> str:
    """ "April 6, 2026", as memos write it."""
    return f"{day:%B} {day.day}, {day.year}"


def _fits(name: str | None, case: Case) -> bool:
    """A "when" needs a date and a "who" none, lest "Who approved it?" be answered with a day."""
    dates = ("date", "approved", "meeting")
    if case.asked.shape == "date":
        return name in dates
    if case.asked.shape in ("entity", "place"):
        return name not in dates
    return case.asked.shape not in ("count", "money", "percent", "duration", "reason")


def _value(letterhead: Letterhead, name: str) -> str | None:
    value = getattr(letterhead, name)
    if name == "to" and letterhead.body and fold(letterhead.body) == fold(str(value or letterhead.body)):
        value = letterhead.body
    if name == "from_" and letterhead.signed_by and value and fold(value) in fold(letterhead.signed_by):
        value = _with_title(letterhead, "signed_by")
    if name == "signed_by":
        value = _with_title(letterhead, name)
    if isinstance(value, date):
        return written_date(value)
    return " ".join(value.split()) if value else None


def _address(case: Case, value: str, place: Place) -> Answer | None:
    kinds: tuple[SpanKind, ...] = ("phone",) if case.asked.shape == "phone" else ("email", "url")
    found = spans_of(value, *kinds) or spans_of(place.quote, *kinds)
    if not found:
        return None
    return answered(case, f"{value}: {found[0].text}" if found[0].text not in value else value, [place],
                    method="record", confidence=0.9, values=[found[0].text])  # fmt: skip
