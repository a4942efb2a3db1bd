"""The one place that wires the rooms together: what every interface can ask for, in one class.

A workspace is opened for one library and closed again. Comparing files and extracting tables need no library, so the
library is opened at the first use that needs it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index.library import Library
from ingest.read import read_file
from records.answer import Answer, Finding, Question
from records.comparison import Comparison
from records.errors import NotFound
from records.facts import Project
from records.identity import Decision
from records.library import Fault, MemoEntry
from records.memo import Memo
from records.outcome import Outcome
from records.place import Box
from records.promises import Promise
from records.settings import Settings
from ui.files import READABLE, FoundFiles, find_files

if TYPE_CHECKING:
    from answer.history import Silence
    from records.history import History
    from records.identity import Link
    from ui.briefing import Briefing


class Workspace:
    """Everything memolens does, over one library folder. Use as a context manager."""

    def __init__(self, settings: Settings, *, write: bool = False) -> None:
        self.settings = settings
        self._write = write
        self._library: Library | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

    @property
    def library(self) -> Library:
        """The library, opened at first use. ``LibraryError`` where it is missing (reading) or in use (writing)."""
        if self._library is None:
            self._library = Library.open(Path(self.settings.library), settings=self.settings, write=self._write)
        return self._library

    # Taking in

    def find_files(self, paths: Iterable[Path]) -> FoundFiles:
        return find_files(paths)

    def ingest(self, files: Iterable[Path], *, jobs: int = 1) -> Iterator[Outcome]:
        """One outcome a file, in order, each added before the next is waited for."""
        from ui.taking_in import files_to_outcomes

        return files_to_outcomes(files, library=self.library, settings=self.settings, jobs=jobs)

    def withdraw(self, reference: str) -> str:
        """Takes a memo out of every index; returns its id. Citations already given stay resolvable."""
        memo_id = self.library.memo(reference).id
        self.library.withdraw(memo_id)
        return memo_id

    # Looking

    def entries(self) -> tuple[MemoEntry, ...]:
        return self.library.memos()

    def memo(self, reference: str) -> Memo:
        """By id, unambiguous id prefix, date or year; ``NotFound`` otherwise."""
        return self.library.memo(reference)

    def memo_version(self, memo_id: str, sha256: str) -> Memo:
        """The version of a memo that a citation names, also where a later one replaced it."""
        return self.library.memo(memo_id, sha256=sha256)

    def memos(self) -> tuple[Memo, ...]:
        """Every current memo, oldest first; undated ones last."""
        entries = sorted(self.library.memos(), key=lambda entry: (entry.date is None, entry.date or date.max, entry.id))
        return tuple(self.library.memo(entry.id) for entry in entries)

    def projects(
        self, *, memo: str | None = None, as_of: date | None = None, status: str | None = None
    ) -> tuple[Project, ...]:
        memo_id = self.library.memo(memo).id if memo else None
        return self.library.projects(memo=memo_id, as_of=as_of, status=status)

    def page_picture(self, sha256: str, page: int, *, highlights: Sequence[Box] = ()) -> bytes | None:
        """The page as PNG with ``highlights`` painted over it; ``None`` for files without pages to show."""
        from ingest.render import page_png

        original = self.library.original(sha256)
        if original.suffix != ".pdf":
            return None
        return page_png(original, page, highlights=highlights, settings=self.settings)

    # Asking and comparing

    def warm_up(self) -> None:
        """Does what the first question would otherwise wait for. Nothing is sent anywhere."""
        from answer.warm_up import warm_up

        warm_up(self.library)

    def ask(self, question: Question) -> Answer:
        """The answer found, reworded where the settings name an endpoint for that."""
        found = self.find_answer(question)
        if not self.settings.rephrase_url:
            return found
        from answer.rephrasing.rephrase import rephrase

        return rephrase(found, self.settings)

    def find_answer(self, question: Question) -> Answer:
        from answer.ask import answer_question
        from answer.questions.texts.confidence import withhold_doubtful

        return withhold_doubtful(answer_question(question, self.library), self.settings.answer_confidence)

    def compare(self, old: str, new: str) -> Comparison:
        """``old`` and ``new`` are memo ids, dates, years or file paths; a path needs no library."""
        return self._compare(self._memo_or_file(old), self._memo_or_file(new))

    def compare_memos(self, old: str, new: str) -> Comparison:
        """As ``compare``, but of memos in the library alone: a web visitor names no files of this machine."""
        return self._compare(self.library.memo(old), self.library.memo(new))

    def _compare(self, old: Memo, new: Memo) -> Comparison:
        """A project that comes back was in an earlier memo, so those of an opened library are looked at too."""
        from answer.compare import compare

        if self._library is None:
            return compare(old, new)
        return compare(old, new, earlier=self._memos_before(old), decisions=self._library.decisions())

    def compare_with_promises(self, old: str, new: str) -> tuple[Comparison, tuple[Promise, ...]]:
        """As ``compare``, with what the earlier memo promised and the later one says of it."""
        before, after = self._memo_or_file(old), self._memo_or_file(new)
        return self._compare(before, after), self._promises_of(before, after)

    def compare_memos_with_promises(self, old: str, new: str) -> tuple[Comparison, tuple[Promise, ...]]:
        before, after = self.library.memo(old), self.library.memo(new)
        return self._compare(before, after), self._promises_of(before, after)

    def _promises_of(self, old: Memo, new: Memo) -> tuple[Promise, ...]:
        from answer.promises import promises_of

        return promises_of(old, new, decisions=self._library.decisions() if self._library else ())

    def brief(self, old: str, new: str) -> "Briefing":
        """What the sheet for a meeting is made of; ``old`` and ``new`` as in ``compare``."""
        return self._brief(self._memo_or_file(old), self._memo_or_file(new))

    def brief_memos(self, old: str, new: str) -> "Briefing":
        """As ``brief``, but of memos in the library alone."""
        return self._brief(self.library.memo(old), self.library.memo(new))

    def _brief(self, old: Memo, new: Memo) -> "Briefing":
        from ui.briefing import brief

        if self._library is None:
            return brief(old, new)
        return brief(old, new, earlier=self._memos_before(old), decisions=self._library.decisions())

    def promises(self, *, memo: str | None = None) -> tuple[Promise, ...]:
        """What the memos promised, body by body, or what one memo did, and what the later ones say of it."""
        from answer.promises import promises

        wanted = self.library.memo(memo).id if memo else None
        found = promises(self.memos(), decisions=self.library.decisions())
        return tuple(promise for promise in found if wanted is None or promise.memo == wanted)

    def _memos_before(self, memo: Memo) -> tuple[Memo, ...]:
        """The library's older memos to the same body, oldest first; none for a memo without a date."""
        from answer.series import body_key

        head, body = memo.letterhead, body_key(memo.letterhead.body)
        before = [entry for entry in self.library.memos() if entry.date and head.date and entry.date < head.date]
        entries = [entry for entry in before if body_key(entry.body) == body]
        return tuple(self.library.memo(entry.id) for entry in entries)

    def _memo_or_file(self, reference: str) -> Memo:
        path = Path(reference)
        if path.is_file():
            from extract.memo import document_to_memo

            return document_to_memo(read_file(path, settings=self.settings))
        if path.suffix and (path.parent != Path() or path.suffix.lower() in READABLE):
            raise NotFound(f"there is no file {reference}, and no memo of that name. `memolens list` names the memos.")
        return self.library.memo(reference)

    def history(self, project: str) -> tuple[Project, ...]:
        """Oldest first. Two committees may each have a project of that name: theirs follow one another, unblended."""
        from answer.history import history

        found: list[Project] = []
        missing: NotFound | None = None
        for memos in self._memos_by_body():
            try:
                found.extend(history(project, memos, decisions=self.library.decisions()))
            except NotFound as error:
                missing = error
        if not found:
            raise missing or NotFound("the library is empty. `memolens ingest PATH...` takes memos in.")
        return tuple(found)

    def project_histories(self, project: str) -> "tuple[History, ...]":
        """``history`` with the first plan, every move from it and how it was told: one for each body reported to."""
        from answer.history import SeveralFound
        from answer.project_history import project_history

        decisions = self.library.decisions()
        found: list[History] = []
        missing: NotFound | None = None
        for memos in self._memos_by_body():
            try:
                found.append(project_history(project, memos, decisions=decisions))
            except NotFound as error:
                missing = error if missing is None or isinstance(error, SeveralFound) else missing
        if not found:
            raise missing or NotFound("the library is empty. `memolens ingest PATH...` takes memos in.")
        return tuple(found)

    def silences(self, trail: Sequence[Project]) -> "tuple[Silence, ...]":
        """The later memos without a record of the project whose ``history`` is ``trail``, and what they say instead."""
        from answer.history import memos_without

        return memos_without(trail, self.memos())

    def _memos_by_body(self) -> list[list[Memo]]:
        from answer.series import by_body

        return by_body(self.memos())

    # Names

    def links(self, project: str | None = None) -> "tuple[Link, ...]":
        """The ledger of names, of all projects or of those that ever bore this name."""
        from answer.aliases import find_links, links_of

        links = find_links(self.memos(), decisions=self.library.decisions())
        return links if project is None else links_of(project, links)

    def decide(self, decision: Decision) -> Decision:
        """Keeps a person's word on two names that the memos use; returns it with the body that it holds for."""
        from answer.aliases import body_of_names

        names = (decision.name_one, decision.name_other)
        decided = replace(decision, body=body_of_names(names, self.memos(), body=decision.body))
        self.library.decide(decided)
        return decided

    def take_back(self, one: str, other: str) -> int:
        """Forgets what was decided on two names; how many decisions there were."""
        return self.library.take_back(one, other)

    def check(self, references: Sequence[str] = ()) -> Iterator[Finding]:
        """Findings memo by memo, oldest first; each memo is held against itself and the memos before it."""
        from answer.check import check

        wanted = {self.library.memo(reference).id for reference in references}
        for memo in self.memos():
            if not wanted or memo.id in wanted:
                yield from check(memo, self._memos_before(memo))

    # Care

    def verify(self) -> tuple[Fault, ...]:
        return self.library.verify()
