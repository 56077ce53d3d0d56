"""What `client.messages` and `client.responses` have in common, over a socket."""

from __future__ import annotations

from typing import Any

import pytest

from apertis import (
    APIResponseValidationError,
    APIStreamError,
    APITimeoutError,
    BadRequestError,
    InternalServerError,
    LengthFinishReasonError,
    RateLimitError,
    RetryPolicy,
    ToolTurnsError,
)
from tests.answers.apis import API, APIS, Cat, weather
from tests.drivers import NOTHING_IS_SENT, Driver
from tests.server import CLOSE, DONE, RESET, Server, Step, event, event_stream, json_reply

pytestmark = pytest.mark.wire


@pytest.fixture(params=APIS)
def api(request: pytest.FixtureRequest) -> API:
    """Run a test for each of these APIs."""
    return APIS[request.param]


def each(of: str) -> pytest.MarkDecorator:
    """Run a test for each of the cases that an API has under that name."""
    cases = [
        pytest.param(api, case, id=f"{api.name}-{number}")
        for api in APIS.values()
        for number, case in enumerate(
            getattr(api, of).values() if isinstance(getattr(api, of), dict) else getattr(api, of)
        )
    ]
    return pytest.mark.parametrize(("api", "case"), cases)


# Streams of events


def assert_hello(driver: Driver, server: Server, api: API, body: list[Step]) -> None:
    server.answer(event_stream(*body))
    answer = api.final_of(driver, api.create(driver, stream=True))

    assert type(answer).__name__ == api.name.removesuffix("s").title()
    assert api.text_of(answer) == "Hello!"
    assert answer.usage.input_tokens > 0


@pytest.mark.parametrize("how", ["one piece", "single bytes", "[DONE] after the end", "notices"])
def test_a_stream_is_whole_however_it_is_cut(
    driver: Driver, server: Server, api: API, how: str
) -> None:
    """A stream is whole with its last event, however it is cut and whatever follows."""
    sent = b"".join(step for step in api.hello if isinstance(step, bytes))
    bodies: dict[str, list[Step]] = {
        "one piece": [sent],
        "single bytes": [bytes([byte]) for byte in sent],
        "[DONE] after the end": [*api.hello, DONE],
        "notices": [b": comment\n\n", event(b"hello"), *api.hello],
    }
    assert_hello(driver, server, api, bodies[how])


@each("others")
def test_a_stream_is_whole_whatever_its_end_leaves_out(
    driver: Driver, server: Server, api: API, case: list[Step]
) -> None:
    """What the last event should have, or be, may be known from those before it."""
    assert_hello(driver, server, api, case)


@pytest.mark.parametrize("how", ["text_deltas", "iterate", "final"])
@pytest.mark.parametrize("end", [b"", CLOSE, RESET, DONE], ids=["end", "close", "reset", "done"])
def test_a_stream_that_ends_early(
    driver: Driver, server: Server, api: API, how: str, end: Any
) -> None:
    """A stream without its last event is an error, which has what came before."""
    server.answer(event_stream(*api.hello[:5], end))
    stream = api.create(driver, stream=True)
    ways: dict[str, Any] = {
        "text_deltas": lambda: driver.all(stream.text_deltas()),
        "iterate": lambda: driver.all(stream),
        "final": lambda: api.final_of(driver, stream),
    }
    with pytest.raises(APIStreamError) as caught:
        ways[how]()
    name, value = api.unended

    assert caught.value.truncated
    assert "Hello!".startswith(api.text_of(caught.value.partial))
    assert getattr(caught.value.partial, name) == value


@each("errors")
@pytest.mark.parametrize("before", [0, 4])
def test_an_error_in_the_stream(
    driver: Driver, server: Server, api: API, case: tuple[bytes, int], before: int
) -> None:
    """An error event raises the class of what it says, with what came before it."""
    error, status = case
    server.answer(event_stream(*api.hello[:before], error, *api.hello[before:]))
    kinds = {400: BadRequestError, 429: RateLimitError}
    with pytest.raises(kinds.get(status, InternalServerError)) as caught:
        driver.all(api.create(driver, stream=True))
    partial = getattr(caught.value, "partial", None)

    assert isinstance(caught.value, APIStreamError)
    assert caught.value.status_code == status
    assert not caught.value.truncated
    assert (api.text_of(partial) if partial else None) == ("Hel" if before else None)


def test_an_error_before_anything_is_retried(driver: Driver, server: Server, api: API) -> None:
    """A stream that begins with an overloaded server is opened again."""
    server.answer(event_stream(api.errors[0][0]), event_stream(*api.hello))
    client = driver.client(max_retries=RetryPolicy(1, first_wait=0))
    driver.all(api.create(driver, client, stream=True))

    assert len(server.requests) == 2


def test_torn_json_in_the_stream(driver: Driver, server: Server, api: API) -> None:
    """An event that is no JSON ends the stream with what came before."""
    torn = event(b'{"type": "content_blo', name="x")
    server.answer(event_stream(*api.hello[:4], torn, *api.hello[4:]))
    with pytest.raises(APIStreamError, match="not valid JSON") as caught:
        driver.all(api.create(driver, stream=True))

    assert api.text_of(caught.value.partial) == "Hel"


def test_a_silent_stream_times_out(driver: Driver, server: Server, api: API) -> None:
    """A stream that falls silent raises with what came before."""
    server.answer(event_stream(*api.hello[:4], server.gate(), *api.hello[4:]))
    with pytest.raises(APITimeoutError) as caught:
        driver.all(api.create(driver, idle_timeout=0.2, stream=True))

    assert api.text_of(caught.value.partial) == "Hel"


