"""A sum is told as it was written, unless its unit stood elsewhere."""

from decimal import Decimal

import pytest

from records.values import Money


@pytest.mark.parametrize(
    ("text", "amount", "currency", "label"),
    [
        ("$46.4 million", "46400000", "USD", "$46.4 million"),
        ("388.2", "388200000", "GBP", "£388,200,000"),
        ("4,150", "4150000", "USD", "$4,150,000"),
        ("620", "620.5", "EUR", "€620.50"),
        ("75", "75000000", "AUD", "75,000,000 AUD"),
        ("1.2m", "1200000", "GBP", "1.2m"),
    ],
)
def test_a_bare_number_is_told_as_the_whole_sum(text: str, amount: str, currency: str, label: str) -> None:
    assert Money(amount=Decimal(amount), currency=currency, text=text).label() == label
