"""One sentence -> the term that it defines: ``A capital project is one over $1 million.``

A sentence that uses a term without explaining it defines nothing: "The delay means that the hall opens in May".
"""

import re
from dataclasses import dataclass

_MEANING = r"(?P<meaning>.{3,600})$"
_QUOTED = r"[\"“][^\"”.;]{1,60}[,.]?[\"”]"
_BARE = r"[A-Z][\w-]*(?:\s(?!is\b|are\b|means\b)[\w-]+){0,4}?"
_HERE = (
    r"(?:(?:In|Throughout|For|Within)\s(?:the\spurposes?\sof\s)?(?:this|these|our)\s[\w\s]{3,30},?\s|"
    r"(?:As\sused\s)?[Hh]ere,?\s)"
)
_THINGS = r"(?:project|scheme|programme|program|initiative|item|work|task|milestone)"

_IS_DEFINED = re.compile(
    rf"^(?P<term>[\"“‘']?[A-Z][^.;:]{{1,80}}?)\s(?:is|are)\s(?:defined\sas|defined\sto\smean|understood\sto\smean)\s{_MEANING}",
    re.DOTALL,
)
_MEANS = re.compile(
    rf"^(?:{_HERE})?(?:(?:[Tt]he\s)?(?:[Tt]erm|[Ww]ord|[Pp]hrase|[Rr]ating|[Ss]tatus)\s)?"
    r"(?:The\s(?=[^.;]{1,80}\srefers\sto\s))?"
    rf"(?P<term>{_QUOTED}|(?:(?:An?\s)?[A-Z]|(?<=The\s)[a-z])[\w-]*(?:\s(?!the\b)[\w-]+){{0,5}})\s(?:means|refers\sto|stands\sfor)\s{_MEANING}",
    re.DOTALL,
)
# '"Budget" is the sum that the council approved', 'In this report, "late" is anything ...'.
_QUOTED_IS = re.compile(
    rf"^(?:{_HERE})?(?:the\s(?:term|word)\s)?(?P<term>{_QUOTED})\s(?:is|are|covers|includes|counts)\s"
    rf"(?P<meaning>(?:the|an?|any|all|those|what|every|each|only|work|money|time)\s.{{3,600}})$",
    re.DOTALL | re.IGNORECASE,
)
# 'A project that "needs attention" varies from plan by 5% and has a recovery plan.'
_THAT = re.compile(
    rf"^(?:An?|Any|Each|Every)\s(?:[a-z]+\s){{0,2}}{_THINGS}\s"
    rf"(?:that|which)\s(?:is\s)?(?P<term>[\"“][^\"”.;]{{3,40}}[,.]?[\"”])\s(?P<meaning>[a-z]+s\s.{{3,400}})$",
    re.DOTALL,
)
# "A major project is one with a budget of more than $2 million.", "Major projects are those that ..."
_IS_ONE = re.compile(
    rf"^(?:{_HERE})?(?:(?:an?|any)\s(?P<one>[a-z][\w-]*(?:\s[a-z][\w-]*){{0,4}}?)\sis\s|"
    rf"(?P<many>[a-z][\w-]*(?:\s[a-z][\w-]*){{0,4}}?)\sare\s)"
    r"(?P<meaning>(?(one)(?:one|any\s[\w\s]{3,40}?)|those)\s(?:with|that|which|whose|over|under|above|below|on|for|"
    r"costing|worth)\s.{3,400})$",
    re.DOTALL | re.IGNORECASE,
)
# "Occupancy is the share of stalls in use at noon.", "Response time is measured from the call to the arrival."
_IS_COUNTED = re.compile(
    rf"^(?P<term>{_BARE})\s(?:is|are)\s(?P<meaning>the\s(?:average\s|total\s|median\s|annual\s|daily\s|net\s)?(?:share|"
    r"number|percentage|proportion|ratio|time|period|count|amount|difference|sum|average|median)\s(?:of|from|between|"
    r"that|in|which|at|by|it)\b.{3,400})$",
    re.DOTALL,
)
_IS_MEASURED = re.compile(
    rf"^(?:The\s)?(?P<term>(?!The\b){_BARE}|(?<=The\s)[\w-]+(?:\s[\w-]+){{0,4}}?)\s(?:is|are)\s"
    r"(?P<meaning>(?:measured|calculated|computed|counted)\s(?:from|as|by|over|in|on|at|when|only)\b.{3,400})$",
    re.DOTALL,
)
# 'By "contingency" we mean money set aside.'
_WE_MEAN = re.compile(rf"^By\s(?P<term>{_QUOTED}),?\s(?:we|staff)\smeans?\s{_MEANING}", re.DOTALL)
# 'We call a project "late" once it has passed its date.', "A home is counted as complete when it has its certificate."
_CALLED = re.compile(
    r"^(?:(?:we|staff)\s(?:call|consider|regard|treat|count|describe)\s(?:an?|any|every)\s(?:[\w-]+\s){1,3}?|"
    r"(?:an?|any|every|each)\s(?:[\w-]+\s){1,3}?(?:is|are)\s(?:counted|regarded|treated|considered|called|deemed)\s)"
    rf"(?P<as>as\s)?(?P<term>{_QUOTED}|(?(as)[a-z-]{{3,20}}(?:\s[a-z-]{{2,15}}){{0,2}}?|"
    r"(?:complete|late|done|delayed|closed|open|active|overdue)))\s"
    r"(?P<meaning>(?:when|once|if|where|as\ssoon\sas)\s.{5,400})$",
    re.DOTALL | re.IGNORECASE,
)
# 'Throughout, the term "spend" covers invoices paid in the year.'
_TERM_COVERS = re.compile(
    rf"^(?:{_HERE}|Throughout,?\s)?[Tt]he\s(?:term|word|phrase)\s(?P<term>{_QUOTED})\s"
    rf"(?:covers|includes|is\sused\s(?:for|of|when)|stands\sfor|describes|is|means)\s{_MEANING}",
    re.DOTALL,
)
# '"Slipping" is used for projects whose finish has moved.'
_IS_USED = re.compile(rf"^(?P<term>{_QUOTED})\sis\sused\s(?:for|of|when|where)\s{_MEANING}", re.DOTALL)
_FORMS = (
    _IS_DEFINED,
    _TERM_COVERS,
    _IS_USED,
    _MEANS,
    _QUOTED_IS,
    _THAT,
    _IS_ONE,
    _WE_MEAN,
    _CALLED,
    _IS_COUNTED,
    _IS_MEASURED,
)
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z])\)\s")
_NO_TERM = re.compile(
    r"^(?:this|that|it|which|these|those|they|what|he|she|we|there|doing|each|the|one|all|both|here|another|its)\b",
    re.IGNORECASE,
)


