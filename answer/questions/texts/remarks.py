"""Answers what a memo recommends and with whom it was coordinated, from the parts that say so."""

import re

from answer.questions.reading.words import stems
from answer.questions.reply import Case, answered, sentence_text
from records.answer import Answer
from records.memo import Remark

_RECOMMENDS = re.compile(r"\brecommend\w*", re.IGNORECASE)
_COORDINATED = re.compile(r"\bcoordinat(?:ed|ion)\b", re.IGNORECASE)
_TALK = stems(
    """recommend recommends recommended recommendation recommendations staff memo memorandum report committee council
    board department departments office offices coordinate coordinated coordination agency agencies parties party city
    action requested consulted""".replace("\n", " ")
)


def remark_answer(case: Case) -> Answer | None:
    """ "What does the memo recommend?", "With which offices was the report coordinated?" """
    asked = case.asked
    if asked.shape in ("yes_no", "date", "reason", "count", "money") or asked.stems - _TALK:
        return None
    if _RECOMMENDS.search(asked.text):
        return _told(case, case.memo.recommendations)
    if _COORDINATED.search(asked.text):
        return _told(case, case.memo.coordination)
    return None


def _told(case: Case, remarks: tuple[Remark, ...]) -> Answer | None:
    text = " ".join(sentence_text(remark.text) for remark in remarks)
    places = [place for remark in remarks for place in remark.places]
    values = [party for remark in remarks for party in remark.parties] or [remark.text for remark in remarks]
    return answered(case, text, places, method="record", confidence=0.9, values=values)
