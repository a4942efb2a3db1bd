"""Two parts that every memo has, as records: what it recommends, and with whom it was coordinated.

They are read under their own headings; where no such heading stands, from sentences that say so ("Staff recommends
that ..."). Refused: what a body recommended earlier, and headings with nothing under them.
"""

import re
from collections.abc import Iterator

from extract.language.blanks import is_blank
from extract.statements import Context, context_to_statements, statement_to_places, trail_to_section
from records.document import Block, span_to_places
from records.memo import Remark, Section
from records.place import Place

_NUMBERING = r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[A-Z])[.):]?\s"
_RECOMMENDATION = re.compile(
    r"(?:(?:staff|officers?[’']?|officer[’']s|committee|council|executive|proposed|suggested)\s)?"
    r"(?:recommend(?:ation|ations|ed\s(?:action|actions|motion|motions|resolution|decision))|requested\saction|"
    r"action\s(?:requested|required|recommended)|proposed\s(?:motion|resolution)|draft\sresolution)(?:\(s\))?"
    r"(?:\s(?:and|&|/)\s[a-z ]{3,30}|\s?:)?",
    re.I,
)
_COORDINATION = re.compile(
    r"(?:interdepartmental\s|internal\s|public\s|staff\s|departmental\s)?(?:coordination|consultations?|concurrences?|"
    r"collaboration|reviewed\sby|reviews?\sand\sconcurrence)(?:\s(?:and|&|with)\s[a-z ]{3,30})?:?",
    re.I,
)
_ADVISES = re.compile(
    r"\b(?:(?:[Ss]taff|[Oo]fficers?|[Aa]dministration|[Dd]epartment|[Dd]irector|[Mm]anager|[Ww]e|[Ii]t\sis)\s"
    r"(?:therefore\s|further\s|respectfully\s|also\s)?(?:recommends?|recommended)\s(?:that|the|to|a|an|[a-z]+ing)\b)"
)
_COORDINATED = re.compile(
    r"\b(?:memo(?:randum)?|report|item|agenda\sreport|staff\sreport)\s(?:was|has\sbeen|is)\s"
    r"(?:(?:prepared|developed|written|drafted)\sin\s(?:coordination|consultation|collaboration)\swith|"
    r"(?:coordinated|discussed|shared)\swith|reviewed(?:\sand\sapproved)?\sby)\b",
    re.I,
)
_WITH = re.compile(r"\b(?:with|by)\s(?P<who>(?:the\s)?[A-Z][^.;:]{2,400})")
_BIG = r"[A-Z][\w’'&.-]{0,30}"
_OFFICE = re.compile(rf"(?:the\s)?(?P<name>{_BIG}(?:\s(?:(?:of|and|for|the|&)\s){{0,2}}{_BIG}){{0,8}})")
_SHARED_NOUN = re.compile(r"(?:Departments|Offices|Divisions|Directors|Managers|Committees|Commissions)$")
# Below these a memo is signed, and says whom to ask: that is no part of its last section.
_SIGNED = re.compile(
    r"(?:/s/|respectfully\s(?:submitted|yours)|sincerely|(?:submitted|prepared|approved|reviewed)\sby\b\s?:)", re.I
)
_ASKS = re.compile(r"\b(?:contact|questions|[ei]nquiries)\b.*(?:@|\d{3}|\bcontact\b)", re.I)
_MOST_WORDS = 400


def context_to_recommendations(context: Context) -> tuple[Remark, ...]:
    """ "Accept the report" under "Recommendation"; each item of a list is one of its own."""
    sections = [s for s in context.sections if _is_headed(s, _RECOMMENDATION)]
    headed = tuple(remark for s in sections for remark in _section_to_remarks(s, context))
    return headed or tuple(_sentences_to_remarks(_ADVISES, context))


def context_to_coordination(context: Context) -> tuple[Remark, ...]:
    """ "This memo was coordinated with the Harbor Office and the Clerk." and the two offices."""
    sections = [s for s in context.sections if _is_headed(s, _COORDINATION)]
    found = [remark for s in sections for remark in _section_to_remarks(s, context)]
    found = found or list(_sentences_to_remarks(_COORDINATED, context))
    return tuple(
        Remark(text=remark.text, parties=text_to_parties(remark.text), memo=remark.memo, places=remark.places)
        for remark in found
    )


def text_to_parties(text: str) -> tuple[str, ...]:
    """The offices of "coordinated with the City Attorney's Office and the Clerk"; none of "the Fire and Police
    Departments", where one word serves two names."""
    led = _WITH.search(text)
    if led is None or _SHARED_NOUN.search(led["who"].rstrip()):
        return ()
    parts = re.split(r",\s(?:and\s)?|\sand\s(?=the\s|[A-Z][\w’']{0,30}\s[A-Z])", led["who"].rstrip())
    names = [_OFFICE.fullmatch(part.strip()) for part in parts]
    return tuple(name["name"] for name in names if name) if all(names) else ()


def _is_headed(section: Section, pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(re.sub(_NUMBERING, "", title).strip()) for title in section.trail[-1:])


def _section_to_remarks(section: Section, context: Context) -> Iterator[Remark]:
    """One for each paragraph or item; an introduction that ends in a colon belongs to the items below it."""
    numbers = range(section.first + 1, section.last)
    blocks = [(n, context.document.blocks[n]) for n in numbers]
    intro: tuple[Place, ...] = ()
    for number, block in blocks:
        if _SIGNED.match(block.text):
            return
        if (
            _ASKS.search(block.text)
            or block.kind not in ("paragraph", "item")
            or len(block.text.split()) > _MOST_WORDS
            or is_blank(block.text)
        ):
            continue
        places = _block_places(block, number, context)
        if block.text.rstrip().endswith(":") and any(other.kind == "item" for n, other in blocks if n > number):
            intro = places
        else:
            yield Remark(text=_plain(block.text), memo=context.memo, places=(*places, *intro))


def _is_remark(block: Block) -> bool:
    told = block.kind in ("paragraph", "item") and not is_blank(block.text) and not _ASKS.search(block.text)
    return told and len(block.text.split()) <= _MOST_WORDS


def _plain(text: str) -> str:
    """Without the paragraph's number, and without what ties an item to the next."""
    text = re.sub(_NUMBERING, "", " ".join(text.split()))
    return re.sub(r"[;,]\s?(?:and|or)?$", "", text)


def _block_places(block: Block, number: int, context: Context) -> tuple[Place, ...]:
    section = trail_to_section(context.trail_of(number))
    return span_to_places(block, 0, len(block.text), document=context.document, memo=context.memo, section=section)


def _sentences_to_remarks(pattern: re.Pattern[str], context: Context) -> Iterator[Remark]:
    for statement in context_to_statements(context):
        if statement.block.kind != "footnote" and pattern.search(statement.text):
            yield Remark(
                text=" ".join(statement.text.split()),
                memo=context.memo,
                places=statement_to_places(statement, context),
            )
