"""Findings of the checks as items of the sheet: both figures, and which of them holds."""

from collections.abc import Sequence

from records.answer import Finding
from ui.briefing import Briefing
from ui.export.sheet_items import Item

_WEIGHTS = {"error": 60.0, "warning": 40.0, "note": 15.0}
_TITLES = {
    "percentage": "A percentage", "sum": "A sum", "count": "A count", "granularity": "A rate", "date_order": "A date",
    "naming": "A name", "colour_vs_definition": "A status and its definition", "omission": "Named but absent",
    "restatement": "A figure of the earlier memo", "commitment": "A date that has passed",
}  # fmt: skip
_QUESTIONS = {
    "percentage": "Which of the two figures holds?",
    "sum": "Which of the two sums holds, and what makes the difference?",
    "count": "Which of the two counts holds, and which is missing from the list?",
    "granularity": "From how many answers or cases does the rate come?",
    "date_order": "Which of the dates is right?",
    "naming": "Are these two names for one thing, or two things?",
    "colour_vs_definition": "Which applies: the status, or the memo's own definition of it?",
    "omission": "Can it be handed in before the meeting?",
    "restatement": "Which figure holds, and what changed in how it is counted?",
    "commitment": "Does the date still hold, and if not, what is the new one?",
}


def finding_items(briefing: Briefing, *, told: Sequence[Item]) -> list[Item]:
    """Promises stand in a part of their own; a finding whose words are all cited above is told there."""
    cited = {place.quote for item in told for place in item.places}
    return [
        _item(finding)
        for finding in briefing.findings
        if not (finding.kind == "commitment" and (finding.severity == "note" or _is_cited(finding, cited)))
    ]


def _is_cited(finding: Finding, cited: set[str]) -> bool:
    return any(place.quote in cited for place in finding.evidence)


def _item(finding: Finding) -> Item:
    return Item(
        kind=f"finding_{finding.kind}",
        weight=_WEIGHTS[finding.severity],
        title=_TITLES.get(finding.kind, finding.kind.replace("_", " ").capitalize()),
        statement=finding.message if finding.message.endswith(".") else f"{finding.message}.",
        question=_QUESTIONS.get(finding.kind, "Which of the two holds?"),
        places=finding.evidence[:2],
    )
