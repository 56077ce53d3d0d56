"""The clients that are compared, each driven as its documentation shows.

Each has the same budget: two retries, and two seconds of silence. The rest is as it comes.
This module imports no client: each is imported in the process of its own environment.
"""

from __future__ import annotations

import contextlib
import inspect
import json
from collections.abc import AsyncIterator
from importlib import import_module
from typing import Any, NamedTuple

from benchmarks.payloads import KEY

__all__ = ["CLIENTS", "SILENCE_SECONDS", "Client", "Read"]

SILENCE_SECONDS = 2.0
RETRIES = 2


class Read(NamedTuple):
    """What a program has of an answer."""

    text: str = ""
    calls: tuple[tuple[str, Any], ...] = ()
    model: str | None = None
    tokens: int | None = None


class Client:
    """A package for `chat/completions`; a subclass says what is particular to it.

    Attributes:
        package: The name to import.
        environment: The name of its environment.
        dialect: The API that it speaks.
        gathers: Whether it has something to read a whole stream by.
        documented: The names of the classes of errors that its documentation tells programs to
            catch; everything else is an error that programs do not expect.
    """

    package = "apertis"
    environment = "ours"
    dialect = "chat"
    gathers = True
    documented: tuple[str, ...] = ("apertis.ApertisError",)
    names = ("Apertis", "AsyncApertis")

    def __init__(self, url: str, mode: str) -> None:
        module = import_module(self.package)
        self.client = self.make(getattr(module, self.names[mode == "async"]), url)
        self.mode = mode

    def make(self, kind: Any, url: str) -> Any:
        """Construct the package's client."""
        return kind(api_key=KEY, base_url=url, max_retries=RETRIES, timeout=SILENCE_SECONDS)

    def version(self) -> str:
        """Return the version of the package."""
        version: str = import_module(self.package).__version__
        return version

    async def plain(self, question: dict[str, Any]) -> Read:
        """Make a call."""
        answer = await _settled(self.client.chat.completions.create(**question))
        return _read_completion(answer)

    async def stream(self, question: dict[str, Any], came: list[str]) -> Read:
        """Read a stream piece by piece; the text goes into `came` as it comes."""
        model, tokens = None, None
        opened = self.client.chat.completions.create(stream=True, **question)
        async for chunk in _iterated(await _settled(opened)):
            came += [_text(choice.delta) for choice in chunk.choices or []]
            model = chunk.model or model
            tokens = _tokens(chunk) or tokens
        return Read("".join(came), (), model, tokens)

    async def gathered(self, question: dict[str, Any]) -> Read:
        """Read a stream by what the package has for that."""
        opened = await _settled(self.client.chat.completions.create(stream=True, **question))
        return _read_completion(await _settled(opened.get_final_completion()))

    async def close(self) -> None:
        """Close the connections."""
        await _settled(self.client.close())

    def is_documented(self, error: BaseException) -> bool:
        """Return whether a program that follows the documentation catches this error."""
        kinds = tuple(_named(name) for name in self.documented)
        return isinstance(error, kinds)


class Vendor(Client):
    """The vendor's package, which has the same name as ours."""

    environment = "vendor"
    gathers = False


class OpenAI(Client):
    """The package of OpenAI."""

    package = environment = "openai"
    documented = ("openai.OpenAIError",)
    names = ("OpenAI", "AsyncOpenAI")

    async def gathered(self, question: dict[str, Any]) -> Read:
        async with _entered(self.client.chat.completions.stream(**question)) as stream:
            return _read_completion(await _settled(stream.get_final_completion()))


class Anthropic(Client):
    """The package of Anthropic, which has messages alone."""

    package = environment = "anthropic"
    dialect = "messages"
    documented: tuple[str, ...] = ("anthropic.AnthropicError",)
    names = ("Anthropic", "AsyncAnthropic")

    def make(self, kind: Any, url: str) -> Any:
        return super().make(kind, url.removesuffix("/v1"))

    async def plain(self, question: dict[str, Any]) -> Read:
        return _read_message(await _settled(self.client.messages.create(max_tokens=9, **question)))

    async def stream(self, question: dict[str, Any], came: list[str]) -> Read:
        model, tokens = None, None
        opened = self.client.messages.create(max_tokens=9, stream=True, **question)
        async for event in _iterated(await _settled(opened)):
            if event.type == "message_start":
                model = event.message.model
            elif event.type == "content_block_delta" and event.delta.type == "text_delta":
                came.append(event.delta.text)
            elif event.type == "message_delta":
                tokens = event.usage.output_tokens + 3
        return Read("".join(came), (), model, tokens)

    async def gathered(self, question: dict[str, Any]) -> Read:
        async with _entered(self.client.messages.stream(max_tokens=9, **question)) as stream:
            return _read_message(await _settled(stream.get_final_message()))


