"""Promises and the sheet for the meeting as JSON."""

from typing import TYPE_CHECKING

from records.comparison import ComparedMemo
from records.promises import Promise, PromiseStep
from ui.wire_values import Json, day_to_json, period_to_json, places_to_json

if TYPE_CHECKING:
    from ui.export.sheet import Sheet
    from ui.export.sheet_items import Item


def promise_to_json(promise: Promise) -> Json:
    return {
        "state": promise.state,
        "kind": promise.kind,
        "text": promise.text,
        "project": promise.project,
        "project_now": promise.project_now,
        "body": promise.body,
        "memo": promise.memo,
        "made": day_to_json(promise.made),
        "due": period_to_json(promise.due),
        "due_now": period_to_json(promise.due_now),
        "done": period_to_json(promise.done),
        "days_late": promise.days_late,
        "note": promise.note,
        "places": places_to_json(promise.places),
        "steps": [_step_to_json(step) for step in promise.steps],
    }


def sheet_to_json(sheet: "Sheet") -> Json:
    """``questions --format json``: the parts of the sheet, each item with its question and places."""
    return {
        "old": _memo_to_json(sheet.old),
        "new": _memo_to_json(sheet.new),
        "headlines": list(sheet.headlines),
        "parts": [
            {
                "title": part.title,
                "lead": part.lead,
                "items": [_item_to_json(item) for item in part.items],
                "more": part.more,
            }
            for part in sheet.parts
        ],
        "notes": list(sheet.notes),
    }


def _step_to_json(step: PromiseStep) -> Json:
    return {
        "memo": step.memo,
        "date": day_to_json(step.date),
        "reply": step.reply,
        "due": period_to_json(step.due),
        "done": period_to_json(step.done),
        "note": step.note,
        "places": places_to_json(step.places),
    }


def _item_to_json(item: "Item") -> Json:
    return {
        "kind": item.kind,
        "title": item.title,
        "statement": item.statement,
        "unsaid": item.tag,
        "question": item.question,
        "places": places_to_json(item.places),
    }


def _memo_to_json(memo: ComparedMemo) -> Json:
    return {"memo": memo.memo, "file": memo.file, "date": day_to_json(memo.date), "subject": memo.subject}
