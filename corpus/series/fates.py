"""What became of the promises of the yearly series by March 2025."""

from press.facts import Fate

FATES = {
    ("2020-03-19", "will_bids"): Fate(state="late", by="2021-03-18", done="2021-01"),
    ("2020-03-19", "will_pool"): Fate(state="kept", by="2021-03-18", done="2020-08"),
    # Moved by six months in 2021, then met a month early: late against the first day.
    ("2020-03-19", "will_library"): Fate(state="late", by="2023-03-16", done="2022-08",
                                         again=(("2021-03-18", "will_library"),)),
    ("2020-03-19", "will_audio"): Fate(state="unmentioned"),
    ("2021-03-18", "will_gis"): Fate(state="kept", by="2022-03-24", done="2021-09"),
    ("2021-03-18", "will_towers"): Fate(state="unmentioned"),
    ("2022-03-24", "will_website"): Fate(state="kept", by="2023-03-16", done="2022-05"),
    ("2022-03-24", "will_police"): Fate(state="kept", by="2023-03-16"),
    # The report of 2023 speaks of the floor and its lease, not of the lines.
    ("2022-03-24", "will_call"): Fate(state="unmentioned", also=(("unclear", "2023-03-16"),)),
    ("2023-03-16", "will_permit"): Fate(state="unmentioned"),
    ("2023-03-16", "will_station"): Fate(state="late", by="2024-03-21", done="2023-10"),
    ("2023-03-16", "will_citation"): Fate(state="kept", by="2024-03-21", done="2023-06"),
    # The report of 2025 says that the inspections ended in that month, and nothing of a report on them.
    ("2023-03-16", "will_seawall"): Fate(state="unmentioned", also=(("unclear", "2025-03-20"),)),
    ("2023-03-16", "will_rules"): Fate(state="unmentioned"),
    # The report of 2025 tells what the bids were, not when they were opened.
    ("2024-03-21", "will_bids"): Fate(state="unclear", by="2025-03-20"),
    ("2024-03-21", "will_radio"): Fate(state="unmentioned"),
    ("2024-03-21", "will_fire"): Fate(state="late", by="2025-03-20", done="2025-03"),
    ("2025-03-20", "will_seawall"): Fate(state="not_due"),
    ("2025-03-20", "will_depot"): Fate(state="not_due"),
    ("2025-03-20", "will_meters"): Fate(state="not_due"),
    ("2025-03-20", "will_housing"): Fate(state="not_due"),
    ("2025-03-20", "will_hub"): Fate(state="not_due"),
}  # fmt: skip
