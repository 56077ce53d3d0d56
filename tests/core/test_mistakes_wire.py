"""Mistakes of new users: each gets one sentence with the name that was typed, before a request."""

from __future__ import annotations

import datetime as dt
import enum
import gc
import socket
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import apertis
from apertis_client.models import ChatCompletionMessage
from tests.drivers import NOTHING_IS_SENT, Driver
from tests.server import (
    CLOSE,
    DONE,
    Server,
    chunk,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)

MESSAGES: list[Any] = [{"role": "user", "content": "Hi"}]


class Answer:
    """A type that somebody wants an answer in."""


def double(number: int) -> int:
    """Return twice a number."""
    return 2 * number


def completions(client: Any) -> Any:
    return client.chat.completions


def conversation(client: Any) -> Any:
    name = "AsyncConversation" if isinstance(client, apertis.AsyncApertis) else "Conversation"
    return getattr(apertis, name)


def content(value: object) -> list[Any]:
    """Return four messages, the last of which has `value` as its content."""
    return [*MESSAGES * 3, {"role": "user", "content": value}]


def ring() -> list[Any]:
    """Return a list that holds a dict that holds the list, and then a set."""
    items: list[Any] = []
    items += [{"items": items}, {1}]
    return items


CALLS: dict[str, tuple[Callable[[Any], Any], type[Exception], str]] = {
    "positional create": (
        lambda client: completions(client).create("m", MESSAGES),
        TypeError,
        r"^chat\.completions\.create takes .*, not 2; write .*\(model=\.\.\., messages=\.\.\.\)$",
    ),
    "positional raw": (
        lambda client: completions(client).with_raw_response.create("m", MESSAGES),
        TypeError,
        r"^chat\.completions\.create takes no arguments by position, not 2;",
    ),
    "positional parse": (
        lambda client: completions(client).parse("m", MESSAGES),
        TypeError,
        r"^chat\.completions\.parse takes no .* write chat\.completions\.parse\(model=",
    ),
    "positional stream": (
        lambda client: completions(client).stream("m", MESSAGES),
        TypeError,
        r"^chat\.completions\.stream takes no .* write chat\.completions\.stream\(model=",
    ),
    "positional run_tools": (
        lambda client: completions(client).run_tools("m", tools=[double]),
        TypeError,
        r"^chat\.completions\.run_tools takes no .* by position, not 1;",
    ),
    "positional list": (
        lambda client: client.models.list("gpt"),
        TypeError,
        r"^models\.list takes no arguments by position, not 1$",
    ),
    "parse without a model": (
        lambda client: completions(client).parse(messages=MESSAGES),
        TypeError,
        r"^chat\.completions\.parse needs the argument 'model'$",
    ),
    "stream without messages": (
        lambda client: completions(client).stream(model="m"),
        TypeError,
        r"^chat\.completions\.stream needs the argument 'messages'$",
    ),
    "run_tools without both": (
        lambda client: completions(client).run_tools(tools=[double]),
        TypeError,
        r"^chat\.completions\.run_tools needs the arguments 'model' and 'messages'$",
    ),
    "run_tools without tools": (
        lambda client: completions(client).run_tools(model="m", messages=MESSAGES),
        TypeError,
        r"^chat\.completions\.run_tools needs the argument 'tools'$",
    ),
    "run_tools with a stream of text": (
        lambda client: completions(client).run_tools(
            model="m", messages=MESSAGES, tools=[double], stream="yes"
        ),
        TypeError,
        "^stream must be True or False, not str$",
    ),
    "create_with_image without an image": (
        lambda client: completions(client).create_with_image("m", "Hi"),
        TypeError,
        r"^chat\.completions\.create_with_image needs the argument 'image'$",
    ),
    "conversation without a client": (
        lambda client: conversation(client)(model="m"),
        TypeError,
        "^(Async)?Conversation needs the argument 'client'$",
    ),
    "options by position": (
        lambda client: client.with_options(5),
        TypeError,
        r"^with_options takes no arguments by position, not 1; write api_key=",
    ),
    "retrieve of a number": (
        lambda client: client.models.retrieve(5),
        TypeError,
        "^model must be text, not int$",
    ),
    "recommendation for a number": (
        lambda client: client.models.recommend(task=5),
        TypeError,
        "^task must be text, not int$",
    ),
    "parse with a wrong name": (
        lambda client: completions(client).parse(modle="m"),
        TypeError,
        r"^chat\.completions\.parse takes no argument 'modle'; did you mean 'model'\?",
    ),
    "setting in a call": (
        lambda client: completions(client).create(model="m", messages=MESSAGES, api_key="k"),
        TypeError,
        r"^chat\.completions\.create takes .* 'api_key'; write client\.with_options\(api_key=",
    ),
    "text as a type": (
        lambda client: completions(client).parse(model="m", messages=MESSAGES, response_format="P"),
        TypeError,
        r"^response_format must be a type \(a pydantic model, .*\), not text$",
    ),
    "function as a type": (
        lambda client: completions(client).parse(
            model="m", messages=MESSAGES, response_format=double
        ),
        TypeError,
        r"^response_format must be a type \(.*\), not the function double$",
    ),
    "conversation with a misspelt argument": (
        lambda client: conversation(client)(client, model="m", sytem="Hi"),
        TypeError,
        r"^(Async)?Conversation takes no argument 'sytem'; did you mean 'system'\?",
    ),
    "bulk with a model": (
        lambda client: client.bulk([], model="m"),
        TypeError,
        r"^a bulk run has no setting 'model'; write defaults=\{'model': \.\.\.\}$",
    ),
    "conversation without a model": (
        lambda client: conversation(client)(client),
        TypeError,
        r"^(Async)?Conversation needs the argument 'model'$",
    ),
    "conversation with a model by position": (
        lambda client: conversation(client)(client, "m"),
        TypeError,
        r"^(Async)?Conversation takes 1 argument by position, not 2; write model=\.\.\.$",
    ),
    "conversation with a model as its client": (
        lambda client: conversation(client)("m", model="m"),
        TypeError,
        r"^client must be an Apertis or AsyncApertis, not str$",
    ),
    "conversation with a model that is none": (
        lambda client: conversation(client)(client, model=5),
        TypeError,
        "^model must be text, not int$",
    ),
    "client with a key by position": (
        lambda client: type(client)("key"),
        TypeError,
        r"^(Async)?Apertis takes no arguments by position, not 1; write api_key=\.\.\.$",
    ),
    "misspelt setting": (
        lambda client: client.with_options(timeot=1),
        TypeError,
        r"^a client has no setting 'timeot'; did you mean 'timeout'\?$",
    ),
    "parse of a stream": (
        lambda client: completions(client).parse(model="m", messages=MESSAGES, stream=True),
        TypeError,
        r"^chat\.completions\.parse takes no argument 'stream'; chat\.completions\.stream gives",
    ),
    "class as the text of responses": (
        lambda client: client.responses.create(model="m", input="Hi", text={"format": Answer}),
        TypeError,
        r"^text\.format cannot .*: it is type Answer; use responses\.parse\(",
    ),
    "bulk of nothing": (
        lambda client: client.bulk(),
        TypeError,
        "^bulk needs the argument 'requests'$",
    ),
    "bulk with an output by position": (
        lambda client: client.bulk([], "output.jsonl"),
        TypeError,
        r"^bulk takes 1 argument by position, not 2; write output=\.\.\.$",
    ),
    "misspelt argument of run_tools": (
        lambda client: completions(client).run_tools(
            model="m", messages=MESSAGES, tools=[double], max_turn=1
        ),
        TypeError,
        r"^chat\.completions\.run_tools takes .* 'max_turn'; did you mean 'max_turns'\?",
    ),
    "format of parse by another name": (
        lambda client: client.responses.parse(model="m", input="Hi", text_format=Answer),
        TypeError,
        r"^responses\.parse takes .* 'text_format'; did you mean 'response_format'\?",
    ),
    "stream that is asked for twice": (
        lambda client: completions(client).stream(model="m", messages=MESSAGES, stream=True),
        TypeError,
        r"^chat\.completions\.stream takes no argument 'stream'; leave it out$",
    ),
}

