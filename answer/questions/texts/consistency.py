"""Questions about whether the memo's own figures and dates fit together, answered from the checks on that memo.

Only what a check has found is said. No finding is no proof that all is well, so then nothing is said here.
"""

import re

from answer.check import check
from answer.questions.reading.named_projects import find_named
from answer.questions.reading.words import covers, stems, tokens
from answer.questions.reply import Case, answered
from records.answer import Answer, Finding

_ASKED = re.compile(
    r"\badds? up\b|\bis it (?:right|true|correct)\b|\b(?:correct|accurate|right)(?:ly)?\b"
    r"|\bconsisten|\binconsisten|\bagree|\bmatch"
    r"|\b(?:im)?possible\b(?! to\b)|\b(?:im)?plausib|\brealistic|\bmake(?:s)? sense\b|\bcan (?:it|that|this) be\b"
    r"|\btally|\breconcil|\bcontradict|\bdiscrepan|\bmistake|\bexactly right\b|\bfit together\b|\bwrong\b",
    re.IGNORECASE,
)
_GONE_WRONG = re.compile(r"\b(?:is|was|went|gone|goes) wrong\b", re.IGNORECASE)
"""What is wrong with a project is its issue, and no mistake in the memo."""
_ORDINALS = stems("first second third fourth fifth sixth")
_KINDS = {
    "percentage": stems("percent percentage share rate green schedule"),
    "sum": stems("sum total add budget amount"),
    "count": stems("count number many"),
    "granularity": stems("percent percentage rate"),
    "date_order": stems("date later past event before after"),
    "naming": stems("name called"),
    "colour_vs_definition": stems("color colour status red yellow green definition"),
}
_GENERIC = stems("project projects status table text memo report number numbers figure figures say")
_LEAST_SHARED = 2
_MOST_UNSAID = 0.34
_CHECKING = stems(
    "consistent inconsistent consistency correct accurate right true plausible possible realistic sense make tally "
    "reconcile contradict contradiction discrepancy mistake wrong agree match fit together add up report state stated"
)
_JUDGES = re.compile(
    r"\badds? up\b|\b(?:im)?possible\b(?! to\b)|\b(?:im)?plausib|\b(?:un)?realistic|\bmakes? sense\b"
    r"|\b(?:in)?consistent\b|\btally|\breconcil|\bcontradict|\bdiscrepan|\bcredible|\bbelievable",
    re.IGNORECASE,
)


def consistency_answer(case: Case) -> Answer | None:
    """ "Do the budgets add up to the stated total?", "Is it right that over half are green?" """
    asks_past = case.asked.operation == "after_memo"
    if not asks_past and (not _ASKED.search(case.question.text) or case.asked.shape not in ("yes_no", "text", "list")):
        return None
    if _GONE_WRONG.search(case.question.text) and find_named(case.question.text, case.memo.projects):
        return None
    findings = [f for f in check(case.memo) if not asks_past or f.kind == "date_order"]
    findings = [f for f in findings if not (f.kind == "count" and " names " in f.message)]
    fitting = (f for f in findings if f.evidence and _holds_figures(case, f) and (asks_past or _is_subject(case, f)))
    scored = [(_shared(case, f), f) for f in fitting]
    if not scored:
        return None
    shared, best = max(scored, key=lambda pair: pair[0])
    if shared < _LEAST_SHARED and not asks_past:
        return None
    text = f"{_opening(case, best)}{best.message}"
    return answered(case, text, best.evidence, method="computed", confidence=0.75,
                    values=[v for v in (best.computed, best.stated) if v], working=_working(best))  # fmt: skip


def asks_for_judgement(text: str) -> bool:
    """ "Is that rate possible?", "Do the sums add up?": that the memo says so is no answer to it."""
    return bool(_JUDGES.search(text))


def _shared(case: Case, finding: Finding) -> int:
    """How many of the question's words the finding's message, evidence and kind hold."""
    said = _said(finding)
    have = stems(said) | _KINDS.get(finding.kind, frozenset())
    return len((case.asked.stems - _GENERIC) & have)


def _is_subject(case: Case, finding: Finding) -> bool:
    """The finding speaks of what is asked: of its names, and of most of its other words, beside those of checking.

    A finding about the number of trials is no answer to whether the budgets of the ferries are consistent.
    """
    said = stems(_said(finding))
    asked = [term for term in case.asked.terms if term.stem not in _GENERIC | _CHECKING]
    missing = [term for term in asked if not covers(term.stem, said | case.gate.context)]
    strange = [term for term in missing if term.named and not case.gate.weights.is_everywhere(term)]
    kinds = {kind for kind, words in _KINDS.items() if words & {term.stem for term in missing}}
    unsaid = [term for term in missing if term.stem not in _KINDS.get(finding.kind, frozenset())]
    elsewhere = any(case.gate.weights.knows(term) for term in unsaid)
    own = len(asked) > len(missing)
    fits_kind = not kinds or finding.kind in kinds
    return own and not strange and not elsewhere and fits_kind and len(unsaid) <= _MOST_UNSAID * len(asked)


def _said(finding: Finding) -> str:
    quoted = (f"{place.quote} {place.section or ''}" for place in finding.evidence)
    return " ".join((finding.message, finding.stated or "", *quoted))


def _holds_figures(case: Case, finding: Finding) -> bool:
    """Every figure of the question is in the finding itself, and every ordinal in its evidence: the rate of another
    year, or another figure of the same sentence, is another matter."""
    told = f"{finding.message} {finding.stated or ''} {finding.computed or ''}"
    figures = {token.rstrip("%") for token in tokens(told)}
    asked = {token.rstrip("%") for token in tokens(case.asked.text) if token[0].isdigit()}
    years = {str(year) for year in case.asked.years}
    ordinals = {term.stem for term in case.asked.terms} & _ORDINALS
    return asked - years <= figures and ordinals <= stems(_said(finding))


def _opening(case: Case, finding: Finding) -> str:
    if case.asked.shape != "yes_no":
        return ""
    asks_fault = finding.kind == "date_order" or re.search(
        r"contradict|discrepan|mistake|wrong|inconsisten", case.asked.text
    )
    if asks_fault:
        return "Yes: "
    return "Not exactly: " if finding.kind == "granularity" else "No: "


def _working(finding: Finding) -> str | None:
    return f"stated {finding.stated}, computed {finding.computed}" if finding.stated and finding.computed else None
