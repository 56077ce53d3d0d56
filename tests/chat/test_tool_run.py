"""`apertis.chat.async_tool_run`.

What is said next in a conversation with tools, and how tools are called.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import anyio
import pytest
import trio
from pydantic import AfterValidator

from apertis import ChatCompletion, tool
from apertis._answers.requested_call import RequestedCall
from apertis._errors.tree import ApertisError
from apertis._schema.tool import pydantic_function_tool
from apertis._schema.tool_messages import UnknownToolError
from apertis.chat.async_tool_run import AsyncToolRun
from apertis.chat.sync_tool_run import ToolRun, ToolTurn
from apertis_client.models import AllowedToolsToolChoice, UserMessage

ALLOWED = {"type": "allowed_tools", "allowed_tools": {"mode": "required", "tools": []}}
MESSAGES = [{"role": "user", "content": "Hi"}]


@dataclass
class Point:
    """What a tool takes."""

    x: int


BACKENDS = {"asyncio": asyncio.run, "trio": lambda call: trio.run(lambda: call)}


class Stop(BaseException):
    """An exception that `except Exception` does not catch."""


class Model:
    """Returns prepared answers, and records the requests."""

    def __init__(self, *messages: dict[str, Any] | None) -> None:
        self.asked: list[dict[str, Any]] = []
        self._messages = list(messages)

    def create(self, **arguments: Any) -> ChatCompletion:
        self.asked.append({**arguments, "messages": list(arguments["messages"])})
        return ChatCompletion.from_dict({"choices": [{"message": self._messages.pop(0)}]})

    async def acreate(self, **arguments: Any) -> ChatCompletion:
        return self.create(**arguments)

    def run(self, *tools: Any, max_turns: int = 10, **arguments: Any) -> ToolRun[Any, Any]:
        arguments = {"messages": MESSAGES, **arguments}
        return ToolRun(self.create, tools, None, arguments, max_turns=max_turns, stream=None)

    def arun(self, *tools: Any, max_turns: int = 10) -> AsyncToolRun[Any, Any]:
        arguments: Any = {"messages": MESSAGES}
        return AsyncToolRun(self.acreate, tools, None, arguments, max_turns=max_turns, stream=None)


def calls(*asked: tuple[str, Any]) -> dict[str, Any]:
    """Return a message that asks for calls, named a, b and so on."""
    return {
        "role": "assistant",
        "tool_calls": [
            {"id": letter, "type": "function", "function": {"name": name, "arguments": arguments}}
            for letter, (name, arguments) in zip("abcdef", asked, strict=False)
        ],
    }


def said(text: str = "Done.") -> dict[str, Any]:
    return {"role": "assistant", "content": text}


def results(run: ToolRun[Any, Any] | AsyncToolRun[Any, Any]) -> list[Any]:
    """Return what the model was told of its calls."""
    return [message["content"] for message in run.messages if message["role"] == "tool"]


def double(x: int) -> int:
    """Return the double of a number."""
    return 2 * x


@pytest.fixture(params=BACKENDS)
def event_loop(request: pytest.FixtureRequest) -> Callable[[Any], Any]:
    """Run a coroutine to its end, in each of the libraries that have an event loop."""
    return BACKENDS[request.param]


def test_the_messages_given_stay_as_they_are() -> None:
    """The conversation of a run is a list of its own."""
    messages = [UserMessage(content="Hi")]
    Model(calls(("double", '{"x": 4}')), said()).run(
        double, messages=messages
    ).get_final_completion()

    assert messages == [UserMessage(content="Hi")]


def test_any_iterable_of_messages_will_do() -> None:
    """Messages need not be a list."""
    run = Model(said()).run(messages=iter(MESSAGES))

    assert run.messages == MESSAGES


@pytest.mark.parametrize(
    ("messages", "message"),
    [
        (None, "a run needs the argument 'messages'"),
        ("Hi", "messages must be a list, not str"),
        (MESSAGES[0], "messages must be a list, not dict"),
        (UserMessage(content="Hi"), "messages must be a list, not UserMessage"),
    ],
)
def test_messages_that_are_no_list_are_refused(messages: Any, message: str) -> None:
    """A single message is refused in place of a list."""
    with pytest.raises(TypeError, match=message):
        Model().run(double, messages=messages)


@pytest.mark.parametrize("n", [0, 2, "2"])
def test_a_run_has_one_choice(n: Any) -> None:
    """A run refuses `n` above 1."""
    with pytest.raises(ValueError, match=f"n must be 1, not {n}"):
        Model().run(double, n=n)


@pytest.mark.parametrize(
    ("max_turns", "error"),
    [(0, ValueError), (-1, ValueError), (1.5, TypeError), (True, TypeError), (None, TypeError)],
)
def test_max_turns_is_a_number(max_turns: Any, error: type[Exception]) -> None:
    """There is one turn at least, and the number of them is whole."""
    with pytest.raises(error, match="max_turns must be"):
        Model().run(double, max_turns=max_turns)


def test_one_turn_is_enough_for_an_answer() -> None:
    """`max_turns` counts the last answer."""
    completion = Model(said()).run(double, max_turns=1).get_final_completion()

    assert completion.choices[0].message.content == "Done."


@pytest.mark.parametrize(
    ("choice", "later"),
    [
        ("required", "auto"),
        ({"type": "function", "function": {"name": "double"}}, "auto"),
        ("auto", "auto"),
        ("none", "none"),
        (None, None),
        (ALLOWED, {**ALLOWED, "allowed_tools": {"mode": "auto", "tools": []}}),
        (
            AllowedToolsToolChoice.from_dict(ALLOWED),
            {**ALLOWED, "allowed_tools": {"mode": "auto", "tools": []}},
        ),
    ],
)
def test_a_call_is_forced_once(choice: Any, later: Any) -> None:
    """A `tool_choice` that forces a call counts for the first turn; another one for each."""
    model = Model(calls(("double", '{"x": 4}')), said())
    model.run(double, tool_choice=choice).get_final_completion()

    assert [asked["tool_choice"] for asked in model.asked] == [choice, later]


def test_no_tools_are_not_sent() -> None:
    """A run without tools asks as if there were no such thing."""
    model = Model(said())
    model.run().get_final_completion()

    assert model.asked[0]["tools"] is None


@pytest.mark.parametrize(
    ("tools", "error", "message"),
    [
        (None, TypeError, "tools must be a list of functions, not NoneType"),
        (double, TypeError, "tools must be a list of functions, not function"),
        ("double", TypeError, "tools must be a list of functions, not str"),
        ([{"type": "function"}], TypeError, "each must be a function, not dict"),
        (
            [pydantic_function_tool(Point)],
            TypeError,
            "each must be a function, not ModelTool",
        ),
        ([UserMessage], TypeError, "not from the class UserMessage"),
        ([lambda x: x], TypeError, "the parameter x of <lambda>.. has no annotation"),
        ([double, double], ValueError, "two tools are called 'double'; rename one"),
        ([double, tool(double)], ValueError, "two tools are called 'double'"),
    ],
)
def test_tools_are_functions_of_different_names(
    tools: Any, error: type[Exception], message: str
) -> None:
    """The tools of a run are functions with different names."""
    with pytest.raises(error, match=message):
        ToolRun(Model().create, tools, None, {"messages": MESSAGES}, max_turns=1, stream=None)


def test_a_function_that_returns_a_coroutine_is_an_error() -> None:
    """A function that only returns a coroutine is an error when it is called."""

    async def later() -> int: ...  # type: ignore[empty-body]  # never run

    def disguised() -> Any:
        return later()

    run = Model(calls(("disguised", "{}")), said()).run(disguised)
    run.get_final_completion()

    assert results(run) == ["Error: TypeError: it returned a coroutine, which needs AsyncApertis"]


def fail() -> None:
    """Raise."""
    raise LookupError("no such thing")


def own_fault() -> object:
    """Return what cannot be written."""
    loop: list[Any] = []
    loop.append(loop)
    return loop


FAILURES: dict[str, tuple[tuple[str, Any], str]] = {
    "no JSON": (("double", '{"x": '), "Error: what was sent does not fit double. Invalid JSON"),
    "no number": (("double", '{"x": "four"}'), "Error: what was sent does not fit double. x: "),
    "nothing": (("double", None), "Error: what was sent does not fit double. x: Field required"),
    "too much": (("double", '{"x": 1, "y": 2}'), "Error: what was sent does not fit double. y: "),
    "a tool that raises": (("fail", "{}"), "Error: LookupError: no such thing"),
    "an unknown tool": (("halve", "{}"), "Error: there is no tool named 'halve'; there are double"),
    "no name": ((None, "{}"), "Error: there is no tool named ''; there are double"),  # type: ignore[dict-item]
    "a result that loops": (("own_fault", "{}"), "Error: ValueError: "),
}


@pytest.mark.parametrize(("asked", "content"), FAILURES.values(), ids=FAILURES)
def test_what_goes_wrong_is_told_to_the_model(asked: tuple[str, Any], content: str) -> None:
    """A call that cannot be made, or fails, is answered with the reason, and the run goes on."""
    run = Model(calls(asked, ("double", '{"x": 1}')), said()).run(double, fail, own_fault)
    asked_calls = next(run).calls
    run.get_final_completion()
    first, second = results(run)

    assert first.startswith(content)
    assert second == "2"
    assert isinstance(asked_calls[0].error, Exception)
    assert asked_calls[1].error is None


@pytest.mark.parametrize("arguments", [{"x": 4}, '{"x": 4}'], ids=["an object", "text"])
def test_arguments_may_come_as_an_object(arguments: Any) -> None:
    """Some upstreams send the arguments themselves, not their text."""
    run = Model(calls(("double", arguments)), said()).run(double)
    run.get_final_completion()

    assert results(run) == ["8"]


def test_a_call_of_no_function_is_an_unknown_tool() -> None:
    """Whatever kind of call a model invents, it is told that there is no such tool."""
    strange = {"tool_calls": [None, {"id": "a", "type": "custom", "custom": {"name": "x"}}]}
    run = Model({"role": "assistant", **strange}, said()).run(double)
    turn = next(run)
    run.get_final_completion()

    assert isinstance(turn.calls[0].error, UnknownToolError)
    assert results(run) == ["Error: there is no tool named ''; there are double."]


@pytest.mark.parametrize("message", [None, {"role": "assistant", "tool_calls": None}, said()])
def test_an_answer_without_calls_is_the_last_one(message: Any) -> None:
    """Whatever it is that came, a run does not go on without calls."""
    model = Model(message)
    run = model.run(double)

    assert [turn.calls for turn in run] == [[]]
    assert run.get_final_completion().to_dict() == {"choices": [{"message": message}]}
    assert len(run.messages) == (1 if message is None else 2)


def test_turns_are_watched() -> None:
    """Each answer is handed over before its calls are run; afterwards they know what came of it."""
    made: list[int] = []

    def count(x: int) -> int:
        made.append(x)
        return len(made)

    run = Model(calls(("count", '{"x": 4}'), ("count", '{"x": 5}')), said()).run(count)
    first = next(run)
    before = list(made), [(call.name, call.arguments, call.content) for call in first.calls]
    second = next(run)
    after = [(call.id, call.result, call.content) for call in first.calls]

    assert isinstance(first, ToolTurn)
    assert before == ([], [("count", '{"x": 4}', None), ("count", '{"x": 5}', None)])
    assert after == [("a", 1, "1"), ("b", 2, "2")]
    assert made == [4, 5]
    assert (second.calls, second.completion.choices[0].message.content) == ([], "Done.")
    assert list(run) == []
    assert run.get_final_completion() is second.completion
    assert run.get_final_completion() is second.completion


def test_calls_are_run_when_asked_for() -> None:
    """A turn runs its calls on demand; the run does not run them again."""
    made: list[int] = []

    def count(x: int) -> int:
        made.append(x)
        return len(made)

    run = Model(calls(("count", '{"x": 4}'), ("count", "{}")), said()).run(count)
    first = next(run)
    first.calls[1].content = "No."
    ran = first.run_calls()
    content = [call.content for call in ran]
    run.get_final_completion()

    assert ran is first.calls is first.run_calls()
    assert (ran[0].result, content) == (1, ["1", "No."])
    assert made == [4]
    assert results(run) == ["1", "No."]


def test_arguments_are_parsed() -> None:
    """Calls have their arguments as the tool takes them, and None where they do not fit."""
    asked = calls(("double", '{"x": 4}'), ("double", '{"x": "a"}'), ("triple", "{}"))
    run = Model(asked, said()).run(double)
    turn = next(run)
    inside = [call.parsed_arguments for call in turn.completion.choices[0].message.tool_calls]
    run.get_final_completion()

    assert [call.parsed_arguments for call in turn.calls] == inside == [{"x": 4}, None, None]
    assert results(run)[0] == "8"
    assert results(run)[1].startswith("Error: what was sent does not fit double.")


@pytest.mark.parametrize("id", [None, "", "a"])
def test_each_call_has_an_id_of_its_own(id: str | None) -> None:
    """Where an id is missing or repeated, one is made up, so that a result belongs to one call."""
    asked = calls(("double", '{"x": 4}'), ("double", '{"x": 5}'), ("double", '{"x": 6}'))
    for call in asked["tool_calls"][1:]:
        call["id"] = id
    run = Model(asked, said()).run(double)
    run.get_final_completion()
    ids = [call["id"] for call in run.messages[1].to_dict()["tool_calls"]]

    assert ids == [message["tool_call_id"] for message in run.messages[2:5]]
    assert len(set(ids)) == 3
    assert (ids[0], "" in ids) == ("a", False)


def test_ids_that_are_numbers_are_text() -> None:
    """A call goes back with the id that the server gave it, as the text that an id is."""
    asked = calls(("double", '{"x": 4}'), ("double", '{"x": 5}'))
    for number, call in enumerate(asked["tool_calls"]):
        call["id"] = number
    run = Model(asked, said()).run(double)
    run.get_final_completion()

    assert [call["id"] for call in run.messages[1].to_dict()["tool_calls"]] == ["0", "1"]
    assert [message["tool_call_id"] for message in run.messages[2:4]] == ["0", "1"]


def test_a_validator_that_fails_is_told_to_the_model() -> None:
    """Whatever a validator raises is the model's mistake."""

    def look_up(word: Annotated[str, AfterValidator({"a": "b"}.__getitem__)]) -> str:
        return word

    run = Model(calls(("look_up", '{"word": "a"}'), ("look_up", '{"word": "c"}')), said()).run(
        look_up
    )
    run.get_final_completion()

    assert results(run) == ["b", "Error: ValueError: KeyError: 'c'"]


