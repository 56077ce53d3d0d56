"""The requests and the responses, the same for every client."""

from __future__ import annotations

import functools
import json
import random
import struct
from base64 import b64encode
from collections.abc import Callable
from typing import Any

__all__ = [
    "CHUNK_KINDS",
    "CHUNK_TEXT",
    "DIMENSIONS",
    "KEY",
    "MODEL_OF_CHUNKS",
    "QUESTION",
    "TEXT",
    "chunk",
    "completion",
    "conversation",
    "embeddings",
    "events",
    "large_completion",
    "streamed",
    "typed_question",
    "typed_read",
    "what_is_read",
]

KEY = "sk-0123456789abcdef0123456789abcdef"
TEXT = "The capital of France is Paris."
CHUNK_TEXT = " word"
MODEL_OF_CHUNKS = "chunks-"  # and their number: how the request says how long its stream is to be

DIMENSIONS = 1536

QUESTION: dict[str, Any] = {
    "model": "gpt-4.1-mini",
    "messages": [{"role": "user", "content": "What is the capital of France?"}],
}

_SENTENCE = "A message as people write them, neither short nor long, with “quotation marks” in it. "


_USAGE = {
    "prompt_tokens": 19,
    "completion_tokens": 10,
    "total_tokens": 29,
    "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
    "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
}


def streamed(chunks: int, kind: str = "") -> dict[str, Any]:
    """Return a request whose response is a stream of so many chunks, of a kind of `CHUNK_KINDS`."""
    name = f"{kind}-{chunks}" if kind else str(chunks)
    return {**QUESTION, "model": f"{MODEL_OF_CHUNKS}{name}", "stream": True}


