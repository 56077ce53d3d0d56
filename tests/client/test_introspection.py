"""What Python's own tools see of the package and of its clients."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pkgutil
import pydoc
import subprocess
import sys
import typing
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest

import apertis
from apertis import Apertis, AsyncApertis, AsyncConversation, ChatCompletion, RetryPolicy, resources

CLIENT = AsyncApertis(api_key="key")
CONVERSATION = AsyncConversation(CLIENT, model="m")
COROUTINE_FUNCTIONS: dict[str, Any] = {
    "create": CLIENT.chat.completions.create,
    "parse": CLIENT.chat.completions.parse,
    "run_tools": CLIENT.chat.completions.run_tools,
    "create_with_image": CLIENT.chat.completions.create_with_image,
    "create_with_audio": CLIENT.chat.completions.create_with_audio,
    "create_with_web_search": CLIENT.chat.completions.create_with_web_search,
    "say": CONVERSATION.say,
    "send": CONVERSATION.send,
    "save": CONVERSATION.save,
    "list": CLIENT.models.list,
    "retrieve": CLIENT.models.retrieve,
    "post": CLIENT.post,
    "raw get": CLIENT.with_raw_response.get,
    "raw create": CLIENT.chat.completions.with_raw_response.create,
}


def get_time() -> str:
    """Return the time."""
    return "noon"


@pytest.mark.parametrize("method", COROUTINE_FUNCTIONS.values(), ids=COROUTINE_FUNCTIONS.keys())
def test_asynchronous_methods_are_coroutine_functions(method: Any) -> None:
    """Decorators and mocks that ask `inspect` learn that a method is to be awaited."""
    assert inspect.iscoroutinefunction(method)
    assert inspect.ismethod(method)
    assert list(inspect.signature(method).parameters)


def test_synchronous_methods_are_not() -> None:
    """A method that blocks is no coroutine function."""
    client = Apertis(api_key="key")

    assert not inspect.iscoroutinefunction(client.chat.completions.create)
    assert not inspect.iscoroutinefunction(client.models.list)


def test_the_settings_are_the_signature_of_a_client() -> None:
    """The constructor and `with_options` list every setting, with its description."""
    for function in (Apertis, AsyncApertis, Apertis(api_key="key").with_options):
        assert {"api_key", "base_url", "http_client", "max_retries"} <= set(
            inspect.signature(function).parameters
        )
    assert "base_url: The URL of the API." in (inspect.getdoc(Apertis.__init__) or "")
    assert "shares the connections" in (inspect.getdoc(Apertis.with_options) or "")


def test_a_resource_says_whose_it_is() -> None:
    """The `repr` of a resource names it and the address of its client, and never a key."""
    client = Apertis(api_key="sk-secret-0123456789", base_url="http://127.0.0.1:1/v1")

    assert repr(client.chat.completions) == (
        "<Completions of Apertis(base_url='http://127.0.0.1:1/v1')>"
    )
    assert repr(CLIENT.chat).startswith("<AsyncChat of AsyncApertis(base_url='https://")


def test_a_policy_shows_its_numbers() -> None:
    """The `repr` of a policy is the call that makes it."""
    assert repr(RetryPolicy(3, first_wait=1)) == (
        "RetryPolicy(max_retries=3, first_wait=1, highest_wait=8.0, longest_wait=120.0)"
    )


def test_a_run_shows_its_turns() -> None:
    """The `repr` of a tool run says how far it is."""
    run = CLIENT.chat.completions.run_tools(
        model="m",
        messages=[{"role": "user", "content": "Hi"}],
        tools=[get_time],
        max_turns=3,
    )

    assert repr(run) == "<AsyncToolRun, turn 0 of at most 3, not over>"


@pytest.mark.parametrize("name", apertis.__all__)
def test_every_public_object_has_a_repr(name: str) -> None:
    """No class shows just an address in memory."""
    public = getattr(apertis, name)

    assert not inspect.isclass(public) or public.__repr__ is not object.__repr__


@pytest.mark.parametrize(
    ("contents", "shown"),
    [(["**Hi**"], "**Hi**"), (["a", "b"], "a\n\n---\n\nb"), ([None], None), ([], None)],
)
def test_notebooks_show_the_text_of_a_completion(contents: list[Any], shown: str | None) -> None:
    """A notebook prints the texts as Markdown; a completion without text is shown as it is."""
    choices = [{"message": {"role": "assistant", "content": content}} for content in contents]

    assert ChatCompletion.from_dict({"choices": choices})._repr_markdown_() == shown  # pyright: ignore[reportPrivateUsage]


def test_help_works() -> None:
    """`help(apertis)` and `inspect.getmembers` go through every public name."""
    assert "class AsyncApertis" in pydoc.plain(pydoc.render_doc(apertis))
    assert inspect.getmembers(apertis)


EXTRAS = ("docstring_parser", "h2", "numpy", "opentelemetry", "orjson", "pydantic")
WITHOUT_EXTRAS = f"""
import sys
sys.modules.update(dict.fromkeys({EXTRAS!r}))  # so that importing one raises ImportError
import inspect, pydoc
from unittest import mock
import apertis
client = apertis.AsyncApertis(api_key="key")
for each in (apertis, client, client.chat.completions):
    inspect.getmembers(each)
    mock.create_autospec(each)
