"""The picture of a text that the language model gives: offsets that fit, and sentences by the room's own rules."""

from extract.language.spacy_model import analyse


def test_words_and_phrases_lie_where_they_say() -> None:
    text = "Res. No. 12 funds the pier lift. Crews open it in May."
    analysis = analyse(text)
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)
    assert all(text[span.start : span.end] == span.text for span in (*analysis.noun_phrases, *analysis.entities))
    assert [text[a:b] for a, b in analysis.sentences] == ["Res. No. 12 funds the pier lift.", "Crews open it in May."]


def test_the_same_text_gives_the_same_picture() -> None:
    assert analyse("The pier lift is late.") is analyse("The pier lift is late.")
    assert {token.lemma for token in analyse("Crews were painting.").tokens} >= {"be", "paint"}
