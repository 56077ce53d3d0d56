"""The requests and the responses, the same for every client."""

from __future__ import annotations

import json
import random
import struct
from base64 import b64encode
from typing import Any

__all__ = [
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
    "streamed",
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


def streamed(chunks: int) -> dict[str, Any]:
    """Return a request whose response is a stream of so many chunks."""
    return {**QUESTION, "model": f"{MODEL_OF_CHUNKS}{chunks}", "stream": True}


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


def completion() -> bytes:
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
                        "content": TEXT,
                        "refusal": None,
                        "annotations": [],
                    },
                    "logprobs": None,
                    "finish_reason": "stop",
                }
            ],
            "usage": {
                "prompt_tokens": 19,
                "completion_tokens": 10,
                "total_tokens": 29,
                "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
                "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
            },
            "service_tier": "default",
            "system_fingerprint": "fp_44added55e",
        }
    )


def chunk(text: str = CHUNK_TEXT, *, last: bool = False) -> bytes:
    """Return the JSON of a chunk of a stream."""
    return _encode(
        {
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
    )


def events(chunks: int) -> list[bytes]:
    """Return the events of a stream of so many chunks, which differ in their text."""
    texts = (f" {number % 10_000:04}" for number in range(1, chunks))
    return [b"data: %b\n\n" % data for data in [*map(chunk, texts), chunk(last=True), b"[DONE]"]]


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