sys.argv = ["pydoc", "apertis"]
pydoc.cli()
"""


def test_looking_needs_no_extra() -> None:
    """`pydoc apertis`, `inspect.getmembers` and `create_autospec` work without any extra."""
    command = [sys.executable, "-W", "error", "-c", WITHOUT_EXTRAS]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)

    assert not shown.stderr
    assert shown.stdout.startswith("Help on package apertis:")
    assert "class ParsedChatCompletion" in shown.stdout


@pytest.mark.parametrize("client", [Apertis(api_key="key"), CLIENT], ids=["sync", "async"])
def test_mocks_know_the_methods(client: Any) -> None:
    """What `create_autospec` makes of a client takes what the methods take, and is awaited."""
    mocked = mock.create_autospec(client)
    completions = mocked.chat.completions
    kind = mock.AsyncMock if client is CLIENT else mock.MagicMock

    for method in (completions.create, completions.parse, mocked.models.list, mocked.post):
        assert isinstance(method, kind)
    assert isinstance(mock.create_autospec(type(client), instance=True).close, kind)
    assert mock.create_autospec(apertis).Apertis(api_key="key").with_options(timeout=5)
    with pytest.raises(TypeError, match=r"missing a required (keyword-only )?argument: .model"):
        completions.create(modle="m", messages=[])
    completions.create.return_value = "Hi"
    answer = completions.create(model="m", messages=[])
    assert (asyncio.run(answer) if client is CLIENT else answer) == "Hi"


def test_completion_offers_no_internals() -> None:
    """What tab completion offers of a client and its resources are the documented names."""
    views = {"with_raw_response", "with_streaming_response"}
    verbs = {"get", "post", "put", "patch", "delete"}
    settings = {"api_key", "base_url", "bulk", "close", "copy", "with_options"}
    names = {
        "chat": {"completions"},
        "models": {"list", "recommend", "retrieve"} | views,
        "embeddings": {"create"} | views,
        "messages": {"create", "parse", "run_tools", "stream"} | views,
        "responses": {"create", "parse", "run_tools", "stream"} | views,
        "rerank": {"create"} | views,
        "audio": {"speech", "transcriptions", "translations"},
        "images": {"edit", "generate"} | views,
        "videos": {"characters", "create", "download_content", "remix", "retrieve", "wait"} | views,
        "video": {"create", "query", "wait"} | views,
        "billing": {"credits"} | views,
    }
    for client in (Apertis(api_key="key"), CLIENT):
        assert offered(client) == verbs | settings | views | names.keys()
        for name, expected in names.items():
            assert offered(getattr(client, name)) == expected
        assert offered(client.with_raw_response) == verbs
        run = client.chat.completions.run_tools(
            model="m", messages=[{"role": "user", "content": "Hi"}], tools=[get_time]
        )
        assert offered(run) == {"close", "get_final_completion", "messages"}


def offered(each: object) -> set[str]:
    return {name for name in dir(each) if not name.startswith("_")}


PROTOCOLS = {
    *("__init__", "__call__", "__enter__", "__exit__", "__iter__", "__next__", "__getitem__"),
    *("__aenter__", "__aexit__", "__aiter__", "__anext__", "__await__", "__len__", "__contains__"),
}


def public_objects() -> dict[str, Any]:
    """Return each public class and function, and the methods and properties of classes."""
    found: dict[str, Any] = {}
    names = [each.name for each in pkgutil.iter_modules(resources.__path__, "apertis.resources.")]
    names += ["apertis.resources", "apertis.ray"]
    for module in (apertis, *map(importlib.import_module, names)):
        for name in module.__all__:
            public = getattr(module, name)
            if inspect.isclass(public):
                found[name] = public
                found |= members(public)
            elif inspect.isfunction(public):
                found[name] = public
    return found


def members(public: type) -> Iterator[tuple[str, Any]]:
    """Yield the methods and properties of a class, with those of its bases here."""
    for base in public.__mro__:
        if base.__module__.startswith("apertis"):
            for name, member in vars(base).items():
                function: Any = member
                for attribute in ("fget", "func", "__func__"):  # of properties and class methods
                    function = getattr(member, attribute, None) or function
                is_public = not name.startswith("_") or name in PROTOCOLS
                if is_public and (inspect.isfunction(function) or hasattr(function, "__wrapped__")):
                    yield f"{base.__qualname__}.{name}", function


def test_type_hints_can_be_read() -> None:
    """`typing.get_type_hints` finds every type in the annotations of what is public."""
    failed: dict[str, Exception] = {}
    for name, public in public_objects().items():
        try:
            typing.get_type_hints(public)
        except Exception as error:  # noqa: BLE001  whatever it is
            failed[name] = error

    assert not failed


def test_type_hints_of_a_method() -> None:
    """The hints of a method are those of the parameters that its signature shows."""
    for client in (Apertis(api_key="key"), CLIENT):
        hints = typing.get_type_hints(client.chat.completions.create)

        assert hints["model"] is str
        assert ChatCompletion in typing.get_args(hints["return"]) or client is CLIENT
        assert set(hints) - {"return"} == set(
            inspect.signature(client.chat.completions.create).parameters
        )
    assert typing.get_type_hints(client.with_options)["base_url"] == str | None


def test_the_name_that_is_gone() -> None:
    """`AiohttpClient` says what to use in its place."""
    with pytest.raises(ImportError, match="AsyncApertis without an http_client"):
        from apertis import AiohttpClient  # noqa: F401
    assert "AiohttpClient" not in dir(apertis)
