"""The whole room with the packaged model: a question in other words than the memo's finds the right sentence."""

from pathlib import Path
from types import ModuleType

import pytest

from index.library import Library
from records.settings import Settings

pytestmark = pytest.mark.model


def test_a_question_in_other_words_finds_its_sentence(tmp_path: Path, samples: ModuleType) -> None:
    memo, original = samples.memo_of(
        (
            samples.block("heading", "Operations", level=1),
            samples.block("paragraph", "Ferry fares rose by four percent. " + "Crews were trained for storms. " * 12),
            samples.block("paragraph", "The lighthouse keeper retired in spring. A successor has not been named."),
            samples.block("heading", "Accounts", level=1),
            samples.block("paragraph", "Auditors reviewed the books and raised no objection."),
        )
    )
    with Library.open(tmp_path / "library", settings=Settings()) as library:
        library.add(memo, original=original)
        hit = library.search("Did the financial examination turn up any problems?")[0]
        assert hit.passage.trail == ("Accounts",)
        assert library.verify() == ()
    with Library.open(tmp_path / "library", settings=Settings(), write=False) as reader:
        hit = reader.search("Who will watch over the beacon now?")[0]
        best = max(range(len(hit.sentence_cosines)), key=hit.sentence_cosines.__getitem__)
        assert "lighthouse keeper" in hit.passage.text
        assert hit.passage.sentences[best].text.split()[-1] in {"spring.", "named."}