ARGUMENTS: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "function as a tool": (
        {"tools": [double]},
        TypeError,
        r"^tools\[0\] cannot .*: it is function double; use run_tools, or tool\(f\)\.definition",
    ),
    "class as a format": (
        {"response_format": Answer},
        TypeError,
        r"^response_format cannot .*: it is type Answer; use parse",
    ),
    "list as a format": (
        {"response_format": list[int]},
        TypeError,
        r"^response_format cannot .*: it is list\[int\]; use parse, which takes types$",
    ),
    "union as a format": (
        {"response_format": int | None},
        TypeError,
        r"^response_format cannot .*: it is int \| None; use parse, which takes types$",
    ),
    "set": (
        {"messages": content({1})},
        TypeError,
        r"^messages\[3\]\.content cannot be written as JSON: it is set;",
    ),
    "datetime": (
        {"metadata": {"at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}},
        TypeError,
        r"^metadata\.at cannot be written as JSON: it is datetime;",
    ),
    "bytes": (
        {"messages": content([{"type": "text", "text": b"Hi"}])},
        TypeError,
        r"^messages\[3\]\.content\[0\]\.text must be text, not bytes$",
    ),
    "NaN": (
        {"logit_bias": {"50256": float("nan")}},
        ValueError,
        r"^logit_bias\.50256 must be a finite number, not nan: JSON has no other$",
    ),
    "set in extra_body": (
        {"extra_body": {"deep": [{"er": {1}}]}},
        TypeError,
        r"^extra_body\.deep\[0\]\.er cannot be written as JSON: it is set;",
    ),
    "model of 5": ({"model": 5}, TypeError, "^model must be text, not int$"),
    "stream of text": ({"stream": "yes"}, TypeError, "^stream must be True or False, not str$"),
    "model of no text": ({"model": ""}, ValueError, "^model must not be empty$"),
    "temperature of text": (
        {"temperature": "1"},
        TypeError,
        "^temperature must be a number, not str$",
    ),
    "temperature of a boolean": (
        {"temperature": True},
        TypeError,
        "^temperature must be a number, not bool$",
    ),
    "half a choice": ({"n": 1.5}, TypeError, "^n must be a whole number, not float$"),
    "format of text": (
        {"response_format": "json_object"},
        TypeError,
        "^response_format must be a dict, not str$",
    ),
    "message of text": (
        {"messages": [*MESSAGES, "Hi"]},
        TypeError,
        r"^messages\[1\] must be a dict, not str$",
    ),
    "no message": (
        {"messages": [*MESSAGES, None]},
        TypeError,
        r"^messages\[1\] must be a dict, not NoneType$",
    ),
    "content of 5": (
        {"messages": content(5)},
        TypeError,
        r"^messages\[3\]\.content must be text or a list, not int$",
    ),
    "part of text": (
        {"messages": content(["Hi"])},
        TypeError,
        r"^messages\[3\]\.content\[0\] must be a dict, not str$",
    ),
    "role of 5": (
        {"messages": [*MESSAGES, {"role": 5, "content": "Hi"}]},
        TypeError,
        r"^messages\[1\]\.role must be text, not int$",
    ),
    "number among texts": ({"stop": ["a", 5]}, TypeError, r"^stop\[1\] must be text, not int$"),
    "number in a map of texts": (
        {"metadata": {"a": "b", "c": 5}},
        TypeError,
        r"^metadata\.c must be text, not int$",
    ),
    "content of 5 beside a model": (
        {"messages": [*content(5), ChatCompletionMessage.from_dict({})]},
        TypeError,
        r"^messages\[3\]\.content must be ",
    ),
    "key of a member": (
        {"metadata": {(1, 2): "a"}},
        TypeError,
        r"^metadata\[\(1, 2\)\] cannot be written as JSON: it is tuple;",
    ),
    "set in a ring": (
        {"extra_body": {"ring": ring()}},
        TypeError,
        r"^extra_body\.ring\[1\] cannot be written as JSON: it is set;",
    ),
}


OF_OTHER_APIS: dict[str, tuple[str, dict[str, Any], str]] = {
    "function for messages": (
        "messages",
        {"tools": [double]},
        r"^tools\[0\] .*function double; use messages\.run_tools, .* with name and input_schema$",
    ),
    "function for responses": (
        "responses",
        {"tools": [double]},
        r"^tools\[0\] .*function double; use responses\.run_tools, .*, or a dict with type, name",
    ),
    "class as the format of messages": (
        "messages",
        {"response_format": Answer},
        r"^response_format cannot .*Answer; use messages\.parse, which takes types$",
    ),
    "class as the format of output": (
        "messages",
        {"output_format": Answer},
        r"'output_format'; messages\.parse\(response_format=\.\.\.\) takes types\.$",
    ),
    "class as the format of a response": (
        "responses",
        {"text_format": Answer},
        r"'text_format'; responses\.parse\(response_format=\.\.\.\) takes types\.$",
    ),
    "class as text": (
        "responses",
        {"text": Answer},
        r"^text cannot .*Answer; use responses\.parse\(response_format=.*\), which takes types$",
    ),
}
NEEDED: dict[str, dict[str, Any]] = {
    "messages": {"model": "m", "max_tokens": 1, "messages": MESSAGES},
    "responses": {"model": "m", "input": "Hi"},
}


@NOTHING_IS_SENT
@pytest.mark.parametrize("case", OF_OTHER_APIS)
def test_wrong_arguments_of_other_apis(driver: Driver, server: Server, case: str) -> None:
    """Functions and types that `create` cannot send lead to what takes them there."""
    name, arguments, message = OF_OTHER_APIS[case]
    resource: Any = getattr(driver.client(), name)
    with pytest.raises(TypeError, match=message):
        driver.wait(resource.create(**NEEDED[name], **arguments))

    assert not server.requests


class Task(enum.Enum):
    """Values of a program of its own."""

    CODING = "coding"


OUTSIDE_THE_BODY: dict[str, tuple[Callable[[Any], Any], str]] = {
    "set in the query": (lambda client: client.models.recommend(task={"coding"}), "task .* set"),
    "datetime in the query": (
        lambda client: client.models.recommend(task=dt.datetime.now(dt.UTC)),
        "task .* datetime",
    ),
    "class in the query": (lambda client: client.video.query(id=Answer), "id .* type"),
    "function in the path": (lambda client: client.models.retrieve(double), "model .* function"),
    "object in the path": (lambda client: client.videos.retrieve(object()), "video_id .* object"),
}


@NOTHING_IS_SENT
@pytest.mark.parametrize("case", OUTSIDE_THE_BODY)
def test_what_is_no_parameter(driver: Driver, server: Server, case: str) -> None:
    """What has no text is not sent in a path or a query as Python shows it."""
    call, named = OUTSIDE_THE_BODY[case]
    name, kind = named.split(" .* ")
    with pytest.raises(
        TypeError, match=f"^{name} cannot be sent as a parameter: it is {kind}; use text, a number"
    ):
        driver.wait(call(driver.client()))

    assert not server.requests


@pytest.mark.parametrize("value", [Task.CODING, "coding"])
def test_enum_outside_the_body(driver: Driver, server: Server, value: Any) -> None:
    """A member of an enum is sent as its value, as in a body."""
    server.answer(*[json_reply({"model": "m", "id": "m"})] * 2)
    client = driver.client()
    driver.wait(client.models.recommend(task=value))
    driver.wait(client.models.retrieve(value))

    assert [each.path for each in server.requests] == [
        "/v1/recommend?task=coding",
        "/v1/models/coding",
    ]


ITEMS: dict[str, tuple[str, dict[str, Any], type[Exception], str]] = {
    "item of text": (
        "responses",
        {"input": [*MESSAGES, "Hi"]},
        TypeError,
        r"^input\[1\] must be a dict, not str$",
    ),
    "content of 5": (
        "responses",
        {"input": [{"role": "user", "content": 5}]},
        TypeError,
        r"^input\[0\]\.content must be text or a list, not int$",
    ),
    "part of 5": (
        "responses",
        {"input": [{"type": "message", "role": "user", "content": [5]}]},
        TypeError,
        r"^input\[0\]\.content\[0\] must be a dict, not int$",
    ),
    "block of text": (
        "messages",
        {"messages": content(["Hi"])},
        TypeError,
        r"^messages\[3\]\.content\[0\] must be a dict, not str$",
    ),
    "role of a message": (
        "messages",
        {"messages": [{"role": 5, "content": "Hi"}]},
        TypeError,
        r"^messages\[0\]\.role must be text, not int$",
    ),
    "name of another API": (
        "responses",
        {"messages": MESSAGES},
        TypeError,
        r"^responses\.create takes no argument 'messages'; did you mean 'input'\?",
    ),
    "misspelt option": (
        "embeddings",
        {"timeot": 1},
        TypeError,
        r"^embeddings\.create takes no argument 'timeot'; did you mean 'timeout'\?",
    ),
    "no text": (
        "embeddings",
        {"input": ["Hi", None]},
        TypeError,
        r"^input\[1\] must be text or a whole number or a list, not NoneType$",
    ),
    "model of no text": ("embeddings", {"model": ""}, ValueError, r"^model must not be empty$"),
    "no model": (
        "messages",
        {"model": None, "max_tokens": None},
        TypeError,
        r"^messages\.create needs the arguments 'model' and 'max_tokens'$",
    ),
}
NEEDED["embeddings"] = {"model": "m", "input": "Hi"}


@NOTHING_IS_SENT
@pytest.mark.parametrize("case", ITEMS)
def test_wrong_items_of_other_apis(driver: Driver, server: Server, case: str) -> None:
    """What is in lists is checked too, as far as the spec is certain."""
    name, arguments, error, message = ITEMS[case]
    resource: Any = getattr(driver.client(), name)
    with pytest.raises(error, match=message):
        driver.wait(resource.create(**{**NEEDED[name], **arguments}))

    assert not server.requests


@pytest.mark.parametrize(
    "item",
    [
        {"type": "hologram", "role": 5, "content": 5},
        {"type": "function_call", "call_id": "1", "name": "f", "arguments": "{}"},
        {"type": "reasoning", "id": "1", "summary": [], "content": None},
    ],
    ids=lambda item: str(item["type"]),
)
def test_items_that_may_be_right(driver: Driver, server: Server, item: Any) -> None:
    """An item of a type that the spec does not know is for the server to judge."""
    answer: Any = {"id": "r", "object": "response", "status": "completed", "output": []}
    server.answer(json_reply(answer))
    driver.wait(driver.client().responses.create(model="m", input=[*MESSAGES, item]))

    assert server.requests[0].json["input"] == [*MESSAGES, item]


JUDGED_BY_THE_SERVER: dict[str, dict[str, Any]] = {
    "unknown role": {"messages": [{"role": "wizard", "content": "Hi"}]},
    "value beyond its range": {"temperature": 3, "n": 1000},
    "whole number as a float": {"n": 1.0, "seed": 2.0},
    "tuples": {"messages": tuple(MESSAGES), "stop": ("a", "b")},
    "no content": {"messages": [{"role": "assistant", "content": None}, *MESSAGES]},
    "no member for content": {"messages": [{"role": "assistant"}, *MESSAGES]},
    "member that is unknown": {"extra_body": {"model": ""}},
}


@NOTHING_IS_SENT
@pytest.mark.parametrize("case", CALLS)
def test_wrong_calls(driver: Driver, server: Server, case: str) -> None:
    """A call that cannot be meant says what to write, in the name of the method."""
    call, error, message = CALLS[case]
    client = driver.client()
    with pytest.raises(error, match=message):
        driver.wait(call(client))

    assert not server.requests


@NOTHING_IS_SENT
@pytest.mark.parametrize("case", ARGUMENTS)
def test_wrong_arguments(driver: Driver, server: Server, case: str) -> None:
    """An argument that cannot be sent is named by the path to what is wrong with it."""
    arguments, error, message = ARGUMENTS[case]
    with pytest.raises(error, match=message):
        driver.create(driver.client(), **arguments)

    assert not server.requests


@pytest.mark.parametrize("case", JUDGED_BY_THE_SERVER)
def test_what_is_for_the_server_to_judge(driver: Driver, server: Server, case: str) -> None:
    """What may be right is sent."""
    breaks_the_spec = case in ("value beyond its range", "unknown role", "member that is unknown")
    server.answer(json_reply(completion()), wrong=breaks_the_spec)
    driver.create(driver.client(), **JUDGED_BY_THE_SERVER[case])

    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"404 page not found", "text/plain"),
        (b'{"detail": "Not Found"}', "json"),
        (b'{"error": {"message": "Invalid URL (POST /v2/chat/completions)"}}', "json"),
        (b'{"error": {"message": "File Not Found", "type": "not_found_error"}}', "json"),
    ],
)
def test_wrong_base_url(driver: Driver, server: Server, body: bytes, kind: str) -> None:
    """Where nothing is found, the error has the URL, but nothing that may be secret."""
    server.answer(reply(body, status=404, headers={"Content-Type": f"application/{kind}"}))
    client = driver.client(base_url=f"{server.url}/v2", default_query={"key": "a secret"})
    with pytest.raises(
        apertis.NotFoundError, match=r"nothing at http://.*/v2/chat/completions; check base_url"
    ) as caught:
        driver.create(client)

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "message", ["no such model", "model not found", "No endpoints found for some/model."]
)
def test_model_that_is_not_found(driver: Driver, server: Server, message: str) -> None:
    """An error of the API itself stays as it is."""
    server.answer(json_reply({"error": {"message": message}}, status=404))
    with pytest.raises(apertis.NotFoundError) as caught:
        driver.create(driver.client())

    assert caught.value.message == message


