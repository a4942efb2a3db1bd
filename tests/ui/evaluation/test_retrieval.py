"""A passage answers if it holds the gold quote; ranks and shares are counted over the hits of the right reports."""

from records.passage import Hit, Passage, Sentence
from ui.evaluation.retrieval import first_rank, holds, recall


def _hit(text: str) -> Hit:
    sentence = Sentence(text=text, kind="prose", places=())
    passage = Passage(id="1", memo="m", sha256="0", trail=(), sentences=(sentence,))
    return Hit(passage=passage, score=1.0, cosine=1.0, sentence_cosines=(1.0,), lexical=1.0)


HITS = [_hit("The mole is dry."), None, _hit("The pier opens in April 2032, they say.")]


def test_a_passage_holds_a_quote_word_by_word() -> None:
    assert holds(HITS[2], "opens in April 2032")
    assert not holds(HITS[2], "April opens")


def test_of_a_long_quote_one_word_in_ten_may_be_missing() -> None:
    words = "one two three four five six seven eight nine ten"
    assert holds(_hit(words.replace("ten", "10")), words)
    assert not holds(_hit("one two three four five"), words)


def test_rank_and_recall_pass_over_hits_of_other_reports() -> None:
    assert first_rank(HITS, ["opens in April"]) == 3
    assert first_rank(HITS, ["never said"]) is None
    assert recall(HITS, ["mole is dry", "opens in April", "never said"]) == 2 / 3
    assert recall(HITS[:2], ["opens in April"]) == 0
