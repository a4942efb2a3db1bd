"""Who may come in: a name and password where they are asked for, and no requests that another site's page sends."""

import base64
import binascii
import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from records.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

LOCAL_NAMES = ["127.0.0.1", "localhost", "[::1]"]


def add_guards(app: "FastAPI", *, settings: Settings, users: dict[str, str]) -> None:
    """Middleware for every route, the page's own included."""
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    @app.middleware("http")
    async def guard(request: "Request", call_next: Callable[["Request"], Awaitable["Response"]]) -> "Response":
        refusal = refuse(dict(request.headers), method=request.method, users=users)
        return refusal if refusal is not None else await call_next(request)

    if settings.host in {"127.0.0.1", "localhost", "::1"}:
        # A name that another site points at this machine (DNS rebinding) is not one of ours.
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=LOCAL_NAMES)


def refuse(headers: dict[str, str], *, method: str, users: dict[str, str]) -> "Response | None":
    """The refusal, or ``None`` for a request that may pass. Header names are lower case."""
    from starlette.responses import PlainTextResponse

    if method not in {"GET", "HEAD", "OPTIONS"} and not same_origin(headers):
        return PlainTextResponse("Requests from other sites are refused.", status_code=403)
    if users and not known_user(headers.get("authorization", ""), users):
        return PlainTextResponse(
            "Name and password are needed.", status_code=401, headers={"WWW-Authenticate": 'Basic realm="memolens"'}
        )
    return None


def same_origin(headers: dict[str, str]) -> bool:
    """Whether a browser sent this from our own page; programs send no ``Origin`` and pass."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def known_user(authorization: str, users: dict[str, str]) -> bool:
    """Checks an HTTP Basic header in constant time."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return False
    try:
        name, _, password = base64.b64decode(encoded, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return False
    expected = users.get(name)
    return secrets.compare_digest(password.encode(), (expected or "").encode()) and expected is not None