def test_a_call_may_be_answered_by_the_program() -> None:
    """A call whose content is set before the run goes on is not made."""
    run = Model(calls(("fail", "{}"), ("double", '{"x": 4}')), said()).run(fail, double)
    for turn in run:
        for call in turn.calls:
            if call.name == "fail":
                call.content = "The user said no."

    assert results(run) == ["The user said no.", "8"]


def test_a_run_is_stopped_by_leaving_the_loop() -> None:
    """Who leaves the loop has nothing asked and nothing called; and may go on later."""
    model = Model(calls(("double", '{"x": 4}')), said())
    run = model.run(double)
    for _ in run:
        break

    assert (len(model.asked), run.messages) == (1, MESSAGES)
    assert run.get_final_completion().choices[0].message.content == "Done."


def test_a_closed_run_is_over() -> None:
    """A closed run does not continue, and has no last answer."""
    model = Model(calls(("double", '{"x": 4}')), said())
    with model.run(double) as run:
        next(run)

    with pytest.raises(RuntimeError, match="the run has been read to its end or closed"):
        list(run)
    assert len(model.asked) == 1
    with pytest.raises(ApertisError, match="stopped before its last answer"):
        run.get_final_completion()


@pytest.mark.parametrize("error", [KeyboardInterrupt, Stop])
def test_what_is_no_error_stops_a_run(error: type[BaseException]) -> None:
    """Ctrl-C in a tool is not for the model; what was said before can still be sent."""

    def interrupted() -> None:
        raise error

    asking = calls(("double", '{"x": 4}'))
    run = Model(asking, calls(("interrupted", "{}")), said()).run(double, interrupted)
    with pytest.raises(error):
        run.get_final_completion()

    assert [message["role"] for message in run.messages] == ["user", "assistant", "tool"]
    with pytest.raises(RuntimeError, match="the run has been read to its end or closed"):
        list(run)


