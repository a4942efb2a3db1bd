"""The figures of a sentence: sums, percentages and counted things, each with what is measured and how it is hedged.

Refused: numbers that name rather than measure ("Senate Bill 513", "Phase 2", "Station 4"), dates, telephone numbers,
ordinals, and numbers without a counted noun.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.language.dates import find_periods
from extract.language.money import find_money
from extract.language.spacy_model import Analysis, Token, analyse
from extract.language.word_sets import word_set

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# "one" is left out alone: it mostly points ("one project, the ..."), and "twenty-one" is kept.
_WORDS = {
    **{f"{ten}-{unit}": 10 * i + j for i, ten in enumerate(_TENS, 2) for j, unit in enumerate(_UNITS, 1)},
    **{ten: 10 * i for i, ten in enumerate(_TENS, 2)},
    **{teen: i for i, teen in enumerate(_TEENS, 10)},
    **{unit: i for i, unit in enumerate(_UNITS, 1) if unit != "one"},
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9})(?:\.\d{1,3})?"
_PERCENT = re.compile(
    rf"(?<![\w$.,-])(?:(?P<low>{_NUMBER})\s?%?\s?(?:to|-|–)\s?)?(?P<value>{_NUMBER})\s?(?:%|percent\b|per cent\b)"
)
_COUNT = re.compile(
    rf"(?<![\w$€£#.,/:-])(?P<value>{_NUMBER}|(?:{'|'.join(_WORDS)}))(?:\s(?P<scale>thousand|million|"
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
_ANY_NUMBER = rf"(?:{_NUMBER}|{'|'.join(_WORDS)})"
_OF = r"\s(?:out\s)?of\s(?:(?:the|our|its|all|their)\s)?"
_WHOLE = re.compile(rf"{_OF}(?P<whole>{_NUMBER}|{'|'.join(_WORDS)})\b", re.I)
_PART_BEFORE = re.compile(rf"(?<![\w.,]){_ANY_NUMBER}{_OF}$", re.I)
_MONTHS = word_set("january february march april may june july august september october november december")
_POINTERS = word_set(
    "it they them these those this that which who whom what he she we you i all each both some many most others others "
    "ones one year years eleven ten total"
) | frozenset(_WORDS)  # fmt: skip
_AGENTS = word_set(
    "crews crew members residents staff council committee departments department employees users people contractors "
    "contractor board commission city callers visitors teachers"
)
"""Who did what is counted: no subject of a figure by which it could be found again."""
_OF_NAME = re.compile(r"\sof(?:\sthe)?(?:\s[A-Z][\w’'-]{0,30}){1,6}")
_RATED = r"(?:(?:marked|rated|flagged|shown|reported|classified|coloured|colored)\s(?:as\s)?)?"
_COLLECTIVE = word_set("staff personnel people square")
_NOT_COUNTED = word_set("percent percentage")

_HOLDS_NUMBER = re.compile(r"\d|\b(?:" + "|".join(_WORDS) + r")\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``text[start:end]`` is the figure; ``measure`` what it measures; ``unit`` is ``%``, USD or a noun."""

    value: Decimal
    unit: str
    measure: str
    qualifier: str | None
    text: str
    start: int
    end: int
    whole: Decimal | None = None


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
    return tuple(sorted(figures, key=lambda f: (f.start, f.value)))


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
        if _is_free(span.start, span.end, taken)
        and (
            measure := _use_after(text, span.end)
            or _noun_after(analysis, span.end, linked=True)
            or _verb_before(text, span.start)
            or _noun_before(text, analysis, span.start)
            or _cost_before(text, span.start)
        )
    ]


def _percentages(text: str, analysis: Analysis, taken: list[tuple[int, int]]) -> list[Figure]:
    figures = []
    for match in _PERCENT.finditer(text):
        measure = (
            _noun_after(analysis, match.end(), linked=False)
            or _share_of(text, match.start(), match.end())
            or _predicate_after(text, analysis, match.end())
            or _noun_before(text, analysis, match.start())
        )
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


def _range_end(match: re.Match[str], group: str) -> str | None:
    """Of "15 to 20%" one figure is the least and one the most."""
    if not match["low"]:
        return None
    return "from" if group == "low" else "up to"


def _counts(text: str, analysis: Analysis, taken: list[tuple[int, int]]) -> list[Figure]:
    figures = []
    for match in _COUNT.finditer(text):
        noun = _counted_noun(analysis, match.end())
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
    return Decimal(_WORDS[text.lower()]) if text.lower() in _WORDS else Decimal(text.replace(",", ""))


