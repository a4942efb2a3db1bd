"""What became of one input file."""

from dataclasses import dataclass
from typing import Literal

from records.document import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``reason`` says why a file failed or was read in part; ``seconds`` is wall time."""

    path: str
    memo: str | None
    outcome: Literal["added", "updated", "unchanged", "partial", "failed"]
    reason: str | None = None
    pages: int | None = None
    tables: int | None = None
    projects: int | None = None
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
