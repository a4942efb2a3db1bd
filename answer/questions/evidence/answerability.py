"""How likely a sentence is to answer a question: what is seen of the two, weighed as known answers taught.

The gates of `refusal` look at one thing each, and each errs: a sentence may lack a word of the question and answer
it, or hold every word and not. Here they are witnesses, heard together with how like the sentence is to the question
and how far ahead of the next. The weights are fitted by ``tests/bench/fit_answerability.py`` on the invented memos and
questions of ``tests/bench/judging``; they hold no words and no names.
"""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from answer.questions.evidence.evidence import Candidate
from answer.questions.evidence.refusal import Gate
from answer.questions.reading.question_parse import ORDINALS, Asked, Shape
from answer.questions.reading.words import tokens

_KINDS = ("row", "item", "footnote")
_SHAPES: tuple[Shape, ...] = get_args(Shape)
_WITH_VALUES: tuple[Shape, ...] = ("reason", "date", "money", "count", "entity", "place", "definition")
_LITTLE = 0.34
_FUTURE_ASKED = re.compile(r"\b(?:will|going to|next|planned?|plans|expected)\b|\bwould\b", re.IGNORECASE)
_FUTURE_SAID = re.compile(
    r"\b(?:will|to be|plans?|planned|planning|expect\w*|schedul\w+|anticipat\w*|propos\w*|targets?|aims?|intend\w*|due"
    r"|upcoming|next|soon|later|until|by|would|seek\w*|remain\w*)\b",
    re.IGNORECASE,
)
_PAST_ASKED = re.compile(r"\b(?:did|was|were)\b", re.IGNORECASE)
_NARROWED = re.compile(
    r"\b(?:alone|only|besides|other than|apart from|excluding|prior|previous(?:ly)?|last|before|after|next|another|new"
    r"|old|former|current(?:ly)?|initial(?:ly)?|original(?:ly)?|final(?:ly)?|first|each|per|every|both|average|median|total)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weighing:
    """A logistic weighing: what is seen is brought to one scale (``means``, ``spreads``), then weighed."""

    base: float
    names: tuple[str, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    weights: tuple[float, ...]

    def likelihood(self, seen: dict[str, float]) -> float:
        rows = zip(self.names, self.means, self.spreads, self.weights, strict=True)
        total = self.base + sum(weight * (seen[name] - mean) / spread for name, mean, spread, weight in rows)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def weighing() -> Weighing:
    """The weights as they were fitted."""
    held = json.loads(files("answer.questions.evidence").joinpath("answerability.json").read_text(encoding="utf-8"))
    return held_to_weighing(held)


def held_to_weighing(held: dict[str, Any]) -> Weighing:
    """From the file's form: ``base``, and lists of equal length under the other fields' names."""
    return Weighing(held["base"], *(tuple(held[key]) for key in ("names", "means", "spreads", "weights")))


def answerability(gate: Gate, looked_at: Sequence[Candidate], number: int) -> float:
    """The likelihood, 0 to 1, that ``looked_at[number]`` answers."""
    return weighing().likelihood(what_is_seen(gate, looked_at, number))


def what_is_seen(gate: Gate, looked_at: Sequence[Candidate], number: int) -> dict[str, float]:
    """Everything that is weighed, by name; no unit, truths as 0 and 1."""
    seen = _seen_apart(gate, looked_at, number)
    return {**seen, **seen_together(seen)}


def _seen_apart(gate: Gate, looked_at: Sequence[Candidate], number: int) -> dict[str, float]:
    candidate, asked = looked_at[number], gate.asked
    others = [other for n, other in enumerate(looked_at) if n != number]
    terms = max(1, len(asked.terms))
    return {
        "cosine": candidate.cosine,
        "coverage": candidate.coverage,
        "behind": candidate.behind,
        "rank": float(number),
        "cosine_lead": candidate.cosine - max((other.cosine for other in others), default=0.0),
        "coverage_lead": candidate.coverage - max((other.coverage for other in others), default=0.0),
        "missing_names": float(sum(term.named for term in candidate.missing)),
        "missing_share": len(candidate.missing) / terms,
        "terms": float(terms),
        "named_terms": float(sum(term.named for term in asked.terms)),
        "length": len(candidate.text) / 200,
        "computed": float(asked.operation is not None),
        **gate.witnesses(candidate),
        **_of_wording(asked, candidate.text),
        **{f"kind_{kind}": float(candidate.sentence.kind == kind) for kind in _KINDS},
        **{f"shape_{shape}": float(asked.shape == shape) for shape in _SHAPES},
    }


def _of_wording(asked: Asked, text: str) -> dict[str, float]:
    """Time to come asked and not told; "third" or "only" asked and not said."""
    said = set(tokens(text))
    words = set(tokens(asked.text))
    narrowed = {found.lower() for found in _NARROWED.findall(asked.text)}
    to_come = bool(_FUTURE_ASKED.search(asked.text))
    return {
        "future_untold": float(to_come and not _FUTURE_SAID.search(text)),
        "past_as_future": float(
            bool(_PAST_ASKED.search(asked.text)) and not to_come and re.search(r"\bwill\b", text) is not None
        ),
        "ordinal_unsaid": float(bool((words & ORDINALS) - said)),
        "narrowing_unsaid": float(len(narrowed - said)),
    }


def seen_together(seen: dict[str, float]) -> dict[str, float]:
    """What tells only in company: a date in the sentence where a date is asked, a likeness of the first in rank."""
    cosine, values, first = seen["cosine"], seen["values"], float(seen["rank"] == 0)
    gates = ("names", "rest", "demands", "attribute", "values")
    return {
        "first": first,
        "first_cosine": first * cosine,
        "first_lead": first * seen["cosine_lead"],
        "leads": float(seen["cosine_lead"] > 0),
        "lead_cosine": seen["cosine_lead"] * cosine,
        "cosine_squared": cosine**2,
        "cosine_coverage": cosine * seen["coverage"],
        "nothing_missing": float(seen["missing_share"] == 0),
        "little_missing": min(seen["missing_share"], _LITTLE),
        "all_gates": float(all(seen[gate] for gate in gates)),
        "values_cosine": values * cosine,
        "text_cosine": seen["shape_text"] * cosine,
        "text_coverage": seen["shape_text"] * seen["coverage"],
        "yes_no_rest": seen["shape_yes_no"] * seen["rest"],
        **{f"values_{shape}": values * seen[f"shape_{shape}"] for shape in _WITH_VALUES},
    }
