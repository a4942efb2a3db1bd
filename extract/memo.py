"""A document -> a memo: everything this room knows, in the order in which one part needs the other."""

from collections.abc import Iterator
from dataclasses import replace

from extract.facts.commitments import document_to_commitments
from extract.facts.metrics import document_to_metrics
from extract.frame.definitions import context_to_definitions
from extract.frame.identity import letterhead_to_id
from extract.frame.letterhead import date_is_meeting, document_to_letterhead
from extract.frame.list_date import with_list_date
from extract.frame.omissions import context_to_omissions
from extract.frame.remarks import context_to_coordination, context_to_recommendations
from extract.frame.sections import document_to_sections
from extract.lists.problems import context_to_list_problems
from extract.projects.house_words import definitions_to_words, with_statuses
from extract.projects.joined import document_to_projects
from extract.statements import make_context
from records.document import Document, Problem
from records.memo import Letterhead, Memo


def document_to_memo(document: Document) -> Memo:
    """Understand one document. What cannot be known stays ``None`` and is listed among the problems."""
    unnamed = with_list_date(document_to_letterhead(document), document)
    memo_id = letterhead_to_id(unnamed, document)
    letterhead = _with_memo(unnamed, memo_id)
    sections = document_to_sections(document)
    context = make_context(document, sections, letterhead, memo_id)
    definitions = context_to_definitions(context)
    words = definitions_to_words(definitions)
    projects = document_to_projects(document, sections, letterhead, memo_id, words=words)
    return Memo(
        id=memo_id,
        letterhead=letterhead,
        sections=sections,
        projects=projects,
        metrics=document_to_metrics(document, sections, letterhead, memo_id, projects=projects),
        commitments=document_to_commitments(document, sections, letterhead, memo_id, projects=projects),
        definitions=with_statuses(definitions, words),
        omissions=context_to_omissions(context, projects),
        recommendations=context_to_recommendations(context),
        coordination=context_to_coordination(context),
        problems=(*document.problems, *_head_problems(letterhead, document), *context_to_list_problems(context)),
        document=document,
    )


def _with_memo(letterhead: Letterhead, memo_id: str) -> Letterhead:
    """The id is made from the letterhead, so its places learn of it last."""
    places = tuple((name, replace(place, memo=memo_id)) for name, place in letterhead.places)
    return replace(letterhead, places=places)


def _head_problems(letterhead: Letterhead, document: Document) -> Iterator[Problem]:
    """A published list is addressed to nobody: it wants a date alone, or what it gives the state of."""
    if letterhead.as_of is not None:
        return
    if document.media in ("csv", "xlsx") and not (letterhead.to or letterhead.from_):
        if letterhead.date is None:
            yield Problem(kind="date_unknown", page=None, message="The list's own date was not found.")
        return
    yield from _letterhead_problems(letterhead)


def _letterhead_problems(letterhead: Letterhead) -> Iterator[Problem]:
    if not any((letterhead.to, letterhead.from_, letterhead.subject, letterhead.date)):
        yield Problem(kind="no_letterhead", page=None, message="No TO, FROM, SUBJECT or DATE was found.")
        return
    if letterhead.date is None:
        yield Problem(kind="date_unknown", page=None, message="The memo's own date was not found.")
    if date_is_meeting(letterhead):
        yield Problem(
            kind="date_is_meeting", page=None, message="Only its meeting's date is known; it is used as its own."
        )
    if letterhead.subject is None:
        yield Problem(kind="subject_unknown", page=None, message="The memo's subject was not found.")
    if letterhead.body is None:
        yield Problem(kind="body_unknown", page=None, message="The committee or council it reports to was not found.")
