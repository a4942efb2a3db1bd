"""Labels with their values, line by line, as sheets of facts have them: no line of them is a header."""

from collections.abc import Sequence

from ingest.tables.lines.words import Piece

Fact = tuple[Sequence[Piece], Sequence[Piece]]
"""The label and the value on one line."""

_FEWEST = 2


def are_facts(pairs: Sequence[Fact]) -> bool:
    """``Manager: | Olive Tran`` and so on: labels that end in a colon, or are bold beside values that are not."""
    if len(pairs) < _FEWEST or not all(label and value for label, value in pairs):
        return False
    if all(label[-1].text.endswith(":") for label, _ in pairs):
        return True
    bold = all(piece.bold for label, _ in pairs for piece in label)
    return bold and not any(all(piece.bold for piece in value) for _, value in pairs)


def begin_anew(pairs: Sequence[Fact]) -> bool:
    """No label and no value goes on from the line above in small letters."""
    return not any(text[0].text[:1].islower() for pair in pairs for text in pair)
