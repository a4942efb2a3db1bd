"""Records to the JSON that the command line and the REST API promise. One function a record, nothing else.

Dates are ISO 8601, a period is its label, a decimal is a plain number, what is unknown is ``null``. Nothing is read,
calculated or left out here: whatever a record holds under a promised name arrives under that name.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from records.answer import Answer, Finding
from records.comparison import Bridge, Change, ComparedMemo, Comparison, Pairing
from records.document import Problem
from records.facts import Commitment, Definition, Metric, Omission, Project
from records.identity import Link
from records.library import Fault, MemoEntry
from records.memo import Memo, Section
from records.outcome import Outcome
from records.place import Place
from records.table import Cell, Table
from records.values import Money, Period

Json = dict[str, object]


def place_to_json(place: Place) -> Json:
    return {
        "memo": place.memo,
        "file": place.file,
        "page": place.page,
        "box": None if place.box is None else [round(side, 2) for side in place.box],
        "section": place.section,
        "quote": place.quote,
        "sha256": place.sha256,
    }


def problem_to_json(problem: Problem) -> Json:
    return {
        "kind": problem.kind,
        "page": problem.page,
        "message": problem.message,
        "loses_text": problem.loses_text,
    }


def outcome_to_json(outcome: Outcome) -> Json:
    return {
        "path": outcome.path,
        "memo": outcome.memo,
        "outcome": outcome.outcome,
        "reason": outcome.reason,
        "pages": outcome.pages,
        "tables": outcome.tables,
        "projects": outcome.projects,
        "problems": [problem_to_json(problem) for problem in outcome.problems],
        "seconds": round(outcome.seconds, 3),
    }


def project_to_json(project: Project) -> Json:
    return {
        "project": project.project,
        "aliases": list(project.aliases),
        "status": project.status,
        "status_text": project.status_text,
        "issue": project.issue,
        "mitigation": project.mitigation,
        "budget": _money_text(project.budget),
        "budget_amount": _money_amount(project.budget),
        "start": _label(project.start),
        "end": _label(project.end),
        "completed": _label(project.completed),
        "memo": project.memo,
        "as_of": _iso(project.as_of),
        "place": place_to_json(project.place) if project.places else None,
        "description": project.description,
        "owner": project.owner,
        "department": project.department,
        "spent": _money_text(project.spent),
        "spent_amount": _money_amount(project.spent),
        "residual": project.residual,
        "source": project.source,
        "places": _places(project.places),
    }


def metric_to_json(metric: Metric) -> Json:
    return {
        "subject": metric.subject,
        "measure": metric.measure,
        "value": number_to_json(metric.value),
        "whole": None if metric.whole is None else number_to_json(metric.whole),
        "unit": metric.unit,
        "text": metric.text,
        "qualifier": metric.qualifier,
        "as_of": _label(metric.as_of),
        "memo": metric.memo,
        "places": _places(metric.places),
    }


def commitment_to_json(commitment: Commitment) -> Json:
    return {
        "text": commitment.text,
        "due": _label(commitment.due),
        "project": commitment.project,
        "memo": commitment.memo,
        "places": _places(commitment.places),
    }


def definition_to_json(definition: Definition) -> Json:
    return {
        "term": definition.term,
        "meaning": definition.meaning,
        "status": definition.status,
        "memo": definition.memo,
        "places": _places(definition.places),
    }


def omission_to_json(omission: Omission) -> Json:
    return {
        "kind": omission.kind,
        "message": omission.message,
        "memo": omission.memo,
        "places": _places(omission.places),
    }


def section_to_json(section: Section) -> Json:
    return {"title": section.title, "level": section.level, "page": section.page}


def memo_to_json(memo: Memo) -> Json:
    """What ``show --json`` prints: letterhead, sections, records, problems."""
    head = memo.letterhead
    return {
        "memo": memo.id,
        "file": memo.document.file,
        "sha256": memo.document.sha256,
        "body": head.body,
        "to": head.to,
        "from": head.from_,
        "subject": head.subject,
        "date": _iso(head.date),
        "approved": _iso(head.approved),
        "approved_by": head.approved_by,
        "district": head.district,
        "meeting": _iso(head.meeting),
        "contact": head.contact,
        "signed_by": head.signed_by,
        "prepared_by": head.prepared_by,
        "reference": head.reference,
        "sections": [section_to_json(section) for section in memo.sections],
        "projects": [project_to_json(project) for project in memo.projects],
        "metrics": [metric_to_json(metric) for metric in memo.metrics],
        "commitments": [commitment_to_json(commitment) for commitment in memo.commitments],
        "definitions": [definition_to_json(definition) for definition in memo.definitions],
        "omissions": [omission_to_json(omission) for omission in memo.omissions],
        "problems": [problem_to_json(problem) for problem in memo.problems],
        "places": {name: place_to_json(place) for name, place in head.places},
    }


def entry_to_json(entry: MemoEntry) -> Json:
    """One line of ``list --json``."""
    return {
        "memo": entry.id,
        "file": entry.file,
        "sha256": entry.sha256,
        "body": entry.body,
        "to": entry.to,
        "from": entry.from_,
        "subject": entry.subject,
        "date": _iso(entry.date),
        "pages": entry.pages,
        "tables": entry.tables,
        "projects": entry.projects,
        "problems": entry.problems,
        "partial": entry.loses_text,
        "added_at": entry.added_at.isoformat(timespec="seconds"),
    }


def fault_to_json(fault: Fault) -> Json:
    return {"kind": fault.kind, "memo": fault.memo, "message": fault.message}


def answer_to_json(answer: Answer) -> Json:
    return {
        "id": answer.question.id,
        "question": answer.question.text,
        "outcome": answer.outcome,
        "answer": answer.text,
        "values": list(answer.values),
        "method": answer.method,
        "as_of": _iso(answer.as_of),
        "citations": _places(answer.citations),
        "working": answer.working,
        "notes": list(answer.notes),
        "confidence": round(answer.confidence, 4),
    }


def change_to_json(change: Change) -> Json:
    return {
        "kind": change.kind,
        "project_old": change.project_old,
        "project_new": change.project_new,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "silent": change.silent,
        "confidence": round(change.confidence, 4),
        "note": change.note,
        "evidence_old": _places(change.evidence_old),
        "evidence_new": _places(change.evidence_new),
    }


def comparison_to_json(comparison: Comparison) -> Json:
    return {
        "old": _compared_memo_to_json(comparison.old),
        "new": _compared_memo_to_json(comparison.new),
        "bridge": _bridge_to_json(comparison.bridge),
        "changes": [change_to_json(change) for change in comparison.changes],
        "unchanged": [_pairing_to_json(pairing) for pairing in comparison.unchanged],
        "notes": list(comparison.notes),
    }


def link_to_json(link: Link) -> Json:
    decided = link.decision
    return {
        "kind": link.kind,
        "state": link.state,
        "name_old": link.name_old,
        "name_new": link.name_new,
        "memo_old": link.memo_old,
        "memo_new": link.memo_new,
        "body": link.body,
        "valid_from": _iso(link.valid_from),
        "valid_to": _iso(link.valid_to),
        "score": round(link.score, 4),
        "evidence": [{"name": name, "log_odds": round(weight, 2)} for name, weight in link.evidence],
        "decided": None if decided is None else {"at": decided.decided_at.isoformat(), "reason": decided.reason},
        "places": _places(link.places),
    }


def finding_to_json(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "stated": finding.stated,
        "computed": finding.computed,
        "memo": finding.memo,
        "evidence": _places(finding.evidence),
    }


def cell_to_json(cell: Cell) -> Json:
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": cell.text,
        "page": cell.page,
        "box": None if cell.box is None else [round(side, 2) for side in cell.box],
        **({"marks": list(cell.marks)} if cell.marks else {}),
    }


def table_to_json(table: Table, resource: Mapping[str, object]) -> Json:
    """One line of ``tables --json``: what ``ui.export.tables`` says of the written file, and every cell."""
    return {**resource, "cells": [cell_to_json(cell) for cell in table.cells]}


def number_to_json(value: Decimal) -> int | float:
    """``Decimal("24")`` is ``24`` and ``Decimal("91.30")`` is ``91.3``: JSON has one kind of number, without zeros."""
    return int(value) if value == value.to_integral_value() else float(value)


def _compared_memo_to_json(memo: ComparedMemo) -> Json:
    return {"memo": memo.memo, "file": memo.file, "date": _iso(memo.date), "subject": memo.subject}


def _bridge_to_json(bridge: Bridge) -> Json:
    return {
        "opening": bridge.opening,
        "joined": bridge.joined,
        "left": bridge.left,
        "closing": bridge.closing,
        "residual": bridge.residual,
        "by_status": {status: {"old": old, "new": new} for status, old, new in bridge.by_status},
    }


def _pairing_to_json(pairing: Pairing) -> Json:
    return {
        "project_old": pairing.project_old,
        "project_new": pairing.project_new,
        "confidence": round(pairing.confidence, 4),
    }


def _places(places: Iterable[Place]) -> list[Json]:
    return [place_to_json(place) for place in places]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _label(period: Period | None) -> str | None:
    return None if period is None else period.label()


def _money_text(money: Money | None) -> str | None:
    return None if money is None else money.text


def _money_amount(money: Money | None) -> int | float | None:
    return None if money is None else number_to_json(money.amount)
