"""What the two figures of one sentence give: what is left of a whole, what one is above the other, a share, a sum.

"How many depots have yet to be painted?" of "Of 40 depots, 31 have been painted" is nine. The sentence must speak of
what is asked, hold one such pair and no other, and must not itself say the part that the question asks for ("of which
nine are still unpainted"). Two sentences that would give different figures give none.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from answer.questions.figures.arithmetic import is_round, plain
from answer.questions.figures.before_after import change_bound
from answer.questions.figures.computing import bound_of, figure_text, opposite, same_kind
from answer.questions.figures.relations import Relation, read_relations
from answer.questions.premises.told import Told, fit, missing_terms, statements_of
from answer.questions.reading.operations import TALK, asks_for_rest
from answer.questions.reading.spans import Span, spans_of
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, answered, sentence_text
from records.answer import Answer

_LEAST_FIT, _LEAST_OF_SUM, _CLOSE = 0.62, 0.78, 0.06
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|still|yet|remain\w*|left|pending|vacant|unspent|unfilled|outstanding|await\w*|lack\w*"
    r"|fail\w*|declined|refused|rejected|turned (?:away|down))\b|n['’]t\b",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\b(?:goal|target|planned|wanted|needed|quota)\b", re.IGNORECASE)
_APIECE = re.compile(r"^ (?:each|apiece|a piece|per \w+)\b", re.IGNORECASE)
_AT = re.compile(r"^(?: [\w-]+){1,4} (?:at|for|of|worth|each (?:received|cost|got|paid)) $", re.IGNORECASE)
_AND = re.compile(
    r"^(?:[^.;$£€]{0,70}?)(?:,? and (?!against\b)|; (?:a |and )?(?:further|another)|,? (?:plus|with a further) )"
    r"[^.;$£€]{0,50}$",
    re.IGNORECASE,
)
_ALL_OF = re.compile(
    r"\b(?:total\w*|in all|altogether|together|combined|add(?:s)? up|sum|come to|came to|all told|bill)\b"
)
_SHAPES = ("count", "money", "percent", "text", "duration")
_NEITHER = re.compile(r"\bneither\b|\bor more\b", re.IGNORECASE)
"""Of two parts, not of one."""
_RANGE = re.compile(r"\b(?:rang\w+|between|vary|varied) (?:from )?$", re.IGNORECASE)
_ASKING = TALK | stems(
    "put place go went come bring carry achieve yearly annual short fall below above behind far need still neither "
    "other somewhere else cover spend spent unspent unused hit yearly goal target add together bill come came covered "
    "young cheap dear save saving fast fail finish drop dropped out excess exceed beat over under roughly hello hi wait"
    "  stand big pay paid"
)
_BIG = Decimal(1_000)


@dataclass(frozen=True, slots=True)
class _Given:
    """What a sentence gives: the figure as text, and its working."""

    value: str
    working: str
    bound: str
    told: Told
    fits: float


def related_answer(case: Case) -> Answer | None:
    """The one figure that the sentences on the matter give, with its working."""
    wanted = case.asked.shape in _SHAPES or case.asked.operation == "share"
    if not wanted or _NEITHER.search(case.asked.text):
        return None
    found = [given for told in statements_of(case) if (given := _given(case, told)) is not None]
    if not found:
        return None
    best = max(found, key=lambda given: given.fits)
    near = {given.value for given in found if given.fits >= best.fits - _CLOSE}
    if len(near) != 1:
        return None
    text = f"{best.bound}{best.value} ({best.working}). {sentence_text(best.told.text)}"
    return answered(case, text, best.told.places, method="computed", confidence=0.74, values=[best.value],
                    working=f"{best.working} = {best.value}")  # fmt: skip


def _given(case: Case, told: Told) -> _Given | None:
    lacks = len(missing_terms(case, told, _ASKING))
    if told.is_row or lacks > (0 if case.asked.operation == "share" else 1) or not _speaks_itself(case, told):
        return None
    made = _made(case, told.text)
    if made is None:
        return None
    value, working, bound = made
    fits = fit(case, told, _ASKING)
    least = _LEAST_OF_SUM if " + " in working else _LEAST_FIT
    return _Given(value, working, bound, told, fits) if fits >= least else None


def _speaks_itself(case: Case, told: Told) -> bool:
    """Not all that is asked of may stand in the headings only, under which many figures are told."""
    return any(covers(term.stem, told.own) for term in case.asked.terms if term.stem not in _ASKING)


def _made(case: Case, text: str) -> tuple[str, str, str] | None:
    asked, relations = case.asked, read_relations(text)
    parts = [r for r in relations if r.kind == "part" and _is_of(case, r)]
    pairs = [r for r in relations if r.kind == "against" and _is_asked_kind(case, r.first) and not _is_range(text, r)]
    rest = asks_for_rest(asked.text)
    if asked.operation == "share":
        return _share(case, text, parts, rest=rest)
    if asked.operation in ("difference", "target") and len(pairs) == 1 and asked.shape != "yes_no":
        return _difference(text, pairs[0])
    if rest and len(parts) == 1 and not pairs:
        return _rest(text, parts[0])
    if rest and len(pairs) == 1 and not parts and _GOAL.search(text) and pairs[0].part < pairs[0].whole:
        return _difference(text, pairs[0])
    if asked.operation == "total" or _ALL_OF.search(asked.text):
        return _product(text) or _sum(text, relations)
    return None


def _is_of(case: Case, relation: Relation) -> bool:
    """The whole is of money where money is asked for, else it counts what the question counts."""
    if relation.first.kind == "money" or case.asked.shape == "money":
        return relation.first.kind == "money" and case.asked.shape in ("money", "percent")
    nouns = frozenset((*relation.first.nouns[:4], *relation.other.nouns[:4]))
    head = [base for base in case.asked.head if base not in TALK] or [term.stem for term in case.asked.terms]
    return not nouns or any(not same_kind(base).isdisjoint(nouns) for base in head)


def _is_asked_kind(case: Case, figure: Span) -> bool:
    """Money where money is asked for; "by how many points" asks for rates."""
    if case.asked.shape == "count":
        return figure.kind == ("percent" if re.search(r"\bpoints\b", case.asked.text) else figure.kind) != "money"
    return True


def _is_range(text: str, relation: Relation) -> bool:
    start = min(relation.first.start, relation.other.start)
    return bool(_RANGE.search(re.sub(r"\bfrom $", "", text[:start])))


def _rest(text: str, relation: Relation) -> tuple[str, str, str] | None:
    part, whole = relation.first, relation.other
    if _NEGATIVE.search(_clause_of(text, relation)):
        return None
    value = _text(relation.whole - relation.part, text, part, whole)
    return value, f"{_shown(whole)} - {_shown(part)}", opposite(bound_of(text, part)) or bound_of(text, whole)


def _clause_of(text: str, relation: Relation) -> str:
    """What is said of the part: the words around it, up to the next clause."""
    start, end = relation.first.start, relation.first.end
    if relation.first.start < relation.other.start:
        start, end = min(start, relation.other.start), relation.other.end
    before = re.split(r"[;:.] |, (?!of\b|from\b)", text[:start])[-1]
    after = re.split(r"[;.](?: |$)|, | and (?=\d|\w+ (?:were|are|have)\b)", text[end:])[0]
    return f"{before} {after}"


def _difference(text: str, pair: Relation) -> tuple[str, str, str]:
    high, low = (pair.first, pair.other) if pair.part >= pair.whole else (pair.other, pair.first)
    amount = abs(pair.part - pair.whole)
    value = _text(amount, text, high, low)
    if pair.first.kind == "percent":
        value = f"{plain(amount)} percentage points"
    return value, f"{_shown(high)} - {_shown(low)}", change_bound(text, pair.other, pair.first)


def _share(case: Case, text: str, parts: list[Relation], *, rest: bool) -> tuple[str, str, str] | None:
    rates = spans_of(text, "percent")
    if rest and len(rates) == 1 and not parts and rates[0].value is not None:
        around = text[max(0, rates[0].start - 40) : rates[0].end + 60]
        if _NEGATIVE.search(around):
            return None
        sign = "%" if "%" in rates[0].text else " percent"
        return f"{plain(100 - rates[0].value)}{sign}", f"100{sign} - {rates[0].text}", ""
    if len(parts) != 1 or not parts[0].whole or rates:
        return None
    share = 100 * parts[0].part / parts[0].whole
    if rest == bool(_NEGATIVE.search(_clause_of(text, parts[0]))):
        value, working = share, f"{_shown(parts[0].first)} / {_shown(parts[0].other)}"
    elif rest:
        value = 100 - share
        working = f"({_shown(parts[0].other)} - {_shown(parts[0].first)}) / {_shown(parts[0].other)}"
    else:
        return None
    return f"{plain(value, digits=0)}%", working, "" if is_round(value, digits=0) else "About "


def _product(text: str) -> tuple[str, str, str] | None:
    """ "200 keys at $52 apiece", "four firms each received $40,000"."""
    sums, counts = spans_of(text, "money"), spans_of(text, "count")
    made = [
        (count, price)
        for price in sums
        for count in counts
        if count.end < price.start
        and _AT.match(text[count.end : price.start])
        and ("each" in text[count.end : price.start] or _APIECE.match(text[price.end :]))
    ]
    if len(made) != 1:
        return None
    count, price = made[0]
    if not count.value or not price.value:
        return None
    return _text(count.value * price.value, text, price, price), f"{_shown(count)} x {price.text}", ""


def _sum(text: str, relations: tuple[Relation, ...]) -> tuple[str, str, str] | None:
    """ "$30,000 in the first year and $22,500 in the second": two sums side by side, and no third."""
    sums = [span for span in spans_of(text, "money") if span.value is not None]
    if len(sums) != 2 or relations or not _AND.match(text[sums[0].end : sums[1].start]):
        return None
    if any(_APIECE.match(text[span.end :]) for span in sums) or re.search(r"\btotal", text):
        return None
    value = sum((span.value or Decimal() for span in sums), Decimal())
    return _text(value, text, *sums), f"{sums[0].text} + {sums[1].text}", ""


def _shown(span: Span) -> str:
    return plain(span.value or Decimal(), digits=2) if span.kind == "count" else span.text


def _text(value: Decimal, text: str, *spans: Span) -> str:
    if all(span.kind == "money" for span in spans):
        return figure_text(value, [span.text for span in spans])
    digits = 2 if value < _BIG else 1
    return plain(value, digits=digits)
