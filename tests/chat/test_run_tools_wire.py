"""`run_tools`: what goes over the wire while a model calls tools, and what becomes of it."""

from __future__ import annotations

import asyncio
import gc
from typing import Any, TypedDict

import pytest
import trio

from apertis import (
    APIStreamError,
    APITimeoutError,
    AsyncApertis,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    RateLimitError,
    StructuredOutputError,
    ToolTurnsError,
    tool,
)
from tests.drivers import KEY, Driver
from tests.server import DONE, Server, Step, chunk, completion, event, event_stream, json_reply

pytestmark = pytest.mark.wire

QUESTION = {"role": "user", "content": "What is 2 x 4?"}


class Number(TypedDict):
    """What is asked for in the end."""

    number: int


@tool
def double(x: int) -> int:
    """Return the double of a number.

    Args:
        x: The number.
    """
    return 2 * x


@tool(name="double")
def unreachable(x: int) -> int:
    """Fail, since it must not be called."""
    raise SystemExit(f"called with {x}")


def run_tools(driver: Driver, *tools: Any, **arguments: Any) -> Any:
    """Return what `run_tools` gives, asked with a question."""
    run = driver.client().chat.completions.run_tools
    return run(**{"model": "m", "messages": [QUESTION], "tools": tools or [double], **arguments})


def call(arguments: str = '{"x": 4}', name: str = "double", id: str = "call_1") -> dict[str, Any]:
    return {"id": id, "type": "function", "function": {"name": name, "arguments": arguments}}


def asking(
    *calls: dict[str, Any], stream: bool = False, finish_reason: str = "tool_calls"
) -> list[Step]:
    """Return the script of an answer that asks for calls, whole or in pieces."""
    if not stream:
        message = {"role": "assistant", "content": None, "tool_calls": list(calls)}
        choice = {"index": 0, "message": message, "finish_reason": finish_reason}
        return json_reply(completion(choices=[choice]))
    chunks: list[bytes] = []
    for index, each in enumerate(calls):
        function: dict[str, str] = each["function"]
        begin, end = function["arguments"][:3], function["arguments"][3:]
        first = {**each, "index": index, "function": {**function, "arguments": begin}}
        chunks.append(chunk(tool_calls=[first]))
        chunks.append(chunk(tool_calls=[{"index": index, "function": {"arguments": end}}]))
    return event_stream(*chunks, chunk(finish_reason), DONE)


def saying(text: str, finish_reason: str = "stop", *, stream: bool = False) -> list[Step]:
    """Return the script of an answer in words, whole or in pieces."""
    if not stream:
        message = {"role": "assistant", "content": text}
        choice = {"index": 0, "message": message, "finish_reason": finish_reason}
        return json_reply(completion(choices=[choice]))
    begin, end = chunk(role="assistant", content=text[:3]), chunk(content=text[3:])
    return event_stream(begin, end, chunk(finish_reason), DONE)


def told(server: Server) -> list[str]:
    """Return what the model was told of its calls, in the last request."""
    messages = server.requests[-1].json["messages"]
    return [message["content"] for message in messages if message["role"] == "tool"]


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_a_conversation_with_a_tool(stream: bool, driver: Driver, server: Server) -> None:
    """The tool is defined, its result goes back with the call, and the model has its answer."""
    server.answer(asking(call(), stream=stream), saying("It is 8.", stream=stream))
    run = run_tools(driver, stream=stream, temperature=0)
    final = driver.wait(run.get_final_completion())
    first, second = (request.json for request in server.requests)
    asked, result = second["messages"][1:]

    assert final.choices[0].message.content == "It is 8."
    assert first["messages"] == [QUESTION]
    assert first["tools"] == second["tools"] == [double.to_dict()]
    assert (first["temperature"], second["temperature"]) == (0, 0)
    assert first.get("stream", False) is second.get("stream", False) is stream
    assert asked["role"] == "assistant"
    assert [each["function"] for each in asked["tool_calls"]] == [call()["function"]]
    assert result == {"role": "tool", "tool_call_id": "call_1", "content": "8"}
    assert server.connections == [1, 1]


