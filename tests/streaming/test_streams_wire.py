"""What streams are made of, and how they break."""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
from collections.abc import Sequence
from typing import Any

import pytest

from apertis import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    AsyncApertis,
    BadRequestError,
    ChatCompletion,
    ChatCompletionChunk,
    InternalServerError,
    RateLimitError,
)
from tests.drivers import AT_ONCE, KEY, Driver
from tests.server import (
    CLOSE,
    DONE,
    RESET,
    Flood,
    Script,
    Server,
    Step,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire


def chunk(content: str | None = None, finish_reason: str | None = None, **members: Any) -> Any:
    """Return a chunk as servers send it."""
    delta = {} if content is None else {"content": content}
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1767225600,
        "model": "gpt-4.1-mini",
        "choices": [choice],
        **members,
    }


HEL, LO, STOP = event(chunk("Hel")), event(chunk("lo!")), event(chunk(finish_reason="stop"))
HEY, LAST = event(chunk("Hel", "stop")), event(chunk("lo!", "stop"))


def _texts(chunks: list[Any]) -> list[str]:
    return [each.choices[0].delta.content for each in chunks if each.choices]


def test_chunks_as_they_come(driver: Driver, server: Server) -> None:
    """Iterating a stream gives each chunk as it was sent, none waiting for the next."""
    first, second = server.gate(), server.gate()
    server.answer(event_stream(HEL, first, LO, second, STOP, DONE))
    stream = driver.create(driver.client(), stream=True)
    chunks = [driver.next(stream)]
    first.open()
    chunks.append(driver.next(stream))
    second.open()
    chunks += driver.all(stream)

    assert all(isinstance(each, ChatCompletionChunk) for each in chunks)
    assert [each.to_dict() for each in chunks] == [
        chunk("Hel"),
        chunk("lo!"),
        chunk(finish_reason="stop"),
    ]


def test_iterating_the_call(driver: Driver, server: Server) -> None:
    """What `create` returns with `stream=True` is iterated as it is, sync and async."""
    server.answer(event_stream(HEL, LO, STOP, DONE))

    assert _texts(driver.all(driver.request(driver.client(), stream=True))) == ["Hel", "lo!", None]


def test_entering_the_call(driver: Driver, server: Server) -> None:
    """What `create` returns with `stream=True` is a context manager, sync and async."""
    server.answer(event_stream(HEL, LO, STOP, DONE))
    with driver.entered(driver.request(driver.client(), stream=True)) as stream:
        texts = _texts(driver.all(stream))

    assert texts == ["Hel", "lo!", None]


@pytest.mark.parametrize("before", [0, 1, 4], ids=["from the start", "in between", "at the end"])
def test_final_completion(driver: Driver, server: Server, before: int) -> None:
    """The whole is what all chunks add up to, wherever the reader is when it asks for it."""
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    last = chunk(choices=[], usage=usage)
    headers = {"x-request-id": "req_1", "X-Fallback-Used": "true", "X-RateLimit-Limit": "9"}
    server.answer(event_stream(HEL, LO, STOP, event(last), DONE, headers=headers))
    stream = driver.create(driver.client(), stream=True)
    for _ in range(before):
        driver.next(stream)
    whole = driver.wait(stream.get_final_completion())

    assert isinstance(whole, ChatCompletion)
    assert whole.to_dict() == {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1767225600,
        "model": "gpt-4.1-mini",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"content": "Hello!"}},
        ],
        "usage": usage,
    }
    assert (whole.request_id, whole.fallback.used, whole.rate_limit.limit) == ("req_1", True, 9)


def test_what_a_stream_knows(driver: Driver, server: Server) -> None:
    """A stream knows its headers before its first chunk is read."""
    headers = {"x-request-id": "req_1", "X-Actual-Model": "gpt-4.1", "X-RateLimit-Limit": "9"}
    server.answer(event_stream(HEY, DONE, headers=headers))
    with driver.entered(driver.request(driver.client(), stream=True)) as stream:
        assert stream.request_id == "req_1"
        assert stream.headers["X-REQUEST-ID"] == "req_1"
        assert stream.fallback.actual_model == "gpt-4.1"
        assert stream.rate_limit.limit == 9
        assert stream.response.status_code == 200


