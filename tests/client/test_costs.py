"""What things cost, in counts: a clock would fail on a busy machine, and a count never does.

A bound that is passed says that something has become dearer. Where that is worth it, raise the
bound and say in the commit what was bought; `make bench` tells what it costs in time.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import httpx
import pytest

import apertis
from apertis import Apertis, ChatCompletionChunk, Stream
from apertis_client._runtime.json_body import encode_body
from apertis_client._runtime.json_object import wrap

# Over a bare interpreter. What the standard library loads for itself is most of it.
MODULES_IMPORTED = 22  # counted 18

# The rest are calls of functions written in Python, those of httpx included: what a change of ours
# makes it do is our cost. They are counted as of today, with a fifth more for other versions of
# Python and httpx.
CALLS_TO_DECODE_A_CHUNK = 1  # counted 1: what is in it is made in place
BLOCKS_TO_DECODE_A_CHUNK = 3.1  # of memory, over those of its JSON; counted 3, one for each object
CALLS_FOR_A_STREAMED_CHUNK = 5.0  # counted 4.3, of them 3 between the event and the chunk
CALLS_TO_GATHER_A_CHUNK = 5.0  # counted 4.3: those of reading it
CALLS_FOR_A_CHUNK_UNLIKE_OTHERS = 8.7  # counted 7.3, of them 1 to decode it
CALLS_TO_GATHER_ONE_UNLIKE_OTHERS = 31.5  # counted 26.3, of them the 7.3 of reading it
CALLS_FOR_A_CALL = 560  # counted 484; a call of httpx alone is 369

CHUNK: dict[str, Any] = {
    "id": "chatcmpl-1",
    "object": "chat.completion.chunk",
    "created": 1741570283,
    "model": "gpt-4.1-mini",
    "service_tier": "default",
    "system_fingerprint": "fp_1",
    "choices": [
        {"index": 0, "delta": {"content": " word"}, "logprobs": None, "finish_reason": None}
    ],
    "usage": None,
}
COMPLETION: dict[str, Any] = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1741570283,
    "model": "gpt-4.1-mini",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": "Paris"},
            "finish_reason": "stop",
        }
    ],
    "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29},
}


def calls(work: Callable[[], object]) -> int:
    """Return how many functions written in Python are called, or resumed, while `work` is done."""
    count = -1  # `work` itself

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def client_that_gets(answer: Callable[[], httpx.Response]) -> Apertis:
    transport = httpx.MockTransport(lambda request: answer())
    return Apertis(api_key="sk", http_client=httpx.Client(transport=transport))


def question(messages: int = 1) -> dict[str, Any]:
    parts = [{"type": "text", "text": "Hello"}]
    turns = [{"role": "user", "content": parts}, {"role": "assistant", "content": "Hi"}]
    return {"model": "m", "messages": (turns * messages)[:messages]}


def pieces(chunks: int, *, alike: bool = True) -> Iterator[bytes]:
    """Give a stream in pieces of a hundred chunks, cut where it happens to be."""
    last = {**CHUNK, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
    all_chunks = [CHUNK if alike else {**CHUNK, "created": 10**9 + n} for n in range(1, chunks)]
    events = [b"data: %b\n\n" % json.dumps(chunk).encode() for chunk in [*all_chunks, last]]
    body = b"".join([*events, b"data: [DONE]\n\n"])
    size = 100 * len(events[0]) + 17
    for begin in range(0, len(body), size):
        yield body[begin : begin + size]


def opened(chunks: int, *, alike: bool) -> Stream[ChatCompletionChunk]:
    headers = {"content-type": "text/event-stream"}
    client = client_that_gets(
        lambda: httpx.Response(200, headers=headers, content=pieces(chunks, alike=alike))
    )
    stream: Stream[ChatCompletionChunk]
    stream = client.chat.completions.create(**question(), stream=True)
    return stream


def calls_for_a_chunk(
    work: Callable[[Stream[ChatCompletionChunk]], object], *, alike: bool = True
) -> float:
    """Return what one chunk more costs a stream."""

    def cost(chunks: int) -> int:
        stream = opened(chunks, alike=alike)
        return calls(lambda: work(stream))

    cost(100)  # what is done once in a process is no cost of a chunk
    return (cost(2_000) - cost(1_000)) / 1_000


def exhaust(stream: Stream[ChatCompletionChunk]) -> None:
    for _ in stream:
        pass


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """Return the modules that importing both clients adds to those of a bare interpreter."""
    program = """
