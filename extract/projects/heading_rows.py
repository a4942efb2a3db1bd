"""Rows of headings: where most headings of one level each have a state told below them, they name projects.

One such heading among others proves nothing ("Roads" above a sentence on a late paving job); two or more that are at
least half of their row do. Rows are the headings below one heading, and all headings of one level of the memo.
"""

from collections.abc import Callable, Iterable, Sequence

from extract.projects.names import ORGANISATIONS, words_of
from extract.projects.organisations import reads_like_department
from extract.projects.scope import could_name_project, heading_to_name, is_other_matter, is_outside
from records.memo import Section

_FEWEST = 2
_MOST_WORDS = 10


def sections_in_rows(sections: Sequence[Section], speaks: Callable[[Section, str], bool]) -> frozenset[int]:
    """The first block of each section that stands in such a row and ``speaks`` of its name's state itself."""
    members = [section for section in sections if section.title and not is_outside(section) and _holds_text(section)]
    telling = {s.first for s in members if _could_stand(s) and speaks(s, heading_to_name(s.title)[0])}
    found: set[int] = set()
    for row in (*_grouped(members, lambda s: s.trail[:-1]), *_grouped(members, lambda s: str(len(s.trail)))):
        mine = telling & {section.first for section in row}
        if len(mine) >= _FEWEST and 2 * len(mine) >= len(row):
            found |= mine
    return frozenset(found)


def _grouped(sections: Iterable[Section], key: Callable[[Section], object]) -> list[list[Section]]:
    rows: dict[object, list[Section]] = {}
    for section in sections:
        rows.setdefault(key(section), []).append(section)
    return list(rows.values())


def _holds_text(section: Section) -> bool:
    return section.last - section.first > 1


def _could_stand(section: Section) -> bool:
    """Of several words, and neither an office nor another matter: "Staffing", "Fire Department", "Sales Tax"."""
    name = heading_to_name(section.title)[0]
    words = words_of(name)
    is_made = len(words) > 2 and words[-1] == "service"  # "Harbor Identity Service"; "Parking Services" is an office
    if not 2 <= len(words) <= _MOST_WORDS or not could_name_project(name) or (is_other_matter(name) and not is_made):
        return False
    return words[-1] not in ORGANISATIONS and (is_made or not reads_like_department(name))
