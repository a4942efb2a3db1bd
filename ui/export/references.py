"""Places numbered in the order in which they are first pointed to, so that a page can cite ``[3]`` and quote once."""

from records.place import Place


class References:
    """Numbers from 1; the same words at the same spot have one number."""

    def __init__(self) -> None:
        self._numbers: dict[Place, int] = {}

    def number(self, place: Place) -> int:
        return self._numbers.setdefault(place, len(self._numbers) + 1)

    def numbers(self, places: tuple[Place, ...]) -> list[int]:
        return list(dict.fromkeys(self.number(place) for place in places))

    def places(self) -> list[tuple[int, Place]]:
        return [(number, place) for place, number in self._numbers.items()]
