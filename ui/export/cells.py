"""Cell texts made safe to open in a spreadsheet program, without harming a number.

A text that such a program would run as a formula gets a leading apostrophe; a plain number never does, since
``-5.00`` with an apostrophe is a number lost. Nothing else is changed: no trimming, no rewriting of words.
"""

import re
import unicodedata
from decimal import Decimal

FORMULA_SIGNS = "=+-@"
STARTERS_BY_THEMSELVES = "\t\r\n\0"

_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3}){1,8}"
_UNGROUPED = r"[0-9]{1,20}"
_DIGITS = rf"(?:{_GROUPED}|{_UNGROUPED})(?:\.[0-9]{{1,12}})?|\.[0-9]{{1,12}}"
_AMOUNT = rf"(?P<currency>[$€£])?(?P<digits>{_DIGITS})(?P<percent>%)?"
_NUMBER = re.compile(rf"(?P<sign>[+-])?(?P<open>\()?(?P<inner>[+-])?{_AMOUNT}(?P<close>\))?")
_DASHES = re.compile(r"-{1,3}")  # "nothing here" in a printed table; no program runs it
_LONGEST_EXACT = 15  # digits that a spreadsheet keeps of a number

_CURRENCY_FORMATS = {"$": '"$"', "€": '"€"', "£": '"£"'}


def neutralise(text: str) -> str:
    """``=1+1`` becomes ``'=1+1``; ``-5.00``, ``-1,234.56``, ``(1,250)`` and ``-`` stay. Done twice, it does nothing."""
    text = text.replace("\0", "")
    if not text or is_number(text) or _DASHES.fullmatch(text.strip()):
        return text
    return "'" + text if _would_run(text) else text


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
    if match["open"] or "-" in (match["sign"], match["inner"]):
        value = -value
    return (value / 100 if match["percent"] else value), _number_format(match)


def _match_number(text: str) -> re.Match[str] | None:
    match = _NUMBER.fullmatch(text.strip(" "))
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    signs = [sign for sign in (match["sign"], match["inner"], match["open"]) if sign]
    return match if len(signs) <= 1 else None


def _number_format(match: re.Match[str]) -> str:
    decimals = len(match["digits"].partition(".")[2])
    grouped = "#,##0" if "," in match["digits"] else "0"
    places = "." + "0" * decimals if decimals else ""
    shape = _CURRENCY_FORMATS.get(match["currency"] or "", "") + grouped + places + (match["percent"] or "")
    return f"{shape};({shape})" if match["open"] else shape


def _would_run(text: str) -> bool:
    if text[0] in STARTERS_BY_THEMSELVES:
        return True
    first = next((char for char in text if not _is_invisible(char)), "")
    return unicodedata.normalize("NFKC", first)[:1] in tuple(FORMULA_SIGNS)


def _is_invisible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf")
