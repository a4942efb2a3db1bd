"""Numbers in words, up to ninety-nine."""

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# "one" is left out alone: it mostly points ("one project, the ..."), and "twenty-one" is kept.
NUMBER_WORDS = {
    **{f"{ten}-{unit}": 10 * i + j for i, ten in enumerate(_TENS, 2) for j, unit in enumerate(_UNITS, 1)},
    **{ten: 10 * i for i, ten in enumerate(_TENS, 2)},
    **{teen: i for i, teen in enumerate(_TEENS, 10)},
    **{unit: i for i, unit in enumerate(_UNITS, 1) if unit != "one"},
}
