"""Comparisons as the JSON that the command line and the REST API promise. One function a record, nothing else."""

from records.comparison import (
    Bridge,
    Change,
    ComparedMemo,
    Comparison,
    Pairing,
    ScaleChange,
    Shift,
    StatedCount,
    StatusFlow,
)
from ui.wire_values import Json, day_to_json, known_number, number_to_json, period_to_json, places_to_json

WENT = ("completed", "cancelled", "dropped", "merged", "split", "named_only", "not_listed")
CAME = ("new", "re_entered", "reopened", "formed", "first_listed")
"""What ``left`` and ``joined`` of the bridge are made of, under the names of its fields."""


def change_to_json(change: Change) -> Json:
    return {
        "kind": change.kind,
        "project_old": change.project_old,
        "project_new": change.project_new,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "silent": change.silent,
        "uncertain": change.uncertain,
        "confidence": round(change.confidence, 4),
        "note": change.note,
        "shift": None if change.shift is None else shift_to_json(change.shift),
        "words": [list(piece) for piece in change.words],
        "evidence_old": places_to_json(change.evidence_old),
        "evidence_new": places_to_json(change.evidence_new),
    }


def comparison_to_json(comparison: Comparison) -> Json:
    return {
        "old": _compared_memo_to_json(comparison.old),
        "new": _compared_memo_to_json(comparison.new),
        "bridge": _bridge_to_json(comparison.bridge),
        "changes": [change_to_json(change) for change in comparison.changes],
        "unchanged": [_pairing_to_json(pairing) for pairing in comparison.unchanged],
        "notes": list(comparison.notes),
        "scale": None if comparison.scale is None else _scale_to_json(comparison.scale),
        "not_listed": list(comparison.not_listed),
        "first_listed": list(comparison.first_listed),
        "possible": [_pairing_to_json(pairing) for pairing in comparison.possible],
    }


def _compared_memo_to_json(memo: ComparedMemo) -> Json:
    return {
        "memo": memo.memo,
        "file": memo.file,
        "date": day_to_json(memo.date),
        "as_of": period_to_json(memo.as_of),
        "subject": memo.subject,
    }


def _bridge_to_json(bridge: Bridge) -> Json:
    return {
        "opening": bridge.opening,
        "joined": bridge.joined,
        "left": bridge.left,
        "closing": bridge.closing,
        "residual": bridge.residual,
        "by_status": {status: {"old": old, "new": new} for status, old, new in bridge.by_status},
        **{name: getattr(bridge, name) for name in (*WENT, *CAME)},
        "flows": {flow.status: _flow_to_json(flow) for flow in bridge.flows},
        "stated_opening": _stated_to_json(bridge.stated_opening),
        "stated_closing": _stated_to_json(bridge.stated_closing),
    }


def _flow_to_json(flow: StatusFlow) -> Json:
    return {
        "opening": flow.opening,
        "worsened": flow.worsened,
        "improved_into": flow.improved_into,
        "joined": flow.joined,
        "improved": flow.improved,
        "worsened_out": flow.worsened_out,
        "left": flow.left,
        "other": flow.other,
        "rescaled": flow.rescaled,
        "closing": flow.closing,
        "residual": flow.residual,
    }


def _stated_to_json(count: StatedCount | None) -> Json | None:
    if count is None:
        return None
    return {"stated": count.stated, "named": count.named, "evidence": places_to_json(count.places)}


def shift_to_json(shift: Shift) -> Json:
    return {
        "unit": shift.unit,
        "by": number_to_json(shift.by),
        "percent": known_number(shift.percent),
        "first": shift.first,
        "first_memo": day_to_json(shift.first_memo),
        "from_first": known_number(shift.from_first),
        "percent_from_first": known_number(shift.percent_from_first),
        "first_places": places_to_json(shift.first_places),
    }


def _scale_to_json(scale: ScaleChange) -> Json:
    return {
        "old": list(scale.old),
        "new": list(scale.new),
        "rescaled": [
            {
                "project_old": each.project_old,
                "project_new": each.project_new,
                "old": each.old,
                "new": each.new,
                "note": each.note,
                "evidence_old": places_to_json(each.evidence_old),
                "evidence_new": places_to_json(each.evidence_new),
            }
            for each in scale.rescaled
        ],
    }


def _pairing_to_json(pairing: Pairing) -> Json:
    return {
        "project_old": pairing.project_old,
        "project_new": pairing.project_new,
        "confidence": round(pairing.confidence, 4),
        "note": pairing.note,
    }
