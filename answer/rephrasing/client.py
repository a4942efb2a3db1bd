"""The one adapter to the ``openai`` client library: messages in, the model's text out, or an ``EndpointError``.

It refuses to wait longer than the endpoint's seconds in all (a slow drip of bytes and a long "retry after" included),
to read more than an answer can need, to follow a redirect to another address, and to send what the library would take
from the environment: another service's key, organisation and headers, and what it tells of this machine.
"""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from answer.rephrasing.endpoint import Endpoint, EndpointError

if TYPE_CHECKING:
    import httpx2
    import openai

MOST_BYTES = 256_000
"""An answer of a few sentences takes a few thousand; a service that sends more is cut off."""
HEADERS = frozenset(
    (
        "host", "accept", "accept-encoding", "connection", "content-type", "content-length", "user-agent",
        "x-stainless-raw-response",
    )
)  # fmt: skip
"""What any HTTP client says, and the library's own mark on a request whose bytes are read by the caller."""


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    choices: list[_Choice]


def ask_endpoint(endpoint: Endpoint, messages: Sequence[tuple[str, str]]) -> str:
    """The text of the first choice, white space folded."""
    try:
        import openai
    except ImportError as error:
        raise EndpointError("the package `openai` is missing; `pip install 'memolens[model]'` brings it") from error
    try:
        body = asyncio.run(_post(endpoint, messages))
    except (TimeoutError, openai.APITimeoutError) as error:
        raise EndpointError(f"{endpoint.address} did not answer within {endpoint.seconds:g} seconds") from error
    except openai.APIStatusError as error:
        raise EndpointError(f"{endpoint.address} answered with status {error.status_code}") from error
    except openai.OpenAIError as error:
        raise EndpointError(f"no connection to {endpoint.address} could be made or kept") from error
    return _body_to_text(body, endpoint)


async def _post(endpoint: Endpoint, messages: Sequence[tuple[str, str]]) -> bytes:
    import httpx2
    import openai

    try:
        async with (
            asyncio.timeout(endpoint.seconds),
            _client(endpoint) as client,
            client.chat.completions.with_streaming_response.create(
                model=endpoint.model,
                messages=[_message(role, content) for role, content in messages],
            ) as response,
        ):
            body = bytearray()
            async for piece in response.iter_bytes():
                body += piece
                if len(body) > MOST_BYTES:
                    raise EndpointError(f"{endpoint.address} sent far more than an answer")
            return bytes(body)
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise openai.OpenAIError(str(error)) from error


def _client(endpoint: Endpoint) -> "openai.AsyncOpenAI":
    """A proxy that the environment names serves for other machines only."""
    import openai

    async def only_what_is_needed(request: "httpx2.Request") -> None:
        for name in [name for name in request.headers if name not in HEADERS]:
            del request.headers[name]
        if endpoint.key:
            request.headers["Authorization"] = f"Bearer {endpoint.key}"

    transport = openai.DefaultAsyncHttpxClient(
        follow_redirects=False,
        trust_env=not endpoint.on_this_machine,
        event_hooks={"request": [only_what_is_needed]},
    )
    return openai.AsyncOpenAI(
        base_url=endpoint.url,
        api_key=endpoint.key or "none",
        timeout=endpoint.seconds,
        max_retries=endpoint.retries,
        http_client=transport,
    )


def _message(role: str, content: str) -> "openai.types.chat.ChatCompletionMessageParam":
    if role == "system":
        return {"role": "system", "content": content}
    return {"role": "user", "content": content}


def _body_to_text(body: bytes, endpoint: Endpoint) -> str:
    try:
        choices = msgspec.json.decode(body, type=_Completion).choices
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise EndpointError(f"what {endpoint.address} sent is not an answer") from error
    text = " ".join(choices[0].message.content.split()) if choices else ""
    if not text:
        raise EndpointError(f"{endpoint.address} sent an empty answer")
    return text