import sys
sys.path += sys.argv[1:]
before = set(sys.modules)
from apertis import Apertis, AsyncApertis
print(*set(sys.modules) - before)
"""
    places = [str(Path(apertis.__file__).parent.parent), sysconfig.get_path("purelib")]
    # Without `site`, whose .pth files may have imported half of it before.
    command = [sys.executable, "-I", "-S", "-c", program, *places]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_importing_both_clients_loads_few_modules(imported: set[str]) -> None:
    """Importing both clients loads few modules, as the costs of a program begin with that."""
    assert len(imported) <= MODULES_IMPORTED, sorted(imported)


@pytest.mark.parametrize(
    "package", ["apertis_client", "asyncio", "attr", "dateutil", "httpx", "pydantic", "ssl"]
)
def test_what_is_heavy_is_not_loaded_by_an_import(package: str, imported: set[str]) -> None:
    """What is heavy is loaded when it is first used."""
    loaded = {name for name in imported if name.partition(".")[0] == package}

    assert loaded == set()


def test_decoding_a_chunk_takes_one_call() -> None:
    """A chunk, and the objects in it that are always there, are decoded by straight-line code."""
    members = json.loads(json.dumps(CHUNK))

    assert calls(lambda: wrap(ChatCompletionChunk, members)) <= CALLS_TO_DECODE_A_CHUNK


def blocks(make: Callable[[], object]) -> float:
    """Return how many blocks of memory something that is made, and kept, takes."""
    make()  # what is done once in a process is no cost of it
    places: list[object] = [None] * 1_000
    gc.collect()
    gc.disable()  # what other tests have left behind is not to be collected meanwhile
    try:
        before = sys.getallocatedblocks()
        for place in range(len(places)):
            places[place] = make()
        return (sys.getallocatedblocks() - before) / len(places)
    finally:
        gc.enable()


def test_decoding_a_chunk_allocates_its_objects_alone() -> None:
    """The JSON of a chunk becomes its objects: nothing of it is copied."""
    text = json.dumps(CHUNK)

    typed = blocks(lambda: wrap(ChatCompletionChunk, json.loads(text)))

    assert typed - blocks(lambda: json.loads(text)) <= BLOCKS_TO_DECODE_A_CHUNK


def test_a_streamed_chunk_takes_few_calls() -> None:
    """Between the bytes and the application, a chunk goes through few hands."""
    assert calls_for_a_chunk(exhaust) <= CALLS_FOR_A_STREAMED_CHUNK


def test_gathering_a_chunk_takes_few_calls_more() -> None:
    """The whole costs little more than its chunks, however many they are."""
    cost = calls_for_a_chunk(lambda stream: stream.get_final_completion())

    assert cost <= CALLS_TO_GATHER_A_CHUNK


def test_chunks_that_have_little_in_common_take_few_calls() -> None:
    """A chunk that is not like the one before is decoded, and gathered, member by member."""
    read = calls_for_a_chunk(exhaust, alike=False)
    gathered = calls_for_a_chunk(lambda stream: stream.get_final_completion(), alike=False)

    assert read <= CALLS_FOR_A_CHUNK_UNLIKE_OTHERS
    assert gathered <= CALLS_TO_GATHER_ONE_UNLIKE_OTHERS


def test_a_call_takes_few_calls() -> None:
    """What a small call costs beside its wait is bounded."""
    client = client_that_gets(lambda: httpx.Response(200, json=COMPLETION))
    client.chat.completions.create(**question())

    assert calls(lambda: client.chat.completions.create(**question())) <= CALLS_FOR_A_CALL


def test_plain_messages_are_not_walked() -> None:
    """Dicts and lists are written by the encoder: their number costs no call in Python."""
    assert calls(lambda: encode_body(question(500))) == calls(lambda: encode_body(question(1)))


def test_a_long_conversation_takes_as_many_calls_as_a_short_one() -> None:
    """Nothing on the way to the server looks into the messages."""
    client = client_that_gets(lambda: httpx.Response(200, json=COMPLETION))
    short, long = question(1), question(500)
    client.chat.completions.create(**short)

    ours = calls(lambda: client.chat.completions.create(**long))

    assert ours == calls(lambda: client.chat.completions.create(**short))