def test_nothing_is_sent_before_it_is_read(driver: Driver, server: Server) -> None:
    """Making a run sends nothing, and a run that is never read leaves nothing open."""
    run = run_tools(driver)
    del run
    gc.collect()

    assert server.requests == []


def test_each_turn_is_followed_as_it_is_written(driver: Driver, server: Server) -> None:
    """A streamed turn has events; what is not iterated is read when the run goes on."""
    server.answer(asking(call(), stream=True), saying("It is 9.", stream=True))
    run = run_tools(driver, stream=True)
    first = driver.next(run)
    types = [each.type for each in driver.all(first.stream)]
    [asked] = driver.wait(first.get_calls())
    asked.content = "9"
    again = driver.wait(first.get_calls())
    second = driver.next(run)
    text = driver.next(second.stream.text_stream)
    rest = driver.all(run)

    assert "tool_calls.function.arguments.done" in types
    assert again == [asked]
    assert told(server) == ["9"]
    assert text == "It "
    assert rest == []
    assert driver.wait(second.stream.get_final_text()) == "It is 9."
    assert driver.wait(run.get_final_completion()).choices[0].message.content == "It is 9."


def test_a_streamed_turn_runs_its_calls(driver: Driver, server: Server) -> None:
    """Events have the arguments as the tool takes them; results are there when asked for."""
    server.answer(asking(call(), stream=True), saying("It is 8.", stream=True))
    run = run_tools(driver, stream=True)
    first = driver.next(run)
    ends = [each for each in driver.all(first.stream) if each.type.endswith("arguments.done")]
    [ran] = driver.wait(first.run_calls())
    driver.wait(run.get_final_completion())

    assert [each.parsed_arguments for each in ends] == [ran.parsed_arguments] == [{"x": 4}]
    assert (ran.result, ran.content) == (8, "8")
    assert told(server) == ["8"]


def test_a_run_is_bounded(driver: Driver, server: Server) -> None:
    """A model that never stops calling tools is stopped; its messages can be used again."""
    server.answer(asking(call()), asking(call()), saying("It is 8."))
    run = run_tools(driver, max_turns=2)
    with pytest.raises(ToolTurnsError, match="still calls tools after 2 turn") as caught:
        driver.wait(run.get_final_completion())
    more = run_tools(driver, messages=run.messages)

    assert len(server.requests) == 2
    assert caught.value.messages[:-1] == run.messages
    assert caught.value.messages[-1] is caught.value.completion.choices[0].message
    assert driver.wait(more.get_final_completion()).choices[0].message.content == "It is 8."
    assert told(server) == ["8"]


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_a_last_answer_of_a_type(stream: bool, driver: Driver, server: Server) -> None:
    """The last answer is read as the type; answers that call tools need not fit."""
    thinking = {"role": "assistant", "content": "Let me see.", "tool_calls": [call()]}
    first = asking(call(), stream=True)
    if not stream:
        first = json_reply(completion(choices=[{"index": 0, "message": thinking}]))
    server.answer(first, saying('{"number": 8}', stream=stream))
    run = run_tools(driver, response_format=Number, stream=stream)
    final = driver.wait(run.get_final_completion())

    assert final.choices[0].message.parsed == {"number": 8}
    names = [r.json["response_format"]["json_schema"]["name"] for r in server.requests]
    assert names == ["Number", "Number"]


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize(
    ("text", "finish_reason", "error"),
    [
        ('{"number"', "length", LengthFinishReasonError),
        ("It is 8.", "stop", StructuredOutputError),
    ],
)
def test_a_last_answer_that_is_no_good(  # noqa: PLR0917  as many as there are
    text: str,
    finish_reason: str,
    error: type[Exception],
    stream: bool,
    driver: Driver,
    server: Server,
) -> None:
    """What `parse` raises, a run raises; what was said before it is kept."""
    server.answer(asking(call(), stream=stream), saying(text, finish_reason, stream=stream))
    run = run_tools(driver, response_format=Number, stream=stream)
    with pytest.raises(error):
        driver.wait(run.get_final_completion())

    assert [each if isinstance(each, dict) else each.role for each in run.messages] == [
        QUESTION,
        "assistant",
        {"role": "tool", "tool_call_id": "call_1", "content": "8"},
    ]