def _is_name(analysis: Analysis, start: int) -> bool:
    """ "Bill 513", "Top 25 Doers": a capitalised word right before the number makes it part of a name."""
    before = [token for token in analysis.tokens if token.end <= start]
    if not before:
        return False
    last = before[-1]
    named = last.text[:1].isupper() and last.start > 0 and not last.text.isupper()
    return named or (last.pos == "PROPN" and last.start > 0) or last.text.lower() in ("no.", "number", "phase", "page")


def _after(analysis: Analysis, end: int) -> list[Token]:
    return [token for token in analysis.tokens if token.start >= end]


def _counted_noun(analysis: Analysis, end: int) -> str | None:
    """ "online and in-person courses" of "150 online and in-person courses": up to the plural noun that is counted."""
    tokens = _of_whole(_after(analysis, end)[:12])
    head = -1
    for i, token in enumerate(tokens):
        if token.pos in ("NOUN", "PROPN"):
            head = i
        elif head >= 0 or not (_may_stand_before_noun(token) or _is_hyphenated(tokens, i)):
            break
    if head < 0 or not (tokens[head].tag in ("NNS", "NNPS") or tokens[head].lemma.lower() in _COLLECTIVE):
        return None
    if tokens[head].text.lower() in _NOT_COUNTED:
        return None
    return _joined(tokens[: head + 1])


def _of_whole(tokens: list[Token]) -> list[Token]:
    """The words after "of the", "out of 11", "of 31,000": part and whole are counted in the same noun."""
    rest = tokens[1:] if tokens and tokens[0].text.lower() == "out" else tokens
    if not rest or rest[0].text.lower() != "of":
        return tokens
    rest = rest[1:]
    if rest and rest[0].text.lower() in ("the", "our", "its", "all"):
        rest = rest[1:]
    while rest and (rest[0].pos == "NUM" or (rest[0].text == "-" and len(rest) > 1 and rest[1].pos == "NUM")):
        rest = rest[1:]
    return rest


def _may_stand_before_noun(token: Token) -> bool:
    """ "online and in-person", "newly hired": what may come between a number and the noun that it counts."""
    if token.pos == "VERB":
        return token.tag in ("VBN", "VBG")
    return token.pos in ("ADJ", "CCONJ", "PUNCT", "ADV", "PART") and token.text not in ",.;:()"


def _is_hyphenated(tokens: list[Token], i: int) -> bool:
    """ "in" of "in-person"."""
    return i + 1 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == tokens[i].end


def _noun_after(analysis: Analysis, end: int, *, linked: bool) -> str | None:
    """ "completion rate" of "an 80% completion rate"; with ``linked`` also "annual fees" of "$30 in annual fees"."""
    tokens = _after(analysis, end)[:8]
    if linked and tokens and tokens[0].text.lower() == "in":
        tokens = [] if len(tokens) > 1 and tokens[1].text.lower() in _MONTHS else tokens[1:]
    picked: list[Token] = []
    for token in tokens:
        if token.pos in ("NOUN", "PROPN", "ADJ") or (token.tag in ("VBN", "VBG") and not picked):
            picked.append(token)
        else:
            break
    while picked and picked[-1].pos not in ("NOUN", "PROPN"):
        picked.pop()
    return _joined(picked) if picked else None


def _use_after(text: str, end: int) -> str | None:
    """ "spent" of "$2 million has been spent": what became of a sum says more than what it is part of."""
    match = re.match(
        r"\s(?:(?:has|have|had|was|were|is|are|will be)\s(?:been\s)?)?(?P<use>spent|expended|encumbered|awarded|"
        r"allocated|remaining|"
        r"saved|under budget|over budget|below budget|above budget)\b",
        text[end:],
    )
    return match["use"] if match else None


