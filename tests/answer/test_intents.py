"""A question in other words is put in the words that the answerers know, where it is clear what it is after."""

from collections.abc import Sequence

import pytest

from answer.questions.reading.intents import best_intent, canonical_question, mask_question, wordings
from answer.questions.reading.known_wordings import OF_A_PROJECT, OF_A_STATUS, OF_THE_MEMO
from index.embed import settings_to_embedder
from records.facts import Project
from records.place import Place
from records.settings import Settings

PLACE = Place(memo="m", file="m.md", sha256="", page=None, quote="x", section=None, box=None)
PROJECTS = tuple(
    Project(project=name, memo="m", as_of=None, places=(PLACE,))
    for name in ("Tidewater Ferry Dock Renewal", "Parking Meter Replacement", "Lamp Depot")
)


@pytest.fixture(scope="module")
def likeness():
    embedder = settings_to_embedder(Settings())

    def of(text: str, others: tuple[str, ...]) -> Sequence[float]:
        return list(map(float, embedder.encode(others) @ embedder.encode([text])[0]))

    return of


@pytest.mark.parametrize(
    ("asked", "masked"),
    [
        ("How is the Parking Meter Replacement going?", "How is the project going?"),
        ("How is the ferry dock renewal going?", "How is the project going?"),
        ("What became of the ferry project?", "What became of the project?"),
        ("Which depot has no charger?", "Which depot has no charger?"),
        ("Is parking at the lamp shop free?", "Is parking at the lamp shop free?"),
        ("When is a project amber?", "When is a project red?"),
        ("Is it amber or green?", "Is it amber or green?"),
    ],
)
def test_a_name_or_a_colour_gives_way_to_a_common_word(asked: str, masked: str) -> None:
    assert mask_question(asked, PROJECTS).text == masked


@pytest.mark.model
@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("How are things with the Lamp Depot?", "What is the status of Lamp Depot?"),
        ("What made the Lamp Depot late?", "What is the issue with Lamp Depot?"),
        ("What sum is foreseen for the Lamp Depot?", "What is the budget of Lamp Depot?"),
        ("Under which conditions is a project put at amber?", "What does amber mean?"),
        ("Which board is to get the memo?", "Who is the memo addressed to?"),
        ("Whom do I turn to with questions on this report?", "Who is the contact for questions about the memo?"),
        ("What does a single bulb of the Lamp Depot cost?", None),
        ("Which firm supplies the Lamp Depot?", None),
        ("What does the mayor make of the Lamp Depot?", None),
        ("How many lamps does the Lamp Depot hold?", None),
        ("Why is the harbor so quiet?", None),
        ("How many people came to the summit?", None),
    ],
)
def test_a_question_is_put_anew_where_it_is_clear_what_it_is_after(likeness, asked: str, known: str | None) -> None:
    masked = mask_question(asked, PROJECTS)
    canonical = canonical_question(masked, likeness(masked.text, wordings(masked.intents)))
    assert (canonical and canonical.text) == known


@pytest.mark.parametrize("intents", [OF_THE_MEMO, OF_A_PROJECT, OF_A_STATUS])
def test_each_wording_is_one_intents_alone(intents) -> None:
    every = wordings(intents)
    assert len(every) == len(set(map(str.casefold, every)))
    first, like, ahead = best_intent(intents, [1.0] + [0.0] * (len(every) - 1))
    assert (first, like, ahead) == (intents[0], 1.0, 1.0)