def test_a_cut_answer_in_words_is_an_answer(driver: Driver, server: Server) -> None:
    """Without a type, the last answer is what the model wrote, however it ended."""
    server.answer(saying("It is", "length"))
    final = driver.wait(run_tools(driver).get_final_completion())

    assert final.choices[0].finish_reason == "length"


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize(
    ("finish_reason", "error"),
    [
        ("length", LengthFinishReasonError),
        ("content_filter", ContentFilterFinishReasonError),
        ("refusal", ContentFilterFinishReasonError),
    ],
)
def test_calls_of_a_cut_answer_are_not_run(
    finish_reason: str, error: type[Exception], stream: bool, driver: Driver, server: Server
) -> None:
    """Where an answer was cut, its calls may be too: no tool runs, and the run is over."""
    server.answer(asking(call(), stream=stream, finish_reason=finish_reason))
    run = run_tools(driver, unreachable, stream=stream)
    with pytest.raises(error, match=f"was cut off \\({finish_reason}\\); no tool was run"):
        driver.wait(run.get_final_completion())

    with pytest.raises(RuntimeError, match="the run has been read to its end or closed"):
        driver.all(run)
    assert run.messages == [QUESTION]


@pytest.mark.parametrize("is_watched", [False, True])
def test_calls_of_a_broken_stream_are_not_run(
    is_watched: bool, driver: Driver, server: Server
) -> None:
    """Whoever is told first that a stream broke, the run acts on nothing of it."""
    asked = chunk(tool_calls=[{**call(), "index": 0}])
    server.answer(event_stream(asked, event({"error": {"message": "overloaded"}})))
    run = run_tools(driver, unreachable, stream=True)
    if is_watched:
        stream = driver.next(run).stream
        with pytest.raises(APIStreamError):
            driver.all(stream)
    with pytest.raises(APIStreamError):
        driver.wait(run.get_final_completion())

    with pytest.raises(RuntimeError, match="the run has been read to its end or closed"):
        driver.all(run)
    assert run.messages == [QUESTION]


def test_a_call_that_fails_ends_the_run(driver: Driver, server: Server) -> None:
    """What the client raises comes out; another run goes on from where this one was."""
    failure = json_reply({"error": {"message": "slow down"}}, status=429)
    server.answer(asking(call()), failure, saying("It is 8."))
    run = run_tools(driver)
    with pytest.raises(RateLimitError, match="slow down"):
        driver.wait(run.get_final_completion())
    more = run_tools(driver, messages=run.messages)

    with pytest.raises(RuntimeError, match="the run has been read to its end or closed"):
        driver.all(run)
    assert driver.wait(more.get_final_completion()).choices[0].message.content == "It is 8."


def test_options_count_for_each_turn(driver: Driver, server: Server) -> None:
    """Headers and time-outs are those of each turn, and a failed one is tried again as usual."""
    failure = json_reply({}, status=500, headers={"x-should-retry": "true", "retry-after-ms": "1"})
    server.answer(asking(call()), failure, [server.gate()])
    run = run_tools(driver, extra_headers={"x-team": "docs"}, timeout=0.2, max_retries=1)
    with pytest.raises(APITimeoutError):
        driver.wait(run.get_final_completion())
    keys = [request.all("idempotency-key")[0] for request in server.requests]

    assert [request.all("x-team") for request in server.requests] == [["docs"]] * 3
    assert keys[0] != keys[1] == keys[2]


