"""Errors of gateways and providers, in every shape, and which of them are retried."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apertis import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    AuthenticationError,
    BadRequestError,
    InternalServerError,
    PaymentRequiredError,
    RateLimitError,
    UnprocessableEntityError,
)
from tests.drivers import AT_ONCE, Driver
from tests.server import DONE, Server, completion, event, event_stream, json_reply, reply

pytestmark = pytest.mark.wire

NO_RETRY = {
    "invalid": ({"error": {"message": "m", "type": "invalid_request_error"}}, 500),
    "refused": ({"error": {"message": "m", "code": "content_policy_violation"}}, 503),
    "no credit": ({"error": {"message": "m", "code": "insufficient_quota"}}, 429),
    "passed on": ({"error": {"message": "m", "code": 400}}, 502),
    "msg": ({"code": "invalid_request", "msg": "m"}, 500),
    "Alibaba": ({"error": {"message": "m", "code": "DataInspectionFailed"}}, 500),
    "Azure": ({"error": {"message": "m", "code": "ResponsibleAIPolicyViolation"}}, 500),
    "vLLM": ({"error": {"message": "m", "type": "BadRequestError"}}, 500),
    "a parameter": ({"error": {"message": "m", "code": "InvalidParameter"}}, 500),
    "moderation": ({"error": {"message": "m", "code": "content_moderation"}}, 500),
    "credits": ({"error": {"message": "m", "code": "out_of_credits"}}, 500),
    "a list": ([{"error": {"message": "m", "code": "invalid-request"}}], 500),
}


@pytest.mark.parametrize("name", NO_RETRY)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_final_error_is_not_retried(
    driver: Driver, server: Server, name: str, *, stream: bool
) -> None:
    """What cannot get better is sent once, though the status could be retried."""
    body, status = NO_RETRY[name]
    server.answer(json_reply(body, status=status))
    with pytest.raises(APIStatusError, match=r"^m ") as caught:
        driver.create(driver.client(max_retries=AT_ONCE), stream=stream)

    assert caught.value.status_code == status
    assert len(server.requests) == 1


@pytest.mark.parametrize("name", NO_RETRY)
def test_final_error_in_a_stream_is_not_retried(driver: Driver, server: Server, name: str) -> None:
    """The same holds for an error that is the first event of a stream."""
    server.answer(event_stream(event(NO_RETRY[name][0]), DONE))
    with pytest.raises(APIStreamError) as caught:
        driver.create(driver.client(max_retries=AT_ONCE), stream=True)

    assert caught.value.message == "m"
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [200, 400])
def test_error_in_a_field_of_its_own(driver: Driver, server: Server, status: int) -> None:
    """An error that a server writes as ``error: {...}`` keeps its message, code and status."""
    body = b'error: {"code": 400, "message": "m", "type": "invalid_request_error"}\n\n'
    server.answer(reply(body, status=status, headers={"Content-Type": "text/event-stream"}))
    with pytest.raises(BadRequestError) as caught:
        driver.create(driver.client(max_retries=AT_ONCE), stream=True)

    assert (caught.value.message, caught.value.code) == ("m", 400)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [429, 500])
def test_message_with_the_number_of_a_status_is_an_error(
    driver: Driver, server: Server, status: int
) -> None:
    """So it is beside an answer, in a plain response as in a stream."""
    body = {**completion(), "code": status, "msg": "m"}
    chunk = {"code": status, "msg": "m", "choices": [{"index": 0, "delta": {"content": "a"}}]}
    server.answer(json_reply(body), event_stream(event(chunk), DONE))
    for stream in (False, True):
        with pytest.raises(APIStatusError) as caught:
            driver.create(driver.client(max_retries=0), stream=stream)
        assert (caught.value.message, caught.value.status_code) == ("m", status)


def test_server_may_ask_for_a_retry_of_a_final_error(driver: Driver, server: Server) -> None:
    """`x-should-retry: true` decides first."""
    body = {"error": {"message": "m", "type": "invalid_request_error"}}
    again = json_reply(body, status=500, headers={"x-should-retry": "true"})
    server.answer(again, json_reply(completion()))
    driver.create(driver.client(max_retries=AT_ONCE))

    assert len(server.requests) == 2


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize(
    ("choice", "cls", "status"),
    [
        ({"error": {"code": 429, "message": "m"}}, RateLimitError, 429),
        ({"error": "m"}, APIError, 200),
        ({"finish_reason": "network_error"}, InternalServerError, 502),
        ({"finish_reason": "insufficient_system_resource"}, InternalServerError, 503),
        ({"finish_reason": "error"}, APIError, 200),
        ({"finish_reason": "malformed_function_call"}, APIError, 200),
        ({"finish_reason": "MALFORMED_FUNCTION_CALL"}, APIError, 200),
    ],
    ids=str,
)
def test_error_in_a_choice(
    driver: Driver, server: Server, choice: Any, cls: type[APIError], status: int, *, stream: bool
) -> None:
    """An error in a choice has the class of its status, in a plain answer as in a stream."""
    part = {"delta": {"content": ""}} if stream else {"message": {"content": ""}}
    body = {"id": "1", "choices": [{"index": 0, **part, **choice}]}
    headers = {"x-oneapi-request-id": "r"}
    answer = event_stream(event(body), DONE, headers=headers)
    server.answer(answer if stream else json_reply(body, headers=headers))
    with pytest.raises(cls) as caught:
        driver.all(driver.create(driver.client(), stream=stream))
    error: Any = caught.value

    assert isinstance(error, APIStreamError if stream else APIResponseValidationError)
    assert (error.status_code, error.request_id) == (status, "r")
    assert error.message in {
        "m",
        f"the model stopped with the finish reason {choice.get('finish_reason')!r}",
    }


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize(
    "text", ["data: %b\n\ndata: [DONE]\n\n", ": OK\r\nevent: error\r\ndata: %b"]
)
def test_error_status_with_events(
    driver: Driver, server: Server, text: str, *, stream: bool
) -> None:
    """An event in the body of an error status is read as the error that it holds."""
    body = b'{"error": {"message": "m (request id: q1)", "code": "c", "type": "t"}}'
    headers = {"Content-Type": "text/event-stream"}
    server.answer(reply(text.encode() % body, status=422, headers=headers))
    with pytest.raises(UnprocessableEntityError) as caught:
        driver.create(driver.client(), stream=stream)
    error = caught.value

    assert (error.code, error.type, error.request_id) == ("c", "t", "q1")
    assert str(error) == "m (request id: q1) (status 422, code c)"
    assert error.body == json.loads(body)


@pytest.mark.parametrize(
    ("body", "cls"),
    [
        ({"code": 401, "msg": "m", "choices": None}, AuthenticationError),
        ({"code": 401, "msg": "m", "data": None, "id": None}, AuthenticationError),
        ({"error_code": 429, "error_msg": "m"}, RateLimitError),
        (
            {"base_resp": {"status_code": 1008, "status_msg": "m"}, "choices": []},
            PaymentRequiredError,
        ),
        ({"code": 503, "msg": "m", "choices": []}, InternalServerError),
        ({"error": {"message": '{"error": {"message": "m", "code": 429}}'}}, RateLimitError),
        ({"error": {"error": [{"message": "m", "status": "UNAVAILABLE"}]}}, InternalServerError),
    ],
    ids=str,
)
def test_error_at_200_has_the_class_of_its_status(
    driver: Driver, server: Server, body: Any, cls: type[APIStatusError]
) -> None:
    """A plain 200 that states a status in any shape is caught by its class as well."""
    server.answer(json_reply(body))
    with pytest.raises(cls) as caught:
        driver.create(driver.client())

    assert isinstance(caught.value, APIResponseValidationError)
    assert caught.value.message == "m"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (event({"what": "overloaded"}, name="error"), '{"what": "overloaded"}'),
        (event({"error": True, "reason": "No."}), '"reason": "No."'),
    ],
    ids=["named", "flagged"],
)
def test_an_error_without_a_message_is_shown(
    driver: Driver, server: Server, body: bytes, message: str
) -> None:
    """An error in a shape that is not known shows what the server said."""
    server.answer(event_stream(body))
    with pytest.raises(APIStreamError) as caught:
        driver.all(driver.create(driver.client(), stream=True))

    assert message in caught.value.message


def test_an_answer_that_is_flagged_as_an_error(driver: Driver, server: Server) -> None:
    """What stands beside an error that is only flagged is the message."""
    server.answer(json_reply({"error": True, "reason": "No credit."}))
    with pytest.raises(APIResponseValidationError, match=r'"reason": "No credit\."'):
        driver.create(driver.client())


@pytest.mark.parametrize("call", [1, 2], ids=["a call", "two calls"])
def test_an_answer_with_members_in_other_places(driver: Driver, server: Server, call: int) -> None:
    """A delta in place of a message is read, and so is a tool call without a list."""
    one = {"type": "function", "function": {"name": "f", "arguments": "{}"}}
    delta = {"content": "Hello!", "tool_calls": one if call == 1 else [one, one]}
    server.answer(json_reply({"choices": [{"delta": delta, "finish_reason": "tool_calls"}]}))
    message = driver.create(driver.client()).choices[0].message

    assert (message.role, message.content) == ("assistant", "Hello!")
    assert [each.function.name for each in message.tool_calls] == ["f"] * call
    assert len({each.id for each in message.tool_calls}) == call


# -- the answers of other APIs -------------------------------------------------------------------

CHAT = completion()
MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "m",
    "content": [{"type": "text", "text": "Hello!"}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 1},
}
RESPONSE = {"id": "r", "object": "response", "model": "m", "status": "completed", "output": []}
TEXT = {"id": "c", "object": "text_completion", "choices": [{"index": 0, "text": "Hello!"}]}
CHOICE = {"choices": {"index": 0, "message": {"role": "assistant", "content": "Hello!"}}}
EMBEDDINGS = {"object": "list", "model": "m", "data": [], "usage": {"prompt_tokens": 1}}
GEMINI = {"candidates": [{"content": {"parts": [{"text": "Hi"}]}}], "responseId": "x"}
OLLAMA = {"model": "m", "message": {"role": "assistant", "content": "Hi"}, "done": True}
CALLS: dict[str, tuple[str, dict[str, Any], str, list[Any]]] = {
    "chat": (
        "chat.completions",
        {"messages": [{"role": "user", "content": "Hi"}]},
        "ChatCompletion",
        [MESSAGE, RESPONSE, TEXT, CHOICE, EMBEDDINGS, GEMINI, OLLAMA],
    ),
    "messages": (
        "messages",
        {"messages": [{"role": "user", "content": "Hi"}], "max_tokens": 9},
        "Message",
        [CHAT, RESPONSE, TEXT, EMBEDDINGS, GEMINI, OLLAMA],
    ),
    "responses": (
        "responses",
        {"input": "Hi"},
        "Response",
        [CHAT, MESSAGE, TEXT, EMBEDDINGS, GEMINI, OLLAMA],
    ),
    "embeddings": ("embeddings", {"input": "Hi"}, "EmbeddingResponse", [CHAT, MESSAGE, RESPONSE]),
}
ANSWERS = [(name, position) for name, call in CALLS.items() for position in range(len(call[3]))]


def asked(driver: Driver, client: Any, name: str, **options: Any) -> Any:
    resource, arguments, _, _ = CALLS[name]
    for part in resource.split("."):
        client = getattr(client, part)
    return driver.wait(client.create(**{"model": "m", **arguments, **options}))


@pytest.mark.parametrize(("name", "position"), ANSWERS)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "for a stream"])
def test_answer_of_another_api(
    driver: Driver, server: Server, name: str, position: int, *, stream: bool
) -> None:
    """JSON with none of what was asked for is no empty answer: the error says what came."""
    answer = CALLS[name][3][position]
    options = {"stream": True} if stream and name != "embeddings" else {}
    server.answer(json_reply(answer))
    with pytest.raises(APIResponseValidationError) as caught:
        asked(driver, driver.client(max_retries=AT_ONCE), name, **options)

    assert caught.value.message.startswith(f"expected {CALLS[name][2]}, got an object with ")
    assert str(sorted(answer)[:8]) in caught.value.message
    assert caught.value.body == answer
    assert len(server.requests) == 1


STREAMS: dict[str, list[Any]] = {
    "chat": [{"choices": [{"text": "Hel", "index": 0}]}, {"choices": [{"text": "lo", "index": 0}]}],
    "messages": [
        {"type": "message_start", "message": {**MESSAGE, "content": []}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hi"}},
        {"type": "message_stop"},
    ],
    "responses": [
        {"type": "response.output_text.delta", "output_index": 0, "delta": "Hi"},
        {"type": "response.completed", "response": RESPONSE},
    ],
    "Gemini": [GEMINI, GEMINI],
    "Ollama": [{**OLLAMA, "done": False}, OLLAMA],
}
CHUNKS = [{"choices": [{"index": 0, "delta": {"content": "Hi"}, "finish_reason": "stop"}]}]


@pytest.mark.parametrize("end", [[DONE], []], ids=["with an end", "without"])
@pytest.mark.parametrize("name", ["chat", "messages", "responses"])
@pytest.mark.parametrize("kind", [*STREAMS, "chunks"])
def test_stream_of_another_api(
    driver: Driver, server: Server, name: str, kind: str, end: list[bytes]
) -> None:
    """A stream without an event of the API that was called is an error that says what came."""
    if kind == name != "chat" or (kind, name) == ("chunks", "chat"):
        pytest.skip("it is that of this API")
    events = STREAMS.get(kind, CHUNKS)
    server.answer(event_stream(*map(event, events), *end))
    with pytest.raises(APIStreamError) as caught:
        driver.all(asked(driver, driver.client(max_retries=AT_ONCE), name, stream=True))

    assert str(sorted(events[0])) in caught.value.message
    assert not caught.value.truncated
    assert len(server.requests) == 1
