"""What the sums of a table are counted in, where its title or a line above it says so.

"All figures in £ millions", "(dollars in thousands)", "Project costs ($m)", "(£k)", "Amounts in $000s". Where two
units are said, none is taken; a sum in a sentence ("the $4 million programme") is no unit.
"""

import re
from collections.abc import Sequence

_SIGN = r"(?:(?:US|CA?|AU?|NZ)?\$|[£€]|\b(?:USD|CAD|AUD|NZD|EUR|GBP|dollars|pounds|euros?)\b)"
_SCALE = r"(?:'?000'?s?|thousands?|millions?|billions?|mil|mn|m|bn|k)"
_BRACKETS = re.compile(
    rf"[(\[](?:(?:all )?(?:figures|amounts|costs|sums|values|budgets?) )?(?:in )?"
    rf"(?:{_SIGN} ?(?:in )?{_SCALE}|{_SCALE} (?:of )?{_SIGN})[)\]]",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"\b(?:figures|amounts|costs|sums|values|budgets|dollars|pounds|euros?)\b[^.]{{0,30}}\bin\b[^.]{{0,30}}?"
    rf"(?:{_SIGN} ?{_SCALE}|{_SCALE} (?:of )?{_SIGN}|million|thousand|'?000)|\bvalues? in {_SCALE}\b",
    re.IGNORECASE,
)

_SCALE_ALONE = re.compile(r"(?:\bin |[(,] ?)(?P<scale>'?000'?s?|thousands?|millions?|billions?)\b", re.IGNORECASE)
_CELL_SIGN = re.compile(r"\s*(?:(?:US|CA?|AU?|NZ)?\$|[£€])")
_ANY_SIGN = re.compile(_SIGN, re.IGNORECASE)


def stated_unit(texts: Sequence[str]) -> str:
    """The words that say the unit, as a header would; empty where none or two are said."""
    found: dict[str, str] = {}
    for text in texts:
        said = _BRACKETS.search(text) or _SENTENCE.search(text)
        if said is not None:
            found.setdefault(" ".join(said.group().lower().strip("()[]").split()), said.group())
    return next(iter(found.values())) if len(found) == 1 else ""


def with_sign_of(text: str, header: str) -> str:
    """ "Budget (thousands)" over "$4,600" is thousands of dollars: the cell brings the sign that its header lacks."""
    scale, sign = _SCALE_ALONE.search(header), _CELL_SIGN.match(text)
    if scale is None or sign is None or _ANY_SIGN.search(header):
        return header
    return f"{header} ({scale['scale']} of {sign.group().strip()})"