@pytest.mark.parametrize("how", ["with", "close"])
def test_leaving_a_stream_early(how: str, driver: Driver, server: Server) -> None:
    """Who leaves a streamed turn closes the run, and with it the connection; the run is over."""
    server.answer(event_stream(chunk(content="It"), server.gate()))
    run = run_tools(driver, stream=True)
    if how == "with":
        with driver.entered(run) as entered:
            driver.next(driver.next(entered).stream)
    else:
        driver.next(driver.next(run).stream)
        driver.close(run)
    server.wait_until_open(0)

    with pytest.raises(RuntimeError, match="the run has been read to its end or closed"):
        driver.all(run)


def test_closing_in_between_keeps_the_connection(driver: Driver, server: Server) -> None:
    """A run that is left between two turns has given its connection back."""
    server.answer(asking(call(), stream=True), saying("Hello"))
    client = driver.client()
    ask = {"model": "m", "messages": [QUESTION]}
    run = client.chat.completions.run_tools(**ask, tools=[double], stream=True)
    with driver.entered(run):
        driver.wait(driver.next(run).get_calls())
    driver.create(client)

    assert server.connections == [1, 1]


def test_a_stream_that_nobody_closes_is_warned_about(driver: Driver, server: Server) -> None:
    """A streamed turn that is dropped in the midst is what an unclosed stream is."""
    server.answer(event_stream(chunk(content="It"), server.gate()))
    run = run_tools(driver, stream=True)
    turn = driver.next(run)
    with pytest.warns(ResourceWarning, match="Stream was never closed"):  # noqa: PT031  which of them frees it is no matter
        del run, turn
        gc.collect()


def test_an_async_tool_needs_the_async_client(driver: Driver, server: Server) -> None:
    """The synchronous client refuses an async function at once; the other one awaits it."""

    async def later(x: int) -> int:
        return x

    if driver.name == "sync":
        with pytest.raises(TypeError, match="later is an async function: it needs AsyncApertis"):
            run_tools(driver, later)
        return
    server.answer(asking(call(name="later")), saying("It is 4."))
    driver.wait(run_tools(driver, later).get_final_completion())

    assert told(server) == ["4"]


def test_a_run_that_is_cancelled(server: Server) -> None:
    """Whoever cancels a run while the model writes gets just that, and the connection is closed."""

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            run = client.chat.completions.run_tools(
                model="m", messages=[{"role": "user", "content": "Hi"}], tools=[double], stream=True
            )
            begun = asyncio.Event()

            async def follow() -> None:
                async for turn in run:
                    async for _ in turn.stream:
                        begun.set()

            task = asyncio.create_task(follow())
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(server.wait_until_open, 0)

    server.answer(event_stream(chunk(content="It"), server.gate()))
    asyncio.run(main())


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_trio_will_do(stream: bool, server: Server) -> None:
    """A run works under trio: with tools that are async or not, and when it is left early."""

    async def later(x: int) -> int:
        await trio.lowlevel.checkpoint()
        return x

    async def main() -> list[int]:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            run: Any = client.chat.completions.run_tools
            ask: Any = {"model": "m", "messages": [QUESTION], "tools": [double, later]}
            whole = run(**ask, stream=stream)
            await whole.get_final_completion()
            async with run(**ask, stream=stream) as left:
                async for turn in left:
                    if stream:
                        await turn.get_calls()
                    break
        return [len(whole.messages), len(left.messages)]

    calls = [call(id="a"), call(name="later", id="b")]
    server.answer(asking(*calls, stream=stream), saying("Hello", stream=stream))
    server.answer(asking(*calls, stream=stream))

    assert trio.run(main) == [5, 1]
    assert [each["content"] for each in server.requests[1].json["messages"][2:]] == ["8", "4"]