TEXT = "Grüße \U0001f600\u2028\u0085\u2029 end"
PLAIN = json.dumps(chunk(TEXT, "stop"), ensure_ascii=False).encode()
LINES = json.dumps(chunk(TEXT, "stop"), ensure_ascii=False, indent=1).encode().split(b"\n")
FRAMINGS: dict[str, bytes] = {
    "lf": b"data: " + PLAIN + b"\n\ndata: [DONE]\n\n",
    "crlf": b"data: " + PLAIN + b"\r\n\r\ndata: [DONE]\r\n\r\n",
    "byte order mark": b"\xef\xbb\xbfdata: " + PLAIN + b"\n\ndata: [DONE]\n\n",
    "several lines": b"".join(b"data: " + line + b"\n" for line in LINES) + b"\ndata: [DONE]\n\n",
    "done without its end": b"data: " + PLAIN + b"\n\ndata: [DONE]",
    "notice": b"data: Searching the web...\n\ndata: " + PLAIN + b"\n\ndata: [DONE]\n\n",
}


@pytest.mark.parametrize("framing", FRAMINGS)
@pytest.mark.parametrize("size", [1, 7, 100_000], ids=["bytes", "pieces", "whole"])
def test_framing(driver: Driver, server: Server, framing: str, size: int) -> None:
    """Event streams are read as the standard says, wherever the network cuts them."""
    body = FRAMINGS[framing]
    server.answer(event_stream(*(body[at : at + size] for at in range(0, len(body), size))))
    chunks = driver.all(driver.create(driver.client(), stream=True))

    assert _texts(chunks) == [TEXT]


@pytest.mark.parametrize(
    "charset", ["; charset=latin-1", "; charset=utf-8", ""], ids=["latin-1", "utf-8", "none"]
)
def test_charset_of_a_stream(driver: Driver, server: Server, charset: str) -> None:
    """An event stream is UTF-8, whatever its header says."""
    headers = {"Content-Type": f"text/event-stream{charset}"}
    server.answer(event_stream(FRAMINGS["lf"], headers=headers))

    assert _texts(driver.all(driver.create(driver.client(), stream=True))) == [TEXT]


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", ""], ids=str)
def test_stream_under_another_name(driver: Driver, server: Server, content_type: str) -> None:
    """Events are events, even where the header calls them something else."""
    server.answer(event_stream(HEL, LAST, DONE, headers={"Content-Type": content_type}))

    assert _texts(driver.all(driver.create(driver.client(), stream=True))) == ["Hel", "lo!"]


def test_stream_without_a_finish_reason(driver: Driver, server: Server) -> None:
    """A stream that ends without saying why is cut off, unless the client admits such servers."""
    said = event(chunk("Hel")), event(chunk("lo!")), DONE
    server.answer(event_stream(*said), event_stream(*said), event_stream(*said))
    with pytest.raises(APIStreamError, match="without saying why it stopped") as caught:
        driver.all(driver.create(driver.client(), stream=True))
    client = driver.client(require_finish_reason=False)

    assert caught.value.truncated
    assert _texts(driver.all(driver.create(client, stream=True))) == ["Hel", "lo!"]
    copy = client.with_options(timeout=9)
    assert _texts(driver.all(driver.create(copy, stream=True))) == ["Hel", "lo!"]


