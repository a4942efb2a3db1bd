"""Word lists written as text, so that they read like the text they stand for."""


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())
