"""How likely a quoted sentence is to be right, as it turned out on questions whose answers are known.

The coefficients are fitted by ``tests/bench/fit_confidence.py`` on sentences that passed the gates of `refusal`, or
only just failed them; each set of memos was judged by the others'. They are all that was learned: no words, no names.
"""

import math

from answer.questions.evidence.evidence import Candidate
from answer.questions.reply import not_found
from records.answer import Answer

BASE, COVERAGE, COSINE, BEHIND = -1.58, 1.78, 3.71, -3.76
"""Of 156 sentences, those given .86 or more were right 9 times in 10, those given .62 every second time."""
_LONGEST = 240


def sentence_confidence(candidate: Candidate) -> float:
    """From how much of the question the sentence covers, how like it is, and how far behind the likest it is."""
    weighed = BASE + COVERAGE * candidate.coverage + COSINE * candidate.cosine + BEHIND * candidate.behind
    return 1 / (1 + math.exp(-weighed))


def withhold_doubtful(answer: Answer, least: float) -> Answer:
    """The answer, or silence where it is in the memo's own sentences and less likely right than ``least``."""
    if answer.outcome != "answered" or answer.method != "quoted" or answer.confidence >= least:
        return answer
    text = answer.text if len(answer.text) <= _LONGEST else f"{answer.text[:_LONGEST].rstrip()}..."
    files = ", ".join(dict.fromkeys(place.file for place in answer.citations))
    passage = f"Nearest passage, too unsure to be the answer ({files}): {text}"
    told = (note for note in answer.notes if not note.startswith("The latest, "))  # of an answer that is not given
    return not_found(answer.question, notes=(*told, passage))
