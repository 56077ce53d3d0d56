"""Limits of time on bodies without an end of their own, and reading that is broken off."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import httpx
import pytest

from apertis import (
    APIError,
    APIStreamError,
    APITimeoutError,
    AsyncApertis,
    ConfigurationError,
)
from tests.drivers import AT_ONCE, KEY, NOTHING_IS_SENT, Driver, SyncDriver
from tests.server import (
    DONE,
    PATIENCE,
    Flood,
    Server,
    Step,
    chunk,
    completion,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire

HEL = chunk(content="Hel")
STOP = chunk("stop")


def timely(driver: Driver, attempt: Callable[[Driver, Server, float], None]) -> None:
    """Make an attempt with a limit of 0.2 seconds; where that fails, with longer ones.

    On a busy machine a short limit may pass before the server has sent what the attempt is about.
    """
    for seconds in (0.2, 2.0, 10.0):
        try:
            with Server() as server, type(driver)(server.url) as again:
                attempt(again, server, seconds)
            assert not server.problems, "\n".join(server.problems)
        except (AssertionError, APITimeoutError):
            if seconds == 10.0:
                raise
        else:
            return


# -- bodies that end with their connection -------------------------------------------------------


@pytest.mark.parametrize("rest", ["silence", "trickle"])
@pytest.mark.parametrize("before", [b"", b'{"choices": []'], ids=["nothing", "half"])
def test_deadline_of_a_body_that_ends_with_its_connection(
    driver: Driver, rest: str, before: bytes
) -> None:
    """A body that the deadline cut off is never taken for a whole one."""

    def attempt(driver: Driver, server: Server, seconds: float) -> None:
        step: Step = server.gate() if rest == "silence" else Flood(b" ")
        server.answer(reply([before, step], framing="close"))
        client = driver.client(max_retries=AT_ONCE)
        with pytest.raises(APITimeoutError, match=f"deadline of {seconds:g} seconds") as caught:
            driver.create(client, deadline=seconds)

        assert (caught.value.phase, caught.value.seconds) == ("deadline", seconds)
        assert len(server.requests) == 1
        server.wait_until_open(0)

    timely(driver, attempt)


def test_time_out_of_a_body_that_ends_with_its_connection(driver: Driver) -> None:
    """A body that falls silent is not taken for a whole one, even where it is JSON already."""

    def attempt(driver: Driver, server: Server, seconds: float) -> None:
        body = b'{"choices": []}'
        server.answer(reply([body, server.gate()], framing="close"))
        client = driver.client(timeout=seconds)
        with pytest.raises(APITimeoutError) as caught:
            driver.create(client)

        assert (caught.value.phase, caught.value.seconds) == ("read", seconds)
        server.wait_until_open(0)

    timely(driver, attempt)


# What had arrived of a stream when it fell silent.
ARRIVED: dict[str, Sequence[bytes]] = {
    "an event": [HEL],
    "half an event": [HEL, HEL[:30]],
    "a finish reason": [HEL, STOP],
    "half an event after a finish reason": [HEL, STOP, b"data: [DO"],
}
# The limits of a call, where 0 stands for the short one, and the phase that its error names.
LIMITS: dict[str, tuple[dict[str, float], str]] = {
    "timeout": ({"timeout": 0}, "read"),
    "idle_timeout": ({"idle_timeout": 0}, "idle"),
    "deadline": ({"deadline": 0}, "deadline"),
    "timeout before idle_timeout": ({"timeout": 0, "idle_timeout": 60}, "read"),
    "timeout before deadline": ({"timeout": 0, "deadline": 60}, "read"),
    "idle_timeout before timeout": ({"timeout": 60, "idle_timeout": 0}, "idle"),
    "idle_timeout before deadline": ({"deadline": 60, "idle_timeout": 0}, "idle"),
    "deadline before idle_timeout": ({"deadline": 0, "idle_timeout": 60}, "deadline"),
}


@pytest.mark.parametrize(
    ("limit", "arrived"),
    [
        *((limit, arrived) for limit in ("idle_timeout", "deadline") for arrived in ARRIVED),
        *((limit, "an event") for limit in LIMITS if limit not in ("idle_timeout", "deadline")),
    ],
)
def test_silence_of_a_stream(driver: Driver, arrived: str, limit: str) -> None:
    """A silent stream is a time-out that names its limit, wherever it fell silent."""

    def attempt(driver: Driver, server: Server, seconds: float) -> None:
        server.answer(event_stream(*ARRIVED[arrived], server.gate(), framing="close"))
        assert_cut_off(driver, server, limit, seconds)
        assert len(server.requests) == 1

    timely(driver, attempt)


def assert_cut_off(driver: Driver, server: Server, limit: str, seconds: float) -> None:
    options, phase = LIMITS[limit]
    options = {name: value or seconds for name, value in options.items()}
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APITimeoutError) as caught:
        driver.all(driver.create(client, stream=True, **options))

    error = caught.value
    assert (error.phase, error.seconds) == (phase, seconds)
    assert f"{seconds:g} seconds" in error.message
    assert error.partial is not None
    assert error.partial.choices[0].message.content is not None
    assert error.partial.choices[0].message.content.startswith("Hel")
    server.wait_until_open(0)


@pytest.mark.parametrize(
    ("flood", "limit"),
    [
        (b": keep-alive\n\n", "idle_timeout"),
        (b": keep-alive\n\n", "deadline"),
        (b": keep-alive\n\n", "idle_timeout before deadline"),
        (b": keep-alive\n\n", "deadline before idle_timeout"),
        (HEL, "deadline"),
        (b" ", "idle_timeout"),
        (b" ", "deadline"),
    ],
)
def test_stream_that_is_busy_for_nothing(driver: Driver, flood: bytes, limit: str) -> None:
    """Bytes that keep coming put no limit off but that of silence."""

    def attempt(driver: Driver, server: Server, seconds: float) -> None:
        server.answer(event_stream(HEL, Flood(flood), framing="close"))
        assert_cut_off(driver, server, limit, seconds)

    timely(driver, attempt)


@pytest.mark.parametrize("consume", ["iterate", "text_deltas", "get_final_completion"])
def test_stream_that_was_cut_off_stays_so(driver: Driver, consume: str) -> None:
    """However a stream that passed its limit is read on, it tells of that again."""

    def attempt(driver: Driver, server: Server, seconds: float) -> None:
        server.answer(event_stream(HEL, STOP, server.gate(), framing="close"))
        stream = driver.create(driver.client(), stream=True, idle_timeout=seconds)
        with pytest.raises(APITimeoutError):
            driver.all(stream)
        with pytest.raises(APITimeoutError) as caught:
            consumed(driver, stream, consume)

        assert caught.value.phase == "idle"

    timely(driver, attempt)


# -- numbers -------------------------------------------------------------------------------------

HUGE = [1e10, 1e300, 10**400, float("inf")]


@NOTHING_IS_SENT
@pytest.mark.parametrize("seconds", HUGE, ids=["1e10", "1e300", "10**400", "inf"])
@pytest.mark.parametrize("name", ["timeout", "deadline", "idle_timeout", "httpx.Timeout"])
def test_more_seconds_than_a_clock_counts(driver: Driver, name: str, seconds: float) -> None:
    """A limit that no clock can count is refused by name before anything is sent."""
    is_of_httpx = name == "httpx.Timeout"
    options: Any = {"timeout": httpx.Timeout(seconds)} if is_of_httpx else {name: seconds}
    named = r"timeout \(connect\)" if is_of_httpx else name
    client = driver.client()
    with pytest.raises(ConfigurationError, match=f"^{named} must be at most [0-9]+ seconds, not "):
        driver.create(client, **options)
    if "timeout" in options:
        with pytest.raises(ConfigurationError, match=f"^{named} must be at most"):
            driver.client(**options)


def test_as_many_seconds_as_a_clock_counts(driver: Driver, server: Server) -> None:
    """The greatest limit that is taken works."""
    greatest = threading.TIMEOUT_MAX
    server.answer(json_reply(completion()), event_stream(HEL, STOP, DONE))
    options = {"timeout": greatest, "deadline": greatest, "idle_timeout": greatest}
    client = driver.client()

    assert driver.create(client, **options).choices[0].message.content == "Hello!"
    assert len(driver.all(driver.create(client, stream=True, **options))) == 2


# -- closing what another is reading -------------------------------------------------------------


@pytest.mark.parametrize("framing", ["close", "chunked"])
@pytest.mark.parametrize("arrived", ARRIVED)
def test_closing_wakes_a_thread_that_reads(server: Server, framing: Any, arrived: str) -> None:
    """A stream that is closed while another thread reads it wakes that thread at once."""
    server.answer(event_stream(*ARRIVED[arrived], server.gate(), framing=framing))
    ended: list[BaseException | str] = []
    with SyncDriver(server.url) as driver:
        stream = driver.create(driver.client(), stream=True)
        reading = threading.Event()

        def read() -> None:
            try:
                for _ in range(2 if STOP in ARRIVED[arrived] else 1):
                    next(stream)
                reading.set()
                ended.append(next(stream, "the end"))
            except BaseException as error:  # noqa: BLE001  whatever it is, the test sees it
                ended.append(error)

        thread = threading.Thread(target=read, daemon=True)
        thread.start()
        assert reading.wait(PATIENCE)
        stream.close()
        thread.join(PATIENCE)

        assert not thread.is_alive(), "nobody woke the reader"
        with suppress(APIError, RuntimeError):
            assert list(stream) == []
    assert_left(ended)
    server.wait_until_open(0)


@pytest.mark.parametrize("framing", ["close", "chunked"])
@pytest.mark.parametrize("arrived", ARRIVED)
def test_closing_wakes_a_task_that_reads(server: Server, framing: Any, arrived: str) -> None:
    """A stream that is closed while another task reads it wakes that task at once."""
    server.answer(event_stream(*ARRIVED[arrived], server.gate(), framing=framing))
    ended: list[BaseException | str] = []

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url, max_retries=0) as client:
            stream = await client.chat.completions.create(
                model="m", messages=[{"role": "user", "content": "Hi"}], stream=True
            )
            reading = asyncio.Event()

            async def read() -> None:
                try:
                    for _ in range(2 if STOP in ARRIVED[arrived] else 1):
                        await anext(stream)
                    reading.set()
                    ended.append(str(await anext(stream, "the end")))
                except BaseException as error:  # noqa: BLE001  whatever it is, the test sees it
                    ended.append(error)

            task = asyncio.create_task(read())
            await asyncio.wait_for(reading.wait(), PATIENCE)
            await asyncio.sleep(0)  # the reader goes on and waits for the server
            await stream.close()
            await asyncio.wait_for(task, PATIENCE)

    asyncio.run(main())
    assert_left(ended)
    server.wait_until_open(0)


def assert_left(ended: Sequence[BaseException | str]) -> None:
    (end,) = ended
    assert end == "the end" or isinstance(end, APIStreamError), f"the reader got {end!r}"


# -- interruptions -------------------------------------------------------------------------------


class Interruption(BaseException):
    """What a signal handler may raise: no `Exception`."""


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that raises between its pieces."""

    def __init__(self, pieces: Sequence[bytes | BaseException]) -> None:
        self._pieces = pieces
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, BaseException):
                raise piece
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.is_closed = True

    async def aclose(self) -> None:
        self.close()


