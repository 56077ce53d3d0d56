"""What is sent."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from apertis import ConfigurationError, __version__
from tests.drivers import AT_ONCE, KEY, NOTHING_IS_SENT, AsyncDriver, Driver, SyncDriver
from tests.server import DONE, Server, chunk, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

STOP = chunk("stop")

MODELS = {"object": "list", "data": []}


def test_body_is_compact_json_of_what_was_given(driver: Driver, server: Server) -> None:
    """The body holds the arguments in their order and nothing else, its text not escaped."""
    server.answer(json_reply(completion()))
    message = {"role": "user", "content": 'Grüße "日本" \u2028 \U0001f600'}
    driver.create(
        driver.client(), messages=[message], temperature=0.5, max_tokens=None, stop=["\n"]
    )
    body = (
        '{"model":"gpt-4.1-mini",'
        '"messages":[{"role":"user","content":"Grüße \\"日本\\" \u2028 \U0001f600"}],'
        '"temperature":0.5,"stop":["\\n"]}'
    )

    assert server.requests[0].body == body.encode()


@pytest.mark.parametrize("stream", [None, False], ids=["none", "false"])
def test_no_stream_is_not_sent(driver: Driver, server: Server, *, stream: bool | None) -> None:
    """Where no stream is wanted, the body does not speak of one."""
    server.answer(json_reply(completion()))
    driver.create(driver.client(), stream=stream)

    assert list(server.requests[0].json) == ["model", "messages"]


def test_stream_is_asked_for(driver: Driver, server: Server) -> None:
    """`stream=True` is sent in the body, and an event stream is accepted."""
    server.answer(event_stream(STOP, DONE))
    driver.all(driver.create(driver.client(), stream=True, stream_options={"include_usage": True}))
    (request,) = server.requests

    assert request.json["stream"] is True
    assert request.json["stream_options"] == {"include_usage": True}
    assert request.all("Accept") == ["text/event-stream"]


def test_headers_of_a_call(driver: Driver, server: Server) -> None:
    """A call has these headers, each of them once."""
    server.answer(json_reply(completion()))
    driver.create(driver.client())
    (request,) = server.requests
    headers = {name.lower(): value for name, value in request.headers}

    assert len(headers) == len(request.headers)
    assert uuid.UUID(headers.pop("idempotency-key")).version == 4
    assert headers.pop("user-agent").startswith(f"apertis-python/{__version__}")
    assert headers.pop("accept-encoding") == "gzip, deflate"
    assert headers == {
        "host": server.url.removeprefix("http://").removesuffix("/v1"),
        "connection": "keep-alive",
        "accept": "application/json",
        "authorization": f"Bearer {KEY}",
        "content-type": "application/json",
        "content-length": str(len(request.body)),
        "x-retry-count": "0",
    }


@pytest.mark.parametrize("where", ["default_headers", "extra_headers"])
def test_type_of_a_form(driver: Driver, server: Server, where: str) -> None:
    """A type that every call is given leaves a form its own; that of the call itself wins."""
    server.answer(json_reply({"text": "Hi"}))
    settings: Any = {where: {"content-type": "application/json"}}
    of_call = settings if where == "extra_headers" else {}
    client = driver.client(**({} if of_call else settings))
    driver.wait(client.audio.transcriptions.create(model="m", file=b"RIFF", **of_call))

    (kind,) = server.requests[0].all("content-type")
    assert kind.startswith("application/json" if of_call else "multipart/form-data; boundary=")


def test_call_without_a_body(driver: Driver, server: Server) -> None:
    """A call that has no body says nothing about one."""
    server.answer(json_reply(MODELS))
    driver.wait(driver.client().models.list())
    (request,) = server.requests

    assert (request.method, request.path, request.body) == ("GET", "/v1/models", b"")
    assert not request.all("content-type")
    assert not request.all("idempotency-key")
    assert request.all("authorization") == [f"Bearer {KEY}"]


def test_each_call_has_its_own_idempotency_key(driver: Driver, server: Server) -> None:
    """Two calls are two things to the server, however alike they are."""
    server.answer(json_reply(completion()), json_reply(completion()))
    client = driver.client()
    driver.create(client)
    driver.create(client)
    first, second = server.requests

    assert first.body == second.body
    assert first.all("idempotency-key") != second.all("idempotency-key")


def test_answer_goes_back_into_the_conversation(driver: Driver, server: Server) -> None:
    """A message of an answer is sent back as it came, without what was absent or null."""
    message = {
        "role": "assistant",
        "content": None,
        "refusal": None,
        "tool_calls": [
            {"id": "call_1", "type": "function", "function": {"name": "now", "arguments": "{}"}}
        ],
        "reasoning_details": [{"type": "thought", "text": "Look at the clock.", "extra": [1]}],
        "annotations": [],
    }
    answer = completion(choices=[{"index": 0, "message": message, "finish_reason": "tool_calls"}])
    server.answer(json_reply(answer), json_reply(completion("Noon.")))
    client = driver.client()
    asked = {"role": "user", "content": "What time is it?"}
    told = {"role": "tool", "tool_call_id": "call_1", "content": "12:00"}
    first = driver.create(client, messages=[asked])
    driver.create(client, messages=[asked, first.choices[0].message, told])

    assert server.requests[1].json["messages"] == [
        asked,
        {name: value for name, value in message.items() if value is not None},
        told,
    ]


def test_headers_of_the_call_win(driver: Driver, server: Server) -> None:
    """Headers are compared without case: call over client over built-in, and None is not sent."""
    server.answer(json_reply(completion()))
    client = driver.client(
        default_headers={
            "ACCEPT": "text/json",
            "X-Team": "red",
            "x-shift": "night",
            "Idempotency-Key": None,
        }
    )
    driver.create(
        client,
        extra_headers={"x-team": "blue", "X-SHIFT": None, "Authorization": "Basic abc"},
    )
    (request,) = server.requests

    assert request.all("accept") == ["text/json"]
    assert request.all("x-team") == ["blue"]
    assert request.all("authorization") == ["Basic abc"]
    assert not request.all("x-shift")
    assert not request.all("idempotency-key")


@pytest.mark.parametrize(
    "name", ["User-Agent", "Accept", "Accept-Encoding", "Authorization", "X-Retry-Count"]
)
def test_built_in_header_can_be_left_out(driver: Driver, server: Server, name: str) -> None:
    """A header set to None is not sent, ours and those of httpx included."""
    server.answer(json_reply(completion()))
    driver.create(driver.client(), extra_headers={name.upper(): None})

    assert not server.requests[0].all(name)


@pytest.mark.parametrize("where", ["default_headers", "extra_headers"])
def test_user_agent_can_be_replaced(driver: Driver, server: Server, where: str) -> None:
    """A `User-Agent` of the caller's takes the place of ours."""
    given = {where: {"user-agent": "Mozilla/5.0"}}
    server.answer(json_reply(MODELS))
    client = driver.client(**given) if where == "default_headers" else driver.client()
    driver.wait(client.models.list(**(given if where == "extra_headers" else {})))

    assert server.requests[0].all("user-agent") == ["Mozilla/5.0"]