def test_port_that_speaks_no_tls(driver: Driver) -> None:
    """TLS with a port that does not speak it fails at once, without a retry, and says so."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        accepted: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    accepted.append(listener.accept()[0])
                except OSError:
                    return
                accepted[-1].recv(1)
                accepted[-1].sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listener.getsockname()[1]
        client = driver.client(base_url=f"https://127.0.0.1:{port}/v1", max_retries=2)
        with pytest.raises(
            apertis.APIConnectionError,
            match=rf"could not connect to https://127\.0\.0\.1:{port}/v1/.*; it may not speak TLS",
        ):
            driver.create(client)
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(20)

    for each in accepted:
        each.close()
    assert len(accepted) == 1


def test_port_that_closes_instead_of_tls(driver: Driver) -> None:
    """A port that closes the connection when TLS begins may be one without it; it says so."""
    with Server() as other:
        other.greeting = [CLOSE]
        url = other.url.replace("http:", "https:")
        with pytest.raises(apertis.APIConnectionError, match="may not speak TLS") as caught:
            driver.create(driver.client(base_url=url))

    assert caught.value.repeatable
    assert "timed out" not in caught.value.message


@pytest.mark.not_over_httpx(reason="httpx does not say which part of connecting it waited for")
def test_port_that_does_not_answer_tls(driver: Driver) -> None:
    """TLS with a port that is silent ends with the time-out of connecting, which says so."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/v1"
        client = driver.client(base_url=url, timeout=httpx.Timeout(60, connect=0.2))
        with pytest.raises(apertis.APITimeoutError) as caught:
            driver.create(client)

    assert caught.value.message == (
        f"timed out after 0.2 seconds: could not connect to {url}/chat/completions: the server"
        " does not answer the TLS handshake; it may not speak TLS: is http:// meant?"
    )
    assert caught.value.phase == "connect"


