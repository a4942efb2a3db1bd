"""Answers that take several memos: how a status, budget or date went, since when it is so, what came and went between.

Each memo's word is cited with the memo's date, and no two are blended into one. One memo alone has no history: such a
question then goes the ordinary way.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.checks.status_counts import count_projects
from answer.comparison.statements import memo_to_statements
from answer.questions.over_time.between_memos import asks_for_changes, changes_between
from answer.questions.over_time.project_over_time import asked_kinds, project_over_time
from answer.questions.over_time.scope import Shelf, earlier_of_body
from answer.questions.over_time.series import MOST_MEMOS, Series
from answer.questions.projects.project_lists import known_count
from answer.questions.projects.whether import STATUS_TALK
from answer.questions.reading.attributes import left_over
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.question_parts import split_question
from answer.questions.reading.status_words import OPEN, asked_statuses
from answer.questions.reading.time_words import scope_by_time
from answer.questions.reading.words import fold, stems
from records.answer import Answer, Question
from records.facts import Definition
from records.library import MemoEntry
from records.memo import Memo
from records.place import Place

_EACH = re.compile(
    r",? (?:in|for|from) (?:each|every) (?:of the )?(?:reports?|memos?|years?|updates?)\b|,? (?:each|every) year\b",
    re.IGNORECASE,
)
_QUARTER_WORD = r"(?:first|second|third|fourth)"
_FIGURE = re.compile(
    r"^how (?:did|has|have|does) (?P<what>(?:the )?(?:[\w-]+ ){0,3}?(?:number|count|share|percentage|proportion"
    r"|rate|amount"
    r"|total|average|median)\b(?: .{2,90}?)?) (?:been )?(?:chang|develop|evolv|mov|vari|gone|go)\w*(?P<rest>.*)$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"^ ?(?:over|across|in|through|from)\b.{0,20}\b(?:time|years|reports|memos|quarters|one)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\b(?:how (?:did|has|have|does)|what (?:is|was)) the (?:trend in the )?(?:number"
    r"|count) of (?P<which>(?:[\w/-]+ ){0,3}?)(?P<what>projects|programmes|programs"
    r"|schemes|initiatives)(?P<rest> (?:in|of|to) .{2,60}?)? (?:been )?(?:chang|develop|evolv|mov|gone|vari|grow"
    r"|grew)\w*",
    re.IGNORECASE,
)
_NUMBER_TALK = stems(
    "number count project programme develop developed change changed evolve evolved move moved gone vary grow "
    "grew time over "
    "years reports"
)
_MEANING = re.compile(r"\b(?:meaning|definition|defin\w+|mean)\b.*\bchang|\bredefin", re.IGNORECASE)
_HEAD_BLOCKS = 8


def over_time_answer(question: Question, asked: Asked, entries: Sequence[MemoEntry], library: Shelf) -> Answer | None:
    """ "When did the seawall turn red?", "How did its budget change from 2030 to 2031?", "Which were dropped?" """
    if question.memo is not None or len(entries) < 2:
        return None
    if not (asked_kinds(asked) or _asks_for_meaning(asked) or _NUMBER.search(asked.text) or asks_for_changes(asked)):
        return None
    series = Series(earlier_of_body(entries[0], entries)[-MOST_MEMOS:], library)
    if len(series) < 2 or split_question(asked.text, series.projects) is not None:
        return None
    return (
        project_over_time(question, asked, series)
        or _definition_change(question, asked, series)
        or _numbers(question, asked, series)
        or changes_between(question, asked, series, explained=lambda: _of_the_series(asked, series))
    )


def _asks_for_meaning(asked: Asked) -> bool:
    return bool(_MEANING.search(asked.text) and asked_statuses(asked.text))


def _numbers(question: Question, asked: Asked, series: Sequence[Memo]) -> Answer | None:
    """ "How did the number of red projects develop?": each memo's, where it is known, with the rows counted."""
    found = _NUMBER.search(asked.text)
    statuses = asked_statuses(found["which"]) if found else ()
    if found is None or left_over(asked, STATUS_TALK, _NUMBER_TALK, _of_the_series(asked, series)):
        return None
    counts = [(memo, number) for memo in series if (number := _number(memo, statuses)) is not None]
    if len(counts) < 2:
        return None
    parts = [f"{memo.letterhead.date or memo.document.file}: {number}" for memo, (number, _) in counts]
    without = len(series) - len(counts)
    notes = (f"{without} of the {len(series)} memos do not tell how many.",) if without else ()
    return Answer(question=question, outcome="answered", text=f"{'; '.join(parts)}.",
                  values=tuple(str(number) for _, (number, _) in counts), method="computed",
                  as_of=counts[-1][0].letterhead.date, notes=notes, working="counted the projects of each memo",
                  citations=tuple(place for _, (_, places) in counts for place in places), confidence=0.8)  # fmt: skip


