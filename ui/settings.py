"""Settings from the environment: ``MEMOLENS_<NAME>`` for each field of ``Settings``."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from records.errors import UsageError
from records.settings import Settings

PREFIX = "MEMOLENS_"


def environment_to_settings(environment: Mapping[str, str]) -> Settings:
    """Defaults, overridden by the variables that are set and not empty; a value that does not parse is an error."""
    chosen: dict[str, Any] = {
        field.name: _parse(PREFIX + field.name.upper(), text, type(field.default))
        for field in fields(Settings)
        if (text := environment.get(PREFIX + field.name.upper(), ""))
    }
    return Settings(**chosen)


def _parse(name: str, text: str, kind: type) -> object:
    try:
        return kind(text)
    except ValueError:
        wanted = {int: "a whole number", float: "a number"}.get(kind, kind.__name__)
        raise UsageError(f"{name} is {text!r}, which is not {wanted}. Correct or unset it.") from None
