"""A question in, an answer out: from the latest memo that speaks of it, with citations, or not at all.

Memos are asked latest first and never blended; what is asked over time is answered from the records of several. Two
committees that answer differently make the question ambiguous.
"""

from collections.abc import Sequence
from dataclasses import replace

from answer.one_memo import PASSAGES, answer_from_memo, as_written, question_to_case
from answer.questions.over_time.nearest_bodies import of_nearest_bodies
from answer.questions.over_time.over_time import each_memo_question, figure_question, joined_answers, over_time_answer
from answer.questions.over_time.present_names import in_the_memos_names, what_it_became
from answer.questions.over_time.scope import Shelf, earlier_of_body, memos_in_scope
from answer.questions.over_time.series import Series
from answer.questions.over_time.two_times import joined_parts, parts_of_two_times
from answer.questions.parts.two_parts import parts_apart
from answer.questions.reading.attributes import asks_for_a_state
from answer.questions.reading.named_projects import find_named
from answer.questions.reading.question_parse import Asked, parse_question
from answer.questions.reading.spelling import NOTHING, as_the_memo_writes
from answer.questions.reading.time_words import Scoped, entries_to_series, scope_by_bare_time, scope_by_time
from answer.questions.reading.wording import plain_question
from answer.questions.reply import Case, not_found
from answer.questions.texts.finding_notes import with_finding_notes
from answer.questions.texts.missing_parts import missing_parts
from records.answer import Answer, Question
from records.facts import Project
from records.library import MemoEntry

EACH_MEMOS = 12
"""The most memos that "in each report" is put to."""
_NO_MEMO = "No memo in the library fits the question's date, year or committee."
MEMOS = 6
"""Memos asked, latest first, before the answer is that they do not say."""


def answer_question(question: Question, library: Shelf) -> Answer:
    """The question is read in its plain form; the answer carries it as it was asked."""
    plain = replace(question, text=plain_question(question.text))
    answer = _answer(plain, library)
    if answer.outcome == "not_found":
        answer = _parts_apart(plain, library) or answer
    return replace(answer, question=question)


def _parts_apart(question: Question, library: Shelf) -> Answer | None:
    """The parts of a question that no memo answers whole, each put to all memos."""
    entries = memos_in_scope(question, parse_question(question.text), library)
    if not entries:
        return None

    def ask(text: str) -> Answer | None:
        answer = _answer(replace(question, text=text), library)
        return answer if answer.outcome == "answered" else None

    return parts_apart(question, library.memo(entries[0].id), ask)


def _answer(question: Question, library: Shelf) -> Answer:
    asked = parse_question(as_the_memo_writes(question.text, NOTHING)[0])
    entries = of_nearest_bodies(asked.text, memos_in_scope(question, asked, library), library)
    if not entries or not asked.text:
        return not_found(question, notes=(_NO_MEMO,))
    latest = as_written(question, library.memo(entries[0].id))[0]
    over_time = _over_time(latest, asked, entries, library) or _two_times(latest, entries, library)
    if over_time is not None:
        return over_time
    scoped = _of_its_time(question, entries, library)
    if not scoped.entries or not scoped.text:
        return not_found(question, notes=(_NO_MEMO,))
    question = replace(question, text=scoped.text)
    return _from_latest(question, parse_question(scoped.text), scoped.entries, library)


def _over_time(question: Question, asked: Asked, entries: Sequence[MemoEntry], library: Shelf) -> Answer | None:
    """Each committee's memos are asked as a series of their own."""
    found = []
    for series in entries_to_series(entries):
        answer = (
            _each_memo(question, series, library)
            or over_time_answer(question, asked, series, library)
            or _figures(question, series, library)
        )
        if answer is not None:
            found.append((series[0].body, answer))
    return _one_or_ambiguous(question, found) if found else None


def _of_its_time(question: Question, entries: Sequence[MemoEntry], library: Shelf) -> Scoped:
    """The memos of the time that the question names, and the question without it."""
    scoped = scope_by_time(question.text, entries, today=question.as_of)
    if scoped.told:
        return scoped
    bare = scope_by_bare_time(question.text, entries, today=question.as_of)
    if bare is None:
        return scoped
    if question.memo is not None and (bare.entries or not _is_to_come(question.text, entries[0])):
        return scoped
    return bare if asks_for_a_state(bare.text, _projects(entries, library)) else scoped


def _is_to_come(text: str, entry: MemoEntry) -> bool:
    """Whether the question names a year after the memo's own: no memo tells how things will stand then."""
    return entry.date is not None and any(year > entry.date.year for year in parse_question(text).years)


def _projects(entries: Sequence[MemoEntry], library: Shelf) -> Sequence[Project]:
    """Those of the latest memos, read when they are looked at."""
    return Series(entries[:EACH_MEMOS], library).projects


def _two_times(question: Question, entries: Sequence[MemoEntry], library: Shelf) -> Answer | None:
    """ "Who led it last year and who leads it now?": each part is asked of its own time."""
    if question.memo is not None:
        return None
    parts = parts_of_two_times(question.text, entries, _projects(entries, library))
    if parts is None:
        return None
    return joined_parts(question, [_answer(replace(question, text=part), library) for part in parts])


