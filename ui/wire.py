"""Records to the JSON that the command line and the REST API promise. One function a record, nothing else.

Dates are ISO 8601, a period is its label, a decimal is a plain number, what is unknown is ``null``. Nothing is read,
calculated or left out here: whatever a record holds under a promised name arrives under that name.
"""

from collections.abc import Mapping

from records.answer import Answer, Finding
from records.document import Problem
from records.facts import Commitment, Definition, Metric, Omission, Project
from records.identity import Link
from records.library import Fault, MemoEntry
from records.memo import Memo, Remark, Section
from records.outcome import Outcome
from records.table import Cell, Table
from ui.wire_comparison import change_to_json, comparison_to_json
from ui.wire_promises import promise_to_json, sheet_to_json
from ui.wire_values import (
    Json,
    day_to_json,
    money_to_number,
    money_to_text,
    number_to_json,
    period_to_json,
    place_to_json,
    places_to_json,
)

__all__ = [
    "Json",
    "answer_to_json",
    "cell_to_json",
    "change_to_json",
    "commitment_to_json",
    "comparison_to_json",
    "definition_to_json",
    "entry_to_json",
    "fault_to_json",
    "finding_to_json",
    "link_to_json",
    "memo_to_json",
    "metric_to_json",
    "number_to_json",
    "omission_to_json",
    "outcome_to_json",
    "place_to_json",
    "problem_to_json",
    "project_to_json",
    "promise_to_json",
    "section_to_json",
    "sheet_to_json",
    "table_to_json",
]  # fmt: skip


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
        "budget": money_to_text(project.budget),
        "budget_amount": money_to_number(project.budget),
        "start": period_to_json(project.start),
        "end": period_to_json(project.end),
        "completed": period_to_json(project.completed),
        "memo": project.memo,
        "as_of": day_to_json(project.as_of),
        "place": place_to_json(project.place) if project.places else None,
        "description": project.description,
        "owner": project.owner,
        "department": project.department,
        "spent": money_to_text(project.spent),
        "spent_amount": money_to_number(project.spent),
        "residual": project.residual,
        "reference": project.reference,
        "source": project.source,
        "places": places_to_json(project.places),
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
        "as_of": period_to_json(metric.as_of),
        "memo": metric.memo,
        "places": places_to_json(metric.places),
    }


def commitment_to_json(commitment: Commitment) -> Json:
    return {
        "text": commitment.text,
        "due": period_to_json(commitment.due),
        "project": commitment.project,
        "memo": commitment.memo,
        "places": places_to_json(commitment.places),
    }


def definition_to_json(definition: Definition) -> Json:
    return {
        "term": definition.term,
        "meaning": definition.meaning,
        "status": definition.status,
        "memo": definition.memo,
        "places": places_to_json(definition.places),
    }


def omission_to_json(omission: Omission) -> Json:
    return {
        "kind": omission.kind,
        "message": omission.message,
        "memo": omission.memo,
        "places": places_to_json(omission.places),
    }


def remark_to_json(remark: Remark) -> Json:
    return {
        "text": remark.text,
        "parties": list(remark.parties),
        "memo": remark.memo,
        "places": places_to_json(remark.places),
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
        "date": day_to_json(head.date),
        "as_of": period_to_json(head.as_of),
        "approved": day_to_json(head.approved),
        "approved_by": head.approved_by,
        "district": head.district,
        "meeting": day_to_json(head.meeting),
        "contact": head.contact,
        "signed_by": head.signed_by,
        "signer_title": head.signer_title,
        "prepared_by": head.prepared_by,
        "reference": head.reference,
        "sections": [section_to_json(section) for section in memo.sections],
        "projects": [project_to_json(project) for project in memo.projects],
        "metrics": [metric_to_json(metric) for metric in memo.metrics],
        "commitments": [commitment_to_json(commitment) for commitment in memo.commitments],
        "definitions": [definition_to_json(definition) for definition in memo.definitions],
        "omissions": [omission_to_json(omission) for omission in memo.omissions],
        "recommendations": [remark_to_json(remark) for remark in memo.recommendations],
        "coordination": [remark_to_json(remark) for remark in memo.coordination],
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
        "date": day_to_json(entry.date),
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
        "as_of": day_to_json(answer.as_of),
        "citations": places_to_json(answer.citations),
        "working": answer.working,
        "notes": list(answer.notes),
        "confidence": round(answer.confidence, 4),
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
        "valid_from": day_to_json(link.valid_from),
        "valid_to": day_to_json(link.valid_to),
        "score": round(link.score, 4),
        "evidence": [{"name": name, "log_odds": round(weight, 2)} for name, weight in link.evidence],
        "decided": None if decided is None else {"at": decided.decided_at.isoformat(), "reason": decided.reason},
        "places": places_to_json(link.places),
    }


def finding_to_json(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "stated": finding.stated,
        "computed": finding.computed,
        "memo": finding.memo,
        "evidence": places_to_json(finding.evidence),
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