def test_query(driver: Driver, server: Server) -> None:
    """The call's parameters are added to the client's and win; a list repeats its name."""
    server.answer(json_reply(MODELS))
    client = driver.client(default_query={"team": "red", "page": 1})
    driver.wait(client.models.list(extra_query={"page": 2, "tag": ["a b", "c&d"]}))

    assert server.requests[0].path == "/v1/models?team=red&page=2&tag=a+b&tag=c%26d"


@pytest.mark.parametrize(
    ("model", "path"),
    [
        ("gpt-4.1-mini", "gpt-4.1-mini"),
        ("BAAI/bge-m3:free", "BAAI%2Fbge-m3%3Afree"),
        ("what?#is it", "what%3F%23is%20it"),
        ("100%25", "100%2525"),
        ("größe", "gr%C3%B6%C3%9Fe"),
        ("../chat", "..%2Fchat"),
        ("{model}", "%7Bmodel%7D"),
        ("a\nb", "a%0Ab"),
    ],
    ids=["plain", "slash and colon", "reserved", "percent", "umlaut", "dots", "braces", "lines"],
)
def test_model_id_in_the_path(driver: Driver, server: Server, model: str, path: str) -> None:
    """The id of a model is one segment of the path, whatever characters it has."""
    server.answer(json_reply({"id": model}))

    assert driver.wait(driver.client().models.retrieve(model)).id == model
    assert server.requests[0].path == f"/v1/models/{path}"


