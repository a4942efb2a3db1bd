"""An answer that was found, reworded by a model where one is configured and its text says the same.

Only ``answered`` is ever sent: a refusal, a correction and a question with two readings stand as they are. The outcome,
values, citations, working and confidence are never the model's, and what was found stays in the notes.
"""

from dataclasses import replace

from answer.rephrasing.client import ask_endpoint
from answer.rephrasing.endpoint import EndpointError, settings_to_endpoint
from answer.rephrasing.guard import find_fault
from answer.rephrasing.messages import answer_to_messages
from records.answer import Answer
from records.settings import Settings


def rephrase(answer: Answer, settings: Settings) -> Answer:
    """``answer`` itself where nothing is configured; else reworded, or with a note that says why it is not."""
    if answer.outcome != "answered":
        return answer
    try:
        endpoint = settings_to_endpoint(settings)
        if endpoint is None:
            return answer
        text = ask_endpoint(endpoint, answer_to_messages(answer))
    except EndpointError as error:
        return _with_note(answer, f"The answer stands as found; the model was of no use: {error}.")
    if text == answer.text:
        return answer
    fault = find_fault(text, answer)
    if fault:
        return _with_note(answer, f"The model's wording was discarded and the answer stands as found: {fault}.")
    note = f"Reworded by {endpoint.model} at {endpoint.address}. As found: {answer.text}"
    return replace(answer, text=text, method="model", notes=(*answer.notes, note))


def _with_note(answer: Answer, note: str) -> Answer:
    return replace(answer, notes=(*answer.notes, note))
