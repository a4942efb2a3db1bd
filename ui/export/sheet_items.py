"""One item of the sheet, and the words that all items are made of."""

from dataclasses import dataclass

from records.comparison import ComparedMemo
from records.place import Place
from ui.export.wording import long_day

_LONGEST_QUOTE = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """``statement`` is what the memos say, ``tag`` what they leave unsaid, ``question`` what to ask. ``about`` is the
    project, folded, so that nothing is told twice."""

    kind: str
    weight: float
    title: str
    statement: str
    question: str
    tag: str | None = None
    about: str | None = None
    places: tuple[Place, ...] = ()


def memo_of(memo: ComparedMemo) -> str:
    return f"the memo of {long_day(memo.date)}" if memo.date else f"the memo in {memo.file}"


def short_quote(text: str, *, longest: int = _LONGEST_QUOTE) -> str:
    """Cut at a word, with the cut shown."""
    folded = " ".join(text.split())
    if len(folded) <= longest:
        return folded
    return folded[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
