"""``memolens ask``: one question, or a file of them in one load."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from records.answer import Answer, Question
from records.errors import NotFound, UsageError
from ui import wire
from ui.commands.context import AsOfOption, JsonOption, LibraryOption, MemoOption, open_workspace, parse_day
from ui.commands.output import print_json

if TYPE_CHECKING:
    from ui.workspace import Workspace


def register(app: typer.Typer) -> None:
    app.command("ask")(ask)


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.", metavar="QUESTION")] = None,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", help="A JSONL file of questions.", metavar="FILE"),
    ] = None,
    memo: MemoOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Ask a question; the answer carries the exact words, file and page, or says that the memos do not tell."""
    if (question is None) == (batch is None):
        raise UsageError("give one question in quotes, or --batch FILE.")
    asked = _read_batch(batch) if batch else [Question(text=question or "")]
    defaults = Question(text="", memo=memo, as_of=parse_day(as_of))
    with open_workspace(context, library) as workspace:
        for item in asked:
            answer = _ask(workspace, _with_defaults(item, defaults), batch=batch is not None)
            print_json(wire.answer_to_json(answer)) if as_json else print("\n".join(_answer_lines(answer)))


def _ask(workspace: "Workspace", question: Question, *, batch: bool) -> Answer:
    """In a batch, a question about an unknown memo is answered with that, and the others go on."""
    try:
        return workspace.ask(question)
    except NotFound as error:
        if not batch:
            raise
        return Answer(question=question, outcome="not_found", notes=(str(error),))


def _with_defaults(question: Question, defaults: Question) -> Question:
    return Question(
        text=question.text,
        id=question.id,
        memo=question.memo or defaults.memo,
        as_of=question.as_of or defaults.as_of,
    )


def _read_batch(path: Path) -> list[Question]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"{path} could not be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text. Save it as UTF-8.") from error
    return [_line_to_question(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _line_to_question(line: str, where: str) -> Question:
    try:
        row = json.loads(line)
        text = row["question"]
    except (json.JSONDecodeError, TypeError, KeyError) as error:
        raise UsageError(f'{where}: expected a JSON object with "id" and "question".') from error
    identifier = row.get("id")
    return Question(
        text=str(text),
        id=None if identifier is None else str(identifier),
        memo=row.get("memo"),
        as_of=parse_day(row.get("as_of"), option=f"{where}: as_of"),
    )


def _answer_lines(answer: Answer) -> Iterator[str]:
    """The answer, its working and its sources, for reading."""
    heading = {
        "answered": answer.text,
        "not_found": "Not in these memos.",
        "false_premise": f"Not so, by these memos: {answer.text}",
        "ambiguous": f"More than one reading: {answer.text}",
    }
    yield heading[answer.outcome]
    if answer.working:
        yield f"  Working: {answer.working}"
    if answer.as_of:
        yield f"  As of the memo dated {answer.as_of:%B} {answer.as_of.day}, {answer.as_of.year}."
    for place in answer.citations:
        section = f", {place.section}" if place.section else ""
        yield f'  [{place.file}, p. {place.page}{section}] "{place.quote}"'
    for remark in answer.notes:
        yield f"  Note: {remark}"
