"""REST routes over a workspace: each takes plain parameters, calls the workspace and returns the contract's JSON."""

import json
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import BaseModel, Field

from records.answer import Question
from records.place import Box
from ui import wire
from ui.commands.compare import Format, comparison_to_bytes
from ui.commands.context import parse_day
from ui.commands.questions import SheetFormat, briefing_to_bytes
from ui.export.projects import projects_to_csv
from ui.export.table_names import table_file_names
from ui.export.tables import table_to_bytes
from ui.wire_history import history_to_json
from ui.workspace import Workspace

MEDIA_TYPES: dict[str, str] = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class AskBody(BaseModel):
    """A question; ``memo`` restricts it to one memo, ``as_of`` to memos dated no later."""

    question: str = Field(min_length=1, max_length=2000)
    memo: str | None = None
    as_of: str | None = None


def make_router(workspace: Workspace) -> APIRouter:
    """Every route under ``/api``, bound to one open workspace. All of them only read."""
    router = APIRouter(prefix="/api")
    for add in (_add_memo_routes, _add_record_routes, _add_answer_routes):
        add(router, workspace)
    return router


def _add_memo_routes(router: APIRouter, workspace: Workspace) -> None:
    @router.get("/health", tags=["care"])
    def health() -> dict[str, object]:
        return {"status": "ok", "memos": len(workspace.entries())}

    @router.get("/memos", tags=["memos"])
    def memos() -> list[wire.Json]:
        return [wire.entry_to_json(entry) for entry in workspace.entries()]

    @router.get("/memos/{memo}", tags=["memos"])
    def memo(memo: str) -> wire.Json:
        return wire.memo_to_json(workspace.memo(memo))

    @router.get("/memos/{memo}/tables", tags=["tables"])
    def tables(memo: str) -> list[wire.Json]:
        document = workspace.memo(memo).document
        pairs = [(document, table) for table in document.tables]
        names = table_file_names(pairs, format="csv")
        return [
            wire.table_to_json(table, {"path": name, "title": table.title, "pages": list(table.pages)})
            for (_, table), name in zip(pairs, names, strict=True)
        ]

    @router.get("/memos/{memo}/tables/{number}", tags=["tables"])
    def table(memo: str, number: int, format: Literal["csv", "xlsx"] = "csv") -> Response:
        document = workspace.memo(memo).document
        if not 1 <= number <= len(document.tables):
            raise HTTPException(404, f"this memo has {len(document.tables)} tables, numbered from 1")
        pairs = [(document, each) for each in document.tables]
        name = table_file_names(pairs, format=format)[number - 1]
        return _download(table_to_bytes(*pairs[number - 1], format=format), name=name, media=format)

    @router.get("/memos/{memo}/pages/{page}", tags=["memos"], response_class=Response)
    def page(
        memo: str,
        page: int,
        box: Annotated[list[str] | None, Query(description="x0,top,x1,bottom in points, to be highlighted")] = None,
        sha256: Annotated[str | None, Query(description="the version of the memo; else the current one")] = None,
    ) -> Response:
        found = workspace.memo_version(memo, sha256) if sha256 else workspace.memo(memo)
        document = found.document
        if not 1 <= page <= len(document.pages):
            raise HTTPException(404, f"this memo has {len(document.pages)} pages")
        picture = workspace.page_picture(document.sha256, page, highlights=[_text_to_box(text) for text in box or ()])
        if picture is None:
            raise HTTPException(404, "this memo is a text file: it has no page pictures")
        return Response(picture, media_type="image/png")


def _add_record_routes(router: APIRouter, workspace: Workspace) -> None:
    @router.get("/projects", tags=["records"])
    def projects(
        memo: str | None = None,
        as_of: str | None = None,
        status: str | None = None,
        format: Literal["json", "csv"] = "json",
    ) -> Response:
        found = workspace.projects(memo=memo, as_of=parse_day(as_of, option="as_of"), status=status)
        if format == "csv":
            return _download(projects_to_csv(found).encode(), name="projects.csv", media="csv")
        return _json([wire.project_to_json(project) for project in found])

    @router.get("/history", tags=["records"])
    def history(project: str) -> list[wire.Json]:
        return [record for found in workspace.project_histories(project) for record in history_to_json(found)]

    @router.get("/check", tags=["records"])
    def check(memo: str | None = None) -> list[wire.Json]:
        return [wire.finding_to_json(finding) for finding in workspace.check([memo] if memo else ())]


def _add_answer_routes(router: APIRouter, workspace: Workspace) -> None:
    @router.post("/ask", tags=["answers"])
    def ask(body: AskBody) -> wire.Json:
        question = Question(text=body.question, memo=body.memo, as_of=parse_day(body.as_of, option="as_of"))
        return wire.answer_to_json(workspace.ask(question))

    @router.get("/compare", tags=["answers"])
    def compare(old: str, new: str, format: Format = "json") -> Response:
        comparison, promises = workspace.compare_memos_with_promises(old, new)
        written = comparison_to_bytes(comparison, format, promises=promises)
        if format == "json":
            return Response(written, media_type=MEDIA_TYPES["json"])
        return _download(written, name=f"{comparison.old.memo}-to-{comparison.new.memo}.{format}", media=format)

    @router.get("/questions", tags=["answers"])
    def questions(old: str, new: str, format: SheetFormat = "json") -> Response:
        briefing = workspace.brief_memos(old, new)
        written = briefing_to_bytes(briefing, format)
        if format == "json":
            return Response(written, media_type=MEDIA_TYPES["json"])
        before, after = briefing.comparison.old.memo, briefing.comparison.new.memo
        return _download(written, name=f"questions-{before}-to-{after}.{format}", media=format)

    @router.get("/promises", tags=["records"])
    def promises(memo: str | None = None) -> list[wire.Json]:
        return [wire.promise_to_json(promise) for promise in workspace.promises(memo=memo)]


def _download(content: bytes, *, name: str, media: str) -> Response:
    """An attachment: a browser saves it and never runs it in the page's origin."""
    plain = "".join(character if character.isascii() and character not in '"\\' else "_" for character in name)
    headers = {"Content-Disposition": f'attachment; filename="{plain}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=MEDIA_TYPES[media], headers=headers)


def _json(value: object) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), media_type=MEDIA_TYPES["json"])


def _text_to_box(text: str) -> Box:
    try:
        x0, top, x1, bottom = (float(side) for side in text.split(","))
    except ValueError:
        raise HTTPException(422, "box is x0,top,x1,bottom in points") from None
    return x0, top, x1, bottom