@NOTHING_IS_SENT
@pytest.mark.parametrize("model", ["", " ", "\n\t", ".", "..", "\ud800"], ids=ascii)
def test_model_id_that_is_no_segment(driver: Driver, server: Server, model: str) -> None:
    """An id that would make another path of it is refused before anything is sent."""
    client = driver.client()
    with pytest.raises(ValueError, match=r"^model must "):
        driver.wait(client.models.retrieve(model))

    assert not server.requests


@pytest.mark.parametrize(
    ("suffix", "prefix"),
    [("/v1/chat/completions/", "/v1"), ("/gateway/v1", "/gateway/v1"), ("", "")],
    ids=["endpoint", "deeper", "root"],
)
def test_base_url(driver: Driver, server: Server, suffix: str, prefix: str) -> None:
    """The path of the base URL comes before that of the operation."""
    server.answer(json_reply(completion()))
    driver.create(driver.client(base_url=server.url.removesuffix("/v1") + suffix))

    assert server.requests[0].path == f"{prefix}/chat/completions"


def test_settings_from_the_environment(
    driver: Driver, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Key and base URL come from the environment where no argument gives them."""
    monkeypatch.setenv("APERTIS_BASE_URL", f"{server.url}/first")
    monkeypatch.setenv("APERTIS_API_KEY", f" {KEY}\n")
    server.answer(json_reply(MODELS), json_reply(MODELS))
    driver.wait(driver.client(api_key=None, base_url=None).models.list())
    driver.wait(driver.client(api_key="other", base_url=server.url).models.list())
    first, second = server.requests

    assert first.path == "/v1/first/models"
    assert first.all("authorization") == [f"Bearer {KEY}"]
    assert second.path == "/v1/models"
    assert second.all("authorization") == ["Bearer other"]


def test_key_function_is_asked_on_every_attempt(driver: Driver, server: Server) -> None:
    """A function gives the key of each attempt, so that it may change in between."""
    keys = iter(["one", " two\n", "three"])
    server.answer(json_reply({}, status=500), json_reply(completion()), json_reply(completion()))
    client = driver.client(api_key=lambda: next(keys), max_retries=AT_ONCE)
    driver.create(client)
    driver.create(client)

    assert [request.all("authorization") for request in server.requests] == [
        ["Bearer one"],
        ["Bearer two"],
        ["Bearer three"],
    ]


def test_key_function_may_be_asynchronous(server: Server) -> None:
    """An `AsyncApertis` awaits a key that takes its time."""

    async def key() -> str:
        return "awaited"

    server.answer(json_reply(completion()))
    with AsyncDriver(server.url) as driver:
        driver.create(driver.client(api_key=key))

    assert server.requests[0].all("authorization") == ["Bearer awaited"]


def test_asynchronous_key_function_in_the_synchronous_client(server: Server) -> None:
    """An `Apertis` cannot await a key, and says so."""

    async def key() -> str:
        return "awaited"

    with SyncDriver(server.url) as driver:
        client = driver.client(api_key=key)
        with pytest.raises(TypeError, match="AsyncApertis"):
            driver.create(client)

    assert not server.requests


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("", ConfigurationError),
        ("a\nb", ConfigurationError),
        ("ключ", ConfigurationError),
        (None, TypeError),
    ],
    ids=["empty", "two lines", "beyond ASCII", "none"],
)
def test_key_function_that_gives_no_key(
    driver: Driver, server: Server, key: Any, error: type[Exception]
) -> None:
    """What a function gives is checked like a key that is given at once."""
    client = driver.client(api_key=lambda: key, max_retries=AT_ONCE)
    with pytest.raises(error, match=r"(?i)api.key"):
        driver.create(client)

    assert not server.requests


@NOTHING_IS_SENT
def test_failure_of_a_key_function(driver: Driver, server: Server) -> None:
    """What a key function raises reaches the caller as it is."""

    def key() -> str:
        raise LookupError("no such secret")

    client = driver.client(api_key=key, max_retries=AT_ONCE)
    with pytest.raises(LookupError, match="no such secret"):
        driver.create(client)

    assert not server.requests
