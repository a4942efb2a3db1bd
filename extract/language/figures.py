"""The figures of a sentence: sums, percentages and counted things, each with what is measured and how it is hedged.

Refused: numbers that name rather than measure ("Senate Bill 513", "Phase 2", "Station 4"), dates, telephone numbers,
ordinals, and numbers without a counted noun.
"""

import re
from decimal import Decimal

from extract.language.changed_figures import Figure, with_changes
from extract.language.dates import find_periods
from extract.language.measures import (
    bracketed_share,
    cost_before,
    counted_noun,
    deed_before,
    is_part,
    more_than,
    noun_after,
    noun_before,
    part_named,
    predicate_after,
    share_of,
    state_after,
    use_after,
    verb_before,
)
from extract.language.money import find_money
from extract.language.number_words import NUMBER_WORDS
from extract.language.spacy_model import Analysis, analyse

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9})(?:\.\d{1,3})?"
_PERCENT = re.compile(
    rf"(?<![\w$.,-])(?:(?P<low>{_NUMBER})\s?%?\s?(?:to|-|–)\s?)?(?P<value>{_NUMBER})\s?(?:%|percent\b|per cent\b)"
)
_COUNT = re.compile(
    rf"(?<![\w$€£#.,/:-])(?P<value>{_NUMBER}|(?:{'|'.join(NUMBER_WORDS)}))(?:\s(?P<scale>thousand|million|"
    rf"billion))?(?P<plus>\+)?"
    r"(?![\w%/:]|[.,]\d|-\d)",
    re.I,
)
_PHONE = re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\S+@\S+|https?://\S+")
_QUALIFIER = re.compile(
    r"\b(?P<said>more than|less than|fewer than|no more than|no less than|no fewer than|at least|at most|"
    r"as many as|up to|"
    r"just over|just under|well over|over|under|nearly|almost|about|approximately|roughly|around|an estimated|"
    r"(?:a |the )?total of|only|some|exactly|above|below)\s(?:an?\s|the\s)?(?:estimated\s)?[+]?$",
    re.I,
)
# "built around three pillars", "looking back over five reports": there the word says where, not how many.
_PLACED = re.compile(
    r"\b(?:back|built|spread|stands?|stood|runs?|ran|running|stretch[a-z]*|organi[sz]ed|structured|cent(?:er|re)[ds]|"
    r"grouped|revolves?|phased|extends?|lies|lay|buried|talks?|arranged|divided|passes)\s"
    r"(?:over|around|under|about|above|below)\s$",
    re.I,
)
_ANY_NUMBER = rf"(?:{_NUMBER}|{'|'.join(NUMBER_WORDS)})"
_OF = r"\s(?:out\s)?of\s(?:(?:the|our|its|all|their)\s)?(?:[A-Z][\w-]{1,30}[’']s\s)?"
_WHOLE = re.compile(rf"{_OF}(?P<whole>{_NUMBER}|{'|'.join(NUMBER_WORDS)})\b", re.I)
_PART_BEFORE = re.compile(rf"(?<![\w.,]){_ANY_NUMBER}{_OF}$", re.I)
_HOLDS_NUMBER = re.compile(r"\d|\b(?:" + "|".join(NUMBER_WORDS) + r")\b", re.I)


def may_hold_figures(text: str) -> bool:
    return _HOLDS_NUMBER.search(text) is not None


def sentence_to_figures(text: str) -> tuple[Figure, ...]:
    """ "More than 40 volunteers logged 1,200 hours, 85% of them outdoors, for $30,000" has four."""
    if not may_hold_figures(text):
        return ()
    taken = [(s.start, s.end) for s in find_periods(text)] + [m.span() for m in _PHONE.finditer(text)]
    analysis = analyse(text)
    figures = [*_sums(text, analysis, taken)]
    taken += [(f.start, f.end) for f in figures]
    figures += _percentages(text, analysis, taken)
    taken += [(f.start, f.end) for f in figures]
    figures += _counts(text, analysis, taken)
    return tuple(sorted(with_changes(text, analysis, figures), key=lambda f: (f.start, f.value)))


def _sums(text: str, analysis: Analysis, taken: list[tuple[int, int]]) -> list[Figure]:
    return [
        Figure(
            value=span.money.amount,
            unit=span.money.currency,
            measure=measure,
            qualifier=find_qualifier(text[: span.start]),
            text=span.money.text,
            start=span.start,
            end=span.end,
        )
        for span in find_money(text)
        if _is_free(span.start, span.end, taken) and (measure := _sum_measure(text, analysis, span.start, span.end))
    ]