class OurMessages(Anthropic):
    """The package of this checkout, by its messages."""

    package, environment = Client.package, Client.environment
    documented, names = Client.documented, Client.names

    def make(self, kind: Any, url: str) -> Any:
        return Client.make(self, kind, url)

    async def gathered(self, question: dict[str, Any]) -> Read:
        opened = self.client.messages.create(max_tokens=9, stream=True, **question)
        return _read_message(await _settled((await _settled(opened)).get_final_message()))


class Mistral(Client):
    """The package of Mistral, whose one class has sync and async methods."""

    package = "mistralai.client"
    environment = "mistralai"
    gathers = False
    # Errors of the network are those of its HTTP library, and its documentation says so.
    documented = (
        "mistralai.client.errors.MistralError",
        "mistralai.client.errors.NoResponseError",
        "httpx2.RequestError",
    )
    names = ("Mistral", "Mistral")

    def make(self, kind: Any, url: str) -> Any:
        utils = import_module("mistralai.client.utils")
        # It has no count of retries, but a time for them: enough for two silent attempts.
        retries = utils.RetryConfig("backoff", utils.BackoffStrategy(500, 1500, 2.0, 4000), True)
        return kind(
            api_key=KEY,
            server_url=url.removesuffix("/v1"),
            timeout_ms=int(SILENCE_SECONDS * 1000),
            retry_config=retries,
        )

    def _method(self, name: str) -> Any:
        return getattr(self.client.chat, f"{name}_async" if self.mode == "async" else name)

    async def plain(self, question: dict[str, Any]) -> Read:
        return _read_completion(await _settled(self._method("complete")(**question)))

    async def stream(self, question: dict[str, Any], came: list[str]) -> Read:
        model, tokens = None, None
        opened = await _settled(self._method("stream")(**question))
        async with _entered(opened) as stream:
            async for event in _iterated(stream):
                came += [_text(choice.delta) for choice in event.data.choices]
                model = event.data.model or model
                tokens = _tokens(event.data) or tokens
        return Read("".join(came), (), model, tokens)

    async def close(self) -> None:
        """Do nothing: its documentation knows `with` alone."""


CLIENTS: dict[str, type[Client]] = {
    "ours": Client,
    "ours-messages": OurMessages,
    "openai": OpenAI,
    "anthropic": Anthropic,
    "mistralai": Mistral,
    "vendor": Vendor,
}


def _read_completion(answer: Any) -> Read:
    # What came may be anything but an answer; that nobody said so is for the verdict.
    choices = getattr(answer, "choices", None)
    if not choices:
        return Read()
    choice = choices[0]
    calls = tuple(
        (call.function.name, _arguments(call.function.arguments))
        for call in choice.message.tool_calls or []
    )
    return Read(choice.message.content or "", calls, answer.model, _tokens(answer))


def _read_message(answer: Any) -> Read:
    content = getattr(answer, "content", None)
    if not content:
        return Read()
    text = "".join(block.text for block in content if block.type == "text")
    calls = tuple((block.name, block.input) for block in content if block.type == "tool_use")
    return Read(text, calls, answer.model, answer.usage.input_tokens + answer.usage.output_tokens)


def _text(delta: Any) -> str:
    text: str = (delta and delta.content) or ""
    return text


def _arguments(text: Any) -> Any:
    with contextlib.suppress(ValueError):
        return json.loads(text) if isinstance(text, str) else text
    return text


def _tokens(answer: Any) -> int | None:
    usage = getattr(answer, "usage", None)
    tokens: int | None = usage.total_tokens if usage else None
    return tokens


async def _settled(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


async def _iterated(items: Any) -> AsyncIterator[Any]:
    if hasattr(items, "__aiter__"):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item


class _entered:  # noqa: N801  reads as the keyword that it serves
    """A context manager, sync or async, as an async one."""

    def __init__(self, manager: Any) -> None:
        self._manager = manager

    async def __aenter__(self) -> Any:
        if hasattr(self._manager, "__aenter__"):
            return await self._manager.__aenter__()
        return self._manager.__enter__()

    async def __aexit__(self, *exception: object) -> Any:
        if hasattr(self._manager, "__aexit__"):
            return await self._manager.__aexit__(*exception)
        return self._manager.__exit__(*exception)


def _named(path: str) -> type[BaseException]:
    module, _, name = path.rpartition(".")
    kind: type[BaseException] = getattr(import_module(module), name)
    return kind
