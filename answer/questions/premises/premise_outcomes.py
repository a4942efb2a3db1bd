"""Questions that take one outcome for granted where the memo reports the other: late of what was early, over of under.

"Why was the goal missed?" of "The goal was met", "By how much did it overspend?" of "finished below its budget", "When
did the depot open?" of a depot whose opening is still expected. The outcome that the question speaks of must be denied
by a sentence on the very subject; a sentence that reports both outcomes decides nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.questions.figures.relations import read_relation
from answer.questions.premises.told import Told, fit, statements_of
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, denied, sentence_text
from records.answer import Answer

_BUDGET = r"(?:its |their |the )?(?:\w+ ){0,2}(?:budgets?|estimates?|allocations?)"
_GOAL = r"(?:\w+[ -]){0,4}(?:goals?|targets?|standards?|limits?|deadlines?)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a question may take for granted, and the wordings that report the contrary; ``own`` report the very same."""

    assumed: re.Pattern[str]
    contrary: re.Pattern[str]
    own: re.Pattern[str]


def _outcome(assumed: str, contrary: str, own: str) -> Outcome:
    made = [re.compile(pattern, re.IGNORECASE) for pattern in (assumed, contrary, own)]
    return Outcome(made[0], made[1], made[2])


_MISSED = r"\b(?:miss(?:ed|es|ing)?|fail(?:ed|s|ing)?|f[ae]ll(?:en)? short|short of)\b"
_MET = r"\b(?:me[e]?t|exceed\w*|beat|surpass\w*|reach\w*|achiev\w*|go(?:ne)? beyond|went beyond|hit)\b"
_REFUSED = _outcome(
    r"\b(?:win|won|earn(?:ed)?|awarded|approv\w+|receiv\w+|grant(?:ed)?|obtain\w*|accept\w*|secur\w+)\b",
    r"\bturned down\b|\b(?:was|were|been) (?:rejected|denied|refused|declined|unsuccessful)\b"
    r"|\b(?:not|un)[ -]?successful\b",
    r"\b(?:won|awarded|approved|granted|accepted)\b",
)
_FREE = _outcome(
    r"\b(?:pay|pays|paid|paying|charged?)\b",
    r"\b(?:is|are|was|were) free(?! of| to)\b|\bfree of charge\b|\b(?:at|with) no (?:charge|cost|fee)\b",
    r"[$£€]\s?\d",
)
_AND_WHAT = re.compile(r"\band (?:what|who|how|when|why|which)\b", re.IGNORECASE)
_OUTCOMES = (
    _outcome(
        rf"{_MISSED}.{{0,40}}\b{_GOAL}\b",
        rf"\b(?:was|were|been) (?:met|exceeded|reached|achieved)\b|\bwithin (?:the|its|their) [\w-]+ ?(?:\w+ )?"
        rf"(?:target|goal|limit|standard)|\b(?:me[e]?t|exceeded|beat|surpassed|reached|achieved|better than) "
        rf"(?:the|its|their|a|our)\b.{{0,30}}\b{_GOAL}\b",
        _MISSED + r"|\bnot (?:been )?(?:met|reached|achieved)\b|\bagainst\b|\bbelow\b|\bunder\b",
    ),
    _outcome(
        rf"{_MET}.{{0,50}}\b{_GOAL}\b",
        rf"\bshort of (?:the|its|their|our)\b.{{0,30}}\b{_GOAL}\b|\bmissed (?:the|its|their|our)\b.{{0,30}}\b{_GOAL}\b"
        rf"|\b{_GOAL} (?:was|were) (?:missed|not (?:met|reached|achieved))\b|\bfailed (?:it|to (?:meet|reach))\b",
        r"\b(?:was|were) (?:met|exceeded|reached)\b",
    ),
    _outcome(
        r"\boverr[au]n\b(?!.*\bbudget)|\blate\b|\bbehind (?:schedule|time)\b|\bdelay(?:ed|s)?\b|\boverdue\b",
        r"\b(?:days?|nights?|weeks?|months?|years?) early\b|\bahead of (?:schedule|time|plan)\b"
        r"|\bon (?:time|schedule)\b",
        r"\b(?:late|later|delay\w*|behind)\b",
    ),
    _outcome(
        r"\bon (?:time|schedule)\b|\b(?:early|ahead of schedule|ahead of time)\b",
        r"\b(?:days?|weeks?|months?|years?) (?:late|later than|behind)\b|\bwas due\b.{0,60}[;,].{0,30}\b(?:opened"
        r"|ended|began|started|arrived|finished|closed)\b|\bbehind schedule\b",
        r"\b(?:on time|early|ahead)\b",
    ),
    _outcome(
        rf"\b(?:over|past|above|beyond|exceed\w*|blew|outgr\w+) {_BUDGET}\b|\boversp\w+|\boverr[au]ns? {_BUDGET}\b",
        rf"\b(?:under|below|within) {_BUDGET}\b",
        rf"\b(?:over|above|exceed\w*) {_BUDGET}\b|\boversp\w+",
    ),
    _outcome(
        rf"\b(?:under|below) {_BUDGET}\b|\bundersp\w+|\bundercut\b",
        rf"\b(?:over|above|exceed\w*) {_BUDGET}\b|\boversp\w+",
        rf"\b(?:under|below|within) {_BUDGET}\b|\bundersp\w+",
    ),
    _outcome(
        r"\b(?:stop(?:ped)?|ceas\w+|end(?:ed)? its|discontinu\w+|abandon\w*|drop(?:ped)?|g[ai]ve(?:n)? up|los[et]"
        r"|scrap\w*|abolish\w*)\b",
        r"\b(?:is|are|was|were|has|have)? ?still\b|\bremains? (?:under|in|open)\b|\bcontinues?\b|\bwill be kept\b"
        r"|\bre-?(?:accredit|certif|new)\w+",
        r"\b(?:stop\w*|ceas\w+|ended|discontinu\w+|abandon\w*|dropp\w+|lost|no longer)\b",
    ),
    _REFUSED,
    _FREE,
)
_TALK = stems(
    "miss fail short meet met beat exceed surpass reach achieve beyond go overrun schedule late delay behind early "
    "time ahead over budget overspend underspend undercut spend past estimate stop cease discontinue abandon drop give "
    "lose win won earn award approve receive obtain push pushed allow allowed end far much cause caused amount hi "
    "hello explain pay paid cost charge fee price"
)
_LEAST_FIT, _LEAST_OF_LIKEST = 0.6, 0.5
_ALL = re.compile(
    r"\b(?:all|every one) (?:of )?(?:the |its |our )?(?P<all>\w[\w,-]*)|\b(?P<both>both)\b", re.IGNORECASE
)
_HAPPENED = re.compile(
    r"^(?:\w+,? ){0,3}?(?:when|on (?:what|which) (?:day|date)|in (?:what|which) (?:month|year)[\w ]{0,9}?)[\w ]*? "
    r"(?:did|was|were|has)\b (?P<event>.+)$"
    r"|\b(?:once|after|since|now that) (?P<since>.+?)(?=,|\?|$)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:is|are) (?:now |still )?(?:expected|due|planned|scheduled|to)\b|\bexpected (?:in|on|by|to)\b"
    r"|\bwill (?:now )?\w+|\b(?:has|have) been (?:moved|put back|postponed|delayed|deferred)\b"
    r"|\b(?:has|have) (?:slipped|yet to)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:was|were|has|have|had)(?: been)? \w+(?:ed|en)\b", re.IGNORECASE)