def test_stream_that_breaks_off_without_a_finish_reason(driver: Driver, server: Server) -> None:
    """Whatever the client admits, a stream without its last event broke off."""
    server.answer(event_stream(event(chunk("Hel"))))
    with pytest.raises(APIStreamError) as caught:
        driver.all(driver.create(driver.client(require_finish_reason=False), stream=True))

    assert caught.value.truncated


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_an_event_has_a_limit(driver: Driver, server: Server, *, packed: bool) -> None:
    """What came before an event that is too long is handed over; then the limit is named."""
    body = HEL + event(chunk("x" * 5000)) + LAST + DONE
    headers = {"Content-Encoding": "gzip"} if packed else {}
    server.answer(event_stream(gzip.compress(body) if packed else body, headers=headers))
    stream = driver.create(driver.client(max_event_bytes=4000), stream=True)
    first = driver.next(stream)
    with pytest.raises(APIStreamError, match=r"more than 4000 bytes \(max_event_bytes\)") as caught:
        driver.next(stream)

    assert _texts([first]) == ["Hel"]
    assert caught.value.partial is not None
    assert caught.value.partial.choices[0].message.content == "Hel"


def test_an_event_that_is_too_long_is_not_asked_for_again(driver: Driver, server: Server) -> None:
    """It would be as long the next time, unlike a stream that broke off."""
    server.answer(event_stream(event(chunk("x" * 5000)), LAST, DONE))
    client = driver.client(max_event_bytes=4000, max_retries=AT_ONCE)
    with pytest.raises(APIStreamError, match=r"more than 4000 bytes \(max_event_bytes\)") as caught:
        driver.create(client, stream=True)

    assert not caught.value.truncated
    assert len(server.requests) == 1


WILD: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "usage alone": (
        [chunk("Hi", "stop", usage=None), chunk(choices=[], usage={"total_tokens": 3})],
        {"content": "Hi", "usage": 3, "finish_reason": "stop"},
    ),
    "usage on the last choice": (
        [chunk("Hi"), chunk(finish_reason="stop", usage={"total_tokens": 3})],
        {"content": "Hi", "usage": 3, "finish_reason": "stop"},
    ),
    "azure": (
        [
            {
                "id": "",
                "object": "",
                "created": 0,
                "model": "",
                "choices": [],
                "prompt_filter_results": [{"prompt_index": 0}],
            },
            chunk("Hi"),
            {"choices": [{"index": 0, "finish_reason": None, "content_filter_offsets": {}}]},
            chunk(finish_reason="stop"),
        ],
        {"content": "Hi", "id": "chatcmpl-1", "model": "gpt-4.1-mini", "finish_reason": "stop"},
    ),
    "web search": (
        [
            chunk("Searching... ", id="web-search", model=""),
            chunk("Hi"),
            chunk(choices=[], web_sources=[{"title": "A"}]),
        ],
        {"content": "Searching... Hi", "id": "web-search", "model": "gpt-4.1-mini"},
    ),
    "sora": (
        [
            {"choices": [{"delta": {"content": "task_id: 1"}}]},
            {"choices": [{"delta": {"content": "progress: 25%"}}]},
        ],
        {"content": "task_id: 1progress: 25%", "id": None},
    ),
    "nothing at all": ([{}, {"choices": None}, {"choices": [{}]}, chunk("Hi")], {"content": "Hi"}),
    "null members": (
        [{"id": None, "choices": [{"index": None, "delta": None}]}, chunk("Hi")],
        {"content": "Hi", "id": "chatcmpl-1"},
    ),
    "empty error": (
        [chunk("Hi", error={"message": "", "type": "", "param": "", "code": None})],
        {"content": "Hi"},
    ),
    "names repeated empty": (
        [
            chunk(choices=[{"index": 0, "delta": {"role": "assistant", "content": None}}]),
            chunk(choices=[{"index": 0, "delta": {"role": "", "content": "Hi"}}]),
        ],
        {"content": "Hi", "role": "assistant"},
    ),
}