def over(driver: Driver, body: Body) -> Any:
    """Return a client whose server answers with this body."""

    def answer(request: httpx.Request) -> httpx.Response:
        headers = {"Content-Type": "text/event-stream"}
        return httpx.Response(200, headers=headers, stream=body)

    http = driver.http_client(transport=httpx.MockTransport(answer))
    return driver.client(http_client=http, base_url="https://api.example/v1")


def consumed(driver: Driver, stream: Any, consume: str) -> object:
    """Read what is left of a stream in one of the ways there are."""
    if consume == "get_final_completion":
        return driver.wait(stream.get_final_completion())
    return driver.all(stream if consume == "iterate" else getattr(stream, consume)())


@pytest.mark.parametrize("consume", ["iterate", "text_deltas", "get_final_completion"])
@pytest.mark.parametrize("before", [[HEL], [HEL, STOP], [HEL, HEL[:30]]], ids=len)
@pytest.mark.parametrize(
    "interruption", [Interruption, ZeroDivisionError], ids=lambda x: x.__name__
)
def test_going_on_after_an_interruption(
    driver: Driver,
    consume: str,
    before: list[bytes],
    interruption: type[BaseException],
) -> None:
    """A stream whose reading was interrupted never ends as if it were whole."""
    body = Body([*before, interruption("now"), DONE])
    stream = driver.create(over(driver, body), stream=True)
    with pytest.raises(interruption, match="now"):
        driver.all(stream)
    with pytest.raises(APIStreamError, match="interrupted") as caught:
        consumed(driver, stream, consume)

    assert caught.value.truncated
    assert caught.value.partial is not None
    assert caught.value.partial.choices[0].message.content == "Hel"
    assert body.is_closed