def test_server_that_is_down(driver: Driver) -> None:
    """The error names the URL, without what may be secret, and what failed."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    client = driver.client(base_url=url, default_query={"key": "a secret"})
    with pytest.raises(apertis.APIConnectionError) as caught:
        driver.create(client)

    said = caught.value.message.lower()
    assert said.startswith(f"could not connect to {url}/chat/completions: ")
    assert "refused" in said or "connect call failed" in said
    assert "secret" not in said


def test_address_that_is_wrong(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """So does that for a name that there is no address for."""

    def look_up(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    client = driver.client(base_url="http://nowhere.test/v1")
    with pytest.raises(
        apertis.APIConnectionError,
        match=r"could not connect to http://nowhere\.test/v1/chat/completions: .*no such name",
    ):
        driver.create(client)


@NOTHING_IS_SENT
@pytest.mark.parametrize("name", ["beta", "files", "modles"])
def test_unknown_attribute_of_a_client(driver: Driver, name: str) -> None:
    """What a client does not have is answered with what it has."""
    client = driver.client()
    with pytest.raises(
        AttributeError, match=f"Apertis has no attribute '{name}'; it has .*chat"
    ) as caught:
        getattr(client, name)

    assert "models" in str(caught.value)
    assert "client.post('/path', body={...})" in str(caught.value)
    assert not hasattr(client, name)


@NOTHING_IS_SENT
def test_unknown_attribute_of_a_resource(driver: Driver) -> None:
    """The same for a resource."""
    with pytest.raises(AttributeError, match=r"Completions has .* 'creat'; it has .*create"):
        _ = driver.client().chat.completions.creat


OBJECTS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "conversation": (lambda client: conversation(client)(client, model="m"), "messages.* say"),
    "run": (lambda client: completions(client).run_tools(**RUN), "close, .*messages"),
    "bulk run": (lambda client: client.bulk([]), "costs, stop|close, costs"),
    "response": (
        lambda client: client.models.with_streaming_response.list(),
        r"write `(async )?with client\.models\.with_streaming_response\.list",
    ),
    "response of an endpoint": (
        lambda client: client.with_streaming_response.get("/models"),
        r"write `(async )?with client\.with_streaming_response\.get",
    ),
    "events": (
        lambda client: client.responses.stream(model="m", input="Hi"),
        r"write `(async )?with client\.responses\.stream",
    ),
}
RUN: dict[str, Any] = {"model": "m", "messages": MESSAGES, "tools": [double]}


@pytest.mark.parametrize("case", OBJECTS)
def test_unknown_attribute_of_an_object(case: str) -> None:
    """What else is made by a client says what it has, or that it has to be entered first."""
    make, message = OBJECTS[case]
    for kind in (apertis.Apertis, apertis.AsyncApertis):
        made = make(kind(api_key="k", base_url="http://127.0.0.1:1"))
        with pytest.raises(AttributeError, match=rf"has no attribute 'answers?'.*{message}"):
            _ = made.answer
        assert not hasattr(made, "__answer__")


def _forget(_call: object) -> None:
    del _call
    gc.collect()


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda client: client.chat.completions.create(model="m"), r"chat\.completions\.create"),
        (lambda client: client.messages.create(stream=True), r"messages\.create"),
        (lambda client: client.models.list(), r"models\.list"),
        (lambda client: client.models.with_raw_response.list(), r"models\.list"),
        (lambda client: client.get("/files"), "get"),
    ],
)
def test_await_that_was_forgotten(call: Callable[[Any], Any], name: str) -> None:
    """Python warns of an `await` that was forgotten with the name of the method."""
    client = apertis.AsyncApertis(api_key="k", base_url="http://127.0.0.1:1")
    with pytest.warns(RuntimeWarning, match=f"^coroutine '{name}' was never awaited"):
        _forget(call(client))


@NOTHING_IS_SENT
@pytest.mark.parametrize("name", ["text_deltas", "data"])
def test_call_that_is_not_awaited(name: str) -> None:
    """What an asynchronous call returns says that it has to be awaited first."""
    client = apertis.AsyncApertis(api_key="k", base_url="http://127.0.0.1:1")
    call: Any = (
        client.models.list()
        if name == "data"
        else client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
    )
    with pytest.raises(AttributeError, match=f"no attribute '{name}': await the call first"):
        getattr(call, name)
    call.close()


def test_stream_of_events_that_is_not_entered(driver: Driver) -> None:
    """A stream of events that is iterated without being entered says what to write."""
    manager = driver.client().chat.completions.stream(model="m", messages=MESSAGES)
    with pytest.raises(TypeError, match=r"write `(async )?with client\.chat\.completions\.stream"):
        driver.all(manager)


@pytest.mark.parametrize("ending", ["read", "asked", "closed"])
def test_stream_of_events_that_is_read_again(driver: Driver, server: Server, ending: str) -> None:
    """The same for a stream of events."""
    server.answer(event_stream(chunk("stop", content="Hi"), DONE))
    manager = driver.client().chat.completions.stream(model="m", messages=MESSAGES)
    with driver.entered(manager) as stream:
        if ending == "read":
            assert driver.all(stream)
            assert driver.wait(stream.until_done()) is stream
        if ending != "closed":
            assert driver.wait(stream.get_final_text()) == "Hi"
        else:
            driver.close(stream)
        for name in ("", "text_stream"):
            with pytest.raises(RuntimeError, match=r"^the stream has been read to its end or"):
                driver.all(getattr(stream, name, stream))


def test_text_of_a_choice(driver: Driver, server: Server) -> None:
    """The text of several choices is that of the first, or of the one asked for."""

    def delta(index: int, content: str) -> bytes:
        choice = {"index": index, "delta": {"content": content}, "finish_reason": "stop"}
        return event({"choices": [choice]})

    body = (delta(0, "a"), delta(1, "b"), delta(0, "c"), delta(1, "d"), DONE)
    server.answer(*[event_stream(*body)] * 3)
    client = driver.client()
    for arguments, text in (({}, "ac"), ({"choice": 1}, "bd"), ({"choice": 2}, "")):
        stream = driver.create(client, stream=True, n=2)
        assert "".join(driver.all(stream.text_deltas(**arguments))) == text
    with pytest.raises(TypeError, match=r"^choice must be a whole number, not str$"):
        driver.all(stream.text_deltas(choice="0"))


@pytest.mark.parametrize("ending", ["read", "closed"])
def test_stream_that_is_read_again(driver: Driver, server: Server, ending: str) -> None:
    """A stream that has been read or closed cannot be iterated again, and says so."""
    server.answer(event_stream(chunk("stop", content="Hi"), DONE))
    stream = driver.create(driver.client(), stream=True)
    if ending == "read":
        assert driver.all(stream)
        assert driver.wait(stream.get_final_completion()).choices
    else:
        driver.close(stream)
    with pytest.raises(RuntimeError, match=r"^the stream has been read to its end or"):
        driver.all(stream)


@pytest.mark.parametrize("ending", ["read", "asked", "closed", "failed"])
@pytest.mark.parametrize("streamed", [False, True])
def test_run_that_is_read_again(
    driver: Driver, server: Server, ending: str, *, streamed: bool
) -> None:
    """So does a run of tools, whose answer can still be asked for."""
    answer = (
        event_stream(chunk("stop", content="Hi"), DONE) if streamed else json_reply(completion())
    )
    server.answer(reply(b"", status=400) if ending == "failed" else answer)
    run = completions(driver.client()).run_tools(**RUN, stream=streamed)
    if ending == "failed":
        with pytest.raises(apertis.BadRequestError):
            driver.all(run)
    elif ending == "closed":
        driver.next(run)
        driver.close(run)
    else:
        if ending == "read":
            assert len(driver.all(run)) == 1
        assert driver.wait(run.get_final_completion()).choices
    with pytest.raises(
        RuntimeError, match=r"^the run has .* its turns .* or call get_final_completion\(\)$"
    ):
        driver.all(run)


def test_bulk_run_that_is_read_again(driver: Driver, server: Server) -> None:
    """So does a bulk run."""
    server.answer(json_reply(completion()))
    client = driver.kept(type(driver.client())(api_key="k", base_url=server.url))
    run = client.bulk([{"model": "m", "messages": MESSAGES}])

    assert len(driver.all(run)) == 1
    with pytest.raises(RuntimeError, match=r"^the run has .* its results in a list"):
        driver.all(run)
