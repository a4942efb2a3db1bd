"""What came and went between memos: which projects were dropped, joined, renamed, turned a colour, improved.

The comparison itself is ``answer.compare``. Between two memos that lie apart, each memo is held against the next, so
that what came and went in between is told with the report that tells it; a change of status "between" two is the
difference of the two.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from answer.compare import compare
from answer.comparison.scales import is_worse
from answer.questions.over_time.series import Series
from answer.questions.projects.whether import STATUS_TALK
from answer.questions.reading.attributes import left_over
from answer.questions.reading.named_projects import match_names
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.status_words import STATED, asked_statuses
from answer.questions.reading.time_words import is_within
from answer.questions.reading.words import PROJECT_WORD, stems
from extract.language.dates import parse_period
from records.answer import Answer, Question
from records.comparison import Change, ChangeKind
from records.identity import Decision
from records.memo import Memo
from records.place import Place

_REPORT = r"(?:memo|memorandum|report|update)"
_SPAN = re.compile(
    rf"\bbetween\b|\bfrom\b.*\bto\b|\bsince (?:the )?(?:\w+ )?(?:last|previous|prior|first|{_REPORT}|(?:19|20)\d\d"
    rf"|[A-Z]\w+ (?:19|20)\d\d)"
    rf"|\bin (?:the )?(?:\w+ )?(?:19|20)\d\d\b|\bin (?:the |its )?(?:latest|last|newest|current|new"
    rf"|this) (?:\w+ )?{_REPORT}\b"
    r"|\bthis (?:year|quarter|time)\b|\bsince\b",
    re.IGNORECASE,
)
_WORDINGS: tuple[tuple[tuple[ChangeKind, ...], str, str], ...] = (
        (
            ("dropped",),
            "dropped",
            r"\b(?:dropped|disappear\w*|missing|vanish\w*|gone|unexplained|without (?:a word|explanation)|removed"
            r"|fell off"
            r"|no longer (?:listed|reported|in))\b",
        ),
        (("cancelled",), "cancelled", r"\bcancell?ed\b"),
        (("re_entered",), "back", r"\b(?:return\w*|re-?enter\w*|came back|come back|back in|reappear\w*)\b"),
        (("joined",), "new", r"\b(?:joined|new(?:ly)?|added|entered)\b(?! names?)"),
        (("renamed",), "renamed", r"\brenamed?\b|\bnew names?\b|\bchanged (?:its|their) names?\b"),
        (("merged",), "merged", r"\bmerged?\b|\bcombined\b"),
        (("split",), "split", r"\bsplit\b"),
        (("status_changed",), "improved", r"\b(?:improv\w+|better|recover\w+)\b"),
        (("status_changed",), "worsened", r"\b(?:worse\w*|deteriorat\w+|slipp?ed)\b"),
        (
            ("status_changed",),
            "turned",
            r"\b(?:turned|turn|became|become|went|moved|fell|changed (?:status|colou?r|rating)s?|changed (?:its"
            r"|their) \w+)\b",
        ),
        (("completed", "completed_with_residual"), "completed", r"\b(?:completed|finished)\b"),
)  # fmt: skip
_KINDS = tuple((kinds, word, re.compile(pattern, re.IGNORECASE)) for kinds, word, pattern in _WORDINGS)
_ALL = re.compile(
    rf"\bwhat (?:has |was |is )?(?:changed|new|different)\b|\bwhat (?:are|were) the changes\b|\bwhich changes\b"
    rf"|\bhow (?:does|did|do) (?:the|this) .{{0,30}}{_REPORT}s? differ\b",
    re.IGNORECASE,
)
_PROJECTS = re.compile(rf"\b(?:which|what|how many|list|name) (?:[\w-]+ ){{0,3}}?{PROJECT_WORD}\b", re.IGNORECASE)
_TALK = stems(
    """dropped disappeared missing vanished gone unexplained without word explanation removed fell off no longer listed
    reported cancelled canceled returned return re-entered reentered came come back reappeared absent joined
    new newly added
    entered renamed rename name names merged merge combined split improved improve better recovered worse worsened
    deteriorated turned turn became become went moved fell changed change changes different status color colour rating
    completed finished since last previous prior first report memo update memorandum year quarter between from to latest
    newest current register list portfolio programme both two what which how many number was were into time been had
    january february march april may june july august september october november december another after
    before""".replace("\n", " ")
)
_MOST_CHANGES = 40


def changes_between(
    question: Question, asked: Asked, series: Series, *, explained: Callable[[], frozenset[str]]
) -> Answer | None:
    """ "Which projects turned red since 2030?", "What changed since the last report?"; ``explained`` are words that
    name the series itself."""
    if not asks_for_changes(asked):
        return None
    if _names_one(asked, series) or left_over(asked, _TALK, STATUS_TALK, explained()):
        return None
    span = _asked_span(asked, series)
    if span is None:
        return None
    chosen = _asked_change(asked)
    if chosen is None:
        return _all_changes(question, span, series, series.decisions)
    kinds, word, _ = chosen
    return _changes(question, asked, span, series, kinds=kinds, word=word, decisions=series.decisions)


def asks_for_changes(asked: Asked) -> bool:
    """Whether it asks what changed, or which projects did one of the things that the records of two memos tell."""
    return bool(_ALL.search(asked.text)) or (bool(_PROJECTS.search(asked.text)) and _asked_change(asked) is not None)


def _asked_change(asked: Asked) -> tuple[tuple[ChangeKind, ...], str, re.Pattern[str]] | None:
    """The one change that is asked for; none where all are."""
    if _ALL.search(asked.text):
        return None
    return next((each for each in _KINDS if each[2].search(asked.text)), None)


def _names_one(asked: Asked, series: Series) -> bool:
    return any(match.whole for names in series.names for match in match_names(asked.text, names))


def _changes(
    question: Question,
    asked: Asked,
    span: Sequence[Memo],
    series: Sequence[Memo],
    *,
    kinds: tuple[ChangeKind, ...],
    word: str,
    decisions: Sequence[Decision],
) -> Answer | None:
    wanted = asked_statuses(asked.text) if word == "turned" else ()
    pairs = [(span[0], span[-1])] if word in ("improved", "worsened") else list(pairwise(span))
    found: list[tuple[Change, Memo]] = []
    for old, new in pairs:
        changes = compare(old, new, earlier=_before(old, series), decisions=decisions).changes
        found += [(each, new) for each in changes if each.kind in kinds and _fits(each, word, wanted)]
    if not found:
        return None
    names = list(dict.fromkeys(_name(change, word) for change, _ in found))
    apart = len(pairs) > 1
    told = [
        f"{_described(change, word)}{f' (report of {new.letterhead.date})' if apart else ''}" for change, new in found
    ]
    counted = f"{len(names)}: " if asked.shape == "count" else ""
    days = f"{span[0].letterhead.date} and {span[-1].letterhead.date}"
    notes = tuple(dict.fromkeys(change.note for change, _ in found if change.uncertain and change.note))
    text = f"{counted}{'; '.join(dict.fromkeys(told))} (between the reports of {days})."
    return Answer(question=question, outcome="answered", text=text, values=tuple(names), method="record",
                  as_of=span[-1].letterhead.date, citations=_evidence([c for c, _ in found]), notes=notes,
                  confidence=0.78)  # fmt: skip


def _fits(change: Change, word: str, wanted: Sequence[str]) -> bool:
    if change.kind != "status_changed":
        return True
    if word in ("improved", "worsened"):
        worse = is_worse(change.old, change.new) if change.old and change.new else None
        return worse is not None and worse == (word == "worsened")
    return not wanted or change.new in wanted


def _name(change: Change, word: str) -> str:
    name = change.project_old if word in ("merged", "split") else change.project_new
    return str(name or change.project_new or change.project_old)


def _described(change: Change, word: str) -> str:
    """ "Old Shed, now Harbour Hall", "Pier 4 (yellow to green)"; else the name alone."""
    if change.kind == "renamed":
        return f"{change.project_old}, now {change.project_new}"
    if change.kind in ("merged", "split") and change.project_old and change.project_new:
        return f"{change.project_old} into {change.project_new}"
    name = _name(change, word)
    if change.kind == "status_changed" and change.old and change.new:
        return f"{name} ({STATED.get(change.old, change.old)} to {STATED.get(change.new, change.new)})"
    return name


def _all_changes(
    question: Question, span: Sequence[Memo], series: Sequence[Memo], decisions: Sequence[Decision]
) -> Answer | None:
    """Every change of projects between the first and the last memo, kind by kind."""
    old, new = span[0], span[-1]
    found = compare(old, new, earlier=_before(old, series), decisions=decisions).changes
    groups: dict[str, list[str]] = {}
    kept = []
    for change in found:
        label = _LABELS.get(change.kind)
        if label is not None:
            kept.append(change)
            groups.setdefault(label, []).append(
                _described(change, "merged" if change.kind in ("merged", "split") else "")
            )
    if not kept or len(kept) > _MOST_CHANGES:
        return None
    told = " ".join(f"{label}: {'; '.join(dict.fromkeys(names))}." for label, names in groups.items())
    text = f"From the report of {old.letterhead.date} to that of {new.letterhead.date}: {told}"
    return Answer(question=question, outcome="answered", text=text,
                  values=tuple(f"{label}: {'; '.join(names)}" for label, names in groups.items()), method="record",
                  as_of=new.letterhead.date, citations=_evidence(kept), confidence=0.75)  # fmt: skip


_LABELS: dict[str, str] = {
    "status_changed": "Status changed", "renamed": "Renamed", "joined": "New", "completed": "Completed",
    "completed_with_residual": "Completed with something left open", "cancelled": "Cancelled",
    "dropped": "No longer listed, without a word", "merged": "Merged", "split": "Split", "re_entered": "Back",
}  # fmt: skip


def _asked_span(asked: Asked, series: Sequence[Memo]) -> Sequence[Memo] | None:
    """The memos from the one to the other that the question names, oldest first; of one year alone, its memo and the
    one before; without a time, the last two."""
    dated = [memo for memo in series if memo.letterhead.date is not None]
    text = asked.text
    if len(dated) < 2:
        return None
    if re.search(rf"\bsince (?:the )?(?:very )?first {_REPORT}\b", text, re.IGNORECASE):
        return dated
    times = list(dict.fromkeys(re.findall(rf"(?:(?:{_MONTHS}) )?(?:19|20)\d\d", text)))
    chosen = [[memo for memo in dated if is_within(memo.letterhead.date, time)] for time in times]
    if not times:
        open_ended = _SPAN.search(text) or re.search(
            r"\bnew\b|\brenamed?\b|\bdropped\b|\bchanged\b", text, re.IGNORECASE
        )
        return dated[-2:] if open_ended else None
    if len(times) == 1 and not chosen[0] and " " in times[0]:
        return _around(times[0], dated)
    if any(not memos for memos in chosen) or not _SPAN.search(text):
        return None
    first, last = dated.index(chosen[0][0]), dated.index(chosen[-1][-1])
    if len(times) > 1:
        return dated[min(first, last) : max(first, last) + 1] if first != last else None
    if re.search(r"\bsince\b", text, re.IGNORECASE):
        since = dated.index(chosen[0][-1])
        return dated[since:] if since < len(dated) - 1 else None
    return dated[first - 1 : last + 1] if first else None


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _around(time: str, dated: Sequence[Memo]) -> Sequence[Memo] | None:
    """The last memo before a month without one and the first after it."""
    period = parse_period(time)
    if period is None or period.last is None:
        return None
    after = next((n for n, memo in enumerate(dated) if memo.letterhead.date and memo.letterhead.date > period.last), 0)
    return dated[after - 1 : after + 1] if after else None


def _before(old: Memo, series: Sequence[Memo]) -> list[Memo]:
    """The memos before ``old``."""
    day = old.letterhead.date
    return [memo for memo in series if memo.letterhead.date and day and memo.letterhead.date < day]


def _evidence(changes: Sequence[Change]) -> tuple[Place, ...]:
    return tuple(
        dict.fromkeys(place for change in changes for place in (*change.evidence_new[:1], *change.evidence_old[:1]))
    )
