"""Words of a memo in a Markdown file stay words: nothing in them becomes a link, a picture, a table or a heading."""

from collections.abc import Sequence

_SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\`*_{}[]<>#|!~"})


def escape_markdown(text: str) -> str:
    return " ".join(text.split()).translate(_SIGNS)


def table_to_markdown(
    header: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()
) -> list[str]:
    """A pipe table; the columns in ``numbers`` are set to the right. Cells are escaped here."""
    if not rows:
        return []
    lines = [header, *rows]
    marks = ["---:" if column in numbers else "---" for column in range(len(header))]
    written = ["| " + " | ".join(escape_markdown(cell) for cell in line) + " |" for line in lines]
    return [written[0], f"|{'|'.join(marks)}|", *written[1:]]
