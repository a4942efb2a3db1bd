"""Values that a memo writes in words: spans of time and sums of money, with the text they were read from."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A day, month, quarter, season, fiscal year or year: every date from ``first`` to ``last``, both included.

    ``text`` is as written ("fall 2025", "by the end of 2026"). An unknown end is ``None``.
    """

    first: date | None
    last: date | None
    text: str = field(compare=False)

    def label(self) -> str:
        """ISO 8601 at the precision that is known: ``2026-01-15``, ``2026-01``, ``2026``; else the text as written."""
        if self.first is None or self.last is None:
            return self.text
        if self.first == self.last:
            return self.first.isoformat()
        starts_month = self.first.day == 1
        ends_month = (self.last.month % 12 + 1, 1) == (_next_day(self.last).month, _next_day(self.last).day)
        if starts_month and ends_month and self.first.year == self.last.year:
            if self.first.month == self.last.month:
                return f"{self.first:%Y-%m}"
            if (self.first.month, self.last.month) == (1, 12):
                return f"{self.first:%Y}"
        return self.text


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """A sum in US dollars unless ``currency`` says otherwise; ``text`` is as written ("$46.4 million")."""

    amount: Decimal
    currency: str = "USD"
    text: str = field(compare=False)

    def label(self) -> str:
        """``text``; of a bare number, whose unit stood in a header ("388.2" under "£m"), the whole sum."""
        if re.search(r"[^\d.,()\s-]", self.text):
            return self.text
        digits = f"{self.amount:,.2f}".removesuffix(".00")
        sign = _SIGNS.get(self.currency)
        return f"{sign}{digits}" if sign else f"{digits} {self.currency}"


_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}