def _sum_measure(text: str, analysis: Analysis, start: int, end: int) -> str | None:
    after = use_after(text, end) or noun_after(analysis, end, linked=True)
    if after is not None or is_part(text, start):
        return after or part_named(text, analysis, start, end)
    return (
        verb_before(text, start)
        or deed_before(text, start)
        or noun_before(text, analysis, start)
        or cost_before(text, start)
    )


def _percentages(text: str, analysis: Analysis, taken: list[tuple[int, int]]) -> list[Figure]:
    figures = []
    for match in _PERCENT.finditer(text):
        measure = _share_measure(text, analysis, match.start(), match.end())
        if not measure or not _is_free(match.start(), match.end(), taken):
            continue
        figures += [
            Figure(
                value=_decimal(match[group]),
                unit="%",
                measure=measure,
                qualifier=_range_end(match, group) or find_qualifier(text[: match.start()]),
                text=match.group(),
                start=match.start(),
                end=match.end(),
            )
            for group in ("low", "value")
            if match[group]
        ]
    return figures


def _share_measure(text: str, analysis: Analysis, start: int, end: int) -> str | None:
    if text[:start].endswith("(") and text[end:].startswith(")"):
        return bracketed_share(text, start, end) or _share_of_sum(text, start)
    return (
        more_than(text, end)
        or noun_after(analysis, end, linked=False)
        or share_of(text, start, end)
        or predicate_after(text, analysis, end)
        or state_after(text, end)
        or noun_before(text, analysis, start)
    )


def _share_of_sum(text: str, start: int) -> str | None:
    """ "spent" of "staff had spent $2.9 million (54%)"."""
    sums = [span for span in find_money(text) if text[span.end : start] == " ("]
    return (deed_before(text, sums[0].start) or use_after(text, sums[0].end)) if sums else None


def _range_end(match: re.Match[str], group: str) -> str | None:
    """Of "15 to 20%" one figure is the least and one the most."""
    if not match["low"]:
        return None
    return "from" if group == "low" else "up to"


def _counts(text: str, analysis: Analysis, taken: list[tuple[int, int]]) -> list[Figure]:
    figures = []
    for match in _COUNT.finditer(text):
        noun = counted_noun(analysis, match.end())
        if noun is None or not _is_free(match.start(), match.end(), taken) or _is_name(analysis, match.start()):
            continue
        scale = _SCALES.get((match["scale"] or "").lower(), 1)
        part = _WHOLE.match(text, match.end())
        whole = _decimal(part["whole"]) if part else None
        is_whole = _PART_BEFORE.search(text[: match.start()]) is not None
        figures.append(
            Figure(
                value=_decimal(match["value"]) * scale,
                unit=noun.lower(),
                measure=f"total {noun}" if is_whole else noun,
                whole=whole,
                qualifier="+" if match["plus"] else _count_qualifier(text[: match.start()], noun),
                text=match.group(),
                start=match.start(),
                end=match.end(),
            )
        )
    return figures


def _count_qualifier(before: str, noun: str) -> str | None:
    """ "over three years" is how long, not more than three."""
    qualifier = find_qualifier(before)
    return None if qualifier in ("over", "around") and _is_time(noun) else qualifier


def _is_time(noun: str) -> bool:
    return noun.lower().split()[-1] in ("years", "months", "weeks", "days", "quarters", "hours")


def find_qualifier(before: str) -> str | None:
    """ "more than" of "drew more than 600": how the memo hedges the number that follows."""
    match = None if _PLACED.search(before) else _QUALIFIER.search(before)
    return match["said"].lower() if match else None


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= first or start >= last for first, last in taken)


def _decimal(text: str) -> Decimal:
    return Decimal(NUMBER_WORDS[text.lower()]) if text.lower() in NUMBER_WORDS else Decimal(text.replace(",", ""))


def _is_name(analysis: Analysis, start: int) -> bool:
    """ "Bill 513", "Top 25 Doers": a capitalised word right before the number makes it part of a name."""
    before = [token for token in analysis.tokens if token.end <= start]
    if not before:
        return False
    last = before[-1]
    named = last.text[:1].isupper() and last.start > 0 and not last.text.isupper()
    return named or (last.pos == "PROPN" and last.start > 0) or last.text.lower() in ("no.", "number", "phase", "page")