@pytest.mark.parametrize("case", WILD)
def test_chunks_of_the_wild(driver: Driver, server: Server, case: str) -> None:
    """Chunks that lack what the spec has, or have what it lacks, are handed on and add up."""
    sent, expected = WILD[case]
    sent = (
        sent if "finish_reason" in expected else [*sent, {"choices": [{"finish_reason": "stop"}]}]
    )
    server.answer(event_stream(*map(event, sent), DONE))
    stream = driver.create(driver.client(), stream=True)
    chunks = driver.all(stream)
    whole = driver.wait(stream.get_final_completion())
    message = whole.choices[0].message
    found = {
        "content": message.content,
        "role": message.role,
        "finish_reason": whole.choices[0].finish_reason,
        "id": whole.id,
        "model": whole.model,
        "usage": whole.usage and whole.usage.total_tokens,
    }

    assert [each.to_dict() for each in chunks] == sent
    assert {name: found[name] for name in expected} == expected


ERRORS: dict[str, tuple[bytes, type[APIStatusError] | None, int, Any]] = {
    "documented": (
        event({"error": {"message": "No.", "type": "rate_limit_error", "code": "rate_limited"}}),
        RateLimitError,
        429,
        "rate_limited",
    ),
    "unknown": (event({"error": {"message": "No.", "code": "hm"}}), None, 200, "hm"),
    "text": (event({"error": "No."}), None, 200, None),
    "chunk with an error": (
        event(chunk("lo", "error", error={"message": "No.", "code": 503})),
        InternalServerError,
        503,
        503,
    ),
    "named event of text": (b"event: error\n" + event(b"No."), None, 200, None),
}


@pytest.mark.parametrize("shape", ERRORS)
@pytest.mark.parametrize("end", [b"", DONE], ids=["end", "done"])
@pytest.mark.parametrize("together", [True, False], ids=["at once", "one by one"])
def test_error_in_the_stream(
    driver: Driver, server: Server, shape: str, end: bytes, *, together: bool
) -> None:
    """An error in any shape is the exception for its status, after the chunks before it."""
    data, cls, status, code = ERRORS[shape]
    pieces = [HEL, data, end]
    server.answer(event_stream(*([b"".join(pieces)] if together else pieces)))
    stream = driver.create(driver.client(), stream=True)
    texts = [driver.next(stream).choices[0].delta.content]
    with pytest.raises(APIStreamError, match=r"^No\.") as caught:
        driver.next(stream)
    raised: Any = caught.value
    content = raised.partial.choices[0].message.content

    assert texts == ["Hel"]
    assert cls is None or isinstance(raised, cls)
    assert isinstance(raised, APIStatusError) == (cls is not None)
    assert (raised.status_code, raised.code) == (status, code)
    assert content == ("Hello" if shape == "chunk with an error" else "Hel")
    assert not raised.truncated
    assert raised.response.status_code == 200


def test_error_that_comes_first(driver: Driver, server: Server) -> None:
    """An error in place of the first chunk is raised by the call itself."""
    server.answer(event_stream(event({"error": {"message": "No.", "code": 400}}), DONE))
    client = driver.client()
    with pytest.raises(BadRequestError) as caught:
        driver.create(client, stream=True)

    assert isinstance(caught.value, APIStreamError)
    assert caught.value.partial is None


TRUNCATED: dict[str, Sequence[Step]] = {
    "closed": event_stream(HEL, CLOSE),
    "reset": event_stream(HEL, RESET),
    "closed in an event": event_stream(HEL, LO[:30], CLOSE),
    "closed in a chunk": [*event_stream(HEL)[:-1], b"400\r\ndata: ", CLOSE],
    "short of its length": [
        *reply(HEL, headers={"Content-Type": "text/event-stream"}, length=9999),
        CLOSE,
    ],
    "end of the chunks": event_stream(HEL),
    "end of the connection": event_stream(HEL, framing="close"),
    "torn event at the end": event_stream(HEL, LO[:30]),
    "comment at the end": event_stream(HEL, b": bye\n\n"),
    "nonsense at the end": event_stream(HEL, event({"choices": 5})),
    "closed after the reason": event_stream(HEL, STOP, CLOSE),
    "reset after the reason": event_stream(HEL, STOP, RESET),
    "torn": event_stream(HEL, b'data: {"choices": [{"ind\n\n', DONE),
}


