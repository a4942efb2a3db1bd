"""Single values as JSON has them: places, days, periods, sums and numbers. What is unknown is ``null``."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from records.place import Place
from records.values import Money, Period

Json = dict[str, object]


def place_to_json(place: Place) -> Json:
    return {
        "memo": place.memo,
        "file": place.file,
        "page": place.page,
        "box": None if place.box is None else [round(side, 2) for side in place.box],
        "section": place.section,
        "quote": place.quote,
        "sha256": place.sha256,
    }


def number_to_json(value: Decimal) -> int | float:
    """``Decimal("24")`` is ``24`` and ``Decimal("91.30")`` is ``91.3``: JSON has one kind of number, without zeros."""
    return int(value) if value == value.to_integral_value() else float(value)


def places_to_json(places: Iterable[Place]) -> list[Json]:
    return [place_to_json(place) for place in places]


def day_to_json(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def period_to_json(period: Period | None) -> str | None:
    return None if period is None else period.label()


def money_to_text(money: Money | None) -> str | None:
    return None if money is None else money.label()


def money_to_number(money: Money | None) -> int | float | None:
    return None if money is None else number_to_json(money.amount)


def known_number(value: Decimal | None) -> int | float | None:
    return None if value is None else number_to_json(value)
