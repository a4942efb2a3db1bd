"""What a sentence must say for its question: the attribute, the year, a yes that stands in the main clause."""

from collections.abc import Callable

import pytest

from answer.questions.evidence.answerability import weighing, what_is_seen
from answer.questions.evidence.asked_figures import counts_of, sums_of
from answer.questions.evidence.attribute import attribute_of, last_verb_of
from answer.questions.evidence.demands import meets_demands
from answer.questions.evidence.evidence import Candidate, Weights
from answer.questions.evidence.refusal import Gate
from answer.questions.reading.name_spans import find_names
from answer.questions.reading.question_parse import parse_question
from answer.questions.reading.words import stems
from answer.questions.texts.confidence import withhold_doubtful
from answer.questions.texts.yes_or_no import say_yes_or_no
from records.answer import Answer, Question
from records.memo import Memo
from records.passage import Sentence


def candidate_of(text: str, *, before: str = "", kind: str = "sentence", cosine: float = 0.6, behind: float = 0.0):
    return Candidate(
        sentence=Sentence(text=text, places=(), kind=kind), trail=(), own=stems(text), around=stems(before),
        cosine=cosine, coverage=0.9, missing=(), score=0.8, behind=behind,
        before=Sentence(text=before, places=(), kind=kind) if before else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "attribute"),
    [
        ("What is the harbor master's opinion of the quay?", "opinion"),
        ("What are the risks of the dredging plan?", "risks"),
        ("What are the three aims of the Lamp Programme?", "aims"),
        ("What is the name of the ferry?", None),
        ("What did the ferry cost?", None),
    ],
)
def test_finds_the_attribute_that_is_asked(question: str, attribute: str | None) -> None:
    found = attribute_of(parse_question(question))
    assert found == (next(iter(stems(attribute))) if attribute else None)


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("What does the tide study recommend?", "recommend"),
        ("When will the east pier reopen?", "reopen"),
        ("When did the camp take place?", None),
    ],
)
def test_finds_the_verb_that_is_asked(question: str, verb: str | None) -> None:
    found = last_verb_of(parse_question(question))
    assert found == (next(iter(stems(verb))) if verb else None)


@pytest.mark.parametrize(
    ("question", "text", "met"),
    [
        ("How much was spent on the pier?", "The pier has a budget of $9,000.", False),
        ("How much was spent on the pier?", "The crew spent $9,000 on the pier.", True),
        ("What is the average cost of a bench?", "The benches cost $9,000.", False),
        ("What was the pier called before?", "Pier 4 is now called Lamp Pier.", True),
        ("How many lamps burned in 2031?", "In 2030, 40 lamps burned.", False),
        ("How many riders came in each year?", "In the first year 40 riders came.", False),
        ("When does the new plan end?", "The present plan ends in May 2031.", False),
        ("When does the new plan end?", "The new plan ends in May 2036.", True),
        ("Name the benches that lack a lamp.", "Two benches still lack a lamp.", False),
    ],
)
def test_holds_a_sentence_against_the_wording(question: str, text: str, met: bool) -> None:
    assert meets_demands(parse_question(question), candidate_of(text)) is met


@pytest.mark.parametrize(
    ("question", "text", "opening"),
    [
        ("Was the dock opened?", "The dock was opened in May 2031.", "Yes."),
        ("Was the dock opened?", "The dock was not opened.", "No."),
        ("Was the dock opened?", "The dock will be opened in May 2031.", "The memo says:"),
        ("Was the dock opened?", "Until the dock is opened, boats land at the quay.", None),
        ("Was the dock opened?", "The dock was opened in May 2031; the lamp was not replaced.", "Yes."),
        ("Are all the docks opened?", "Four of the nine docks are opened.", "No."),
        ("Will the dock become a trust?", "The dock is considering becoming a trust.", "The memo says:"),
    ],
)
def test_opens_with_yes_only_where_the_main_clause_says_so(question: str, text: str, opening: str | None) -> None:
    assert say_yes_or_no(parse_question(question), candidate_of(text)) == opening


def test_counts_of_them_are_of_what_was_named_before() -> None:
    candidate = candidate_of("Six of them were repeated.", before="The crew made 40 inspections.")
    assert [span.text for span in counts_of(candidate, parse_question("How many inspections were repeated?"))] == [
        "Six"
    ]


def test_a_row_is_of_its_own_subject() -> None:
    row = (
        "Work: East Quay; Budget: $4,000; Note: Rust was found under the crane and a diver is there; he is removing it."
    )
    candidate = candidate_of(row, kind="row")
    assert sums_of(candidate, parse_question("What is the budget of East Quay?"))
    assert not sums_of(candidate, parse_question("How much did removing the rust cost?"))


def test_a_date_alone_is_no_name() -> None:
    assert find_names("Opened in May, it was led by Dana Ortiz.") == ("Dana Ortiz",)


def test_the_doubtful_is_withheld() -> None:
    answer = Answer(
        question=Question(text="?"), outcome="answered", text="So.", method="quoted", confidence=0.4, citations=()
    )
    assert withhold_doubtful(answer, 0.7).outcome == "not_found"
    assert withhold_doubtful(answer, 0.0) is answer


def seen(**values: float) -> dict[str, float]:
    """A sentence of which only ``values`` are out of the ordinary."""
    held = weighing()
    return {**dict(zip(held.names, held.means, strict=True)), **values}


@pytest.mark.parametrize("better", [{"cosine": 0.8, "behind": 0.0}, {"rank": 0.0}, {"all_gates": 1.0}])
def test_what_speaks_for_a_sentence_makes_it_likelier(better: dict[str, float]) -> None:
    worse = {"cosine": 0.2, "behind": 0.4, "rank": 6.0, "all_gates": 0.0}
    usual = {**seen(), **{name: worse[name] for name in better}}
    assert 0 < weighing().likelihood(usual) < weighing().likelihood({**usual, **better}) < 1


def test_every_weight_is_of_something_seen(memo_of: Callable[..., Memo]) -> None:
    asked = parse_question("When did the pier open?")
    memo = memo_of("The pier opened on 3 May 2030.")
    candidate = candidate_of("The pier opened on 3 May 2030.")
    assert set(what_is_seen(Gate(asked, memo, Weights(memo)), [candidate], 0)) == set(weighing().names)
