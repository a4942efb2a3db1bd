"""What the checks have found about the figures of an answer, put to it as notes.

Only a finding whose stated figure stands in the answer, and whose evidence is what the answer cites, is told: an answer
is not the place for everything that is odd about a memo.
"""

from collections.abc import Iterator
from dataclasses import replace

from answer.check import check
from answer.of_memo import once_a_memo
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import fold
from records.answer import Answer, Finding
from records.memo import Memo

_findings = once_a_memo(check)
"""All checks of a memo take 100 ms."""
_MOST_NOTES = 2
_TOLD = ("percentage", "sum", "granularity", "colour_vs_definition", "date_order")


def with_finding_notes(answer: Answer, memo: Memo) -> Answer:
    """The answer, with a note where a figure it gives does not fit the memo's other figures."""
    if answer.outcome != "answered" or not spans_of(answer.text, "money", "percent", "count", "date"):
        return answer
    notes = [note for note in dict.fromkeys(_notes(answer, memo)) if note not in answer.notes]
    return replace(answer, notes=(*answer.notes, *notes[:_MOST_NOTES]))


def _notes(answer: Answer, memo: Memo) -> Iterator[str]:
    for finding in _findings(memo):
        if finding.kind in _TOLD and _is_given(finding, answer) and finding.message not in answer.text:
            yield f"Check this figure: {finding.message}"


def _is_given(finding: Finding, answer: Answer) -> bool:
    """The stated figure is in the answer, and the sentence or cell that it is from is cited."""
    figures = {span.value or span.text for span in spans_of(finding.stated or "", "money", "percent", "count", "date")}
    given = {span.value or span.text for span in spans_of(answer.text, "money", "percent", "count", "date")}
    cited = [fold(place.quote) for place in answer.citations]
    source = [fold(place.quote) for place in finding.evidence[:1]]
    return bool(figures & given) and any(quote in said or said in quote for quote in source for said in cited)