_EVENTS = stems("open opened opening start begin began launch live finish complete close move adopt move issue install")


def outcome_premise(case: Case) -> Answer | None:
    """ "The memo reports the contrary: ..."; see the module's rows."""
    if case.asked.shape in ("yes_no", "definition") or case.asked.negated:
        return None
    return _other_outcome(case) or _not_all(case) or _still_to_come(case)


def _other_outcome(case: Case) -> Answer | None:
    counted = case.asked.shape in ("count", "money") and case.asked.operation is None
    for outcome in _OUTCOMES:
        if outcome in (_REFUSED, _FREE) and ((counted and outcome is _REFUSED) or _AND_WHAT.search(case.asked.text)):
            continue
        if not outcome.assumed.search(case.asked.text):
            continue
        told = [t for t in _speaking(case, _TALK) if not t.is_row]
        contrary = [
            t for t in told if outcome.contrary.search(t.text) and not outcome.own.search(_rest(outcome, t.text))
        ]
        same = [t for t in told if outcome.own.search(t.text) and t not in contrary]
        if contrary and not same:
            return _contrary(case, contrary[0])
    return None


def _rest(outcome: Outcome, text: str) -> str:
    return outcome.contrary.sub(" ", text)


def _speaking(case: Case, apart: frozenset[str], least: float = _LEAST_FIT) -> Iterator[Told]:
    """The statements on the question's subject, which must be more than the words set apart."""
    if all(term.stem in apart for term in case.asked.terms):
        return
    for told in statements_of(case):
        if fit(case, told, apart) >= (min(least, _LEAST_OF_LIKEST) if told.likest else least):
            yield told


def _not_all(case: Case) -> Answer | None:
    """ "Now that all 30 gauges are in, ..." of "Eleven of the planned 30 gauges are in"."""
    found = _ALL.search(case.asked.text)
    counts = [s for s in spans_of(case.asked.text, "count") if found and s.start >= found.start("all") >= 0]
    whole = counts[0].value if counts else None
    if found is None or whole is None or counts[0].start != found.start("all"):
        return None
    for told in _speaking(case, frozenset(), 0.5):
        related = read_relation(told.text)
        if related and related.kind == "part" and related.whole == whole and related.part != whole:
            return _contrary(case, told)
    return None


def _still_to_come(case: Case) -> Answer | None:
    """ "When did the depot open?" where its opening is "now expected in May", and nothing says that it did."""
    found = _HAPPENED.search(case.asked.text)
    if found is None or (case.asked.shape != "date" and not found["since"]):
        return None
    event = stems(found["event"] or found["since"]) & _EVENTS
    told = [t for t in _speaking(case, frozenset(), _LEAST_FIT) if any(covers(b, t.own) for b in event)]
    to_come = [t for t in told if _TO_COME.search(t.text) and not t.is_row]
    if not event or not to_come or len(to_come) != len(told):
        return None
    return None if _DONE.search(_TO_COME.sub(" ", to_come[0].text)) else _contrary(case, to_come[0])


def _contrary(case: Case, told: Told) -> Answer | None:
    return denied(case, f"The memo reports the contrary: {sentence_text(told.text)}", told.places, confidence=0.7)
