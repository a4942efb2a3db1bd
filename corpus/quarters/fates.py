"""What became of the promises of the quarterly series by January 2025."""

from press.facts import Fate

FATES = {
    ("2023-10-19", "will_permits"): Fate(state="kept", by="2024-01-25", done="2023-11-20"),
    ("2023-10-19", "will_heat"): Fate(state="withdrawn", by="2024-04-18", again=(("2024-01-25", "will_heat"),)),
    ("2023-10-19", "will_homes"): Fate(state="kept", by="2024-04-18", done="2024-03-22"),
    ("2023-10-19", "will_parking"): Fate(state="unmentioned"),
    ("2024-01-25", "will_ledger"): Fate(state="late", by="2024-10-17", done="2024-09",
                                        again=(("2024-07-18", "will_ledger"),)),
    ("2024-01-25", "will_gauge"): Fate(state="late", by="2024-07-18", done="2024-06-19"),
    ("2024-04-18", "will_scale"): Fate(state="kept", by="2024-07-18", done="2024-06-10"),
    ("2024-04-18", "will_track"): Fate(state="late", by="2025-01-23", done="2025-01-13",
                                       again=(("2024-10-17", "will_track"),)),
    ("2024-07-18", "will_show"): Fate(state="unmentioned"),
    ("2024-10-17", "will_supplier"): Fate(state="late", by="2025-01-23", done="2025-01-15"),
    ("2024-10-17", "will_gables"): Fate(state="changed", by="2025-01-23", again=(("2025-01-23", "will_gables"),)),
    ("2025-01-23", "will_costs"): Fate(state="not_due"),
    ("2025-01-23", "will_gangs"): Fate(state="not_due"),
}  # fmt: skip
