"""Questions of two parts that mean two memos: "Who led the ferry dock last year, and who leads it now?"."""

from collections.abc import Sequence
from dataclasses import replace

from answer.questions.reading.named_projects import find_named
from answer.questions.reading.question_parts import split_question
from answer.questions.reading.time_words import scope_by_bare_time, scope_by_time
from records.answer import Answer, Question
from records.facts import Project
from records.library import MemoEntry

_PRONOUNS = ("it", "its", "they", "their", "that")


def parts_of_two_times(text: str, entries: Sequence[MemoEntry], projects: Sequence[Project]) -> tuple[str, str] | None:
    """The two parts, each with its own subject, where they mean different memos and one says so."""
    split = split_question(text, projects)
    if split is None or len(split.texts) != 2 or len(entries) < 2:
        return None
    parts = split.texts
    times = [_memos_of(part, entries) for part in parts]
    if times[0] == times[1] or not any(times):
        return None
    first, second = parts[0], parts[1]
    named = find_named(first, projects)
    names = {each.project.project for each in named}
    words = second.rstrip("?").split()
    if any(word.lower().strip(",") in _PRONOUNS for word in words):
        if len(names) != 1:
            return None
        second = " ".join(_put(word, next(iter(names))) for word in words)
    return first, f"{second.rstrip('?')}?"


def joined_parts(question: Question, answers: Sequence[Answer]) -> Answer | None:
    """Both answers, each with its memo's date; nothing unless both were found."""
    if any(answer.outcome != "answered" for answer in answers):
        return None
    told = [f"{answer.text.rstrip('.')} ({answer.as_of})." if answer.as_of else answer.text for answer in answers]
    return replace(
        answers[-1],
        question=question,
        text=" ".join(told),
        values=tuple(value for answer in answers for value in answer.values),
        citations=tuple(dict.fromkeys(place for answer in answers for place in answer.citations)),
        working="; ".join(answer.working for answer in answers if answer.working) or None,
        notes=tuple(dict.fromkeys(note for answer in answers for note in answer.notes)),
        confidence=min(answer.confidence for answer in answers),
    )


def _memos_of(part: str, entries: Sequence[MemoEntry]) -> tuple[str, ...]:
    """The ids of the memos that the part's time words mean; none where it has no such words."""
    scoped = scope_by_time(part, entries)
    if scoped.told:
        return tuple(entry.id for entry in scoped.entries)
    bare = scope_by_bare_time(part, entries)
    return tuple(entry.id for entry in bare.entries) if bare else ()


def _put(word: str, name: str) -> str:
    bare = word.lower().strip(",")
    if bare in ("its", "their"):
        return f"{name}'s"
    return name if bare in _PRONOUNS else word
