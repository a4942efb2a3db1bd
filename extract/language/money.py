"""Sums of money as memos write them: "$46.4 million", "$1,250,000", "$2.1M", "($850K)", "1.2 million dollars".

Refused: bare numbers without a currency, and cells that hold more than one sum (a range is not a sum).
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from records.values import Money

_SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mm": 10**6, "mil": 10**6,
    "billion": 10**9, "b": 10**9, "bn": 10**9, "trillion": 10**12,
}  # fmt: skip
_CURRENCIES = {"$": "USD", "us$": "USD", "usd": "USD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "a$": "AUD",
               "au$": "AUD", "aud": "AUD", "nz$": "NZD", "nzd": "NZD", "€": "EUR", "eur": "EUR", "euros": "EUR",
               "£": "GBP", "gbp": "GBP", "pounds": "GBP", "dollars": "USD"}  # fmt: skip

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?:\.\d{1,4})?"
_SCALE = r"(?:thousand|million|billion|trillion|mil|MM|bn|[KkMmB])"
_SIGN = r"(?:US\$|CA?\$|AU?\$|NZ\$|(?:USD|CAD|AUD|NZD|EUR|GBP)\s?|[$€£])"
_DASH = r"\s?(?:-|–|—|to)\s?"

_SUM = re.compile(
    rf"(?:(?<![\w.])(?P<minus>[-−–](?=\s?{_SIGN})))?\s?(?<![A-Za-z])(?P<sign>{_SIGN})\s?(?P<number>{_NUMBER})(?:[\s-]?(?P<scale>{_SCALE})(?![A-Za-z]))?"
)
# In "$10 to $12 million" the scale belongs to both.
_RANGE_REST = re.compile(rf"{_DASH}{_SIGN}?\s?(?P<number>{_NUMBER})[\s-]?(?P<scale>{_SCALE})(?![A-Za-z])")
_DOLLARS = re.compile(
    rf"(?<![\d$€£.,])(?P<number>{_NUMBER})(?:[\s-]?(?P<scale>{_SCALE}))?\s(?:US\s|U\.S\.\s)?dollars\b"
)


# "Budget ($000)", "Cost (in $ millions)", "Amount (dollars)", "Whole life cost (£m)", "in thousands of dollars".
_HEADER_SIGN = r"(?:US\$|CA?\$|AU?\$|NZ\$|[$€£]|\b(?:USD|CAD|AUD|NZD|EUR|GBP|dollars|pounds|euros)\b)"
_HEADER_SCALE = r"(?:'?000'?s?|thousands?|millions?|billions?|mil|mn|mm?|bn|k)\b"
_HEADER_UNIT = re.compile(
    rf"(?P<sign>{_HEADER_SIGN})\s?(?:in\s)?(?P<scale>{_HEADER_SCALE})?"
    rf"|\b(?P<scale_first>{_HEADER_SCALE})\s(?:of\s)?(?P<sign_last>{_HEADER_SIGN})",
    re.I,
)
_HEADER_SCALES = {"000": 10**3, "000s": 10**3, "thousand": 10**3, "thousands": 10**3, "k": 10**3,
                  "million": 10**6, "millions": 10**6, "mil": 10**6, "mn": 10**6, "m": 10**6, "mm": 10**6,
                  "billion": 10**9, "billions": 10**9, "bn": 10**9}  # fmt: skip
_DOLLAR_OF = {"CAD": ("USD",), "AUD": ("USD",), "NZD": ("USD",)}
"""Below "A$m", "$4" are the same dollars."""
_MOST_SCALED = 10**6
"""A number as large below "in millions" was written out in full, or is a slip: it has two readings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySpan:
    """A sum found in ``text[start:end]``."""

    money: Money
    start: int
    end: int


def find_money(text: str) -> tuple[MoneySpan, ...]:
    """All sums in running text, in order. Brackets in prose are an aside: "the lease ($2 million)" is positive."""
    found = [_sum_to_span(text, match) for match in _SUM.finditer(text)]
    found += [_match_to_span(text, match, currency="USD") for match in _DOLLARS.finditer(text)]
    return tuple(sorted(found, key=lambda span: span.start))


def parse_money(text: str) -> Money | None:
    """The one sum of a table cell: "$2.1M", "($850K)" (negative, as accountants write it), "$4.5 million (est.)".

    ``None`` for none, for two ("$1M - $2M") and for anything that is not plainly a sum.
    """
    spans = find_money(text)
    if len(spans) != 1 or _RANGE_REST.match(text, spans[0].end):
        return None
    money = spans[0].money
    if re.fullmatch(r"\s*\(\s?[^()]+\)\s*", text) and money.amount > 0:
        return Money(amount=-money.amount, currency=money.currency, text=text.strip())
    return money


def cell_to_money(text: str, *, header: str) -> Money | None:
    """A cell's sum, where the header may hold the currency and scale: "4.2" under "Budget ($ millions)"."""
    unit = _header_to_unit(header)
    bare = re.fullmatch(rf"\s*(?P<open>\()?(?P<minus>[-−–])?\s?{_SIGN}?\s?(?P<number>{_NUMBER})\)?\s*", text)
    signed = find_money(text)
    if bare is None or unit is None or (signed and unit[1] == 1):
        return parse_money(text)
    number = Decimal(bare["number"].replace(",", ""))
    if signed and (number >= _MOST_SCALED or signed[0].money.currency not in (unit[0], *_DOLLAR_OF.get(unit[0], ()))):
        return None
    amount = number * unit[1]
    negative = bare["open"] or bare["minus"]
    return Money(amount=_plain(-amount if negative else amount), currency=unit[0], text=text.strip())


def _header_to_unit(header: str) -> tuple[str, int] | None:
    """ "Cost (£m)" -> pounds, millions; of several signs the one with a scale counts."""
    found = list(_HEADER_UNIT.finditer(header))
    best = next((match for match in found if match["scale"] or match["scale_first"]), found[0] if found else None)
    if best is None:
        return None
    scale = (best["scale"] or best["scale_first"] or "").lower().replace("'", "")
    return _CURRENCIES[(best["sign"] or best["sign_last"]).lower()], _HEADER_SCALES.get(scale, 1)


def _sum_to_span(text: str, match: re.Match[str]) -> MoneySpan:
    currency = _CURRENCIES[match["sign"].strip().lower()]
    scale = match["scale"]
    rest = _RANGE_REST.match(text, match.end())
    if scale is None and rest is not None:
        scale = rest["scale"]
    return _match_to_span(text, match, currency=currency, scale=scale)


def _match_to_span(text: str, match: re.Match[str], *, currency: str, scale: str | None = None) -> MoneySpan:
    scale = scale or match["scale"]
    amount = Decimal(match["number"].replace(",", "")) * (_SCALES[scale.lower()] if scale else 1)
    if "minus" in match.re.groupindex and match["minus"]:
        amount = -amount
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return MoneySpan(
        money=Money(amount=_plain(amount), currency=currency, text=text[start : match.end()]),
        start=start,
        end=match.end(),
    )


def _plain(amount: Decimal) -> Decimal:
    """``46400000.0`` and ``46400000`` are one number, written without an exponent."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()
