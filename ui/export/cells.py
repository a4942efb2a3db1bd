"""Cell texts made safe to open in a spreadsheet program, without harming a number.

A text that such a program might run as a formula gets a leading apostrophe; a plain number never does, since
``-5.00`` with an apostrophe is a number lost. Nothing else is changed: no trimming, no rewriting of words; only NUL,
which no cell can hold, is dropped. The rule can be turned round: a leading apostrophe is ours where the rest of the
text would get one, and ``restore`` takes it off again.
"""

import re
import unicodedata
from decimal import Decimal

FORMULA_SIGNS = "=+-@"
STARTERS_BY_THEMSELVES = "\t\r\n"

_QUOTE_SIGNS = "'\"`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
"""Programs that read a file a second time may strip these, and then meet what stands behind them."""

_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3}){1,8}"
_UNGROUPED = r"[0-9]{1,20}"
_DIGITS = rf"(?:{_GROUPED}|{_UNGROUPED})(?:\.[0-9]{{1,12}})?|\.[0-9]{{1,12}}"
_SIGN = "[+\N{MINUS SIGN}-]"
_CURRENCY = r"[$€£]"
_NUMBER = re.compile(
    rf"(?P<sign>{_SIGN})?(?P<before>{_CURRENCY})?(?P<gap> )?(?P<open>\()?(?P<inner>{_SIGN})?"
    rf"(?P<within>{_CURRENCY})?(?P<digits>{_DIGITS})(?P<percent> ?%)?(?P<close>\))?"
)
_SCIENTIFIC = re.compile(rf"{_SIGN}?[0-9]{{1,3}}(?:\.[0-9]{{1,12}})?[eE][+-]?[0-9]{{1,3}}")
_DASHES = re.compile(r"-{1,3}")  # "nothing here" in a printed table; no program runs it
_LONGEST_EXACT = 15  # digits that a spreadsheet keeps of a number


def neutralise(text: str) -> str:
    """``=1+1`` becomes ``'=1+1``; ``-5.00``, ``-1,234.56``, ``(1,250)`` and ``-`` stay."""
    text = text.replace("\0", "")
    return "'" + text if _may_run(text) else text


def restore(text: str) -> str:
    """What ``neutralise`` was given, but for NULs."""
    return text[1:] if text.startswith("'") and _may_run(text[1:]) else text


def is_number(text: str) -> bool:
    return _match_number(text) is not None


def text_to_number(text: str) -> tuple[Decimal, str] | None:
    """The value and the spreadsheet format of a plain number: ``(1,250)`` is ``-1250``, shown as ``#,##0;(#,##0)``.

    Codes keep their zeros (``007``) and their length (more than 15 digits): they are texts, not numbers.
    """
    match = _match_number(text)
    if match is None:
        return None
    digits = match["digits"].replace(",", "")
    whole = digits.split(".")[0]
    if len(digits.replace(".", "")) > _LONGEST_EXACT or (len(whole) > 1 and whole.startswith("0")):
        return None
    value = Decimal(digits)
    if match["open"] or (match["sign"] or match["inner"] or "+") != "+":
        value = -value
    return (value / 100 if match["percent"] else value), _number_format(match)


def _match_number(text: str) -> re.Match[str] | None:
    match = _NUMBER.fullmatch(text.strip(" "))
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    signs = [sign for sign in (match["sign"], match["inner"], match["open"]) if sign]
    currencies = [sign for sign in (match["before"], match["within"]) if sign]
    stray_gap = match["gap"] and not match["before"]
    return match if len(signs) <= 1 and len(currencies) <= 1 and not stray_gap else None


def _number_format(match: re.Match[str]) -> str:
    decimals = len(match["digits"].partition(".")[2])
    grouped = "#,##0" if "," in match["digits"] else "0"
    places = "." + "0" * decimals if decimals else ""
    currency = match["before"] or match["within"]
    label = f'"{currency}{match["gap"] or ""}"' if currency else ""
    shape = label + grouped + places + (match["percent"] or "")
    if match["open"]:
        return f"{shape};({shape})"
    return f"+{shape};-{shape}" if "+" in (match["sign"], match["inner"]) else shape


def _may_run(text: str) -> bool:
    if not text or is_number(text) or _SCIENTIFIC.fullmatch(text) or _DASHES.fullmatch(text.strip()):
        return False
    if text[0] in STARTERS_BY_THEMSELVES:
        return True
    first = next((char for char in text if not _is_looked_through(char)), "")
    return unicodedata.normalize("NFKC", first)[:1] in tuple(FORMULA_SIGNS)


def _is_looked_through(char: str) -> bool:
    return char.isspace() or char in _QUOTE_SIGNS or unicodedata.category(char) in ("Cc", "Cf")
