"""What is kept is made once; the one not asked for longest goes first."""

from index.kept import Kept


def test_a_value_is_made_once_while_it_is_kept() -> None:
    made: list[str] = []
    kept: Kept[str, str] = Kept(most=2)

    def get(key: str) -> str:
        def make() -> str:
            made.append(key)
            return key.upper()

        return kept.get(key, make)

    assert [get(key) for key in "abab"] == list("ABAB")
    assert get("c") == "C"  # "a" was asked for longest ago
    assert [get("b"), get("a")] == ["B", "A"]
    assert "".join(made) == "abca"
