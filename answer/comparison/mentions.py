"""Where a memo speaks of a project that it has no record of: the sentences, headings and table rows that name it.

Absence is claimed only where none of them does. A status is taken from a sentence that claims it of the project in so
many words; what is foreseen, denied, or said of a part of the work is no status.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer.comparison.names import acronyms_in, fold_name, name_stems, name_to_forms
from answer.comparison.statements import Statement, find_names, memo_to_statements, names_index
from extract.projects.names import find_short_forms, is_acronym, one_match
from extract.projects.sentences import sentences_to_projects
from extract.projects.status_words import find_statuses
from extract.statements import context_to_statements, make_context
from records.document import words_to_places
from records.facts import Project
from records.memo import Memo
from records.place import Place
from records.table import Cell

ENDING = ("complete", "cancelled", "on_hold")
"""Statuses that a claim in passing can give a project that has no record of its own."""

_RATED = (*ENDING, "red", "yellow", "green")
"""Statuses that a sentence can give it that has the project for its subject."""

_GENERIC_END = re.compile(r"\s(?:project|program|programme|initiative|effort|system|phase)$", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z][\w'’&-]{0,30}(?:\s[A-Z][\w'’&-]{0,30}){1,6}")
_BRACKETED = re.compile(r"\(([A-Z][\w&.-]{1,12})\)")
_MERGED = re.compile(
    r"\b(?:merged|combined|consolidated|folded|rolled|absorbed|incorporated|subsumed|integrated)\s"
    r"(?:(?:in)?to|with|by|under|within)\b|\b(?:now|became|become|made) (?:a )?part of\b",
    re.IGNORECASE,
)
_SAID_OF_IT = (
    r"(?:,\s[^,]{1,80},|\s\([^()]{1,60}\))?\s?(?::|[–—-]|\b(?:was|were|is|are|has been|have been|had been|got)\b)\s"
    r"(?:[a-z]+ly\s|now\s|also\s|all\s){0,2}(?:put\s|placed\s)?"
)
_CLOSED = r"(?P<closed>closed(?: out)?|ended|wrapped up)\b"
_DID = re.compile(
    r"(?:,\s[^,]{1,80},|\s\([^()]{1,60}\))?\s(?:has\s|have\s)?(?:also\s|since\s)?"
    r"(?:went live|gone live|launched|reached (?:substantial |final )?completion|was placed in service|concluded|"
    r"finished)(?=[.,;]|\s(?:on|in|at|as|and|ahead|early|late|last|this|two|three|four|five|six|with)\b)",
    re.IGNORECASE,
)
_DONE_TO_IT = re.compile(
    r"\b(?:completed|finished|closed(?: out)?|delivered|completion of|completing|wrapped up)\s(?:work on\s)?"
    r"(?:the|its|our|their)?\s?(?:[A-Z][\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
_RESIDUAL = re.compile(
    r"(?:;|,\s(?:but|although|though|while|with)\b)\s(?P<left>[^.;]{0,120}\b(?:still|remains?|remaining|outstanding|"
    r"yet to be|left to|except)\b[^.;]{0,120})",
    re.IGNORECASE,
)
_NOT_FACT = re.compile(
    r"\b(?:not|never|nearly|almost|partially|partly|if|when|once|until|unless|would|could|will|may be|might|should|"
    r"to be|expected|anticipated|scheduled|planned|planning|before|toward|towards|pending|propos\w+|consider\w*|"
    r"target\w*|phase|stage|portion|percent|after)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """``status`` is a normalised one or ``merged`` where a sentence says so, ``residual`` what it says is left to do;
    ``places`` hold the words that say it, else all that name the project."""

    status: str | None
    places: tuple[Place, ...]
    residual: str | None = None

    def pages(self) -> str:
        pages = sorted({place.page for place in self.places})
        return f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"


def find_mentions(memo: Memo, projects: Sequence[Project], *, others: Sequence[Project] = ()) -> dict[int, Mention]:
    """The position of each of ``projects`` that ``memo`` names; ``others`` bear names that are not theirs."""
    if not projects:
        return {}
    lines = (*memo_to_statements(memo), *_headings(memo), *_rows(memo))
    forms = ShortForms([line.text for line in lines], names=[p.project for p in (*projects, *others)])
    index = names_index([project_to_forms(project, forms) for project in (*projects, *others)])
    named: dict[int, list[Statement]] = {}
    for line in lines:
        for key in dict.fromkeys(key for _, key in find_names(line.folded, index)):
            named.setdefault(key, []).append(line)
    told = _told_statuses(memo, projects, others)
    return {
        position: _mention(here, told.get(position), [form for form, key in index.items() if key == position])
        for position in range(len(projects))
        if (here := named.get(position))
    }


def project_to_forms(project: Project, short: "ShortForms") -> list[str]:
    """Its names, their acronyms, and the capitalised short forms in the memo that can mean no other project.

    ``Harbor Ticket Desk Upgrade (HTD)``: ``HTD``; ``Ticket Desk Upgrade`` or ``Harbor Ticket Desk`` where it stands.
    """
    forms = name_to_forms(project.project, project.aliases)
    plain = [_GENERIC_END.sub("", form) for form in forms]
    forms += [form for form in plain if len(name_stems(form)) >= 2]
    forms += [text for form in (project.project, *project.aliases) for text in _BRACKETED.findall(form)]
    forms += [word for word in acronyms_in(project.project) if len(word) >= 3 and is_acronym(word, project.project)]
    return [*forms, *short.of(project.project)]


class ShortForms:
    """The capitalised phrases of a memo's lines, read once, as short forms of many names."""

    def __init__(self, texts: Sequence[str], *, names: Iterable[str]) -> None:
        self._text = " ;\n".join(texts)
        self._folded = {name: f" {fold_name(name)} " for name in names}
        self._by_last: dict[str, list[tuple[frozenset[str], str]]] = {}
        for text in texts:
            for match in _CAPITALS.finditer(text):
                words = match.group().split()
                self._by_last.setdefault(words[-1], []).append((frozenset(words), text))

    def of(self, name: str) -> Iterator[str]:
        """Those of ``name`` that stand in no other name."""
        for form in sorted({*self._inner(name), *self._leading(name)}):
            folded = f" {fold_name(form)} "
            if len(name_stems(form)) >= 2 and not any(
                folded in other for whole, other in self._folded.items() if whole != name
            ):
                yield form

    def _inner(self, name: str) -> tuple[str, ...]:
        words = re.findall(r"[\w'’&-]+", name)
        last = words[-1] if words else ""
        texts = [text for phrase, text in self._by_last.get(last, ()) if phrase < set(words)]
        return find_short_forms(name, " ;\n".join(texts)) if texts else ()

    def _leading(self, name: str) -> Iterator[str]:
        """``Harbor Ticket Desk`` of ``Harbor Ticket Desk Upgrade``, where the text writes it with capitals."""
        words = name.split()
        for size in range(len(words) - 1, 1, -1):
            form = " ".join(words[:size])
            if all(word[0].isupper() or word.islower() for word in words[:size]) and _stands_in(self._text, form):
                yield form
                return