@pytest.mark.parametrize("case", TRUNCATED)
def test_truncation_is_never_silent(driver: Driver, server: Server, case: str) -> None:
    """A stream that breaks off or ends early raises, with what had arrived."""
    gate = server.gate()
    head, first, *rest = TRUNCATED[case]
    server.answer([head, first, gate, *rest])
    stream = driver.create(driver.client(), stream=True)
    texts = [driver.next(stream).choices[0].delta.content]
    gate.open()
    with pytest.raises(APIStreamError) as caught:
        driver.all(stream)

    assert texts == ["Hel"]
    assert caught.value.truncated
    assert caught.value.partial is not None
    assert caught.value.partial.choices[0].message.content == "Hel"
    assert caught.value.request is not None


def test_truncation_without_anything(driver: Driver, server: Server) -> None:
    """A stream without a single event is a truncated one, of which nothing had arrived."""
    server.answer(event_stream(b": hello\n\n"))
    client = driver.client()
    with pytest.raises(APIStreamError) as caught:
        driver.create(client, stream=True)

    assert caught.value.truncated
    assert caught.value.partial is None


@pytest.mark.parametrize("case", ["error", *TRUNCATED])
def test_failure_is_not_forgotten(driver: Driver, server: Server, case: str) -> None:
    """A stream that failed has no whole to give: whoever asks is told again why."""
    error = event_stream(HEL, event({"error": {"message": "No.", "code": 429}}))
    gate = server.gate()
    head, first, *rest = error if case == "error" else TRUNCATED[case]
    server.answer([head, first, gate, *rest])
    stream = driver.create(driver.client(), stream=True)
    driver.next(stream)
    gate.open()
    with pytest.raises(APIStreamError) as caught:
        driver.all(stream)
    with pytest.raises(APIStreamError) as again:
        driver.wait(stream.get_final_completion())

    assert again.value.message == caught.value.message


@pytest.mark.parametrize("framing", ["chunked", "close"])
def test_end_without_done(driver: Driver, server: Server, framing: Any) -> None:
    """A stream that ends in order after a `finish_reason` is complete without more ado."""
    server.answer(event_stream(HEL, LO, STOP.rstrip(), framing=framing))
    stream = driver.create(driver.client(), stream=True)
    whole = driver.wait(stream.get_final_completion())

    assert whole.choices[0].message.content == "Hello!"
    assert whole.choices[0].finish_reason == "stop"


@pytest.mark.parametrize("end", [CLOSE, RESET], ids=["close", "reset"])
def test_break_after_done(driver: Driver, server: Server, end: Any) -> None:
    """What happens to the connection after the last event does not matter."""
    server.answer(event_stream(HEY, DONE, end))

    assert _texts(driver.all(driver.create(driver.client(), stream=True))) == ["Hel"]


@pytest.mark.parametrize("body", [[DONE], [event(chunk(choices=[], usage={})), DONE]])
def test_done_alone(driver: Driver, server: Server, body: list[bytes]) -> None:
    """A stream that never had a choice raises."""
    server.answer(event_stream(*body))
    client = driver.client()
    with pytest.raises(APIStreamError, match="without saying why it stopped") as caught:
        driver.all(driver.create(client, stream=True, max_retries=0))

    assert caught.value.truncated


@pytest.mark.parametrize("consume", ["iterate", "text_deltas", "get_final_completion"])
def test_done_without_a_finish_reason(driver: Driver, server: Server, consume: str) -> None:
    """Where no choice said why it stopped, everything is handed over and then an error raised."""
    server.answer(event_stream(HEL, LO, DONE))
    stream = driver.create(driver.client(), stream=True)
    came: list[Any] = []

    def read() -> None:
        if consume == "get_final_completion":
            driver.wait(stream.get_final_completion())
        pieces = stream if consume == "iterate" else stream.text_deltas()
        while True:
            came.append(driver.next(pieces))

    with pytest.raises(APIStreamError) as caught:
        read()

    assert len(came) == (0 if consume == "get_final_completion" else 2)
    assert caught.value.truncated
    assert caught.value.partial is not None
    assert caught.value.partial.choices[0].message.content == "Hello!"


