"""What the first question of a session would wait for, done before it comes: models, vectors, known wordings."""

from answer.ask import answer_question
from answer.questions.over_time.scope import Shelf
from answer.questions.reading.intents import wordings
from answer.questions.reading.known_wordings import OF_A_PROJECT, OF_A_STATUS, OF_THE_MEMO
from records.answer import Question


def warm_up(library: Shelf) -> None:
    """Asks of the memo that has most projects what takes most to answer: a status, and how it came about."""
    entries = library.memos()
    if not entries:
        return
    for intents in (OF_A_PROJECT, OF_A_STATUS, OF_THE_MEMO):
        library.likeness("How do things stand?", wordings(intents))
    fullest = max(entries, key=lambda entry: entry.projects)
    names = library.names([fullest.id])[0]
    name = names[0][0] if names else "the Committee"
    for text in (f"What is the status of {name}?", f"When did {name} turn red?", "What is the subject of the memo?"):
        answer_question(Question(text=text), library)
