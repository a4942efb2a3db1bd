"""Withholds answers in a memo's own sentences that are less likely right than the reader's settings want."""

from answer.questions.reply import not_found
from records.answer import Answer

_LONGEST = 240


def withhold_doubtful(answer: Answer, least: float) -> Answer:
    """The answer, or silence where it is in the memo's own sentences and less likely right than ``least``."""
    if answer.outcome != "answered" or answer.method != "quoted" or answer.confidence >= least:
        return answer
    text = answer.text if len(answer.text) <= _LONGEST else f"{answer.text[:_LONGEST].rstrip()}..."
    files = ", ".join(dict.fromkeys(place.file for place in answer.citations))
    passage = f"Nearest passage, too unsure to be the answer ({files}): {text}"
    told = (note for note in answer.notes if not note.startswith("The latest, "))  # of an answer that is not given
    return not_found(answer.question, notes=(*told, passage))