def conversation(messages: int) -> dict[str, Any]:
    """Return a request with so many messages; the content of half of them is a list of parts."""
    parts = [{"type": "text", "text": _SENTENCE}, {"type": "text", "text": _SENTENCE}]
    turns: list[dict[str, Any]] = [
        {"role": "user", "content": parts},
        {"role": "assistant", "content": _SENTENCE * 2},
    ]
    return {**QUESTION, "messages": turns * (messages // 2)}


def embeddings(count: int) -> bytes:
    """Return the body of the response with so many embeddings, as base64."""
    numbers = [random.Random(at).random() - 0.5 for at in range(DIMENSIONS)]  # noqa: S311  no secret
    vector = b64encode(struct.pack(f"<{DIMENSIONS}f", *numbers)).decode()
    data = [{"object": "embedding", "index": at, "embedding": vector} for at in range(count)]
    usage = {"prompt_tokens": 3 * count, "total_tokens": 3 * count}
    return _encode(
        {"object": "list", "data": data, "model": "text-embedding-3-small", "usage": usage}
    )


def large_completion(megabytes: int) -> bytes:
    """Return the body of a plain response whose text has so many megabytes."""
    text = _SENTENCE * (megabytes * 1_000_000 // len(_SENTENCE.encode()))
    return completion(text)


def completion(text: str = TEXT) -> bytes:
    """Return the body of a plain response."""
    return _encode(
        {
            "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
            "object": "chat.completion",
            "created": 1741569952,
            "model": "gpt-4.1-mini-2025-04-14",
            "choices": [
                {
                    "index": 0,
                    "message": {
                        "role": "assistant",
                        "content": text,
                        "refusal": None,
                        "annotations": [],
                    },
                    "logprobs": None,
                    "finish_reason": "stop",
                }
            ],
            "usage": _USAGE,
            "service_tier": "default",
            "system_fingerprint": "fp_44added55e",
        }
    )


def chunk(text: str = CHUNK_TEXT, *, kind: str = "", number: int = 0, last: bool = False) -> bytes:
    """Return the JSON of a chunk of a stream, which has this place in it."""
    whole: dict[str, Any] = {
        "id": "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG",
        "object": "chat.completion.chunk",
        "created": 1741570283,
        "model": "gpt-4.1-mini-2025-04-14",
        "service_tier": "default",
        "system_fingerprint": "fp_44added55e",
        "choices": [
            {
                "index": 0,
                "delta": {"content": text},
                "logprobs": None,
                "finish_reason": "stop" if last else None,
            }
        ],
        "usage": None,
    }
    if kind:
        CHUNK_KINDS[kind](whole, whole["choices"][0], text, number)
    return _encode(whole)


def _with_usage(whole: Any, _choice: Any, _text: str, number: int) -> None:
    whole["usage"] = {**_USAGE, "completion_tokens": number}


def _with_obfuscation(whole: Any, _choice: Any, _text: str, number: int) -> None:
    whole["obfuscation"] = f"{number * 7919:016}"[: 4 + number % 12]


def _with_logprobs(_whole: Any, choice: Any, text: str, _number: int) -> None:
    token = {"token": text, "logprob": -0.25, "bytes": list(text.encode())}
    choice["logprobs"] = {"content": [{**token, "top_logprobs": [token, token]}], "refusal": None}


def _of_two_choices(_whole: Any, choice: Any, _text: str, number: int) -> None:
    choice["index"] = number % 2


def _of_two_calls(_whole: Any, choice: Any, text: str, number: int) -> None:
    call: dict[str, Any] = {"index": number % 2, "function": {"arguments": text}}
    if number < 2:
        call |= {"id": f"call_{number}", "type": "function"}
        call["function"]["name"] = f"function_{number}"
    choice["delta"] = {"content": None, "tool_calls": [call]}


def _of_reasoning(_whole: Any, choice: Any, text: str, _number: int) -> None:
    choice["delta"] = {"content": None, "reasoning_content": text}


CHUNK_KINDS: dict[str, Callable[[Any, Any, str, int], None]] = {
    "usage": _with_usage,
    "obfuscation": _with_obfuscation,
    "logprobs": _with_logprobs,
    "choices": _of_two_choices,
    "calls": _of_two_calls,
    "reasoning": _of_reasoning,
}
"""Chunks that have more than their text, or something else: how each is made of a plain one."""


def what_is_read(chunks: int, kind: str = "") -> int:
    """Return what reading such a stream returns: the number of its chunks and of its characters."""
    return chunks * (1 if kind in ("calls", "reasoning") else 1 + len(CHUNK_TEXT))


def typed_question(api: str, deltas: int) -> dict[str, Any]:
    """Return a request to an API whose response is a stream of typed events."""
    question: dict[str, Any] = {"model": f"{MODEL_OF_CHUNKS}{api}-{deltas}", "stream": True}
    if api == "messages":
        return {**question, "max_tokens": 100, "messages": QUESTION["messages"]}
    return {**question, "input": "What is the capital of France?"}


@functools.cache
def typed_read(api: str, deltas: int) -> int:
    """Return what reading such a stream returns: the number of its events and characters."""
    return len(TYPED[api](deltas)) + deltas * len(CHUNK_TEXT)


def _message_events(deltas: int) -> list[dict[str, Any]]:
    usage = {"input_tokens": 25, "output_tokens": 1}
    message: dict[str, Any] = {
        "id": "msg_01XFDUDYJgAACzvnptvVoYEL",
        "type": "message",
        "role": "assistant",
        "content": [],
        "model": "claude-sonnet-4-5-20250929",
        "stop_reason": None,
        "stop_sequence": None,
        "usage": usage,
    }
    return [
        {"type": "message_start", "message": message},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        *(
            {
                "type": "content_block_delta",
                "index": 0,
                "delta": {"type": "text_delta", "text": CHUNK_TEXT},
            }
            for _ in range(deltas)
        ),
        {"type": "content_block_stop", "index": 0},
        {
            "type": "message_delta",
            "delta": {"stop_reason": "end_turn", "stop_sequence": None},
            "usage": {**usage, "output_tokens": deltas},
        },
        {"type": "message_stop"},
    ]


def _response_events(deltas: int) -> list[dict[str, Any]]:
    id_ = "msg_67ccd2bf17f0819081ff3bb2cf6508e6"
    response = {
        "id": "resp_67ccd2bed1ec8190b14f964abc0542670bb6a6b452d3795b",
        "object": "response",
        "created_at": 1741476542,
        "status": "in_progress",
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "model": "gpt-4.1-mini-2025-04-14",
        "output": [],
        "parallel_tool_calls": True,
        "temperature": 1.0,
        "tool_choice": "auto",
        "tools": [],
        "top_p": 1.0,
        "metadata": {},
    }
    item = {"id": id_, "type": "message", "role": "assistant", "status": "in_progress"}
    at = {"item_id": id_, "output_index": 0, "content_index": 0}
    part = {"type": "output_text", "text": "", "annotations": []}
    whole = {**part, "text": CHUNK_TEXT * deltas}
    done = {**item, "status": "completed", "content": [whole]}
    events: list[dict[str, Any]] = [
        {"type": "response.created", "response": response},
        {
            "type": "response.output_item.added",
            "output_index": 0,
            "item": {**item, "content": []},
        },
        {"type": "response.content_part.added", **at, "part": part},
        *(
            {"type": "response.output_text.delta", **at, "delta": CHUNK_TEXT, "logprobs": []}
            for _ in range(deltas)
        ),
        {"type": "response.output_text.done", **at, "text": whole["text"], "logprobs": []},
        {"type": "response.content_part.done", **at, "part": whole},
        {"type": "response.output_item.done", "output_index": 0, "item": done},
        {
            "type": "response.completed",
            "response": {**response, "status": "completed", "output": [done]},
        },
    ]
    return [{**event, "sequence_number": number} for number, event in enumerate(events)]


TYPED: dict[str, Callable[[int], list[dict[str, Any]]]] = {
    "messages": _message_events,
    "responses": _response_events,
}
"""The typed events of each API for a text of so many deltas."""


def events(chunks: int, kind: str = "") -> list[bytes]:
    """Return the events of a stream of so many chunks, which differ in their text.

    For the kinds in `TYPED`, they are those of a text of so many deltas.
    """
    if kind in TYPED:
        typed = TYPED[kind](chunks)
        return [b"event: %b\ndata: %b\n\n" % (e["type"].encode(), _encode(e)) for e in typed]
    ends = chunks - (2 if kind == "choices" else 1)  # each choice has an end
    data = [
        chunk(f" {number % 10_000:04}", kind=kind, number=number, last=number >= ends)
        for number in range(chunks)
    ]
    return [b"data: %b\n\n" % each for each in [*data, b"[DONE]"]]


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
