"""What came and went between two memos: which projects were dropped, joined, came back, turned a colour.

The two years are those that the question names, else the last two memos; the comparison itself is ``answer.compare``.
"""

import re
from collections.abc import Sequence

from answer.compare import compare
from answer.questions.named_projects import find_named
from answer.questions.question_parse import Asked
from answer.questions.status_words import asked_statuses
from answer.questions.words import PROJECT_WORD
from records.answer import Answer, Question
from records.comparison import Change
from records.identity import Decision
from records.memo import Memo
from records.place import Place

_BETWEEN = re.compile(
    r"\bbetween\b|\bfrom\b.*\bto\b|\bsince (?:the )?(?:last|previous|\d{4})|\bin (?:the )?\d{4}\b", re.IGNORECASE
)
_KINDS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (kinds, re.compile(pattern, re.IGNORECASE))
    for kinds, pattern in (
        (
            ("dropped",),
            r"\b(?:dropped|disappear\w*|missing|vanish\w*|gone|unexplained|without (?:a word|explanation))\b",
        ),
        (("cancelled",), r"\bcancell?ed\b"),
        (("re_entered",), r"\b(?:return\w*|re-?enter\w*|came back|come back|back in)\b"),
        (("joined",), r"\b(?:joined|new(?:ly)?|added|entered)\b"),
        (("renamed",), r"\brenamed?\b|\bnew names?\b"),
        (("merged",), r"\bmerged?\b"),
        (("split",), r"\bsplit\b"),
        (
            ("status_changed",),
            r"\b(?:turned|became|went|moved|fell|worsened|improved|changed (?:status|color|colour))\b",
        ),
        (("completed", "completed_with_residual"), r"\b(?:completed|finished)\b"),
    )
)


def changes_between(
    question: Question, asked: Asked, series: Sequence[Memo], *, decisions: Sequence[Decision]
) -> Answer | None:
    """Which projects were dropped, joined, came back or turned a colour from one memo to the next."""
    if not re.search(rf"\b(?:which|what|how many|list|name) (?:\w+ )?{PROJECT_WORD}\b", asked.text, re.IGNORECASE):
        return None
    kinds = next((kinds for kinds, pattern in _KINDS if pattern.search(asked.text)), None)
    pair = _asked_pair(asked, series)
    if kinds is None or pair is None or find_named(asked.text, series[-1].projects):
        return None
    old, new = pair
    before = [
        memo
        for memo in series
        if memo.letterhead.date and old.letterhead.date and memo.letterhead.date < old.letterhead.date
    ]
    wanted = asked_statuses(asked.text) if kinds == ("status_changed",) else ()
    found = compare(old, new, earlier=before, decisions=decisions).changes
    changes = [c for c in found if c.kind in kinds and (not wanted or c.new in wanted)]
    names = [str(change.project_new or change.project_old) for change in changes]
    if not names:
        return None
    counted = f"{len(names)}: " if asked.shape == "count" else ""
    text = f"{counted}{'; '.join(names)} (between the reports of {old.letterhead.date} and {new.letterhead.date})."
    return Answer(question=question, outcome="answered", text=text, values=tuple(names), method="record",
                  as_of=new.letterhead.date, citations=_evidence(changes), confidence=0.78)  # fmt: skip


def _asked_pair(asked: Asked, series: Sequence[Memo]) -> tuple[Memo, Memo] | None:
    """The memos of the two years that are named; of one year, that memo and the one before it."""
    if not _BETWEEN.search(asked.text):
        return None
    dated = [memo for memo in series if memo.letterhead.date]
    chosen = [m for m in dated if m.letterhead.date and m.letterhead.date.year in asked.years]
    if len(asked.years) == 1 and len(chosen) == 1 and dated.index(chosen[0]) > 0:
        return dated[dated.index(chosen[0]) - 1], chosen[0]
    if not asked.years and len(dated) >= 2:
        return dated[-2], dated[-1]
    return (chosen[0], chosen[-1]) if len(chosen) >= 2 else None


def _evidence(changes: Sequence[Change]) -> tuple[Place, ...]:
    return tuple(place for change in changes for place in (*change.evidence_new[:1], *change.evidence_old[:1]))
