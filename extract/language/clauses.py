"""Clauses: the part of a sentence that a predicate belongs to, without what introduces it."""

import re

_BREAK = re.compile(r";\s|,\s(?:and|but|while|whereas|although|though|yet)\s|\s(?:while|whereas)\s")
_INTRO = re.compile(
    r"^(?:In|On|As of|Since|During|By|After|Following|At|With|Despite|Through|Throughout|Over|Under|Currently|"
    r"Additionally|"
    r"Meanwhile|However|Recently|Finally|Also|Further|Furthermore|Overall|Similarly|Lastly|Late|Early|Due to|"
    r"Because of|"
    r"For example|Last|Earlier|Today|Notably|To date|Likewise|Known|Formerly|Originally|Previously)\b[^,]{0,80},\s+"
)


# "The Hub is half built and remains ...": the second predicate has the first one's subject.
_EARLIER_PREDICATE = re.compile(
    r"\s(?:is|are|was|were|has|have|remains?|continues?|broke|began|went|drew|"
    r"[a-z]{3,15}ed)\s.*\s(?:and|but)$"
)


# "Heat pumps were fitted in May and the project", "The tender drew no bid and it": a clause of its own after "and".
_JOINED = re.compile(r"^.{10,400}\sand\s(?=(?:(?:the|this)\s[a-z-]{2,20}(?:\s[a-z-]{2,20}){0,2}|it)$)")
_REPORTED = re.compile(
    r"^.*\b(?:reports?|notes?|advises?|confirms?|indicates?|believes?|states?|reported|"
    r"confirmed)\sthat\s"
)


def last_clause(before: str) -> str:
    """ "the Hub" of "In May, the Pier was closed, while the Hub": what stands before a predicate is its subject."""
    clause = _BREAK.split(before)[-1].strip()
    for _ in range(2):
        clause = _INTRO.sub("", clause)
    clause = _REPORTED.sub("", clause)
    return _JOINED.sub("", _EARLIER_PREDICATE.sub("", clause))
