"""A project's history as JSON: its records, oldest first, each with what it had become by then.

Every item is the record as everywhere else, with the names and the first plan of the whole history, and the counts of
slips and new baselines up to and with its memo.
"""

from records.history import Baseline, History, Kin, Silence, Step
from ui.wire import project_to_json
from ui.wire_comparison import shift_to_json
from ui.wire_values import Json, day_to_json, money_to_number, money_to_text, period_to_json, places_to_json


def history_to_json(history: History) -> list[Json]:
    shown: list[Json] = []
    slips = rebaselines = 0
    for step in history.steps:
        slips += step.end_shift is not None and step.end_shift.by > 0
        rebaselines += step.moved == "rebaselined"
        shown.append(
            {
                **project_to_json(step.project),
                **_step_to_json(step),
                "names": list(history.names),
                "baseline": _baseline_to_json(history.baseline),
                "slips": slips,
                "rebaselines": rebaselines,
            }
        )
    return shown


def _step_to_json(step: Step) -> Json:
    return {
        "end_shift": None if step.end_shift is None else shift_to_json(step.end_shift),
        "budget_shift": None if step.budget_shift is None else shift_to_json(step.budget_shift),
        "moved": step.moved,
        "moved_evidence": places_to_json(step.moved_places),
        "status_move": step.status_move,
        "status_note": step.status_note,
        "note": step.note,
        "kin": [_kin_to_json(kin) for kin in step.kin],
        "unreported_after": [_silence_to_json(silence) for silence in step.silences],
    }


def _baseline_to_json(baseline: Baseline) -> Json:
    return {
        "end": period_to_json(baseline.end),
        "end_memo": day_to_json(baseline.end_memo),
        "end_evidence": places_to_json(baseline.end_places),
        "budget": money_to_text(baseline.budget),
        "budget_amount": money_to_number(baseline.budget),
        "budget_memo": day_to_json(baseline.budget_memo),
        "budget_evidence": places_to_json(baseline.budget_places),
    }


def _kin_to_json(kin: Kin) -> Json:
    return {
        "kind": kin.kind,
        "project": kin.name,
        "memo": kin.memo,
        "date": day_to_json(kin.date),
        "text": kin.text,
        "evidence": places_to_json(kin.places),
    }


def _silence_to_json(silence: Silence) -> Json:
    return {
        "memo": silence.memo,
        "date": day_to_json(silence.date),
        "text": silence.text,
        "evidence": places_to_json(silence.places),
    }
