"""An answer is right if it tells what the gold tells, of the right year; what it leaves out is counted."""

from datetime import date

import pytest

from records.answer import Answer, Question
from records.place import Place
from ui.evaluation.gold import GoldQuestion, json_to_gold
from ui.evaluation.scoring import covers, judge

DATES = {"new": date(2031, 5, 1), "old": date(2030, 5, 1)}


def _gold(kind: str = "date", answer: str = "April 2032", **more: object) -> GoldQuestion:
    reports = [] if kind == "unanswerable" else ["2031-05-01"]
    row = {"id": "1", "question": "When?", "answer": answer, "kind": kind, "quotes": ["opens in April 2032"]}
    return json_to_gold({**row, "reports": reports, **more})


def _answer(outcome: str, text: str = "", memo: str = "new", quote: str = "The pier opens in April 2032.") -> Answer:
    place = Place(memo=memo, file=f"{memo}.md", page=1, box=None, section=None, quote=quote, sha256="0")
    cited = () if outcome == "not_found" else (place,)
    return Answer(question=Question(text="When?"), outcome=outcome, text=text, citations=cited, confidence=0.8)


@pytest.mark.parametrize(
    ("said", "gold", "covered"),
    [
        ("It will open in April 2032.", "April 2032", True),
        ("It will open in April.", "April 2032", False),
        ("$46.4 million in all", "$46.4 million", True),
        ("about $46 million", "$46.4 million", False),
        ("$1,250,000", "1250000", True),
        ("71 percent", "71%", True),
        ("$148m", "$148.0m", True),
        ("The surveyors were late.", "the surveyor was late", True),
        ("Yes. The gates hold.", "Yes", True),
        ("No. The gates leak.", "Yes", False),
        ("The yard; the quay", "the yard; the quay; the mole", True),
        ("The yard", "the yard; the quay; the mole", False),
    ],
)
def test_all_numbers_and_most_words_must_be_told(said: str, gold: str, covered: bool) -> None:
    assert covers(said, gold) is covered


@pytest.mark.parametrize(
    ("gold", "answer", "right", "wrong", "silent"),
    [
        (_gold(), _answer("answered", "April 2032"), 1, 0, 0),
        (_gold(), _answer("answered", "May 2032"), 0, 1, 0),
        (_gold(), _answer("not_found"), 0, 0, 1),
        (_gold(), _answer("ambiguous", "April 2032 or May"), 0, 0, 1),
        (_gold(), _answer("answered", "April 2032 " + "word " * 100), 0, 1, 0),
        (_gold("list", "the mole"), _answer("answered", "the mole " + "word " * 100), 1, 0, 0),
        (_gold("unanswerable"), _answer("not_found"), 1, 0, 0),
        (_gold("unanswerable"), _answer("answered", "April 2032"), 0, 1, 0),
        (_gold("false-premise", "It opened in April 2032"), _answer("false_premise", "It is open."), 1, 0, 0),
        (_gold("false-premise", "It opened in April 2032"), _answer("answered", "The pier rotted."), 0, 1, 0),
        (_gold("ambiguous", "the pier or the quay"), _answer("ambiguous", "Which?"), 1, 0, 0),
        (_gold("ambiguous", "the pier or the quay"), _answer("answered", "the pier"), 0, 1, 0),
    ],
)
def test_a_claim_is_right_or_wrong_and_no_claim_is_silence(
    gold: GoldQuestion, answer: Answer, right: int, wrong: int, silent: int
) -> None:
    verdict = judge(gold, answer, DATES)
    assert (verdict.right, verdict.wrong, verdict.silent) == (right, wrong, silent)


def test_a_right_text_of_another_year_is_wrong() -> None:
    verdict = judge(_gold(), _answer("answered", "April 2032", memo="old"), DATES)
    assert (verdict.right, verdict.wrong, verdict.wrong_year) == (False, True, True)


def test_an_answer_from_a_report_that_does_not_exist_is_of_the_wrong_year() -> None:
    asked = _gold("unanswerable", reason="no such memo")
    assert judge(asked, _answer("answered", "April 2032"), DATES).wrong_year
    assert not judge(asked, _answer("not_found"), DATES).wrong_year


@pytest.mark.parametrize(("quote", "cited"), [("The pier opens in April 2032.", True), ("The mayor spoke.", False)])
def test_a_citation_must_hold_half_of_a_gold_quote(quote: str, cited: bool) -> None:
    assert judge(_gold(), _answer("answered", "April 2032", quote=quote), DATES).cited is cited
