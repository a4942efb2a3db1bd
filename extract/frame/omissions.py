"""What the memo names but does not hold: attachments, exhibits without content, footnotes, projects only counted.

An omission is an observation about this file. The missing part may well exist elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.language.counts import find_project_counts
from extract.statements import Context, trail_to_section
from records.document import Block, span_to_places
from records.facts import Omission, Project
from records.place import Place

_NAME = re.compile(
    r"\b(?P<kind>(?i:attachment|appendix|exhibit|enclosure|annexe?)|Schedule)\s#?(?P<label>[A-Z](?:-\d)?|\d{1,2}|[IVX]{1,4})\b"
    r"(?!\.\d|\s(?:of|to)\s(?:the\s[A-Z]|Volume|Vol\b|Chapter|Part\b))"
)
_LABEL = r"(?:[A-Z]|\d{1,2}|[IVX]{1,4})"
_SEVERAL = re.compile(
    rf"\b(?P<kind>(?i:attachments|appendices|exhibits|enclosures|annexe?s))\s(?P<labels>{_LABEL}(?:,\s{_LABEL}){{0,8}},?"
    rf"\s?(?P<link>and|&|through|to|–|-)\s?{_LABEL})\b(?!\.\d|\s(?:of|to)\sthe\s[A-Z])"
)
_ONE = {"attachments": "Attachment", "appendices": "Appendix", "exhibits": "Exhibit", "enclosures": "Enclosure"}
_TITLED = re.compile(r"^\s?[–—:-]\s")
_LIST_HEADING = re.compile(
    r"^(?:list\sof\s)?(?:attachments?|appendi(?:x|ces)|exhibits?|enclosures?)(?:\(s\))?:?$", re.IGNORECASE
)
_LONGEST_LISTED = 25
"""Words: a longer paragraph is prose, no list of attachments."""
_TITLES = ("heading", "caption")
_NOTHING = re.compile(r"^(?:none|n/?a|not applicable|no attachments?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    name: str
    index: int
    start: int
    end: int


def context_to_omissions(context: Context, projects: Sequence[Project]) -> tuple[Omission, ...]:
    """Everything that is named and not there, in the order of its first mention."""
    return (
        *_missing_parts(context),
        *_missing_listed(context),
        *_missing_footnotes(context),
        *_unnamed_projects(context, projects),
    )


def _missing_parts(context: Context) -> Iterator[Omission]:
    """``Appendix B``, ``Exhibit 2``: named, but no heading or caption of that name has content under it."""
    mentions: dict[str, list[_Mention]] = {}
    for mention in _mentions(context):
        mentions.setdefault(mention.name, []).append(mention)
    titles = [table.title or "" for table in context.document.tables]
    for name, those in mentions.items():
        named = re.compile(rf"{name}\b", re.IGNORECASE)
        if any(named.match(title) for title in titles) or any(_holds(context, mention) for mention in those):
            continue
        said = _what_is_there(context, those)
        if said is None:
            continue
        places = tuple(place for m in those for place in _mention_places(context, m))
        kind = "exhibit" if name.startswith("Exhibit") else "attachment"
        yield Omission(kind=kind, message=f"{name} {said}.", memo=context.memo, places=places)  # type: ignore[arg-type]


def _what_is_there(context: Context, mentions: Sequence[_Mention]) -> str | None:
    """What to say of a part without content; ``None`` for a page's caption, beside which something may be drawn."""
    blocks = [context.document.blocks[mention.index] for mention in mentions if mention.start < 3]
    titles = [block for block in blocks if block.kind in _TITLES]
    if not titles:
        return "is named, but is not part of the file"
    pictures = {problem.page for problem in context.document.problems if problem.kind == "picture"}
    if context.document.media == "pdf" and titles[0].page in pictures:
        return "stands on a page with a picture, which was not read"
    if context.document.media == "pdf" and titles[0].kind == "caption":
        return None
    return "has a heading, but no text or table under it"


def _mentions(context: Context) -> Iterator[_Mention]:
    """The first mention of each name in each block."""
    for index, block in enumerate(context.document.blocks):
        seen: set[str] = set()
        named = [
            (f"{match['kind'].capitalize()} {match['label'].upper()}", match) for match in _NAME.finditer(block.text)
        ]
        for name, match in (*named, *_named_together(block.text)):
            if name not in seen:
                yield _Mention(name=name, index=index, start=match.start(), end=match.end())
            seen.add(name)


