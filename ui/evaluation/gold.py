"""The gold beside the sample memos, as records: questions with their answers, and the other files as they are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from records.answer import Question
from records.memo import Memo
from ui.samples import CORPUS

Json = dict[str, object]
NO_SUCH_MEMO = "no such memo"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuestion:
    """``reports`` are the dates of the memos whose words answer; ``reason`` says why nothing does."""

    question: Question
    kind: str
    answers: tuple[str, ...]
    quotes: tuple[str, ...]
    reports: frozenset[date]
    reason: str | None
    split: Literal["open", "held"]

    @property
    def has_answer(self) -> bool:
        return self.kind not in ("unanswerable", "false-premise", "ambiguous")


def gold_questions() -> tuple[GoldQuestion, ...]:
    """The sample questions, in the order of their file."""
    lines = (CORPUS / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json_to_gold(json.loads(line)) for line in lines if line.strip())


def json_to_gold(row: Mapping[str, object]) -> GoldQuestion:
    memo, as_of = row.get("memo"), row.get("as_of")
    return GoldQuestion(
        question=Question(
            text=str(row["question"]),
            id=str(row["id"]),
            memo=str(memo) if memo else None,
            as_of=date.fromisoformat(str(as_of)) if as_of else None,
        ),
        kind=str(row["kind"]),
        answers=(str(row["answer"]), *_texts(row.get("accept"))),
        quotes=_texts(row.get("quotes")),
        reports=frozenset(map(date.fromisoformat, _texts(row.get("reports")))),
        reason=str(row["reason"]) if row.get("reason") else None,
        split="held" if row.get("split") == "held" else "open",
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def gold_file(name: str) -> Json:
    """``gold_file("changes-lundermere-2023-10-19-2024-01-25")``."""
    value = json.loads((CORPUS / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def stem(memo: Memo) -> str:
    """The name that a memo's gold bears."""
    return Path(memo.document.file).stem
