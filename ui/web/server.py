"""The web server: the REST routes, the page at ``/``, who may come in, and nothing fetched from elsewhere."""

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from records.errors import MemolensError, UsageError
from records.settings import Settings
from ui.workspace import Workspace

if TYPE_CHECKING:
    from fastapi import FastAPI

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
STATUS_CODES = {1: 422, 2: 422, 3: 503, 4: 404}
"""HTTP status for each exit code of an error."""


def serve_library(settings: Settings, *, read_only: bool, auth: Path | None) -> None:
    """Serves until interrupted. Beyond this machine only with ``auth``."""
    import uvicorn

    users = read_users(auth) if auth else {}
    if settings.host not in LOOPBACK and not users:
        raise UsageError(
            f"listening on {settings.host} opens the library to others: add --auth FILE (name:password lines)."
        )
    with Workspace(settings, write=not read_only) as workspace:
        app = build_app(workspace, read_only=read_only, users=users)
        threading.Thread(target=workspace.warm_up, name="warm-up", daemon=True).start()
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        print(f"memolens is at http://{host}:{settings.port}/  (stop it with Ctrl+C)", flush=True)
        uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning")


def build_app(workspace: Workspace, *, read_only: bool, users: dict[str, str]) -> "FastAPI":
    """The whole application; ``users`` maps names to passwords, empty for none asked."""
    # Before gradio is imported: it phones home otherwise.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr
    from fastapi_offline import FastAPIOffline

    from ui.api.routes import make_router
    from ui.web.guard import add_guards
    from ui.web.page import build_page, page_theme

    app = FastAPIOffline(
        title="memolens",
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
        static_url="/api/static",
    )
    app.include_router(make_router(workspace))
    app.add_exception_handler(MemolensError, _error_response)  # type: ignore[arg-type]
    add_guards(app, settings=workspace.settings, users=users)
    gr.mount_gradio_app(
        app,
        build_page(workspace, read_only=read_only),
        path="/",
        theme=page_theme(),
        css_paths=[Path(__file__).parent / "page.css"],
        footer_links=[],
        show_error=False,
        max_file_size=f"{workspace.settings.upload_megabytes}mb",
        ssr_mode=False,
        mcp_server=False,
    )
    return app


def read_users(file: Path) -> dict[str, str]:
    """``name:password`` lines; blank lines and ``#`` comments are passed over."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} could not be read as UTF-8 text: {error}") from error
    pairs = [line.partition(":") for line in lines if line.strip() and not line.startswith("#")]
    if not pairs or any(not name or not password for name, _, password in pairs):
        raise UsageError(f"{file} must hold name:password lines.")
    return {name: password for name, _, password in pairs}


def _error_response(request: object, error: MemolensError) -> object:
    from fastapi.responses import JSONResponse

    return JSONResponse({"error": str(error)}, status_code=STATUS_CODES[error.exit_code])
