"""Is an answer right? It must hold every number and most words of the gold answer, be short, and be of the right year.

*Wrong* (it claims something else) is the figure that matters, since silence costs less than error. No text is compared
by meaning: a right wording that the gold does not foresee counts as wrong until the gold is mended.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from records.answer import Answer
from ui.evaluation.gold import NO_SUCH_MEMO, GoldQuestion

ENOUGH_WORDS = 0.6
"""The share of the gold answer's words that an answer must hold, besides all its numbers."""
LONGEST = 90
"""Words: a longer answer leaves the search to its reader; a list comes whole."""
QUOTED = 0.5
"""The share of a gold quote's words that a citation must hold."""
_STOP = re.compile(
    r"(?:a|an|and|are|as|at|be|been|but|by|can|could|did|do|does|for|from|had|has|have|how|in|into|is|it|its|of|on|or|so"
    r"|that|the|their|them|then|there|these|they|this|to|was|were|what|when|where|which|who|whom|will|with|would|not|no"
    r"|yes|about|than)"
)
_ENDINGS = re.compile(r"(?:ing|ed|es|s|ly)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``claimed``: the answer says something. ``wrong_year``: it says so from a memo of another date."""

    right: bool
    claimed: bool
    cited: bool
    wrong_year: bool
    confidence: float

    @property
    def wrong(self) -> bool:
        return self.claimed and not self.right

    @property
    def silent(self) -> bool:
        return not self.claimed and not self.right


def judge(gold: GoldQuestion, answer: Answer, dates: Mapping[str, date | None]) -> Verdict:
    """``dates`` are the memos' own, by their ids."""
    claimed = answer.outcome in ("answered", "false_premise")
    wrong_year = claimed and _is_of_other_year(gold, answer, dates)
    return Verdict(
        right=not wrong_year and _is_right(gold, answer),
        claimed=claimed,
        cited=_is_cited(gold, answer),
        wrong_year=wrong_year,
        confidence=answer.confidence,
    )


def _is_right(gold: GoldQuestion, answer: Answer) -> bool:
    told = answer.outcome == "answered" and _tells(gold, answer)
    match gold.kind:
        case "unanswerable":
            return answer.outcome in ("not_found", "false_premise")
        case "false-premise":
            return answer.outcome == "false_premise" or told
        case "ambiguous":
            return answer.outcome == "ambiguous" or told
        case _:
            return told


def _tells(gold: GoldQuestion, answer: Answer) -> bool:
    short = gold.kind == "list" or len(_words(answer.text)) <= LONGEST
    return short and any(covers(answer.text, text) for text in gold.answers)


def _is_of_other_year(gold: GoldQuestion, answer: Answer, dates: Mapping[str, date | None]) -> bool:
    """None of the memos that it cites is one whose words answer."""
    if gold.reason == NO_SUCH_MEMO:
        return True
    return bool(gold.reports) and gold.reports.isdisjoint(dates.get(place.memo or "") for place in answer.citations)


def _is_cited(gold: GoldQuestion, answer: Answer) -> bool:
    wanted = [set(content_words(quote)) for quote in gold.quotes]
    cited = [set(content_words(place.quote)) for place in answer.citations]
    return any(quote and len(quote & place) >= QUOTED * len(quote) for quote in wanted for place in cited)


def covers(said: str, gold: str) -> bool:
    """ "$46.4 million in all" covers "46.4 million"; "46 million" does not."""
    have, wanted = {_stem(word) for word in content_words(said)}, [_stem(word) for word in content_words(gold)]
    numbers = {word for word in wanted if word[0].isdigit()}
    share = sum(word in have for word in wanted) / len(wanted) if wanted else float(_opens_alike(said, gold))
    return numbers <= have and share >= ENOUGH_WORDS


def _opens_alike(said: str, gold: str) -> bool:
    """Of "Yes" and "No", which are no content words, the first word decides."""
    return _words(said)[:1] == _words(gold)[:1]


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _words(text) if not _STOP.fullmatch(word))


def _words(text: str) -> list[str]:
    """Percent signs, thousands separators and the nought of "148.0" carry nothing."""
    folded = re.sub(r"(?<=\d),(?=\d{3})", "", text.lower().replace("’", "'"))
    return [re.sub(r"^(\d+)\.0+$", r"\1", word) for word in re.findall(r"\d+(?:\.\d+)?|[a-z]+(?:['-][a-z]+)*", folded)]


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word) if len(word) > 4 else word
