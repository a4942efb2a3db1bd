"""A number or date as its sheet shows it: ``1234.5`` with the format ``$#,##0.00`` -> ``$1,234.50``.

It knows the formats that reports use: decimals, thousands, percent, currency, signs and brackets for negative numbers,
scaling by thousands, dates and times. For any other format ``None`` is returned, and the caller says so. Long numbers
without a format are shown in full, not rounded to the width of their column.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)')
"""Quoted text, an escaped sign, room as wide as a sign, a sign to fill the column with."""
_BRACKET = re.compile(r"\[(?:\$(?P<currency>[^\]-]*)(?:-[^\]]*)?|[^\]$]*)\]")
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*,*)?|\.[#0?]+,*")
_PLAIN_SIGNS = re.compile(r"[\s$€£¥%()+\-:/.,\w]*")
_DATE_PART = re.compile(r"(y{2,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}(?:\.0+)?|AM/PM|A/P)|.", re.IGNORECASE | re.DOTALL)
_GENERAL = ("", "general", "@")
_MOST_DIGITS = 11
"""Of a number without a format: what a sheet shows at most."""

Moment = datetime | date | time


def number_to_text(value: int | float, code: str) -> str | None:
    """``None`` for a format that is not known."""
    sections = _sections(code)
    if any("[>" in section or "[<" in section or "[=" in section for section in sections):
        return None
    negative = value < 0
    used = sections[1] if negative and len(sections) > 1 else sections[0]
    if value == 0 and len(sections) > 2:
        used = sections[2]
    if used.strip().lower() in _GENERAL and code.strip():
        return general(abs(value) if negative and len(sections) > 1 else value)
    shown = _section_to_text(abs(Decimal(str(value))), used)
    if shown is None:
        return None
    sign = "-" if negative and len(sections) == 1 and re.search(r"[1-9]", shown) else ""
    return sign + shown


def general(value: int | float) -> str:
    """A number without a format: ``0.1``, ``1250``, ``1E+20``."""
    if isinstance(value, int) or value == int(value):
        return str(int(value)) if abs(value) < 10**_MOST_DIGITS * 10_000 else f"{value:.5E}"
    return f"{value:.{_MOST_DIGITS - 1}g}".replace("e", "E")


def moment_to_text(value: Moment, code: str) -> str:
    """``m/d/yyyy``, ``mmm yyyy``, ``d. mmmm yy``, ``h:mm AM/PM``; the ISO form where the format says nothing."""
    section = _sections(code)[0]
    literal = _BRACKET.sub("", section)
    parts = _date_parts(literal)
    if not any(part.is_field for part in parts):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    twelve = any(part.text.upper() in ("AM/PM", "A/P") for part in parts if part.is_field)
    return "".join(_date_part(part, number, parts, value, twelve=twelve) for number, part in enumerate(parts)).strip()


def duration_to_text(value: timedelta) -> str:
    """Hours may be more than a day's: ``37:30:00``."""
    seconds = round(abs(value.total_seconds()))
    sign = "-" if value < timedelta(0) else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _sections(code: str) -> list[str]:
    """For positive and negative numbers and zero; semicolons in quotation marks part nothing."""
    sections, quoted = [""], False
    for number, char in enumerate(code):
        quoted ^= char == '"'
        if char == ";" and not quoted and code[number - 1 : number] != "\\":
            sections.append("")
        else:
            sections[-1] += char
    return sections


def _section_to_text(value: Decimal, section: str) -> str | None:
    plain = _BRACKET.sub(lambda found: f'"{found["currency"] or ""}"', section)
    pieces = _split_literals(plain)
    codes = "".join(piece.text for piece in pieces if piece.is_field)
    digits = _DIGITS.search(codes)
    if digits is None:
        return "".join(piece.text for piece in pieces if not piece.is_field or not piece.text.strip("?# ")).strip()
    if not _PLAIN_SIGNS.fullmatch(codes.replace("#", "").replace("?", "")) or re.search(r"[#0?]E[+-]|[#0?]\s*/", codes):
        return None
    value *= Decimal(100) ** codes.count("%")
    number = _digits_to_text(value, digits.group())
    shown, placed = "", False
    for piece in pieces:
        if piece.is_field and not placed and _DIGITS.search(piece.text):
            shown += _DIGITS.sub(lambda _: number, piece.text, count=1)
            placed = True
        else:
            shown += piece.text
    return shown.strip()


