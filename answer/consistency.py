"""Questions about whether the memo's own figures and dates fit together, answered from the checks on that memo.

Only what a check has found is said. No finding is no proof that all is well, so then nothing is said here.
"""

import re

from answer.check import check
from answer.reply import Case, answered
from answer.words import stems
from records.answer import Answer, Finding

_ASKED = re.compile(
    r"\badds? up\b|\bis it (?:right|true|correct)\b|\b(?:correct|accurate|right)(?:ly)?\b"
    r"|\bconsisten|\binconsisten|\bagree|\bmatch"
    r"|\btally|\breconcil|\bcontradict|\bdiscrepan|\bmistake|\bexactly right\b|\bfit together\b|\bwrong\b",
    re.IGNORECASE,
)
_KINDS = {
    "percentage": stems("percent percentage share rate green schedule"),
    "sum": stems("sum total add budget amount"),
    "count": stems("count number many"),
    "granularity": stems("percent percentage rate"),
    "date_order": stems("date later past event before after"),
    "naming": stems("name called"),
    "colour_vs_definition": stems("color colour status red yellow green definition"),
}
_LEAST_SHARED = 2


def consistency_answer(case: Case) -> Answer | None:
    """ "Do the budgets add up to the stated total?", "Is it right that over half are green?" """
    asks_past = case.asked.operation == "after_memo"
    if not asks_past and (not _ASKED.search(case.question.text) or case.asked.shape not in ("yes_no", "text", "list")):
        return None
    findings = [f for f in check(case.memo) if not asks_past or f.kind == "date_order"]
    scored = [(_shared(case, finding), finding) for finding in findings if finding.evidence]
    if not scored:
        return None
    shared, best = max(scored, key=lambda pair: pair[0])
    if shared < _LEAST_SHARED and not asks_past:
        return None
    text = f"{_opening(case, best)}{best.message}"
    return answered(case, text, best.evidence, method="computed", confidence=0.75,
                    values=[v for v in (best.computed, best.stated) if v], working=_working(best))  # fmt: skip


def _shared(case: Case, finding: Finding) -> int:
    """How many of the question's words the finding's message, evidence and kind hold."""
    said = " ".join((finding.message, finding.stated or "", *(place.quote for place in finding.evidence)))
    have = stems(said) | _KINDS.get(finding.kind, frozenset())
    return len(case.asked.stems & have)


def _opening(case: Case, finding: Finding) -> str:
    if case.asked.shape != "yes_no":
        return ""
    asks_fault = finding.kind == "date_order" or re.search(
        r"contradict|discrepan|mistake|wrong|inconsisten", case.asked.text
    )
    return "Yes: " if asks_fault else "No: "


def _working(finding: Finding) -> str | None:
    return f"stated {finding.stated}, computed {finding.computed}" if finding.stated and finding.computed else None
