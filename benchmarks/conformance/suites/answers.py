"""What public servers document, or are known to send, as cases that any client can be given.

`right` and `source` say what is asked and by whom; where more than one answer is defensible, each is
right.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.conformance.dialects import CHAT, MESSAGES, WORDS, Dialect, Event
from benchmarks.conformance.provider import Asked, Steps
from benchmarks.conformance.scenarios import Answer, Call, Failure, Form, Scenario, Suite
from benchmarks.conformance.suites.http import ANY, EACH, FAILURE, PLAIN, Script
from tests.server import event_stream, json_reply

__all__ = ["ANSWERS"]

ONLY_CHAT = frozenset({CHAT.name})
ONLY_MESSAGES = frozenset({MESSAGES.name})


def _insert(make: Callable[[Dialect], Sequence[Event | bytes]], *, ends: bool = False) -> Script:
    """Return a script with these events behind the second word; with `ends` nothing follows."""

    def script(dialect: Dialect, asked: Asked) -> Steps:
        events: list[Event | bytes] = list(dialect.events())
        place = dialect.first_word + 2
        events[place : len(events) if ends else place] = make(dialect)
        return event_stream(*(each if isinstance(each, bytes) else each.sent for each in events))

    return script


def _data(value: Any, name: str = "") -> Event:
    return Event(name, json.dumps(value))


def _calls(*fragments: dict[str, Any]) -> Script:
    """Return a script whose answer is calls of tools, in these pieces."""

    def script(dialect: Dialect, asked: Asked) -> Steps:
        pieces = [CHAT.chunk({"role": "assistant", "tool_calls": [each]}) for each in fragments]
        last = [CHAT.chunk({}, "tool_calls"), Event("", "[DONE]")]
        return event_stream(*(event.sent for event in [*pieces, *last]))

    return script


def _call(name: str, arguments: str, **members: Any) -> dict[str, Any]:
    return {"type": "function", "function": {"name": name, "arguments": arguments}, **members}


def _blocks(*indexes: int) -> Script:
    """Return a script whose answer is a block for each call of a tool, with these indexes."""

    def script(dialect: Dialect, asked: Asked) -> Steps:
        events = dialect.events()
        sent = [events[0]]
        for index, (name, arguments) in zip(indexes, (PARIS, ROME), strict=False):
            tool = {"type": "tool_use", "id": f"t-{arguments['city']}", "name": name, "input": {}}
            text = json.dumps(arguments)
            sent.append(_block("start", index, content_block=tool))
            sent += [
                _block("delta", index, delta={"type": "input_json_delta", "partial_json": piece})
                for piece in (text[:5], text[5:])
            ]
            sent.append(_block("stop", index))
        return event_stream(*(event.sent for event in [*sent, *events[-2:]]))

    return script


def _block(kind: str, index: int, **members: Any) -> Event:
    name = f"content_block_{kind}"
    return _data({"type": name, "index": index, **members}, name)


def _spelt(spell: Callable[[dict[str, Any]], Any]) -> Script:
    """Return a script whose chunks have been changed by a function."""

    def script(dialect: Dialect, asked: Asked) -> Steps:
        *events, done = dialect.events()
        return event_stream(
            *(_data(spell(json.loads(each.data))).sent for each in events), done.sent
        )

    return script


def _bare(chunk: dict[str, Any]) -> dict[str, Any]:
    return {"choices": chunk["choices"]}


def _repeated(chunk: dict[str, Any]) -> dict[str, Any]:
    choice = chunk["choices"][0]
    if choice["finish_reason"]:
        choice["message"] = {"role": "assistant", "content": "".join(WORDS)}
    return chunk


def _reasoned(chunk: dict[str, Any]) -> dict[str, Any]:
    delta = chunk["choices"][0]["delta"]
    return (
        chunk
        if delta.get("content")
        else chunk
        | {
            "x": 1,
            "choices": [
                chunk["choices"][0]
                | {"delta": delta | {"reasoning_content": "Hm.", "x": {"y": [1]}}}
            ],
        }
    )


def _eos(chunk: dict[str, Any]) -> dict[str, Any]:
    choice = chunk["choices"][0]
    return chunk | {"choices": [choice | {"finish_reason": choice["finish_reason"] and "eos"}]}


def _unfinished(dialect: Dialect, asked: Asked) -> Steps:
    events = dialect.events()[: dialect.first_word + 3]
    return event_stream(*(each.sent for each in events), b"data: [DONE]\n\n")


def _with_usage(dialect: Dialect, asked: Asked) -> Steps:
    *events, _, done = dialect.events()
    usage = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}
    last = json.loads(dialect.word("").data) | {"choices": [], "usage": usage}
    stop = CHAT.chunk({}, "stop")
    return event_stream(*(each.sent for each in [*events, stop, _data(last), done]))


def _halves(dialect: Dialect, asked: Asked) -> Steps:
    return event_stream(*(each.sent for each in dialect.events(["a ", "\ud83d", "\ude00", " b"])))


def _said(value: Any, status: int = 400) -> Script:
    return lambda dialect, asked: json_reply(value, status=status)


def _in_choice(dialect: Dialect, asked: Asked) -> Steps:
    error = {"code": 502, "message": "The upstream died."}
    choice = {"index": 0, "message": {"role": "assistant", "content": ""}, "error": error}
    return json_reply(dialect.answer(choices=[choice | {"finish_reason": "error"}]))


def _midstream(dialect: Dialect) -> Sequence[Event]:
    error = {"code": 502, "message": "The upstream died."}
    choice = {"index": 0, "delta": {"content": ""}, "finish_reason": "error"}
    return [_data({"id": "1", "model": "m", "error": error, "choices": [choice]})]


def _whole_in_stream(dialect: Dialect, asked: Asked) -> Steps:
    return json_reply(dialect.answer())


DIED = {"error": {"message": "The upstream died.", "type": "server_error", "code": 502}}
SAYS_DIED = [Call([Failure(says="upstream died")], (1, 6))]
NAMED = "an error that the documentation names, with the server's message"
GATHERED: Sequence[Form] = ("gathered",)
PARIS, ROME = ("weather", {"city": "Paris"}), ("weather", {"city": "Rome"})
TWO_CALLS = [Call([Answer(None, [PARIS, ROME])])]
REFUSED = [Call([Failure(400, "No such model.")], (1, 1))]
SHAPES = {
    "FastAPI, vLLM": {"detail": "No such model."},
    "Hugging Face, Ollama": {"error": "No such model."},
    "flat, older vLLM": {"object": "error", "message": "No such model.", "code": 400},
    "new-api": {"code": 400, "msg": "No such model."},
    "Gemini's compatible endpoint": [{"error": {"code": 400, "message": "No such model."}}],
    "OpenRouter, which passes on what a provider said": {
        "error": {
            "message": "Provider returned error",
            "code": 400,
            "metadata": {"raw": '{"error": {"message": "No such model."}}', "provider_name": "x"},
        }
    },
    "Azure": {"error": {"code": "x", "message": "No such model.", "innererror": {"code": "y"}}},
}
ANSWERS = Suite(
    "answers",
    "Answers and errors of gateways",
    "the wire tests of this client, which it passes as they are its own: what public servers document or are known to send",
    [
        Scenario(
            "an error among the chunks",
            NAMED,
            "LiteLLM, vLLM",
            _insert(lambda dialect: [_data(DIED), Event("", "[DONE]")], ends=True),
            SAYS_DIED,
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "an event `error`",
            NAMED,
            "Anthropic: streaming",
            _insert(
                lambda dialect: [_data(dialect.error("api_error", "The upstream died."), "error")],
                ends=True,
            ),
            SAYS_DIED,
        ),
        Scenario(
            "an error beside a chunk whose finish_reason is `error`",
            NAMED,
            "OpenRouter: errors in streams",
            _insert(_midstream, ends=True),
            SAYS_DIED,
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "an error as bare JSON behind the last event",
            NAMED,
            "vLLM, one-api",
            _insert(lambda dialect: [json.dumps(DIED).encode() + b"\n"], ends=True),
            SAYS_DIED,
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "200 with an error in the body",
            NAMED,
            "OpenRouter: errors",
            _said(DIED, 200),
            SAYS_DIED,
            EACH,
            ONLY_CHAT,
        ),
        Scenario(
            "200 with an error in the choice",
            NAMED,
            "OpenRouter: errors",
            _in_choice,
            SAYS_DIED,
            PLAIN,
            ONLY_CHAT,
        ),
        Scenario(
            "`[DONE]` though nothing has said why it stopped",
            "an error that the documentation names: the answer is cut",
            "OpenAI: finish_reason",
            _unfinished,
            [Call(FAILURE, (1, 6))],
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "a whole answer in JSON to a call with stream=True",
            "the answer, or an error that the documentation names",
            "LiteLLM, fake streams",
            _whole_in_stream,
            [Call(ANY)],
        ),
        Scenario(
            "comments while the model thinks",
            "the answer",
            "OpenRouter: streaming",
            _insert(lambda dialect: [b": PROCESSING\n\n"] * 3),
        ),
        Scenario(
            "`ping` events, and a type of event that is not known",
            "the answer",
            "Anthropic: streaming, versions",
            _insert(
                lambda dialect: [
                    _data({"type": "ping"}, "ping"),
                    _data({"type": "brand_new", "x": 1}, "brand_new"),
                ]
            ),
            dialects=ONLY_MESSAGES,
        ),
        Scenario(
            "usage in a chunk without choices",
            "the answer and its usage",
            "OpenAI: stream_options",
            _with_usage,
            [Call([Answer(tokens=5)])],
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "chunks with choices alone: no id, model or time",
            "the answer",
            "llama.cpp, older proxies",
            _spelt(_bare),
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "a finish_reason that is not known",
            "the answer",
            "Together",
            _spelt(_eos),
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "reasoning and unknown members",
            "the answer",
            "DeepSeek, vLLM",
            _spelt(_reasoned),
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "a last chunk that repeats the whole as `message`",
            "the answer, once",
            "public reports",
            _spelt(_repeated),
            forms=("stream", "gathered"),
            dialects=ONLY_CHAT,
        ),
        Scenario(
            "a character whose halves come in two chunks",
            "the character",
            "RFC 8259 7",
            _halves,
            [Call([Answer("a \U0001f600 b")])],
            ("stream", "gathered"),
        ),
        Scenario(
            "a call of a tool in pieces",
            "the call",
            "OpenAI: streaming",
            _calls(
                _call("weather", "", index=0, id="a"),
                {"index": 0, "function": {"arguments": '{"city": '}},
                {"index": 0, "function": {"arguments": '"Paris"}'}},
            ),
            [Call([Answer(None, [PARIS])])],
            GATHERED,
            ONLY_CHAT,
        ),
        Scenario(
            "two calls of tools without an index",
            "both calls",
            "Gemini's compatible endpoint",
            _calls(
                _call("weather", '{"city": "Paris"}', id="a"),
                _call("weather", '{"city": "Rome"}', id="b"),
            ),
            TWO_CALLS,
            GATHERED,
            ONLY_CHAT,
        ),
        Scenario(
            "two calls of tools that share an index",
            "both calls",
            "Gemini, Claude by gateways",
            _calls(
                _call("weather", '{"city": "Paris"}', id="a", index=0),
                _call("weather", '{"city": "Rome"}', id="b", index=0),
            ),
            TWO_CALLS,
            GATHERED,
            ONLY_CHAT,
        ),
        Scenario(
            "a tool_use block in pieces",
            "the call",
            "Anthropic: streaming",
            _blocks(0),
            [Call([Answer(None, [PARIS])])],
            GATHERED,
            ONLY_MESSAGES,
        ),
        Scenario(
            "two tool_use blocks that share an index",
            "both calls",
            "gateways that number blocks anew",
            _blocks(0, 0),
            TWO_CALLS,
            GATHERED,
            ONLY_MESSAGES,
        ),
        *(
            Scenario(
                f"400 in the words of {shape}",
                "the 400 with the server's message",
                shape,
                _said(value),
                REFUSED,
                PLAIN,
            )
            for shape, value in SHAPES.items()
        ),
    ],
)
