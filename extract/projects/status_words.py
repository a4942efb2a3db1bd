"""The vocabulary of project status: words, letters, signs and cell colours, each mapped to one of ``STATUSES``.

"Amber/Red" is one status, between the two. Refused: words that say nothing of health ("In Progress", "75% complete"),
signs with several uses (a tick, a white circle), and cells that name two different statuses without saying which is
the present one. Their text is kept.
"""

import colorsys
import re
from dataclasses import dataclass

_AMBER = "(?:amber|yellow|orange)"
_STEP = "(?: ?/ ?|-| )"
# Neither the start nor the end of "Red/Amber/Green", which names a scale.
_ALONE = (
    r"(?<!/ )(?<!/)(?<!red )(?<!amber )(?<!yellow )(?<!orange )(?<!green )",
    rf"(?!{_STEP}(?:red|amber|yellow|orange|green)\b)",
)


def _between(one: str, other: str) -> str:
    """ "Amber/Red", "amber-red", "Red / Amber", "Amber Red"."""
    return f"{_ALONE[0]}(?:{one}{_STEP}{other}|{other}{_STEP}{one}){_ALONE[1]}"


_FEW = r"(?:an?|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some)"
_PHRASES: dict[str | None, tuple[str, ...]] = {
    "red": (
        "red", "off[- ]track", "not on track", "off course", "in jeopardy", "in trouble",
        "(?:significantly|severely|seriously|substantially) (?:delayed|behind schedule|off track)",
    ),
    "red_yellow": (_between(_AMBER, "red"),),
    "yellow_green": (_between(_AMBER, "green"),),
    "yellow": (
        "yellow", "amber", "orange", "at[- ]risk", "delayed", "behind schedule", "running late",
        "(?:experienc|fac|encounter)ing (?:[a-z]+ ){0,2}delays", "off schedule",
        f"{_FEW} (?:days?|weeks?|months?|quarters?|years?) (?:late|behind(?! schedule))",
        f"slipped(?=[:;,.]| (?:by|again|because|owing|due|after|since|{_FEW})\\b)",
    ),
    "green": (
        "green", "on[- ](?:track|schedule|target|time|course|plan)", "as planned", "on time and (?:on|within) budget",
        "ahead of schedule",
        "(?:proceeding|progressing|going|running) (?:as planned|on schedule|well|(?:according )?to plan)",
    ),
    "on_hold": ("on[- ]hold", "paused", "suspended", "deferred", "postponed", "halted", "in abeyance"),
    "not_started": ("not (?:yet )?(?:started|begun|commenced|initiated)", "yet to (?:start|begin)", "pending start"),
    "complete": (
        "completed?", "launched", "implemented", "deployed", "finished",
        r"delivered(?! (?:as|under|through|in (?:two|three|four))\b)", "closed[- ]out",
        "live(?= (?:since|as of|in|on)\\b)", "in production", "handed over", "closed(?= (?:in|on)\\b)",
        "closed(?= (?:projects|initiatives|schemes|work)\\b)", "went live", "gone live", "concluded", "finali[sz]ed",
        "all done", "wrapped up",
        "(?:complete|launched|completed|live),? with (?:residual|remaining|open|outstanding) [a-z]+",
    ),
    "cancelled": ("cancell?ed", "terminated", "discontinued", "withdrawn", "abandoned", "dropped", "descoped"),
    None: (
        "no longer (?:on track|at risk|delayed|on hold|on schedule|red|yellow|amber|green|paused)",
        "(?:not|nearly|almost|partially|partly|substantially|largely|mostly|near|never) (?:yet )?(?:been )?"
        "(?:complete[d]?|launched|implemented|deployed|finished|done|delivered|live|delayed|at risk|closed|cancell?ed)",
        r"\d{1,3} ?(?:%|percent|per cent) (?:complete[d]?|implemented|deployed|done|delivered)", "incomplete",
        "(?:to|will|would|could|might|may|can|should|must|cannot) (?:not )?(?:now )?be (?:[a-z]+ "
        ")?(?:complete[d]?|launched|implemented|"
        "deployed|finished|closed|done|delivered|live|delayed|deferred|postponed|paused|suspended|cancell?ed|"
        "terminated|finali[sz]ed|green|yellow|red|amber|on track|at risk|on schedule)",
    ),
}  # fmt: skip

# Words that mean a status in a cell of a status column, and many other things in a sentence.
_CELL_PHRASES: dict[str | None, tuple[str, ...]] = {
    "red": ("critical", "troubled", "significant (?:issues|concerns|delays)"),
    "yellow": ("late", "slipping", "needs? attention", "caution", "some concerns?", "minor (?:issues|delays|concerns)"),
    "green": ("no (?:known )?(?:issues|concerns)", "healthy", "good", "normal"),
    "on_hold": ("stopped", "inactive", "hold"),
    "not_started": ("pending start", "future"),
    "complete": ("closed", "done", "live", "operational"),
}

COLOURS = (
    "amber/red", "amber/green", "red/amber", "green/amber", "yellow/red", "red/yellow", "yellow/green", "green/yellow",
    "red", "yellow", "amber", "orange", "green",
)  # fmt: skip
"""Words for them, those of two colours first."""
_COLOUR_WORD = re.compile(r"(?:red|yellow|amber|orange|green)(?:[ /-]{1,3}(?:red|yellow|amber|orange|green))?", re.I)
_LETTERS = {"r": "red", "y": "yellow", "a": "yellow", "g": "green"}
_TWO_LETTERS = {frozenset("ar"): "red_yellow", frozenset("yr"): "red_yellow",
                frozenset("ag"): "yellow_green", frozenset("yg"): "yellow_green"}  # fmt: skip