# "Projects that need the Board are called Stormy.": a fact, too, unless several stand together.
_ARE_CALLED = re.compile(
    rf"^(?:An?\s|All\s|Any\s)?(?:{_THINGS}s?|[Pp]rojects?|[Ss]chemes?|[Ww]orks?|[Tt]hose)\s"
    r"(?P<meaning>(?:that|which|whose|in|with|on|without|of|at|behind|for\swhich)\s[^.;]{3,300}?)\s(?:is|are)\s"
    r"(?:called|rated|marked|labell?ed|flagged|shown|classed|said\sto\sbe|described|coded|given)\s(?:as\s|in\s)?"
    rf"(?P<term>{_QUOTED}|[A-Z][\w-]{{2,15}}(?:\s[a-z]{{2,12}})?|red|amber|yellow|green)\.?$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    term: str
    meaning: str


def sentence_to_reading(text: str) -> Reading | None:
    """``A capital project is defined as one over $1 million.`` and ``"Ready" means that funds are in hand.``"""
    text = _NUMBER.sub("", text)
    match = next((found for form in _FORMS if (found := form.match(text))), None)
    if match is None:
        return None
    groups = match.groupdict()
    written: str = groups.get("term") or groups.get("one") or groups.get("many") or ""
    if _NO_TERM.match(written):
        return None
    term = re.sub(r"^(?:An?|The)\s", "", written).strip("\"“”‘’', .")
    meaning = re.sub(r"^that\s", "", match["meaning"]).rstrip(" .")
    return Reading(term=term, meaning=meaning)


def sentence_to_called(text: str) -> Reading | None:
    """``Projects that need the Board are called Stormy.`` A fact has the same shape ("Projects in Ward 3 are rated
    Red"), so that only several of them in a row define."""
    match = _ARE_CALLED.match(text)
    return Reading(term=match["term"].strip('"“” ,.'), meaning=match["meaning"].strip()) if match else None
