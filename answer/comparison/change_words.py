"""The words by which a memo says that a date, a sum, a status or a person changed, field by field.

Words that are also said of other things ("now expected", "fell", "another") count only where the sentence speaks of the
field itself: of that date, of a sum, of ratings.
"""

import re

from answer.comparison.names import fold_name
from answer.comparison.periods import periods_differ
from extract.language.dates import find_periods
from records.facts import Project

_SPAN = r"(?:\w{1,12} )?(?:days?|weeks?|months?|quarters?|years?)"
_TIME = (
    r"delay\w{0,3}|extend\w{0,3}|extension|postpon\w{1,4}|push\w{0,3} back|pushed|slip\w{0,4}|reschedul\w{1,3}|behind|"
    r"later than|earlier than|brought forward|accelerat\w{1,3}|ahead of schedule|new (?:date|target)|"
    r"moved (?:from|to)(?! (?:red|yellow|amber|green|on|off|at) )|"
    rf"mov(?:es|ed) (?:\w{{1,12}} ){{0,5}}(?:back )?by (?:another )?{_SPAN}|lost {_SPAN}|"
    rf"{_SPAN} (?:late|later|earlier|longer)|longer than|put back|drifted|overran|overrun\w{{0,2}}|new baseline|"
    r"rebaselin\w{1,3}|re baselin\w{1,3}"
)
_TIME_IF_ITS_OWN = (
    r"(?:now|currently) (?:expected|scheduled|planned|due|set|anticipated|forecast)|chang\w{1,3}|revis\w{1,4}|"
    r"originally|previously|formerly|instead|rather than|because|owing to|due to|as a result|"
    r"(?:after|before|past|beyond) (?:the |its )?(?:original |first |approved )?(?:plan|target|deadline)"
)
"""Said of a date: only where a date stands in the sentence that is the old or the new one, or none but its subject."""

_TIME_SUBJECT = re.compile(
    r" (?:schedule|dates?|finish|completion|complete|completed|forecast|deadline|timeline|plan) "
)
_MONEY = (
    r"increas\w{1,3}|decreas\w{1,3}|reduc\w{1,4}|grew|grown|rose|risen|raised|gone up|went up|fell|fallen|cut|added|"
    r"additional|overrun\w?|savings|amend\w{0,5}|"
    r"higher|lower|up from|down from|supplement\w{0,4}|chang\w{1,3}|revis\w{1,4}|new baseline|re ?baselin\w{1,3}|"
    r"originally|previously|formerly|instead of|rather than"
)
_MONEY_IF_SUM = (
    r"another|further|extra|more than|less than|supplementary|top ?up|new money|is new|are new|is now|"
    r"now (?:stands|totals|comes)|saved|overspen\w{1,4}|(?:above|below) (?:last|the|what|its)|over budget|under budget|"
    r"over its budget|transfer\w{0,5}"
)
"""Said of a budget where a sum or the word itself stands in the sentence."""
_SUM = re.compile(r"[$£€]\s?\d|\b(?:budgets?|costs?|funding)\b", re.IGNORECASE)

_RATED = (
    r"(?:red|yellow|amber|green|on hold|at risk|on track|off track|on schedule|on time|behind(?: schedule)?|late|"
    r"delayed|off course|on course|healthy|critical|in trouble)"
)
_STATE = (
    r"moved|turned|went|upgraded|downgraded|improved|worsened|recovered|no longer|back (?:to|on)|return\w{0,3} to|"
    r"became|escalat\w{1,3}|resolved|resum\w{1,3}|restart\w{0,3}|released from|off hold|deteriorat\w{1,4}|"
    r"fallen behind|fell behind|slipped behind|caught up|"
    r"put\w{0,4} (?:\w{1,12} ){1,4}in (?:red|yellow|amber|green)|"
    rf"now (?:\w{{1,12}} ){{0,3}}{_RATED}|{_RATED} (?:again|once more|for the first time|since)|"
    rf"(?:moves|shift\w{{0,3}}|slip\w{{0,4}}|slid|dropp?\w{{0,3}}|fall|fallen|fell|rises?|rose|risen|climb\w{{0,3}}|goes|gone|"
    rf"advanc\w{{1,3}}|chang\w{{1,3}}) (?:\w{{1,12}} ){{0,4}}?(?:from|to|into) {_RATED}|"
    rf"(?:up|down) from|from {_RATED}|(?:was|were|previously|formerly|had been) (?:rated )?{_RATED}"
)
_STATE_IF_RATED = (
    r"dropp?\w{0,3}|fell|fallen|slipped|slid|declin\w{1,3}|improvements?|improving|worse|worsening|better|raised|"
    r"lowered|lifted|rose|risen|shifted|new (?:on|to|in)|newly|for the first time|"
    r"(?:last|previous|prior|earlier|first) (?:year|quarter|month|report|memo|rating|update)|a year ago|since"
)
"""Said of a status: only where the sentence speaks of ratings."""
_RATING = re.compile(rf" (?:ratings?|rated|status|colou?rs?|list|{_RATED}) ")
_REASON = re.compile(r" (?:because|owing to|due to|as a result of|caused by|on account of|thanks to) ")
_PEOPLE = (
    r"transferred|replaced|(?:took|takes?|taken|taking) over|appointed|succeed\w{0,3}|reassigned|handed|moved to|"
    r"now (?:led|managed|owned)|new project"
)
_ANY = r"chang\w{1,3}|revis\w{1,4}|rebaselin\w{1,3}|redefin\w{1,3}|restat\w{1,3}"
_THEN = r"originally|previously|formerly|instead of"
_PATTERNS = {
    "end": re.compile(rf" (?:{_TIME}) "),
    "start": re.compile(rf" (?:{_TIME}) "),
    "budget": re.compile(rf" (?:{_MONEY}) "),
    "status": re.compile(rf" (?:{_STATE}|{_ANY}) "),  # "formerly" beside a name says nothing of its status
    "owner": re.compile(rf" (?:{_PEOPLE}|{_ANY}|{_THEN}) "),
    "department": re.compile(rf" (?:{_PEOPLE}|{_ANY}|{_THEN}) "),
}
_IF_ITS_OWN = re.compile(rf" (?:{_TIME_IF_ITS_OWN}) ")
_IF_SUM = re.compile(rf" (?:{_MONEY_IF_SUM}) ")
_IF_RATED = re.compile(rf" (?:{_STATE_IF_RATED}) ")


def speaks_of(field: str, old_value: str, project: Project, text: str, folded: str) -> bool:
    """Whether a sentence about ``project`` (its later record) speaks of the change of ``field``."""
    if _PATTERNS[field].search(folded) or (field != "status" and f" {fold_name(old_value)} " in folded):
        return True
    if field == "status":
        return _speaks_of_status(project, folded)
    if field == "budget":
        return bool(_IF_SUM.search(folded) and _SUM.search(text))
    if field not in ("start", "end") or not _IF_ITS_OWN.search(folded):
        return False
    dates = [span.period for span in find_periods(text)]
    if not dates:
        return bool(_TIME_SUBJECT.search(folded))
    new = getattr(project, field)
    return new is not None and any(not periods_differ(new, day) for day in dates)


def _speaks_of_status(project: Project, folded: str) -> bool:
    """``The rating fell in May``, ``Red because the mast fell``."""
    if _IF_RATED.search(folded) and _RATING.search(folded):
        return True
    own = fold_name(project.status_text or "")
    return bool(own and f" {own} " in folded and _REASON.search(folded))
