"""``memolens serve`` and ``demo``: the web page and the REST interface."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ui.commands.context import LibraryOption, command_settings
from ui.commands.output import note

HostOption = Annotated[str | None, typer.Option("--host", help="The address to listen on.")]
PortOption = Annotated[int | None, typer.Option("--port", help="The port to listen on.")]


def register(app: typer.Typer) -> None:
    app.command("serve")(serve)
    app.command("demo")(demo)


def serve(
    context: typer.Context,
    host: HostOption = None,
    port: PortOption = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="No uploads and no removals.")] = False,
    auth: Annotated[
        Path | None,
        typer.Option("--auth", help="A file of name:password lines.", metavar="FILE"),
    ] = None,
    library: LibraryOption = None,
) -> None:
    """Serve the web page at / and the REST interface at /api."""
    from ui.web.server import serve_library

    settings = command_settings(context, library)
    settings = replace(settings, host=host or settings.host, port=settings.port if port is None else port)
    serve_library(settings, read_only=read_only, auth=auth)


def demo(
    context: typer.Context, host: HostOption = None, port: PortOption = None, library: LibraryOption = None
) -> None:
    """Build the sample library of invented memos and serve it."""
    from ui.samples import build_sample_library
    from ui.web.server import serve_library

    settings = command_settings(context, library or Path(".demo"))
    settings = replace(settings, host=host or settings.host, port=settings.port if port is None else port)
    for line in build_sample_library(settings):
        note(line)
    serve_library(settings, read_only=False, auth=None)
