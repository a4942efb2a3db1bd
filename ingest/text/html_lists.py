"""The lists that are open while HTML is read: how deep an item stands, and the sign that the page shows before it."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class OpenLists:
    counts: list[int | None] = field(default_factory=list)
    """How far each open list has counted; ``None`` for one without numbers."""

    @property
    def depth(self) -> int:
        """From 1; an item outside of any list stands at 1 as well."""
        return max(1, len(self.counts))

    def enter(self, tag: str, start: str | None) -> None:
        self.counts.append(_number(start, 1) - 1 if tag == "ol" else None)

    def leave(self) -> None:
        if self.counts:
            self.counts.pop()

    def sign(self, value: str | None) -> str:
        """``3.`` or ``-`` for the next item; ``value`` is the number that it claims."""
        count = self.counts[-1] if self.counts else None
        if count is None:
            return "-"
        number = self.counts[-1] = _number(value, count + 1)
        return f"{number}."


def _number(written: str | None, default: int) -> int:
    return int(written[:6]) if written and written.isascii() and written.isdigit() else default