def _digits_to_text(value: Decimal, digits: str) -> str:
    """``#,##0.00`` -> thousands and two decimals; each comma after the last digit divides by a thousand."""
    scale = len(digits) - len(digits.rstrip(","))
    whole, _, decimals = digits.rstrip(",").partition(".")
    value /= Decimal(1000) ** scale
    value = value.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    shown = f"{value:,f}" if "," in whole else f"{value:f}"
    least = whole.count("0")
    head, _, tail = shown.partition(".")
    optional = len(decimals) - len(decimals.rstrip("#?"))
    while optional and tail.endswith("0"):
        tail, optional = tail[:-1], optional - 1
    if least == 0 and head == "0":
        head = ""
    return head.rjust(least, "0") + (f".{tail}" if tail else "")


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    is_field: bool


def _split_literals(section: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    done = 0
    for found in _LITERAL.finditer(section):
        pieces.append(_Piece(section[done : found.start()], True))
        quoted, escaped, _, _ = found.groups()
        pieces.append(_Piece(quoted or escaped or (" " if found[0][0] == "_" else ""), False))
        done = found.end()
    return [piece for piece in [*pieces, _Piece(section[done:], True)] if piece.text]


def _date_parts(section: str) -> list[_Piece]:
    parts: list[_Piece] = []
    for piece in _split_literals(section):
        if not piece.is_field:
            parts.append(piece)
            continue
        parts += [_Piece(found[0], found[1] is not None) for found in _DATE_PART.finditer(piece.text)]
    return parts


def _date_part(part: _Piece, number: int, parts: list[_Piece], value: Moment, *, twelve: bool) -> str:
    if not part.is_field:
        return part.text
    code = part.text.lower()
    if code[0] == "m" and _is_minutes(number, parts):
        code = "n" * len(code)
    moment = value if isinstance(value, datetime) else _as_datetime(value)
    hour = moment.hour % 12 or 12 if twelve else moment.hour
    shown = {
        "yy": f"{moment:%y}", "yyyy": f"{moment.year}", "m": str(moment.month), "mm": f"{moment:%m}",
        "mmm": f"{moment:%b}", "mmmm": f"{moment:%B}", "mmmmm": f"{moment:%b}"[0], "d": str(moment.day),
        "dd": f"{moment:%d}", "ddd": f"{moment:%a}", "dddd": f"{moment:%A}", "h": str(hour), "hh": f"{hour:02d}",
        "n": str(moment.minute), "nn": f"{moment:%M}", "s": str(moment.second), "ss": f"{moment:%S}",
        "am/pm": f"{moment:%p}", "a/p": f"{moment:%p}"[0],
    }  # fmt: skip
    return shown.get(code, shown.get(code.partition(".")[0], f"{moment.year}" if code[0] == "y" else part.text))


def _is_minutes(number: int, parts: list[_Piece]) -> bool:
    """``m`` after hours or before seconds; else it is months."""
    fields = [(n, part.text.lower()) for n, part in enumerate(parts) if part.is_field]
    position = next(n for n, (at, _) in enumerate(fields) if at == number)
    before = fields[position - 1][1][0] if position else ""
    after = fields[position + 1][1][0] if position + 1 < len(fields) else ""
    return before == "h" or after == "s"


def _as_datetime(value: date | time) -> datetime:
    if isinstance(value, time):
        return datetime.combine(date(1900, 1, 1), value)
    return datetime.combine(value, time())