def test_plain_answer_to_a_stream(driver: Driver, server: Server) -> None:
    """A server that does not stream has its answer handed on as chunks, all of it."""
    calls = [{"id": "call_1", "type": "function", "function": {"name": "now", "arguments": "{}"}}]
    sent = completion("Hello!", citations=["a"])
    sent["choices"][0]["message"]["tool_calls"] = calls
    server.answer(json_reply(sent), json_reply(sent, headers={"x-request-id": "req_1"}))
    client = driver.client()
    chunks = driver.all(driver.create(client, stream=True))
    stream = driver.create(client, stream=True)
    whole = driver.wait(stream.get_final_completion())

    assert "".join(filter(None, _texts(chunks))) == "Hello!"
    assert all(isinstance(each, ChatCompletionChunk) for each in chunks)
    assert chunks[0].object == "chat.completion.chunk"
    assert chunks[0].choices[0].delta.tool_calls[0].index == 0
    assert chunks[-1].usage.total_tokens == 5
    assert whole.choices[0].message.content == "Hello!"
    assert whole.choices[0].finish_reason == "stop"
    assert whole.choices[0].message.tool_calls[0].function.name == "now"
    assert whole.citations == ["a"]
    assert whole.usage.total_tokens == 5
    assert whole.request_id == "req_1"


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
def test_plain_answer_in_pieces(driver: Driver, server: Server, framing: Any) -> None:
    """However a plain answer to `stream=True` is framed, blank lines included, it is read."""
    body = b"\n\n" + json.dumps(completion("Grüße\u2028"), ensure_ascii=False, indent=1).encode()
    pieces = [body[at : at + 7] for at in range(0, len(body), 7)]
    server.answer(reply(pieces, headers={"Content-Type": "application/json"}, framing=framing))
    stream = driver.create(driver.client(), stream=True)

    assert driver.all(stream.text_deltas()) == ["Grüße\u2028"]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (b"<html>\n\n<p>Hi\n</html>", "<html>\n\n<p>Hi\n</html>"),
        (b"", None),
        (b"[]", []),
        (b'"text"', "text"),
        (b'{"error": {"message": "No."}}', {"error": {"message": "No."}}),
        (b'{"status": "ok"}', {"status": "ok"}),
        (b'{"choices": [{"mess', '{"choices": [{"mess'),
    ],
    ids=["html", "empty", "list", "text", "error", "object", "torn"],
)
def test_anything_else_to_a_stream(
    driver: Driver, server: Server, body: bytes, read: object
) -> None:
    """An answer that is neither a stream nor a completion raises, with what it was."""
    headers = {"Content-Type": "text/html" if b"html" in body else "application/json"}
    server.answer(reply(body, headers=headers))
    client = driver.client()
    with pytest.raises(APIResponseValidationError) as caught:
        driver.create(client, stream=True)

    assert caught.value.status_code == 200
    assert caught.value.body == read


def test_finished_stream_gives_its_connection_back(driver: Driver, server: Server) -> None:
    """After a stream that was read to its end the same connection serves the next call."""
    server.answer(event_stream(HEY, DONE), event_stream(HEL, STOP), json_reply(completion()))
    client = driver.client()
    driver.all(driver.create(client, stream=True))
    driver.all(driver.create(client, stream=True))
    driver.create(client)

    assert server.connections == [1, 1, 1]


def test_body_that_goes_on_after_done(driver: Driver, server: Server) -> None:
    """A server that does not end the body after the last event is not waited for."""
    server.answer(event_stream(HEY, DONE, server.gate()), json_reply(completion()))
    client = driver.client()
    texts = _texts(driver.all(driver.create(client, stream=True)))
    server.wait_until_open(0)
    driver.create(client)

    assert texts == ["Hel"]
    assert server.connections == [1, 2]