def _stands_in(text: str, form: str) -> bool:
    """As whole words. (``find`` is many times faster than a pattern made for each of a thousand names.)"""
    at = text.find(form)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(form) : at + len(form) + 1]
        if not re.search(r"\w", around):
            return True
        at = text.find(form, at + 1)
    return False


def _headings(memo: Memo) -> Iterator[Statement]:
    for block in memo.document.blocks:
        if block.kind == "heading":
            places = words_to_places(block.words, document=memo.document, memo=memo.id, section=block.text)
            yield Statement(text=block.text, folded=f" {fold_name(block.text)} ", section=block.text, places=places)


def _rows(memo: Memo) -> Iterator[Statement]:
    for table in memo.document.tables:
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for row in (sorted(cells, key=lambda cell: cell.column) for _, cells in sorted(rows.items())):
            if row[0].row < table.header_rows:
                continue
            text = " | ".join(cell.text for cell in row)
            words = tuple(word for cell in row for word in cell.words)
            places = words_to_places(words, document=memo.document, memo=memo.id, section=table.title)
            yield Statement(text=text, folded=f" {fold_name(text)} ", section=table.title or "", places=places)


def _told_statuses(memo: Memo, projects: Sequence[Project], others: Sequence[Project]) -> dict[int, Project]:
    """What the memo's sentences claim of ``projects``, read as its own projects are."""
    context = make_context(memo.document, memo.sections, memo.letterhead, memo.id)
    names = {name: position for position, p in enumerate(projects) for name in (p.project, *p.aliases)}
    known = [*names, *(name for p in others for name in (p.project, *p.aliases))]
    told: dict[int, Project] = {}
    for record in sentences_to_projects(context, context_to_statements(context), known, {}):
        found = one_match(record.project, known)
        if found in names and record.status in ENDING:
            told[names[found]] = record
    return told


