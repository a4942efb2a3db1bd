"""The command ``memolens``: global options, the list of commands, and the one place where errors become exit codes.

It imports no heavy library: ``memolens --help`` answers at once, and each command loads what it needs when it runs.
"""

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from records.errors import MemolensError
from ui.commands import alias, ask, care, check, compare, ingest, memos, projects, promises, questions, serve, tables
from ui.commands.context import DebugOption, Invocation, LibraryOption

app = typer.Typer(
    name="memolens",
    help="Reads committee status memos into cited records, answers, tables and comparisons.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (ingest, memos, projects, ask, compare, questions, promises, alias, tables, check, serve, care):
    module.register(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"memolens {version('memolens')}")
        raise typer.Exit


VersionOption = Annotated[
    bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
]


@app.callback()
def global_options(
    context: typer.Context,
    library: LibraryOption = None,
    debug: DebugOption = False,
    show_version: VersionOption = False,
) -> None:
    context.obj = Invocation(library=library, debug=debug)


def main() -> None:
    """Runs the command line. An error ends as one line on stderr and an exit code; ``--debug`` shows the traceback."""
    debug = "--debug" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        sys.exit(app(args=arguments, prog_name="memolens", standalone_mode=True))
    except MemolensError as error:
        if debug:
            raise
        print(f"memolens: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone (`memolens list | head`); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if debug:
            raise
        kind = type(error).__name__
        print(
            f"memolens: something went wrong that memolens did not expect ({kind}: {error}). "
            "Run it again with --debug and report what it prints.",
            file=sys.stderr,
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