def test_what_a_tool_raised_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The log says which tool failed; above debug, it does not say what was in it."""
    caplog.set_level(logging.DEBUG, "apertis")
    Model(calls(("fail", "{}")), said()).run(fail).get_final_completion()
    info, debug = caplog.records

    assert info.getMessage() == "the tool fail failed: LookupError"
    assert (info.levelname, info.exc_info) == ("INFO", None)
    assert (debug.levelname, debug.exc_info and debug.exc_info[0]) == ("DEBUG", LookupError)


def test_a_call_prints_readably() -> None:
    """A call shows what is asked for, and what came of it."""
    run = Model(calls(("double", '{"x": 4}')), said()).run(double)
    call: RequestedCall = next(run).calls[0]
    run.get_final_completion()

    assert repr(call) == """RequestedCall(double({"x": 4}), content='8')"""


def test_calls_run_side_by_side(event_loop: Callable[[Any], Any]) -> None:
    """Async functions that wait for each other come to an end: all are under way at once."""
    arrived: list[int] = []

    async def main() -> AsyncToolRun[Any, Any]:
        everyone = anyio.Event()

        async def meet(who: int) -> list[int]:
            arrived.append(who)
            if len(arrived) == 3:
                everyone.set()
            await everyone.wait()
            return sorted(arrived)

        asked = [("meet", json.dumps({"who": who})) for who in (1, 2, 3)]
        run = Model(calls(*asked), said()).arun(meet)
        with anyio.fail_after(20):
            await run.get_final_completion()
        return run

    assert results(event_loop(main())) == ["[1,2,3]"] * 3


def test_plain_functions_run_in_threads(event_loop: Callable[[Any], Any]) -> None:
    """Functions that block do so beside each other and beside the event loop."""
    barrier = threading.Barrier(2, timeout=20)
    threads: set[int] = set()

    def block() -> str:
        barrier.wait()
        threads.add(threading.get_ident())
        return "met"

    async def main() -> AsyncToolRun[Any, Any]:
        run = Model(calls(("block", "{}"), ("block", "{}")), said()).arun(block)
        await run.get_final_completion()
        return run

    assert results(event_loop(main())) == ["met", "met"]
    assert len(threads - {threading.get_ident()}) == 2


def test_results_stand_in_the_order_of_the_calls(event_loop: Callable[[Any], Any]) -> None:
    """It does not matter which of the calls is done first."""

    async def main() -> AsyncToolRun[Any, Any]:
        last = anyio.Event()

        async def first() -> str:
            await last.wait()
            return "first"

        async def second() -> str:
            last.set()
            return "second"

        run = Model(calls(("first", "{}"), ("second", "{}")), said()).arun(first, second)
        await run.get_final_completion()
        return run

    assert results(event_loop(main())) == ["first", "second"]


def test_failures_stay_apart(event_loop: Callable[[Any], Any]) -> None:
    """A call that fails is answered with the reason, and the others with their results."""

    async def later(x: int) -> int:
        await anyio.lowlevel.checkpoint()
        if x == 1:
            raise LookupError("no such thing")
        return x

    async def main() -> AsyncToolRun[Any, Any]:
        asked = [("later", '{"x": 1}'), ("later", '{"x": 2}'), ("fail", "{}"), ("gone", "{}")]
        run = Model(calls(*asked), said()).arun(later, fail)
        await run.get_final_completion()
        return run

    assert results(event_loop(main())) == [
        "Error: LookupError: no such thing",
        "2",
        "Error: LookupError: no such thing",
        "Error: there is no tool named 'gone'; there are later, fail.",
    ]


def test_a_function_that_returns_a_coroutine_is_awaited() -> None:
    """A function that only returns a coroutine is as good as an async one; trio refuses it."""

    async def later() -> str:
        await anyio.lowlevel.checkpoint()
        return "later"

    def disguised() -> Any:
        return later()

    async def main() -> AsyncToolRun[Any, Any]:
        run = Model(calls(("disguised", "{}")), said()).arun(disguised)
        await run.get_final_completion()
        return run

    assert results(asyncio.run(main())) == ["later"]


@pytest.mark.parametrize("count", [1, 2])
def test_what_is_no_error_comes_out_as_it_is(count: int, event_loop: Callable[[Any], Any]) -> None:
    """What is no `Exception` stops a run as what it is, in no group, and the other calls."""
    stopped: list[bool] = []

    async def stop() -> None:
        await anyio.lowlevel.checkpoint()
        raise Stop

    async def wait() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            stopped.append(True)

    async def main() -> None:
        asked = [("wait", "{}"), *[("stop", "{}")] * count]
        await Model(calls(*asked), said()).arun(wait, stop).get_final_completion()

    with pytest.raises(Stop):
        event_loop(main())
    assert stopped == [True]


def test_what_is_no_error_is_not_lost(event_loop: Callable[[Any], Any]) -> None:
    """It comes out where the run is cancelled at the same time, too."""

    async def main() -> None:
        cancelled = anyio.Event()
        with anyio.CancelScope() as scope:

            async def wait() -> None:
                try:
                    await anyio.sleep_forever()
                finally:
                    cancelled.set()

            async def stop() -> None:
                scope.cancel()
                with anyio.CancelScope(shield=True):
                    await cancelled.wait()
                    await anyio.wait_all_tasks_blocked()
                raise Stop

            run = Model(calls(("wait", "{}"), ("stop", "{}"))).arun(wait, stop)
            await run.get_final_completion()

    with pytest.raises(Stop):
        event_loop(main())


def test_who_cancels_a_run_cancels_its_tools(event_loop: Callable[[Any], Any]) -> None:
    """A run in a scope that is cancelled ends there, and its tools with it."""
    ended: list[str] = []

    async def main() -> AsyncToolRun[Any, Any]:
        with anyio.CancelScope() as scope:

            async def wait(name: str) -> None:
                try:
                    await anyio.sleep_forever()
                finally:
                    ended.append(name)

            async def give_up() -> None:
                scope.cancel()

            asked = [("wait", '{"name": "a"}'), ("wait", '{"name": "b"}'), ("give_up", "{}")]
            run = Model(calls(*asked), said()).arun(wait, give_up)
            await run.get_final_completion()
        assert scope.cancelled_caught
        return run

    run = event_loop(main())

    assert sorted(ended) == ["a", "b"]
    assert run.messages == MESSAGES


def test_a_cancelled_task_ends_with_that() -> None:
    """A task of asyncio that is cancelled while tools run is cancelled, and so are they."""
    ended: list[str] = []

    async def main() -> asyncio.Task[Any]:
        begun = asyncio.Event()

        async def wait() -> None:
            begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                ended.append("wait")

        run = Model(calls(("wait", "{}")), said()).arun(wait)
        task = asyncio.create_task(run.get_final_completion())
        await begun.wait()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        return task

    assert asyncio.run(main()).cancelled()
    assert ended == ["wait"]


def test_what_a_tool_waits_for_may_be_cancelled() -> None:
    """A tool whose own work was cancelled has failed; the run is not cancelled by that."""

    async def main() -> AsyncToolRun[Any, Any]:
        work = asyncio.create_task(asyncio.Event().wait())

        async def wait() -> None:
            work.cancel()
            await work

        run = Model(calls(("wait", "{}"), ("double", '{"x": 4}')), said()).arun(wait, double)
        await run.get_final_completion()
        return run

    assert results(asyncio.run(main())) == [
        "Error: RuntimeError: what the tool waited for was cancelled",
        "8",
    ]


def test_a_run_that_is_left_needs_nothing(event_loop: Callable[[Any], Any]) -> None:
    """Who leaves the loop, in any event loop, need not close what has no open stream."""

    async def main() -> int:
        model = Model(calls(("double", '{"x": 4}')), said())
        async for _ in model.arun(double):
            break
        return len(model.asked)

    assert event_loop(main()) == 1