@pytest.mark.parametrize("view", ["with_raw_response", "with_streaming_response"])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_views(driver: Driver, server: Server, api: API, view: str, *, stream: bool) -> None:
    """The HTTP responses of answers and of their streams give what the plain call gives."""
    server.answer(event_stream(*api.hello) if stream else json_reply(api.words("Hello!")))
    call = getattr(api.resource(driver.client()), view).create(**api.question, stream=stream)
    if view == "with_streaming_response":
        with driver.entered(call) as response:
            parsed = driver.wait(response.parse())
            parsed = api.final_of(driver, parsed) if stream else parsed
    else:
        parsed = driver.wait(call).parse()
        parsed = api.final_of(driver, parsed) if stream else parsed

    assert api.text_of(parsed) == "Hello!"


def test_the_answer_so_far(driver: Driver, server: Server, api: API) -> None:
    """What has been iterated can be read as an answer at any time."""
    server.answer(event_stream(*api.hello))
    with api.opened(driver) as stream:
        while driver.next(stream).type != api.delta:
            pass
        snapshot = getattr(stream, api.snapshot)
        driver.all(stream)

    assert api.text_of(snapshot) == "Hel"


def test_leaving_a_stream_early_closes_it(driver: Driver, server: Server, api: API) -> None:
    """A block that is left closes the connection."""
    server.answer(event_stream(*api.hello[:4], server.gate()))
    with api.opened(driver) as stream:
        driver.next(stream)
    server.wait_until_open(0)

    assert repr(stream).endswith(", closed>")


# Structured output


@each("unfit")
@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
def test_output_that_does_not_fit(
    driver: Driver, server: Server, api: API, case: tuple[Any, type[Any]], *, streamed: bool
) -> None:
    """Output that is cut, empty or of another form raises, with the answer."""
    answer, error = case
    server.answer(json_reply(answer))
    arguments = {**api.question, "response_format": Cat, "tools": [weather]}
    resource = api.resource(driver.client())

    def ask() -> None:
        if not streamed:
            driver.wait(resource.parse(**arguments))
        with driver.entered(resource.stream(**arguments)) as stream:
            driver.all(stream)

    with pytest.raises(error) as caught:
        ask()

    assert caught.value.completion.id == answer["id"]


def test_a_refusal_is_no_output(driver: Driver, server: Server, api: API) -> None:
    """What a model writes to refuse is not parsed."""
    server.answer(json_reply(api.refusal))
    parse = api.resource(driver.client()).parse
    answer = driver.wait(parse(**api.question, response_format=Cat))

    assert getattr(answer, api.parsed) is None
    assert answer.to_dict() == api.refusal


def test_partial_output(driver: Driver, server: Server, api: API) -> None:
    """Events of text have what it says so far."""
    server.answer(event_stream(*api.pieces('{"name": "To', 'm", "age": 3}')))
    with api.opened(driver, response_format=Cat) as stream:
        parsed = [each.parsed for each in driver.all(stream) if each.type == api.delta]
        final = api.final_of(driver, stream)

    assert parsed == [{"name": "To"}, {"name": "Tom", "age": 3}]
    assert getattr(final, api.parsed) == Cat(name="Tom", age=3)


# Tool runs


def test_turns_of_a_run(driver: Driver, server: Server, api: API) -> None:
    """Each turn has its answer and its calls, whose content can be set."""
    server.answer(json_reply(api.calling), json_reply(api.words("Done.")))
    tool_run = api.run(driver)
    first = driver.next(tool_run)
    [call] = first.calls
    call.content = "snow"
    second = driver.next(tool_run)
    driver.all(tool_run)

    assert call.parsed_arguments == {"city": "Paris", "days": 1}
    assert (second.calls, api.text_of(second.answer)) == ([], "Done.")
    assert '"snow"' in server.requests[1].body.decode()


@each("cut")
def test_a_cut_answer_runs_no_tools(driver: Driver, server: Server, api: API, case: Any) -> None:
    """An answer that was cut off, for any reason, runs no tool: its arguments may be cut."""
    server.answer(json_reply(case))
    with pytest.raises(LengthFinishReasonError, match="no tool was run"):
        api.final_of(driver, api.run(driver))


def test_turns_are_limited(driver: Driver, server: Server, api: API) -> None:
    """A run that needs more turns than allowed raises, with its messages."""
    server.answer(json_reply(api.calling))
    with pytest.raises(ToolTurnsError) as caught:
        api.final_of(driver, api.run(driver, max_turns=1))

    assert caught.value.completion.id == api.calling["id"]
    assert len(caught.value.messages) == 2


# Mistakes


@NOTHING_IS_SENT
@pytest.mark.parametrize("method", ["create", "parse", "stream", "run_tools"])
def test_mistakes_are_named(driver: Driver, api: API, method: str) -> None:
    """An argument that does not exist is named before anything is sent."""
    call = getattr(api.resource(driver.client()), method)
    with pytest.raises(TypeError, match=rf"{api.name}\.{method}.*colour"):
        driver.wait(call(**api.question, tools=[], colour="red"))


def test_an_empty_answer_is_none(driver: Driver, server: Server, api: API) -> None:
    """A body without anything of an answer is an error."""
    server.answer(json_reply({"hello": "world"}))
    with pytest.raises(APIResponseValidationError):
        api.create(driver)
