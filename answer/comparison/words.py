"""Two wordings of one text, word by word: what is the same, what was removed, what was added."""

from difflib import SequenceMatcher

from records.comparison import WordChange

_LONGEST = 2_000
"""Words of a text; longer ones are not taken apart."""


def texts_to_words(old: str, new: str) -> tuple[tuple[WordChange, str], ...]:
    """``two posts are vacant`` -> ``one post is vacant``: what goes is told before what comes in its place.

    A single word that stayed between two that did not is told with them: shreds are no easier to read than a sentence.
    """
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _LONGEST:
        return (("removed", " ".join(before)), ("added", " ".join(after)))
    found: list[tuple[WordChange, str]] = []
    for _, (a, b, c, d) in _spans(before, after):
        if before[a:b] == after[c:d]:
            found.append(("same", " ".join(before[a:b])))
            continue
        found += [("removed", " ".join(before[a:b]))] if b > a else []
        found += [("added", " ".join(after[c:d]))] if d > c else []
    return tuple(found)


def _spans(before: list[str], after: list[str]) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Stretches of both texts in order, with lone common words joined to the changes on either side."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    spans: list[tuple[str, tuple[int, int, int, int]]] = []
    codes = matcher.get_opcodes()
    for number, (tag, a, b, c, d) in enumerate(codes):
        lone = tag == "equal" and b - a == 1 and 0 < number < len(codes) - 1
        kind = "equal" if tag == "equal" and not lone else "changed"
        if spans and kind == "changed" and spans[-1][0] == "changed":
            first = spans.pop()[1]
            spans.append((kind, (first[0], b, first[2], d)))
        else:
            spans.append((kind, (a, b, c, d)))
    return spans