def _mention(lines: Sequence[Statement], record: Project | None, forms: Sequence[str]) -> Mention:
    if record is not None:
        return Mention(status=record.status, places=record.places, residual=record.residual)
    for line in lines:
        status = _status_of(line.text, forms) or _status_by_heading(line, forms)
        if status is not None:
            return Mention(status=status, places=line.places, residual=_residual_of(line.text))
    return Mention(status=None, places=tuple(dict.fromkeys(place for line in lines for place in line.places[:1])))


def _status_of(text: str, forms: Sequence[str]) -> str | None:
    """``the Ticket Desk, begun in May, was closed out``, ``staff finished work on the Ticket Desk``.

    What follows a semicolon ("two offices are still to be moved") does not take the first half back.
    """
    text = text.partition("; ")[0]
    if _is_no_fact(text, forms):
        return None
    for form in sorted(forms, key=len, reverse=True):
        spaced = r"[\W_]+".join(map(re.escape, form.split()))
        name = re.search(rf"(?<!\w){spaced}(?!\w)", text, re.IGNORECASE)
        if name is None:
            continue
        after = re.match(_SAID_OF_IT, text[name.end() :])
        if after:
            rest = text[name.end() + after.end() :]
            if re.match(_CLOSED, rest):
                return "complete"
            if _MERGED.match(rest):
                return "merged"
            first = next((span for span in find_statuses(rest) if span.start == 0), None)
            return first.status if first and first.status in _RATED else None
        if _DID.match(text[name.end() :]):
            return "complete"
        return "complete" if _DONE_TO_IT.search(text[: name.start()]) else None
    return None


def _status_by_heading(line: Statement, forms: Sequence[str]) -> str | None:
    """``Completed This Quarter`` over ``Tenants moved into the homes of Quay Row``: what stands there is complete."""
    if line.text == line.section or not _COMPLETIONS.match(fold_name(line.section)):
        return None
    return None if _is_no_fact(line.text.partition("; ")[0], forms) else "complete"


_COMPLETIONS = re.compile(
    r"(?:\d{1,2} )?(?:completions?|(?:recently )?(?:completed|closed|finished|delivered)(?: (?:projects?|programmes?|"
    r"programs?|schemes?|initiatives?|work))?(?: (?:this|since|in|during) .{1,40})?|"
    r"(?:projects?|programmes?|programs?|schemes?|initiatives?) (?:completed|closed|delivered)(?: .{1,40})?)$"
)


def _is_no_fact(text: str, forms: Sequence[str]) -> bool:
    """Words of the name itself ("Quay Phase 2") take nothing back."""
    folded = f" {fold_name(text)} "
    for form in sorted((fold_name(form) for form in forms), key=len, reverse=True):
        folded = folded.replace(f" {form} ", " ; ")
    return _NOT_FACT.search(folded) is not None or "%" in text


def _residual_of(text: str) -> str | None:
    """``the lamps on the east pier are still to be tested``, after a semicolon or a "but"."""
    match = _RESIDUAL.search(text)
    return match["left"].strip() if match else None
