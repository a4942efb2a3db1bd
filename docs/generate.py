"""Writes the reference pages that come from the code: ``docs/commands.md`` and ``docs/settings.md``.

python docs/generate.py           writes them
python docs/generate.py --check   exit code 1 where one is not what the code says
"""

import html
import sys
from pathlib import Path

from typer import Context
from typer.cli import get_docs_for_click
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from records.settings import setting_sentences
from ui.cli import app
from ui.settings import PREFIX

DOCS = Path(__file__).resolve().parent
NOTICE = "<!-- Written by docs/generate.py from the code. Change the code, then run it. -->\n\n"


def commands_page() -> str:
    command = get_command(app)
    assert isinstance(command, TyperCommand | TyperGroup)
    text = get_docs_for_click(obj=command, ctx=Context(command), name="memolens")
    return NOTICE + html.unescape(text).rstrip() + "\n"


def settings_page() -> str:
    lines = [
        "# Settings",
        "",
        "Each is an environment variable.",
        "",
        "| variable | default | meaning |",
        "|---|---|---|",
    ]
    for name, (default, sentence) in setting_sentences().items():
        shown = f"`{default}`" if default != "" else "(empty)"
        lines.append(f"| `{PREFIX}{name.upper()}` | {shown} | {sentence} |")
    return NOTICE + "\n".join(lines) + "\n"


def main() -> int:
    pages = {DOCS / "commands.md": commands_page(), DOCS / "settings.md": settings_page()}
    if "--check" not in sys.argv:
        for path, text in pages.items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path for path, text in pages.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"docs/{path.name} is not what the code says: run `python docs/generate.py`.", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