@pytest.mark.parametrize(
    "interruption", [Interruption, ZeroDivisionError], ids=lambda x: x.__name__
)
def test_interruption_of_a_plain_call(driver: Driver, interruption: type[BaseException]) -> None:
    """What interrupts the reading of a plain answer goes through, and its connection is closed."""
    body = Body([b'{"choices"', interruption("now")])
    client = over(driver, body)
    with pytest.raises(interruption, match="now"):
        driver.create(client)

    assert body.is_closed


@pytest.mark.parametrize("consume", ["iterate", "get_final_completion"])
@pytest.mark.parametrize("before", [[HEL], [HEL, STOP], [HEL, HEL[:30]]], ids=len)
def test_going_on_after_a_cancellation(
    server: Server, consume: str, before: Sequence[bytes]
) -> None:
    """A stream whose reading was cancelled never ends as if it were whole."""
    server.answer(event_stream(*before, server.gate()))

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url, max_retries=0) as client:
            stream = await client.chat.completions.create(
                model="m", messages=[{"role": "user", "content": "Hi"}], stream=True
            )
            await anext(stream)
            if STOP in before:
                await anext(stream)
            task = asyncio.ensure_future(anext(stream))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            going_on = anext if consume == "iterate" else type(stream).get_final_completion
            with pytest.raises(APIStreamError, match="interrupted") as caught:
                await going_on(stream)
            assert caught.value.truncated
            assert caught.value.partial is not None

    asyncio.run(main())
    server.wait_until_open(0)