def _from_latest(question: Question, asked: Asked, entries: Sequence[MemoEntry], library: Shelf) -> Answer:
    """The latest memo's answer; an older one's with a note; both named where two committees answer differently."""
    answers: dict[str | None, Answer] = {}
    latest: dict[str | None, MemoEntry] = {}
    cases = []
    for entry in _nearest(asked, entries, library):
        latest.setdefault(entry.body, entry)
        if entry.body in answers:
            continue
        text, renamed = in_the_memos_names(question.text, entry, library)
        case = question_to_case(replace(question, text=text), library.memo(entry.id), library)
        cases.append(case)
        answer = answer_from_memo(case, library)
        if answer is not None and not (answer.outcome == "not_found" and case.asked.shape == "definition"):
            later = _went_into(text, entry, latest[entry.body], library)
            noted = with_finding_notes(replace(answer, notes=(*renamed, *later, *answer.notes)), case.memo)
            answers[entry.body] = _with_age(noted, entry, latest[entry.body])
    if not answers:
        missing = [part.message for case in cases for part in missing_parts(question.text, case.memo)]
        nearest = tuple(cases[0].candidates[:2]) if cases else ()
        mended = [note for case in cases for note in case.mended]
        return not_found(question, notes=tuple(dict.fromkeys((*mended, *missing))), nearest=nearest)
    return _one_or_ambiguous(question, _of_those_that_know(question, answers, cases))


def _went_into(text: str, entry: MemoEntry, latest: MemoEntry, library: Shelf) -> tuple[str, ...]:
    """What became of the project that an older memo is asked of, where later ones tell."""
    if entry.id == latest.id:
        return ()
    named = [each for each in find_named(text, library.memo(entry.id).projects) if each.whole]
    if len(named) != 1:
        return ()
    series = Series.of_body(entry.body, library)
    name = named[0].project.project
    return tuple(f"{name}: {kin.text}." for kin in what_it_became(name, series, series.decisions))


def _of_those_that_know(
    question: Question, answers: dict[str | None, Answer], cases: Sequence[Case]
) -> list[tuple[str | None, Answer]]:
    """Where some memos know a project by the very name that the question gives, only their committees' answers."""
    knowing = {
        case.memo.letterhead.body
        for case in cases
        if any(named.whole for named in find_named(question.text, case.memo.projects))
    }
    kept = [(body, answer) for body, answer in answers.items() if body in knowing]
    return kept or list(answers.items())


def _each_memo(question: Question, entries: Sequence[MemoEntry], library: Shelf) -> Answer | None:
    """ "in each report" puts the rest of the question to every memo of the latest one's committee."""
    single = each_memo_question(question)
    if single is None or question.memo is not None:
        return None
    series = earlier_of_body(entries[0], entries)[-EACH_MEMOS:]
    cases = [question_to_case(single, library.memo(entry.id), library) for entry in series]
    answers = [answer_from_memo(case, library) for case in cases]
    return joined_answers(question, [answer for answer in answers if answer is not None])


def _figures(question: Question, entries: Sequence[MemoEntry], library: Shelf) -> Answer | None:
    """One figure of several memos: each must tell it in the same measure, or nothing is said."""
    figure = figure_question(question, entries[:EACH_MEMOS])
    if figure is None or question.memo is not None:
        return None
    cases = [question_to_case(figure[0], library.memo(entry.id), library) for entry in figure[1]]
    answers = [answer for case in cases if (answer := answer_from_memo(case, library)) is not None]
    if len(answers) < len(cases) or any(answer.outcome != "answered" for answer in answers):
        return None
    return joined_answers(question, answers)


def _nearest(asked: Asked, entries: Sequence[MemoEntry], library: Shelf) -> list[MemoEntry]:
    """The memos to ask, latest first: where there are many, each committee's latest and those that a search over all
    of them leads to."""
    if len(entries) <= MEMOS:
        return list(entries)
    found = library.memos_near(asked.text, memos=[entry.id for entry in entries], limit=PASSAGES)
    latest = {entry.body: entry.id for entry in reversed(entries)}
    wanted = dict.fromkeys((*latest.values(), *found))
    kept = set(list(wanted)[: max(MEMOS, len(latest))])
    return [entry for entry in entries if entry.id in kept]


def _with_age(answer: Answer, entry: MemoEntry, latest: MemoEntry) -> Answer:
    if entry.id == latest.id:
        return answer
    ours, theirs = (f"the memo of {e.date}" if e.date else f"{e.file}, which has no date" for e in (entry, latest))
    note = f"The latest, {theirs}, does not say; this is from {ours}."
    return replace(answer, notes=(note, *answer.notes), confidence=round(answer.confidence * 0.8, 2))


def _one_or_ambiguous(question: Question, answers: list[tuple[str | None, Answer]]) -> Answer:
    bodies = {id(answer): body for body, answer in answers}
    told = [answer for _, answer in answers if answer.outcome == "answered"]
    best = max(told or [answer for _, answer in answers], key=lambda answer: answer.confidence)
    others = [a for _, a in answers if told and a is not best and a.text and a.text != best.text]
    close = [a for a in others if a.outcome == "false_premise" or a.confidence >= best.confidence - 0.1]
    if not close:
        return best
    rivals = [best, *close]
    said = " ".join(f"{bodies[id(a)] or a.citations[0].file} ({a.as_of}): {a.text}" for a in rivals)
    return Answer(
        question=question,
        outcome="ambiguous",
        text=f"Several committees' memos answer this; name one. {said}",
        values=tuple(value for answer in rivals for value in answer.values),
        method=best.method,
        as_of=best.as_of,
        citations=tuple(place for answer in rivals for place in answer.citations),
        notes=tuple(dict.fromkeys(note for answer in rivals for note in answer.notes)),
        confidence=round(best.confidence / len(rivals), 2),
    )
