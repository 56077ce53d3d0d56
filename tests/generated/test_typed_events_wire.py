"""The generated functions for streams of typed events, used without the wrapper."""

from __future__ import annotations

from typing import Any

import pytest

from apertis_client import AuthenticatedClient
from apertis_client.api.messages import create_message
from apertis_client.api.responses import create_response
from apertis_client.errors import IncompleteStream, StreamError
from apertis_client.models import (
    ContentBlockDeltaEvent,
    MessageStartEvent,
    MessageStopEvent,
    OtherMessageStreamEvent,
    Response,
    TextDelta,
)
from tests.drivers import KEY, Driver
from tests.server import DONE, Server, Step, event, event_stream, json_reply

pytestmark = pytest.mark.wire

BODY: Any = {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}


def named(type_: str, **members: Any) -> bytes:
    return event({"type": type_, **members}, name=type_)


START = named("message_start", message={"id": "m", "content": [], "usage": {"input_tokens": 3}})
DELTA = named("content_block_delta", index=0, delta={"type": "text_delta", "text": "Hi"})
PING = named("ping")
STOP = named("message_stop")


def _client(server: Server) -> AuthenticatedClient:
    return AuthenticatedClient(base_url=server.url, token=KEY, verify_ssl=False)


def streamed(driver: Driver, server: Server, module: Any, body: Any, *script: Step) -> list[Any]:
    server.answer(event_stream(*script))
    function = module.stream if driver.name == "sync" else module.stream_asyncio
    with driver.entered(_client(server)) as client:
        return driver.all(function(client=client, body=body))


def messages(driver: Driver, server: Server, *script: Step) -> list[Any]:
    return streamed(driver, server, create_message, BODY, *script)


def test_events_are_typed(driver: Driver, server: Server) -> None:
    """Events are of the class of their type, up to the last one; pings are left out."""
    new = named("message_note", note={"a": 1})
    events = messages(driver, server, START, PING, DELTA, new, STOP, DELTA)

    assert [type(each) for each in events] == [
        MessageStartEvent,
        ContentBlockDeltaEvent,
        OtherMessageStreamEvent,
        MessageStopEvent,
    ]
    assert type(events[1].delta) is TextDelta
    assert events[2]["note"].a == 1


def test_done_ends_a_stream_too(driver: Driver, server: Server) -> None:
    """The data that may end a stream is no event."""
    assert len(messages(driver, server, START, DONE, DELTA)) == 1


def test_a_type_is_taken_from_the_name(driver: Driver, server: Server) -> None:
    """An event without a type has the one that it is named by."""
    (last,) = messages(driver, server, b"event: message_stop\ndata: {}\n\n")

    assert type(last) is MessageStopEvent


def test_a_stream_cut_short(driver: Driver, server: Server) -> None:
    """A stream without its last event raises, and says which that would have been."""
    with pytest.raises(IncompleteStream, match=r"without '\[DONE\]' or 'message_stop'"):
        messages(driver, server, START, DELTA)


@pytest.mark.parametrize(
    "error",
    [
        named("error", error={"type": "overloaded_error", "message": "Busy"}),
        event({"type": "error", "code": "server_error", "message": "Failed"}),
        event({"type": "overloaded_error", "message": "Busy"}),
        event({"error": {"message": "Busy"}}),
        event({"message": "Busy"}),
    ],
)
def test_an_error_among_events(driver: Driver, server: Server, error: bytes) -> None:
    """An error event raises; a message that an event has beside is none."""
    noted = named("message_note", message="just a note")
    with pytest.raises(StreamError, match="carries an error"):
        messages(driver, server, START, noted, error, STOP)


def test_a_response_that_failed_is_an_event(driver: Driver, server: Server) -> None:
    """The last event of a response that failed has the response, and is no error."""
    failed = {"id": "r", "status": "failed", "error": {"message": "No"}}
    last = named("response.failed", response=failed)
    (found,) = streamed(driver, server, create_response, {"model": "m", "input": "Hi"}, last)

    assert found.response.error.message == "No"


def test_plain_answers(driver: Driver, server: Server) -> None:
    """A plain call gives the model, one that failed included."""
    server.answer(json_reply({"id": "r", "status": "failed", "error": {"message": "No"}}))
    function = create_response.sync if driver.name == "sync" else create_response.asyncio
    with driver.entered(_client(server)) as client:
        found = driver.wait(function(client=client, body={"model": "m", "input": "Hi"}))

    assert type(found) is Response
    assert (found.status, found.output_text) == ("failed", "")