def _named_together(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """``Attachments A and B``, ``Exhibits 1 through 3``."""
    for match in _SEVERAL.finditer(text):
        kind = _ONE.get(match["kind"].lower(), "Annex")
        labels = re.findall(_LABEL, match["labels"])
        if match["link"] not in ("and", "&") and len(labels) == 2:
            labels = _labels_between(*labels)
        yield from ((f"{kind} {label}", match) for label in labels)


def _labels_between(first: str, last: str) -> list[str]:
    """``A`` to ``C`` is A, B, C; what cannot be counted through stays two."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 10:
        return [str(number) for number in range(int(first), int(last) + 1)]
    if len(first) == len(last) == 1 and 0 < ord(last) - ord(first) < 10:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    return [first, last]


def _holds(context: Context, mention: _Mention) -> bool:
    """Whether this mention is the part itself: a heading with text or a table under it, or a table's caption."""
    block = context.document.blocks[mention.index]
    if mention.start > 3:
        return False
    if block.kind == "caption" or (block.kind == "paragraph" and _TITLED.match(block.text[mention.end :])):
        beside = context.document.blocks[max(0, mention.index - 1) : mention.index + 2]
        return any(other.kind == "table" for other in beside)
    return block.kind == "heading" and _has_content(context, mention.index)


def _has_content(context: Context, index: int) -> bool:
    """Text or a table under heading ``index``, sub-headings included, before the next heading beside or above it."""
    trail = context.trail_of(index)
    for number in range(index + 1, len(context.document.blocks)):
        if context.trail_of(number)[: len(trail)] != trail:
            return False
        if context.document.blocks[number].kind not in ("heading", "caption", "footnote"):
            return True
    return False


def _mention_places(context: Context, mention: _Mention) -> tuple[Place, ...]:
    """The sentence or line that names it would be long; its name and the words around it are enough to find it."""
    block = context.document.blocks[mention.index]
    start, end = (0, len(block.text)) if len(block.words) <= 30 else _sentence_around(block, mention)
    section = trail_to_section(context.trail_of(mention.index))
    return span_to_places(block, start, end, document=context.document, memo=context.memo, section=section)


def _sentence_around(block: Block, mention: _Mention) -> tuple[int, int]:
    from extract.language.sentences import split_sentences

    return next((s for s in split_sentences(block.text) if s[0] <= mention.start < s[1]), (mention.start, mention.end))


def _missing_listed(context: Context) -> Iterator[Omission]:
    """Lines under ``ATTACHMENTS`` that name a part without a letter or number."""
    titles = {_plain(b.text) for b in context.document.blocks if b.kind == "heading"}
    for index in _listed(context.document.blocks):
        text = context.document.blocks[index].text.strip()
        if not _NOTHING.match(text) and not _NAME.search(text) and _plain(text) not in titles:
            mention = _Mention(name=text, index=index, start=0, end=len(text))
            message = f"“{text}” is listed as an attachment, but is not part of the file."
            places = _mention_places(context, mention)
            yield Omission(kind="attachment", message=message, memo=context.memo, places=places)


def _listed(blocks: Sequence[Block]) -> Iterator[int]:
    """The short lines and items after a heading or line that says no more than ``Attachments:``."""
    listing = False
    for index, block in enumerate(blocks):
        if _LIST_HEADING.match(block.text.strip()):
            listing = True
        elif block.kind not in ("paragraph", "item") or len(block.words) > _LONGEST_LISTED:
            listing = False
        elif listing:
            yield index


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _missing_footnotes(context: Context) -> Iterator[Omission]:
    """On a page only marks that count up like footnotes; an exponent or a square unit is no mark."""
    notes = {block.marker for block in context.document.blocks if block.kind == "footnote"}
    marks = [m.mark for block in context.document.blocks for m in block.marks if not _is_exponent(block.text, m.offset)]
    if context.document.media == "pdf" and not _count_up(marks):
        return
    for index, block in enumerate(context.document.blocks):
        for mark in block.marks:
            if mark.mark not in notes and not _is_exponent(block.text, mark.offset):
                mention = _Mention(name=mark.mark, index=index, start=max(0, mark.offset - 1), end=mark.offset)
                message = f"Footnote {mark.mark} is marked in the text, but is not part of the file."
                yield Omission(
                    kind="footnote", message=message, memo=context.memo, places=_mention_places(context, mention)
                )


def _is_exponent(text: str, offset: int) -> bool:
    """``m2``, ``x2``, ``10 6``: a single letter, a unit or a figure right before the mark."""
    return bool(re.search(r"(?:^|[\s(])(?:[A-Za-z]|[cdk]m|ft|mi|10)\s?$", text[:offset]))


def _count_up(marks: Sequence[str]) -> bool:
    """``1 2 3``, ``* **``: footnotes begin with the first and leave none out."""
    numbers = sorted({int(mark) for mark in marks if mark.isdigit()})
    return not numbers or (numbers[0] == 1 and numbers[-1] <= len(numbers) + 1)


def _unnamed_projects(context: Context, projects: Sequence[Project]) -> Iterator[Omission]:
    """``The team finished 9 projects``, where the memo names fewer; those it "manages" may be finished.

    A memo that names none of them only sums up.
    """
    done = sum(project.status == "complete" for project in projects)
    for count in find_project_counts(context):
        named = done if count.kind == "complete" else len(projects)
        if count.number > named > 0:
            complete = f"{count.number} completed projects and names {done} of them"
            under_way = f"{count.number} projects and names {len(projects) - done} that are not complete"
            message = f"The memo counts {complete if count.kind == 'complete' else under_way}."
            yield Omission(kind="unnamed_projects", message=message, memo=context.memo, places=count.places)
