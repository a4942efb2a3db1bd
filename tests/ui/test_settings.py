"""Settings come from the environment, and a wrong value is named."""

import pytest

from records.errors import UsageError
from records.settings import Settings
from ui.settings import environment_to_settings


def test_nothing_set_gives_the_defaults() -> None:
    assert environment_to_settings({"HOME": "/nowhere", "MEMOLENS_PORT": ""}) == Settings()


def test_variables_override_defaults_with_their_own_type() -> None:
    settings = environment_to_settings(
        {"MEMOLENS_PORT": "8080", "MEMOLENS_READ_SECONDS": "1.5", "MEMOLENS_LIBRARY": "x"}
    )
    assert (settings.port, settings.read_seconds, settings.library) == (8080, 1.5, "x")


@pytest.mark.parametrize(("name", "value"), [("MEMOLENS_PORT", "http"), ("MEMOLENS_READ_SECONDS", "fast")])
def test_a_value_that_does_not_parse_is_named(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"{name} is '{value}'"):
        environment_to_settings({name: value})
