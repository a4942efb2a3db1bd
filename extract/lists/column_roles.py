"""What one column of a table of projects holds, told by the meaning of its header and never by its position.

A header with two meanings gets the more cautious one, and one without a known meaning gets none. Explanations in
brackets, as published lists have them in their headers, are asked last.
"""

import re
from functools import lru_cache
from typing import Literal

Role = Literal[
    "project", "status", "issue", "mitigation", "budget", "spent", "start", "end", "completed", "owner", "department",
    "description", "reference", "commentary", "counter", "ignored",
]  # fmt: skip
"""``commentary`` explains a rating; a ``counter`` numbers the rows, or is the projects' own number."""


def _any(phrases: str) -> str:
    """A pattern for any of ``phrases`` (parted by commas, ``*`` for the rest of a word) as whole words."""
    return rf"\b(?:{'|'.join(p.strip().replace('*', r'[a-z]*') for p in phrases.split(','))})\b"


_STATE = _any("status, health, rag, rating*, colo*r*, indicator, condition, traffic light, stoplight, state, "
              "delivery confidence, dca")  # fmt: skip
_TROUBLE = _any("issue*, concern*, challenge*, reason*, risk*, problem*, obstacle*, barrier*, cause*, impact*, "
                "difficult*, trouble*, setback*, hurdle*, bottleneck*, blocker*, holding, explanation, why, "
                "impediment*")  # fmt: skip
_REMEDY = _any("mitigat*, corrective, action*, next step*, response*, resolution*, remed*, recovery, path to green, "
               "way forward, plan forward, treatment, countermeasure*, steps, doing, "
               "what is being done, how we respond, workaround*")  # fmt: skip
_DEPARTMENT = _any("department*, dept*, agency, agencies, division, bureau, ministry, ministries, directorate*, "
                   "organisation*, organization*, authority, institution, service area, business area")  # fmt: skip
_THING = _any("project*, programme*, program*, investment*, initiative*, scheme*, gmpp, cip, unique, fms, "
              "business case, record, capital")  # fmt: skip
_NUMBER = r"(?:id|ids|no|nos|number|numbers|num|code|ref|reference|identifier|uid|uii|key|#)"
_NARRATIVE = _any("narrative*, comment*, explanation*, rationale, justification*, note*, remark*")
_SUM = r"(?:\bmoney\b|" + _any("usd, gbp, cad, aud, nzd, eur, cost*, budget*") + ")"
"""``money`` stands for a sign of currency."""
_FORESEEN = r"\b(?:projected|estimated|planned|forecast|expected|anticipated|proposed|target|targeted|revised)"
_BEFORE = _any("previous, prior, last, former, earlier, preceding")
_DETAIL = _any("location*, address*, site*, phase*, stage*, gate*, gateway*, type*, category, categories, class, tier, "
               "size, duration, borough*, district*, ward*, suburb*, region*, county, zip, postcode, latitude, "
               "longitude, score*, email*, phone, telephone, length, photo, image, months, url, link, website, "
               "web page")  # fmt: skip