def _number(memo: Memo, statuses: Sequence[str]) -> tuple[int, tuple[Place, ...]] | None:
    open_rows = [project for project in memo.projects if project.status in OPEN]
    if not statuses:
        totals = count_projects(memo, memo_to_statements(memo))
        places = totals.places or tuple(row.place for row in open_rows)
        return (totals.total, places) if totals.total is not None and places else None
    known = known_count(memo, statuses)
    rows = [row for row in open_rows if row.status in statuses] or open_rows
    return (known[0], tuple(row.place for row in rows)) if known and rows else None


def _of_the_series(asked: Asked, series: Sequence[Memo]) -> frozenset[str]:
    """What names the series itself: its committee, city, office, as they stand in its latest memo."""
    memo = series[-1]
    ends = (*memo.document.blocks[:_HEAD_BLOCKS], *memo.document.furniture, *memo.document.blocks[-_HEAD_BLOCKS:])
    head = fold(" | ".join(block.text for block in ends))
    names = [name for name in asked.names if fold(name) in head]
    return stems(" ".join((memo.letterhead.body or "", memo.letterhead.subject or "", *names)))


def each_memo_question(question: Question) -> Question | None:
    """ "How many ferries ran in each report?" as the question that every memo is to be asked."""
    text = _EACH.sub("", question.text)
    return replace(question, text=text) if text != question.text else None


def figure_question(question: Question, entries: Sequence[MemoEntry]) -> tuple[Question, tuple[MemoEntry, ...]] | None:
    """ "How did the number of ferries change from 2030 to 2031?" as "What was the number of ferries?", and the memos
    that are to be asked it."""
    found = _FIGURE.search(question.text)
    if found is None:
        return None
    single = replace(question, text=f"What was {found['what'].strip()}?")
    times = re.findall(rf"(?:{_QUARTER_WORD} quarter|(?:19|20)\d\d)", found["rest"], re.IGNORECASE)
    if len(times) < 2:
        return (single, tuple(entries)) if not found["rest"].strip(" ?") or _OVER.search(found["rest"]) else None
    if re.search(r"\bquarter\b", found["rest"]):
        times = [word if "quarter" in word else f"{word} quarter" for word in re.findall(
            rf"\b{_QUARTER_WORD}\b", found["rest"], re.IGNORECASE)]  # fmt: skip
    chosen = [scope_by_time(f"in the {time} report", entries).entries for time in times]
    if any(len(memos) != 1 for memos in chosen):
        return None
    return single, tuple(memos[0] for memos in chosen)


def joined_answers(question: Question, answers: Sequence[Answer]) -> Answer | None:
    """One answer a memo, oldest first, each with its memo's date."""
    kept = sorted((a for a in answers if a.outcome == "answered"), key=lambda a: (a.as_of is None, str(a.as_of)))
    if len(kept) < 2:
        return None
    parts = [
        f"{answer.as_of or answer.citations[0].file}: {answer.values[0] if answer.values else answer.text}"
        for answer in kept
    ]
    citations = tuple(place for answer in kept for place in answer.citations)
    return Answer(
        question=question,
        outcome="answered",
        text="; ".join(parts) + ".",
        values=tuple(answer.values[0] if answer.values else answer.text for answer in kept),
        method=kept[-1].method,
        as_of=kept[-1].as_of,
        citations=citations,
        notes=tuple(dict.fromkeys(note for answer in kept for note in answer.notes)),
        confidence=min(answer.confidence for answer in kept),
    )


def _definition_change(question: Question, asked: Asked, series: Sequence[Memo]) -> Answer | None:
    """ "How did the meaning of yellow change in 2031?" from the two memos' definitions."""
    if not _asks_for_meaning(asked):
        return None
    wanted = asked_statuses(asked.text)
    found = [(m, d) for m in series for d in m.definitions if d.status in wanted]
    steps: list[tuple[Memo, Definition]] = []
    for memo, definition in found:
        if not steps or steps[-1][1].meaning != definition.meaning:
            steps.append((memo, definition))
    chosen = [
        pair for pair in steps if pair[0].letterhead.date and pair[0].letterhead.date.year in asked.years
    ] or steps[-1:]
    before = [pair for pair in steps if steps.index(pair) < steps.index(chosen[0])][-1:] if chosen else []
    if not chosen or not before:
        return None
    (old_memo, old), (new_memo, new) = before[0], chosen[0]
    text = f"It became ({new_memo.letterhead.date}): {new.meaning}. Before ({old_memo.letterhead.date}): {old.meaning}."
    return Answer(question=question, outcome="answered", text=text, values=(new.meaning, old.meaning), method="record",
                  as_of=new_memo.letterhead.date, citations=(*new.places, *old.places), confidence=0.8)  # fmt: skip
