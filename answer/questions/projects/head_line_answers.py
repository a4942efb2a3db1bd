"""Answers from the labelled lines of a memo's sheet: who had a copy, what is attached, through whom it went.

Only questions about the sheet are answered: each of their words belongs to the asking, to a label or to what the lines
and the headings above the text say. "Which attachment holds the map?" gets the one line or part that names it. A part
of the sheet that is asked for and not there is not made up from its neighbours: ``asks_missing_line`` tells of it.
"""

import re
from collections.abc import Sequence

from answer.questions.projects.head_lines import HeadLine, Role, memo_to_head_lines
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, answered
from records.answer import Answer

_ASKED: tuple[tuple[Role, str], ...] = (
    ("copy", r"\bcc(?:['’]?d)?\b|\bcop(?:y|ies|ied)\b"),
    ("attachment", r"\b(?:attach(?:ed|ments?)|enclos(?:ed|ures?)|append(?:ed|ix|ices)|exhibits?|annex(?:ed|es)?)\b"
r"|\baccompan(?:y|ies|ied)\b"),
    ("via", r"\bthrough (?:whom|which|what|whose)\b|\brout(?:ed|ing)\b|\bvia (?:whom|which|what|line)\b"),
    ("reviewed", r"\bwho\b.*\b(?:review(?:ed|s)|check(?:ed|s)|look(?:ed|s)? (?:it |this |that )?over|went over)\b"
r"|\breview(?:er|ed by)\b"),
    ("period", r"\b(?:what|which) (?:time |reporting )?(?:period|months|span|stretch)\b|\breporting period\b"
r"|\bperiod covered\b"),
    ("action", r"\bactions? (?:is |are )?(?:asked|requested|sought|wanted)|\b(?:asked|requested|wanted) (?:of|to do)\b"
r"|\basked to\b"),
    ("sent", r"\b(?:transmitted|sent out|issued)\b|\bwhen was (?:the|this) (?:memo|memorandum|report|letter) sent\b"),
    ("approved", r"\bwho\b.*\bapproved|\bsigned off\b|\bapproved by\b|\bwhich\b.*\bapproved (?:it|the|this)\b"),
    ("subject", r"\babout\W*$|\bsubject\b|\btopic\b"),
    ("meeting", r"\bmeeting\b|\bhear\b|\bheard\b"),
    ("item", r"\b(?:agenda )?item (?:no\.?|number)(?!\w)|\bagenda item\b"),
    ("contact", r"\bcontact|\bquestions? (?:go|be|about)|\bwhom? (?:to |should|do|does|can)\b.*\b(?:call|ask|reach)"
r"|\binquir|\benquir"),
    ("prepared", r"\b(?:prepar\w+|wrote|written by|author(?:s|ed)?|draft\w+|compiled)\b"),
    ("to", r"\baddress(?:ed|ees?)\b|\brecipients?\b"),
    ("from", r"\bsubmitted|\bsender\b|\bpresented by\b"),
)  # fmt: skip
_ROLES_ASKED = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ASKED)
_NO_FIELD: tuple[Role, ...] = ("copy", "attachment", "via", "reviewed", "period", "action", "sent")
"""What the letterhead keeps no field for."""
_TALK = stems(
    """memo memorandum report letter document paper papers item line header letterhead heading sheet cover covers
    covered copy copies copied receive received besides cc attach attached attachment attachments enclosed
    enclosure enclosures append appended appendix appendices exhibit exhibits annex accompany accompanies
    include included list title titled through route routed via way review reviewed reviewer check checked look
    looked over period reporting time months span action requested request asked ask sought decide do transmit
    transmitted sent send issue issued approve approved sign signed off sender meeting date day hear heard
    agenda item number contact question questions person officer official inquiries inquiry call reach phone
    direct directed whom prepare prepared preparer write wrote written author authors draft drafted compile
    compiled address addressed addressee addressees recipient recipients submit submitted present presented name
    staff board committee council commission city department office location place held hello hi please
    responsible go went quarterly annual semiannual monthly status update progress second third fourth fifth
    first give given among named post got get gets""".replace("\n", " ")
)
_HEARS = re.compile(r"\bhear(?:s|d)?\b", re.IGNORECASE)
_ASKS_TITLED = re.compile(r"^who(?:['’]s)?\b|\bnamed?\b|^which\b.*\b(?:sign|wrote|chair)", re.IGNORECASE)
_ITEM = re.compile(r"(?:^|(?<=[;.,] )|(?<=· )|(?<= ))(?=\(?(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\)|[.,:]| [–—-])\s)")
_CHAPTER_WORDS = 12


def special_line_answer(case: Case) -> Answer | None:
    """ "Who got a copy?", "What is enclosed?", "Through whom was it routed?": what the letterhead has no field for."""
    role = _asked_role(case)
    if role == "meeting" and _HEARS.search(case.question.text):
        lines = [line for line in _lines(case, role) if "committee" in line.label.lower()]
        return _told(case, lines) if _is_of_the_sheet(case) else None
    if role not in _NO_FIELD or not _is_of_the_sheet(case):
        return None
    return _of_role(case, role)


