"""Asks the gold questions that lie beside a memo and prints the score: reading, library and answers in one go.

    python tests/bench/ask_seed.py [QUESTIONS.jsonl MEMO...] [--each] [--half odd|even]

Without arguments it takes the shared memo and its questions, where they are present.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path

from answer.ask import answer_question
from extract.memo import document_to_memo
from index.library import Library
from ingest.read import read_file
from records.answer import Answer, Question
from records.settings import Settings

SHARED = Path(__file__).parents[2].parent / "shared" / "seed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", nargs="?", type=Path, default=SHARED / "questions.jsonl")
    parser.add_argument("memos", nargs="*", type=Path)
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--half", choices=("odd", "even"))
    args = parser.parse_args()
    if not args.questions.exists():
        sys.exit(f"{args.questions} is not there")
    memos = args.memos or sorted(args.questions.parent.glob("*.md"))
    with tempfile.TemporaryDirectory() as folder:
        gold = _gold(args.questions, half=args.half)
        answers = _answers(gold, memos, Path(folder))
        _score(gold, answers, Path(folder), each=args.each)


def _gold(path: Path, *, half: str | None) -> list[dict[str, object]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return rows if half is None else rows[0::2] if half == "odd" else rows[1::2]


def _answers(gold: list[dict[str, object]], memos: list[Path], folder: Path) -> list[Answer]:
    settings = Settings()
    with Library.open(folder / "library", settings=settings) as library:
        for path in memos:
            library.add(document_to_memo(read_file(path, settings=settings)), original=path.read_bytes())
        return [answer_question(_question(row), library) for row in gold]


def _question(row: dict[str, object]) -> Question:
    as_of = row.get("as_of")
    memo = row.get("memo")
    return Question(
        text=str(row["question"]),
        id=str(row["id"]),
        memo=str(memo) if memo else None,
        as_of=date.fromisoformat(str(as_of)) if as_of else None,
    )


def _score(gold: list[dict[str, object]], answers: list[Answer], folder: Path, *, each: bool) -> None:
    gold_file, said_file = folder / "gold.jsonl", folder / "said.jsonl"
    gold_file.write_text("\n".join(json.dumps(row) for row in gold), encoding="utf-8")
    rows = [
        {"id": a.question.id, "outcome": a.outcome, "answer": a.text, "citations": [asdict(p) for p in a.citations]}
        for a in answers
    ]
    said_file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score_answers.py"), str(gold_file), str(said_file)]
    subprocess.run([*command, "--each"] if each else command, check=True)  # our own scorer


if __name__ == "__main__":
    main()
