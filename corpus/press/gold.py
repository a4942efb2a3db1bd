"""A memo's source and its proof -> the gold records: the same data the pages were set from, so they cannot drift."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from press.facts import CAPITALS, Commitment, Definition, Grid, Heading, Metric, Project, Source
from press.periods import to_iso
from press.setting import Proof

_TAG = re.compile(r"<[^<>]{0,400}>")
_NOTHING = {"None", "\u2014", "To be set", ""}


def plain(markup: str) -> str:
    return _TAG.sub("", markup.replace("<br/>", " "))


def memo_gold(source: Source, proof: Proof) -> dict[str, Any]:
    """The contract's ``show --json`` of a perfect reader, with each project's stable ``key`` and page added."""
    head = source.letterhead
    return {
        "file": f"{source.stem}.pdf",
        "pages": proof.pages,
        "body": head.body,
        "to": plain(head.to.replace("\n", " ")),
        "from": head.from_,
        "subject": head.subject,
        "date": to_iso(head.date),
        "approved": to_iso(head.approved),
        "district": head.district,
        "signed_by": head.signed_by,
        "contact": head.contact,
        "sections": [{"title": b.text, "level": b.level} for b in source.blocks if isinstance(b, Heading)],
        "projects": [
            project_gold(p, page=_project_page(p, source, proof), words=source.words) for p in source.projects
        ],
        "metrics": [_metric(name, f, proof) for name, f in source.facts.items() if isinstance(f, Metric)],
        "commitments": [_commitment(name, f, proof) for name, f in source.facts.items() if isinstance(f, Commitment)],
        "definitions": [_definition(name, f, proof) for name, f in source.facts.items() if isinstance(f, Definition)],
        "omissions": [{"kind": kind, "message": message} for kind, message in source.omissions],
        "findings": [
            {"kind": kind, "severity": severity, "stated": stated, "computed": computed}
            for kind, severity, stated, computed in source.findings
        ],
    }


def project_gold(project: Project, *, page: int | None, words: Mapping[str, str] = CAPITALS) -> dict[str, Any]:
    """``words`` are the memo's own for the statuses."""
    return {
        "key": project.key,
        "project": project.project,
        "aliases": list(project.aliases),
        "status": project.status,
        "status_text": project.status_text or words.get(project.status),
        "issue": None if project.issue in _NOTHING else project.issue,
        "mitigation": None if project.mitigation in _NOTHING else project.mitigation,
        "department": project.department,
        "budget": project.budget,
        "spent": project.spent,
        "start": to_iso(project.start),
        "end": None if project.end in _NOTHING else to_iso(project.end),
        "completed": to_iso(project.completed),
        "residual": project.residual,
        "page": page,
    }


def _project_page(project: Project, source: Source, proof: Proof) -> int:
    """The page of the project's own row, else of the sentence that carries it."""
    grids = [block.name for block in source.blocks if isinstance(block, Grid)]
    labels = [f"row:{name}:{project.key}" for name in sorted(grids, key=lambda n: n == "budget")]
    for label in [f"at_{project.key}", *labels] if project.said else [*labels, f"at_{project.key}"]:
        if label in proof.spots:
            return proof.spots[label][0]
    raise ValueError(f"{source.stem}: {project.project} stands nowhere")


def _metric(name: str, fact: Metric, proof: Proof) -> dict[str, Any]:
    return {
        "name": name, "subject": fact.subject, "measure": fact.measure, "value": fact.value, "unit": fact.unit,
        "qualifier": fact.qualifier, "text": fact.text, "page": proof.spots[name][0],
    }  # fmt: skip


def _commitment(name: str, fact: Commitment, proof: Proof) -> dict[str, Any]:
    return {"text": fact.text, "due": fact.due, "project": fact.project, "page": proof.spots[name][0]}


def _definition(name: str, fact: Definition, proof: Proof) -> dict[str, Any]:
    return {"term": fact.term, "meaning": fact.meaning, "status": fact.status, "page": proof.spots[name][0]}


def tables_gold(source: Source, proof: Proof) -> list[dict[str, Any]]:
    """Each table's grid, header first, as a reader should give it: a continued table is one."""
    return [
        {
            "name": grid.name,
            "title": grid.title,
            "pages": proof.spots[f"table:{grid.name}"],
            "header_rows": 1,
            "ruled": grid.ruled,
            "grid": [list(grid.header), *(list(row) for row in grid.rows)],
        }
        for grid in source.blocks
        if isinstance(grid, Grid)
    ]


def other_gold(
    file: str, head: Mapping[str, str | None], projects: Sequence[Project], *, pages: Mapping[str, int]
) -> dict[str, Any]:
    """The gold of a memo that is not of the series: its letterhead as given, and its projects."""
    return {"file": file, **head, "projects": [project_gold(p, page=pages[p.key]) for p in projects]}