def asks_missing_line(case: Case) -> bool:
    """Whether a part of the sheet is asked for that it does not have, and that no other part may stand in for."""
    role = _asked_role(case)
    return role in ("copy", "attachment", "via") and _is_of_the_sheet(case) and not _lines(case, role)


def head_line_answer(case: Case) -> Answer | None:
    """ "Who prepared it?", "Who is the lead member?" (a label of its own), "Who is the deputy harbor master?" """
    if not _is_of_the_sheet(case) or case.asked.shape in ("count", "money", "percent", "duration", "reason", "yes_no"):
        return None
    roles = (role for role, pattern in _ROLES_ASKED if pattern.search(case.question.text))
    by_role = next((found for role in roles if (found := _of_role(case, role)) is not None), None)
    return by_role or _of_own_label(case) or _of_title(case)


def _asked_role(case: Case) -> Role | None:
    if case.asked.shape in ("count", "money", "percent", "duration", "reason", "yes_no"):
        return None
    return next((role for role, pattern in _ROLES_ASKED if pattern.search(case.question.text)), None)


def _is_of_the_sheet(case: Case) -> bool:
    return all(covers(term.stem, _TALK | _on_the_sheet(case)) for term in case.asked.terms)


def _on_the_sheet(case: Case) -> frozenset[str]:
    memo = case.memo
    lines = (f"{line.label} {line.value}" for line in memo_to_head_lines(memo))
    above = (block.text for block in memo.document.blocks[:4] if len(block.text.split()) <= _CHAPTER_WORDS)
    day = memo.letterhead.date
    fields = (
        memo.letterhead.body,
        memo.letterhead.subject,
        memo.letterhead.from_,
        f"{day:%B} {day.day}" if day else "",
    )
    return stems(" ".join((*lines, *above, *filter(None, fields))))


def _lines(case: Case, role: Role) -> list[HeadLine]:
    return [line for line in memo_to_head_lines(case.memo) if line.role == role]


def _of_role(case: Case, role: Role) -> Answer | None:
    lines = [line for line in _lines(case, role) if _kind_fits(case, line)]
    beside = [term.stem for term in case.asked.terms if not covers(term.stem, _TALK)]
    if role == "attachment" and (one := _one_item(lines, beside)) is not None:
        return _told(case, [one[0]], one[1])
    return _told(case, lines)


def _one_item(lines: Sequence[HeadLine], beside: Sequence[str]) -> tuple[HeadLine, str] | None:
    """The one part of a list of attachments that holds all that the question says beside the asking."""
    parts = [(line, part.strip(" ;")) for line in lines for part in _ITEM.split(line.value) if part.strip(" ;")]
    fits = [(line, part) for line, part in parts if beside and all(covers(base, stems(part)) for base in beside)]
    return fits[0] if len(fits) == 1 else None


def _of_own_label(case: Case) -> Answer | None:
    """A label that the question names in full: "Lead member" in "Who is the lead member?" """
    lines = [
        line
        for line in memo_to_head_lines(case.memo)
        if (own := stems(line.label)) and own <= stems(case.asked.text) and _kind_fits(case, line)
    ]
    most = max((len(stems(line.label)) for line in lines), default=0)
    best = [line for line in lines if len(stems(line.label)) == most]
    return _told(case, best) if len({line.value for line in best}) == 1 else None


def _of_title(case: Case) -> Answer | None:
    """The one line whose value holds a title that the question names: "Dana Ortiz, Harbor Master"."""
    if not _ASKS_TITLED.search(case.question.text) or case.asked.shape == "date":
        return None
    lines = [line for line in memo_to_head_lines(case.memo) if line.role not in ("attachment", "meeting", "other")]
    asked = [term.stem for term in case.asked.terms]
    scored = [(sum(base in stems(line.value) for base in asked), line) for line in lines if _titled(line)]
    most = max((score for score, _ in scored), default=0)
    best = [line for score, line in scored if score == most]
    return _told(case, best) if most > 1 and len({line.value for line in best}) == 1 else None


def _titled(line: HeadLine) -> bool:
    return len(re.findall(r"\b[A-Z][\w'’-]+", line.value)) > 2


def _kind_fits(case: Case, line: HeadLine) -> bool:
    """A "when" wants a date and a "who" none."""
    dated = bool(spans_of(line.value, "date"))
    if case.asked.shape == "date":
        return dated
    if case.asked.shape == "phone":
        return bool(spans_of(line.value, "phone")) or "ext" in line.value
    if case.asked.shape == "address":
        return bool(spans_of(line.value, "email", "url"))
    return case.asked.shape != "entity" or not dated or line.role in ("attachment", "copy", "meeting")


def _told(case: Case, lines: Sequence[HeadLine], text: str | None = None) -> Answer | None:
    if not lines:
        return None
    values = list(dict.fromkeys(line.value for line in lines))
    label = lines[0].label
    said = text or " ".join(values) if not label or label in values[0] else f"{label}: {text or '; '.join(values)}"
    places = [place for line in lines for place in line.places]
    return answered(case, said, places, method="record", confidence=0.9, values=[text] if text else values)