# The first rule that fits decides, so that "Project Manager" is an owner and "Status Comments" a description.
_RULES: tuple[tuple[Role, str], ...] = (
    ("counter", r"^(?:#|no|num|number|id|ref|reference|reference number|code|row|item no|s no|sr no)$"),
    ("ignored", rf"^(?:rank|priority|(?:current |project )?{_DETAIL})$|\b(?:category|type|email|phone|url|link)$"),
    ("ignored", rf"{_DEPARTMENT} (?:project )?{_NUMBER}$|\b(?:po|purchase order|account|vendor|contract) {_NUMBER}$"),
    ("reference", rf"^(?:\w+ )?(?:{_THING} )+(?:and )?{_NUMBER}(?: (?:and )?{_NUMBER})?$"
     rf"|^(?:pid|uii|uid|cpn|id numbers?)$|^{_NUMBER} of {_THING}$"),
    ("ignored", r"%|" + _any("percent, pct, percentage, variance, trend, movement, direction")),
    ("ignored", rf"{_BEFORE} (?:\w+ ){{0,2}}?{_STATE}|{_STATE} (?:in |at |for |the )*{_BEFORE}|\bprevious$"),
    ("ignored", rf"{_STATE} (?:change|date|as of|as at|updated)\b|\b(?:date of|change (?:in|of|since)) (?:\w+ )?"
     rf"{_STATE}"),
    ("ignored", r"\b(?:updated?|report|reporting|data|snapshot|approval|approved|review|modified|refreshed) "
     r"(?:date|time|on|at|year)\b|\bdate (?:of |last |was )?(?:updated?|approv\w+|modified)\b"
     r"|^(?:last )?(?:updated|modified)$"),
    ("ignored", rf"(?=.*{_NARRATIVE})(?=.*{_any('cost*, budget*, funding, financ*, variance, schedule, benefits')})"
     rf"(?!.*{_STATE})"),
    ("description", r"\b(?:status|health|progress|project) (?:\w+ )?"
     + _any("update, comment*, note*, description, summary, detail*, narrative, explanation, aims")),
    # "Issues and Mitigation" holds both: it is read as the issue, and no mitigation is claimed.
    ("mitigation", rf"^(?!.*{_TROUBLE} (?:and|or)\b).*{_REMEDY}"),
    ("commentary", rf"{_NARRATIVE} .*{_STATE}|{_STATE} (?:\w+ ){{0,2}}(?:{_NARRATIVE}|descriptions?$)"),
    ("ignored", _any("risk, impact, issue") + " " + _any("score, tier, level, rating*, status, rag, id")),
    ("issue", _TROUBLE),
    ("status", rf"{_STATE}|^confidence(?: level)?$"
     r"|^on (?:time|budget|schedule|scope|target)(?: and on (?:time|budget))?$"),
    ("ignored", rf"\b(?:project|scheme|programme|program|investment) (?:\w+ )?{_DETAIL}$"
     rf"|^{_DETAIL} of (?:the )?project"),
    ("completed", rf"^(?!.*{_FORESEEN} (?:and|or))(?!.*{_FORESEEN} date).*\b(?:actual|date) (?:\w+ )?"
     + _any("complet*, finish*, launch*, go live, end")),
    ("completed", r"^(?:date )?(?:completed|launched|implemented|finished|closed|delivered|went live)(?: on| date)?$"),
    ("ignored", rf"(?=.*{_any('benefit*')})(?:.*{_SUM}|.*\btotal\b)"),
    ("spent", _any("spent, expend*, spend, invoiced, paid, encumbered, cost to date, so far, to date, spending")),
    ("spent", rf"^(?!.*\b(?:projected|planned|forecast|estimated) (?:and|or)\b)(?:actuals?$|.*\bactuals? .*{_SUM}|"
     rf".*{_SUM} .*\bactuals?\b)"),
    ("budget", rf"(?=.*{_any('forecast, projected, planned, baseline, estimated, expected, target, anticipated')})"
     rf"(?!.*\b(?:date|start|end|completion)\b).*{_SUM}"),
    ("ignored", rf"^(?!.*{_SUM}){_any('design, procurement, planning, bid, tender, award')} (?:\w+ )?"
     + _any("start*, end, complet*, finish*, date")),
    ("start", _any("start*, begin*, began, kick ?off, initiated, initiation, commence*")),
    ("end", _any("target*, end, ends, complet*, due, finish*, deadline, go live, launch*, expected, anticipated, "
                 "forecast, delivery, eta, milestone date, planned date")),
    ("budget", _any("budget*, cost*, funding, allocation, appropriat*, approved, amount, contract value, funds, "
                    "price, wlc, capex, value") + r"|^(?:grand )?totals?(?: money| usd)?$"),
    ("project", r"\b(?:project|scheme|initiative|programme|program|investment) (?:name|title)s?$"),
    ("department", rf"{_DEPARTMENT}(?: name)?$|^(?:office|client|business unit|customer|portfolio)s?$"),
    ("owner", _any("owner*, sponsor*, lead*, manager*, responsible, contact, pm, director, champion, accountable, "
                   "sro, spoc")),
    ("department", _DEPARTMENT),
    ("description", _any("description*, comment*, note*, summary, update*, scope, detail*, remark*, progress, purpose, "
                         "objective*, overview, accomplishment*, narrative, highlight*, benefit*, outcome*, "
                         "result*, aim, aims")),
    ("project", _any("project*, initiative*, program*, system*, application*, effort*, workstream*, name*, title*, "
                     "item*, solution*, undertaking*, investment*, scheme*")),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)
_LONG_BRACKETS = re.compile(r"\((?:[^\s()]+\s+){4,}[^()]*\)?")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_HEADER = 200
_SHORTEST_LINE = 4
"""Capitals that a narrow column may break anywhere."""
_CURRENCY = re.compile(r"[$£€]")


def header_to_role(header: str) -> Role | None:
    """ "RAG" -> status, "Path to Green" -> mitigation, "Est. Completion" -> end, "Sponsor" -> owner.

    What only a column can be is told as what it is elsewhere: a rating's commentary describes, a bare "No." is ignored.
    """
    role = column_to_role(header)
    return "description" if role == "commentary" else "ignored" if role == "counter" else role


@lru_cache(maxsize=4096)
def column_to_role(header: str) -> Role | None:
    """As ``header_to_role``, with the roles that only a column has."""
    if header.rstrip().endswith("?") or len(without_explanation(header)) > _LONGEST_HEADER:
        return None
    spaced = header if " " in header.strip() else _CAMEL.sub(" ", header)
    for wording in dict.fromkeys((without_explanation(spaced), spaced, _unbroken(header))):
        plain = plain_header(_CURRENCY.sub(" money ", wording))
        found = next((role for role, pattern in _COMPILED if pattern.search(plain)), None)
        if found is not None:
            return found
    return None


def _unbroken(header: str) -> str:
    """ "RA G", as a column too narrow for its name has it, is "RAG"."""
    joined = "".join(header.split())
    return joined if len(joined) <= _SHORTEST_LINE and joined.isupper() else header


def without_explanation(header: str) -> str:
    """ "Rating (how sure the office is that it will be done)" -> "Rating"; "Cost (US$ millions)" stays as it is."""
    return _LONG_BRACKETS.sub(" ", header)


def plain_header(header: str) -> str:
    """Lower-case words; "/" and "&" read as "and", so that a header with two meanings shows as one."""
    return " ".join(re.findall(r"[a-z0-9%#]+", re.sub(r"\s?[/&]\s?", " and ", header.lower())))
