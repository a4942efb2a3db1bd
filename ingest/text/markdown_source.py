"""Where the lines of a Markdown file stand, and which of its characters a block's content is made of."""

import re
from collections.abc import Sequence

_BLOCK_SIGNS = re.compile(r"[ \t>]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|))?")


class MarkdownLines:
    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """``(start, end)`` of lines ``first`` to ``last - 1``, without the last line end."""
        last = min(last, len(self._starts) - 1)
        return self._starts[first], max(self._starts[first], self._starts[last] - 1)

    def row(self, number: int) -> tuple[int, str]:
        """A table's line and its offset, without the signs of a quotation or list around it."""
        start, end = self.span(number, number + 1)
        line = self._text[start:end]
        if "\t" in line and "|" not in line:
            return start, line
        signs = _BLOCK_SIGNS.match(line)
        skipped = signs.end() if signs is not None else 0
        return start + skipped, line[skipped:]

    def content_offsets(self, content: str, first_line: int, *, heading: str) -> Sequence[int]:
        """The offset of each character of a block's content, which the parser hands over without its block's signs.

        A paragraph's line is the end of the file's line; an ATX heading's stands after its ``#`` signs. Empty where
        the content is not found, so that the caller shows the file's lines as they are.
        """
        offsets: list[int] = []
        for number, line in enumerate(content.split("\n")):
            start, end = self.span(first_line + number, first_line + number + 1)
            position = self._position(line.strip(), self._text[start:end], heading)
            if position < 0:
                return []
            indent = len(line) - len(line.lstrip())
            offsets += [max(start, start + position - indent + n) for n in range(len(line))]
            offsets.append(end)
        return offsets[:-1]

    @staticmethod
    def _position(content: str, line: str, heading: str) -> int:
        if heading:
            signs = line.find(heading)
            return line.find(content, signs + len(heading)) if signs >= 0 else -1
        stripped = line.rstrip()
        return len(stripped) - len(content) if stripped.endswith(content) else line.rfind(content)