_SIGNS = {"🔴": "red", "🟥": "red", "🟡": "yellow", "🟨": "yellow", "🟠": "yellow", "🟧": "yellow", "🟢": "green",
          "🟩": "green", "⏸": "on_hold"}  # fmt: skip

_CONFIDENCE = {"high": "green", "medium-high": "yellow_green", "medium": "yellow", "medium-low": "red_yellow",
               "low": "red"}  # fmt: skip
_RISK = {"high": "red", "moderately high": "red", "medium": "yellow", "moderate": "yellow",
         "moderately low": "green", "low": "green"}  # fmt: skip
_CONFIDENCE_CELL = re.compile(r"(?P<level>(?:medium[- /](?:high|low)|high|medium|low))(?: confidence)?", re.I)
_RISK_CELL = re.compile(r"(?:[1-5] ?[-–:(] ?)?(?P<level>(?:moderately )?(?:high|low)|medium|moderate) risk\)?", re.I)
TROUBLED = ("red", "red_yellow", "yellow", "yellow_green", "on_hold")
"""Statuses that a memo gives reasons for."""


def _vocabulary(*sources: dict[str | None, tuple[str, ...]]) -> tuple[re.Pattern[str], list[str | None]]:
    """One pattern, and the status of each of its groups. "incomplete" before "complete", "not on track" before "on
    track": the longest phrase is tried first at each spot."""
    pairs = [(phrase, status) for source in sources for status, phrases in source.items() for phrase in phrases]
    pairs.sort(key=lambda pair: -len(pair[0]))
    groups = "|".join(f"(?P<p{i}>{phrase})" for i, (phrase, _) in enumerate(pairs))
    return re.compile(rf"(?<![\w-])(?:{groups})(?![\w-])", re.I), [status for _, status in pairs]


_IN_PROSE = _vocabulary(_PHRASES)
_IN_CELLS = _vocabulary(_PHRASES, _CELL_PHRASES)
_EARLIER = re.compile(r"\b(?:was|were|previously|formerly|from|prior|last)[: ]{0,2}[\"“'(]?$", re.I)
_ARROW = re.compile(r"\s*(?:→|->|=>|➔|➜)\s*")
_BARE = re.compile(r"^[\s●•■⬤◉▪◆○▲▼*-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSpan:
    """A status phrase in ``text[start:end]``; ``status`` is ``None`` where the phrase denies or only foresees one."""

    status: str | None
    text: str
    start: int
    end: int

    @property
    def is_colour(self) -> bool:
        return _COLOUR_WORD.fullmatch(self.text) is not None


def find_statuses(text: str, *, cell: bool = False) -> tuple[StatusSpan, ...]:
    """Every status phrase of running text, in order: "is on track", "marked as amber", "not yet started".

    In a ``cell`` of a status column more words count: "late", "critical", "closed".
    """
    pattern, statuses = _IN_CELLS if cell else _IN_PROSE
    return tuple(
        StatusSpan(
            status=statuses[int((match.lastgroup or "p0")[1:])],
            text=match.group(),
            start=match.start(),
            end=match.end(),
        )
        for match in pattern.finditer(text)
    )


def cell_to_status(text: str, *, fill: str | None = None) -> str | None:
    """The status of a status cell: "Amber - vendor late", "G", "🟡", "Green (was Red)", or an empty red cell."""
    if _BARE.match(text):
        return fill_to_status(fill)
    present = _ARROW.split(text)[-1]
    letters = _letters_to_status(present.strip(" .●•"))
    if letters:
        return letters
    signs = {status for sign, status in _SIGNS.items() if sign in present}
    spans = [span for span in find_statuses(present, cell=True) if not _is_earlier(present, span)]
    colours = {span.status for span in spans if span.is_colour}
    plain = colours | signs
    if plain:
        return plain.pop() if len(plain) == 1 else None
    named = {span.status for span in spans}
    if len(named) == 1:
        return named.pop()
    # "Complete; late by a month": the cell leads with its status and goes on to explain it.
    return spans[0].status if spans and spans[0].start == 0 else None


def rating_to_status(text: str, *, header: str) -> str | None:
    """A status cell by the words of its column's scale: "Medium-Low" of confidence, "4 - Moderately Low Risk"."""
    confident = _CONFIDENCE_CELL.fullmatch(text.strip()) if "confidence" in header.lower() else None
    if confident is not None:
        return _CONFIDENCE[re.sub("[ /]", "-", confident["level"].lower())]
    risk = _RISK_CELL.fullmatch(text.strip())
    return _RISK[risk["level"].lower()] if risk is not None else None


def _letters_to_status(text: str) -> str | None:
    """ "R", "a", "A/R", "AG"."""
    pair = re.fullmatch(r"([RAYG]) ?[/-]? ?([RAYG])|([rayg]) ?[/-] ?([rayg])", text)
    if pair is None:
        return _LETTERS.get(text.lower())
    return _TWO_LETTERS.get(frozenset("".join(letter or "" for letter in pair.groups()).lower()))


def _is_earlier(text: str, span: StatusSpan) -> bool:
    return bool(_EARLIER.search(text[: span.start].rstrip(" ")))


def fill_to_status(fill: str | None) -> str | None:
    """The traffic-light colour of a cell's ``#rrggbb``, pale tints included; greys, blues and white are none."""
    if fill is None or not re.fullmatch(r"#[0-9a-fA-F]{6}", fill):
        return None
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    degrees = hue * 360
    if saturation < 0.25 or not 0.15 < lightness < 0.96:
        return None
    if degrees < 18 or degrees > 340:
        return "red"
    if 25 <= degrees <= 66:
        return "yellow"
    return "green" if 80 <= degrees <= 165 else None