def _share_of(text: str, start: int, end: int) -> str | None:
    """ "applications are filed online" of "85% of the applications are filed online"; of "closed 71% of them within two
    days" what was done with them."""
    match = re.match(r"\s(?:of|among)\s(?:the\s|all\s|its\s|our\s|these\s)?(?P<what>[^,.;:()]{3,100})", text[end:])
    if match is None:
        return None
    what = re.split(r"\s(?:and|while|but|which|marked)\s", match["what"])[0]
    # "of those who answered called it better": who they were is told by the sentence, what they did is measured.
    what = re.sub(r"^(?:those|people|persons)\s(?:who|that)\s[a-z]+\s(?=[a-z]+ed\b)", "", what)
    pointer = re.match(r"(?:them|these|those|it|which)\b\s?(?P<rest>.*)$", what)
    if pointer:
        rest = re.sub(rf"^(?:is|are|was|were)\s{_RATED}", "", pointer["rest"])
        verb = re.search(r"\b(?P<verb>[a-z]+ed)\s(?:[a-z]+\s){0,2}$", text[:start])
        what = f"{verb['verb']} {rest}" if verb and pointer["rest"] else rest
    return " ".join(what.split()[:12]) or None


def _predicate_after(text: str, analysis: Analysis, end: int) -> str | None:
    """ "green" of "Of these, 57 percent are rated green"; "called it better" of "57 percent called it better"."""
    match = re.match(rf",?\s(?:is|are|was|were)\s{_RATED}(?P<what>[^,.;:()]{{3,60}})", text[end:])
    if match is not None:
        return " ".join(re.split(r"\sand\s", match["what"])[0].split()[:8])
    first = next((token for token in _after(analysis, end)), None)
    if first is None or first.tag != "VBD":
        return None
    return " ".join(re.split(r"[,.;:()]", text[first.start :])[0].split()[:12])


def _verb_before(text: str, start: int) -> str | None:
    """ "approved" of "Together they are approved at $6 million"."""
    match = re.search(
        r"\b(?P<verb>approved|budgeted|appropriated|valued|priced|estimated|funded)\s(?:at|for|to|with)\s(?:[a-z]+\s){0,2}$",
        text[:start],
    )
    return match["verb"] if match else None


def _cost_before(text: str, start: int) -> str | None:
    """ "cost" of "They cost more than $4 million", where no noun says what the sum is."""
    return "cost" if re.search(r"\bcosts?\s(?:[a-z]+\s){0,2}$", text[:start]) else None


def _noun_before(text: str, analysis: Analysis, start: int) -> str | None:
    """ "adopted budget" of "an adopted budget of $9 million", "renewal rate" of "the renewal rate rose to 71%"."""
    phrases = [p for p in analysis.noun_phrases if p.end <= start and _can_be_measured(p.text)]
    close = [p for p in phrases if re.fullmatch(r"\s(?:is\s)?(?:of|at|to|from)\s.{0,25}", text[p.end : start])]
    subjects = [p for p in phrases if _is_subject(analysis, p.start, p.end)]
    chosen = (close or subjects or phrases)[-1:]
    return _without_article(chosen[0].text) if chosen else None


def _without_article(phrase: str) -> str | None:
    return re.sub(r"^(?:the|an?|its|our|this|with|their|these|those)\s", "", phrase, flags=re.I).strip() or None


def _can_be_measured(phrase: str) -> bool:
    """No pronoun, number or month: "they", "Eleven", "$4 million", "July"."""
    words = re.findall(r"[a-z]+", phrase.lower())
    return bool(words) and not re.search(r"\d", phrase) and not set(words) <= _POINTERS | _MONTHS


def find_subject(text: str) -> str | None:
    """What the sentence speaks of: its grammatical subject, if that is a thing and no pronoun or number."""
    analysis = analyse(text)
    for phrase in analysis.noun_phrases:
        if not any(t.role in ("nsubj", "nsubjpass") for t in analysis.tokens if phrase.start <= t.start < phrase.end):
            continue
        words = phrase.text.lower().split()
        if not _can_be_measured(phrase.text) or words[0] in _WORDS or words[-1] in _AGENTS:
            return None
        whole = _OF_NAME.match(text, phrase.end)
        return _without_article(phrase.text + (whole.group() if whole else ""))
    return None


def _is_subject(analysis: Analysis, start: int, end: int) -> bool:
    inside = [t for t in analysis.tokens if start <= t.start and t.end <= end]
    return any(t.role in ("nsubj", "nsubjpass") for t in inside) and not any(t.pos == "PRON" for t in inside)


def _joined(tokens: list[Token]) -> str:
    """The tokens as they stand in the text, hyphens closed up."""
    text = ""
    for i, token in enumerate(tokens):
        gap = "" if i == 0 or tokens[i - 1].end == token.start else " "
        text += gap + token.text
    return text.strip(" ,;-")
