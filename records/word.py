"""One word of a source file: the smallest thing that has a place."""

from dataclasses import dataclass

from records.place import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """``text[start:end]`` of its block or cell, and how the source itself writes it.

    ``source`` is the word as it stands in the file: with Markdown's signs (``**TO:**``, ``\\$46.4``), or the first half
    of a hyphenated word with its hyphen (``infor-``). ``box`` is ``None`` in files without geometry.
    """

    start: int
    end: int
    source: str
    page: int
    box: Box | None = None
    lead: str | None = " "
    """What the file has between the word before and this one: white space, or a table's signs (`` | ``, ``</td><td>``),
    so that a quote over several cells is still found in the file. ``None``: other words stand between (the second line
    of a wrapped cell), and a quote cannot run on."""