def test_leaving_early_closes_the_connection(driver: Driver, server: Server) -> None:
    """Who leaves the context of a stream leaves the server, too."""
    server.answer(event_stream(HEL, LO, Flood(HEL)), json_reply(completion()))
    client = driver.client()
    with driver.entered(driver.request(client, stream=True)) as stream:
        driver.next(stream)
    server.wait_until_open(0)
    driver.create(client)

    assert server.connections == [1, 2]


def test_failing_inside_closes_the_connection(driver: Driver, server: Server) -> None:
    """An exception in the body of `with` closes the stream, and goes through as it is."""
    server.answer(event_stream(HEL, server.gate()))
    client = driver.client()
    with (
        pytest.raises(LookupError, match="mine"),
        driver.entered(driver.request(client, stream=True)),
    ):
        raise LookupError("mine")

    server.wait_until_open(0)


def test_a_stream_that_was_read_to_its_end_is_not_called_closed(
    driver: Driver, server: Server
) -> None:
    """Closing it afterwards changes nothing."""
    server.answer(event_stream(HEL, STOP, DONE))
    stream = driver.create(driver.client(), stream=True)
    driver.all(stream)
    driver.close(stream)

    assert repr(stream).endswith(", ended>")


def test_closing_a_stream(driver: Driver, server: Server) -> None:
    """A stream may be closed, as often as one likes; after that it is at its end."""
    server.answer(event_stream(HEL, server.gate()))
    stream = driver.create(driver.client(), stream=True)
    driver.next(stream)
    assert repr(stream).endswith(", open>")
    driver.close(stream)
    driver.close(stream)
    server.wait_until_open(0)

    assert repr(stream).endswith(", closed>")

    with pytest.raises(RuntimeError, match="to its end or closed"):
        driver.all(stream)


def test_closing_before_reading(driver: Driver, server: Server) -> None:
    """A stream that was closed hands nothing over any more, though some of it had arrived."""
    server.answer(event_stream(HEL + LO, server.gate()))
    stream = driver.create(driver.client(), stream=True)
    driver.close(stream)
    server.wait_until_open(0)

    with pytest.raises(RuntimeError, match="to its end or closed"):
        driver.all(stream)


def test_closed_stream_has_no_whole(driver: Driver, server: Server) -> None:
    """What had arrived of a stream that was closed early is not given for the whole."""
    server.answer(event_stream(HEL, LO, server.gate()))
    stream = driver.create(driver.client(), stream=True)
    driver.next(stream)
    driver.close(stream)
    with pytest.raises(APIStreamError):
        driver.wait(stream.get_final_completion())


def test_stream_that_failed_closes_its_connection(driver: Driver, server: Server) -> None:
    """A stream that raised has nothing left to close."""
    server.answer(
        event_stream(event({"error": {"message": "No.", "code": 400}}), server.gate()),
        event_stream(HEL, b'data: {"torn\n\n', server.gate()),
    )
    client = driver.client()
    with pytest.raises(BadRequestError):
        driver.create(client, stream=True)
    server.wait_until_open(0)
    stream = driver.create(client, stream=True)
    with pytest.raises(APIStreamError):
        driver.all(stream)

    server.wait_until_open(0)


def test_abandoned_stream(driver: Driver, server: Server) -> None:
    """A stream that nobody reads and nobody closed is warned of; the next call closes it."""
    server.answer(event_stream(HEL, server.gate()), json_reply(completion()))
    client = driver.client()
    stream = driver.create(client, stream=True)
    driver.next(stream)
    with pytest.warns(ResourceWarning, match="never closed"):
        del stream
    before = server.open_connections
    driver.create(client)
    server.wait_until_open(1)

    assert before == 1
    assert server.connections == [1, 2]


