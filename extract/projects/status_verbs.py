"""The words by which a sentence gives a project its status, and the words after a colour that make it another thing."""

import re

from extract.projects.status_words import StatusSpan

ADVERB = (
    r"(?:back|once more|currently|now|still|also|again|today|generally|presently|all|both|well|fully|slightly|somewhat)"
)
BE = (
    r"(?:is|are|was|were|remains?|remained|has been|have been|has remained|has stayed|reports|continues to be|"
    r"continue to be|continues|stays?|sits|stands|holds|is being|has turned|turned)"
)
RATE = (
    r"(?:marked|rated|re-?rated|regraded|flagged|reported|reporting|showing|classified|designated|listed|shown|coded|considered|identified|scored|graded|"
    r"placed|put|moved|upgraded|downgraded|reclassified|changed|categorized|assigned)"
)
"""Named parts of the patterns below; none holds a group."""

LEAD = re.compile(
    rf"\b{BE}(?:\s{ADVERB}){{0,2}}(?:\s(?:on|within|under)\s(?:budget|cost)\s(?:and|but))?"
    rf"(?:\s(?:under way|underway|proceeding|progressing|continuing) and)?(?:\s{RATE})?"
    r"(?:\s(?:as|at|in|to|on|a|an|from))?"
    r"(?:\s(?:about|nearly|over|almost|roughly|approximately|more than|running))?"
    r"(?:\s(?:an?\s)?[\w-]+\s(?:days?|weeks?|months?|quarters?|years?))?"
    rf"(?:\s(?:a|the)\s(?:status|rating)\sof)?(?:\s[\"“'‘]?[A-Za-z]{{3,6}}[\"”'’]?\sto)?\s[\"“'‘]?$"
)
HAS_STATUS = re.compile(r"\b(?:has|carries|holds|received|maintains|retains)\s(?:an?\s|its\s)?(?:overall\s)?[\"“'‘]?$")
MOVED_TO = re.compile(
    r"\b(?:(?:has|have)\s(?:(?:now|since|also|recently|again|just)\s)?)?"
    r"(?:moves|moved|went|gone|changed|shifted|slipped|improved|dropped|fell|fallen|advanced|risen|rose|recovered|worsened|"
    r"deteriorated|returned|reverted)(?:\sback)?(?:\sthis\s(?:month|quarter|period|year))?"
    r"\s(?:from\s[\"“]?(?:a rating of\s)?[a-z -]{3,15}[\"”]?\s)?(?:in)?to\s[\"“]?$",
    re.I,
)
# "We have moved the Pier Lift from Green to Red", "staff rated the Pier Lift as amber".
RATES = re.compile(
    r"\b(?:moved|upgraded|downgraded|re-?rated|rated|changed|raised|lowered|placed|put|flagged|marked)\s"
    r"(?P<name>(?:the\s)?[A-Z][^.;,]{2,80}?)\s(?:from\s[\"“]?[A-Za-z -]{3,15}[\"”]?\s)?(?:to|as|at|on)\s[\"“]?$"
)


_TO_DO = re.compile(
    r"\sto\s(?!(?:be|open|reopen|re-open|launch|finish|complete|end|close|conclude|go|start|begin|deliver|welcome|enter|meet|"
    r"reach|achieve)\b)[a-z]+\b"
)


def is_other_word(text: str, span: StatusSpan) -> bool:
    """ "Red Hat", "Amber/Green", "at risk of flooding", "on track to adopt": other words, or two statuses at once."""
    after = text[span.end :]
    if span.is_colour:
        return bool(
            re.match(r"\s?/\s?[A-Za-z]|[\s-][A-Z][a-z]", after)
            or re.search(r"[A-Za-z]\s?/\s?$", text[max(0, span.start - 4) : span.start])
        )
    return span.text.lower() in ("at risk", "at-risk") and after.startswith(" of ")


def is_of_action(text: str, span: StatusSpan) -> bool:
    """ "on track to hire six officers": the deed is on track; "on track to open in May" is the thing itself."""
    return bool(_TO_DO.match(text[span.end :]))


def moves_on(text: str, span: StatusSpan) -> bool:
    """ "on track to yellow", "green to amber": the phrase is where the status came from."""
    return bool(re.match(r"[\"”']?\sto\s[\"“']?(?:red|yellow|amber|green|on track|at risk)\b", text[span.end :], re.I))
