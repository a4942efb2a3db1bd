"""Where an answer may be sent for rewording, as the settings say it, checked before anything is sent.

The address alone is ever shown, never the key, and no path or name and password that a URL may hold. Half a
configuration is an error that is told, not a silent "off".
"""

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from records.settings import Settings


class EndpointError(Exception):
    """No usable answer came; ``str(error)`` says why in a clause for the reader, in this program's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One OpenAI-compatible service. ``seconds`` bound one answer with all its retries."""

    url: str
    model: str
    key: str = field(repr=False)
    seconds: float
    retries: int

    @property
    def address(self) -> str:
        """``https://models.example:8443``: who receives the words."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"

    @property
    def on_this_machine(self) -> bool:
        host = urlsplit(self.url).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def settings_to_endpoint(settings: Settings) -> Endpoint | None:
    """``None`` where no URL is set; ``EndpointError`` names the setting that has to be corrected."""
    if not settings.rephrase_url:
        return None
    _check_url(settings.rephrase_url)
    if not settings.rephrase_model.strip():
        raise EndpointError("MEMOLENS_REPHRASE_MODEL names no model")
    if not (settings.rephrase_key.isascii() and settings.rephrase_key.isprintable()):
        raise EndpointError("MEMOLENS_REPHRASE_KEY holds signs that no key has")
    if not settings.rephrase_seconds > 0:
        raise EndpointError("MEMOLENS_REPHRASE_SECONDS is not more than 0")
    return Endpoint(
        url=settings.rephrase_url,
        model=settings.rephrase_model.strip(),
        key=settings.rephrase_key.strip(),
        seconds=settings.rephrase_seconds,
        retries=max(settings.rephrase_retries, 0),
    )


def _check_url(url: str) -> None:
    try:
        parts: SplitResult | None = urlsplit(url)
        usable = parts is not None and parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not url.isascii():
        raise EndpointError("MEMOLENS_REPHRASE_URL is not a URL such as http://localhost:11434/v1")