def test_finished_stream_is_not_warned_of(driver: Driver, server: Server) -> None:
    """Streams that ended, failed or were closed leave without a word."""
    server.answer(event_stream(HEY, DONE), event_stream(HEL), event_stream(HEL, server.gate()))
    client = driver.client()
    driver.all(driver.create(client, stream=True))
    with pytest.raises(APIStreamError):
        driver.all(driver.create(client, stream=True))
    driver.close(driver.create(client, stream=True))
    gc.collect()  # warnings are errors here

    assert len(server.requests) == 3


def test_streams_at_the_same_time(driver: Driver, server: Server) -> None:
    """Several streams of one client are read in turns, each from its own connection."""
    gates = [server.gate(), server.gate()]
    server.answer(*[event_stream(HEL, gate, LAST, DONE) for gate in gates])
    client = driver.client()
    streams = [driver.create(client, stream=True) for _ in gates]
    texts = [[driver.next(stream).choices[0].delta.content] for stream in streams]
    for gate in reversed(gates):
        gate.open()
    rest = [_texts(driver.all(stream)) for stream in streams]

    assert texts == [["Hel"], ["Hel"]]
    assert rest == [["lo!"], ["lo!"]]
    assert server.connections == [1, 2]


def test_long_stream(driver: Driver, server: Server) -> None:
    """Thousands of chunks, in pieces of any size, arrive complete and in order."""
    body = b"".join(event(chunk(f"{number} ")) for number in range(5000)) + STOP + DONE
    pieces = [body[at : at + 60_000] for at in range(0, len(body), 60_000)]
    server.answer(event_stream(*pieces))
    stream = driver.create(driver.client(), stream=True)
    whole = driver.wait(stream.get_final_completion())

    assert whole.choices[0].message.content.split() == [str(number) for number in range(5000)]


@pytest.mark.parametrize("place", ["before the headers", "in the body", "in the stream"])
def test_cancelling(server: Server, place: str) -> None:
    """A task that is cancelled ends with `CancelledError`, and its connection is closed."""
    gate = server.gate()
    scripts: dict[str, Script] = {
        "before the headers": [gate],
        "in the body": reply([b"{", gate], length=9),
        "in the stream": event_stream(HEL, gate),
    }
    server.answer(scripts[place])

    async def main() -> list[str]:
        texts: list[str] = []
        reading = asyncio.Event()

        async def call(client: AsyncApertis) -> None:
            messages: Any = [{"role": "user", "content": "Hi"}]
            create = client.chat.completions.create
            if place == "in the stream":
                async for each in create(model="m", messages=messages, stream=True):
                    texts.extend(_texts([each]))
                    reading.set()
            else:
                await create(model="m", messages=messages)

        async with AsyncApertis(api_key=KEY, base_url=server.url, max_retries=5) as client:
            task = asyncio.create_task(call(client))
            if place == "in the stream":
                await reading.wait()
            await asyncio.to_thread(server.wait_for_requests, 1)
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(server.wait_until_open, 0)
            assert task.cancelled()
        return texts

    assert asyncio.run(main()) == (["Hel"] if place == "in the stream" else [])
    assert len(server.requests) == 1


def test_time_limit_of_the_application(server: Server) -> None:
    """`asyncio.timeout` around a call raises the application's own `TimeoutError`."""
    server.answer(event_stream(HEL, server.gate()))

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            messages: Any = [{"role": "user", "content": "Hi"}]
            async with asyncio.timeout(0.1):
                async for _ in client.chat.completions.create(
                    model="m", messages=messages, stream=True
                ):
                    pass

    with pytest.raises(TimeoutError) as caught:
        asyncio.run(main())

    assert not isinstance(caught.value, APIError)
    server.wait_until_open(0)


def test_breaking_out_of_a_loop(server: Server) -> None:
    """`break` in a loop over an asynchronous call closes its connection when the loop is left."""
    server.answer(event_stream(HEL, server.gate()))

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            messages: Any = [{"role": "user", "content": "Hi"}]
            async for _ in client.chat.completions.create(
                model="m", messages=messages, stream=True
            ):
                break
            gc.collect()
            await asyncio.to_thread(server.wait_until_open, 0)

    asyncio.run(main())
