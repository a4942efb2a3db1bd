"""The bridge between two counts in words and rows, the same in every format."""

from collections.abc import Sequence

from records.comparison import Bridge, ScaleChange, StatusFlow
from ui.export.wording import status_word

_JOINED = {
    "new": "new", "re_entered": "back after an absence", "reopened": "reopened", "formed": "formed of others",
    "first_listed": "first named (the earlier memo counts more than it names)",
}  # fmt: skip
_LEFT = {
    "completed": "completed", "cancelled": "cancelled", "merged": "merged into others", "split": "split",
    "dropped": "no longer named, without an explanation", "named_only": "named without a status",
    "not_listed": "not named (the later memo counts more than it names)",
}  # fmt: skip
FLOW_COLUMNS = {
    "worsened": "+ worsened into it", "improved_into": "+ improved into it", "joined": "+ joined",
    "improved": "\N{MINUS SIGN} improved", "worsened_out": "\N{MINUS SIGN} worsened", "left": "\N{MINUS SIGN} left",
    "other": "± other moves", "rescaled": "± other scale",
}  # fmt: skip
"""The moves between the opening and the closing count of one status; the last two are net."""


def bridge_rows(bridge: Bridge) -> list[tuple[str, int]]:
    """From the opening to the closing count; a step that nobody took is left out."""
    joined = [(f"+ {label}", count) for name, label in _JOINED.items() if (count := getattr(bridge, name))]
    left = [
        (f"\N{MINUS SIGN} {label}", getattr(bridge, name)) for name, label in _LEFT.items() if getattr(bridge, name)
    ]
    return [
        ("Open projects named in the earlier memo", bridge.opening),
        *(joined or [("+ joined", bridge.joined)]),
        *(left or [("\N{MINUS SIGN} left", bridge.left)]),
        ("Open projects named in the later memo", bridge.closing),
        *([("Not explained", bridge.residual)] if bridge.residual else []),
    ]


def bridge_in_words(bridge: Bridge) -> str:
    """``18 open + 3 joined - 5 left = 16; the later memo has 16``."""
    total = bridge.opening + bridge.joined - bridge.left
    sentence = (
        f"{bridge.opening} open + {bridge.joined} joined \N{MINUS SIGN} {bridge.left} left = {total}; "
        f"the later memo has {bridge.closing}"
    )
    return f"{sentence} ({bridge.residual:+d} not explained)" if bridge.residual else sentence


def stated_counts(bridge: Bridge) -> list[str]:
    """Where a memo counts other than it names: "The earlier memo says 18 projects and names 17"."""
    return [
        f"The {which} memo says {count.stated} projects and names {count.named}."
        for which, count in (("earlier", bridge.stated_opening), ("later", bridge.stated_closing))
        if count is not None and count.stated != count.named
    ]


def flow_table(flows: Sequence[StatusFlow]) -> tuple[list[str], list[list[str]]]:
    """Header and rows; a kind of move that no status has is left out, and so are residuals of nought."""
    used = [name for name in FLOW_COLUMNS if any(getattr(flow, name) for flow in flows)]
    residual = any(flow.residual for flow in flows)
    header = ["Status", "Earlier", *(FLOW_COLUMNS[name] for name in used), "Later", *(["Not explained"] * residual)]
    rows = [
        [
            status_word(flow.status),
            str(flow.opening),
            *(str(getattr(flow, name)) for name in used),
            str(flow.closing),
            *([str(flow.residual)] * residual),
        ]
        for flow in flows
        if any((flow.opening, flow.closing, *(getattr(flow, name) for name in used)))
    ]
    return header, rows


def scale_in_words(scale: ScaleChange) -> str:
    old, new = (", ".join(status_word(status) for status in side) for side in (scale.old, scale.new))
    count = len(scale.rescaled)
    marked = (
        f" {count} projects only read differently on the new scale and are not counted as changed." if count else ""
    )
    return f"The memos rate on different scales: {old} in the earlier one, {new} in the later one.{marked}"
