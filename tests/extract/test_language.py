"""The picture of a text that the language model gives: offsets that fit, and sentences by the room's own rules."""

from extract.language.spacy_model import analyse, analyse_ahead, forget_analyses


def test_words_and_phrases_lie_where_they_say() -> None:
    text = "Res. No. 12 funds the pier lift. Crews open it in May."
    analysis = analyse(text)
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)
    assert all(text[span.start : span.end] == span.text for span in analysis.noun_phrases)
    assert [text[a:b] for a, b in analysis.sentences] == ["Res. No. 12 funds the pier lift.", "Crews open it in May."]


def test_the_same_text_gives_the_same_picture() -> None:
    assert analyse("The pier lift is late.") is analyse("The pier lift is late.")
    assert {token.lemma for token in analyse("Crews were painting.").tokens} >= {"be", "paint"}


def test_texts_that_are_analysed_together_come_out_as_each_alone() -> None:
    texts = [f"Crew {n} painted {n + 3} of the pier's lamps, and {n}0% of its rails." for n in range(9)]
    forget_analyses()
    alone = [analyse(text) for text in texts]
    forget_analyses()
    analyse_ahead(texts)
    assert [analyse(text) for text in texts] == alone
